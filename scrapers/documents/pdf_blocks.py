"""The pages of a PDF into blocks: headings, paragraphs, items and tables in reading order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from time import thread_time

from scrapers.documents.model import Block, Cell, Heading, Item, Paragraph, Table
from scrapers.documents.pdf_cells import table_cells
from scrapers.documents.pdf_grid import Grid
from scrapers.documents.pdf_layout import reading_order, running_lines
from scrapers.documents.pdf_page import (
    BULLET,
    NUMBER,
    PdfPage,
    TextLine,
    joined,
    text_lines,
)
from scrapers.documents.pdf_tables import find_tables

SECONDS = 1.0  # of work, after which no other page is begun
LARGER = 1.12  # times the size of running text: a heading
LONGEST_HEADING = 160  # characters
_FORM = re.compile(
    r"\s(?:[A-Z][A-Za-z]{1,4}|(?:[A-Za-z]\.){2,4})\.?$"
)  # as "Inc." or "S.A." at its end


@dataclass(frozen=True, slots=True)
class _Look:
    """How running text looks in this document, and the sizes that headings have."""

    size: float
    leading: float
    is_bold: bool
    sizes: tuple[float, ...] = ()

    def level(self, line: TextLine) -> int | None:
        """The level of a heading by its size; None for running text."""
        if line.size < self.size * LARGER:
            return None
        return min(6, 1 + sum(1 for size in self.sizes if size > line.size + 0.3))


@dataclass(slots=True)
class _Flow:
    """Blocks so far, and what the next page may go on with."""

    look: _Look
    blocks: list[Block] = field(default_factory=list)
    last: Grid | None = None
    indents: list[float] = field(default_factory=list)
    list_id: int = 0


def pdf_blocks(pages: Sequence[PdfPage]) -> tuple[list[Block], int]:
    """The blocks of all pages, and how many pages were read before the time was over.

    Heads come first and feet last, once, as blocks of their own.
    """
    ends = thread_time() + SECONDS
    heads, feet = running_lines(pages)
    running = {key for _, key in heads} | {key for _, key in feet}
    flow = _Flow(_find_look([line for page in pages for line in text_lines(page.words)]))
    read = 0
    for page in pages:
        if thread_time() > ends:
            break
        kept = [word for word in page.words if id(word) not in running]
        _read_page(replace(page, words=tuple(kept)), flow)
        read += 1
    top = [Paragraph((line,)) for line in dict.fromkeys(line for line, _ in heads)]
    shown = dict.fromkeys(line for line, _ in feet)
    bottom = [Paragraph((line,), region="footer") for line in shown]
    return [*top, *flow.blocks, *bottom], read


def _find_look(lines: Sequence[TextLine]) -> _Look:
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    bold = letters = 0
    for number, line in enumerate(lines):
        sizes[line.size] += len(line.text)
        letters += len(line.text)
        bold += len(line.text) if line.is_bold else 0
        if (
            number
            and line.size == lines[number - 1].size
            and abs(line.x0 - lines[number - 1].x0) < 2
        ):
            leadings[round(line.y0 - lines[number - 1].y0)] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    likely = [(count, -step) for step, count in leadings.items() if 0.9 * size < step < 2.2 * size]
    leading = float(-max(likely)[1]) if likely else size * 1.3
    larger = sorted((s for s in sizes if s >= size * LARGER), reverse=True)
    return _Look(size, leading, bold * 2 > letters, tuple(larger))


def _read_page(page: PdfPage, flow: _Flow) -> None:
    """Read a page from top to bottom: what stands between its tables, and the tables."""
    grids = find_tables(page, above=flow.last)
    taken = {key for grid in grids for key in grid.words}
    lines = text_lines(word for word in page.words if id(word) not in taken)
    for grid in grids:
        above = [line for line in lines if line.y0 < grid.top]
        lines = lines[len(above) :]
        _read_lines(above, flow)
        _add_table(grid, flow)
    _read_lines(lines, flow)


def _add_table(grid: Grid, flow: _Flow) -> None:
    """Add a table, or go on with the one that the page before ended with."""
    rows = table_cells(grid)
    before, last = flow.last, flow.blocks[-1] if flow.blocks else None
    if before and isinstance(last, Table) and _goes_on(before, grid, last, rows):
        if _texts(rows[0]) == _texts(last.rows[0]):
            rows = rows[1:]
        flow.blocks[-1] = replace(last, rows=_continued(last.rows, rows))
    else:
        flow.blocks.append(Table(rows))
    flow.last, flow.indents = grid, []


def _goes_on(before: Grid, grid: Grid, last: Table, rows: tuple[tuple[Cell, ...], ...]) -> bool:
    if len(before.edges) != len(grid.edges):
        return False
    if _texts(rows[0]) == _texts(last.rows[0]):
        return True
    return all(abs(a - b) < 8 for a, b in zip(before.edges[:-1], grid.edges[:-1], strict=True))


def _continued(
    upper: tuple[tuple[Cell, ...], ...], lower: tuple[tuple[Cell, ...], ...]
) -> tuple[tuple[Cell, ...], ...]:
    """Rows of two pages as one table; a row whose first cell is empty goes on with the last one."""
    if lower and not lower[0][0].lines and upper[-1][0].lines and len(upper) > 1:
        whole = tuple(
            Cell((*above.lines, *below.lines), header=above.header)
            for above, below in zip(upper[-1], lower[0], strict=True)
        )
        return (*upper[:-1], whole, *lower[1:])
    return (*upper, *lower)


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]


def _read_lines(lines: Sequence[TextLine], flow: _Flow) -> None:
    """Read running text: column by column where a page is printed in two."""
    shown = [line for line in lines if not all(word.text == "•" for word in line.words)]
    for part in reading_order(shown, flow.look.size):
        _read_column(part, flow)


def _read_column(lines: Sequence[TextLine], flow: _Flow) -> None:
    """Group lines into blocks: what stands closely together and looks alike is one."""
    right = max((line.x1 for line in lines), default=0.0)
    group: list[TextLine] = []
    for line in lines:
        if group and _starts_block(group, line, flow.look):
            _add_group(group, right, flow)
            group = []
        group.append(line)
    if group:
        _add_group(group, right, flow)


def _starts_block(group: Sequence[TextLine], line: TextLine, look: _Look) -> bool:
    last = group[-1]
    step = line.y0 - last.y0
    usual = look.leading * max(line.size / look.size, 1)
    if step > usual * 1.3 + 1 or step < 0 or line.marker:
        return True
    if abs(line.size - last.size) > 0.6 or line.is_bold != last.is_bold:
        return look.level(line) != look.level(last) or _is_title(group, look) or line.is_bold
    if group[0].marker:
        return line.x0 < group[0].words[1].x0 - 2 and line.x0 < group[0].x0 + 2 and _ends(last)
    return False


def _ends(line: TextLine) -> bool:
    return line.text.endswith((".", ":", "!", "?"))


def _is_title(group: Sequence[TextLine], look: _Look) -> bool:
    """True if lines of the size of running text are a heading: short, bold, no sentence."""
    text = " ".join(line.text for line in group)
    is_bold = all(line.is_bold for line in group) and not look.is_bold
    is_sentence = text.endswith((".", ",", ";")) and not _FORM.search(text)
    return is_bold and len(text) < LONGEST_HEADING * 0.75 and not is_sentence


def _add_group(group: Sequence[TextLine], right: float, flow: _Flow) -> None:
    """Add the block that lines make."""
    first, look = group[0], flow.look
    text = " ".join(line.text for line in group)
    level = look.level(first) if len(text) < LONGEST_HEADING else None
    if level is None and _is_title(group, look) and not BULLET.match(first.words[0].text):
        level = min(6, len(look.sizes) + 1)
    if level is not None:
        flow.blocks.append(Heading(level, joined(group, float("-inf"))[0]))
        flow.indents = []
    elif first.marker:
        _add_item(group, right, flow)
    else:
        flow.blocks.append(Paragraph(joined(group, right)))
        flow.indents = []


def _add_item(group: Sequence[TextLine], right: float, flow: _Flow) -> None:
    """Add a list item, as deep as it is indented."""
    x0 = group[0].x0
    if not flow.indents:
        flow.list_id += 1
    while flow.indents and x0 < flow.indents[-1] - 2:
        flow.indents.pop()
    if not flow.indents or x0 > flow.indents[-1] + 2:
        flow.indents.append(x0)
    words = group[0].words
    bare = (
        TextLine(words[1:])
        if NUMBER.match(words[0].text) or BULLET.match(words[0].text)
        else group[0]
    )
    lines = joined([bare, *group[1:]], right)
    flow.blocks.append(Item(len(flow.indents) - 1, lines, list_id=flow.list_id))
