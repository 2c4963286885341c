"""All lists of a document, found by every shape, each list once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Document, Item, Line, Table, block_lines
from scrapers.entry import Entry
from scrapers.names import normal_form
from scrapers.shapes.bullets import read_bullets
from scrapers.shapes.cards import read_cards
from scrapers.shapes.context import Context, in_context
from scrapers.shapes.embedded import read_embedded
from scrapers.shapes.emphasis import read_emphasis
from scrapers.shapes.grids import read_grids
from scrapers.shapes.headings import Placed, read_headings, read_paragraphs
from scrapers.shapes.labelled import read_labelled
from scrapers.shapes.labels import shared_titles
from scrapers.shapes.naming import known
from scrapers.shapes.parts import parts_of
from scrapers.shapes.records import read_key_values, read_lines, read_records
from scrapers.shapes.sentences import read_sentences
from scrapers.shapes.table import is_index, read_table
from scrapers.shapes.titled import read_titled

READ_IN = ("main", "form", "aside")  # menus, footers and dialogs hold no lists
BY_CHANCE = 3  # entries that one shape may find in what is of another
DEEP = 3  # containers around an item, from which they tell parts of a page apart
ALIKE = 40  # lists that one is compared with: pages with more lists of the same are made to hurt
REPEATED = 0.7  # share of known names from which a list only says again what another said


@dataclass(frozen=True, slots=True)
class FoundList:
    """Entries that stand together, the shape that read them, the block behind them."""

    shape: str
    entries: tuple[Entry, ...]
    end: int
    titles: tuple[str, ...] = ()
    is_index: bool = False  # a table of kinds of data that says who of a list gets each

    @property
    def says_why(self) -> bool:
        """True if it gives more than names and links."""
        return any(entry.purpose or entry.locations or entry.data for entry in self.entries)


def find_lists(document: Document, language: str | None = None) -> list[FoundList]:
    """Every list of processors in a document, in page order, repetitions left out.

    Shapes that a page only suggests are looked for where none stands that it marks up as a list.
    """
    placed = list(in_context(document))
    found = _without_repeats(marked_up(placed, language))
    if lists := _without_indexes(found):
        return lists
    for shape, entries in _suggested(document, placed, language):
        if not entries:
            continue
        suggested = FoundList(shape, entries, _end_of_entry(placed, entries[-1]))
        if lists := _without_indexes([suggested, *found]):
            return lists
    return found


def _end_of_entry(placed: Sequence[Placed], entry: Entry) -> int:
    """Where the last block stands that names an entry, one on; the end if none does."""
    for at in range(len(placed) - 1, -1, -1):
        if any(entry.entity in line.text for line in block_lines(placed[at][0])):
            return at + 1
    return len(placed)


def _without_indexes(found: Sequence[FoundList]) -> list[FoundList]:
    """Leave out indexes of the lists beside them; none if there is nothing but indexes."""
    lists = [other for other in found if not other.is_index]
    named = _names_in(lists)
    return lists and [
        other
        for other in found
        if not other.is_index
        or sum(1 for entry in other.entries if _spellings(entry) & named) * 2 < len(other.entries)
    ]


def _suggested(
    document: Document, placed: Sequence[Placed], language: str | None
) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    if not any(context.is_about_subprocessors for _, context in placed):
        yield "paragraphs", read_paragraphs(placed, language)
        yield "embedded", read_embedded(document, language)
        return
    yield "records", read_records(placed, language)
    labelled, cards = read_labelled(placed, language), read_cards(document, placed, language)
    for shape, read in (("grid", read_grids), ("headings", read_headings), ("titled", read_titled)):
        entries = read(placed, language)
        if len(entries) >= len(labelled) and not _are_few(entries, cards):
            yield shape, entries
    yield "labelled", labelled
    paragraphs = read_paragraphs(placed, language)
    if len(cards) >= len(paragraphs) and _told(cards) > _told(paragraphs):
        yield "cards", cards  # whose first paragraphs hold names, and badges beside them
    yield "paragraphs", paragraphs
    yield "cards", cards
    yield "lines", read_lines(placed, language)
    yield "embedded", read_embedded(document, language)
    yield "emphasis", read_emphasis(placed, language)
    yield "sentence", read_sentences(placed, language)


def _are_few(entries: Sequence[Entry], cards: Sequence[Entry]) -> bool:
    """True for a few of those that like boxes name, or so few that they were found by chance."""
    if len(entries) <= BY_CHANCE and len(cards) > len(entries) * 2:
        return True
    names = {entry.entity for entry in cards}
    return len(names) > len(entries) and all(entry.entity in names for entry in entries)


def _told(entries: Sequence[Entry]) -> int:
    """How much entries say beside names."""
    return sum(bool(entry.purpose) + bool(entry.data) for entry in entries)


def read_any_table(
    table: Table, context: Context, language: str | None = None
) -> tuple[Entry, ...]:
    """Entries of a table, be it a vendor a row or a vendor a table."""
    return read_key_values(table, context, language) or tuple(
        entry for part in parts_of(table) for entry in read_table(part, context, language)
    )


def marked_up(placed: Sequence[Placed], language: str | None) -> Iterator[FoundList]:
    """Every table and list that a document marks up as one; without entries where it is no list
    of processors."""
    labels = _labels_of_items(placed)
    at = 0
    while at < len(placed):
        block, context = placed[at]
        end = at + 1
        if isinstance(block, Table):
            titles = tuple(cell.text for cell in block.rows[0])
            entries = read_any_table(block, context, language)
            yield FoundList("table", entries, end, titles, bool(entries) and is_index(block))
        elif isinstance(block, Item) and block.region in READ_IN:
            end = _end_of_list(placed, at)
            items = [item for item, _ in placed[at:end] if isinstance(item, Item)]
            yield FoundList("bullets", read_bullets(items, context, language, labels), end)
        at = end


def _labels_of_items(placed: Sequence[Placed]) -> frozenset[str]:
    """The labels that the items of a list share; those of a page's lists are mostly the same."""
    found: dict[int, list[Sequence[Line]]] = {}
    for block, _ in placed:
        if isinstance(block, Item) and len(block.lines) > 1:
            found.setdefault(block.list_id, []).append(block.lines)
    return frozenset().union(*(shared_titles(items) for items in found.values() if len(items) > 1))


def _end_of_list(placed: Sequence[Placed], at: int) -> int:
    """Where the list ends that begins here; a new list at the same depth is another list."""
    first = placed[at][0]
    end = at
    while end < len(placed):
        block = placed[end][0]
        if not isinstance(block, Item) or not isinstance(first, Item):
            break
        if block.depth < first.depth or _is_elsewhere(first, block):
            break
        end += 1
    return end


def _is_elsewhere(first: Item, item: Item) -> bool:
    """True for an item of another list, deep in another part of the page."""
    depth = min(len(first.containers), len(item.containers))
    is_same = item.list_id == first.list_id or depth < DEEP
    return not is_same and item.containers[0] != first.containers[0]


def _without_repeats(lists: Iterator[FoundList]) -> list[FoundList]:
    """Leave out a list that repeats another's names, a translation or a table of links.

    What such a list has beside is kept where it is a vendor that we know.
    """
    kept = _Kept()
    for found in lists:
        if not found.entries:
            continue
        alike = kept.alike(found)
        if any(_repeats(found, other) for other in alike.values()):
            if others := kept.beside(found):
                kept.add(replace(found, entries=others))
            continue
        for at, other in alike.items():
            if _repeats(other, found) and not other.says_why:
                del kept.lists[at]
        kept.add(found)
    return list(kept.lists.values())


class _Kept:
    """The lists kept so far, by their number, and where each name stands: a page may hold many."""

    def __init__(self) -> None:
        self.lists: dict[int, FoundList] = {}
        self._count = 0
        self._places: dict[str, list[int]] = {}

    def add(self, found: FoundList) -> None:
        self.lists[self._count] = found
        for name in _names_in([found]):
            self._places.setdefault(name, []).append(self._count)
        self._count += 1

    def alike(self, found: FoundList) -> dict[int, FoundList]:
        """Those that share a name with a list, the latest where they are very many."""
        places = {at for name in _names_in([found]) for at in self._places.get(name, ())[-ALIKE:]}
        return {at: self.lists[at] for at in sorted(places)[-ALIKE:] if at in self.lists}

    def beside(self, found: FoundList) -> tuple[Entry, ...]:
        """Entries of vendors that we know, and that no list names."""
        return tuple(
            entry
            for entry in found.entries
            if known(entry.entity) and not any(map(self._is_named, _spellings(entry)))
        )

    def _is_named(self, name: str) -> bool:
        return any(at in self.lists for at in self._places.get(name, ()))


def _repeats(found: FoundList, other: FoundList) -> bool:
    """True if a list names no others than another one, and says no more of them."""
    known_names = _names_in([other])
    again = sum(1 for entry in found.entries if _spellings(entry) & known_names)
    if not found.says_why or (found.shape == "bullets" and other.shape == "table"):
        return again >= REPEATED * len(found.entries)
    if not again == len(found.entries) == len(other.entries):
        return False
    is_same = [entry.quote for entry in found.entries] == [entry.quote for entry in other.entries]
    return is_same or not found.titles or found.titles != other.titles


def _names_in(lists: Sequence[FoundList]) -> set[str]:
    return {
        spelling for found in lists for entry in found.entries for spelling in _spellings(entry)
    }


def _spellings(entry: Entry) -> set[str]:
    """Names that tell an entry again, without blanks: "Send Grid" is "SendGrid"."""
    return {normal_form(name).replace(" ", "") for name in (entry.entity, entry.vendor)}
