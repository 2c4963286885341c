"""Page -> Reading: the one door into everything that reads."""

from collections.abc import Sequence
from dataclasses import replace

from scrapers.contradictions import find_contradictions
from scrapers.dates import find_last_updated
from scrapers.documents import document_text, open_document
from scrapers.documents.model import Document, Heading
from scrapers.entry import Entry
from scrapers.errors import ScrapeError
from scrapers.language import find_language
from scrapers.meanings import Meaning, in_force
from scrapers.memory import uninterrupted
from scrapers.notice import find_notice_terms
from scrapers.obstacles import find_more, find_obstacle, find_unshown
from scrapers.page import Page
from scrapers.quotes import FoldedText
from scrapers.reading import Contradiction, Kind, Reading
from scrapers.shapes.joining import join_prose
from scrapers.shapes.lists import FoundList, find_lists
from scrapers.shapes.placeholders import is_unfilled
from scrapers.shapes.policy import is_policy, is_titled_policy
from scrapers.shapes.promises import promise_of
from scrapers.shapes.prose import read_prose
from scrapers.vendors import read_vendor

READER_VERSION = 22
MAX_SHORTENED = 40  # quotes that are cut to what stands in the page: each is looked for anew
SURE = ("table", "grid")  # shapes that prose on the same page adds nothing to, but in a policy
NO_LIST = (
    "No list of sub-processors was found on this page: look whether the address still holds one."
)
LOST = "Some entries could not be found again in the page's own text, and were left out."


def read(page: Page, meanings: Sequence[Meaning] = ()) -> Reading:
    """Read a page. Never raises for any bytes: what cannot be read is a problem in the reading.

    `meanings` are what a person says that titles on this page mean.
    """
    with in_force(meanings), uninterrupted():
        return _read(page)


def _read(page: Page) -> Reading:
    try:
        document = open_document(page)
    except ScrapeError as error:
        return Reading(kind="none", complete=False, problem=str(error))
    language = find_language(document)
    reading = _entries(document, page, language)
    if not any(True for _ in document.lines()):
        return replace(reading, title=document.title)
    return replace(
        reading,
        language=language,
        last_updated=find_last_updated(document),
        notice=find_notice_terms(document),
        contradictions=_contradictions(document, reading),
        title=document.title,
    )


def _contradictions(document: Document, reading: Reading) -> tuple[Contradiction, ...]:
    """What a policy denies and says elsewhere; a list by itself denies nothing."""
    if reading.kind == "privacy-policy" or is_policy(document):
        return find_contradictions(document, reading.entries)
    return ()


def _entries(document: Document, page: Page, language: str | None) -> Reading:
    """The kind of a document, its entries and whether that is all of them."""
    if own := read_vendor(page):
        return _reading("subprocessor-list", document, [FoundList("vendor", own, 0)])
    lists = find_lists(document, language)
    if not lists and is_unfilled(document):
        return Reading(kind="subprocessor-list", complete=True)
    if not lists and (obstacle := find_obstacle(document, page.content)):
        return Reading(kind="none", complete=False, problem=obstacle)
    is_sure = any(found.shape in SURE for found in lists) and not is_titled_policy(document)
    if lists and (is_sure or _calls_itself_list(document)):
        return _reading("subprocessor-list", document, lists)
    if is_policy(document):
        return _reading("privacy-policy", document, lists, read_prose(document))
    return _reading("subprocessor-list" if lists else "none", document, lists)


def _calls_itself_list(document: Document) -> bool:
    """True if the title or the first heading speaks of sub-processors."""
    headings = (block.line.text for block in document.blocks if isinstance(block, Heading))
    return promise_of(f"{document.title or ''} {next(headings, '')}") == "subprocessors"


def _reading(
    kind: Kind,
    document: Document,
    lists: Sequence[FoundList],
    suggested: Sequence[Entry] = (),
) -> Reading:
    listed = [entry for found in lists for entry in found.entries]
    wanted = join_prose(listed, suggested)
    entries = _proven(wanted, document)
    problem = _problem(kind, document, lists)
    if len(entries) < len(wanted):
        problem = problem or LOST
    return Reading(kind=kind, complete=problem is None, entries=entries, problem=problem)


def _proven(wanted: Sequence[Entry], document: Document) -> tuple[Entry, ...]:
    """The entries whose quotes stand in the document, or at least their beginnings with the
    names."""
    if not wanted:
        return ()
    page = FoldedText(document_text(document))
    found: list[Entry] = []
    shortened = 0
    for entry in wanted:
        if entry.quote in page:
            found.append(entry)
        elif (shortened := shortened + 1) <= MAX_SHORTENED:
            beginning = page.beginning(entry.quote)  # the rest stands elsewhere on the page
            if entry.entity in beginning:
                found.append(replace(entry, quote=beginning))
    return tuple(found)


def _problem(kind: Kind, document: Document, lists: Sequence[FoundList]) -> str | None:
    """What is wrong with a reading of a document, None if it saw all there is to see."""
    if document.problem:
        return document.problem
    if kind == "none":
        return NO_LIST
    behind = (find_more(document, found.end) for found in lists)
    count = sum(len(found.entries) for found in lists)
    return next(filter(None, behind), None) or (find_unshown(document, count) if lists else None)
