"""Spans are filled in, whatever numbers the page claims."""

from scrapers.documents.grid import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SPAN,
    RawCell,
    RawTable,
    rectangle,
    span,
)
from scrapers.documents.html import open_html
from scrapers.documents.model import Table
from tests.reading import page


def first_table(markup: str) -> Table:
    return next(block for block in open_html(page(markup)).blocks if isinstance(block, Table))


def test_a_row_span_is_the_same_cell_in_each_row():
    markup = "<table><tr><td rowspan=2>A</td><td>b</td></tr><tr><td>c</td></tr></table>"

    rows = first_table(markup).rows

    assert rows[0][0] is rows[1][0]
    assert rows[1][1].text == "c"


def test_a_column_span_fills_its_row():
    markup = "<table><tr><td colspan=2>A</td></tr><tr><td>b</td><td>c</td></tr></table>"

    rows = first_table(markup).rows

    assert rows[0][0] is rows[0][1]


def test_short_rows_end_in_empty_cells():
    markup = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"

    rows = first_table(markup).rows

    assert [len(row) for row in rows] == [2, 2]
    assert rows[1][1].text == ""


def test_a_span_is_clamped_and_nonsense_counts_as_one():
    assert span("1000000") == MAX_SPAN
    assert span("0") == span("-3") == span("many") == span(None) == 1


def test_huge_spans_give_a_bounded_rectangle():
    raw = RawTable()
    for _ in range(3):
        raw.start_row()
        raw.start_cell(RawCell(header=False, column_span=MAX_SPAN, row_span=MAX_SPAN))

    rows = rectangle(raw)

    assert max(len(row) for row in rows) <= MAX_COLUMNS


def test_rows_beyond_the_limit_are_counted_as_left_over():
    raw = RawTable()

    for _ in range(MAX_ROWS + 5):
        raw.start_row()

    assert (len(raw.rows), raw.left_over) == (MAX_ROWS, 5)
