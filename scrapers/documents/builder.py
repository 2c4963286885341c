"""Blocks out of a tree of HTML elements: one method for each way to treat an element."""

from collections.abc import Callable

from lxml import etree

from scrapers.documents.elements import LINES, WRAPPERS, Kind, Look
from scrapers.documents.grid import RawCell, RawTable, rectangle
from scrapers.documents.looking import (
    heading_level,
    holds_block,
    is_box,
    is_layout,
    look_at,
    raw_cell,
)
from scrapers.documents.menus import is_menu_only, menu_words
from scrapers.documents.model import Heading, Line, Paragraph, Run, Table
from scrapers.documents.writer import BlockWriter, OpenItem

MAX_HEADING = 300  # a longer "heading" is running text in a big font
MAX_DEPTH = 150  # of elements: few pages are half as deep; each takes three of Python's 1,000 calls
_SIMPLE = frozenset((Kind.BLOCK, Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.ITEM))
_IN_TABLES = frozenset((Kind.ROW, Kind.CELL, Kind.CAPTION))


class Builder(BlockWriter):
    """The state of one walk: give it the root, then take `blocks` and `containers`."""

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        super().__init__()
        self.is_deep = False
        self._resolve = resolve
        self._depth = 0
        self._list_count = 0
        self._tables: list[RawTable | None] = []
        self._outline = 1  # level of the last heading
        self._beside: etree._Element | None = None  # what opened where another had just ended
        self._chip_end = 0  # how much text there was when the last chip ended

    def read(self, root: etree._Element) -> None:
        """Turn an element, and all that is in it, into blocks."""
        self._element(root)
        self.flush()

    def _element(self, element: etree._Element) -> None:
        """Read an element, and bring back what held before it."""
        look = look_at(element)
        if self._closed and not self._edge:
            self._edge, self._beside = True, element
        if look.is_plain:
            self._inside(look, element)
            self._closed = True
            return
        region, href, boxes = self._region, self._href, len(self._boxes)
        self._reader(look, element)(self, look, element)
        if look.has_effect:
            self._bold -= look.bold
            self._struck -= look.struck
            self._hidden -= look.hidden
            self._region, self._href = region, href
        if len(self._boxes) > boxes:
            self.let_go(boxes)

    def _is_box(self, *, is_blank: bool) -> bool:
        return self._beside is not None and is_box(self._beside, is_blank=is_blank)

    def _reader(self, look: Look, element: etree._Element) -> "Reader":
        """The method that reads such an element here."""
        kind, is_loose = look.kind, self._cell is None and not self._level
        if look.region == "navigation" and is_loose and is_menu_only(element):
            return Builder._menu
        if kind not in _SIMPLE or not is_loose:
            kind = self._kind(look, element)
        return _READERS[kind]

    def _inside(self, look: Look, element: etree._Element) -> None:
        """Read what is in an element, in the style that it gives it."""
        if look.has_effect:
            self._enter(look, element)
        if words := element.text:
            self.text(words)
        if not len(element):
            return
        if self._depth == MAX_DEPTH:
            self.is_deep = True
            return
        self._depth += 1
        for child in element:
            self._element(child)
            if words := child.tail:
                self.text(words)
        self._depth -= 1

    def _enter(self, look: Look, element: etree._Element) -> None:
        """Let an element's looks hold for what is inside."""
        self._bold += look.bold
        self._struck += look.struck
        self._hidden += look.hidden
        self._region = look.region or self._region
        if look.tag == "a" and (href := element.get("href")):
            self._href = self._resolve(href)

    def _kind(self, look: Look, element: etree._Element) -> int:
        """Tell how to treat an element here: in cells and headings every block is but a line."""
        kind = look.kind
        if kind == Kind.INLINE and look.tag in WRAPPERS and holds_block(element):
            kind = Kind.BLOCK
        if kind in LINES or kind == Kind.DROPPED:
            return kind
        if self._cell is not None or self._level:
            return Kind.PARAGRAPH
        if kind in _IN_TABLES and not (self._tables and self._tables[-1]):
            return Kind.BLOCK
        return kind

    # -- one method a kind ------------------------------------------------------------------

    def _menu(self, look: Look, element: etree._Element) -> None:
        """Take a menu whole, as one paragraph with a line for each of its texts."""
        self.settle()
        self._enter(look, element)
        for words, target in menu_words(element):
            self._href = self._resolve(target) if target else None
            self._words(words)
            self.end_line()
        if lines := self.take_lines():
            self.emit(Paragraph, lines)

    def _nothing(self, look: Look, element: etree._Element) -> None:
        """Pass over an element that holds no text of the page."""
        self._enter(look, element)  # which is taken back, as for any other

    def _inline(self, look: Look, element: etree._Element) -> None:
        self._inside(look, element)
        self._closed = True

    def _chip(self, look: Look, element: etree._Element) -> None:
        touches = bool(self._runs) and not self._gap and not self._level
        if touches or self._cell is not None or self._size == self._chip_end:
            self.end_line()
        self._inside(look, element)
        self._closed = True
        self._chip_end = self._size
        if self._cell is not None:
            self.end_line()

    def _break(self, look: Look, element: etree._Element) -> None:
        if look.tag == "hr":
            self.flush()
        self.end_line()
        self._inside(look, element)

    def _paragraph(self, look: Look, element: etree._Element) -> None:
        self.flush()
        self._pre += look.tag == "pre"
        self._inside(look, element)
        self.flush()
        self._pre -= look.tag == "pre"

    def _block(self, look: Look, element: etree._Element) -> None:
        self.flush()
        self.hold(look)
        self._inside(look, element)
        self.flush()

    def _heading(self, look: Look, element: etree._Element) -> None:
        self.settle()
        self._level = level = heading_level(element, self._outline)
        if look.tag != "summary":
            self._outline = level
        self._inside(look, element)
        self.end_line()
        self._level = 0
        if not (runs := _one_line(self.take_lines())):
            return
        line = Line(runs)
        if len(line.text) > MAX_HEADING:
            self.emit(Paragraph, (line,))
        else:
            self.emit(Heading, level, line)

    def _list(self, look: Look, element: etree._Element) -> None:
        self.settle()
        self._list_count += 1
        self._lists.append(self._list_count)
        self.hold(look)
        self._inside(look, element)
        self.flush()
        self._lists.pop()

    def _item(self, look: Look, element: etree._Element) -> None:
        self.settle()
        self._items.append(OpenItem(len(self._items) + (look.tag == "dd"), look.tag == "dt"))
        self.hold(look)
        self._inside(look, element)
        self.settle()
        self._items.pop()

    def _table(self, look: Look, element: etree._Element) -> None:
        self.settle()
        table = None if is_layout(element) else RawTable()
        self._tables.append(table)
        if table is None:
            self.hold(look)
        self._inside(look, element)
        self.flush()
        self._tables.pop()
        if table is not None:
            self.left_over += table.left_over
            if rows := rectangle(table):
                self.emit(Table, rows, table.caption)

    def _row(self, look: Look, element: etree._Element) -> None:
        self.flush()
        if table := self._tables[-1]:
            table.start_row()
        self._inside(look, element)
        self.flush()

    def _table_cell(self, look: Look, element: etree._Element) -> None:
        self.flush()
        cell = raw_cell(element)
        if table := self._tables[-1]:
            table.start_cell(cell)
        self._in_cell(cell, look, element)

    def _caption(self, look: Look, element: etree._Element) -> None:
        self.flush()
        cell = raw_cell(element)
        self._in_cell(cell, look, element)
        if table := self._tables[-1]:
            table.caption = " ".join([line.text for line in cell.lines]) or None

    def _in_cell(self, cell: RawCell, look: Look, element: etree._Element) -> None:
        self._cell = cell
        self._inside(look, element)
        self.flush()
        self._cell = None


def _one_line(lines: tuple[Line, ...]) -> tuple[Run, ...]:
    """The runs of several lines as one line, a blank where the line broke."""
    if len(lines) == 1:
        return lines[0].runs
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(Run(" "))
        runs.extend(line.runs)
    return tuple(runs)


Reader = Callable[[Builder, Look, etree._Element], None]
_READERS: dict[int, Reader] = {
    Kind.DROPPED: Builder._nothing,
    Kind.INLINE: Builder._inline,
    Kind.PASS: Builder._inside,
    Kind.CHIP: Builder._chip,
    Kind.BREAK: Builder._break,
    Kind.BLOCK: Builder._block,
    Kind.PARAGRAPH: Builder._paragraph,
    Kind.HEADING: Builder._heading,
    Kind.LIST: Builder._list,
    Kind.ITEM: Builder._item,
    Kind.TABLE: Builder._table,
    Kind.ROW: Builder._row,
    Kind.CELL: Builder._table_cell,
    Kind.CAPTION: Builder._caption,
}
