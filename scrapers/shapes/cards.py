"""Cards that are only nested containers: a box for each vendor."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise

from scrapers.documents.model import Block, Cell, Document, Heading, Item, Line, Paragraph
from scrapers.entry import Entry
from scrapers.shapes.bullets import said_of, take_apart
from scrapers.shapes.context import Context
from scrapers.shapes.grids import is_title
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.headings import Placed, is_vendor
from scrapers.shapes.labels import describes, is_title as is_label, lines_of, shared_titles
from scrapers.shapes.naming import is_sure
from scrapers.shapes.strangers import is_short, serves

MIN_CARDS = 2
MONOGRAM = 3  # letters that stand for a logo
Alike = tuple[int, int, str, tuple[str, ...]]  # a box's parent, depth, tag and classes


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
    is_head = len(lines) > 1 and all(is_title(Cell((line,))) for line in lines)
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
    labels = sum(is_label(line.text) for _, line in named)
    if labels > 1 and labels * 4 >= len(named):
        return ()  # the fields of cards
    if sum(map(_is_more, cards)) * 2 <= len(cards):  # boxes of a line each may be cells of a grid
        sure = [line for _, line in named if is_sure(_name(line))]
        sure = sure if len(sure) * 2 >= len(cards) else []
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
