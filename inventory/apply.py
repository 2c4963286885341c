"""Bring the register to what a source now lists: what differs becomes changes."""

from collections.abc import Iterable
from datetime import datetime

from inventory import record
from inventory.compare.pairing import Pairing, pair_entries
from inventory.corrections.told import keep_seen, righted, told_of
from inventory.database import transaction
from inventory.diff import Difference, differences
from inventory.models import Change, Check, Engagement, Reading, Source, User, Vendor
from inventory.notice.clauses import record_notice
from inventory.record import Listed, Sight
from inventory.resolve import resolve
from inventory.snapshots import Reader, read_snapshot, reading_value
from scrapers.entry import Entry
from scrapers.reading import Reading as Value


def apply(
    sight: Sight, reading: Value, listed: Listed, *, translated: bool = False
) -> list[Change]:
    """Open, amend and close the engagements that a source had `listed` as a reading asks; return
    the changes.

    A removal waits for a second look, except where a better reader corrects the first.
    """
    resolved = resolve(_listed(reading.entries))
    lists = _Lists(sight, listed, resolved)
    pairing = pair_entries(lists.old, lists.new)
    changes = [lists.record(one) for one in differences(pairing, translated=translated)]
    lists.amend(pairing)
    return [change for change in changes if change is not None]


def open_all(sight: Sight, reading: Value) -> None:
    """Open an engagement for everything that a source lists at the first look: no news."""
    for entry, vendor in resolve(_listed(reading.entries)):
        record.open_engagement(sight, entry, vendor, is_news=False)


def start_anew(sight: Sight, reading: Value, listed: Listed) -> None:
    """Take a page that holds a list where it held none for a first look: what prose named is
    closed, what the list names is opened, and nobody is told."""
    for engagement, _ in listed:
        record.close(engagement, sight)
    open_all(sight, reading)


def correct(source: Source, good: Check, *, reader: Reader, now: datetime) -> str:
    """Read the page that was confirmed last again where a better reader may see it otherwise.

    What differs is a correction: it is recorded, and nobody is told. Returns the cause of what the
    page says otherwise now: `reader` where the new reader cannot read that old page.
    """
    told = told_of(source)
    if (good.reading.reader_version, good.reading.meanings) == (reader.version, told.key):
        return "vendor"
    row = read_snapshot(good.snapshot, source, reader, told.meanings)
    if not row.complete or row.kind == "none":
        return "reader"
    with transaction():
        if told_of(source) == told:  # else a person was faster, and this was done with it
            record_notice(source, reading_value(row).notice, now, is_news=False)
            apply_again(source, good, row, now=now, cause="reader")
    return "vendor"


def apply_again(
    source: Source,
    good: Check,
    row: Reading,
    *,
    now: datetime,
    cause: str,
    user: User | None = None,
) -> list[Change]:
    """Bring the register to what is read now from the page that was confirmed last. What differs
    is no act of the vendor: nobody is told."""
    told = told_of(source)
    found = righted(row, source, told)
    sight = Sight(
        source=source,
        snapshot=good.snapshot,
        snapshot_before=good.snapshot_id,
        check=good,
        confirmed_at=good.started_at,
        seen_at=good.started_at,
        cause=cause,
        updated_on=row.last_updated,
        recorded_at=now,
        corrected_by=user,
    )
    changes = apply(sight, found.reading, record.standing(source))
    keep_seen(told, found, now)
    return changes


def _listed(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.status != "former"]


class _Lists:
    """What stood and what stands now, with the rows that each entry belongs to."""

    def __init__(self, sight: Sight, listed: Listed, resolved: list[tuple[Entry, Vendor]]) -> None:
        self.sight = sight
        self.old = [entry for _, entry in listed]
        self.new = [entry for entry, _ in resolved]
        self._holders = {id(entry): engagement for engagement, entry in listed}
        self._vendors = {id(entry): vendor for entry, vendor in resolved}

    def record(self, difference: Difference) -> Change | None:
        """Write down a difference; None where nobody is to be told, or not yet."""
        engagement = self._engagement(difference)
        company = self._vendors.get(id(difference.after))
        return engagement and record.record_change(self.sight, difference, engagement, company)

    def amend(self, pairing: Pairing) -> None:
        """Keep each entry that is still listed as it is printed now."""
        for before, after in pairing.pairs:
            engagement = self._holders[id(before)]
            if before != after or engagement.missing_since is not None:
                record.amend(engagement, after, self._vendors[id(after)])

    def _engagement(self, difference: Difference) -> Engagement | None:
        """The engagement that a difference is about; None where a removal waits."""
        sight, before, after = self.sight, difference.before, difference.after
        is_news = sight.cause == "vendor"
        if before is None:
            assert after is not None  # a difference has at least one side
            vendor = self._vendors[id(after)]
            return record.open_engagement(sight, after, vendor, is_news=is_news)
        engagement = self._holders[id(before)]
        if after is not None:
            return engagement
        is_missing = engagement.missing_since is not None
        if is_news and not is_missing:
            record.miss(engagement, sight)
        if is_news != is_missing:
            return None  # the page that shows it removed for a second time is one yet to come
        record.close(engagement, sight)
        return engagement
