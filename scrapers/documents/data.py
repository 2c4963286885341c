"""JSON and CSV, sent as the document itself, into blocks."""

import csv
import json

from scrapers.charset import decode
from scrapers.documents.grid import MAX_COLUMNS, MAX_ROWS
from scrapers.documents.lines import MAX_TEXT
from scrapers.documents.model import Cell, Data, Document, Line, Run, Table
from scrapers.errors import ReadError
from scrapers.page import Page

MAX_VALUES = 600_000  # in a JSON document: each may cost a hundred bytes of memory
LEFT_OVER = "The file has more rows than are read; the rest was left out."


def open_json(page: Page) -> Document:
    """Read a JSON document as one block of data. Raises ReadError where it is no JSON."""
    text = decode(page.content, page.charset)
    if text.count(",") > MAX_VALUES:
        raise ReadError(f"{page.url} holds more data than is read: give the address of a page.")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{page.url} calls itself JSON and is not: look at the address in a browser."
        raise ReadError(message) from error
    return Document(blocks=(Data(value, "document"),), title=_title(page))


def open_csv(page: Page) -> Document:
    """Read a CSV document as one table; its delimiter is found by looking at the first line."""
    text = decode(page.content, page.charset).replace("\x00", "")
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        lines = csv.reader(text[:MAX_TEXT].splitlines(), delimiter=delimiter)
        rows = [row[:MAX_COLUMNS] for row in lines if any(row)]
    except csv.Error as error:
        raise ReadError(f"{page.url} is no readable CSV: save it again as CSV.") from error
    width = max((len(row) for row in rows[:MAX_ROWS]), default=0)
    cells = tuple(
        tuple(_cell(row[at] if at < len(row) else "", is_header=not number) for at in range(width))
        for number, row in enumerate(rows[:MAX_ROWS])
    )
    problem = LEFT_OVER if len(rows) > MAX_ROWS or len(text) > MAX_TEXT else None
    return Document(blocks=(Table(cells),) if cells else (), title=_title(page), problem=problem)


def _title(page: Page) -> str:
    """The name of the file, which is all that such a document says of itself."""
    return page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _cell(text: str, *, is_header: bool) -> Cell:
    lines = tuple(
        Line((Run(" ".join(part.split())),)) for part in text.splitlines() if part.strip()
    )
    return Cell(lines=lines, header=is_header)
