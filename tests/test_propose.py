"""What a page's vendor and kind are likely to be."""

import pytest
from hypothesis import given, strategies as st

from inventory.intake.propose import suggest_kind, suggest_url, suggest_vendor
from scrapers.catalogue import load_catalogue
from scrapers.reading import Reading


def titled(title: str | None, kind: str = "subprocessor-list") -> Reading:
    return Reading(kind=kind, complete=True, title=title)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "title", "vendor"),
    [
        ("https://quillmark.example/list", "Sub-processors | Quillmark", "Quillmark"),
        ("https://www.quillmark.co.uk/", "Quillmark Ltd – Privacy Policy", "Quillmark"),
        ("https://quillmark.example/", "Quillmark’s list of sub-processors", "Quillmark"),
        ("https://quillmark.example/", "List of Subprocessors", "Quillmark"),
        ("https://legal.quillmark.co.uk/", None, "Quillmark"),
        ("", "Privacy Policy - Tarn Well GmbH", "Tarn Well"),
        ("", "Datenschutzerklärung", ""),
        ("http://127.0.0.1:8000/x", None, ""),
    ],
)
def test_the_title_or_the_host_tells_whose_page_it_is(
    url: str, title: str | None, vendor: str
) -> None:
    assert suggest_vendor(url, titled(title)) == vendor


def test_a_host_of_the_catalogue_is_known() -> None:
    known = next(one for one in load_catalogue().vendors if one.domains)

    vendor = suggest_vendor(f"https://legal.{known.domains[0]}/x", titled("Something | Else"))

    found = load_catalogue().by_domain(known.domains[0])
    assert found is not None
    assert vendor == found.name


@pytest.mark.parametrize(
    ("url", "title", "read", "kind"),
    [
        ("https://q.example/x", None, "subprocessor-list", "list"),
        ("https://q.example/x", None, "privacy-policy", "policy"),
        ("https://q.example/legal/dpa", None, "privacy-policy", "dpa"),
        ("https://q.example/x", "Data Processing Addendum", "none", "dpa"),
        ("https://q.example/x", None, "none", "list"),
    ],
)
def test_the_kind_comes_from_what_was_read(
    url: str, title: str | None, read: str, kind: str
) -> None:
    assert suggest_kind(url, titled(title, read)) == kind


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_title_breaks_the_suggestion(title: str, host: str) -> None:
    name = suggest_vendor(f"https://{host.replace('[', '')}/".replace("]", ""), titled(title))

    assert isinstance(name, str)


@pytest.mark.parametrize(
    ("content", "url"),
    [
        (
            b"<!-- saved from url=(0031)https://quillmark.example/list -->",
            "https://quillmark.example/list",
        ),
        (
            b'<link rel="canonical" href="https://q.example/a?b=1&amp;c=2">',
            "https://q.example/a?b=1&c=2",
        ),
        (b"<link href='https://q.example/a' rel='canonical'>", "https://q.example/a"),
        (b'<link rel="canonical" href="javascript:alert(1)">', ""),
        (b"\xff\xfe\x00", ""),
    ],
)
def test_a_saved_page_may_name_its_address(content: bytes, url: str) -> None:
    assert suggest_url(content) == url
