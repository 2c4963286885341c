"""What a short text was found to be, kept for when it is read again: a page says most of what it
said the last time."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

LONGEST = 1_000  # characters of a text that is kept: what hostile pages can make us hold is bounded
KEPT = 8_192  # texts; a very long page has some thousand

Found = TypeVar("Found")


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """Ask a pure function of a text once for each text among the latest few thousand."""
    recall = lru_cache(maxsize=KEPT)(find)

    def ask(text: str) -> Found:
        return recall(text) if len(text) < LONGEST else find(text)

    return ask
