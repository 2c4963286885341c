"""Read the date that a page prints of itself: only what stands after words that say so."""

import re
from collections.abc import Iterator
from datetime import date

from scrapers.date_order import SHORT, language_order, placed_order, printed_order
from scrapers.date_words import AS_OF, EFFECTIVE, LAW, MONTH_OF, UPDATED
from scrapers.documents.model import Document
from scrapers.language import find_language
from scrapers.patterns import late
from scrapers.quotes import fold

_WORD = r"([^\W\d_]{3,12})"
_OF = r"(?:\s*(?:of|de|del|di)\b)?"
_NUMBERED = late(r"(?<![\d.,/-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/]|[-.]\d)")
_CJK = late(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_MONTH = late(
    rf"(?<![\d.,/-])(\d{{1,2}})(?:\s?(?:st|nd|rd|th|er|ᵉʳ|ème|º|ª|\.))?{_OF}[\s-]{{0,3}}{_WORD}\.?,?{_OF}[\s-]{{0,3}}"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = late(
    rf"(?<!\w){_WORD}[.,]?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s{{0,3}}(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_MONTH = late(
    rf"(?<![\d.,/-])(\d{{4}})[,\s-]{{1,2}}{_WORD}\.?[\s-]{{1,2}}(\d{{1,2}})(?![\d./]|,?\s?\d{{4}})",
    re.IGNORECASE,
)
_DIGIT = late(r"\d")
_MONTH_ONLY = late(rf"(?<!\w){_WORD}\.?,?{_OF}\s{{1,3}}(\d{{4}})(?!\d)", re.IGNORECASE)


_MONTH_NUMBER = late(r"(?<![\d.,/-])(0?[1-9]|1[0-2])\s?[./]\s?((?:19|20)\d\d)(?![\d./-])")


class Month(date):
    """A month printed without a day: its first day to compute with, `2024-02` when written."""

    def isoformat(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    __str__ = isoformat

    def __conform__(self, protocol: object) -> str:
        return f"{self.isoformat()}-01"  # SQLite stores whole dates


Found = tuple[int, date | None]


def parse_date(text: str, language: str | None = None) -> date | None:
    """Read the first date in a short text; None if there is none, or it can be read two ways.

    `03/04/2025` is read in the order that `language` (BCP 47) uses; plain `en` uses both.
    """
    found = _first_date(fold(text), language_order(language))
    return found[1] if found else None


def _first_date(text: str, order: str | None) -> Found | None:
    """Give where the first thing that looks like a date starts, and the date if it is one."""
    if not _DIGIT.search(text):
        return None
    finds = [found for find in _FINDERS if (found := find(text, order))]
    return min(finds, key=lambda found: found[0], default=None)


def _find_year_first(text: str, order: str | None) -> Found | None:
    match = _NUMBERED.search(text) or _CJK.search(text)
    return (match.start(), _date(match[1], match[2], match[3])) if match else None


def _find_short(text: str, order: str | None) -> Found | None:
    match = SHORT.search(text)
    if not match:
        return None
    first, separator, second, year = match.groups()
    year = year if len(year) == 4 else f"20{year}"
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if separator == "." or order == "day":
        return match.start(), day_first or (month_first if separator == "/" else None)
    if order == "month":
        return match.start(), month_first or day_first
    both = {day_first, month_first} - {None}
    return match.start(), both.pop() if len(both) == 1 else None


def _find_day_month(text: str, order: str | None) -> Found | None:
    for match in _DAY_MONTH.finditer(text):
        if month := MONTH_OF.get(match[2].casefold()):
            return match.start(), _date(match[3], month, match[1])
    return None


def _find_month_day(text: str, order: str | None) -> Found | None:
    for match in _MONTH_DAY.finditer(text):
        if month := MONTH_OF.get(match[1].casefold()):
            return match.start(), _date(match[3], month, match[2])
    return None


def _find_year_month_day(text: str, order: str | None) -> Found | None:
    for match in _YEAR_MONTH.finditer(text):
        if month := MONTH_OF.get(match[2].casefold()):
            return match.start(), _date(match[1], month, match[3])
    return None


def _find_month_number(text: str, order: str | None) -> Found | None:
    match = _MONTH_NUMBER.search(text)
    return (match.start(), Month(int(match[2]), int(match[1]), 1)) if match else None


def _find_month(text: str, order: str | None) -> Found | None:
    for match in _MONTH_ONLY.finditer(text):
        month = MONTH_OF.get(match[1].casefold())
        if month and 1990 <= int(match[2]) <= 2100:
            return match.start(), Month(int(match[2]), month, 1)
    return None


_FINDERS = (
    *(_find_year_first, _find_short, _find_day_month, _find_month_day, _find_year_month_day),
    *(_find_month, _find_month_number),
)


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if 1990 <= read.year <= 2100 else None


_CUES = tuple(
    (rank, limit, late(rf"(?<!\w)(?:{cue})", re.IGNORECASE | re.VERBOSE))
    for rank, limit, cue in ((4, 4000, UPDATED), (3, 200, EFFECTIVE), (2, 70, AS_OF))
)
_YEAR = late(  # a digit first, for which a pattern looks quickest
    r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[./-]\s?\d{1,2}[./-]\s?\d\d)"
)
_LONGEST = 6_000
_PIECE, _OVERLAP, _FURTHEST = 3_000, 100, 60_000
_GLUED = late(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ]{2,} )")  # the page's mark-up lost a blank
_LAW = late(rf"\b(?:{LAW})\b", re.IGNORECASE)
_GAP = 34
_LABEL = 60
_TAIL = 160  # the end of a page whose mark-up put all of it on one line
_TOP, _BOTTOM = 12, 14


def find_last_updated(document: Document) -> date | None:
    """Give the date that the page prints of itself ("last updated", "Stand:" …), if it prints one.

    An update beats a coming into force, that beats "as of", that a bare date at the top or foot.
    """
    texts = [piece for text in document.texts for piece in _pieces(text)]
    dated = _dated(texts)
    for at in dated:
        texts[at] = _GLUED.sub(" ", texts[at])
    order = None
    if any(SHORT.search(texts[at]) for at in dated):
        shown = [texts[at] for at in dated]
        order = (
            language_order(find_language(document)) or printed_order(shown) or placed_order(shown)
        )
    best: tuple[int, date] | None = None
    for rank, read in _announced(texts, dated, order):
        if best is None or rank > best[0]:
            best = rank, read
    return best[1] if best else _bare_date(texts, order)


def _pieces(text: str) -> list[str]:
    """A text as it is, one too long to look through at once in pieces that overlap."""
    if len(text) <= _LONGEST:
        return [text]
    starts = range(0, min(len(text), _FURTHEST) - _OVERLAP, _PIECE - _OVERLAP)
    return [*(text[start : start + _PIECE] for start in starts), text[-_TAIL:]]


def _dated(texts: list[str]) -> list[int]:
    """The numbers of the texts that may hold a date: all are looked through as one."""
    whole = "\n".join([text.replace("\n", " ") for text in texts])
    found: list[int] = []
    line = start = 0
    for match in _YEAR.finditer(whole):
        line += whole.count("\n", start, match.start())
        start = match.start()
        if not found or found[-1] != line:
            found.append(line)
    return found


def _announced(texts: list[str], dated: list[int], order: str | None) -> Iterator[tuple[int, date]]:
    """Give each date that stands behind a cue, on its line or the one before, with its rank."""
    for at in dated:
        text = fold(texts[at])
        label = fold(texts[at - 1]) if at and len(texts[at - 1]) <= _LABEL else ""
        pairs = [(label, text)] if label and _YEAR.search(text[:_GAP]) else []
        for line, following in [*pairs, (text, "")]:
            if found := _ranked(line, following, order):
                yield found


def _ranked(text: str, following: str, order: str | None) -> tuple[int, date] | None:
    for rank, limit, cue in _CUES:
        if len(text) <= limit and (read := _behind(cue, text, following, order=order)):
            return rank, read
    return None


def _behind(cue: re.Pattern[str], text: str, following: str, *, order: str | None) -> date | None:
    """Read the date close behind the cue; where the cue ends a label, at the next line's start."""
    for match in cue.finditer(text):
        rest = text[match.end() : match.end() + _GAP + 40]
        if not rest.strip(" :*_-–") and len(text) <= _LABEL:
            rest = following[:60]
        found = _first_date(rest, order)
        if not found or found[0] > _GAP or (len(text) > _LABEL and ". " in rest[: found[0]]):
            continue
        is_a_laws = bool(_LAW.search(text[max(0, match.start() - 80) : match.start()]))
        if found[1] and not (is_a_laws and len(text) > 200):
            return found[1]
    return None


def _bare_date(texts: list[str], order: str | None) -> date | None:
    """Read a line at the page's top or foot that holds a date and at most a place before it."""
    full = [text for text in texts if text]
    for text in [*full[:_TOP], *full[: _TOP - 1 : -1][:_BOTTOM]]:
        found = _first_date(text, order) if len(text) <= 45 else None
        if found and found[1] and _is_bare(text, found[0]):
            return found[1]
    return None


def _is_bare(text: str, start: int) -> bool:
    """Say whether nothing but "Place," stands before the date and nothing after it."""
    before = text[:start].strip(" *_()–-")
    is_place = before.endswith(",") and before.count(" ") <= 2 and before[:1].isupper()
    return (not before or is_place) and bool(re.search(r"\d[*_). ]*$", text))
