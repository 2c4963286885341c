"""Find what the page of a change shows beside it: who else is concerned, what data, what came
before and after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from inventory.models import (
    Change,
    DataCategory,
    Engagement,
    EngagementData,
    NoticeTerm,
    Review,
    SentData,
    Snapshot,
    Source,
    User,
    Vendor,
)
from inventory.web.filters import differing
from inventory.web.inbox_rows import with_companies

NEIGHBOURS = 3
MOST_USERS = 50
MOMENTS = (Snapshot.id, Snapshot.fetched_at, Snapshot.sha256)  # a snapshot without its bytes


@dataclass(frozen=True)
class Sides:
    """A text before and after, cut into pieces `(words, differs)`; None where there is no text."""

    before: list[Any] | None
    after: list[Any] | None


def sides(before: str | None, after: str | None) -> Sides:
    """Set two texts side by side; where one is missing nothing is marked in the other."""
    if before is None or after is None:
        return Sides(_whole(before), _whole(after))
    return Sides(*differing(before, after))


def change_with_all(change_id: int) -> Change | None:
    """A change with its vendor, sub-processor and source."""
    found: Change | None = with_companies().where(Change.id == change_id).first()
    if found is None:
        return None
    found.source = Source.get_by_id(found.source_id)
    found.engagement = Engagement.get_by_id(found.engagement_id)
    return found


def taken_back_by(ids: Iterable[int]) -> dict[int, Change]:
    """For each of these changes that was taken back, the first change that did so."""
    query = Change.select(Change.id, Change.takes_back, Change.detected_at)
    latest_first = query.where(Change.takes_back.in_(list(ids))).order_by(Change.id.desc())
    return {later.takes_back_id: later for later in latest_first}


def snapshots(change: Change) -> dict[str, Snapshot | None]:
    """The stored pages of both sides, without their bytes."""
    ids = {"before": change.snapshot_before_id, "after": change.snapshot_after_id}
    rows = Snapshot.select(*MOMENTS).where(Snapshot.id.in_([one for one in ids.values() if one]))
    known = {row.id: row for row in rows}
    return {side: known.get(row_id) for side, row_id in ids.items()}


def clause(change: Change) -> NoticeTerm | None:
    """The clause that sets the deadline, with the source that prints it."""
    query = NoticeTerm.select(NoticeTerm, Source).join(Source)
    found: NoticeTerm | None = query.where(NoticeTerm.id == change.notice_term_id).first()
    return found


def other_users(change: Change) -> list[Engagement]:
    """The other vendors of ours that engage this sub-processor now, a line each."""
    query = (
        Engagement.select(Engagement, Vendor)
        .join(Vendor, on=Engagement.vendor)
        .where(
            Engagement.subprocessor == change.subprocessor_id,
            Engagement.vendor != change.vendor_id,
            Engagement.closed_at.is_null(),
            Engagement.rejected_by.is_null(),
            Vendor.is_ours,
        )
        .order_by(Vendor.name)
        .limit(MOST_USERS)
    )
    return list({row.vendor_id: row for row in query}.values())


def published_data(engagement_id: int) -> dict[str, list[DataCategory]]:
    """The words that a source prints for the data of an engagement, with the categories that we
    read them as."""
    query = (
        EngagementData.select(EngagementData, DataCategory)
        .join(DataCategory, JOIN.LEFT_OUTER)
        .where(EngagementData.engagement == engagement_id)
        .order_by(EngagementData.id)
    )
    found: dict[str, list[DataCategory]] = {}
    for row in query:
        categories = found.setdefault(str(row.printed), [])
        if row.category:
            categories.append(row.category)
    return found


def sent_data(vendor_id: int) -> list[DataCategory]:
    """What we send to a vendor, as people set it."""
    query = DataCategory.select().join(SentData).where(SentData.vendor == vendor_id)
    return list(query.order_by(DataCategory.key))


def at_stake(
    sent: Sequence[DataCategory], published: Mapping[str, Sequence[DataCategory]]
) -> set[str]:
    """The keys of what we send that is published as passed on: the same category, one above it or
    one below it."""
    passed = {f"{one.key}." for categories in published.values() for one in categories}
    ours = {f"{one.key}.": one.key for one in sent}
    return {
        key
        for dotted, key in ours.items()
        if any(dotted.startswith(one) or one.startswith(dotted) for one in passed)
    }


def reviews(change: Change) -> list[Review]:
    """What people decided on a change, latest first."""
    query = Review.select(Review, User).join(User, JOIN.LEFT_OUTER)
    return list(query.where(Review.change == change).order_by(Review.id.desc()))


def neighbours(change: Change) -> list[Change]:
    """The vendor's changes just before and after, newest first, this one among them."""
    same = with_companies().where(Change.vendor == change.vendor_id)
    later = same.where(Change.id > change.id).order_by(Change.id.asc()).limit(NEIGHBOURS)
    earlier = same.where(Change.id <= change.id).order_by(Change.id.desc()).limit(NEIGHBOURS + 1)
    return [*reversed(list(later)), *earlier]


def next_open(change: Change) -> int | None:
    """The id of the next older change that waits for a decision."""
    query = Change.select(Change.id).where(
        Change.decision.is_null(),
        Change.id < change.id,
        ~Change.is_minor,
        Change.cause == "vendor",
    )
    row = query.order_by(Change.id.desc()).tuples().first()
    return row[0] if row else None


def _whole(text: str | None) -> list[Any] | None:
    return None if text is None else [(text, False)]
