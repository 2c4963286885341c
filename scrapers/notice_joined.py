"""The terms of a document put together: each once, with what is said nearby of not objecting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Heading
from scrapers.notice_scope import find_silence
from scrapers.reading import NoticeTerm, Silence
from scrapers.shapes.passages import Passage, split_sentences

NEARBY = 5  # passages behind a period in which what silence means is said of it


@dataclass(frozen=True, slots=True)
class Stated:
    """A term, and the number of the passage that states it; None in a table."""

    at: int | None
    term: NoticeTerm


def with_silence(found: Sequence[Stated], passages: Sequence[Passage]) -> list[NoticeTerm]:
    """Give terms what is said nearby of silence: those to object, or else those of notice."""
    before: dict[int, list[int]] = {}  # the terms before each passage that is to be looked at
    for number, one in enumerate(found):
        for at in _nearby(one.at, passages):
            before.setdefault(at, []).append(number)
    terms = [one.term for one in found]
    for at, numbers in before.items():
        silences = (find_silence(sentence.text) for sentence in split_sentences(passages[at]))
        silence: Silence | None = next((one for one in silences if one), None)
        objecting = [number for number in numbers if terms[number].kind == "objection"]
        for number in objecting or numbers:
            terms[number] = replace(terms[number], silence=terms[number].silence or silence)
    return terms


def _nearby(at: int | None, passages: Sequence[Passage]) -> Iterator[int]:
    """A passage and those behind it, to the next heading."""
    if at is None:
        return
    for number in range(at, min(at + NEARBY, len(passages))):
        if number > at and isinstance(passages[number].block, Heading):
            return
        yield number


def each_once(terms: Sequence[NoticeTerm]) -> tuple[NoticeTerm, ...]:
    """Each period once, by its first words; one whose start is not stated is that whose is."""
    starts: dict[tuple[object, ...], str] = {}
    for term in terms:
        if term.trigger:
            starts.setdefault((term.kind, term.period, term.unit), term.trigger)
    kept: dict[tuple[object, ...], NoticeTerm] = {}
    for term in terms:
        same = (term.kind, term.period, term.unit)
        key = (*same, term.trigger or starts.get(same))
        known = kept.get(key, term)
        best = term if term.trigger and not known.trigger else known
        kept[key] = replace(best, silence=known.silence or term.silence)
    return tuple(kept.values())
