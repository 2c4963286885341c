"""Pages for tests of reading, of our own writing: Quillmark and its vendors are made up."""

from collections.abc import Sequence

from scrapers.documents import open_document
from scrapers.documents.html import open_html
from scrapers.documents.model import Document
from scrapers.entry import Entry
from scrapers.page import Page
from scrapers.read import read
from scrapers.shapes.context import in_context
from scrapers.shapes.headings import Placed

ADDRESS = "https://quillmark.example/legal/page"
INTRO = "<h1>Sub-processors</h1><p>Quillmark uses the following sub-processors.</p>"


def page(markup: str, media_type: str = "text/html") -> Page:
    """An answer with this content."""
    return Page(url=ADDRESS, content=markup.encode(), media_type=media_type)


def list_page(markup: str, language: str = "en") -> Page:
    """A page that says that a list of sub-processors follows, and what follows."""
    head = f"<html lang={language}><head><title>Sub-processors | Quillmark</title></head>"
    return page(f"{head}<body><main>{INTRO}{markup}</main></body></html>")


def document(markup: str) -> Document:
    """The blocks of a page that says that a list follows."""
    return open_html(list_page(markup))


def placed(markup: str) -> list[Placed]:
    """The same blocks with what stands above each."""
    return list(in_context(document(markup)))


def table(rows: Sequence[Sequence[str]], titles: Sequence[str] = ()) -> str:
    """Markup of a plain table."""
    head = "".join(f"<th>{title}</th>" for title in titles)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>" if titles else f"<table>{body}</table>"


def entries(markup: str, language: str = "en") -> tuple[Entry, ...]:
    """What is read from a list page."""
    return read(list_page(markup, language)).entries


def names(found: Sequence[Entry]) -> list[str]:
    """The printed names of entries."""
    return [entry.entity for entry in found]


def text_blocks(markup: str) -> list[str]:
    """The kinds and texts of blocks, for comparing."""
    blocks = open_document(page(markup)).blocks
    return [f"{type(block).__name__}: {_text(block)}" for block in blocks]


def _text(block: object) -> str:
    line = getattr(block, "line", None)
    return line.text if line is not None else str(getattr(block, "text", ""))
