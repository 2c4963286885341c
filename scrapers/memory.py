"""What reading keeps and lets go: findings on short texts, for a page says most of what it said the
last time, and no search for garbage while a page is read."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let nobody look for circles of garbage meanwhile: reading makes many things and no circles.

    Where several threads read, the first that ends lets the search begin again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
