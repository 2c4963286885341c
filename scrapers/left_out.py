"""What a page holds beside the entries that were read, and why it gave none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapers.documents.model import Document, Item, Table
from scrapers.shapes.cells import read_names
from scrapers.shapes.context import UNREAD, Context
from scrapers.shapes.header import Header, find_header, guess_header
from scrapers.shapes.headings import Placed
from scrapers.shapes.lists import FoundList, marked_up
from scrapers.shapes.naming import is_generic
from scrapers.shapes.promises import promise_of
from scrapers.shapes.records import read_key_values
from scrapers.shapes.table import is_list

MAX_WORDS = 80  # characters by which a part of a page is called
NO_TITLES = "No row of it reads as column titles, one of them over names."
COOKIES = "Its titles are those of a table of cookies."
NO_LIST = "Neither what stands above it nor its titles say that it lists processors."
ROLES = "Most of its names only say a role, or the same few come again and again."
STRANGERS = "Too few of its items begin with what is sure to be a company's name."
REPEATS = "Another list on the page names the same companies."
MENUS = "Menus and footers hold links; no list is looked for in them."
UNPROMISED = "Nothing above them speaks of processors or recipients."
NO_NAME = "Nothing in its column of names reads as a company's name."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a page, and why it gave no entry."""

    what: str
    why: str


def header_of(table: Table, context: Context, language: str | None) -> Header | None:
    """The header by which a table was read, None for a table that describes one vendor."""
    if read_key_values(table, context, language):
        return None
    return find_header(table) or guess_header(table, context, language)


def find_left_out(
    document: Document,
    placed: Sequence[Placed],
    kept: Sequence[FoundList],
    *,
    language: str | None,
) -> Iterator[LeftOut]:
    """Every table and list that is no part of the lists kept, and every row of theirs that gave
    nothing, in page order; what is left out in great number comes last, as one."""
    held = {(found.shape, found.end): found for found in kept}
    is_suggested = any(found.shape not in ("table", "bullets") for found in kept)
    start = unpromised = 0
    for found in marked_up(placed, language):
        block, context = placed[found.end - 1]
        own = held.get((found.shape, found.end))
        if is_suggested and isinstance(block, Item):
            continue  # it may well be what stands below a company's name
        if own is None and isinstance(block, Item) and context.promise == "nothing":
            unpromised += 1
        elif isinstance(block, Table):
            yield from _of_table(block, context, language, found=found, own=own)
        else:
            yield from _of_bullets(_first(placed, start, found.end), context, found=found, own=own)
        start = found.end
    if unpromised:
        yield LeftOut(f"{unpromised} list{'s' if unpromised > 1 else ''} of bullets", UNPROMISED)
    if any(block.region in UNREAD for block in document.blocks):
        yield LeftOut("menus and footers", MENUS)


def _of_table(
    table: Table,
    context: Context,
    language: str | None,
    *,
    found: FoundList,
    own: FoundList | None,
) -> Iterator[LeftOut]:
    if own:
        yield from _rows(table, context, language)
    if own is None or len(own.entries) < len(found.entries):
        titles = _short(" | ".join(filter(None, found.titles)))
        what = f"table “{titles}”" if titles else "table without titles"
        what += _under(context)
        yield LeftOut(what, REPEATS if found.entries else _why_no_list(table, context, language))


def _why_no_list(table: Table, context: Context, language: str | None) -> str:
    """Ask again what `read_table` asked, in its order but for the heading, which tells most."""
    if context.promise == "other":
        return _otherwise(context)
    header = header_of(table, context, language)
    if header is None:
        return NO_TITLES
    if "cookie" in header.fields:
        return COOKIES
    return ROLES if is_list(table, header, context) else NO_LIST


def _rows(table: Table, context: Context, language: str | None) -> Iterator[LeftOut]:
    """Rows of a list that gave no entry, but for those that head a section or repeat the titles."""
    header = header_of(table, context, language)
    if header is None:
        return
    at = header.fields.index("vendor")
    for row in table.rows[header.body :]:
        texts = tuple(cell.text for cell in row)
        heads = len(set(map(id, row))) == 1 < len(row)
        is_body = any(texts) and not heads and texts != header.titles
        names = read_names(row[at].lines, language) if is_body else ()
        if is_body and all(is_generic(name.entity) for name in names):
            yield LeftOut(f"row “{_short(' | '.join(filter(None, texts)))}”", NO_NAME)


def _of_bullets(
    first: str, context: Context, *, found: FoundList, own: FoundList | None
) -> Iterator[LeftOut]:
    what = f"list “{_short(first)}”{_under(context)}"
    if found.entries and (own is None or len(own.entries) < len(found.entries)):
        yield LeftOut(what, REPEATS)
    elif not found.entries:
        yield LeftOut(what, _otherwise(context) if context.promise == "other" else STRANGERS)


def _first(placed: Sequence[Placed], start: int, end: int) -> str:
    """The first item of the list that ends here and begins at `start` or later."""
    at = end - 1
    while at > start and isinstance(placed[at - 1][0], Item):
        at -= 1
    block = placed[at][0]
    return block.text if isinstance(block, Item) else ""


def _otherwise(context: Context) -> str:
    """Which words above a list say that it is one of something else."""
    above = (context.caption, *reversed(context.leads), *reversed(context.headings), context.page)
    words = next((words for words in above if promise_of(words) == "other"), context.page)
    return f"“{_short(words)}” above it announces something else than processors."


def _under(context: Context) -> str:
    return f" under “{_short(context.section)}”" if context.section else ""


def _short(text: str) -> str:
    return text if len(text) <= MAX_WORDS else f"{text[: MAX_WORDS - 1].rstrip()}…"
