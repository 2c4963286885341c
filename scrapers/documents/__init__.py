"""Bytes of any kind into one common block model."""

from collections.abc import Callable

from scrapers.documents.data import open_csv, open_json
from scrapers.documents.html import open_html
from scrapers.documents.model import Block, Data, Document, Table, block_lines
from scrapers.errors import ReadError
from scrapers.page import Page

__all__ = ["document_text", "is_html", "open_document"]


def _open_pdf(page: Page) -> Document:
    from scrapers.documents.pdf import open_pdf  # most commands read none

    return open_pdf(page)


OPENERS: dict[str, Callable[[Page], Document]] = {
    "text/html": open_html,
    "application/xhtml+xml": open_html,
    "application/pdf": _open_pdf,
    "application/json": open_json,
    "text/csv": open_csv,
}
MAGIC = {b"%PDF-": "PDF", b"PK\x03\x04": "ZIP or Office", b"\x89PNG": "PNG", b"GIF8": "GIF"}
CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1a\x1b"})


def open_document(page: Page) -> Document:
    """Read a page's bytes into blocks, by its media type. Raises ReadError for no document."""
    if fault := fault_of_bytes(page):
        raise ReadError(fault)
    start = page.content[:1024].lstrip()
    if start.startswith(b"%PDF-"):
        return _open_pdf(page)
    media_type = page.media_type.split(";")[0].strip().lower()
    return _opener(media_type, start)(page)


def is_html(page: Page) -> bool:
    """Whether a page would be read as HTML."""
    start = page.content[:1024].lstrip()
    media_type = page.media_type.split(";")[0].strip().lower()
    return fault_of_bytes(page) is None and _opener(media_type, start) is open_html


def fault_of_bytes(page: Page) -> str | None:
    """Why these bytes are no document at all, in a sentence; None where they may be one."""
    start = page.content[:1024].lstrip()
    if not start:
        return f"{page.url} is empty: look at the address in a browser."
    if start.startswith(b"%PDF-"):
        return None
    name = next((name for magic, name in MAGIC.items() if start.startswith(magic)), None)
    if name or _is_binary(start):
        what = f"a {name} file, no text" if name else "no text but a file of another kind"
        return f"{page.url} is {what}: give the address of the page itself."
    return None


def document_text(document: Document) -> str:
    """The text in which quotes are found: every line of the document in page order.

    A cell that spans rows or columns stands once, where the page has it.
    """
    return "\n".join([part for block in document.blocks for part in _texts(block)])


def _opener(media_type: str, start: bytes) -> Callable[[Page], Document]:
    looks_like_markup = start[:1] == b"<" and media_type not in ("text/markdown", "text/csv")
    if media_type in OPENERS and not (media_type == "application/json" and looks_like_markup):
        return OPENERS[media_type]
    if media_type.endswith("+json"):
        return open_json
    if media_type in ("text/markdown", "text/x-markdown"):
        from scrapers.documents.markdown import open_markdown

        return open_markdown
    if media_type == "text/plain" and not looks_like_markup:
        from scrapers.documents.text import open_text

        return open_text
    return open_html


def _is_binary(start: bytes) -> bool:
    """Whether bytes hold more control characters than any text; in UTF-16 half of them are NUL."""
    is_wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return not is_wide and len(start) - len(start.translate(None, CONTROLS)) > len(start) // 20


def _texts(block: Block) -> list[str]:
    if isinstance(block, Table):
        return _table_texts(block)
    if isinstance(block, Data):
        return _strings(block.value)
    return [line.text for line in block_lines(block)]


def _table_texts(table: Table) -> list[str]:
    texts: list[str] = []
    above: set[int] = set()
    for row in table.rows:
        cells = {id(cell): cell for cell in row}
        own = [cell for key, cell in cells.items() if key not in above]
        texts.extend([line.text for cell in own for line in cell.lines])
        above = set(cells)
    return texts


def _strings(value: object) -> list[str]:
    """Every string in a JSON value, in order; what is no JSON counts as one string."""
    found: list[str] = []
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            found.append(" ".join(part.split()))
        elif isinstance(part, dict):
            stack.extend(reversed(part.values()))
        elif isinstance(part, list):
            stack.extend(reversed(part))
    return found
