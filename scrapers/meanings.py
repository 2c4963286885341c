"""What a person says that the titles on a page mean; it holds while that page is read."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from scrapers.titles import Field

_TOLD: ContextVar[Mapping[str, Field | None]] = ContextVar("told", default={})  # noqa: B039 - never written to


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column title or a label means; None: it is not read.

    `title` is folded, as `scrapers.fields.title_key` does it. A column without a title goes by its
    place, `2/4` for the second of four.
    """

    title: str
    field: Field | None


@contextmanager
def in_force(meanings: Iterable[Meaning]) -> Iterator[None]:
    """Let titles mean what a person says until the block ends; nobody else sees it."""
    token = _TOLD.set({meaning.title: meaning.field for meaning in meanings})
    try:
        yield
    finally:
        _TOLD.reset(token)


def told_meanings() -> Mapping[str, Field | None]:
    """The meanings that hold now, by folded title; none for almost every page."""
    return _TOLD.get()
