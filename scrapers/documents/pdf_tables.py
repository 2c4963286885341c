"""Tables of a PDF page: by the rules drawn around their cells, or by how their words line up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scrapers.documents.pdf_page import PdfPage, Rule, TextLine, Word, segments, text_lines

NEAR = 3.0  # points within which rules meet
WIDE = 90.0  # points: a shorter rule parts no rows
MOST_CELLS = 10_000
MOST_RULES = 2_000  # on one page: more are a drawing
MOST_LINES = 1_500  # on one page: more are no print
GAP = 3.2  # lines' heights: a wider gap ends a table without rules
WordCell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's words by row and column; a cell that spans several is the same object in each.

    `edges` are the columns' left edges and the right edge of the last, `top` and `bottom` heights.
    """

    rows: tuple[tuple[WordCell, ...], ...]
    edges: tuple[float, ...]
    top: float
    bottom: float
    is_ruled: bool

    @property
    def words(self) -> set[int]:
        return {id(word) for row in self.rows for cell in row for word in cell}


@dataclass(slots=True)
class _Band:
    """A stretch of height that words cover."""

    top: float
    bottom: float
    words: list[Word]


def find_tables(page: PdfPage, *, above: Grid | None = None) -> list[Grid]:
    """The tables of a page, top to bottom. `above` is the one that the page before ended with."""
    along, down = _merged(page.along), _merged(page.down)
    if len(along) + len(down) > MOST_RULES:
        along, down = [], []
    grids = [grid for grid in _ruled(page.words, along, down) if grid]
    left = _without(page.words, grids)
    grids += _between_rules(left, _outside(along, grids))
    left = _without(page.words, grids)
    grids += _aligned(left, above, grids)
    return sorted(grids, key=lambda grid: grid.top)


def _without(words: Iterable[Word], grids: Sequence[Grid]) -> list[Word]:
    taken = {key for grid in grids for key in grid.words}
    return [word for word in words if id(word) not in taken]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules in one line that touch, as one."""
    merged: list[Rule] = []
    for rule in sorted(_snapped(rules), key=lambda rule: (rule.at, rule.start)):
        last = merged[-1] if merged else None
        if last and last.at == rule.at and rule.start <= last.end + NEAR:
            merged[-1] = replace(last, end=max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _snapped(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that are almost in one line, in one."""
    found: list[Rule] = []
    at = float("-inf")
    for rule in sorted(rules, key=lambda rule: rule.at):
        at = at if rule.at - at <= 1.5 else rule.at
        found.append(replace(rule, at=at))
    return found


def _ruled(words: Sequence[Word], along: list[Rule], down: list[Rule]) -> Iterable[Grid | None]:
    for across, upright in _meeting(along, down):
        yield _grid(words, across, upright)


def _meeting(along: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or through others, as groups."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    waiting = set(range(len(down)))
    unused = set(range(len(along)))
    while waiting:
        first = waiting.pop()
        across: list[Rule] = []
        upright = [down[first]]
        queue: list[tuple[bool, Rule]] = [(True, down[first])]
        while queue:
            is_upright, rule = queue.pop()
            pool, others = (unused, along) if is_upright else (waiting, down)
            met = [at for at in pool if _meet(rule, others[at])]
            pool.difference_update(met)
            (across if is_upright else upright).extend(others[at] for at in met)
            queue += [(not is_upright, others[at]) for at in met]
        groups.append((across, upright))
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    return (
        other.start - NEAR <= one.at <= other.end + NEAR
        and one.start - NEAR <= other.at <= one.end + NEAR
    )


def _grid(words: Sequence[Word], along: list[Rule], down: list[Rule]) -> Grid | None:
    """The table that rules meeting each other draw, None if it is no more than a frame."""
    if len(along) < 2:
        return None
    xs = _places(
        [rule.at for rule in down] + [min(r.start for r in along), max(r.end for r in along)]
    )
    ys = _places(
        [rule.at for rule in along] + [min(r.start for r in down), max(r.end for r in down)]
    )
    if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > MOST_CELLS:
        return None
    areas = _areas(xs, ys, along=along, down=down)
    cells: dict[int, list[Word]] = {}
    for word in words:
        column, row = _band(xs, (word.x0 + word.x1) / 2), _band(ys, word.middle)
        if column is not None and row is not None:
            cells.setdefault(areas[row][column], []).append(word)
    made = {area: tuple(found) for area, found in cells.items()}
    for row_areas in areas:
        for area in row_areas:
            made.setdefault(area, ())
    rows = [tuple(made[area] for area in row) for row in areas]
    return _tidy(Grid(tuple(rows), tuple(xs), ys[0], ys[-1], is_ruled=True))


def _places(values: Iterable[float]) -> list[float]:
    """Values in order, those that are almost one once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _areas(
    xs: list[float], ys: list[float], *, along: list[Rule], down: list[Rule]
) -> list[list[int]]:
    """A number for each place in the grid, the same where no rule stands between two of them."""
    width = len(xs) - 1
    parents = list(range(width * (len(ys) - 1)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    def is_drawn(rules: list[Rule], at: float, start: float, end: float) -> bool:
        middle = (start + end) / 2
        return any(abs(r.at - at) <= NEAR and r.start <= middle <= r.end for r in rules)

    upright = {x: [rule for rule in down if abs(rule.at - x) <= NEAR] for x in xs}
    across = {y: [rule for rule in along if abs(rule.at - y) <= NEAR] for y in ys}
    for row in range(len(ys) - 1):
        for column in range(width):
            here = row * width + column
            if column and not is_drawn(upright[xs[column]], xs[column], ys[row], ys[row + 1]):
                parents[root(here)] = root(here - 1)
            if row and not is_drawn(across[ys[row]], ys[row], xs[column], xs[column + 1]):
                parents[root(here)] = root(here - width)
    return [[root(row * width + column) for column in range(width)] for row in range(len(ys) - 1)]


def _band(edges: Sequence[float], place: float) -> int | None:
    """Between which two of the edges a place is."""
    if not edges[0] <= place <= edges[-1]:
        return None
    return next(at for at in range(len(edges) - 1) if place <= edges[at + 1])


def _tidy(grid: Grid) -> Grid | None:
    """A grid without empty rows and columns; None if what is left is no table."""
    rows = [row for row in grid.rows if any(row)]
    kept = [
        at
        for at in range(len(grid.edges) - 1)
        if any(row[at] and (at == 0 or row[at] is not row[at - 1]) for row in rows)
    ]
    if len(rows) < 2 or len(kept) < 2:
        return None
    edges = (*(grid.edges[at] for at in kept), grid.edges[-1])
    return replace(grid, rows=tuple(tuple(row[at] for at in kept) for row in rows), edges=edges)


def _outside(along: Sequence[Rule], grids: Sequence[Grid]) -> list[Rule]:
    return [r for r in along if not any(g.top - NEAR <= r.at <= g.bottom + NEAR for g in grids)]


def _between_rules(words: Sequence[Word], along: Sequence[Rule]) -> list[Grid]:
    """Tables whose rows are parted by rules of one length, and whose columns by nothing."""
    stacks: list[list[Rule]] = []
    for rule in sorted(along, key=lambda rule: rule.at):
        if rule.end - rule.start < WIDE:
            continue
        like = (s for s in stacks if abs(s[0].start - rule.start) + abs(s[0].end - rule.end) < 6)
        stack = next(like, None)
        stacks.append([rule]) if stack is None else stack.append(rule)
    found = []
    for stack in stacks:
        if len(stack) >= 3 and (grid := _stacked(words, stack)):
            found.append(grid)
    return found


def _stacked(words: Sequence[Word], stack: Sequence[Rule]) -> Grid | None:
    start, end = stack[0].start - NEAR, stack[0].end + NEAR
    inside = [word for word in words if start <= word.x0 and word.x1 <= end]
    ys = [rule.at for rule in stack]
    lines = text_lines(inside)
    held = [line for line in lines if ys[0] <= line.middle <= ys[-1]]
    edges = column_edges(held)
    if len(edges) < 3:
        return None
    head = _line_above([line for line in lines if line.middle < ys[0]], ys[0])
    foot = [line for line in lines if 0 < line.middle - ys[-1] < (ys[-1] - ys[-2]) * 1.2]
    bands = [head, *_between(lines, ys), foot]
    rows = [_split([word for line in band for word in line.words], edges) for band in bands]
    if sum(1 for cell in rows[-1] if cell) < 2 or not _is_padded(foot, held, ys):
        rows, foot = rows[:-1], []
    if sum(1 for cell in rows[0] if cell) < 2:
        rows, head = rows[1:], []
    top = min([ys[0], *(line.y0 for line in head)])
    bottom = max([ys[-1], *(line.y1 for line in foot)])
    return _tidy(Grid(tuple(rows), edges, top, bottom, is_ruled=False))


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
    usual = [min(line.y0 for line in band) - y for y, band in zip(ys, _between(held, ys), strict=False) if band]
    return bool(foot) and any(abs(foot[0].y0 - ys[-1] - pad) < NEAR for pad in usual)


def column_edges(lines: Sequence[TextLine]) -> tuple[float, ...]:
    """Where columns begin, and where the last one ends: between them nearly no line has a word."""
    if not lines:
        return ()
    least = max(line.size for line in lines) * (0.6 if len(lines) > 6 else 1.0)
    spans: list[tuple[float, int]] = []
    for line in lines:
        for part in _stretches(line):
            spans += [(part[0], 1), (part[1], -1)]
    spans.sort()
    allowed = len(lines) // 10
    edges = [spans[0][0]]
    open_count, gap_from = 0, None
    for place, step in spans:
        if step > 0 and open_count <= allowed and gap_from is not None:
            if place - gap_from >= least:
                edges.append(place)
        before, open_count = open_count, open_count + step
        if step < 0 and before > allowed >= open_count:
            gap_from = place
        elif step > 0 and open_count > allowed:
            gap_from = None
    return (*edges, spans[-1][0] + 0.1)


def _stretches(line: TextLine) -> list[tuple[float, float]]:
    """What a line covers, blanks of running text counted as covered."""
    found: list[tuple[float, float]] = []
    for word in line.words:
        if found and word.x0 - found[-1][1] < word.size * 0.5:
            found[-1] = (found[-1][0], max(found[-1][1], word.x1))
        else:
            found.append((word.x0, word.x1))
    return found


def _split(words: Sequence[Word], edges: Sequence[float]) -> tuple[WordCell, ...]:
    """The words of one row by column; what runs across columns is one cell in all of them."""
    cells: list[list[Word]] = [[] for _ in edges[1:]]
    for word in words:
        place = (word.x0 + word.x1) / 2
        at = max((at for at, edge in enumerate(edges[:-1]) if edge <= place + 0.1), default=0)
        cells[at].append(word)
    lines = text_lines(words)
    is_across = len(lines) == 1 and len(_stretches(lines[0])) == 1 and bool(cells[0])
    if is_across and sum(1 for cell in cells if cell) > 1:
        whole = tuple(words)
        return tuple(whole for _ in cells)
    return tuple(tuple(cell) for cell in cells)


def _aligned(words: Sequence[Word], above: Grid | None, others: Sequence[Grid]) -> list[Grid]:
    """Tables without rules: lines one below the other whose parts begin at the same places."""
    lines = text_lines(words)
    if len(lines) > MOST_LINES:
        return []
    parts = [segments(line) for line in lines]
    found: list[Grid] = []
    at = done = 0
    while at < len(lines):
        known = above if not found and at <= 1 and not (others and others[0].top < lines[at].y0) else None
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
    """True if a line's words begin where columns do, two at least, and none runs over into another."""
    inner = edges[1:-1]
    is_near = abs(line.middle - beside.middle) < line.size * GAP
    crosses = any(word.x0 < edge - 2 and word.x1 > edge for edge in inner for word in line.words)
    begun = sum(1 for edge in edges[:-1] if any(abs(word.x0 - edge) < 3 for word in line.words))
    apart = [b.x0 - a.x1 for a, b in pairwise(line.words) if any(abs(b.x0 - edge) < 3 for edge in inner)]
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
    edges = edges or column_edges(lines)
    goes_on = above is not None and _same_columns(edges, above.edges)
    if len(edges) < 3 or (len(tabular) < 2 and not goes_on):
        return None
    if len(edges) == 3 and _is_running_text(lines, edges):
        return None
    rows = _rows(lines, edges)
    grid = Grid(tuple(rows), edges, lines[0].y0, lines[-1].y1, is_ruled=False)
    return grid if goes_on and len(rows) == 1 else _tidy(grid)


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


def _rows(lines: Sequence[TextLine], edges: Sequence[float]) -> list[tuple[WordCell, ...]]:
    """Lines as rows: parted at the smallest gap that leaves no row with one cell only."""
    words = [word for line in lines for word in line.words]
    bands = _bands(words)
    gaps = [below.top - above.bottom for above, below in pairwise(bands)]
    best: tuple[float, list[tuple[WordCell, ...]]] | None = None
    for least in [float("-inf"), *_places(gap - 0.5 for gap in gaps)]:
        rows = _cut(bands, gaps, least=least, edges=edges)
        bad = sum(1 for row in rows if _is_part(row)) / len(rows)
        if best is None or bad < best[0]:
            best = bad, rows
        if bad == 0:
            break
    return best[1] if best else []


def _bands(words: Sequence[Word]) -> list[_Band]:
    """Words by the stretches of height that they cover, where nothing covers what is between."""
    bands: list[_Band] = []
    for word in sorted(words, key=lambda word: word.y0):
        trim = (word.y1 - word.y0) * 0.2
        if bands and word.y0 + trim < bands[-1].bottom:
            bands[-1].words.append(word)
            bands[-1].bottom = max(bands[-1].bottom, word.y1 - trim)
        else:
            bands.append(_Band(word.y0 + trim, word.y1 - trim, [word]))
    return bands


def _cut(
    bands: Sequence[_Band],
    gaps: Sequence[float],
    *,
    least: float,
    edges: Sequence[float],
) -> list[tuple[WordCell, ...]]:
    groups = [list(bands[0].words)]
    for gap, band in zip(gaps, bands[1:], strict=True):
        if gap > least:
            groups.append(list(band.words))
        else:
            groups[-1] += band.words
    return [_split(group, edges) for group in groups]


def _is_part(row: Sequence[WordCell]) -> bool:
    """True if a row looks like a piece of one: its first cell is empty, or only one is filled."""
    filled = [cell for cell in row if cell]
    is_title = bool(row[0]) and all(word.bold for word in row[0])
    if row[0] and len(filled) > 1:
        return False
    return not (row[0] and is_title)
