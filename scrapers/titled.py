"""The titles on a page of which a person may say what they mean: of columns, and labels of
lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat

from scrapers.documents import open_document
from scrapers.documents.model import Document, Table, block_lines
from scrapers.errors import ScrapeError
from scrapers.fields import MAX_TITLE, Field, columns, meaning, places, title_key
from scrapers.language import find_language
from scrapers.left_out import header_of
from scrapers.meanings import Meaning, in_force
from scrapers.page import Page
from scrapers.shapes.context import Context, in_context
from scrapers.shapes.header import Header
from scrapers.shapes.labels import MAX_LABEL
from scrapers.shapes.lists import read_any_table
from scrapers.shapes.records import read_key_values

MAX_GROUPS = 40
MAX_TITLES = 40  # of one table; of labels, the commonest
MOST_WORDS = 5  # of a label
LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, and what it is taken to mean now; None: it is not read. `key` tells it
    again on a later page; `sample` is what stands below or behind it first."""

    key: str
    printed: str
    meaning: Field | None
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Titled:
    """Titles that stand together: of one table, or all labels of lines. `section` is the heading
    above them, `is_read` whether they gave entries."""

    name: str
    section: str
    titles: tuple[Title, ...]
    is_read: bool = True


def find_titled(page: Page, meanings: Sequence[Meaning] = ()) -> tuple[Titled, ...]:
    """The titles of every table, and the labels of lines. Never raises for any bytes."""
    try:
        document = open_document(page)
    except ScrapeError:
        return ()
    with in_force(meanings):
        found = islice(_tables(document), MAX_GROUPS)
        return (*found, *_labels(document))


def _tables(document: Document) -> Iterator[Titled]:
    language = find_language(document)
    for number, (block, context) in enumerate(in_context(document), 1):
        if isinstance(block, Table) and block.rows:
            titles = _keys(block, context, language) or _columns(block, context, language)
            if titles:
                is_read = bool(read_any_table(block, context, language))
                yield Titled(f"t{number}", context.section or "", titles, is_read)


def _keys(table: Table, context: Context, language: str | None) -> tuple[Title, ...]:
    """The labels of a table that describes one vendor, a label and a value a row."""
    if not read_key_values(table, context, language):
        return ()
    pairs = ((row[0].text, row[1].text) for row in table.rows)
    return _distinct(Title(title_key(label), label, meaning(label), text) for label, text in pairs)


def _columns(table: Table, context: Context, language: str | None) -> tuple[Title, ...]:
    """The titles of a table's columns; where it has none, their places."""
    header, first = header_of(table, context, language), table.rows[0]
    if header is None and any(cell.header for cell in first):
        titles = tuple(cell.text for cell in first)
        header = Header(columns(titles), titles, 1)
    elif header is None or not any(header.titles):
        titles = places(len(first))
        header = Header(header.fields if header else columns(titles), titles, 0)
    texts = (cell.text for cell in (*table.rows, ())[header.body])
    below = chain(texts, repeat(""))
    return _distinct(
        Title(title_key(title), title, what, text)
        for title, what, text in zip(header.titles, header.fields, below, strict=False)
    )


def _labels(document: Document) -> Iterator[Titled]:
    """The labels with a colon that several lines of the page begin with."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        for line in () if isinstance(block, Table) else block_lines(block):
            label, colon, text = line.text.replace("：", ":").partition(":")
            if colon and 0 < len(label) <= MAX_LABEL and len(label.split()) <= MOST_WORDS:
                found.setdefault(label.strip(" *•·–-"), []).append(text.strip())
    several = [label for label, texts in found.items() if title_key(label) and len(texts) > 1]
    titles = (Title(title_key(one), one, meaning(one), found[one][0]) for one in several)
    if distinct := _distinct(titles):
        yield Titled(LABELS, "", distinct)


def _distinct(titles: Iterable[Title]) -> tuple[Title, ...]:
    """Each title once; very long ones are none."""
    short = (title for title in titles if 0 < len(title.printed) <= MAX_TITLE)
    return tuple(islice({title.key: title for title in short}.values(), MAX_TITLES))
