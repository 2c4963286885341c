"""Find the changes that the inbox shows: filtered and sorted as the address asks, counted once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any

from flask import request
from peewee import JOIN, Case, fn

from inventory.models import CHANGE_KINDS, DECISIONS, Change, Source, User, Vendor, utcnow
from inventory.severity import LEVELS, rank
from inventory.web.pages import Page, paginate
from inventory.web.severity_shown import severity_on

SOON = timedelta(days=14)
LATE = timedelta(hours=1)
STATUSES = ("open", *DECISIONS, "all")
OWNERS = ("me", "nobody")
CERTAINTIES = ("stated", "suggested")
Company = Vendor.alias()  # the sub-processor of a change
Earlier = Change.alias()  # what a change takes back

IS_OPEN = Change.decision.is_null()
IS_HIDDEN = Change.is_minor | (Change.cause != "vendor")
SORTS: dict[str, Any] = {
    "detected": Change.id,  # ids grow with time, and every index ends with them
    "deadline": Change.deadline,
    "vendor": fn.LOWER(Vendor.name),
    "owner": fn.LOWER(User.name),
    "severity": None,  # by today's: see _order
    "kind": Change.kind,
    "status": Change.decision,
}


@dataclass(frozen=True)
class Asked:
    """What the address asks the inbox for; nonsense asks for nothing."""

    status: str
    kind: str
    vendor: str
    severity: str
    certainty: str
    owner: str
    text: str
    due: str
    shows_hidden: bool
    sort: str

    @property
    def is_plain(self) -> bool:
        """Whether every open change that is not hidden is asked for."""
        of_change = (self.kind, self.severity, self.certainty, self.text, self.due)
        narrowed = (*of_change, self.vendor, self.owner)
        return self.status == "open" and not any(narrowed) and not self.shows_hidden


@dataclass(frozen=True)
class Summary:
    """The figures of the cards, over all open changes."""

    checked_at: Any
    open: int
    hidden: int
    due_soon: int
    overdue: int
    high: int
    suggested: int
    bad_sources: int
    sources: int
    late_sources: int  # whose turn came over an hour ago: the worker may not be running


def asked() -> Asked:
    """Read the address."""
    given = request.args
    sort = given.get("sort", "-detected")
    return Asked(
        status=_one_of(given.get("status", "open"), STATUSES) or "open",
        kind=_one_of(given.get("kind"), CHANGE_KINDS),
        vendor=given.get("vendor", "").strip()[:200],
        severity=_one_of(given.get("severity"), LEVELS),
        certainty=_one_of(given.get("certainty"), CERTAINTIES),
        owner=_one_of(given.get("owner"), OWNERS),
        text=given.get("q", "").strip()[:200],
        due=_one_of(given.get("due"), ("soon", "past")),
        shows_hidden=given.get("hidden") == "1",
        sort=sort if sort.removeprefix("-") in SORTS else "-detected",
    )


def found(wanted: Asked, summary: Summary, *, me: int) -> Page:
    """The page of changes that is asked for, each with its vendor, sub-processor and owner."""
    rule = _rule(wanted, utcnow().date())
    if wanted.owner:
        rule &= Vendor.owner == me if wanted.owner == "me" else Vendor.owner.is_null()
    query = with_companies().where(rule).order_by(*_order(wanted.sort))
    total = summary.open if wanted.is_plain else None
    if total is None:
        total = Change.select().join(Vendor, on=Change.vendor)
        total = total.join(Company, on=(Change.subprocessor == Company.id)).where(rule).count()
    return paginate(query, total=total)


def with_companies() -> Any:
    """A query of changes with all that a line about one says."""
    return (
        Change.select(
            Change,
            *(Vendor.id, Vendor.slug, Vendor.name, Vendor.owner),
            *(Company.id, Company.slug, Company.name),
            *(User.id, User.name),
            *(Earlier.id, Earlier.detected_at),
        )
        .join(Vendor, on=Change.vendor)
        .join(User, JOIN.LEFT_OUTER, on=Vendor.owner)
        .switch(Change)
        .join(Company, on=(Change.subprocessor == Company.id), attr="subprocessor")
        .switch(Change)
        .join(Earlier, JOIN.LEFT_OUTER, on=(Change.takes_back == Earlier.id), attr="takes_back")
    )


def summarise() -> Summary:
    """Count what is open and what could not be read: one pass over each table."""
    now = utcnow()
    shown, today = ~IS_HIDDEN, now.date()
    of_changes = (
        shown,
        IS_HIDDEN,
        shown & Change.deadline.between(today, today + SOON),
        shown & _past(today),
        shown & (severity_on(today) == rank("high")),
        shown & (Change.certainty == "suggested"),
    )
    is_on = Source.interval != "off"
    of_sources = (
        is_on & Source.bad_since.is_null(False),
        is_on,
        is_on & (Source.next_check_at < now - LATE),
    )
    changes = Change.select(*map(_count, of_changes)).where(IS_OPEN).tuples().get()
    last = fn.MAX(Source.checked_at)
    *sources, checked_at = Source.select(*map(_count, of_sources), last).tuples().get()
    figures = [figure or 0 for figure in (*changes, *sources)]
    return Summary(Source.checked_at.python_value(checked_at), *figures)


def _rule(wanted: Asked, today: date) -> Any:
    """Whether a change is asked for."""
    rule = IS_HIDDEN if wanted.shows_hidden else ~IS_HIDDEN
    return reduce(and_, [*_narrowed(wanted, today)], rule)


def _narrowed(wanted: Asked, today: date) -> Iterator[Any]:
    if wanted.status != "all":
        yield IS_OPEN if wanted.status == "open" else Change.decision == wanted.status
    if wanted.kind:
        yield Change.kind == wanted.kind
    if wanted.certainty:
        yield Change.certainty == wanted.certainty
    if wanted.severity:
        yield severity_on(today) == LEVELS.index(wanted.severity)
    if wanted.vendor:
        yield (Vendor.slug == wanted.vendor) | Vendor.name.contains(wanted.vendor)
    if wanted.due:
        soon = Change.deadline.between(today, today + SOON)
        yield soon if wanted.due == "soon" else _past(today)
    if wanted.text:
        yield _says(wanted.text)


def _says(text: str) -> Any:
    """Whether a change, or a company it names, contains a text."""
    names = (Vendor.name, Company.name, Change.before, Change.after, Change.field)
    columns: tuple[Any, ...] = (*names, Change.quote_before, Change.quote_after)
    return reduce(or_, [column.contains(text) for column in columns])


def _order(sort: str) -> list[Any]:
    name = sort.removeprefix("-")
    column = severity_on(utcnow().date()) if name == "severity" else SORTS[name]
    if column is Change.id:
        return [column.desc() if sort.startswith("-") else column.asc()]
    first = column.desc(nulls="LAST") if sort.startswith("-") else column.asc(nulls="LAST")
    return [first, Change.id.desc()]


def _past(today: date) -> Any:
    return Change.deadline < today


def _count(rule: Any) -> Any:
    return fn.SUM(Case(None, [(rule, 1)], 0))


def _one_of(word: str | None, words: tuple[str, ...]) -> str:
    return word if word in words else ""
