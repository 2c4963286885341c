"""What an HTML element tells of itself: its look, its level, its spans, what it is there for."""

from itertools import islice

from lxml import etree

from scrapers.documents.elements import LINES, Look, look_of
from scrapers.documents.grid import RawCell, span

MAX_BOXES = 20  # elements of a row that are looked at
_ROWS = frozenset(("div", "li", "td", "th", "dd", "dt", "a", "button", "section", "article"))
_LINKS = frozenset(("a", "button"))
_BOXES = frozenset(("span", "a", "div", "time", "small", "button"))
_RARE = frozenset(("style", "role", "id", "hidden"))  # attributes beside class that tell a look


def look_at(element: etree._Element) -> Look:
    """Tell how an element looks, by its name and attributes."""
    get, names = element.get, element.keys()
    if not names:
        return look_of(element.tag)
    if _RARE.isdisjoint(names):
        return look_of(element.tag, get("class"))
    role, identity, hidden = get("role"), get("id"), get("hidden")
    return look_of(element.tag, get("class"), get("style"), role, identity, hidden)


def raw_cell(element: etree._Element) -> RawCell:
    """Begin a cell of a table, as wide and high as it says."""
    cell = RawCell(header=element.tag == "th", column_span=1, row_span=1)
    if element.keys():
        get = element.get
        cell.header |= get("role") in ("columnheader", "rowheader")
        cell.column_span = span(get("colspan") or get("aria-colspan"))
        cell.row_span = span(get("rowspan") or get("aria-rowspan"))
    return cell


def holds_block(element: etree._Element) -> bool:
    """An inline element whose first child is a block is a block."""
    if not len(element):
        return False
    tag = element[0].tag
    return isinstance(tag, str) and look_of(tag).kind not in LINES


def is_box(element: etree._Element, *, is_blank: bool) -> bool:
    """A `span` or a link among nothing but such, in what is no text: their gaps are in the style.

    Editors put half a word into a `span` where its look changes, but within a paragraph. Links
    with a blank between them are a line of links.
    """
    around = element.getparent()
    if around is None or around.tag not in _ROWS or not _is_empty(around.text):
        return False
    parts = list(islice(around, MAX_BOXES))
    if not all(part.tag in _BOXES and _is_empty(part.tail) for part in parts):
        return False
    return not is_blank or any(part.tag not in _LINKS for part in parts)


def _is_empty(text: str | None) -> bool:
    return not text or text.isspace()


def heading_level(element: etree._Element, last: int) -> int:
    """Level of a heading element; a `summary` stands one below the heading before it."""
    tag = str(element.tag)
    if tag[0] == "h" and tag[1:].isdecimal():
        return int(tag[1:])
    level = element.get("aria-level") or ""
    return min(max(int(level), 1), 6) if level.isdecimal() and len(level) < 3 else min(last + 1, 6)


def is_layout(element: etree._Element) -> bool:
    """A table that holds tables only arranges the page, unless it has a header row."""
    if element.find(".//table") is None:
        return False
    return not any(element.find(path) is not None for path in ("tr/th", "*/tr/th"))
