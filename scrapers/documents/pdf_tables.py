"""Tables of a PDF page: by the rules around their cells or between their rows, or by alignment."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scrapers.documents.pdf_columns import find_edges, find_rows, split
from scrapers.documents.pdf_grid import NEAR, Grid, tidy
from scrapers.documents.pdf_page import PdfPage, Rule, TextLine, Word, segments, text_lines
from scrapers.documents.pdf_ruled import merged, ruled_grids

WIDE = 90.0  # points: a shorter rule parts no rows
MOST_RULES = 2_000  # on one page: more are a drawing
MOST_LINES = 1_500  # on one page: more are no print
GAP = 3.2  # lines' heights: a wider gap ends a table without rules


def find_tables(page: PdfPage, *, above: Grid | None = None) -> list[Grid]:
    """The tables of a page, top to bottom. `above` is the one that the page before ended with."""
    along, down = merged(page.along), merged(page.down)
    if len(along) + len(down) > MOST_RULES:
        along, down = [], []
    grids = [grid for grid in ruled_grids(page.words, along, down) if grid]
    left = _without(page.words, grids)
    grids += _between_rules(left, _outside(along, grids), None if grids else above)
    left = _without(page.words, grids)
    grids += _aligned(left, above, grids)
    return sorted(grids, key=lambda grid: grid.top)


def _without(words: Iterable[Word], grids: Sequence[Grid]) -> list[Word]:
    taken = {key for grid in grids for key in grid.words}
    return [word for word in words if id(word) not in taken]


def _outside(along: Sequence[Rule], grids: Sequence[Grid]) -> list[Rule]:
    return [r for r in along if not any(g.top - NEAR <= r.at <= g.bottom + NEAR for g in grids)]


def _between_rules(words: Sequence[Word], along: Sequence[Rule], above: Grid | None) -> list[Grid]:
    """Tables whose rows are parted by rules of one length, and whose columns by nothing."""
    stacks: list[list[Rule]] = []
    for rule in sorted(along, key=lambda rule: rule.at):
        if rule.end - rule.start < WIDE:
            continue
        like = (s for s in stacks if abs(s[0].start - rule.start) + abs(s[0].end - rule.end) < 6)
        stack = next(like, None)
        stacks.append([rule]) if stack is None else stack.append(rule)
    lines = [(stack, _inside(words, stack)) for stack in stacks if len(stack) >= 3]
    parts = [(part, held) for stack, held in lines for part in _unbroken(stack, held)]
    return [grid for part, held in parts if (grid := _stacked(held, part, above))]


def _inside(words: Sequence[Word], stack: Sequence[Rule]) -> list[TextLine]:
    start, end = stack[0].start - NEAR, stack[0].end + NEAR
    return text_lines(word for word in words if start <= word.x0 and word.x1 <= end)


def _unbroken(stack: Sequence[Rule], lines: Sequence[TextLine]) -> Iterator[list[Rule]]:
    """A stack of rules in pieces where text, and no row, stands between two of them."""
    part = [stack[0]]
    for rule, band in zip(stack[1:], _between(lines, [rule.at for rule in stack]), strict=True):
        if _is_text(band):
            yield part
            part = []
        part.append(rule)
    yield part


def _is_text(band: Sequence[TextLine]) -> bool:
    """True if a line of text stands apart from the lines around it, as in no row of a table."""
    return any(
        len(segments(line)) < 2 and after.y0 - line.y1 > line.size * 0.5
        for line, after in pairwise(band)
    )


def _stacked(lines: Sequence[TextLine], stack: Sequence[Rule], above: Grid | None) -> Grid | None:
    if len(stack) < 2:
        return None
    ys = [rule.at for rule in stack]
    held = [line for line in lines if ys[0] <= line.middle <= ys[-1]]
    edges = find_edges(held, above)
    if len(edges) < 3:
        return None
    head = _line_above([line for line in lines if line.middle < ys[0]], ys[0])
    foot = [line for line in lines if 0 < line.middle - ys[-1] < (ys[-1] - ys[-2]) * 1.2]
    bands = [head, *_between(lines, ys), foot]
    rows = [split([word for line in band for word in line.words], edges) for band in bands]
    if sum(1 for cell in rows[-1] if cell) < 2 or not _is_padded(foot, held, ys):
        rows, foot = rows[:-1], []
    if sum(1 for cell in rows[0] if cell) < 2:
        rows, head = rows[1:], []
    top = min([ys[0], *(line.y0 for line in head)])
    bottom = max([ys[-1], *(line.y1 for line in foot)])
    return tidy(Grid(tuple(rows), edges, top, bottom, is_ruled=False))


def _between(lines: Sequence[TextLine], ys: Sequence[float]) -> list[list[TextLine]]:
    return [[line for line in lines if a < line.middle <= b] for a, b in pairwise(ys)]


def _line_above(lines: Sequence[TextLine], top: float) -> list[TextLine]:
    """The lines that stand on a rule as a header does: closely above it and each other."""
    found: list[TextLine] = []
    for line in reversed(lines):
        if top - line.y1 > line.size * (0.4 if found else 1.2):
            break
        found.insert(0, line)
        top = line.y0
    return found


def _is_padded(foot: Sequence[TextLine], held: Sequence[TextLine], ys: Sequence[float]) -> bool:
    """True if lines stand as far below the last rule as other lines stand below theirs."""
    usual = [
        min(line.y0 for line in band) - y
        for y, band in zip(ys, _between(held, ys), strict=False)
        if band
    ]
    return bool(foot) and any(abs(foot[0].y0 - ys[-1] - pad) < NEAR for pad in usual)


def _aligned(words: Sequence[Word], above: Grid | None, others: Sequence[Grid]) -> list[Grid]:
    """Tables without rules: lines one below the other whose parts begin at the same places."""
    lines = text_lines(words)
    if len(lines) > MOST_LINES:
        return []
    parts = [segments(line) for line in lines]
    found: list[Grid] = []
    at = done = 0
    while at < len(lines):
        known = (
            above
            if not found and at <= 1 and not (others and others[0].top < lines[at].y0)
            else None
        )
        starts = {round(edge) for edge in known.edges[:-1]} if known else set()
        tops = [grid.top for grid in others]
        end = _end_of_run(lines, parts, at, starts=starts, tops=tops)
        grid = _from_lines(lines[at:end], parts[at:end], known) if end > at else None
        if grid:
            start, end = _widened(lines, (at, end), grid.edges, least=done)
            grid = _from_lines(lines[start:end], parts[start:end], known, edges=grid.edges)
            found += [grid] if grid else []
            done = end
        at = max(end, at + 1)
    return found


def _end_of_run(
    lines: Sequence[TextLine],
    parts: Sequence[list[TextLine]],
    at: int,
    *,
    starts: set[int],
    tops: Sequence[float],
) -> int:
    """Where the lines end that may be one table with the line at `at`."""
    if len(parts[at]) < 2:
        return at
    starts = starts | {round(part.x0) for part in parts[at]}
    end = at + 1
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        is_far = line.y0 - before.y1 > before.size * GAP
        if is_far or any(before.y0 < top < line.y0 for top in tops):
            break
        is_beside = line.y0 < before.y1 - before.size * 0.35  # as what is centred in its cell
        fitting = [part for part in parts[end] if is_beside or _is_at(part.x0, starts)]
        if len(fitting) * 2 < len(parts[end]) or not _keeps_columns(parts[end], starts, line.size):
            break
        starts |= {round(part.x0) for part in parts[end] if is_beside or len(parts[end]) > 1}
        end += 1
    while end > at + 1 and len(parts[end - 1]) < 2 and _is_apart(lines, end - 1):
        end -= 1
    return end


def _widened(
    lines: Sequence[TextLine], run: tuple[int, int], edges: Sequence[float], *, least: int
) -> tuple[int, int]:
    """A run of lines with those above and below whose words keep to its columns, too."""
    start, end = run
    while start > least and _fits(lines[start - 1], lines[start], edges):
        start -= 1
    while end < len(lines) and _fits(lines[end], lines[end - 1], edges):
        end += 1
    return start, end


def _fits(line: TextLine, beside: TextLine, edges: Sequence[float]) -> bool:
    """True if a line's words begin where columns do, two at least, and none crosses one."""
    inner = edges[1:-1]
    is_near = abs(line.middle - beside.middle) < line.size * GAP
    crosses = any(word.x0 < edge - 2 and word.x1 > edge for edge in inner for word in line.words)
    begun = sum(1 for edge in edges[:-1] if any(abs(word.x0 - edge) < 3 for word in line.words))
    apart = [
        b.x0 - a.x1 for a, b in pairwise(line.words) if any(abs(b.x0 - edge) < 3 for edge in inner)
    ]
    return is_near and not crosses and begun >= 2 and all(gap > line.size * 0.4 for gap in apart)


def _is_at(place: float, starts: set[int]) -> bool:
    return any(round(place) + step in starts for step in range(-4, 5))


def _keeps_columns(parts: Sequence[TextLine], starts: set[int], size: float) -> bool:
    """False for a line of running text: it begins where a column does, and runs over the next."""
    if len(parts) > 1:
        return True
    part = parts[0]
    after = [start for start in starts if start > part.x0 + size]
    return not after or part.x1 < min(after)


def _is_apart(lines: Sequence[TextLine], at: int) -> bool:
    """True if a line stands further from the one above than lines of one cell do."""
    return lines[at].y0 - lines[at - 1].y1 > lines[at].size * 0.5


def _from_lines(
    lines: Sequence[TextLine],
    parts: Sequence[list[TextLine]],
    above: Grid | None,
    *,
    edges: tuple[float, ...] = (),
) -> Grid | None:
    """The table that lines make, None if they are running text after all."""
    tabular = [one for one in parts if len(one) > 1]
    edges = edges or find_edges(lines, above)
    goes_on = above is not None and _same_columns(edges, above.edges)
    if len(edges) < 3 or (len(tabular) < 2 and not goes_on):
        return None
    if len(edges) == 3 and _is_running_text(lines, edges):
        return None
    rows = find_rows(lines, edges)
    grid = Grid(tuple(rows), edges, lines[0].y0, lines[-1].y1, is_ruled=False)
    return grid if goes_on and len(rows) == 1 else tidy(grid)


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) < 8 for a, b in zip(one[:-1], other[:-1], strict=True)
    )


def _is_running_text(lines: Sequence[TextLine], edges: Sequence[float]) -> bool:
    """True if both columns are full of text to their right edges: a page printed in two columns."""
    if len(lines) < 6:
        return False
    for left, right in pairwise(edges):
        held = [[word for word in line.words if left <= word.x0 + 0.1 < right] for line in lines]
        ends = [words[-1].x1 for words in held if words]
        furthest = max(ends, default=left)
        full = [end for end in ends if end - left > (furthest - left) * 0.75]
        if len(full) < len(lines) * 0.55:
            return False
    return True
