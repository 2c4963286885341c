"""Vendors as runs of labelled lines ("Name: …"), and as tables of a label and a value a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scrapers.documents.model import Cell, Heading, Item, Line, Run, Table
from scrapers.entry import Entry
from scrapers.fields import Field, meaning
from scrapers.shapes.bullets import announces, read_bullets, take_apart
from scrapers.shapes.cells import web_link
from scrapers.shapes.context import Context
from scrapers.shapes.groups import Group, entries_of, group_of, quote_of
from scrapers.shapes.headings import Placed
from scrapers.shapes.labels import TELLING, Labelled, is_labelled, lines_of, split_label
from scrapers.shapes.naming import clean, is_generic, is_sure, looks_like_name
from scrapers.shapes.promises import promise_of

NAMES = ("vendor", "entity")
_MARK = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s+")
MAX_SHORT = 200  # characters of a line that may be one entry
MAX_KEYS = 14  # rows of a table that describes one vendor


def read_records(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of labelled lines, each beginning with the label of a name."""
    found: list[Entry] = []
    for lines, context in _sections(placed):
        if context.is_about_subprocessors:
            for record in _records(lines):
                found.extend(_of_record(record, context, language))
    return tuple(found)


def _sections(placed: Sequence[Placed]) -> Iterator[tuple[list[Line], Context]]:
    """The lines between two headings, with the context that they begin in."""
    lines: list[Line] = []
    start: Context | None = None
    for block, context in placed:
        if isinstance(block, Heading | Table):
            if lines and start:
                yield lines, start
            lines, start = [], None
        elif block.region == "main":
            start = start or context
            lines.extend(lines_of([block]))
    if lines and start:
        yield lines, start


def _records(lines: Sequence[Line]) -> Iterator[list[Line]]:
    starts = [at for at, line in enumerate(lines) if _names(line)]
    if not starts:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        record = list(lines[start:end])
        if is_labelled(record[1:]):
            yield record


def _names(line: Line) -> bool:
    what, value = split_label(line.text)
    return what in NAMES and bool(value) and looks_like_name(clean(value))


def _of_record(record: Sequence[Line], context: Context, language: str | None) -> list[Entry]:
    head, *others = record
    name = clean(split_label(head.text)[1])
    labelled = [line for line in others if split_label(line.text)[0]]
    group = group_of(name, labelled, head=head)
    return entries_of(
        replace(group, quote=group_of(name, others, head=head).quote), context, language
    )


def read_key_values(
    table: Table, context: Context, language: str | None = None
) -> tuple[Entry, ...]:
    """The entry of a table that describes one vendor, a label and a value a row."""
    title, table = _title_over(table)
    if not table.rows or len(table.rows[0]) != 2 or not _are_keys(table):
        return ()
    first = table.rows[0][1].text
    is_marked = _is_marked(table.rows[0])
    if not (title or is_marked) and meaning(first) in TELLING and not is_sure(clean(first)):
        return ()  # a title over values: the first row is a header
    keys = [meaning(key.text) if len(key.lines) == 1 else None for key, _ in table.rows]
    if not _tell(keys):
        return ()
    named = next(
        (value.text for key, (_, value) in zip(keys, table.rows, strict=True) if key in NAMES), ""
    )
    name = clean(named or title or context.section or "")
    is_promised = (
        context.promise in ("subprocessors", "recipients") or context.is_about_subprocessors
    )
    if not is_promised or not looks_like_name(name) or is_generic(name):
        return ()
    said = Labelled()
    for key, (_, value) in zip(keys, table.rows, strict=True):
        if key and key not in NAMES:
            for line in value.lines:
                said.add(key, line.text)
    lines = [line for row in table.rows for cell in row for line in cell.lines]
    lines = [Line((Run(title),)), *lines] if title else lines
    group = Group(name, said, quote_of(lines), web_link(lines))
    return tuple(entries_of(group, _outside(context, name), language))


def _tell(keys: Sequence[Field | None]) -> bool:
    """True for labels that are mostly known, and not all the same one."""
    known = [key for key in keys if key]
    is_known = len(known) * 3 >= len(keys) * 2 and bool(TELLING & set(known))
    return is_known and len(set(known)) >= min(2, len(keys))


def _are_keys(table: Table) -> bool:
    """True for so many rows as tell of one vendor; a single one must mark its label up as such."""
    return (1 if _is_marked(table.rows[0]) else 2) <= len(table.rows) <= MAX_KEYS


def _is_marked(row: Sequence[Cell]) -> bool:
    """True for a label that is marked up as the header of its row."""
    return row[0].header and not row[1].header


def _title_over(table: Table) -> tuple[str, Table]:
    """The text of a first row that is one cell over all columns, and the table below it."""
    first = table.rows[0] if table.rows else ()
    if len(first) < 2 or len({id(cell) for cell in first}) > 1:
        return "", table
    return first[0].text, replace(table, rows=table.rows[1:])


def _outside(context: Context, name: str) -> Context:
    """The context without the heading that is the vendor's own name."""
    is_own = context.section is not None and clean(context.section) == name
    return replace(context, headings=context.headings[:-1], caption="") if is_own else context


def read_lines(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of short lines under a heading that are written like bullets without their marks."""
    found: list[Entry] = []
    for lines, context in _sections(placed):
        if context.promise == "subprocessors":
            found.extend(_of_lines(lines, replace(context, leads=()), language))
    return tuple(found)


def _of_lines(lines: Sequence[Line], context: Context, language: str | None) -> tuple[Entry, ...]:
    """Entries of the short lines of a section, if several, or of one that a sentence announces."""
    short = [line for line in lines if len(line.text) <= MAX_SHORT and line.text[-1:] not in ":："]
    items = [Item(0, (line,)) for line in _unmarked(short)]
    if len(items) > 1 and not _leads_elsewhere(lines):
        entries = read_bullets(items, context, language)
        if len(entries) > 1:
            return entries
    one = _announced(lines)
    return read_bullets([one], context, language) if one else ()


def _unmarked(lines: Sequence[Line]) -> Sequence[Line]:
    """Of lines that are mostly lettered or numbered those that are, without their marks."""
    marks = [_MARK.match(line.text) for line in lines]
    if sum(map(bool, marks)) < max(2, len(lines) / 2):
        return lines
    return [_behind(line, mark.end()) for line, mark in zip(lines, marks, strict=True) if mark]


def _behind(line: Line, length: int) -> Line:
    """A line without its first characters, where these stand in its first run."""
    first, *others = line.runs
    if len(first.text.lstrip()) < length:
        return line
    return Line((first._replace(text=first.text.lstrip()[length:]), *others))


def _announced(lines: Sequence[Line]) -> Item | None:
    """The one line below a sentence that announces sub-processors, where it names one at its
    beginning, and what for."""
    for lead, line in pairwise(lines):
        bullet = take_apart((line,))
        if (
            announces(lead.text)
            and lead.text[-1:] in ":："
            and bullet.said
            and is_sure(bullet.name)
        ):
            return Item(0, (line,))
    return None


def _leads_elsewhere(lines: Sequence[Line]) -> bool:
    """True if a sentence above short lines says that they are something else."""
    leads = [line.text for line in lines if line.text[-1:] in ":："]
    return any(promise_of(lead) == "other" for lead in leads)
