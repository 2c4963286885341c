"""One page of a long table: fifty rows at a time, counted and cut in SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask import request

SIZE = 50


@dataclass(frozen=True)
class Page:
    """Rows `first` to `last` of `total`."""

    rows: Sequence[Any]
    number: int
    total: int
    size: int = SIZE

    @property
    def count(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * self.size, self.total)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_number() -> int:
    """The page that the address asks for; 1 where it asks for none or nonsense."""
    return max(1, min(request.args.get("page", 1, type=int), 1_000_000))


def paginate(query: Any, *, total: int | None = None, size: int = SIZE) -> Page:
    """Fetch the page that the address asks for, the last one where it asks for too many. Hand over
    `total` where a cheaper count than the query's own is known."""
    counted = query.order_by().count() if total is None else total
    number = min(page_number(), max(1, -(-counted // size)))
    return Page(list(query.paginate(number, size)), number, counted, size)
