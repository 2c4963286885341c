"""A stored page as HTML that can do nothing, for people to look at, with a quote marked in it.

What is left are words and their order in headings, lists and tables: no script, no style, no
picture, no link, no form. The sanitizer is Ammonia's (through nh3), which works on what a browser
would make of the markup.
"""

from typing import NamedTuple

import nh3
from lxml import etree

from scrapers.charset import decode
from scrapers.documents.elements import DROPPED, KINDS, Kind
from scrapers.documents.html import bounded, parse
from scrapers.page import Page
from scrapers.quotes import FoldedText

MARK = "quote"  # the id of the first mark, to which a link can lead
_SPANS = {"colspan", "rowspan"}
_TAGS = set(
    """
    main section article header footer nav aside div p pre blockquote address figure figcaption
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td br hr details
    summary a abbr b bdi bdo cite code del dfn em i ins kbd q s samp small span strike strong sub
    sup time u var mark
    """.split()  # noqa: SIM905 - words read better so
)


class _Piece(NamedTuple):
    """A stretch of text: of an element, or behind one; where it starts among all of them."""

    element: etree._Element
    is_tail: bool
    text: str
    start: int


def inert_page(page: Page, quote: str = "") -> tuple[str, bool]:
    """The body of a page made harmless, and whether the quote was found and marked in it."""
    markup, _ = bounded(decode(page.content, page.charset).replace("\x00", ""))
    root, _ = parse(markup)
    if root is None:
        return "", False
    etree.strip_elements(root, *DROPPED, with_tail=False)
    etree.strip_tags(root, "mark")
    is_marked = bool(quote) and _mark(root, quote)
    for closed in root.iter("details"):
        closed.set("open", "")
    return _clean(etree.tostring(root, encoding="unicode", method="html")), is_marked


def _clean(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=_TAGS,
        attributes={"td": _SPANS, "th": _SPANS, "details": {"open"}, "*": {"dir", "lang"}},
        tag_attribute_values={"mark": {"id": {MARK}}},
        url_schemes=set(),
        link_rel=None,
    )


def _mark(root: etree._Element, quote: str) -> bool:
    """Put marks around the words of a quote, wherever elements part them; False if not found."""
    pieces = _pieces(root)
    place = FoldedText("".join([piece.text for piece in pieces])).find(quote)
    if place is None:
        return False
    start, end = place
    touched = [p for p in pieces if p.start < end and p.start + len(p.text) > start]
    for number, piece in reversed(list(enumerate(p for p in touched if p.text.strip()))):
        mark = _mark_piece(piece, max(start - piece.start, 0), end - piece.start)
        if number == 0:
            mark.set("id", MARK)
    return True


def _pieces(root: etree._Element) -> list[_Piece]:
    """Every stretch of text in page order; a line end stands where a block begins or ends."""
    found: list[_Piece] = []
    length = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_tail = event == "end"
        if KINDS.get(element.tag, Kind.BLOCK) != Kind.INLINE:
            found.append(_Piece(element, is_tail, "\n", length))
            length += 1
        text = (element.tail if is_tail else element.text) or ""
        if text:
            found.append(_Piece(element, is_tail, text, length))
            length += len(text)
    return found


def _mark_piece(piece: _Piece, start: int, end: int) -> etree._Element:
    """Put a mark around a part of one stretch of text."""
    mark = etree.Element("mark")
    before, mark.text, mark.tail = piece.text[:start], piece.text[start:end], piece.text[end:]
    element = piece.element
    if not piece.is_tail:
        element.text = before
        element.insert(0, mark)
    elif (parent := element.getparent()) is not None:
        element.tail = before
        parent.insert(parent.index(element) + 1, mark)
    return mark
