"""A page is opened by what it is."""

import pytest

from scrapers.documents import document_text, open_document
from scrapers.documents.model import Data, Table
from scrapers.errors import ReadError
from scrapers.page import Page
from tests.reading import page


def test_json_is_one_block_of_data():
    document = open_document(page('{"a": ["b"]}', "application/json"))

    assert isinstance(document.blocks[0], Data)
    assert document_text(document) == "b"


def test_csv_is_one_table_with_titles():
    document = open_document(page("Name;Country\nAcme;NO\n", "text/csv"))

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [cell.header for cell in table.rows[0]] == [True, True]
    assert [cell.text for cell in table.rows[1]] == ["Acme", "NO"]


def test_markup_that_calls_itself_json_is_read_as_markup():
    document = open_document(page("<p>Acme</p>", "application/json"))

    assert document_text(document) == "Acme"


def test_a_spanned_cell_stands_once_in_the_text():
    markup = "<table><tr><td rowspan=2>A</td><td>b</td></tr><tr><td>c</td></tr></table>"

    text = document_text(open_document(page(markup)))

    assert text.split() == ["A", "b", "c"]


@pytest.mark.parametrize(
    ("content", "media_type", "says"),
    [
        (b"", "text/html", "is empty"),
        (b"\x89PNG\r\n", "text/html", "is a PNG file"),
        (b"PK\x03\x04", "text/html", "ZIP"),
        (b"{nonsense", "application/json", "calls itself JSON"),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(content, media_type, says):
    with pytest.raises(ReadError, match=says):
        open_document(Page(url="https://x.example/a", content=content, media_type=media_type))
