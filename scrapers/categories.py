"""Which of the Fides data categories a printed phrase means, by a lexicon of our own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from scrapers.names import fold_letters
from scrapers.tables import read_table

LEXICON = Path(__file__).with_name("phrases.toml")
LONGEST = 20_000

_WORD = re.compile(r"[^\W_]+")
_LONGEST_PREFIX = 40

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A kind of data that a text names, between `start` and `end`."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]


@lru_cache(maxsize=8192)  # the rows of a table say the same again and again
def find_categories(phrase: str) -> tuple[str, ...]:
    """Give the keys of the kinds of data in a phrase, in their order; none for one unknown.

    The general key `user` counts only where nothing more exact is found.
    """
    keys = dict.fromkeys(key for found in find_phrases(phrase) for key in found.keys)
    exact = tuple(key for key in keys if key != "user")
    return exact or tuple(keys)


def find_phrases(text: str) -> Iterator[FoundPhrase]:
    """Give the kinds of data that a text names, longest phrase first where two overlap."""
    text = text[:LONGEST]
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [_stem(text[start:end]) for start, end in spans]
    lexicon = _lexicon()
    at = 0
    while at < len(words):
        length, keys = lexicon.longest(words, at)
        if length:
            start, end = spans[at][0], spans[at + length - 1][1]
            yield FoundPhrase(start, end, text[start:end], keys)
        at += max(length, 1)


class _Lexicon:
    """The phrases by their first word; words that may go on by their beginning."""

    def __init__(self, phrases: dict[Phrase, tuple[str, ...]]) -> None:
        self._phrases = phrases
        self._starts: dict[str, list[Phrase]] = {}
        self._open: dict[str, list[Phrase]] = {}
        for phrase in sorted(phrases, key=lambda words: -len(words)):
            index = self._open if phrase[0].endswith("*") else self._starts
            index.setdefault(phrase[0].rstrip("*"), []).append(phrase)
        self._lengths = sorted({len(start) for start in self._open}, reverse=True)
        self._candidates = lru_cache(maxsize=16384)(self._beginning)  # texts repeat their words

    def longest(self, words: list[str], at: int) -> tuple[int, tuple[str, ...]]:
        """Say how many words from `at` on make the longest phrase, and what it means."""
        best: Phrase = ()
        for phrase in self._candidates(words[at]):
            if len(phrase) > len(best) and _fits(phrase, words, at):
                best = phrase
        return len(best), self._phrases.get(best, ())

    def _beginning(self, word: str) -> tuple[Phrase, ...]:
        """The phrases that may begin with a word."""
        found = list(self._starts.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                found.extend(self._open.get(word[:length], ()))
        return tuple(found)


def _fits(phrase: Phrase, words: list[str], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(phrase, words[at:], strict=False)
    )


@cache
def _lexicon() -> _Lexicon:
    """Read the lexicon, when a phrase is first looked up."""
    tables: dict[str, dict[str, list[str]]] = read_table(LEXICON)
    phrases: dict[Phrase, tuple[str, ...]] = {}
    for key, languages in tables.items():
        for phrase in dict.fromkeys(p for group in languages.values() for p in group):
            words = tuple(_part(word) for word in phrase.split())
            if key not in phrases.get(words, ()):
                phrases[words] = (*phrases.get(words, ()), key)
    return _Lexicon(phrases)


def _part(word: str) -> str:
    """Write a word of the lexicon as words of a text are written."""
    return f"{_stem(word[:-1])}*" if word.endswith("*") else _stem(word)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Write a word small, without accents and without the "s" of a plural."""
    word = fold_letters(word[:_LONGEST_PREFIX])
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-2] if word.endswith(("sses", "xes")) else word[:-1]
