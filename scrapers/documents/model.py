"""The common block model: what every kind of document becomes before anyone looks for entries in
it.

A document is a flat stream of blocks in reading order. Each block knows the containers it stands
in, outermost first, so that cards and columns, which exist only as nesting, can be found without a
tree.

Nobody changes a line or a block once it is made. They are not frozen all the same: a page has
thousands, and freezing makes each cost three times as much.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

Region = Literal["main", "navigation", "footer", "aside", "dialog", "form"]


class Run(NamedTuple):  # of which a page has thousands: tuples are made quickest
    """A stretch of text in one style. `href` is absolute where the document's address is known.

    `printed` is what the source shows after the text in formats that show it: a link's address.
    """

    text: str
    href: str | None = None
    bold: bool = False
    struck: bool = False
    printed: str | None = None


@dataclass(slots=True, init=False, unsafe_hash=True)
class Line:
    """Runs that a reader sees as one line; white space is folded, nothing is invented between
    runs."""

    runs: tuple[Run, ...]
    text: str = field(init=False, repr=False, compare=False)  # joined once: every shape asks for it

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.text = text.strip()

    @property
    def href(self) -> str | None:
        """The first link on the line."""
        return next((run.href for run in self.runs if run.href), None)


def joined(lines: tuple[Line, ...]) -> str:
    """Lines as one text; most blocks have but one."""
    return lines[0].text if len(lines) == 1 else " ".join([line.text for line in lines])


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds blocks: what it is called, so that like ones can be told from
    unlike."""

    id: int
    tag: str
    classes: tuple[str, ...] = ()
    role: str | None = None
    hidden: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """The base of every block: the containers around it, outermost first, and the region of the
    page it is in."""

    containers: tuple[int, ...] = field(default=(), kw_only=True)
    region: Region = field(default="main", kw_only=True)
    hidden: bool = field(default=False, kw_only=True)


@dataclass(slots=True, unsafe_hash=True)
class Heading(Block):
    """A heading of `level` 1 to 6."""

    level: int
    line: Line


@dataclass(slots=True, unsafe_hash=True)
class Paragraph(Block):
    """One or more lines; a line break in the source starts a new line."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return joined(self.lines)


@dataclass(slots=True, unsafe_hash=True)
class Item(Block):
    """A list item's own lines; nested items follow as items with a greater `depth` (outermost 0).

    `term` is True for the `dt` of a definition list, whose `dd`s follow as plain items one deeper.
    """

    depth: int
    lines: tuple[Line, ...]
    term: bool = False
    list_id: int = 0

    @property
    def text(self) -> str:
        return joined(self.lines)


RUNNING = (Paragraph, Item)  # kept, for isinstance() is slow where it has to make a union


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A table cell: its lines (list items and paragraphs each one line) and whether it is a header
    cell."""

    lines: tuple[Line, ...]
    header: bool = False

    @property
    def text(self) -> str:
        return joined(self.lines)


@dataclass(slots=True, unsafe_hash=True)
class Table(Block):
    """A rectangle of cells, row and column spans already filled in: a spanned cell is the same
    object in each place."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Data(Block):
    """JSON found in a script or sent as the document itself."""

    value: object
    name: str


@dataclass(frozen=True)
class Document:
    """A page as blocks. `language` and `title` are what the document declares, None if it declares
    none. `kept` is for what several readers find in it, so that each need not look again."""

    blocks: tuple[Block, ...]
    language: str | None = None
    title: str | None = None
    containers: tuple[Container, ...] = ()
    problem: str | None = None
    unseen_tabs: tuple[str, ...] = ()  # names of tabs whose panels the page does not hold
    kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of every line, as `lines` gives them."""
        return tuple([line.text for block in self.blocks for line in block_lines(block)])

    def lines(self) -> Iterator[tuple[Block, Line]]:
        """Every line of running text and table cells, in reading order, with the block it stands
        in."""
        for block in self.blocks:
            for line in block_lines(block):
                yield block, line


def block_lines(block: Block) -> Sequence[Line]:
    """The lines of one block; a table's row by row, cell by cell."""
    if isinstance(block, Heading):
        return (block.line,)
    if isinstance(block, RUNNING):
        return block.lines
    if isinstance(block, Table):
        return [line for row in block.rows for cell in row for line in cell.lines]
    return ()
