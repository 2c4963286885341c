"""Blocks out of HTML elements as they open and close: what the walk over the tree calls."""

from collections.abc import Callable

from lxml import etree

from scrapers.documents.elements import WRAPPERS, Kind, Look, look_of
from scrapers.documents.grid import RawCell, RawTable, rectangle, span
from scrapers.documents.lines import LineReader
from scrapers.documents.menus import is_menu_only, menu_words
from scrapers.documents.model import (
    Block,
    Container,
    Heading,
    Item,
    Line,
    Paragraph,
    Region,
    Run,
    Table,
)

MAX_HEADING = 300  # a longer "heading" is running text in a big font
_LINES = frozenset((Kind.INLINE, Kind.BREAK, Kind.PASS, Kind.CHIP))
_RARE = frozenset(("style", "role", "id", "hidden"))  # attributes beside class that tell a look
_SIMPLE = frozenset((Kind.BLOCK, Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.ITEM))
_IN_TABLES = frozenset((Kind.ROW, Kind.CELL, Kind.CAPTION))


class _Frame:
    """An open element, and what closing it has to bring back."""

    __slots__ = ("holds", "href", "id", "kind", "level", "look", "region")

    def __init__(self, look: Look, kind: int, region: Region, href: str | None) -> None:
        self.look = look
        self.kind = kind
        self.region = region
        self.href = href
        self.holds = False  # whether it counts as a container
        self.id = -1  # of the container; given when the first block inside appears
        self.level = 0


_PLAIN_PARAGRAPH = _Frame(look_of("p"), Kind.PARAGRAPH, "main", None)


class Builder(LineReader):
    """The state of one walk: call start, text and end in page order, then take `blocks`."""

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self._resolve = resolve
        self._frames: list[_Frame | None] = []
        self._open: list[_Frame] = []
        self._around: tuple[int, ...] | None = ()
        self._hidden = 0
        self._region: Region = "main"
        self._lists: list[int] = []
        self._list_count = 0
        self._items: list[_Frame] = []
        self._tables: list[RawTable | None] = []
        self._cell: RawCell | None = None
        self._level = 0
        self._outline = 1
        self._chip_end = 0  # how much text there was when the last chip ended

    def flush(self) -> None:
        """Hand the lines so far to a cell, to an item, or to a paragraph of their own."""
        if self._runs:
            self.end_line()
        self._gap = False
        if not self._lines or self._level:
            return
        if self._cell is not None:
            self._cell.lines.extend(self._lines)
            self._lines = []
        elif not self._items:
            lines, self._lines = tuple(self._lines), []
            self._emit(Paragraph, lines)

    # -- elements ---------------------------------------------------------------------------

    def start(self, element: etree._Element) -> bool:
        """Open an element; False for one that is to be left out with all that is in it."""
        tag, get, names = element.tag, element.get, element.keys()
        if not names:
            look = look_of(tag)
        elif _RARE.isdisjoint(names):
            look = look_of(tag, get("class"))
        else:
            look = look_of(tag, get("class"), get("style"), get("role"), get("id"), get("hidden"))
        self._edge = self._edge or self._closed
        if look.is_plain:
            self._frames.append(None)
            return True
        if look.kind == Kind.DROPPED:
            return False
        if look.region == "navigation" and self._is_loose() and is_menu_only(element):
            self._menu(element)
            return False
        self._begin(look, element)
        return True

    def _is_loose(self) -> bool:
        """Whether a block here stands for itself, not as part of a cell or a heading."""
        return self._cell is None and not self._level

    def _menu(self, element: etree._Element) -> None:
        """Take a menu whole, as one paragraph with a line for each of its texts."""
        self._settle()
        region, href = self._region, self._href
        self._region = "navigation"
        for words, target in menu_words(element):
            self._href = self._resolve(target) if target else None
            self._words(words)
            self.end_line()
        lines, self._lines = tuple(self._lines), []
        if lines:
            self._emit(Paragraph, lines)
        self._region, self._href = region, href

    def _begin(self, look: Look, element: etree._Element) -> None:
        """Open an element that makes a difference."""
        kind = look.kind
        if kind not in _SIMPLE or self._cell is not None or self._level:
            kind = self._kind(look, element)
        if kind == Kind.PARAGRAPH and not look.has_effect:
            self.flush()
            self._frames.append(_PLAIN_PARAGRAPH)
            return
        frame = _Frame(look, kind, self._region, self._href)
        if open_ := _OPEN[kind]:
            open_(self, frame, element)
        self._frames.append(frame)
        if look.has_effect:
            self._enter(look, element)
        if frame.holds:
            self._open.append(frame)
            self._around = None

    def _enter(self, look: Look, element: etree._Element) -> None:
        """Let an element's looks hold for what is inside."""
        self._bold += look.bold
        self._struck += look.struck
        self._hidden += look.hidden
        self._region = look.region or self._region
        if look.tag == "a" and (href := element.get("href")):
            self._href = self._resolve(href)

    def end(self) -> None:
        """Close the element that was opened last."""
        frame = self._frames.pop()
        if frame is None:
            self._closed = True
            return
        if frame is _PLAIN_PARAGRAPH:
            self.flush()
            return
        if close := _CLOSE[frame.kind]:
            close(self, frame)
        look = frame.look
        if look.has_effect:
            self._bold -= look.bold
            self._struck -= look.struck
            self._hidden -= look.hidden
            self._region, self._href = frame.region, frame.href
        if frame.holds:
            self._open.pop()
            self._around = None

    def _kind(self, look: Look, element: etree._Element) -> int:
        """Tell how to treat an element here: in cells and headings every block is but a line."""
        kind = look.kind
        if kind == Kind.INLINE and look.tag in WRAPPERS and _holds_block(element):
            kind = Kind.BLOCK
        if kind in _LINES:
            return kind
        if self._cell is not None or self._level:
            return Kind.PARAGRAPH
        if kind in _IN_TABLES and not (self._tables and self._tables[-1]):
            return Kind.BLOCK
        return kind

    def _open_block(self, frame: _Frame, _: etree._Element) -> None:
        self.flush()
        self._pre += frame.look.tag == "pre"
        frame.holds = frame.kind is Kind.BLOCK and self._cell is None

    def _open_chip(self, _: _Frame, __: etree._Element) -> None:
        if self._cell is not None or self._size == self._chip_end:
            self.end_line()

    def _open_break(self, _: _Frame, element: etree._Element) -> None:
        if element.tag == "hr":
            self.flush()
        self.end_line()

    def _open_heading(self, frame: _Frame, element: etree._Element) -> None:
        self._settle()
        frame.level = _heading_level(element, self._outline)
        if element.tag != "summary":
            self._outline = frame.level
        self._level = frame.level

    def _open_list(self, frame: _Frame, _: etree._Element) -> None:
        self._settle()
        self._list_count += 1
        self._lists.append(self._list_count)
        frame.holds = True

    def _open_item(self, frame: _Frame, element: etree._Element) -> None:
        self._settle()
        frame.level = len(self._items) + (element.tag == "dd")
        self._items.append(frame)
        frame.holds = True

    def _open_table(self, frame: _Frame, element: etree._Element) -> None:
        self._settle()
        frame.holds = _is_layout(element)
        self._tables.append(None if frame.holds else RawTable())

    def _open_row(self, _: _Frame, __: etree._Element) -> None:
        self.flush()
        if table := self._tables[-1]:
            table.start_row()

    def _open_cell(self, frame: _Frame, element: etree._Element) -> None:
        self.flush()
        get = element.get
        self._cell = RawCell(header=element.tag == "th", column_span=1, row_span=1)
        if element.keys():
            self._cell.header |= get("role") in ("columnheader", "rowheader")
            self._cell.column_span = span(get("colspan") or get("aria-colspan"))
            self._cell.row_span = span(get("rowspan") or get("aria-rowspan"))
        if frame.kind is Kind.CELL and (table := self._tables[-1]):
            table.start_cell(self._cell)

    def _close_inline(self, _: _Frame) -> None:
        self._closed = True

    def _close_chip(self, _: _Frame) -> None:
        self._closed = True
        self._chip_end = self._size
        if self._cell is not None:
            self.end_line()

    def _close_block(self, frame: _Frame) -> None:
        self.flush()
        self._pre -= frame.look.tag == "pre"

    def _close_heading(self, frame: _Frame) -> None:
        self.end_line()
        self._level = 0
        runs = _one_line(self._lines)
        self._lines = []
        if not runs:
            return
        line = Line(runs)
        if len(line.text) > MAX_HEADING:
            self._emit(Paragraph, (line,))
        else:
            self._emit(Heading, frame.level, line)

    def _close_list(self, _: _Frame) -> None:
        self.flush()
        self._lists.pop()

    def _close_item(self, _: _Frame) -> None:
        self._settle()
        self._items.pop()

    def _close_table(self, _: _Frame) -> None:
        self.flush()
        if table := self._tables.pop():
            self.left_over += table.left_over
            if rows := rectangle(table):
                self._emit(Table, rows, table.caption)

    def _close_cell(self, frame: _Frame) -> None:
        self.flush()
        cell, self._cell = self._cell, None
        table = self._tables[-1]
        if frame.kind is Kind.CAPTION and cell and table:
            table.caption = " ".join(line.text for line in cell.lines) or None

    # -- places -----------------------------------------------------------------------------

    def _settle(self) -> None:
        """Hand over what was read so far, as an item if one is open."""
        if self._runs:
            self.end_line()
        self._gap = False
        if not self._items or self._cell is not None or self._level:
            self.flush()
        elif self._lines:
            item, lines = self._items[-1], tuple(self._lines)
            self._lines = []
            list_id = self._lists[-1] if self._lists else 0
            is_term = item.look.tag == "dt"
            self._emit(Item, item.level, lines, is_term, list_id)

    def _emit(self, make: Callable[..., Block], *parts: object) -> None:
        """Add a block that is finished now, with the place where it stands."""
        if self._around is None:
            self._around = tuple(
                [frame.id if frame.id >= 0 else self._container(frame) for frame in self._open]
            )
        hidden = self._hidden > 0
        block = make(*parts, containers=self._around, region=self._region, hidden=hidden)
        self.blocks.append(block)

    def _container(self, frame: _Frame) -> int:
        frame.id = len(self.containers)
        look = frame.look
        self.containers.append(Container(frame.id, look.tag, look.classes, look.role, look.hidden))
        return frame.id


def _holds_block(element: etree._Element) -> bool:
    """An inline element whose first child is a block is a block."""
    if not len(element):
        return False
    tag = element[0].tag
    return isinstance(tag, str) and look_of(tag).kind not in _LINES


def _heading_level(element: etree._Element, last: int) -> int:
    """Level of a heading element; a `summary` stands one below the heading before it."""
    tag = str(element.tag)
    if tag[0] == "h" and tag[1:].isdecimal():
        return int(tag[1:])
    level = element.get("aria-level") or ""
    return min(max(int(level), 1), 6) if level.isdecimal() and len(level) < 3 else min(last + 1, 6)


def _is_layout(element: etree._Element) -> bool:
    """A table that holds tables only arranges the page, unless it has a header row."""
    if element.find(".//table") is None:
        return False
    return not any(element.find(path) is not None for path in ("tr/th", "*/tr/th"))


def _one_line(lines: list[Line]) -> tuple[Run, ...]:
    """The runs of several lines as one line, a blank where the line broke."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(Run(" "))
        runs.extend(line.runs)
    return tuple(runs)


_OPEN: dict[int, Callable[[Builder, _Frame, etree._Element], None] | None] = {
    Kind.INLINE: None,
    Kind.PASS: None,
    Kind.CHIP: Builder._open_chip,
    Kind.BLOCK: Builder._open_block,
    Kind.PARAGRAPH: Builder._open_block,
    Kind.HEADING: Builder._open_heading,
    Kind.LIST: Builder._open_list,
    Kind.ITEM: Builder._open_item,
    Kind.TABLE: Builder._open_table,
    Kind.ROW: Builder._open_row,
    Kind.CELL: Builder._open_cell,
    Kind.CAPTION: Builder._open_cell,
    Kind.BREAK: Builder._open_break,
}
_CLOSE: dict[int, Callable[[Builder, _Frame], None] | None] = {
    Kind.PASS: None,
    Kind.BREAK: None,
    Kind.INLINE: Builder._close_inline,
    Kind.CHIP: Builder._close_chip,
    Kind.BLOCK: Builder._close_block,
    Kind.PARAGRAPH: Builder._close_block,
    Kind.HEADING: Builder._close_heading,
    Kind.LIST: Builder._close_list,
    Kind.ITEM: Builder._close_item,
    Kind.TABLE: Builder._close_table,
    Kind.ROW: Builder._close_block,
    Kind.CELL: Builder._close_cell,
    Kind.CAPTION: Builder._close_cell,
}
