"""Find the rows of the vendor list: the ids of a page in their order, then every figure of
theirs."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from flask import request
from peewee import JOIN, fn

from inventory.database import Prepared, database
from inventory.models import Alias, Change, Engagement, Source, User, Vendor
from inventory.web.inbox_rows import IS_HIDDEN, IS_OPEN
from inventory.web.pages import SIZE, Page, paginate

NOW_ENGAGED = Engagement.closed_at.is_null() & Engagement.rejected_by.is_null()
# Nearly every row lacks a rejection or a decision, so their indexes find nothing; a planner without
# statistics would still prefer them to that of the vendor.
STANDS = Engagement.closed_at.is_null() & (fn.COALESCE(Engagement.rejected_by, 0) == 0)
IS_NEWS = ~IS_HIDDEN
WAITS = IS_NEWS & (fn.COALESCE(Change.decision, "") == "")
IS_ON = Source.interval != "off"
SORTS = ("name", "subprocessors", "used", "sources", "changed", "open", "owner")


@dataclass(frozen=True)
class Row:
    """A vendor and its figures."""

    id: int
    slug: str
    name: str
    purpose: str | None
    is_ours: bool
    owner: str | None
    subprocessors: int
    used_by: int
    sources: int
    bad_sources: int
    unread_sources: int
    off_sources: int
    open: int
    changed_at: datetime | None


def asked_sort() -> str:
    sort = request.args.get("sort", "name")
    return sort if sort.removeprefix("-") in SORTS else "name"


def found(*, only_ours: bool, text: str, sort: str) -> Page:
    """The page of vendors that is asked for."""
    rule = Vendor.is_ours if only_ours else Vendor.id.is_null(False)
    if text:
        rule &= is_called(text)
    matching = Vendor.select(Vendor.id).where(rule)
    page = paginate(_sorted(matching, sort).tuples(), total=matching.count())
    return Page(_rows([vendor_id for (vendor_id,) in page]), page.number, page.total, page.size)


def is_called(text: str) -> Any:
    """The rule that a vendor's name, one of its other names or its domain holds a text."""
    named = Alias.select(Alias.vendor).where(Alias.name.contains(text))
    return Vendor.name.contains(text) | Vendor.domain.contains(text) | Vendor.id.in_(named)


def _sorted(query: Any, sort: str) -> Any:
    """The query in its order; a figure is joined only where it is sorted by."""
    name = fn.LOWER(Vendor.name)
    is_down = sort.startswith("-")
    if (figure := sort.removeprefix("-")) == "name":
        return query.order_by(name.desc() if is_down else name.asc(), Vendor.id)
    if figure == "owner":
        owned = query.join(User, JOIN.LEFT_OUTER, on=Vendor.owner)
        column = fn.LOWER(User.name)
        order = column.desc(nulls="LAST") if is_down else column.asc(nulls="LAST")
        return owned.order_by(order, name)
    figures = _per_vendor(figure).alias("figures")
    joined = query.join(figures, JOIN.LEFT_OUTER, on=(figures.c.one_id == Vendor.id))
    column = figures.c.figure
    order = column.desc(nulls="LAST") if is_down else column.asc(nulls="FIRST")
    return joined.order_by(order, name)


def _per_vendor(figure: str) -> Any:
    """A figure of every vendor that has one; of its sources, how many could not be read."""
    engaged, engages = Engagement.subprocessor, Engagement.vendor
    column, counted, rule = {
        "subprocessors": (engages, fn.COUNT(engaged.distinct()), STANDS),
        "used": (engaged, fn.COUNT(engages.distinct()), STANDS),
        "sources": (Source.vendor, fn.COUNT(Source.bad_since), IS_ON),
        "changed": (Change.vendor, fn.MAX(Change.detected_at), IS_NEWS),
        "open": (Change.vendor, fn.COUNT(Change.id), IS_NEWS & IS_OPEN),
    }[figure]
    query = column.model.select(column.alias("one_id"), counted.alias("figure"))
    return query.where(rule).group_by(column)


def _rows(ids: list[int]) -> list[Row]:
    """The vendors of these ids with all their figures, in this order, by one query."""
    query, values = _figures(*ids, *[0] * (SIZE - len(ids)))
    rows = {found[0]: Row(*found) for found in database.execute_sql(query, values).fetchall()}
    moment = Change.detected_at.python_value
    return [replace(rows[one], changed_at=moment(rows[one].changed_at)) for one in ids]


def _of(column: Any, figure: Any, rule: Any) -> Any:
    """A figure over the rows whose `column` is the vendor of the outer query."""
    return column.model.select(figure).where(column == Vendor.id, rule)


def _never_read() -> Any:
    return Source.bad_since.is_null() & Source.confirmed_at.is_null()


_figures = Prepared(
    lambda slot: (
        Vendor.select(
            *(Vendor.id, Vendor.slug, Vendor.name, Vendor.purpose, Vendor.is_ours, User.name),
            _of(Engagement.vendor, fn.COUNT(Engagement.subprocessor.distinct()), STANDS),
            _of(Engagement.subprocessor, fn.COUNT(Engagement.vendor.distinct()), STANDS),
            _of(Source.vendor, fn.COUNT(Source.id), IS_ON),
            _of(Source.vendor, fn.COUNT(Source.bad_since), IS_ON),
            _of(Source.vendor, fn.COUNT(Source.id), IS_ON & _never_read()),
            _of(Source.vendor, fn.COUNT(Source.id), ~IS_ON),
            _of(Change.vendor, fn.COUNT(Change.id), WAITS),
            _of(Change.vendor, fn.MAX(Change.detected_at), IS_NEWS),
        )
        .join(User, JOIN.LEFT_OUTER, on=Vendor.owner)
        .where(Vendor.id.in_([slot] * SIZE))
    )
)
