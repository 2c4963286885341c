"""What a page tells of its own changes: the dated lines of its change log."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scrapers.dates import parse_date
from scrapers.documents.model import Block, Document, Heading, Table, block_lines
from scrapers.fields import plain
from scrapers.language import find_language
from scrapers.quotes import fold
from scrapers.shapes.context import Context, in_context
from scrapers.shapes.promises import CHANGE_LOG

MAX_LINE = 2_000  # characters: nobody tells of one change at greater length
MAX_LEAD = 40  # characters before which a line's own date has begun
_CHANGES = re.compile(
    r"\b(?:changes?|descriptions?|updates?|details?|amendments?|modifications?|anderung\w*"
    r"|beschreibung|cambios?|modifiche|alteracoes|wijziging\w*|andring\w*|aendring\w*)\b"
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a change log: the day it is dated, and its own words."""

    on: date
    quote: str


def find_change_log(document: Document) -> tuple[LogLine, ...] | None:
    """The dated lines of a page's change log in page order; None where the page keeps none.

    A line without a date of its own has that of the heading above it.
    """
    language = find_language(document)
    found: list[LogLine] = []
    is_kept = False
    for block, context in in_context(document):
        if _is_log(block, context):
            is_kept = True
            above = parse_date(context.headings[-1], language) if context.headings else None
            found.extend(_lines(block, above, language))
    return tuple(found) if is_kept else None


def _is_log(block: Block, context: Context) -> bool:
    if isinstance(block, Heading):
        return False
    if isinstance(block, Table) and block.rows:
        titles = [plain(cell.text) for cell in block.rows[0]]
        is_dated = any("date" in title.split() or title == "datum" for title in titles[:2])
        if is_dated and len(titles) <= 4 and any(map(_CHANGES.search, titles)):
            return True
    above = (context.caption, *context.headings, context.lead)
    return any(CHANGE_LOG.are_in(plain(words)) for words in above if words)


def _lines(block: Block, above: date | None, language: str | None) -> Iterator[LogLine]:
    for text in _texts(block):
        own = parse_date(text[:MAX_LEAD], language)
        if (own or above) and len(text) <= MAX_LINE:
            yield LogLine(own or above or date.min, text)


def _texts(block: Block) -> list[str]:
    """The lines of running text, the rows of a table."""
    if not isinstance(block, Table):
        return [fold(line.text) for line in block_lines(block)]
    rows = [list({id(cell): cell for cell in row}.values()) for row in block.rows]
    return [fold(" ".join(cell.text for cell in row)) for row in rows]
