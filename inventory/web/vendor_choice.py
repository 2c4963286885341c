"""The vendors that a form lets people choose from: of few all, of many the chosen and the found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from inventory.models import Source, Vendor
from inventory.web.vendor_rows import is_called

FEW = 30  # all of them fit on one screen
SHOWN = 20


@dataclass(frozen=True)
class Offer:
    """Vendors to choose from by id and name, the first `chosen` of them chosen already."""

    vendors: list[tuple[int, str]]
    chosen: int
    total: int
    found: int = 0

    @property
    def is_all(self) -> bool:
        return self.total <= FEW

    @property
    def hidden(self) -> int:
        """How many were found that are not shown."""
        return self.found - (len(self.vendors) - self.chosen)


def offer(chosen: Sequence[int], text: str | None) -> Offer:
    """Offer those who publish anything; of many only the chosen, and those that `text` finds."""
    publishes = Vendor.id.in_(Source.select(Source.vendor))
    total = Vendor.select().where(publishes).count()
    if total <= FEW:
        return Offer(_by_name(publishes | Vendor.id.in_(chosen)), 0, total)
    kept = _by_name(Vendor.id.in_(chosen))
    if text is None:
        return Offer(kept, len(kept), total)
    rule = publishes & Vendor.id.not_in(chosen) & is_called(text)
    found = _by_name(rule, limit=SHOWN)
    return Offer(kept + found, len(kept), total, Vendor.select().where(rule).count())


def _by_name(rule: Any, limit: int | None = None) -> list[tuple[int, str]]:
    rows = Vendor.select(Vendor.id, Vendor.name).where(rule)
    return list(rows.order_by(fn.LOWER(Vendor.name)).limit(limit).tuples())
