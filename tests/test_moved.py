"""Where a list went: the address that a page names which no longer holds it."""

import pytest

from scrapers.documents import open_document
from scrapers.moved import find_new_home
from scrapers.page import Page


def home(body: str) -> str | None:
    html = f'<html lang="en"><body>{body}</body></html>'
    page = Page(url="https://acme.example/legal/list", content=html.encode())
    return find_new_home(open_document(page))


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="https://trust.acme.example/">our trust center</a>', "https://trust.acme.example/"),
        ('<a href="/trust-centre">here</a>', "https://acme.example/trust-centre"),
        ('<a href="/legal/subprocessors">this page</a>', "https://acme.example/legal/subprocessors"),
        ('<a href="/x/12">list of sub-processors</a>', "https://acme.example/x/12"),
        ('<a href="/de/13">Liste der Unterauftragsverarbeiter</a>', "https://acme.example/de/13"),
    ],
)  # fmt: skip
def test_a_link_that_says_so_leads_to_the_list(link: str, address: str) -> None:
    assert home(f"<p>The list has moved. Please see {link}.</p>") == address


def test_the_list_itself_goes_before_a_trust_centre_and_before_the_menu() -> None:
    menu = '<nav><a href="/subprocessors-old">Sub-processors</a></nav>'
    text = '<p>See <a href="/trust-center">trust center</a>, <a href="/a">sub-processors</a>.</p>'

    found = home(menu + text)

    assert found == "https://acme.example/a"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/privacy">privacy policy</a>',
        '<a href="mailto:subprocessors@acme.example">ask us for our sub-processors</a>',
        '<a href="/about">We build trust</a>',
    ],
)
def test_other_links_lead_nowhere(link: str) -> None:
    assert home(f"<p>Welcome. {link}</p>") is None
