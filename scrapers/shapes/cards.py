"""Grids and cards that are only nested containers: rows under titles, or a card for each vendor."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from scrapers.documents.model import Block, Cell, Document, Heading, Item, Line, Paragraph, Table
from scrapers.entry import Entry
from scrapers.fields import columns, is_told, meaning
from scrapers.shapes.bullets import said_of, take_apart
from scrapers.shapes.context import Context
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.headings import Placed, is_vendor
from scrapers.shapes.labels import describes, lines_of, shared_titles
from scrapers.shapes.naming import is_sure
from scrapers.shapes.strangers import is_short, serves
from scrapers.shapes.table import read_table

MAX_TITLES = 16
MAX_TITLE = 40
MAX_DEEPER = 3  # containers between a grid and its rows
FEW_TITLES = 4  # so many titles are read one by one
MIN_CARDS = 2
MONOGRAM = 3  # letters that stand for a logo
Alike = tuple[int, int, str, tuple[str, ...]]  # a box's parent, depth, tag and classes


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
    if not isinstance(first, Paragraph) or not _is_title(_cells(first)[0]):
        return None
    for depth in range(len(first.containers) - 1, 0, -1):
        cells, end = _cells_in(placed, at, first.containers[depth])
        if len(cells) > MAX_TITLES:
            return None
        known = sum(map(_is_title, cells))
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
        if len(block.lines) > 1 or not all(map(_is_title, cells)):
            break
        if not all(map(_is_title, more := _cells(placed[end][0]))):
            break
        cells += more
        end += 1
    fields = columns([cell.text for cell in cells])
    if len(cells) < 2 or "vendor" not in fields or not all(map(_is_title, cells)):
        return None
    row = _common(block, placed[end - 1][0])
    return Titles(tuple(cells), end, row[-2], row[-1]) if len(row) >= 2 else None


def _is_title(cell: Cell) -> bool:
    """True for a short text that means a column."""
    text = cell.text
    is_short = len(text) <= MAX_TITLE and not any(char.isdigit() for char in text)
    is_title = is_told(text) or (meaning(text) is not None and not is_sure(text))
    return is_short and is_title and text[-1:] not in ".:"


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


def read_cards(
    document: Document, placed: Sequence[Placed], language: str | None = None
) -> tuple[Entry, ...]:
    """Entries of the largest set of like containers that each begin with a vendor's name."""
    best: tuple[Entry, ...] = ()
    for cards in _card_sets(document, placed):
        found = _of_cards(cards, language)
        if len(found) > len(best):
            best = found
    return best


def _card_sets(document: Document, placed: Sequence[Placed]) -> Iterator[list[list[Placed]]]:
    """Direct children of one container that have the same tag and classes, with their blocks; then
    those of several such containers, as in one for each section."""
    sets = _boxes_alike(document, placed)
    alike: dict[tuple[int, str, tuple[str, ...]], list[list[list[Placed]]]] = {}
    for (_, depth, tag, classes), children in sets.items():
        cards = _below_titles(list(children.values()))
        alike.setdefault((depth, tag, classes), []).append(cards)
        if len(cards) >= MIN_CARDS:
            yield cards
    for several in alike.values():
        cards = list(chain.from_iterable(several))
        if len(several) > 1 and sum(map(_is_more, cards)) * 2 > len(cards):
            yield cards


def _boxes_alike(
    document: Document, placed: Sequence[Placed]
) -> dict[Alike, dict[int, list[Placed]]]:
    """Boxes by their parent and looks; what is said above the first holds for the others."""
    sets: dict[Alike, dict[int, list[Placed]]] = {}
    for block, context in placed:
        is_open = _is_open(context)
        if block.region != "main" or not (is_open or (sets and context.promise == "nothing")):
            continue
        for depth, (parent, child) in enumerate(pairwise(block.containers)):
            container = document.containers[child]
            key = (parent, depth, container.tag, container.classes)
            if is_open or key in sets:
                sets.setdefault(key, {}).setdefault(child, []).append((block, context))
    return sets


def _is_open(context: Context) -> bool:
    """True where what stands above promises cards of processors."""
    return context.promise in ("subprocessors", "recipients") and context.is_about_subprocessors


def _below_titles(cards: list[list[Placed]]) -> list[list[Placed]]:
    """Several boxes without a first one of nothing but column titles."""
    lines = lines_of([block for block, _ in cards[0]]) if len(cards) > 1 else []
    is_head = len(lines) > 1 and all(_is_title(Cell((line,))) for line in lines)
    return cards[1:] if is_head else cards


def _is_more(card: Sequence[Placed]) -> bool:
    """True for a card of several lines, and not but a cell of a row."""
    return bool(_below(card))


def _without_monogram(card: Sequence[Placed]) -> Sequence[Placed]:
    """A card without the letters that stand for its vendor's logo."""
    lines = lines_of([block for block, _ in card[:2]])
    if len(card) < 2 or len(lines) < 2 or len(lines[0].text) > MONOGRAM:
        return card
    is_logo = lines[0].text[:1].casefold() == lines[1].text[:1].casefold()
    return card[1:] if is_logo and len(lines[1].text) > MONOGRAM else card


def _of_cards(cards: Sequence[Sequence[Placed]], language: str | None) -> tuple[Entry, ...]:
    cards = [_without_monogram(card) for card in cards]
    heads = [(card, _first_line(card[0][0])) for card in cards]
    named = [(card, line) for card, line in heads if line and is_vendor(_name(line))]
    sure = [
        line
        for card, line in named
        if is_sure(_name(line)) or describes(lines_of([block for block, _ in card]), language)
    ]
    if len(named) == len(cards) and all(
        line in sure or _serves(card, line) for card, line in named
    ):
        sure = [line for _, line in named]
    if len(named) < MIN_CARDS or len(sure) * 3 < len(cards) or len(named) * 2 < len(cards):
        return ()
    titles = shared_titles([_below(card) for card, _ in named])
    return tuple(
        entry for card, line in named for entry in _of_card(card, line, language, titles=titles)
    )


def _of_card(
    card: Sequence[Placed], head: Line, language: str | None, *, titles: Collection[str]
) -> list[Entry]:
    bullet = take_apart((head,))
    group = group_of(bullet.name, _below(card), head=head, said=bullet.said, titles=titles)
    return entries_of(group, _context(card), language)


def _serves(card: Sequence[Placed], head: Line) -> bool:
    """True where a card says right below its name what the one that it names does."""
    said = take_apart((head,), _below(card))
    return is_short(said.name) and serves(said_of(said))


def _below(card: Sequence[Placed]) -> list[Line]:
    """The lines of a card below its name."""
    return lines_of([block for block, _ in card])[1:]


def _context(card: Sequence[Placed]) -> Context:
    return card[0][1]


def _name(line: Line) -> str:
    return take_apart((line,)).name


def _first_line(block: Block) -> Line | None:
    if isinstance(block, Heading):
        return block.line
    return block.lines[0] if isinstance(block, Paragraph | Item) and block.lines else None
