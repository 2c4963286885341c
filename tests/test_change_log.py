"""The change log that a page keeps is read as dated lines."""

from datetime import date

import pytest

from scrapers.change_log import LogLine, find_change_log
from scrapers.documents import open_document
from tests.reading import page

LIST = "<h1>Sub-processors</h1><table><tr><th>Name<th>Purpose<tr><td>Brightpost<td>Mail</table>"


def log_of(markup: str) -> tuple[LogLine, ...] | None:
    return find_change_log(open_document(page(f'<html lang="en">{markup}</html>')))


@pytest.mark.parametrize(
    ("markup", "quotes"),
    [
        (
            "<h2>Change log</h2><ul><li>2026-03-01: Brightpost added</li>"
            "<li>2 January 2026 – Nimbusfold removed</li><li>and more</li></ul>",
            ["2026-03-01: Brightpost added", "2 January 2026 – Nimbusfold removed"],
        ),
        (
            "<h2>Revision history</h2><p>2026-03-01: Brightpost added<br>"
            "2026-01-02: Nimbusfold removed</p>",
            ["2026-03-01: Brightpost added", "2026-01-02: Nimbusfold removed"],
        ),
        (
            "<h2>Updates</h2><table><tr><th>Date<th>Change<tr><td>2026-03-01<td>Brightpost added"
            "<tr><td>2026-01-02<td>Nimbusfold removed</table>",
            ["2026-03-01 Brightpost added", "2026-01-02 Nimbusfold removed"],
        ),
        (
            "<h2>Change history</h2><h3>March 1, 2026</h3><ul><li>Brightpost added</li></ul>"
            "<h3>January 2, 2026</h3><ul><li>Nimbusfold removed</li></ul>",
            ["Brightpost added", "Nimbusfold removed"],
        ),
    ],
)
def test_each_dated_line_is_kept_with_its_day(markup: str, quotes: list[str]) -> None:
    lines = log_of(LIST + markup)

    assert lines is not None
    assert [line.quote for line in lines] == quotes
    assert [line.on for line in lines] == [date(2026, 3, 1), date(2026, 1, 2)]


def test_a_log_in_german_is_one_too() -> None:
    lines = log_of(LIST + "<h2>Änderungshistorie</h2><ul><li>01.03.2026: Brightpost neu</li></ul>")

    assert lines == (LogLine(date(2026, 3, 1), "01.03.2026: Brightpost neu"),)


def test_a_page_without_a_log_keeps_none_and_an_empty_log_is_one() -> None:
    assert log_of(LIST + "<p>Last updated on 2026-03-01. Brightpost sends mail.</p>") is None
    assert log_of(LIST + "<h2>Change log</h2><p>Nothing so far.</p>") == ()
