"""Finished lines into blocks, each with the place where it stands: around it, on the page, seen or
not."""

from collections.abc import Callable
from typing import NamedTuple

from scrapers.documents.elements import Look
from scrapers.documents.grid import RawCell
from scrapers.documents.lines import LineReader
from scrapers.documents.model import Block, Container, Item, Paragraph, Region, Table
from scrapers.documents.set_columns import narrowed, parted


class _Box:
    """An open element that holds blocks; it has a number once a block stands in it."""

    __slots__ = ("id", "look")

    def __init__(self, look: Look) -> None:
        self.look = look
        self.id = -1


class OpenItem(NamedTuple):
    """A list item that is being read."""

    depth: int
    is_term: bool


class BlockWriter(LineReader):
    """The blocks so far, and what is open where the next one will stand."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self._boxes: list[_Box] = []
        self._around: tuple[int, ...] | None = ()
        self._region: Region = "main"
        self._hidden = 0
        self._lists: list[int] = []
        self._items: list[OpenItem] = []
        self._cell: RawCell | None = None
        self._level = 0  # of the heading that is being read

    def flush(self) -> None:
        """Hand the lines so far to a cell, to an item, or to a paragraph of their own."""
        if self._runs:
            self.end_line()
        self._gap = False
        if not self._lines or self._level:
            return
        if self._cell is not None:
            self._cell.lines.extend(self.take_lines())
        elif self._has_gaps and not self._items:
            self._emit_columns()
        elif not self._items:
            self.emit(Paragraph, self.take_lines())

    def _emit_columns(self) -> None:
        """Hand over lines with wide gaps: a table where these set columns, else a paragraph."""
        above, rows, below = parted(self.take_raw())
        if above:
            self.emit(Paragraph, narrowed(above))
        if rows:
            self.emit(Table, rows, None)
        if below:
            self.emit(Paragraph, narrowed(below))

    def settle(self) -> None:
        """Hand over what was read so far, as an item if one is open."""
        if self._runs:
            self.end_line()
        self._gap = False
        if not self._items or self._cell is not None or self._level:
            self.flush()
        elif self._lines:
            item = self._items[-1]
            list_id = self._lists[-1] if self._lists else 0
            self.emit(Item, item.depth, self.take_lines(), item.is_term, list_id)

    def emit(self, make: Callable[..., Block], *parts: object) -> None:
        """Add a block that is finished now, with the place where it stands."""
        if self._around is None:
            self._around = tuple(
                [box.id if box.id >= 0 else self._number(box) for box in self._boxes]
            )
        hidden = self._hidden > 0
        block = make(*parts, containers=self._around, region=self._region, hidden=hidden)
        self.blocks.append(block)

    def hold(self, look: Look) -> None:
        """Let an element count as a container of what follows, until it is let go."""
        self._boxes.append(_Box(look))
        self._around = None

    def let_go(self, count: int) -> None:
        """Keep only the outermost `count` containers open."""
        del self._boxes[count:]
        self._around = None

    def _number(self, box: _Box) -> int:
        box.id = len(self.containers)
        look = box.look
        self.containers.append(Container(box.id, look.tag, look.classes, look.role, look.hidden))
        return box.id
