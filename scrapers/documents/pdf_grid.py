"""A table of a PDF page, before its words are cells."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scrapers.documents.pdf_page import Word

NEAR = 3.0  # points within which two places are one
WordCell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's words by row and column; a cell that spans several is the same object in each.

    `edges` are the columns' left edges and the right edge of the last, `top` and `bottom` heights.
    """

    rows: tuple[tuple[WordCell, ...], ...]
    edges: tuple[float, ...]
    top: float
    bottom: float
    is_ruled: bool

    @property
    def words(self) -> set[int]:
        return {id(word) for row in self.rows for cell in row for word in cell}


def tidy(grid: Grid) -> Grid | None:
    """A grid without empty rows and columns; None if what is left is no table."""
    rows = [row for row in grid.rows if any(row)]
    kept = [
        at
        for at in range(len(grid.edges) - 1)
        if any(row[at] and (at == 0 or row[at] is not row[at - 1]) for row in rows)
    ]
    if len(rows) < 2 or len(kept) < 2:
        return None
    edges = (*(grid.edges[at] for at in kept), grid.edges[-1])
    return replace(grid, rows=tuple(tuple(row[at] for at in kept) for row in rows), edges=edges)


def places(values: Iterable[float]) -> list[float]:
    """Values in order, those that are almost one once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found
