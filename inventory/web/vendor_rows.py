"""Find the rows of the vendor list: a page of vendors, then their figures, each kind in one
query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import request
from peewee import JOIN, Case, fn

from inventory.models import Alias, Change, Engagement, Source, User, Vendor
from inventory.web.inbox_rows import IS_HIDDEN, IS_OPEN
from inventory.web.pages import Page, paginate

NOW_ENGAGED = Engagement.closed_at.is_null() & Engagement.rejected_by.is_null()
# Nearly no row has a rejection, so its index finds nothing; a planner without statistics would
# still prefer it to that of the vendor.
STANDS = Engagement.closed_at.is_null() & (fn.COALESCE(Engagement.rejected_by, 0) == 0)
IS_NEWS = ~IS_HIDDEN
SORTS = ("name", "subprocessors", "changed", "open")


@dataclass(frozen=True)
class Row:
    """A vendor and its figures."""

    vendor: Vendor
    subprocessors: int
    used_by: int
    open: int
    changed_at: datetime | None
    sources: int
    bad_sources: int
    unread_sources: int


def asked_sort() -> str:
    sort = request.args.get("sort", "name")
    return sort if sort.removeprefix("-") in SORTS else "name"


def found(*, only_ours: bool, text: str, sort: str) -> Page:
    """The page of vendors that is asked for."""
    shown = (Vendor.id, Vendor.slug, Vendor.name, Vendor.purpose, Vendor.is_ours, Vendor.owner)
    query = Vendor.select(*shown, User.id, User.name)
    query = query.join(User, JOIN.LEFT_OUTER, on=Vendor.owner)
    rule = Vendor.is_ours if only_ours else Vendor.id.is_null(False)
    if text:
        named = Alias.select(Alias.vendor).where(Alias.name.contains(text))
        rule &= Vendor.name.contains(text) | Vendor.domain.contains(text) | Vendor.id.in_(named)
    total = Vendor.select().where(rule).count()
    page = paginate(_sorted(query.where(rule), sort), total=total)
    return Page(_with_figures(list(page)), page.number, page.total, page.size)


def subprocessor_counts(ids: Any = None) -> Any:
    """How many companies each vendor engages now."""
    return _per_vendor(Engagement, fn.COUNT(Engagement.subprocessor.distinct()), STANDS, ids)


def _sorted(query: Any, sort: str) -> Any:
    """The query in its order; a figure is joined only where it is sorted by."""
    name = fn.LOWER(Vendor.name)
    is_down = sort.startswith("-")
    if (figure := sort.removeprefix("-")) == "name":
        return query.order_by(name.desc() if is_down else name.asc(), Vendor.id)
    counted = {
        "subprocessors": subprocessor_counts(),
        "changed": _per_vendor(Change, fn.MAX(Change.detected_at), IS_NEWS),
        "open": _per_vendor(Change, fn.COUNT(Change.id), IS_NEWS & IS_OPEN),
    }
    figures = counted[figure].alias("figures")
    joined = query.switch(Vendor).join(
        figures, JOIN.LEFT_OUTER, on=(figures.c.vendor_id == Vendor.id), attr="figures"
    )
    column = figures.c.figure
    order = column.desc(nulls="LAST") if is_down else column.asc(nulls="FIRST")
    return joined.order_by(order, name)


def _with_figures(vendors: list[Vendor]) -> list[Row]:
    ids = [vendor.id for vendor in vendors]
    engaged = dict(subprocessor_counts(ids).tuples())
    using = dict(_users(ids).tuples())
    sources = {row[0]: row[1:] for row in _source_figures(ids).tuples()}
    changes = {row[0]: row[1:] for row in _change_figures(ids).tuples()}
    return [
        Row(
            vendor,
            engaged.get(vendor.id, 0),
            using.get(vendor.id, 0),
            *changes.get(vendor.id, (0, None)),
            *sources.get(vendor.id, (0, 0, 0)),
        )
        for vendor in vendors
    ]


def _per_vendor(model: Any, figure: Any, rule: Any, ids: Any = None) -> Any:
    """A figure for each vendor, or for those of these ids."""
    query = model.select(model.vendor, figure.alias("figure")).where(rule).group_by(model.vendor)
    return query if ids is None else query.where(model.vendor.in_(ids))


def _users(ids: list[int]) -> Any:
    """How many vendors pass data to each of these companies now."""
    return (
        Engagement.select(Engagement.subprocessor, fn.COUNT(Engagement.vendor.distinct()))
        .where(Engagement.subprocessor.in_(ids), STANDS)
        .group_by(Engagement.subprocessor)
    )


def _change_figures(ids: list[int]) -> Any:
    """For each vendor its changes that wait for a decision, and when the last was found."""
    waiting = fn.SUM(Case(None, [(IS_OPEN, 1)], 0))
    return (
        Change.select(Change.vendor, waiting, fn.MAX(Change.detected_at))
        .where(Change.vendor.in_(ids), IS_NEWS)
        .group_by(Change.vendor)
    )


def _source_figures(ids: list[int]) -> Any:
    """For each vendor its sources that are watched, those that are bad, those not yet read."""
    never_read = Source.bad_since.is_null() & Source.confirmed_at.is_null()
    return (
        Source.select(
            Source.vendor,
            fn.COUNT(Source.id),
            fn.COUNT(Source.bad_since),
            fn.SUM(never_read.cast("INTEGER")),
        )
        .where(Source.vendor.in_(ids), Source.interval != "off")
        .group_by(Source.vendor)
    )
