"""Blocks out of HTML elements as they open and close: what the walk over the tree calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from lxml import etree

from scrapers.documents.elements import Kind, Look, kind_of, look_of
from scrapers.documents.grid import RawCell, RawTable, rectangle, span
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
BOLD_TAGS = frozenset(("b", "strong", "th", "dt"))
STRUCK_TAGS = frozenset(("s", "strike", "del"))
WRAPPERS = frozenset(("a", "button", "label", "span"))  # inline by name, often blocks in fact


@dataclass(slots=True)
class _Frame:
    """An open element and what closing it has to undo."""

    kind: Kind
    bold: bool
    struck: bool
    hidden: bool
    region: Region
    href: str | None
    pre: bool = False
    holds: bool = False
    level: int = 0
    list_id: int = 0
    term: bool = False


@dataclass(slots=True)
class _Open:
    """A container that is open; it gets an id when the first block inside it appears."""

    tag: str
    look: Look
    role: str
    id: int = -1


class _Place(TypedDict):
    containers: tuple[int, ...]
    region: Region
    hidden: bool


class Builder:
    """The state of one walk: call start, text and end in page order, then take `blocks`."""

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self.left_over = 0
        self._resolve = resolve
        self._frames: list[_Frame] = []
        self._open: list[_Open] = []
        self._around: tuple[int, ...] | None = ()
        self._runs: list[Run] = []
        self._lines: list[Line] = []
        self._gap = self._edge = self._closed = False
        self._bold = self._struck = self._hidden = 0
        self._href: str | None = None
        self._region: Region = "main"
        self._lists: list[int] = []
        self._list_count = 0
        self._items: list[_Frame] = []
        self._tables: list[RawTable | None] = []
        self._cell: RawCell | None = None
        self._level = self._pre = 0

    # -- text -------------------------------------------------------------------------------

    def text(self, text: str) -> None:
        """Take a stretch of text; white space is folded, but for line breaks where they count."""
        if self._pre and "\n" in text:
            for line in text.split("\n"):
                self.text(line)
                self.end_line()
            return
        words = text.split()
        if not words:
            self._gap = True
            return
        piece = " ".join(words)
        if self._runs:
            if self._gap or text[0].isspace():
                piece = " " + piece
            elif self._edge and piece[0].isupper() and self._runs[-1].text[-1].islower():
                self.end_line()  # two chips side by side: the gap between them is in the style
        self._edge = self._closed = False
        self._gap = text[-1].isspace()
        self._runs.append(Run(piece, self._href, self._bold > 0, self._struck > 0))

    def end_line(self) -> None:
        """Finish the line that is being read."""
        self._gap = False
        if self._runs:
            self._lines.append(Line(tuple(self._runs)))
            self._runs = []

    def flush(self) -> None:
        """Hand the lines so far to what they belong to: a cell, an item, or a paragraph of their own."""
        self.end_line()
        if not self._lines or self._level:
            return
        if self._cell is not None:
            self._cell.lines.extend(self._lines)
            self._lines = []
        elif not self._items:
            lines, self._lines = tuple(self._lines), []
            self._emit(Paragraph(lines, **self._place()))

    # -- elements ---------------------------------------------------------------------------

    def start(self, element: etree._Element) -> None:
        """Open an element."""
        tag, get = str(element.tag), element.get
        role, style = get("role") or "", get("style") or ""
        look = look_of(
            tag, classes=get("class") or "", style=style, role=role, identity=get("id") or ""
        )
        frame = _Frame(
            self._kind(element, tag=tag, role=role),
            look.bold or tag in BOLD_TAGS,
            look.struck or tag in STRUCK_TAGS,
            look.hidden or get("hidden") is not None,
            self._region,
            self._href,
            pre=tag == "pre",
        )
        self._opened(frame, element)
        self._frames.append(frame)
        self._bold += frame.bold
        self._struck += frame.struck
        self._hidden += frame.hidden
        self._pre += frame.pre
        if look.region:
            self._region = look.region
        if frame.holds:
            self._open.append(_Open(tag, look, role))
            self._around = None

    def end(self) -> None:
        """Close the element that was opened last."""
        frame = self._frames[-1]
        if close := _CLOSE.get(frame.kind):
            close(self, frame)
        self._frames.pop()
        self._bold -= frame.bold
        self._struck -= frame.struck
        self._hidden -= frame.hidden
        self._pre -= frame.pre
        self._region, self._href = frame.region, frame.href
        if frame.holds:
            self._open.pop()
            self._around = None

    def _kind(self, element: etree._Element, *, tag: str, role: str) -> Kind:
        """Tell how to treat an element here: inside cells and headings every block is but a line."""
        kind = kind_of(tag, role)
        if kind is Kind.INLINE:
            return Kind.BLOCK if tag in WRAPPERS and _holds_block(element) else kind
        if kind in (Kind.BREAK, Kind.PASS):
            return kind
        if self._cell is not None or self._level:
            return Kind.PARAGRAPH
        in_table = bool(self._tables) and self._tables[-1] is not None
        if kind in (Kind.ROW, Kind.CELL, Kind.CAPTION) and not in_table:
            return Kind.BLOCK
        return kind

    def _opened(self, frame: _Frame, element: etree._Element) -> None:
        """Begin what the element is."""
        kind = frame.kind
        if element.tag == "a":
            href = element.get("href")
            self._href = self._resolve(href) if href else self._href
        if kind is Kind.INLINE:
            self._edge = self._edge or self._closed
        elif kind is not Kind.PASS:
            _OPEN[kind](self, frame, element)

    def _open_block(self, frame: _Frame, _: etree._Element) -> None:
        self.flush()
        frame.holds = frame.kind is Kind.BLOCK and self._cell is None

    def _open_break(self, _: _Frame, element: etree._Element) -> None:
        if element.tag == "hr":
            self.flush()
        self.end_line()

    def _open_heading(self, frame: _Frame, element: etree._Element) -> None:
        self._settle()
        last = next((block.level for block in reversed(self.blocks) if isinstance(block, Heading)), 1)
        frame.level = _heading_level(element, last)
        self._level = frame.level

    def _open_list(self, frame: _Frame, _: etree._Element) -> None:
        self._settle()
        self._list_count += 1
        self._lists.append(self._list_count)
        frame.holds = True

    def _open_item(self, frame: _Frame, element: etree._Element) -> None:
        self._settle()
        frame.term = element.tag == "dt"
        frame.level = max(len(self._lists) - 1, 0) + (element.tag == "dd")
        frame.list_id = self._lists[-1] if self._lists else 0
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
        self._cell = RawCell(
            header=element.tag == "th" or get("role") in ("columnheader", "rowheader"),
            column_span=span(get("colspan") or get("aria-colspan")),
            row_span=span(get("rowspan") or get("aria-rowspan")),
        )
        if frame.kind is Kind.CELL and (table := self._tables[-1]):
            table.start_cell(self._cell)

    def _close_inline(self, _: _Frame) -> None:
        self._closed = True

    def _close_block(self, _: _Frame) -> None:
        self.flush()

    def _close_heading(self, frame: _Frame) -> None:
        self.end_line()
        self._level = 0
        runs = _one_line(self._lines)
        self._lines = []
        if not runs:
            return
        line = Line(runs)
        if len(line.text) > MAX_HEADING:
            self._emit(Paragraph((line,), **self._place()))
        else:
            self._emit(Heading(frame.level, line, **self._place()))

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
                self._emit(Table(rows, caption=table.caption, **self._place()))

    def _close_cell(self, frame: _Frame) -> None:
        self.flush()
        cell, self._cell = self._cell, None
        table = self._tables[-1]
        if frame.kind is Kind.CAPTION and cell and table:
            table.caption = " ".join(line.text for line in cell.lines) or None

    # -- places -----------------------------------------------------------------------------

    def _settle(self) -> None:
        """Hand over what was read so far, as an item if one is open."""
        self.end_line()
        if not self._items or self._cell is not None or self._level:
            self.flush()
        elif self._lines:
            item, lines = self._items[-1], tuple(self._lines)
            self._lines = []
            self._emit(
                Item(item.level, lines, item.term, list_id=item.list_id, **self._place())
            )

    def _emit(self, block: Block) -> None:
        self.blocks.append(block)

    def _place(self) -> _Place:
        """Where a block stands that is finished now."""
        if self._around is None:
            self._around = tuple(self._container(opened) for opened in self._open)
        return {"containers": self._around, "region": self._region, "hidden": self._hidden > 0}

    def _container(self, opened: _Open) -> int:
        if opened.id < 0:
            opened.id = len(self.containers)
            role, hidden = opened.role or None, opened.look.hidden
            self.containers.append(
                Container(opened.id, opened.tag, opened.look.classes, role, hidden)
            )
        return opened.id


def _holds_block(element: etree._Element) -> bool:
    """An inline element whose first child is a block is a block."""
    if not len(element):
        return False
    tag = element[0].tag
    return isinstance(tag, str) and kind_of(tag, "") is not Kind.INLINE and tag not in ("br", "wbr")


def _heading_level(element: etree._Element, last: int) -> int:
    """Level of a heading element; a `summary` stands one below the heading before it."""
    tag = str(element.tag)
    if tag[0] == "h" and tag[1:].isdecimal():
        return int(tag[1:])
    level = element.get("aria-level") or ""
    return min(max(int(level), 1), 6) if level.isdecimal() and len(level) < 3 else min(last + 1, 6)


def _is_layout(element: etree._Element) -> bool:
    """A table that holds tables only arranges the page, unless it has a header row."""
    return element.find(".//table") is not None and element.find(".//th") is None


def _one_line(lines: list[Line]) -> tuple[Run, ...]:
    """The runs of several lines as one line, a blank where the line broke."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(Run(" "))
        runs.extend(line.runs)
    return tuple(runs)


_OPEN: dict[Kind, Callable[[Builder, _Frame, etree._Element], None]] = {
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
_CLOSE: dict[Kind, Callable[[Builder, _Frame], None]] = {
    Kind.INLINE: Builder._close_inline,
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
