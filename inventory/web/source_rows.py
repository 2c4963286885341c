"""What the screens of sources show, fetched in as few queries as there are kinds of row."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import request
from peewee import JOIN, Case, fn

from inventory.intake.address import RegisterError, clean_url
from inventory.models import (
    SOURCE_KINDS,
    AuditEvent,
    Change,
    Check,
    NoticeTerm,
    Reading,
    Snapshot,
    Source,
    User,
    Vendor,
)
from inventory.snapshots import addresses
from inventory.telling.wording import describe
from inventory.web.security import settings

SHORT = 10
IS_ON = Source.interval != "off"
HEALTH = {
    "ok": IS_ON & Source.bad_since.is_null() & Source.confirmed_at.is_null(False),
    "bad": IS_ON & Source.bad_since.is_null(False),
    "new": IS_ON & Source.checked_at.is_null(),
    "off": Source.interval == "off",
}


def wanted() -> Any:
    """What the filters ask for; everything where they ask for nothing known."""
    found = HEALTH.get(request.args.get("health", ""), Source.id.is_null(False))
    if (kind := request.args.get("kind")) in SOURCE_KINDS:
        found &= Source.kind == kind
    if text := request.args.get("q", "").strip()[:200]:
        found &= Vendor.name.contains(text) | Source.url.contains(text)
    return found


def counts() -> dict[str, int]:
    ones = [fn.SUM(Case(None, [(rule, 1)], 0)).alias(name) for name, rule in HEALTH.items()]
    row = Source.select(fn.COUNT(Source.id).alias("all"), *ones).dicts().get()
    return {name: count or 0 for name, count in row.items()}


@dataclass(frozen=True)
class NewHome:
    """Where a page says that its list went: hostile words until somebody has looked.

    `url` is set where it can be watched, `watched` where it is, `fault` says why it cannot be.
    """

    printed: str
    url: str | None = None
    watched: Source | None = None
    fault: str | None = None


def new_home(check: Check | None) -> NewHome | None:
    """The address to which the page of the last check points for its list, if it lost it."""
    if check is None or not check.moved_to:
        return None
    printed: str = check.moved_to
    try:
        url = clean_url(printed, allow_private=settings().allow_private)
    except RegisterError as error:
        return NewHome(printed, fault=str(error))
    if url == check.source.url:
        return None
    return NewHome(printed, url, Source.get_or_none(Source.url == url))


def snapshots_of(source: Source) -> list[Snapshot]:
    """The newest snapshots, without their bytes."""
    columns = [field for name, field in Snapshot._meta.fields.items() if name != "content"]
    query = Snapshot.select(*columns).where(Snapshot.source == source)
    return list(query.order_by(Snapshot.fetched_at.desc(), Snapshot.id.desc()).limit(SHORT))


def readings_of(source: Source) -> Any:
    query = Reading.select().join(Snapshot).where(Snapshot.source == source)
    return query.order_by(Reading.read_at.desc(), Reading.id.desc())


def latest_reading(checks: Any) -> Reading | None:
    """The reading that the newest of these checks came to, which may be an old one of a page that
    came back."""
    check = checks.where(Check.reading.is_null(False)).first()
    return check.reading if check else None


def changes_by_check(checks: Iterable[Check]) -> dict[int, list[tuple[Change, str]]]:
    """What was recorded at each of these looks, in words."""
    company = Vendor.alias()
    query = (
        Change.select(Change, Vendor, company)
        .join(Vendor, on=Change.vendor)
        .join_from(Change, company, on=Change.subprocessor)
        .where(Change.check_row.in_([check.id for check in checks]))
        .order_by(Change.id)
    )
    found = defaultdict(list)
    for change in query:
        found[change.check_id].append((change, describe(change)))
    return found


def open_terms(source: Source) -> Any:
    return (NoticeTerm.source == source) & NoticeTerm.closed_at.is_null()


def events_of(source: Source) -> list[AuditEvent]:
    query = AuditEvent.select(AuditEvent, User).join(User, JOIN.LEFT_OUTER)
    return list(
        query.where(AuditEvent.subject.in_(addresses(source)))
        .order_by(AuditEvent.id.desc())
        .limit(SHORT)
    )
