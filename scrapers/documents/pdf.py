"""PDF into blocks: not read yet, and said so."""

from scrapers.documents.model import Document
from scrapers.errors import ReadError
from scrapers.page import Page


def open_pdf(page: Page) -> Document:
    """Refuse a PDF. Raises ReadError that says what to do."""
    raise ReadError(
        f"{page.url} is a PDF, which cannot be read yet: "
        "give the address of the list's web page, or save its text as .txt and upload that."
    )
