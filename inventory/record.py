"""Write history. Nothing else does: engagements are opened, amended and closed here, changes are
born here."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from inventory.assess import assessed
from inventory.corrections.words import record_data
from inventory.database import Prepared
from inventory.diff import Difference
from inventory.models import (
    Change,
    Check,
    Engagement,
    EngagementData,
    Snapshot,
    Source,
    User,
    Vendor,
)
from inventory.notice.terms import NO_DEADLINE, deadline_columns
from scrapers.entry import Entry
from scrapers.wire import entry_from_json, entry_to_json

Listed = list[tuple[Engagement, Entry]]  # what a source publishes, each with its entry


@dataclass(frozen=True)
class Sight:
    """What was seen when: the look that a history entry comes from."""

    source: Source
    snapshot: Snapshot | int | None
    snapshot_before: Snapshot | int | None
    check: Check | None
    confirmed_at: datetime | None  # the complete reading before this one
    seen_at: datetime
    cause: str = "vendor"
    updated_on: date | None = None  # the date that the page itself prints
    recorded_at: datetime | None = None  # where that was later than it was seen
    corrected_by: User | None = None  # where the cause is a person

    @cached_property
    def vendor(self) -> Vendor:
        """Whose source it is."""
        return Vendor.get_by_id(self.source.vendor_id)


def standing(source: Source) -> Listed:
    """What a source published when it was last read whole, each with its entry as listed.

    The entry carries the name that its company has in the register now.
    """
    return [
        (row, entry_from_json({**row.entry, "vendor": row.known_as}))
        for row in _standing.rows(Engagement, source.id)
    ]


_standing = Prepared(
    lambda slot: (
        Engagement.select(Engagement, Vendor.name.alias("known_as"))
        .join(Vendor, on=Engagement.subprocessor)
        .where(Engagement.source == slot, Engagement.closed_at.is_null())
        .order_by(Engagement.id)
    )
)


def open_engagement(sight: Sight, entry: Entry, vendor: Vendor, *, is_news: bool) -> Engagement:
    """Begin an engagement; its `not_before` is empty where the entry stood in the first reading."""
    engagement = Engagement.create(
        vendor=sight.source.vendor_id,
        subprocessor=vendor,
        source=sight.source,
        not_before=sight.confirmed_at if is_news else None,
        first_seen_at=sight.seen_at,
        last_seen_at=sight.seen_at,
        rejected_by=_rejected_before(sight.source, vendor),
        **_published(entry),
    )
    record_data(engagement, entry)
    return engagement


def amend(engagement: Engagement, entry: Entry, vendor: Vendor) -> None:
    """Bring an engagement to what its source now publishes; the change that says so keeps what
    stood before."""
    Engagement.alter(engagement.id, subprocessor=vendor, missing_since=None, **_published(entry))
    if entry.data != entry_from_json(engagement.entry).data:
        EngagementData.delete().where(EngagementData.engagement == engagement).execute()
        record_data(engagement, entry)


def miss(engagement: Engagement, sight: Sight) -> None:
    """Note the first complete reading that lacks an engagement. It counts as removed after the
    second."""
    Engagement.alter(engagement.id, missing_since=sight.seen_at, last_seen_at=sight.confirmed_at)


def close(engagement: Engagement, sight: Sight) -> None:
    """End an engagement. The row stays."""
    closing: dict[str, Any] = {"closed_at": sight.seen_at}
    if engagement.missing_since is None:
        closing.update(missing_since=sight.seen_at, last_seen_at=sight.confirmed_at)
    Engagement.alter(engagement.id, **closing)


def record_change(
    sight: Sight, difference: Difference, engagement: Engagement, company: Vendor | None = None
) -> Change | None:
    """Store a difference as a change of `company`, if the engagement is another's from now on;
    None where a person rejected the engagement, for then it is nobody's news."""
    if engagement.rejected_by_id is not None:
        return None
    engagement.vendor = sight.vendor  # known: to ask for it again at each change would be dear
    not_before, not_after = sight.confirmed_at, sight.seen_at
    if difference.kind == "removed" and engagement.missing_since is not None:
        not_before, not_after = engagement.last_seen_at, engagement.missing_since
    is_news = sight.cause == "vendor" and not difference.is_minor
    return Change.create(
        source=sight.source,
        check_row=sight.check,
        vendor=sight.source.vendor_id,
        subprocessor=company or engagement.subprocessor_id,
        engagement=engagement,
        kind=difference.kind,
        field=difference.field,
        cause=sight.cause,
        corrected_by=sight.corrected_by,
        is_minor=difference.is_minor,
        certainty=engagement.certainty,
        not_before=not_before,
        not_after=not_after,
        detected_at=sight.recorded_at or sight.seen_at,
        **_proof(sight, difference),
        **_dates(sight, difference, not_before),
        **assessed(difference, engagement, day=sight.seen_at.date(), is_news=is_news),
    )


def _proof(sight: Sight, difference: Difference) -> dict[str, Any]:
    """The columns of a change that say what stood and stands there, and where that is printed."""
    before, after = difference.before, difference.after
    return {
        "before": difference.before_text,
        "after": difference.after_text,
        "quote_before": before.quote if before else None,
        "quote_after": after.quote if after else None,
        "snapshot_before": sight.snapshot_before,
        "snapshot_after": sight.snapshot,
    }


def _dates(sight: Sight, difference: Difference, not_before: datetime | None) -> dict[str, Any]:
    """The columns of a change that say what the vendor says of when, and until when one may
    object."""
    says = difference.after or difference.before
    assert says is not None  # a difference has at least one side
    deadline = NO_DEADLINE
    if difference.kind == "added" and sight.cause == "vendor":
        deadline = deadline_columns(
            sight.source.vendor_id,
            not_before=not_before,
            detected_at=sight.seen_at,
            effective_on=says.effective_on,
        )
    return {
        "effective_on": says.effective_on,
        "is_announced": says.status == "announced",
        "page_updated_on": sight.updated_on,
        **deadline,
    }


def _published(entry: Entry) -> dict[str, Any]:
    """The columns of an engagement that repeat what its entry says."""
    return {
        "entity": entry.entity,
        "role": entry.role,
        "condition": entry.condition,
        "status": entry.status,
        "certainty": entry.certainty,
        "purpose": entry.purpose,
        "countries": list(entry.countries),
        "section": entry.section,
        "quote": entry.quote,
        "entry": entry_to_json(entry),
        "since": entry.effective_on if entry.status != "former" else None,
        "until": entry.effective_on if entry.status == "former" else None,
    }


def _rejected_before(source: Source, vendor: Vendor) -> int | None:
    """Who once rejected this company as a recipient in this source: a rejection is remembered."""
    rows = _rejected.tuples(source.id, vendor.id)
    return rows[0][0] if rows else None


_rejected = Prepared(
    lambda slot: Engagement.select(Engagement.rejected_by).where(
        Engagement.source == slot,
        Engagement.subprocessor == slot,
        Engagement.rejected_by.is_null(False),
    )
)
