"""Find the clauses that say how long before a change one is told, and how long one may object."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scrapers import notice_words as words
from scrapers.documents.model import Document, Table, block_lines
from scrapers.memory import remembered
from scrapers.notice_joined import Stated, each_once, with_silence
from scrapers.notice_scope import find_conditions
from scrapers.reading import NoticeTerm, Unit
from scrapers.shapes.passages import Passage, Sentence, find_passages, split_sentences

_REACH = 120
_TO_OBJECT = 16
_BEFORE_UNIT, _BEHIND_UNIT = 60, 30  # characters around a unit within which a period stands
_BRACKETS = re.compile(r"\s?\([^()]*\)")
Kind = Literal["notice", "objection"]
_AFTER = (
    "after|from|of|following|since|nach|ab|après|à compter|suivant|desde|tras|después|dopo|dalla?"
    "|após|a contar|na|vanaf|efter|från|fra"
)
_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|und|et|y|e|en|och|og)\s|\.\s"
    r"|\s(?:during which|innerhalb derer|pendant lequel)\s"
)
_PAST = re.compile(
    r"\b(?:last|past|previous|preceding|prior|every|each|letzten|vergangenen|derniers|últimos|ultimi"
    r"|laatste|senaste|seneste)\s(?:\w+\s\()?$",
    re.IGNORECASE,
)
_UNIT = re.compile(  # the letters ahead keep most words from being tried with each unit
    r"[\s-](?=[BCDMWKTAabdghjmsuvw][aegioruíêå])(?:[Dd]ay|[Ww]eek|[Mm]onth|[Bb]usiness|[Ww]orking|[Cc]alendar|Tag|Werktag|Arbeitstag"
    r"|Bankarbeitstag|Kalender|Woche|Monat|jour|semaine|mois|d[ií]a|semana|mes|m[eê]s|giorn|settiman"
    r"|dag|werkdag|we[ek]k|weken|maand|veck|m[åa]nad|arbetsdag|bankdag|vardag|arbejdsdag|hverdag|uge"
    r"|måned)"
)


@dataclass(frozen=True, slots=True)
class _Period:
    """A length of time in a sentence."""

    start: int
    end: int
    count: int
    unit: Unit


def find_notice_terms(document: Document) -> tuple[NoticeTerm, ...]:
    """Give each prior-notice and objection period on changes that the document states, once."""
    passages = find_passages(document)
    found = [
        Stated(at, term)
        for at, passage in enumerate(passages)
        if _may_tell(passage.text)
        for sentence in split_sentences(passage)
        for term in _terms(sentence)
    ]
    found += [
        Stated(None, term)
        for passage in _cells(document)
        for sentence in split_sentences(passage)
        for term in _terms(sentence)
    ]
    return each_once(with_silence(found, passages))


@remembered
def _may_tell(text: str) -> bool:
    """Say at little cost whether a text may hold a period."""
    if not _UNIT.search(text):
        return False
    period = _patterns()["period"]
    return any(
        period.search(text, max(0, unit.start() - _BEFORE_UNIT), unit.end() + _BEHIND_UNIT)
        for unit in _UNIT.finditer(text)
    )


def _cells(document: Document) -> Iterator[Passage]:
    """Give the cells of tables as running text, where they may hold a period."""
    for block in document.blocks:
        if isinstance(block, Table):
            for line in block_lines(block):
                if _may_tell(line.text):
                    yield Passage(line.runs, "".join([run.text for run in line.runs]), block, None)


def _terms(sentence: Sentence) -> Iterator[NoticeTerm]:
    text = sentence.text
    if not _may_tell(text):
        return
    found = _patterns()
    context = f"{sentence.passage.section or ''} {sentence.before[-300:]}"
    if found["other"].search(text) or not _is_on_changes(text, context):
        return
    if found["ending"].search(text) and not found["object"].search(text):
        return
    conditions: tuple[str, ...] | None = None
    for period in _periods(text):
        if _is_of_ending(text, period):
            continue
        kind = _kind(text, period, context)
        if kind:
            conditions = find_conditions(text) if conditions is None else conditions
            trigger = _trigger(text, period, kind)
            yield NoticeTerm(
                kind, sentence.quote, period.count, period.unit, trigger, conditions=conditions
            )


def _is_of_ending(text: str, period: _Period) -> bool:
    """Say whether a period belongs to ending the contract, told behind any word of objecting."""
    found = _patterns()
    left = text[max(0, period.start - _REACH) : period.start]
    ended = [match.end() for match in found["ending"].finditer(left)]
    if not ended or found["object"].search(text, period.end, _clause(text, period)[1]):
        return False
    return not found["object"].search(left, ended[-1])


def _is_on_changes(text: str, context: str) -> bool:
    """Say whether a sentence tells, with what precedes it, of a change and of telling it."""
    found = _patterns()
    if not found["tell"].search(text) and not found["object"].search(text):
        return False
    return bool(found["change"].search(text) or found["change"].search(context))


def _periods(text: str) -> Iterator[_Period]:
    for match in _patterns()["period"].finditer(text):
        count = match["digits"] or match["inner"]
        number = int(count) if count else words.NUMBERS.get((match["word"] or "").casefold(), 0)
        is_past = _PAST.search(text[max(0, match.start() - 30) : match.start()])
        if not 0 < number < 400 or is_past:
            continue
        if match["weeks"]:
            yield _Period(match.start(), match.end(), number * 7, "days")
        else:
            is_business = match["business"] or match["before"] or match["after"]
            unit: Unit = "months" if match["months"] else "business-days" if is_business else "days"
            yield _Period(match.start(), match.end(), number, unit)


def _kind(text: str, period: _Period, context: str) -> Kind | None:
    """Tell which of the two a period is, by the words of its own clause, then of the sentence."""
    found = _patterns()
    start, end = _clause(text, period)
    left, right = text[start : period.start], text[period.end : end]
    if found["object"].search(left):
        return "notice" if _is_ahead(left, right) and _told_last(left) else "objection"
    if found["object"].search(right):
        return _kind_before_object(left, right)
    is_within = found["within"].search(left) and not found["at_least"].search(left[-30:])
    if found["object"].search(text) and is_within and not _is_ahead(left, right):
        return "objection"
    if found["tell"].search(text):
        return "notice"
    return "objection" if found["object"].search(f"{context[-200:]} {text}") else None


def _is_ahead(left: str, right: str) -> bool:
    """Say whether a period counts back from a change: "at least …", "… before", "… notice"."""
    found = _patterns()
    right = right.lstrip(" '’s")
    is_notice = found["notice_of"].search(left[-40:])
    return bool(is_notice or found["at_least"].search(left[-30:]) or found["before"].match(right))


def _told_last(left: str) -> bool:
    """Say whether what stands last before the period is telling, not objecting."""
    found = _patterns()
    told = [match.start() for match in found["tell"].finditer(left)]
    objected = [match.start() for match in found["object"].finditer(left)]
    return bool(told) and told[-1] > objected[-1]


def _kind_before_object(left: str, right: str) -> Kind:
    """Tell the kind of a period behind which the clause speaks of objecting."""
    found = _patterns()
    if _is_ahead(left, right):
        return "notice"
    if found["after"].match(right) and not found["effect"].search(left):
        return "objection"
    until = right[: next(found["object"].finditer(right)).start()]
    if found["within"].search(left[-30:]) or len(until) < _TO_OBJECT:
        return "objection"
    return "notice" if found["tell"].search(until) else "objection"


def _clause(text: str, period: _Period) -> tuple[int, int]:
    """Say where the clause around a period starts and ends."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, period.start)), default=0)
    match = _CLAUSE.search(text, period.end)
    return start, match.start() if match else len(text)


def _trigger(text: str, period: _Period, kind: str) -> str | None:
    """Tell what starts the period: what stands behind it, else what stands before it."""
    start, end = _clause(text, period)
    right = _BRACKETS.sub("", text[period.end : max(end, period.end)])[:_REACH]
    left = text[max(start, period.start - _REACH) : period.start]
    if kind == "notice":
        return _notice_trigger(right, left)
    return _event(right) or _event(left) or _event(text[max(0, start - _REACH) : start])


def _notice_trigger(right: str, left: str) -> str | None:
    found = _patterns()
    after = found["after"].match(right)
    if after and (event := _event(right)):
        return event
    if found["before"].search(right[:60]) or found["before"].search(left[-60:]):
        return "before-change"
    return "before-change" if found["before"].search(right) else None


def _event(text: str) -> str | None:
    """Name the event that a stretch of text tells: the most telling first."""
    found = _patterns()
    if found["until"].search(text[:24]):
        return "before-change"
    text = found["no_event"].sub(" ", text)
    for trigger in ("notice-received", "informed", "posted", "notice-sent"):
        if found[trigger].search(text):
            return trigger
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    hyphened = "|".join(word for word in words.NUMBERS if "-" in word)
    number = rf"{hyphened}|[^\W\d_]+"  # any word: which are numbers is looked up, that is quicker
    period = (
        rf"(?<![\w.,])(?:(?P<digits>\d{{1,3}})|(?P<word>{number}))(?:\s?\(\s?(?:(?P<inner>\d{{1,3}})|[^\W\d_]{{2,20}})\s?\))?"
        rf"(?:[\s-]|['’])(?:calendar[\s-]|(?P<before>{words.BUSINESS})[\s-]|full[\s-]|kalender\w*[\s-])?"
        rf"(?:(?P<business>{words.BUSINESS_DAYS})|(?P<days>{words.DAYS})|(?P<weeks>{words.WEEKS})"
        rf"|(?P<months>{words.MONTHS}))(?!\w)(?:\s(?P<after>{words.BUSINESS})(?!\w))?"
    )
    lists = {
        "change": words.CHANGE,
        "tell": words.TELL,
        "object": words.OBJECT,
        "other": words.OTHER,
        "ending": words.ENDING,
        "before": words.BEFORE,
        "notice-received": words.RECEIVED,
        "informed": words.INFORMED,
        "posted": words.POSTED,
        "notice-sent": words.SENT,
        "at_least": words.AT_LEAST,
        "within": words.WITHIN,
    }
    flags = re.IGNORECASE | re.VERBOSE
    found = {key: re.compile(rf"(?<!\w)(?:{text})", flags) for key, text in lists.items()}
    found["period"] = re.compile(period, re.IGNORECASE)
    found["after"] = re.compile(rf"['’\s]{{0,2}}(?:{_AFTER})\b", re.IGNORECASE)
    found["notice_of"] = re.compile(rf"(?<!\w)(?:{words.NOTICE_OF})\s?$", flags)
    found["effect"] = re.compile(
        r"\b(?:effect|wirksam|kraft|vigueur|vigor|ingang|gälla)", re.IGNORECASE
    )
    found["no_event"] = re.compile(  # names of periods, and objections that are notified
        r"\b(?:notice|notification|objection)\s(?:period|window)"
        r"|\b(?:advance|prior)\s(?:written\s)?notice|\bmediante\saviso|\b(?:object|oppos)\w*(?:\s\w+){0,4}\snotif\w+",
        re.IGNORECASE,
    )
    found["until"] = re.compile(
        r"\b(?:before|prior to|vor|avant|antes|prima|voor|före|innan|før|inden)\b", re.IGNORECASE
    )
    return found
