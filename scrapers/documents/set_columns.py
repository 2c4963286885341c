"""Columns that are set with blanks: lines whose wide gaps stand one below another are a table."""

import re
from collections.abc import Sequence

from scrapers.documents.grid import MAX_COLUMNS, MAX_ROWS
from scrapers.documents.model import Cell, Line, Run

GAP = "\t"  # what a blank of a wide gap is kept as until its paragraph ends
MIN_ROWS = 3
SLACK = 1  # signs that a cell may begin before or behind its title
Row = tuple[Cell, ...]
Pieces = list[tuple[int, Line]]
_FOLDED = re.compile(r"[ \t\r\n\f\v]+")
_WIDE = re.compile(r"[\s\xa0]{2,}")
_RULE = re.compile(r"[\s|+:=_-]{3,}")
_NARROW = re.compile(f"(?<!{GAP}){GAP}{{2}}(?!{GAP})")
_MARK = re.compile(r"[\W\d]*(?:[a-zA-Z]|[ivx]+)?[\W\d]*")


def kept_wide(text: str, *, is_set: bool) -> str:
    """A text with its wide gaps kept: of hard blanks, or of any where `is_set` as it stands."""
    text = text.expandtabs() if is_set else _FOLDED.sub(" ", text)
    return _WIDE.sub(lambda gap: GAP * len(gap[0]), text).replace("\xa0", " ")


def narrowed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines as they read where their gaps mean nothing."""
    return tuple(map(_narrowed, lines))


def _narrowed(line: Line) -> Line:
    if GAP not in line.text:
        return line
    runs = [run._replace(text=re.sub(f" ?{GAP}+ ?", " ", run.text)) for run in line.runs]
    runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    return Line(tuple(run for run in runs if run.text) or (Run(""),))


def parted(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Row, ...], Sequence[Line]]:
    """The lines above a table that is set in columns, its rows, and the lines below it."""
    wide = [at for at, line in enumerate(lines) if GAP in line.text and not _is_rule(line)]
    if len(wide) < MIN_ROWS:
        return lines, (), ()
    start, end = wide[0], wide[-1] + 1
    rows = _rows(lines[start:end])
    return (lines[:start], rows, lines[end:]) if rows else (lines, (), ())


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The rows of lines that are set in columns; none where they are not."""
    pieces = [_pieces(line) for line in lines if not _is_rule(line)]
    width = len(pieces[0])
    if not 2 <= width <= MAX_COLUMNS or len(pieces) > MAX_ROWS or _are_numbered(pieces):
        return ()
    starts = [start for start, _ in pieces[0]]
    if all(_stand_below(starts, [start for start, _ in row]) for row in pieces):
        return tuple(_row(starts, row) for row in pieces)
    if any(len(row) != width for row in pieces) or any(map(_NARROW.search, map(_text, lines))):
        return ()
    return tuple(tuple(Cell((line,)) for _, line in row) for row in pieces)


def _text(line: Line) -> str:
    return line.text


def _are_numbered(pieces: Sequence[Pieces]) -> bool:
    """True for paragraphs or items behind their numbers."""
    marks = sum(_MARK.fullmatch(row[0][1].text) is not None for row in pieces)
    return len(pieces[0]) == 2 and marks * 2 > len(pieces)


def _stand_below(starts: Sequence[int], cells: Sequence[int]) -> bool:
    """True if a row begins where the first does, and each of its cells below one of that."""
    is_below = [any(abs(start - at) <= SLACK for start in starts) for at in cells]
    return all(is_below) and bool(cells) and abs(cells[0] - starts[0]) <= SLACK


def _row(starts: Sequence[int], pieces: Pieces) -> Row:
    return tuple(
        Cell(tuple(line for at, line in pieces if abs(at - start) <= SLACK)) for start in starts
    )


def _pieces(line: Line) -> Pieces:
    """What stands between a line's wide gaps, each with where it begins."""
    found: Pieces = []
    runs: list[Run] = []
    at = start = 0
    for run in line.runs:
        for text in re.split(f"({GAP}+)", run.text):
            if text[:1] == GAP:
                if runs:
                    found.append((start, Line(tuple(runs))))
                runs = []
            elif text.strip():
                start = start if runs else at + len(text) - len(text.lstrip())
                runs.append(run._replace(text=text if runs else text.lstrip()))
            at += len(text)
    return [*found, (start, Line(tuple(runs)))] if runs else found
