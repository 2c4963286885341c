"""Phrases to look for in text that `fields.plain` folded: quick, being tried at blanks only."""

from collections.abc import Iterator

from scrapers.patterns import late


class Phrases:
    """Whole words and phrases; `east` are those of scripts that put no blanks between words."""

    def __init__(self, *words: str, east: str = "") -> None:
        self._words = late(f" (?:{'|'.join(words)})(?!\\w)")
        self._east = late(east) if east else None

    def are_in(self, text: str) -> bool:
        """True if one of the phrases stands in a folded text."""
        if self._words.search(f" {text}"):
            return True
        return self._east is not None and not text.isascii() and bool(self._east.search(text))


class Rule:
    """A pattern of alternatives that begin a word (`\\b`) or the text (`^`), or are eastern."""

    def __init__(self, pattern: str) -> None:
        words: list[str] = []
        first: list[str] = []
        east: list[str] = []
        for part in _alternatives(pattern):
            if part.startswith("\\b"):
                words.append(part[2:])
            elif part.startswith("^"):
                first.append(part[1:])
            else:
                east.append(part)
        self._words = late(f" (?:{'|'.join(words)})") if words else None
        self._first = late("|".join(first)) if first else None
        self._east = late("|".join(east)) if east else None

    def start(self, text: str) -> int | None:
        """Where the pattern first stands in a folded text, None if it does not."""
        if self._first and self._first.match(text):
            return 0
        found = [self._words.search(f" {text}")] if self._words else []
        if self._east and not text.isascii():
            found.append(self._east.search(text))
        return min((match.start() for match in found if match), default=None)


def _alternatives(pattern: str) -> Iterator[str]:
    """Split a pattern at the strokes that stand outside brackets."""
    depth, start = 0, 0
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]
