"""Page -> Reading: the one door into everything that reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.dates import find_last_updated
from scrapers.documents import document_text, open_document
from scrapers.documents.model import Document
from scrapers.entry import Entry
from scrapers.errors import ScrapeError
from scrapers.fields import plain
from scrapers.language import find_language
from scrapers.notice import find_notice_terms
from scrapers.page import Page
from scrapers.quotes import FoldedText
from scrapers.reading import Reading
from scrapers.shapes.lists import FoundList, find_lists

READER_VERSION = 1
NO_LIST = "No list of sub-processors was found on this page: look whether the address still holds one."


def read(page: Page) -> Reading:
    """Read a page. Never raises for any bytes: what cannot be read is a problem in the reading."""
    try:
        document = open_document(page)
    except ScrapeError as error:
        return Reading(kind="none", complete=False, problem=str(error))
    return _read_document(document)


def _read_document(document: Document) -> Reading:
    language = find_language(document)
    lists = find_lists(document, language)
    text = FoldedText(document_text(document))
    entries = tuple(entry for found in lists for entry in found.entries if entry.quote in text)
    kind = "subprocessor-list" if entries else "none"
    problem = None if entries else NO_LIST
    return Reading(
        kind=kind,
        complete=problem is None,
        entries=entries,
        problem=problem,
        language=language,
        last_updated=find_last_updated(document),
        notice=find_notice_terms(document),
        title=document.title,
    )
