"""Text out of bytes, whatever they claim to be."""

import pytest
from hypothesis import given, strategies as st

from scrapers.charset import decode

GERMAN = "Die Übermittlung erfolgt an größere Anbieter – in Köln."


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        (b"\xef\xbb\xbfZ\xc3\xbcrich", "windows-1252", "Zürich"),
        (b"\xff\xfeZ\0\xfc\0", "utf-8", "Zü"),
        (b"\xfe\xff\0Z\0\xfc", None, "Zü"),
        (b"Z\xfcrich", "ISO-8859-1", "Zürich"),
        (b"\x93quoted\x94", "latin1", "“quoted”"),
        ("個人情報".encode("cp932"), "Shift_JIS", "個人情報"),
        ("数据".encode("gb18030"), '"gb2312"', "数据"),
        (b'<meta charset="windows-1251">\xcf\xf0', None, '<meta charset="windows-1251">Пр'),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>\xb3', None, None),
        (b"Z\xc3\xbcrich", None, "Zürich"),
        (b"<\0p\0>\0", None, "<p>"),
    ],
)
def test_a_page_is_read_in_its_own_charset(
    content: bytes, declared: str | None, text: str | None
) -> None:
    decoded = decode(content, declared)

    assert decoded == text if text else decoded.endswith("ł")


def test_a_meta_tag_of_the_older_kind_counts() -> None:
    tag = b'<META http-equiv="Content-Type" content="text/html; charset=windows-1250">'

    assert decode(tag + b"\xb3").endswith("ł")


def test_a_default_label_over_plain_utf8_is_seen_through() -> None:
    assert decode(GERMAN.encode(), "iso-8859-1") == GERMAN


def test_one_broken_byte_spoils_only_itself() -> None:
    assert decode(GERMAN.encode() + b"\xff!", "utf-8") == GERMAN + "\ufffd!"


def test_a_wrong_claim_of_utf8_is_seen_through() -> None:
    assert decode(GERMAN.encode("cp1252"), "utf-8") == GERMAN


@pytest.mark.parametrize(
    "label", ["hex", "rot13", "utf-7", "idna", "nonsense", "", "\0", "a" * 999]
)
def test_a_label_that_is_no_charset_is_ignored(label: str) -> None:
    assert decode(GERMAN.encode(), label) == GERMAN


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (GERMAN, "cp1252"),
        ("Última actualización: año 2026", "cp1252"),
        ("Политика конфиденциальности: мы передаём данные компаниям.", "cp1251"),
        ("個人情報の取り扱いについて、以下の会社に委託しています。", "cp932"),
    ],
)
def test_an_undeclared_charset_is_guessed(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
def test_no_bytes_and_no_label_raise(content: bytes, declared: str | None) -> None:
    assert isinstance(decode(content, declared), str)
