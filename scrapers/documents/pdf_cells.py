"""The words of a table into cells of the common block model."""

from scrapers.documents.model import Cell
from scrapers.documents.pdf_grid import Grid
from scrapers.documents.pdf_page import TextLine, joined, text_lines


def table_cells(grid: Grid) -> tuple[tuple[Cell, ...], ...]:
    """A grid's words as cells. The first row is the header if it looks unlike those below it."""
    lines = {id(cell): text_lines(cell) for row in grid.rows for cell in row}
    rights = [_right(grid, column, lines) for column in range(len(grid.edges) - 1)]
    is_header = _is_header(grid)
    made: dict[int, Cell] = {}
    rows = []
    for number, row in enumerate(grid.rows):
        cells = []
        for column, words in enumerate(row):
            shared = words and sum(1 for other in row if other is words) > 1
            right = grid.edges[-1] if shared else rights[column]
            key = id(words) if words else -1
            if key not in made:
                made[key] = Cell(joined(lines[id(words)], right), header=is_header and number == 0)
            cells.append(made[key])
        rows.append(tuple(cells))
    return tuple(rows)


def _right(grid: Grid, column: int, lines: dict[int, list[TextLine]]) -> float:
    """The right edge of a column's text: as far as any of its lines reaches."""
    held = [
        row[column]
        for row in grid.rows
        if row[column] and not any(o is row[column] for at, o in enumerate(row) if at != column)
    ]
    return max((line.x1 for cell in held for line in lines[id(cell)]), default=grid.edges[-1])


def _is_header(grid: Grid) -> bool:
    first = [word for cell in grid.rows[0] for word in cell]
    rest = [word for row in grid.rows[1:] for cell in row[1:] for word in cell]
    is_short = all(len(" ".join(word.text for word in cell)) < 60 for cell in grid.rows[0])
    is_bold = all(word.bold for word in first) and not (rest and all(word.bold for word in rest))
    return bool(first) and is_short and is_bold
