"""Grids that are only nested containers: rows of boxes under column titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapers.documents.model import Block, Cell, Paragraph, Table
from scrapers.entry import Entry
from scrapers.fields import columns, is_told, meaning
from scrapers.shapes.headings import Placed
from scrapers.shapes.labels import lines_of
from scrapers.shapes.naming import is_sure
from scrapers.shapes.table import read_table

MAX_TITLES = 16
MAX_TITLE = 40
MAX_DEEPER = 3  # containers between a grid and its rows
FEW_TITLES = 4  # so many titles are read one by one


@dataclass(frozen=True, slots=True)
class Titles:
    """A line of column titles made of containers: where it ends, the grid that it heads, and the
    container that holds the titles."""

    cells: tuple[Cell, ...]
    end: int
    grid: int
    row: int


def read_grids(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of every grid of containers that begins with column titles."""
    found: list[Entry] = []
    at = 0
    while at < len(placed):
        titles = _row_of_titles(placed, at) or _titles(placed, at)
        if titles is None or _are_labels(titles, placed):
            at += 1
            continue
        rows = list(_rows(placed, titles)) or list(_flat_rows(placed, at, titles))
        table = Table((titles.cells, *rows))
        found.extend(read_table(table, placed[at][1], language))
        at = titles.end
    return tuple(found)


def _row_of_titles(placed: Sequence[Placed], at: int) -> Titles | None:
    """Column titles that have a container of their own, where most mean a column."""
    first = placed[at][0]
    if not isinstance(first, Paragraph) or not is_title(_cells(first)[0]):
        return None
    for depth in range(len(first.containers) - 1, 0, -1):
        cells, end = _cells_in(placed, at, first.containers[depth])
        if len(cells) > MAX_TITLES:
            return None
        known = sum(map(is_title, cells))
        is_most = known * 3 >= len(cells) * 2 and known > FEW_TITLES
        if is_most or (known < len(cells) and known * 4 >= len(cells) * 3):
            fields = columns([cell.text for cell in cells])
            grid, row = first.containers[depth - 1 : depth + 1]
            return Titles(cells, end, grid, row) if "vendor" in fields else None
    return None


def _cells_in(placed: Sequence[Placed], at: int, container: int) -> tuple[tuple[Cell, ...], int]:
    """The short texts that follow inside a container, and where they end."""
    cells: list[Cell] = []
    while at < len(placed) and len(cells) <= MAX_TITLES:
        block = placed[at][0]
        if container not in block.containers or not isinstance(block, Paragraph):
            break
        if len(block.text) > MAX_TITLE:
            return (), at
        cells.extend(_cells(block))
        at += 1
    return tuple(cells), at


def _are_labels(titles: Titles, placed: Sequence[Placed]) -> bool:
    """True for two titles whose first comes again without the other: the label of each card."""
    texts = [cell.text for cell in titles.cells]
    if len(texts) != 2 or meaning(texts[0]) in ("vendor", "entity", "service"):
        return False
    printed = [
        line.text for block, _ in placed if isinstance(block, Paragraph) for line in block.lines
    ]
    return printed.count(texts[0]) > printed.count(texts[1])


def _titles(placed: Sequence[Placed], at: int) -> Titles | None:
    """Column titles that begin here: the lines of one paragraph, or short ones side by side."""
    block = placed[at][0]
    if not isinstance(block, Paragraph) or len(block.containers) < 2:
        return None
    if len(block.lines[0].text) > MAX_TITLE:
        return None
    cells, end = _cells(block), at + 1
    while len(cells) < MAX_TITLES and end < len(placed) and _is_beside(block, placed[end][0]):
        if len(block.lines) > 1 or not all(map(is_title, cells)):
            break
        if not all(map(is_title, more := _cells(placed[end][0]))):
            break
        cells += more
        end += 1
    fields = columns([cell.text for cell in cells])
    if len(cells) < 2 or "vendor" not in fields or not all(map(is_title, cells)):
        return None
    row = _common(block, placed[end - 1][0])
    return Titles(tuple(cells), end, row[-2], row[-1]) if len(row) >= 2 else None


def is_title(cell: Cell) -> bool:
    """True for a short text that means a column."""
    text = cell.text
    is_short = len(text) <= MAX_TITLE and not any(char.isdigit() for char in text)
    means = is_told(text) or (meaning(text) is not None and not is_sure(text))
    return is_short and means and text[-1:] not in ".:"


def _cells(block: Block) -> list[Cell]:
    return [Cell((line,)) for line in lines_of([block])]


def _is_beside(first: Block, other: Block) -> bool:
    """True for a short text in the same row of containers."""
    if not isinstance(other, Paragraph) or len(other.text) > 60:
        return False
    shared = len(_common(first, other))
    return shared >= len(first.containers) - 1 and shared >= 1


def _common(first: Block, other: Block) -> tuple[int, ...]:
    shared = 0
    for left, right in zip(first.containers, other.containers, strict=False):
        if left != right:
            break
        shared += 1
    return first.containers[:shared]


def _rows(placed: Sequence[Placed], titles: Titles) -> Iterator[tuple[Cell, ...]]:
    """The grid's other children as rows; a row with another number of cells is none."""
    blocks = [block for block, _ in placed[titles.end :]]
    yield from _rows_in(blocks, titles.grid, len(titles.cells), deeper=MAX_DEEPER)


def _flat_rows(placed: Sequence[Placed], at: int, titles: Titles) -> Iterator[tuple[Cell, ...]]:
    """Rows of cells that stand behind their titles in one container, which the style lays out."""
    if at and titles.row in placed[at - 1][0].containers:
        return
    blocks = [block for block, _ in placed[titles.end :]]
    cells = [Cell(tuple(lines_of(child))) for child in _children(blocks, titles.row)]
    width = len(titles.cells)
    if len(cells) % width == 0:  # else an empty one is missing, nobody knows where
        yield from zip(*[iter(cells)] * width, strict=True)


def _rows_in(
    blocks: Sequence[Block], parent: int, width: int, *, deeper: int
) -> Iterator[tuple[Cell, ...]]:
    """The children of a container that have so many cells; what holds more may hold rows."""
    for child in _children(blocks, parent):
        if cells := _row(child, width):
            yield cells
        elif deeper and len(child) > width:
            inner = child[0].containers[child[0].containers.index(parent) + 1]
            yield from _rows_in(child, inner, width, deeper=deeper - 1)


def _row(blocks: Sequence[Block], width: int) -> tuple[Cell, ...]:
    """The cells of a row, a block each or a line each; none where they are not so many."""
    cells = tuple(
        Cell(tuple(lines_of([block]))) for block in blocks if not isinstance(block, Table)
    )
    if len(cells) != width:
        cells = tuple(Cell((line,)) for line in lines_of(blocks))
    return cells if len(cells) == width else ()


def _children(blocks: Sequence[Block], parent: int) -> list[list[Block]]:
    """Blocks inside a container, those of each direct child together."""
    children: dict[int, list[Block]] = {}
    for block in blocks:
        if parent not in block.containers:
            break
        depth = block.containers.index(parent) + 1
        if depth < len(block.containers):
            children.setdefault(block.containers[depth], []).append(block)
    return list(children.values())
