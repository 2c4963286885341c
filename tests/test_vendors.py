"""Files for single vendors: found by the page's address, each with a page of our own writing."""

from pathlib import Path
from textwrap import dedent

import pytest

from scrapers.page import Page
from scrapers.read import read
from scrapers.vendors import FOLDER, read_vendor

PAGES = Path(__file__).parent / "pages/vendors"
ODD_PAGE = b"""<html lang="en"><title>Sub-processors</title><h1>Who helps us</h1><pre>
zendesk .. answers tickets .. US
hetzner .. keeps backups .. Germany
</pre></html>"""
FILE = '''"""Stripe prints dots between its fields."""

from collections.abc import Iterator

from bs4 import BeautifulSoup

from scrapers.vendors import Publisher, Row


def rows(soup: BeautifulSoup) -> Iterator[Row]:
    for line in soup.pre.get_text().strip().splitlines():
        name, purpose, place = line.split(" .. ")
        yield Row(name, line, {"purpose": purpose, "location": place})


PUBLISHES = Publisher(vendor="stripe", read=rows)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "stripe.py").write_text(FILE)
    return tmp_path


def test_a_vendors_file_reads_what_the_shapes_cannot(folder: Path) -> None:
    page = Page("https://stripe.com/legal/service-providers", ODD_PAGE)

    entries = read_vendor(page, folder=folder)

    assert entries is not None
    assert [(entry.vendor, entry.purpose, entry.countries) for entry in entries] == [
        ("Zendesk", "answers tickets", ("US",)),
        ("Hetzner", "keeps backups", ("DE",)),
    ]


@pytest.mark.parametrize(
    "url", ["https://stripe.com.evil.example/", "https://acme.example/", "page.html"]
)
def test_other_pages_are_left_to_the_shapes(folder: Path, url: str) -> None:
    assert read_vendor(Page(url, ODD_PAGE), folder=folder) is None


def test_the_reader_asks_for_a_vendors_file_first(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr("scrapers.vendors.read_vendor.__kwdefaults__", {"folder": folder})

    reading = read(Page("https://stripe.com/legal/service-providers", ODD_PAGE))

    assert (reading.kind, reading.complete) == ("subprocessor-list", True)
    assert [entry.quote for entry in reading.entries] == [
        "zendesk .. answers tickets .. US",
        "hetzner .. keeps backups .. Germany",
    ]


def test_the_example_in_the_documentation_reads_a_page(tmp_path: Path) -> None:
    guide = (Path(__file__).parent.parent / "docs/reading.md").read_text()
    code = dedent(guide.split("```python\n")[1].split("```")[0])
    (tmp_path / "stripe.py").write_text(code.replace("acme", "stripe"))

    entries = read_vendor(Page("https://stripe.com/legal", ODD_PAGE), folder=tmp_path)

    assert [entry.vendor for entry in entries or ()] == ["Zendesk", "Hetzner"]


def test_every_vendor_file_has_a_page_of_our_own_writing() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}

    assert {name for name in files if not (PAGES / f"{name}.html").exists()} == set()
