"""All lists of a document, found by every shape, each list once."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.documents.model import Document, Table
from scrapers.entry import Entry
from scrapers.names import normal_form
from scrapers.shapes.context import in_context
from scrapers.shapes.table import read_table

REPEATED = 0.7  # share of known names from which a list only says again what another said


@dataclass(frozen=True, slots=True)
class FoundList:
    """Entries that stand together on the page, and the shape that read them."""

    shape: str
    entries: tuple[Entry, ...]


def find_lists(document: Document, language: str | None = None) -> list[FoundList]:
    """Every list of processors in a document, in page order, repetitions left out."""
    return _without_repeats(_all_lists(document, language))


def _all_lists(document: Document, language: str | None) -> Iterator[FoundList]:
    for block, context in in_context(document):
        if isinstance(block, Table) and (entries := read_table(block, context, language)):
            yield FoundList("table", entries)


def _without_repeats(lists: Iterator[FoundList]) -> list[FoundList]:
    """Leave out a list that repeats another's names: a translation, a table of links."""
    kept: list[FoundList] = []
    known: set[str] = set()
    for found in lists:
        names = {normal_form(entry.entity) for entry in found.entries}
        names |= {normal_form(entry.vendor) for entry in found.entries}
        if kept and len(names & known) >= REPEATED * len(names):
            continue
        kept.append(found)
        known |= names
    return kept
