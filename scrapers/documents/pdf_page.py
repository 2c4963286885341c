"""One page of a PDF as words and rules with their places, and the lines that they stand on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scrapers.documents.model import Line, Run

BULLET = re.compile(r"[•‣◦▪▫●○■□∙·⁃➢➤\uf0b7\uf0a7\uf0d8\u2013\u2014*-]$|o$")
NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$|\d{1,2}(?:\.\d{1,2}){1,3}\.?$")
SLACK = 1.5  # points within which two places are one


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between blanks, and where, in points from the top left corner of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    href: str | None = None
    struck: bool = False

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line drawn on the page: at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page's words in the order of the file, the rules along it and down it."""

    width: float
    height: float
    words: tuple[Word, ...] = ()
    along: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    is_picture: bool = False
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words at one height, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y0(self) -> float:
        return self.words[0].y0

    @property
    def y1(self) -> float:
        return self.words[0].y1

    @property
    def middle(self) -> float:
        return self.words[0].middle

    @property
    def size(self) -> float:
        """The size that most of its letters have; a bullet may be larger."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def is_bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def marker(self) -> str | None:
        """The bullet or number that the line begins with, if one stands apart from its text."""
        first = self.words[0].text
        if len(self.words) > 1 and (BULLET.match(first) or NUMBER.match(first)):
            return first
        return None


def page_from_json(found: dict[str, Any]) -> PdfPage:
    """The page that the worker wrote down. Raises ValueError, TypeError or KeyError for what is
    none."""
    boxes = [tuple(map(float, box)) for box in found.get("rules", ())]
    along = tuple(Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in boxes if x1 - x0 >= y1 - y0)
    down = tuple(Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in boxes if x1 - x0 < y1 - y0)
    return PdfPage(
        width=float(found.get("width", 0)),
        height=float(found.get("height", 0)),
        words=_words(found.get("words", ()), found.get("links", ()), along),
        along=along,
        down=down,
        is_picture=bool(found.get("is_picture")),
        is_broken=bool(found.get("is_broken")),
    )


def _words(
    found: Iterable[Sequence[Any]], links: Iterable[Sequence[Any]], rules: Sequence[Rule]
) -> tuple[Word, ...]:
    """Words, with the links laid over them and the rules that strike them out."""
    areas = _by_height([(float(link[1]), float(link[3]), link) for link in links])
    short = [rule for rule in rules if rule.end - rule.start < 400]
    strokes = _by_height([(rule.at, rule.at, rule) for rule in short])
    words = []
    for text, x0, y0, x1, y1, size, bold in found:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        href = next((str(a[4]) for a in areas.get(int(y // 10), ()) if _holds(a, x, y)), None)
        struck = any(
            y - size * 0.2 < stroke.at < y + size * 0.28 and stroke.start <= x <= stroke.end
            for stroke in strokes.get(int(y // 10), ())
        )
        words.append(
            Word(str(text), x0, y0, x1, y1, float(size), bold=bool(bold), href=href, struck=struck)
        )
    return tuple(words)


def _by_height(things: Iterable[tuple[float, float, Any]]) -> dict[int, list[Any]]:
    """Things by the bands of ten points that they reach or are next to."""
    bands: dict[int, list[Any]] = {}
    for top, bottom, thing in things:
        for band in range(int(top // 10) - 1, min(int(bottom // 10), int(top // 10) + 200) + 2):
            bands.setdefault(band, []).append(thing)
    return bands


def _holds(area: Sequence[Any], x: float, y: float) -> bool:
    return bool(area[0] <= x <= area[2] and area[1] <= y <= area[3])


def text_lines(words: Iterable[Word]) -> list[TextLine]:
    """Words grouped by height, top to bottom; small ones raised or lowered stay on their line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        last = lines[-1][0] if lines else None
        reach = max(last.size, word.size) * 0.45 if last else 0
        if last and word.middle - last.middle < reach:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [TextLine(tuple(sorted(line, key=lambda word: word.x0))) for line in lines]


def segments(line: TextLine) -> list[TextLine]:
    """The parts of a line between gaps that are wider than any blank in running text."""
    parts: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        before = parts[-1][-1]
        if word.x0 - before.x1 > max(word.size, before.size) * 1.05 and not _is_marker(parts[-1]):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [TextLine(tuple(part)) for part in parts]


def _is_marker(words: Sequence[Word]) -> bool:
    return len(words) == 1 and bool(BULLET.match(words[0].text) or NUMBER.match(words[0].text))


def joined(lines: Sequence[TextLine], right: float) -> tuple[Line, ...]:
    """Lines as people read them: one that breaks only as the edge at `right` is near goes on."""
    found: list[list[Word]] = []
    for number, line in enumerate(lines):
        words = list(line.words)
        is_marked = line.marker is not None and BULLET.match(words[0].text) is not None
        if is_marked:
            words = words[1:]
        if number and not is_marked and not breaks(lines[number - 1], line, right):
            found[-1] += words
        else:
            found.append(words)
    return tuple(Line(_runs(words)) for words in found)


def breaks(before: TextLine, line: TextLine, right: float) -> bool:
    """True if the next line's first word had found room on the line before: its break is meant."""
    first = line.words[0]
    return before.x1 + line.size * 0.3 + (first.x1 - first.x0) < right - SLACK


def _runs(words: Sequence[Word]) -> tuple[Run, ...]:
    """Words as stretches of one style, with the blanks between them."""
    runs: list[Run] = []
    for number, word in enumerate(words):
        is_last = number == len(words) - 1
        blank = "" if is_last or _is_split(word, words[number + 1]) else " "
        style = (word.href, word.bold, word.struck)
        if runs and (runs[-1].href, runs[-1].bold, runs[-1].struck) == style:
            last = runs.pop()
            text = last.text + word.text + blank
        else:
            text = word.text + blank
        runs.append(Run(text, href=word.href, bold=word.bold, struck=word.struck))
    return tuple(runs)


def _is_split(word: Word, after: Word) -> bool:
    """True if a word with a hyphen goes on at the start of the next line."""
    is_wrapped = after.y0 > word.y1 - word.size * 0.5
    return is_wrapped and len(word.text) > 1 and word.text[-1] == "-" and after.text[:1].islower()
