"""Table cells into a rectangle: row and column spans filled in, whatever the page claims."""

from dataclasses import dataclass, field

from scrapers.documents.model import Cell, Line

MAX_ROWS = (
    5_000  # the longest real lists have some hundred rows; what is beyond is told as left over
)
MAX_COLUMNS = 60
MAX_SPAN = 500


@dataclass(slots=True)
class RawCell:
    """A cell as the page writes it, before spans are filled in."""

    header: bool
    column_span: int
    row_span: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """A table while it is being read."""

    rows: list[list[RawCell]] = field(default_factory=list)
    caption: str | None = None
    left_over: int = 0

    def start_row(self) -> None:
        if len(self.rows) < MAX_ROWS:
            self.rows.append([])
        else:
            self.left_over += 1

    def start_cell(self, cell: RawCell) -> None:
        if not self.rows:
            self.start_row()
        if not self.left_over and len(self.rows[-1]) < MAX_COLUMNS:
            self.rows[-1].append(cell)


def span(value: str | None) -> int:
    """Read a span attribute; nonsense counts as 1."""
    if value is None or not value.strip().isdecimal():
        return 1
    return max(1, min(int(value.strip()[:9]), MAX_SPAN))


def rectangle(raw: RawTable) -> tuple[tuple[Cell, ...], ...]:
    """Fill in spans; a spanned cell is the same object everywhere. Short rows end empty."""
    grid: list[list[Cell]] = []
    pending: dict[int, tuple[int, Cell]] = {}
    for cells in raw.rows:
        row, pending = _fill(cells, pending)
        if row:
            grid.append(row)
    width = max((len(row) for row in grid), default=0)
    empty = Cell(lines=())
    return tuple(tuple(row) + (empty,) * (width - len(row)) for row in grid)


def _fill(
    cells: list[RawCell], pending: dict[int, tuple[int, Cell]]
) -> tuple[list[Cell], dict[int, tuple[int, Cell]]]:
    """Lay one row's cells into the places that rows above leave free."""
    row: list[Cell] = []
    below: dict[int, tuple[int, Cell]] = {}
    waiting = list(reversed(cells))
    while (waiting or len(row) in pending) and len(row) < MAX_COLUMNS:
        if len(row) in pending:
            left, cell = pending[len(row)]
            if left > 1:
                below[len(row)] = (left - 1, cell)
            row.append(cell)
            continue
        raw = waiting.pop()
        cell = Cell(lines=tuple(raw.lines), header=raw.header)
        for _ in range(min(raw.column_span, MAX_COLUMNS - len(row))):
            if raw.row_span > 1:
                below[len(row)] = (raw.row_span - 1, cell)
            row.append(cell)
    return row, below
