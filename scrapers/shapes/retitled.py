"""Cells that say their column's title again, for screens too narrow for a row of titles."""

from collections.abc import Sequence

from scrapers.documents.model import Cell, Line, Run

Row = Sequence[Cell]
MARKS = " :："


def without_titles(rows: Sequence[Row], titles: Sequence[str]) -> list[Row]:
    """Rows whose cells begin behind their column's title, where all that are filled say it."""
    said = {at for at, title in enumerate(titles) if title and _is_said(rows, at, title)}
    if not said:
        return list(rows)
    return [
        tuple(_bare(cell, titles[at]) if at in said else cell for at, cell in enumerate(row))
        for row in rows
    ]


def _is_said(rows: Sequence[Row], at: int, title: str) -> bool:
    filled = [row[at].lines for row in rows if row[at].lines]
    is_said = len(filled) > 1 and all(_behind(cell[0].text, title) is not None for cell in filled)
    return is_said and any(len(cell) > 1 or cell[0].text != title for cell in filled)  # else links


def _behind(text: str, title: str) -> str | None:
    """What stands behind a title that a text begins with, None where it begins otherwise."""
    behind = text[len(title) :]
    is_title = text.startswith(title) and (not behind or behind[0] in MARKS)
    return behind.strip(MARKS) if is_title else None


def _bare(cell: Cell, title: str) -> Cell:
    if not cell.lines:
        return cell
    first, *others = cell.lines
    runs = _cut(first.runs, len(first.text) - len(_behind(first.text, title) or ""))
    return Cell((*((Line(runs),) if runs else ()), *others), cell.header)


def _cut(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Runs without their first characters; blanks at the line's beginning do not count."""
    kept: list[Run] = []
    for number, run in enumerate(runs):
        text = run.text if number else run.text.lstrip()
        if length < len(text):
            kept.append(run._replace(text=text[max(length, 0) :]))
        length -= len(text)
    return tuple(kept)
