"""What stands where on the pages of a PDF: heads and feet, and columns of text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrapers.documents.model import Line
from scrapers.documents.pdf_page import PdfPage, TextLine, Word, joined, segments, text_lines

GUTTER = 0.75  # of the letters' size: the gap between two columns, at least
EDGE = 0.12  # of a page's height, where running heads stand
_DIGITS = re.compile(r"\d+")


def running_lines(
    pages: Sequence[PdfPage],
) -> tuple[list[tuple[Line, int]], list[tuple[Line, int]]]:
    """The lines that stand at the edge of most pages, each with the words that make it up."""
    found: tuple[list[tuple[Line, int]], list[tuple[Line, int]]] = ([], [])
    elsewhere: set[str] = set()
    places: dict[tuple[str, int, int], list[TextLine]] = {}
    for page in pages:
        for line in text_lines(page.words):
            is_foot = int(line.y0 > page.height * (1 - EDGE))
            if is_foot or line.y1 < page.height * EDGE:
                text = _DIGITS.sub("0", line.text)
                places.setdefault((text, round(line.y0 / 4), is_foot), []).append(line)
            else:
                elsewhere.add(line.text)
    for (_, _, is_foot), lines in places.items():
        is_header = len(segments(lines[0])) > 1 and lines[0].text in elsewhere  # of a long table
        if len(lines) >= max(2, len(pages) * 0.6) and not is_header:
            shown = joined(lines[:1], lines[0].x1)[0]
            found[is_foot].extend((shown, id(word)) for line in lines for word in line.words)
    return found


def reading_order(lines: Sequence[TextLine], size: float) -> Iterator[list[TextLine]]:
    """Stretches of lines in reading order: of two columns first the left one, then the right."""
    middle = _gutter(lines, size)
    if middle is None:
        yield list(lines)
        return
    whole: list[TextLine] = []
    left: list[Word] = []
    right: list[Word] = []
    for line in lines:
        if any(word.x0 < middle < word.x1 for word in line.words) or not _leaves(
            line, middle, size
        ):
            yield from (text_lines(side) for side in (left, right) if side)
            left, right = [], []
            whole.append(line)
            continue
        if whole:
            yield whole
            whole = []
        left += [word for word in line.words if word.x1 <= middle]
        right += [word for word in line.words if word.x0 >= middle]
    yield from (text_lines(side) for side in (left, right) if side)
    if whole:
        yield whole


def _gutter(lines: Sequence[TextLine], size: float) -> float | None:
    """The place of the gap between two columns of text, None if the text has one column."""
    if len(lines) < 8:
        return None
    gaps = [_gaps(line, size) for line in lines]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    places = [x0 + (x1 - x0) * share / 100 for share in range(35, 66)]
    counts = [sum(1 for line in gaps if any(a <= p <= b for a, b in line)) for p in places]
    most = max(counts)
    return places[counts.index(most)] if most >= max(6, len(lines) * 0.3) else None


def _gaps(line: TextLine, size: float) -> list[tuple[float, float]]:
    """The gaps in a line that are wide enough to part two columns."""
    pairs = ((one.x1, other.x0) for one, other in pairwise(line.words))
    return [(end, start) for end, start in pairs if start - end > size * GUTTER]


def _leaves(line: TextLine, place: float, size: float) -> bool:
    """True if a line lies on one side of a place, or leaves a gap there."""
    return (
        line.x1 <= place or line.x0 >= place or any(a <= place <= b for a, b in _gaps(line, size))
    )
