"""Columns and rows by how words line up, where no rules part them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scrapers.documents.pdf_grid import Grid, WordCell, places
from scrapers.documents.pdf_page import TextLine, Word, text_lines

WRAPPED = 0.76  # of the letters' size: the gap between lines of one cell, at most


def find_edges(lines: Sequence[TextLine], above: Grid | None) -> tuple[float, ...]:
    """Where columns begin: where they did on the page before, if the words still keep to that."""
    own = column_edges(lines)
    if above is None or above.is_ruled or len(above.edges) <= len(own):
        return own
    inner = above.edges[1:-1]
    words = [word for line in lines for word in line.words]
    crossing = sum(1 for word in words for edge in inner if word.x0 < edge - 2 and word.x1 > edge)
    begun = [edge for edge in inner if any(abs(word.x0 - edge) < 3 for word in words)]
    return above.edges if crossing * 50 <= len(words) and len(begun) == len(inner) else own


def column_edges(lines: Sequence[TextLine]) -> tuple[float, ...]:
    """Where columns begin and where the last one ends: between them nearly no line has a word."""
    if not lines:
        return ()
    least = max(line.size for line in lines) * (0.6 if len(lines) > 6 else 1.0)
    covered = [part for line in lines for part in _stretches(line)]
    starts = [(start, 1) for start, _ in covered]
    steps = sorted(starts + [(end, -1) for _, end in covered])
    edges = [steps[0][0]]
    for start, end in _gaps(steps, allowed=len(lines) // 10):
        if end - start >= least:
            edges.append(end)
    return (*edges, steps[-1][0] + 0.1)


def _gaps(steps: Sequence[tuple[float, int]], *, allowed: int) -> Iterator[tuple[float, float]]:
    """The stretches of a page's width that no more lines than allowed cover."""
    count, since = 0, None
    for place, step in steps:
        count += step
        if step < 0 and count == allowed:
            since = place
        elif step > 0 and since is not None:
            yield since, place
            since = since if count <= allowed else None


def _stretches(line: TextLine) -> list[tuple[float, float]]:
    """What a line covers, blanks of running text counted as covered."""
    found: list[tuple[float, float]] = []
    for word in line.words:
        if found and word.x0 - found[-1][1] < word.size * 0.5:
            found[-1] = (found[-1][0], max(found[-1][1], word.x1))
        else:
            found.append((word.x0, word.x1))
    return found


def split(words: Sequence[Word], edges: Sequence[float]) -> tuple[WordCell, ...]:
    """The words of one row by column; what runs across columns is one cell in all of them."""
    cells: list[list[Word]] = [[] for _ in edges[1:]]
    for word in words:
        place = (word.x0 + word.x1) / 2
        cells[max(bisect_right(edges, place + 0.1, hi=len(cells)) - 1, 0)].append(word)
    lines = text_lines(words)
    is_across = len(lines) == 1 and len(_stretches(lines[0])) == 1 and bool(cells[0])
    if is_across and sum(1 for cell in cells if cell) > 1:
        whole = tuple(words)
        return tuple(whole for _ in cells)
    return tuple(tuple(cell) for cell in cells)


@dataclass(slots=True)
class _Band:
    """A stretch of height that words cover."""

    top: float
    bottom: float
    words: list[Word]


def find_rows(lines: Sequence[TextLine], edges: Sequence[float]) -> list[tuple[WordCell, ...]]:
    """Lines as rows: parted at the smallest gap that leaves no row with one cell only."""
    words = [word for line in lines for word in line.words]
    bands = _bands(words)
    gaps = [below.top - above.bottom for above, below in pairwise(bands)]
    best: tuple[float, list[tuple[WordCell, ...]]] | None = None
    wrapped = median(line.size for line in lines) * WRAPPED
    for least in [wrapped, float("-inf"), *places(gap - 0.5 for gap in gaps)]:
        rows = _cut(bands, gaps, least=least, edges=edges)
        bad = sum(1 for row in rows if _is_part(row)) / len(rows)
        if least == wrapped and (len(rows) < 2 or any(_is_several(row) for row in rows)):
            continue
        if best is None or bad < best[0]:
            best = bad, rows
        if bad == 0:
            break
    return best[1] if best else []


def _bands(words: Sequence[Word]) -> list[_Band]:
    """Words by the stretches of height that they cover, where nothing covers what is between."""
    bands: list[_Band] = []
    for word in sorted(words, key=lambda word: word.y0):
        trim = (word.y1 - word.y0) * 0.2
        if bands and word.y0 + trim < bands[-1].bottom:
            bands[-1].words.append(word)
            bands[-1].bottom = max(bands[-1].bottom, word.y1 - trim)
        else:
            bands.append(_Band(word.y0 + trim, word.y1 - trim, [word]))
    return bands


def _cut(
    bands: Sequence[_Band],
    gaps: Sequence[float],
    *,
    least: float,
    edges: Sequence[float],
) -> list[tuple[WordCell, ...]]:
    groups = [list(bands[0].words)]
    for gap, band in zip(gaps, bands[1:], strict=True):
        if gap > least:
            groups.append(list(band.words))
        else:
            groups[-1] += band.words
    return [split(group, edges) for group in groups]


def _is_several(row: Sequence[WordCell]) -> bool:
    """True if a row looks like several: each of its cells has the same number of lines."""
    counts = {len(text_lines(cell)) for cell in row}
    return len(counts) == 1 and counts.pop() > 2


def _is_part(row: Sequence[WordCell]) -> bool:
    """True if a row looks like a piece of one: its first cell is empty, or only one is filled."""
    filled = [cell for cell in row if cell]
    is_title = bool(row[0]) and all(word.bold for word in row[0])
    if row[0] and len(filled) > 1:
        return False
    return not (row[0] and is_title)
