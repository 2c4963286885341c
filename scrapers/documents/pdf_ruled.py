"""Tables of a PDF page by the rules drawn around their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scrapers.documents.pdf_grid import NEAR, Grid, places, tidy
from scrapers.documents.pdf_page import Rule, Word

MOST_CELLS = 10_000


def merged(rules: Sequence[Rule]) -> list[Rule]:
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


def ruled_grids(
    words: Sequence[Word], along: list[Rule], down: list[Rule]
) -> Iterable[Grid | None]:
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
    xs = places(
        [rule.at for rule in down] + [min(r.start for r in along), max(r.end for r in along)]
    )
    ys = places(
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
    return tidy(Grid(tuple(rows), tuple(xs), ys[0], ys[-1], is_ruled=True))


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
