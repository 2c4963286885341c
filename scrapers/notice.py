"""Find the clauses that say how long before a change one is told, and how long one may object."""

from scrapers.documents.model import Document
from scrapers.reading import NoticeTerm


def find_notice_terms(document: Document) -> tuple[NoticeTerm, ...]:
    """Give each prior-notice and objection period on changes that the document states."""
    return ()
