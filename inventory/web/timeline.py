"""A vendor's timeline: its changes, and the looks that found its clauses changed."""

from dataclasses import replace
from typing import Any

from peewee import SQL, Value

from inventory.models import Change, Check, NoticeTerm, Source, Vendor
from inventory.web.inbox_rows import IS_HIDDEN, with_companies
from inventory.web.pages import Page, paginate


def timeline(vendor: Vendor) -> Page:
    """The vendor's news as `Change` and `Check` rows, latest first."""
    changes = Change.select(
        Change.detected_at.alias("at"), Value("change").alias("what"), Change.id.alias("number")
    ).where(Change.vendor == vendor, ~IS_HIDDEN)
    looks = _looks(vendor)
    news = (changes | looks).order_by(SQL("at").desc(), SQL("what"), SQL("number").desc())
    page = paginate(news.tuples(), total=changes.count() + looks.count())
    known: dict[tuple[str, int], Any] = {
        **{("change", row.id): row for row in _changes(page)},
        **{("clauses", row.id): row for row in _checks(page, vendor)},
    }
    return replace(page, rows=[known[what, number] for _, what, number in page])


def _looks(vendor: Vendor) -> Any:
    """The looks at which a clause came or went, as news."""
    came = NoticeTerm.opening_is_news & (NoticeTerm.first_seen_at == Check.started_at)
    went = NoticeTerm.closing_is_news & (NoticeTerm.closed_at == Check.started_at)
    same = (NoticeTerm.source == Check.source) & (came | went)
    query = Check.select(Check.started_at, Value("clauses"), Check.id)
    return query.join(NoticeTerm, on=same).where(NoticeTerm.vendor == vendor).distinct()


def _changes(page: Page) -> Any:
    return with_companies().where(Change.id.in_([n for _, what, n in page if what == "change"]))


def _checks(page: Page, vendor: Vendor) -> Any:
    ids = [number for _, what, number in page if what == "clauses"]
    for check in Check.select(Check, Source).join(Source).where(Check.id.in_(ids)):
        check.source.vendor = vendor
        yield check
