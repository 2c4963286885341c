"""Header rows of tables: which row it is, what its columns mean, and what untitled columns hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scrapers.documents.model import Cell, Table
from scrapers.fields import Field, are_told, columns, is_strong, is_told, meaning, places
from scrapers.patterns import late
from scrapers.places import find_countries
from scrapers.shapes.context import Context
from scrapers.shapes.matrix import marked_places
from scrapers.shapes.naming import clean, is_sure, looks_like_name

MAX_HEADER_ROWS = 4  # how far down a header row is looked for
ANSWERED = ("data", "purpose", "transfer", "location")
_ANSWER = late(
    r"(?:yes|no|ja|nein|oui|non|s[iíì]|sim|n[aã]o|nee|nej)(?:[^\w]|$)|[xX✓✔✗✘☑*–—-]{1,2}$",
    re.IGNORECASE,
)
MAX_BARE_TITLE = 45  # characters of a title that is not marked up as one
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: what its columns mean, and where the body begins."""

    fields: tuple[Field | None, ...]
    titles: tuple[str, ...]
    body: int
    marked: Mapping[int, Cell] = field(default_factory=dict)  # columns of marks, and their places

    @property
    def is_strong(self) -> bool:
        """True if the vendor column's title can only mean processors."""
        at = self.fields.index("vendor")
        return is_strong(self.titles[at])


def find_header(table: Table) -> Header | None:
    """The row whose cells read as column titles, one of them over names."""
    for at, row in enumerate(table.rows[:MAX_HEADER_ROWS]):
        titles = tuple(cell.text for cell in row)
        if not any(titles) or len(set(map(id, row))) == 1 < len(row):
            continue
        fields = _by_names(columns(titles), table.rows[at + 1 :])
        if "vendor" in fields and (_reads_as_header(row, fields) or are_told(titles)):
            return Header(_without_answers(fields, titles, table.rows[at + 1 :]), titles, at + 1)
        if sum(field is not None for field in fields) > 1 or not _all_header(row):
            return None
    return None


def with_marked_places(header: Header, table: Table, language: str | None) -> Header:
    """The header with the columns that mark places, whose titles may stand a row further down."""
    head, *rows = table.rows[header.body - 1 :] if header.body else table.rows[:1]
    at = header.fields.index("vendor")
    is_double = len(rows) > 1 and rows[0][at] is head[at]
    titles, rows = (rows[0], rows[1:]) if is_double else (head, rows)
    places = marked_places(titles, rows, language)
    places.pop(at, None)
    if not places:
        return header
    fields = tuple("location" if n in places else kept for n, kept in enumerate(header.fields))
    return replace(header, fields=fields, body=header.body + is_double, marked=places)


def _by_names(fields: tuple[Field | None, ...], rows: Sequence[Row]) -> tuple[Field | None, ...]:
    """Let a first column without meaning be the vendors', where names stand there and not in the
    column that is called so."""
    at = fields.index("vendor") if "vendor" in fields else 0
    if not at or fields[0] is not None or not rows:
        return fields
    is_wrong = sum(looks_like_name(clean(row[at].text)) for row in rows) * 3 < len(rows)
    if not is_wrong or sum(is_sure(clean(row[0].text)) for row in rows) * 2 < len(rows):
        return fields
    return ("vendor", *("purpose" if n == at else field for n, field in enumerate(fields) if n))


def _without_answers(
    fields: tuple[Field | None, ...], titles: Sequence[str], rows: Sequence[Row]
) -> tuple[Field | None, ...]:
    """Pass over columns that only answer yes or no to what their title asks."""
    asks = [field in ANSWERED and not is_told(titles[at]) for at, field in enumerate(fields)]
    return tuple(
        None if asks[at] and _only_answers([row[at].text for row in rows]) else field
        for at, field in enumerate(fields)
    )


def _only_answers(texts: Sequence[str]) -> bool:
    said = [text for text in texts if text]
    return bool(said) and all(_ANSWER.match(text) for text in said)


def guess_header(table: Table, context: Context, language: str | None) -> Header | None:
    """Columns of a table without titles that we can read, by what stands in them: names, then
    places, then text."""
    rows = [row for row in table.rows if len({id(cell) for cell in row}) > 1]
    head = rows[0] if rows and all(cell.header for cell in rows[0]) else ()
    rows = rows[1:] if head else rows
    is_bare = not any(cell.header for row in rows for cell in row)
    if is_bare and rows and are_told(titles := places(len(rows[0]))):
        return _told(titles)
    if len(rows) < 2 or not is_bare or context.promise != "subprocessors":
        return None
    first = [clean(row[0].text) for row in rows]
    sure = [name for name in first if is_sure(name)]
    if len(sure) * 2 < len(first) or not all(map(looks_like_name, first)):
        return None
    fields: list[Field | None] = ["vendor"]
    for at in range(1, len(rows[0])):
        fields.append(_content([row[at] for row in rows], fields, language))
    named = tuple(cell.text for cell in head) or tuple("" for _ in fields)
    return Header(tuple(fields), named, 1 if head else 0)


def _told(titles: tuple[str, ...]) -> Header | None:
    """The header of a table whose columns a person named; none where no column holds names."""
    fields = tuple(map(meaning, titles))
    return Header(fields, titles, 0) if "vendor" in fields else None


def _content(cells: Sequence[Cell], taken: Sequence[Field | None], language: str | None) -> Field:
    """What the cells of a column without title hold."""
    places = [cell for cell in cells if len(cell.text) < 60 and find_countries(cell.text, language)]
    if len(places) * 2 > len(cells) and "location" not in taken:
        return "location"
    if all(cell.text.startswith(("http", "www.")) for cell in cells if cell.text):
        return "link"
    return "purpose" if "purpose" not in taken else "notes"


def _reads_as_header(row: Row, fields: Sequence[Field | None]) -> bool:
    named = sum(1 for field in fields if field not in (None, "number"))
    filled = sum(1 for cell in row if cell.text)
    is_short = all(len(cell.text) <= MAX_BARE_TITLE for cell in row)
    return _all_header(row) or (is_short and named >= 2 and named * 2 >= filled)


def _all_header(row: Row) -> bool:
    return all(cell.header for cell in row if cell.text)
