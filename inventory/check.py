"""Look at a source once, top to bottom: fetch, keep, read, compare, record, tell."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from inventory import alert, record
from inventory.database import transaction
from inventory.diff import Difference, compare
from inventory.due import claim, release
from inventory.health import GOOD, doubt, read_whole, went_bad
from inventory.held import Held, fresh, last_look
from inventory.models import Change, Check, Engagement, Reading, Snapshot, Source, Vendor, utcnow
from inventory.pairing import pair_entries
from inventory.record import Sight
from inventory.resolve import resolve
from inventory.snapshots import read_snapshot, reading_value, record_snapshot
from scrapers.entry import Entry
from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.page import Page
from scrapers.read import READER_VERSION

Clock = Callable[[], datetime]


def check_sources(
    sources: Iterable[Source], *, fetcher: Fetcher, clock: Clock = utcnow
) -> Iterator[Check]:
    """Look at each source in turn; those that another worker is looking at are left to it."""
    for source in sources:
        check = check_source(source, fetcher=fetcher, clock=clock)
        if check is not None:
            yield check


def check_source(source: Source, *, fetcher: Fetcher, clock: Clock = utcnow) -> Check | None:
    """Look once and record how it went; None if another worker is looking at it."""
    if not claim(source, clock()):
        return None
    source = fresh(source)
    try:
        return _look(source, fetcher, clock)
    except BaseException:
        release(source)
        raise


def _look(source: Source, fetcher: Fetcher, clock: Clock) -> Check:
    started_at, held = clock(), last_look(source)
    try:
        page = _fetch(source, fetcher, held)
    except FetchError as error:
        return went_bad(source, started_at, "unreachable", str(error), is_passing=error.transient)
    if held and held.settles(page, READER_VERSION):
        return read_whole(source, started_at, "unchanged", held.snapshot_id, held.reading_id)
    snapshot = record_snapshot(source, page) if page else _snapshot_of(held)
    row = read_snapshot(snapshot, source)
    good = _last_good(source)
    if good and _says_the_same(good.reading, row) and not _is_missing_any(source):
        return read_whole(source, started_at, "unchanged", snapshot, row)
    if problem := doubt(source, snapshot, row):
        return went_bad(source, started_at, "unreadable", problem, snapshot=snapshot, row=row)
    with transaction():
        check = read_whole(source, started_at, "unchanged", snapshot, row)
        changes = _record_differences(source, snapshot, row, good, check)
        if good is None or changes:
            check.outcome = "changed" if good else "baseline"
            check.save(only=[Check.outcome])
        alert.queue_alerts(changes, [], now=started_at)
    return check


def _fetch(source: Source, fetcher: Fetcher, held: Held | None) -> Page | None:
    """Fetch the page; None where the server says that it is the one we hold."""
    holds_one = held is not None and held.snapshot_id is not None
    page = fetcher.fetch(
        source.url,
        etag=source.etag if holds_one else None,
        last_modified=source.last_modified if holds_one else None,
        ignore_robots=source.robots_exempted_by_id is not None,
    )
    if page is None:
        if not holds_one:
            raise FetchError(f"{source.url} answered 304 though nothing was held", transient=True)
        return None
    source.etag, source.last_modified = page.etag, page.last_modified
    return page


def _snapshot_of(held: Held | None) -> Snapshot:
    assert held is not None  # else a 304 would have been an error
    return Snapshot.get_by_id(held.snapshot_id)


def _record_differences(
    source: Source, snapshot: Snapshot, row: Reading, good: Check | None, check: Check
) -> list[Change]:
    """Compare what stood with what stands, and write down what differs."""
    reading = reading_value(row)
    record.record_notice(source, reading.notice, check.started_at)
    entries = resolve(entry for entry in reading.entries if entry.status != "former")
    sight = Sight(
        source=source,
        snapshot=snapshot,
        snapshot_before=good.snapshot if good else None,
        check=check,
        confirmed_at=good.started_at if good else None,
        seen_at=check.started_at,
    )
    if good is None:
        for entry, vendor in entries:
            record.open_engagement(sight, entry, vendor, is_news=False)
        return []
    if good.reading.reader_version != READER_VERSION and not _correct(sight, good):
        sight = replace(sight, cause="reader")
    return [change for change in apply(sight, entries) if change.cause == "vendor"]


def _correct(sight: Sight, good: Check) -> bool:
    """Read the page that was confirmed last again, for a better reader may see it otherwise.

    What differs is a correction, not a change. False where the new reader cannot read that page.
    """
    row = read_snapshot(good.snapshot, sight.source)
    if not row.complete:
        return False
    again = replace(sight, cause="reader", snapshot=good.snapshot, seen_at=good.started_at)
    entries = reading_value(row).entries
    apply(again, resolve(entry for entry in entries if entry.status != "former"))
    return True


def apply(sight: Sight, entries: list[tuple[Entry, Vendor]]) -> list[Change]:
    """Bring the engagements of a source to what it now lists; return the changes recorded."""
    held = record.standing(sight.source)
    holders = {id(entry): engagement for engagement, entry in held}
    vendors = {id(entry): vendor for entry, vendor in entries}
    old, new = [entry for _, entry in held], [entry for entry, _ in entries]
    differences = compare(old, new)
    changes = []
    for difference in differences:
        engagement = _apply_one(sight, difference, holders, vendors)
        if engagement is not None:
            changes.append(record.record_change(sight, difference, engagement))
    for before, after in pair_entries(old, new).pairs:
        engagement = holders[id(before)]
        if before != after or engagement.missing_since is not None:
            record.amend(engagement, after, vendors[id(after)])
    return [change for change in changes if change is not None]


def _apply_one(
    sight: Sight,
    difference: Difference,
    holders: dict[int, Engagement],
    vendors: dict[int, Vendor],
) -> Engagement | None:
    """The engagement that a difference is about; None where a removal waits for a second look."""
    if difference.before is None:
        entry = difference.after
        assert entry is not None  # a difference has at least one side
        return record.open_engagement(sight, entry, vendors[id(entry)], is_news=True)
    engagement = holders[id(difference.before)]
    if difference.after is not None:
        return engagement
    if engagement.missing_since is None and sight.cause == "vendor":
        record.miss(engagement, sight)
        return None
    record.close(engagement, sight)
    return engagement


def _last_good(source: Source) -> Check | None:
    good = (Check.source == source) & Check.outcome.in_(GOOD)
    return Check.select().where(good).order_by(Check.started_at.desc(), Check.id.desc()).first()


def _says_the_same(known: Reading, row: Reading) -> bool:
    """Whether this reading can tell nothing that the one confirmed last did not."""
    if known.id == row.id:
        return True
    return bool(
        row.complete
        and (row.reader_version, row.kind) == (known.reader_version, known.kind)
        and (row.entries, row.notice) == (known.entries, known.notice)
    )


def _is_missing_any(source: Source) -> bool:
    missing = Engagement.missing_since.is_null(False) & Engagement.closed_at.is_null()
    return Engagement.select().where(Engagement.source == source, missing).exists()
