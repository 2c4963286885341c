"""Tables into entries: which row is the header, what columns mean, which table is a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.categories import find_categories
from scrapers.documents.model import Cell, Line, Table
from scrapers.entry import Entry
from scrapers.fields import Field, are_told, is_change_log, names_data, names_subprocessors, plain
from scrapers.patterns import late
from scrapers.quotes import printed_text
from scrapers.shapes.cells import Name, are_different, read_names, split_places, web_link
from scrapers.shapes.context import Context
from scrapers.shapes.entries import Facts, make_entry
from scrapers.shapes.header import Header, Row, find_header, guess_header, with_marked_places
from scrapers.shapes.matrix import with_places
from scrapers.shapes.naming import (
    clean,
    is_generic,
    is_possible,
    is_sure,
    without_address,
)
from scrapers.shapes.promises import denies
from scrapers.shapes.retitled import without_titles

_SENTENCE = re.compile(r"(?<=[a-z)][.!])\s+(?=[A-Z])")
_RECEIVES = re.compile(
    r"\b(?:receives?|process(?:es)?|collects?|handles?|stores?) (?P<data>[^.]{4,200})",
    re.IGNORECASE,
)
LONG_LINE = 80  # characters of a cell's line that may be a sentence
_PLACES = frozenset(("location", "storage", "entity_location"))
_NETWORK = late(r"(?:domains?|host(?:name)?s?|endpoints?|ports?|ip (?:address|range)\w*|fqdn)$")


def read_table(table: Table, context: Context, language: str | None = None) -> tuple[Entry, ...]:
    """Entries of a table, none if it is no list of sub-processors."""
    header = find_header(table) or guess_header(table, context, language)
    if header is None:
        return ()
    header = with_marked_places(header, table, language)
    if not is_list(table, header, context):
        return ()
    found = list(_entries(table, header, context, language))
    if are_told(header.titles):
        return tuple(found)
    if is_change_log(header.titles):
        found = [entry for entry in found if entry.status != "current"]
    elif not names_vendors(found):
        return ()
    return tuple(entry for entry in found if not is_generic(entry.entity))


def is_index(table: Table) -> bool:
    """True for a table of kinds of data or purposes that names several vendors, or the same again,
    for each: it says of a list elsewhere who gets what."""
    header = find_header(table)
    if header is None or header.fields.index("vendor") == 0:
        return False
    if next((field for field in header.fields if field), None) not in ("data", "purpose"):
        return False
    at = header.fields.index("vendor")
    cells = [row[at] for row in table.rows[header.body :]]
    names = [name.entity for cell in cells for name in read_names(cell.lines)]
    return len(names) > len(cells) or len(set(names)) < len(names)


def names_vendors(found: Sequence[Entry]) -> bool:
    """True unless most names only say a role, or the same few come again and again."""
    named = [entry for entry in found if not is_generic(entry.entity)]
    different = {entry.entity for entry in found}
    if len(different) * 2 <= len(found) and len(found) >= 4:
        return False
    if len(named) * 2 > len(found):
        return True
    return len(named) * 3 > len(found) and any(is_sure(entry.entity) for entry in named)


def is_list(table: Table, header: Header, context: Context) -> bool:
    """True if a table with this header, standing here, lists processors."""
    if are_told(header.titles):
        return True  # a person who says what each of its titles means says that it is one
    if "cookie" in header.fields or _is_of_others(header, context):
        return False
    if header.is_strong:
        return True
    if _NETWORK.match(plain(header.titles[0])):
        return False
    first = next((field for field in header.fields if field), None)
    before = header.fields[: header.fields.index("vendor")]
    if first in ("purpose", "data") and len(before) - before.count("number") > 1:
        return False  # a table of purposes, whose recipients come last
    about = {"purpose", "location", "data", "link", "transfer", "entity_location"}
    has_facts = bool(about & set(header.fields))
    if context.promise in ("subprocessors", "recipients"):
        return has_facts
    return len(about & set(header.fields)) > 1 and _names_known(table, header)


def _is_of_others(header: Header, context: Context) -> bool:
    """True if what stands above a table announces something else than processors.

    Who is no sub-processor may be said in passing above a table that calls its rows so itself.
    """
    if context.promise != "other":
        return False
    leads = tuple(lead for lead in context.leads if not denies(lead))
    is_aside = len(leads) < len(context.leads) and names_subprocessors(plain(header.titles[0]))
    return not is_aside or replace(context, leads=leads).promise == "other"


def _names_known(table: Table, header: Header) -> bool:
    """True if most names are surely of vendors: what the page leaves unsaid, its rows say."""
    at = header.fields.index("vendor")
    names = [clean(row[at].text) for row in table.rows[header.body :]]
    return sum(map(is_sure, names)) * 2 > len(names) > 1


def _entries(
    table: Table, header: Header, context: Context, language: str | None
) -> Iterator[Entry]:
    printed = table.rows[header.body :]
    body = with_places(without_titles(printed, header.titles), header.marked)
    at = header.fields.index("vendor")
    stacked = [row[at].lines for row in body if len(row[at].lines) > 1]
    as_list = sum(map(are_different, stacked)) * 2 > len(stacked)
    reader = _RowReader(
        header,
        context,
        language,
        as_list,
        _says_data(stacked, header),
        _lead_home(body, header.fields),
    )
    section = context.section
    above: set[int] = set()
    for row, cells in zip(body, printed, strict=True):
        own = list({id(cell): cell for cell in cells if id(cell) not in above}.values())
        above = {id(cell) for cell in cells}
        if _is_section(row):
            section = row[0].text or section
        elif tuple(cell.text for cell in row) != header.titles and not _goes_on(row, table, header):
            yield from reader.entries(row, own, section)


def _goes_on(row: Row, table: Table, header: Header) -> bool:
    """True for a second row of titles, below some that span both."""
    head = table.rows[header.body - 1] if header.body else ()
    return bool(head) and row[0] is head[0] and all(cell.header for cell in row)


def _is_section(row: Row) -> bool:
    return len(row) > 1 and len({id(cell) for cell in row}) == 1


@dataclass(frozen=True, slots=True)
class _RowReader:
    """What holds for all rows of a table."""

    header: Header
    context: Context
    language: str | None
    as_list: bool
    data_below: bool  # whether the lines below a name say which data the vendor gets
    names_lead_home: bool  # whether names link to pages of the publisher's

    def entries(self, row: Row, own: Sequence[Cell], section: str | None) -> Iterator[Entry]:
        """Entries of a row; `own` are the cells that begin in it."""
        cells: dict[Field, Cell] = {}
        texts: dict[Field, list[str]] = {}
        for field, cell in zip(self.header.fields, row, strict=True):
            if field:
                cells.setdefault(field, cell)
                texts.setdefault(field, []).extend(line.text for line in cell.lines)
        facts = Facts(
            quote=" ".join(printed_text(line.runs) for cell in own for line in cell.lines),
            texts=texts,
            section=_section_of(cells) or section,
            link=_link(cells, row, leads_home=self.names_lead_home),
            status="former" if _is_struck(cells["vendor"]) else self.context.status,
            role=self.context.role,
            language=self.language,
        )
        _split_purpose(texts, self.header)
        for name in read_names(cells["vendor"].lines, self.language, as_list=self.as_list):
            if self.data_below and name.rest:
                texts["data"] = list(name.rest)
                name = replace(name, rest=())
            yield make_entry(*self._placed(_with_entity(name, cells), facts))

    def _placed(self, name: Name, facts: Facts) -> tuple[Name, Facts]:
        """A name without the place in brackets behind it, where no column gives one."""
        if name.entity[-1:] != ")" or _PLACES.intersection(self.header.fields):
            return name, facts
        entity, place = split_places(name.entity, self.language)
        if place is None or name.places:
            return name, facts
        return replace(name, entity=entity), replace(
            facts, texts={**facts.texts, "location": [place]}
        )


def _says_data(stacked: Sequence[Sequence[Line]], header: Header) -> bool:
    """True if what stands below the names in many rows is kinds of data, which no column gives."""
    if "data" in header.fields or not stacked:
        return False
    below = [" ".join(line.text for line in lines[1:]) for lines in stacked]
    return sum(1 for text in below if find_categories(text)) * 3 > len(below)


def _split_purpose(texts: dict[Field, list[str]], header: Header) -> None:
    """Take apart a column of purposes and data: what for first, then which data is received."""
    if "data" in texts or "purpose" not in texts:
        return
    if not names_data(header.titles[header.fields.index("purpose")]):
        return
    first, *others = _SENTENCE.split(" ".join(texts["purpose"]))
    found = next((match for text in others if (match := _RECEIVES.search(text))), None)
    if found:
        texts["purpose"] = [first]
        texts["data"] = [found["data"]]


def _with_entity(name: Name, cells: dict[Field, Cell]) -> Name:
    """Take the legal entity from a column of its own."""
    entity = clean(cells["entity"].text) if "entity" in cells else ""
    if not is_possible(entity):
        return name
    return replace(name, entity=without_address(entity), brand=name.brand or name.entity)


def _section_of(cells: dict[Field, Cell]) -> str | None:
    return cells["section"].text or None if "section" in cells else None


def _link(cells: dict[Field, Cell], row: Row, *, leads_home: bool) -> str | None:
    """The row's link: on the name, in a column of its own, or wherever the row has one."""
    own = cells["link"].lines if "link" in cells else ()
    printed = next((line.text for line in own if line.text.startswith(("http", "www."))), None)
    beside, named = web_link(own) or printed, web_link(cells["vendor"].lines)
    if found := (beside or named) if leads_home else (named or beside):
        return found
    return web_link([line for cell in row for line in cell.lines if not _is_sentence(line)])


def _lead_home(rows: Sequence[Row], fields: Sequence[Field | None]) -> bool:
    """True where all names link to one site, and a column of links to several: the names lead to
    what the publisher's own pages say of each."""
    if "link" not in fields:
        return False
    named = {_site(row[fields.index("vendor")]) for row in rows}
    beside = {_site(row[fields.index("link")]) for row in rows}
    return len(named) == 1 < len(beside - {None}) and None not in named


def _site(cell: Cell) -> str | None:
    link = web_link(cell.lines)
    return None if link is None else link.partition("://")[2].partition("/")[0]


def _is_sentence(line: Line) -> bool:
    """True for a line that says much beside its links: they belong to a word of it."""
    linked = sum(len(run.text) for run in line.runs if run.href)
    return 0 < linked * 4 < len(line.text) and len(line.text) > LONG_LINE


def _is_struck(cell: Cell) -> bool:
    runs = [run for line in cell.lines for run in line.runs if run.text.strip()]
    return bool(runs) and all(run.struck for run in runs)
