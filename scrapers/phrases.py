"""Phrases to look for in text that `fields.plain` folded: quick, being tried at blanks only."""

import re


class Phrases:
    """Whole words and phrases; `east` are those of scripts that put no blanks between words."""

    def __init__(self, *words: str, east: str = "") -> None:
        self._words = re.compile(f" (?:{'|'.join(words)})(?!\\w)")
        self._east = re.compile(east) if east else None

    def are_in(self, text: str) -> bool:
        """True if one of the phrases stands in a folded text."""
        if self._words.search(f" {text}"):
            return True
        return self._east is not None and not text.isascii() and bool(self._east.search(text))
