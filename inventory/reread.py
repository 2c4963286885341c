"""Read stored pages again with the present reader, and say what it sees otherwise."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from inventory.apply import correct
from inventory.check import check_source
from inventory.corrections.replay import Said
from inventory.database import transaction
from inventory.health import GOOD, last_confirmed
from inventory.models import (
    AuditEvent,
    Change,
    Check,
    Correction,
    Engagement,
    Snapshot,
    Source,
    Vendor,
)
from inventory.snapshots import PRESENT, Reader, addresses, leave_address, page_of
from scrapers.meanings import Meaning
from scrapers.page import Page
from scrapers.reading import Reading

Meanings = tuple[Meaning, ...]
Fact = tuple[Any, ...]
SENTENCES = {
    "correction": "is corrected",
    "new": "would be told, and was not",
    "gone": "was told, and would not be",
    "listed": "would be listed, and is not",
    "unlisted": "is listed, and would not be",
}


@dataclass(frozen=True)
class Deviation:
    """One thing that the present reader sees otherwise. `what` is a key of SENTENCES."""

    what: str
    subprocessor: str
    kind: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    not_after: datetime | None = None


def reread(
    source: Source, *, now: datetime, is_dry: bool = False, reader: Reader = PRESENT
) -> list[Deviation]:
    """Read the page that was confirmed last again, where an older reader did, and record what
    differs as corrections: nobody is told. A dry run records nothing."""
    good = last_confirmed(source)
    if good is None:
        return []
    with transaction() as running:
        known = Change.select(Change.id).order_by(Change.id.desc()).limit(1).scalar() or 0
        correct(source, good, reader=reader, now=now)
        new = Change.select().where(Change.id > known).order_by(Change.id)
        found = [Deviation("correction", *_fact(change)) for change in new]
        if is_dry:
            running.rollback()
    return found


def rebuild(source: Source, *, reader: Reader = PRESENT) -> list[Deviation]:
    """Derive a source's history from its snapshots and the times of its checks alone, and say where
    it deviates from what is recorded. Leaves no trace.

    Corrections are no part of a history that one reader derives.
    """
    reader = Reader(reader.version, _read_before(source, reader))  # outside of the transaction
    with transaction() as running:
        shadow = _shadow(source)
        _look_again(source, shadow, reader)
        told, listed = _told(shadow), _listed(shadow)
        running.rollback()
    rejected = _rejected(source)
    told = Counter({fact: count for fact, count in told.items() if fact[0] not in rejected})
    return [
        *_surplus("new", told, _told(source)),
        *_surplus("gone", _told(source), told),
        *_surplus("listed", listed, _listed(source)),
        *_surplus("unlisted", _listed(source), listed),
    ]


def _read_before(source: Source, reader: Reader) -> Callable[..., Reading]:
    """Read every snapshot once for all that people ever said of its titles; what comes back knows
    the readings by the pages' bytes."""
    snapshots = Snapshot.select().where(Snapshot.source == source)
    readings = {}
    for row in snapshots.iterator():
        for meanings in _ever_told(source):
            page = page_of(row, source)
            found = reader.read(page, meanings) if meanings else reader.read(page)
            readings[row.sha256, meanings] = found
    return lambda page, meanings=(): readings[hashlib.sha256(page.content).hexdigest(), meanings]


def _ever_told(source: Source) -> set[Meanings]:
    """The meanings of titles that were in force together at any time, none included."""
    rows = list(_corrections(source).where(Correction.about == "title"))
    moments = {moment for row in rows for moment in (row.set_at, row.withdrawn_at) if moment}
    return {(), *(_told_at(rows, moment) for moment in moments)}


def _told_at(rows: Sequence[Correction], moment: datetime) -> Meanings:
    return tuple(
        Meaning(row.name, row.value)
        for row in rows
        if row.set_at <= moment and (row.withdrawn_at is None or row.withdrawn_at > moment)
    )


def _corrections(source: Source) -> Any:
    return Correction.select().where(Correction.source == source).order_by(Correction.id)


def _shadow(source: Source) -> Source:
    """A source of the same vendor that has not been looked at yet."""
    url = f"{source.url}#rebuilt"
    return Source.create(
        vendor=source.vendor_id, url=url, kind=source.kind, interval=source.interval
    )


def _look_again(source: Source, shadow: Source, reader: Reader) -> None:
    """Repeat every look that saw a page, at the time when it was had, and say again what people
    said in between."""
    saw = Check.select(Check, Snapshot).join(Snapshot).where(Check.source == source)
    accepted, before = _accepted(source), source.url
    said = Said(source, shadow, reader)
    for check in list(saw.order_by(Check.started_at, Check.id)):
        said.until(check.started_at)
        here = check.snapshot.asked_url or source.url
        if here != before:
            leave_address(shadow, before)
        before = here
        sha256, moment = check.snapshot.sha256, check.started_at
        is_accepted = check.outcome in GOOD and sha256[:16] in accepted
        shadow.trusted_sha256 = sha256 if is_accepted else None
        shadow.save(only=[Source.trusted_sha256])
        page = page_of(check.snapshot, source)
        check_source(shadow, fetcher=_Stored(page), clock=partial(_same, moment), reader=reader)
    said.until(None)


def _same(moment: datetime) -> datetime:
    return moment


@dataclass(frozen=True)
class _Stored:
    """A fetcher that has one page."""

    page: Page

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        ignore_robots: bool = False,
    ) -> Page:
        return self.page


def _accepted(source: Source) -> set[str]:
    """The beginnings of the hashes of pages that people found whole."""
    events = AuditEvent.select(AuditEvent.detail).where(
        AuditEvent.action == "page accepted", AuditEvent.subject.in_(addresses(source))
    )
    hashes = {(detail or "").removeprefix("SHA-256 ")[:16] for (detail,) in events.tuples()}
    return hashes | {(source.trusted_sha256 or "-")[:16]}


def _told(source: Source) -> Counter[Fact]:
    """The changes of a source, its corrections left out."""
    rows = (
        Change.select(Change, Vendor)
        .join(Vendor, on=Change.subprocessor)
        .where(Change.source == source, Change.cause == "vendor")
    )
    return Counter(_fact(row) for row in rows.order_by(Change.id))


def _fact(change: Change) -> Fact:
    name = change.subprocessor.name
    return name, change.kind, change.field, change.before, change.after, change.not_after


def _listed(source: Source) -> Counter[Fact]:
    """The companies that a source lists now, those that a person rejected included."""
    rows = Engagement.select(Vendor.name).join(Vendor, on=Engagement.subprocessor)
    open_ones = rows.where(Engagement.source == source, Engagement.closed_at.is_null())
    return Counter(open_ones.tuples())


def _rejected(source: Source) -> set[str]:
    """The companies that a person rejected: what becomes of them is nobody's news."""
    rows = Engagement.select(Vendor.name).join(Vendor, on=Engagement.subprocessor)
    where = (Engagement.source == source) & Engagement.rejected_by.is_null(False)
    return {name for (name,) in rows.where(where).tuples()}


def _surplus(what: str, these: Counter[Fact], those: Counter[Fact]) -> Iterator[Deviation]:
    for fact in (these - those).elements():
        yield Deviation(what, *fact)
