"""How the cost of reading grows with the page: CPU time of pages of 10 KB to 10 MB, drawn.

    .venv/bin/python bench/growth.py [docs/growth.svg]

Each shape's exponent is the slope of a line through its points, both axes logarithmic: 1 is linear.
Only sizes that are read whole count for it; what is cut off costs less.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.shapes import SHAPES
from scrapers.page import SUFFIXES, Page
from scrapers.read import read

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
SHOWN = {
    "page of a list": "table",
    "bullets": "bullets",
    "headings": "headings",
    "tables": "tables",
    "prose": "prose in paragraphs",
    "text policy": "prose in plain text",
    "Markdown table": "Markdown table",
    "CSV": "CSV",
    "links": "links",
}
COLOURS = (
    *("#1d55a5", "#b4530a", "#2b7a3d", "#8a2f8f", "#b3261e", "#0f7c86", "#7a6a00", "#5b5fc7"),
    "#6b7280",
)
LEFT, TOP, WIDTH, HEIGHT = 62, 24, 520, 330
FASTEST, SLOWEST = 0.001, 10.0  # seconds: the ends of the axis
GOAL = 2.0


@dataclass(frozen=True, slots=True)
class Point:
    size: int
    seconds: float
    is_whole: bool


def main() -> None:
    curves = {name: measure(name) for name in SHOWN}
    for name, points in curves.items():
        line = " ".join(f"{point.seconds * 1000:8.1f}" for point in points)
        print(f"{SHOWN[name]:20} {line} ms  exponent {exponent(points):.2f}")
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(drawing(curves), encoding="utf-8")


def measure(name: str) -> list[Point]:
    """The best of two readings of each size, after one that does not count."""
    suffix, make = SHAPES[name]
    found = []
    for size in SIZES:
        page = Page(f"https://vendor.example/list{suffix}", make(size), SUFFIXES[suffix])
        is_whole = "left out" not in (read(page).problem or "")
        found.append(Point(len(page.content), min(seconds(page), seconds(page)), is_whole))
    return found


def seconds(page: Page) -> float:
    started = process_time()
    read(page)
    return process_time() - started


def exponent(points: Sequence[Point]) -> float:
    """The slope of the line through the points that were read whole, by least squares."""
    whole = [(log10(point.size), log10(point.seconds)) for point in points if point.is_whole]
    middle_x, middle_y = (sum(axis) / len(whole) for axis in zip(*whole, strict=True))
    rise = sum((x - middle_x) * (y - middle_y) for x, y in whole)
    return rise / sum((x - middle_x) ** 2 for x, _ in whole)


def drawing(curves: dict[str, list[Point]]) -> str:
    """The curves, their exponents beside them."""
    parts = [*_axes()]
    for number, (name, points) in enumerate(curves.items()):
        colour = COLOURS[number]
        places = " ".join(f"{_x(point.size):.1f},{_y(point.seconds):.1f}" for point in points)
        parts.append(f'<polyline points="{places}" stroke="{colour}" fill="none"/>')
        for point in points:
            fill = colour if point.is_whole else "none"
            parts.append(
                f'<circle cx="{_x(point.size):.1f}" cy="{_y(point.seconds):.1f}" r="3.5" '
                f'fill="{fill}" stroke="{colour}"/>'
            )
        at = TOP + 12 + number * 22
        right = LEFT + WIDTH + 24
        parts.append(
            f'<path d="M{right} {at}h22" stroke="{colour}" stroke-width="3"/>'
            f'<text x="{right + 30}" y="{at + 5}">{SHOWN[name]}, {exponent(points):.2f}</text>'
        )
    return HEAD + "\n".join(parts) + "\n</svg>\n"


HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 850 410" role="img" \
aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
<title id="t">CPU time of reading, by size of the page</title>
<desc id="d">Both axes are logarithmic. Each line is a shape of page, its exponent beside its name;
full points were read whole, empty ones were cut off and told so.</desc>
<style>
text { fill: #1c2330; } .grid { stroke: #c9ced8; } .goal { stroke: #b3261e; }
polyline { stroke-width: 2; }
@media (prefers-color-scheme: dark) {
  text { fill: #e8ebf0; } .grid { stroke: #3a4252; }
  polyline, circle, path { filter: brightness(1.7); }
}
</style>
"""


def _axes() -> list[str]:
    names = {10_000: "10 KB", 100_000: "100 KB", 1_000_000: "1 MB", 10_000_000: "10 MB"}
    times = {0.001: "1 ms", 0.01: "10 ms", 0.1: "0.1 s", 1.0: "1 s", 10.0: "10 s"}
    bottom, right = TOP + HEIGHT, LEFT + WIDTH
    found = []
    for size, name in names.items():
        x = f"{_x(size):.1f}"
        found.append(f'<path class="grid" d="M{x} {TOP}V{bottom}"/>')
        found.append(f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{name}</text>')
    for time, name in times.items():
        y = _y(time)
        found.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>')
        found.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{name}</text>')
    found.append(f'<path class="goal" stroke-dasharray="6 5" d="M{LEFT} {_y(GOAL):.1f}H{right}"/>')
    found.append(f'<text x="{LEFT + 6}" y="{_y(GOAL) - 6:.1f}">goal for 10 MB: 2 s</text>')
    return found


def _x(size: float) -> float:
    return LEFT + WIDTH * (log10(size) - log10(SIZES[0])) / (log10(SIZES[-1]) - log10(SIZES[0]))


def _y(seconds: float) -> float:
    share = (log10(seconds) - log10(FASTEST)) / (log10(SLOWEST) - log10(FASTEST))
    return TOP + HEIGHT * (1 - share)


if __name__ == "__main__":
    main()
