"""Why a page was read so: the shape, the columns and the quote of each entry, and what was left
out. Asks the steps of `read` again, which itself knows nothing of this."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import Any

from scrapers.documents import open_document
from scrapers.documents.model import Document, Table
from scrapers.entry import Entry
from scrapers.errors import ScrapeError
from scrapers.fields import Field, meaning
from scrapers.language import find_language
from scrapers.left_out import LeftOut, find_left_out, header_of
from scrapers.meanings import Meaning, in_force
from scrapers.page import Page
from scrapers.read import read
from scrapers.reading import Reading
from scrapers.shapes.context import in_context
from scrapers.shapes.headings import Placed
from scrapers.shapes.joining import join_prose
from scrapers.shapes.lists import FoundList, find_lists
from scrapers.shapes.prose import read_prose
from scrapers.vendors import read_vendor

MAX_LEFT_OUT = 200  # parts of a page that are named one by one
UNPROVEN = "Its quote could not be found again in the page's own text."
SHAPES = {
    "table": "a table",
    "bullets": "a list of bullets",
    "records": "lines that each begin with a label, such as “Name:”",
    "grid": "boxes set in rows and columns like a table",
    "headings": "headings, a company each, with what stands below",
    "paragraphs": "paragraphs that each begin with a company",
    "cards": "like boxes, one a company",
    "lines": "short lines, one a company",
    "embedded": "data in one of the page's scripts, or a JSON document",
    "emphasis": "names set in bold",
    "sentence": "a sentence that says that these are the sub-processors",
    "vendor": "a file for this vendor alone",
    "prose": "a sentence",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column title, or a label, and what it was taken to mean; None: it is not read."""

    title: str
    meaning: Field | None


@dataclass(frozen=True, slots=True)
class Why:
    """Why there is an entry: `shape` is a key of SHAPES; `from_prose` are the fields that its list
    leaves open and a sentence on the same page gives."""

    entity: str
    shape: str
    quote: str
    columns: tuple[Column, ...] = ()
    from_prose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading and its reasons; `entries` stand in the order of the reading's, `whole` says how
    it is known whether all was seen."""

    reading: Reading
    whole: str
    entries: tuple[Why, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a listed entry came from."""

    entry: Entry
    shape: str
    columns: tuple[Column, ...]


def explain(page: Page, meanings: Sequence[Meaning] = ()) -> Explanation:
    """Read a page and tell why it was read so. Never raises for any bytes."""
    reading = read(page, meanings)
    with in_force(meanings):
        return _explained(page, reading)


def _explained(page: Page, reading: Reading) -> Explanation:
    try:
        document = open_document(page)
    except ScrapeError as error:
        return Explanation(reading, str(error))
    if own := read_vendor(page):
        lists, placed, language = [FoundList("vendor", own, 0)], [], None
        left_out: Iterator[LeftOut] = iter(())
    else:
        language = find_language(document)
        lists, placed = find_lists(document, language), list(in_context(document))
        left_out = find_left_out(document, placed, lists, language=language)
    origins = tuple(_origins(lists, placed, language))
    told = [*_unproven(document, reading, origins), *islice(left_out, MAX_LEFT_OUT)]
    by_mark = {_mark(one.entry): one for one in reversed(origins)}
    return Explanation(
        reading=reading,
        whole=_whole(reading, lists),
        entries=tuple(_why(entry, by_mark.get(_mark(entry))) for entry in reading.entries),
        left_out=tuple(told),
    )


def explanation_to_json(explanation: Explanation) -> dict[str, Any]:
    """What `flask extract --explain` adds to the line of a page."""
    return {
        "whole": explanation.whole,
        "explained": [asdict(why) for why in explanation.entries],
        "left_out": [asdict(one) for one in explanation.left_out],
    }


def _origins(
    lists: Sequence[FoundList], placed: Sequence[Placed], language: str | None
) -> Iterator[_Origin]:
    for found in lists:
        columns: tuple[Column, ...] = ()
        if found.shape == "table":
            columns = _columns(placed[found.end - 1], language)
        for entry in found.entries:
            yield _Origin(entry, found.shape, columns)


def _columns(at: Placed, language: str | None) -> tuple[Column, ...]:
    """What the titles of a table mean, or the labels of one that describes a single vendor."""
    table, context = at
    if not isinstance(table, Table):
        return ()
    if header := header_of(table, context, language):
        return tuple(map(Column, header.titles, header.fields))
    return tuple(Column(row[0].text, meaning(row[0].text)) for row in table.rows)


def _mark(entry: Entry) -> tuple[str, str]:
    """What a sentence that completes an entry leaves as it is."""
    return entry.entity, entry.quote


def _why(entry: Entry, found: _Origin | None) -> Why:
    """The reasons for one entry; what stands on no list was read from a sentence."""
    if found is None:
        return Why(entry.entity, "prose", entry.quote)
    names = (field.name for field in fields(Entry))
    added = (name for name in names if getattr(entry, name) != getattr(found.entry, name))
    return Why(entry.entity, found.shape, entry.quote, found.columns, tuple(added))


def _unproven(
    document: Document, reading: Reading, origins: Sequence[_Origin]
) -> Iterator[LeftOut]:
    """Entries that the shapes gave and the reading has not."""
    suggested = read_prose(document) if reading.kind == "privacy-policy" else ()
    wanted = join_prose([one.entry for one in origins], suggested)
    kept = set(map(_mark, reading.entries))
    for entry in wanted:
        if _mark(entry) not in kept:
            yield LeftOut(f"“{entry.entity}”", UNPROVEN)


def _whole(reading: Reading, lists: Sequence[FoundList]) -> str:
    """How it is known whether everything was seen, in a sentence or two."""
    if reading.problem:
        return reading.problem
    if reading.kind == "privacy-policy":
        return "Every sentence of the page was looked at, and all of it could be read."
    count = sum(len(found.entries) for found in lists)
    number = "1 list" if len(lists) == 1 else f"{len(lists)} lists"
    return (
        f"{number} with {count} {'entry' if count == 1 else 'entries'} read to the end; "
        "nothing behind says that there is more, and every quote was found again."
    )
