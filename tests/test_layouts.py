"""Pages of our own writing: one for each layout that vendors use, and some that are no list."""

import json
from pathlib import Path

import pytest

from scrapers.documents import document_text, open_document
from scrapers.page import Page
from scrapers.quotes import find_quote
from scrapers.read import read

FOLDER = Path(__file__).parent / "pages"
EXPECTED: dict[str, list[str]] = json.loads((FOLDER / "expected.json").read_text())


@pytest.mark.parametrize("file", sorted(EXPECTED))
def test_the_page_gives_these_vendors_and_no_others(file):
    source = Page.from_file(FOLDER / file)

    reading = read(source)

    listed = [entry for entry in reading.entries if entry.certainty == "stated"]
    assert [entry.entity for entry in listed] == EXPECTED[file]


@pytest.mark.parametrize("file", sorted(name for name, names in EXPECTED.items() if names))
def test_each_entry_has_a_quote_that_stands_on_the_page(file):
    source = Page.from_file(FOLDER / file)
    text = document_text(open_document(source))

    reading = read(source)

    assert all(find_quote(text, entry.quote) for entry in reading.entries)


def test_every_page_is_expected():
    pages = {path.name for path in FOLDER.iterdir() if path.name != "expected.json"}

    assert pages == set(EXPECTED)
