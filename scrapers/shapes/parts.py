"""Tables that are several in one: a row of titles in the middle begins another list."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scrapers.documents.model import Cell, Table
from scrapers.fields import columns, meaning

MAX_TITLE = 45
Row = tuple[Cell, ...]


def parts_of(table: Table) -> list[Table]:
    """The tables that a table holds, mostly itself; columns that are one in all rows are one."""
    rows = table.rows
    starts = [at for at in range(2, len(rows)) if _stands_out(rows[at]) and _are_titles(rows[at])]
    starts = [at for at in starts if _texts(rows[at]) != _texts(rows[0])]
    if not starts:
        return [_narrowed(table)]
    bounds = [0, *starts, len(rows)]
    parts = [rows[start:end] for start, end in pairwise(bounds)]
    return [_narrowed(replace(table, rows=part)) for part in parts if part]


def _stands_out(row: Row) -> bool:
    """True if every cell of a row is a header cell, or bold."""
    return all(
        cell.header or all(run.bold for line in cell.lines for run in line.runs) for cell in row
    )


def _are_titles(row: Row) -> bool:
    """True for a row of several titles, one of them over names."""
    titles = list({id(cell): cell.text for cell in row}.values())
    if len(titles) < 2 or not all(title and len(title) <= MAX_TITLE for title in titles):
        return False
    return "vendor" in columns(titles) and sum(map(bool, map(meaning, titles))) == len(titles)


def _texts(row: Row) -> list[str]:
    return list({id(cell): cell.text for cell in row}.values())


def _narrowed(table: Table) -> Table:
    """The table without columns that every row spans together with the one before."""
    first = table.rows[0] if table.rows else ()
    if len({id(cell) for cell in first}) == len(first):
        return table
    kept = [
        at for at in range(len(first)) if not at or not all(_spans(row, at) for row in table.rows)
    ]
    return replace(table, rows=tuple(tuple(row[at] for at in kept) for row in table.rows))


def _spans(row: Sequence[Cell], at: int) -> bool:
    return row[at] is row[at - 1]
