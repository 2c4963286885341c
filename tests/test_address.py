"""URLs that people give: one spelling each, and one clear sentence for what is none."""

import pytest
from hypothesis import given, strategies as st

from inventory.intake.address import RegisterError, clean_url


@pytest.mark.parametrize(
    ("given_url", "kept"),
    [
        ("https://acme.example", "https://acme.example/"),
        ("  HTTPS://Acme.Example/Legal?a=1#part-2 ", "https://acme.example/Legal?a=1"),
        ("https://acme.example:443/x", "https://acme.example/x"),
        ("http://acme.example:8080/x", "http://acme.example:8080/x"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
    ],
)
def test_a_url_is_kept_in_one_spelling(given_url: str, kept: str) -> None:
    url = clean_url(given_url)

    assert url == kept


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "give the address of a page"),
        ("acme.example/subprocessors", "must begin with https:// or http://"),
        ("file:///etc/passwd", "must begin with https:// or http://"),
        ("javascript:alert(1)", "must begin with https:// or http://"),
        ("https://", "names no host"),
        ("https:///path", "names no host"),
        ("https://acme.example:99999/", "is not a URL"),
        ("https://[::1/", "is not a URL"),
        ("https://acme .example/", "white space"),
        ("https://acme.example/\x00", "control characters"),
        ("https://ann@acme.example/", "holds a user name"),
        ("https://intranet/", "no address on the internet"),
        ("http://169.254.169.254/latest/meta-data", "not a public address"),
        ("http://127.0.0.1:9/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("http://localhost/", "not a public address"),
        ("https://acme.example/" + "a" * 2_000, "2,021 characters; 2,000 are allowed"),
    ],
)
def test_what_is_no_address_of_a_page_is_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(RegisterError) as raised:
        clean_url(url)

    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_password_is_never_printed_back() -> None:
    with pytest.raises(RegisterError) as raised:
        clean_url("https://ann:hunter2@acme.example/")

    assert "hunter2" not in str(raised.value)


def test_private_addresses_may_be_watched_where_the_setting_allows_it() -> None:
    url = clean_url("http://127.0.0.1:8931/list", allow_private=True)

    assert url == "http://127.0.0.1:8931/list"


@given(st.text(max_size=60))
def test_no_text_breaks_the_rules(text: str) -> None:
    try:
        url = clean_url(text)
    except RegisterError:
        return

    assert clean_url(url) == url
