"""What people decide: on changes, on suggested engagements, on owners, and on what we send."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from peewee import fn

from inventory.assess import assess_again
from inventory.database import transaction
from inventory.models import (
    DECISIONS,
    AuditEvent,
    Change,
    DataCategory,
    Engagement,
    Review,
    SentData,
    User,
    Vendor,
    utcnow,
)

LONGEST_NOTE = 4_000
SLIP = timedelta(minutes=10)  # how long a decision is offered to be taken back in the inbox


class ReviewError(Exception):
    """What was decided cannot be recorded; the message says why, in one sentence."""


def decide(change: Change, user: User, *, decision: str | None, note: str = "") -> Review:
    """Record a person's decision on a change; None reopens it. Earlier decisions stay in its
    history."""
    _check(decision, note)
    with transaction():
        review: Review = Review.create(
            change=change, user=user, decision=decision, note=note.strip()
        )
        Change.update(decision=decision).where(Change.id == change.id).execute()
        _audit(user, f"change {decision or 'reopened'}", f"change {change.id}", note.strip())
    change.decision = decision
    return review


def decide_many(ids: Iterable[int], user: User, *, decision: str | None, note: str = "") -> int:
    """Record one decision on many changes at once; return how many it altered. Those decided so
    already are left alone."""
    _check(decision, note)
    decided = Change.decision.is_null(False)
    differs = decided if decision is None else ~decided | (Change.decision != decision)
    with transaction():
        query = Change.select(Change.id).where(Change.id.in_(sorted(set(ids))), differs)
        found = [row_id for (row_id,) in query.tuples()]
        if not found:
            return 0
        Change.update(decision=decision).where(Change.id.in_(found)).execute()
        now = utcnow()
        Review.insert_many(
            {
                "change": row_id,
                "user": user,
                "decision": decision,
                "note": note.strip(),
                "decided_at": now,
            }
            for row_id in found
        ).execute()
        subject = f"changes {', '.join(map(str, found))}"
        _audit(user, f"changes {decision or 'reopened'}", subject, note.strip())
    return len(found)


def take_back(ids: Iterable[int], user: User) -> int:
    """Take back the last decision on each of these changes, so that the one before it holds again;
    return how many that was. Both stay in the history; what was taken back is not again."""
    with transaction():
        found = [row for row in _latest(ids) if row.takes_back is None]
        for row in found:
            earlier = Review.select(Review.decision).where(
                Review.change == row.change_id, Review.id < row.id
            )
            before = earlier.order_by(Review.id.desc()).limit(1).scalar()
            Review.create(change=row.change_id, user=user, decision=before, takes_back=row.id)
            Change.alter(row.change_id, decision=before)
        if found:
            _audit(user, "decision taken back", f"changes {_listed(found)}")
    return len(found)


def just_decided(user: User, now: datetime) -> list[Review]:
    """What this person decided last, if it was a moment ago and stands: they may have slipped."""
    mine = Review.select().where(Review.user == user, Review.decided_at > now - SLIP)
    last = mine.order_by(Review.id.desc()).first()
    if last is None or last.takes_back is not None:
        return []
    same = mine.where(Review.decided_at == last.decided_at)
    latest = {row.id for row in _latest(row.change_id for row in same)}
    return [row for row in same.order_by(Review.id) if row.id in latest]


def _latest(ids: Iterable[int]) -> list[Review]:
    """The last review of each of these changes that has any."""
    last = Review.select(fn.MAX(Review.id)).where(Review.change.in_(sorted(set(ids))))
    return list(Review.select().where(Review.id.in_(last.group_by(Review.change))))


def _listed(reviews: Iterable[Review]) -> str:
    return ", ".join(str(row.change_id) for row in reviews)


def confirm(engagement: Engagement, user: User) -> None:
    """Say that a suggested engagement is one. A rejection of the same company in the same source
    is taken back."""
    with transaction():
        Engagement.update(rejected_by=None).where(_same_company(engagement)).execute()
        Engagement.update(confirmed_by=user).where(Engagement.id == engagement.id).execute()
        _audit(user, "engagement confirmed", *_named(engagement))


def reject(engagement: Engagement, user: User) -> None:
    """Say that a suggested engagement is none. The source may print it again: it stays
    rejected. Its open changes are dismissed."""
    with transaction():
        Engagement.update(confirmed_by=None, rejected_by=user).where(
            Engagement.id == engagement.id
        ).execute()
        _audit(user, "engagement rejected", *_named(engagement))
        open_ones = Change.select(Change.id).where(
            Change.engagement == engagement, Change.decision.is_null()
        )
        ids = [row_id for (row_id,) in open_ones.tuples()]
        decide_many(ids, user, decision="dismissed", note="The engagement was rejected.")


def set_owner(vendor: Vendor, owner: User | None, *, user: User) -> None:
    """Say who looks after a vendor, or that nobody does."""
    with transaction():
        Vendor.update(owner=owner).where(Vendor.id == vendor.id).execute()
        _audit(user, "owner set", _text(vendor.name), _text(owner.name) if owner else "nobody")


def set_ours(vendor: Vendor, is_ours: bool, user: User) -> None:
    """Say whether we use a vendor. What is known of it stays either way."""
    with transaction():
        Vendor.update(is_ours=is_ours).where(Vendor.id == vendor.id).execute()
        _audit(user, "vendor is ours" if is_ours else "vendor is not ours", _text(vendor.name))


def set_sent_data(vendor: Vendor, keys: Sequence[str], user: User) -> None:
    """Say which categories of data we send to a vendor: these and no others."""
    wanted = set(keys)
    rows = DataCategory.select(DataCategory.key, DataCategory.id)
    ids = {key: row_id for key, row_id in rows.tuples()}
    if unknown := sorted(wanted - ids.keys()):
        raise ReviewError(
            f"there is no category of data {unknown[0][:80]!r}; reload and choose again"
        )
    with transaction():
        sent = SentData.select(DataCategory.key).join(DataCategory).where(SentData.vendor == vendor)
        known = {key for (key,) in sent.tuples()}
        gone, come = known - wanted, wanted - known
        if not gone and not come:
            return
        SentData.delete().where(
            SentData.vendor == vendor, SentData.category.in_([ids[key] for key in gone])
        ).execute()
        for key in sorted(come):
            SentData.create(vendor=vendor, category=ids[key], set_by=user)
        assess_again(vendor)
        detail = [f"+{key}" for key in sorted(come)] + [f"-{key}" for key in sorted(gone)]
        _audit(user, "sent data set", _text(vendor.name), " ".join(detail))


def _check(decision: str | None, note: str) -> None:
    if decision is not None and decision not in DECISIONS:
        raise ReviewError(f"a decision is {', '.join(DECISIONS)}, not {decision[:80]!r}")
    if len(note) > LONGEST_NOTE:
        raise ReviewError(f"the note has {len(note):,} characters; {LONGEST_NOTE:,} are allowed")


def _same_company(engagement: Engagement) -> object:
    return (Engagement.source == engagement.source_id) & (
        Engagement.subprocessor == engagement.subprocessor_id
    )


def _named(engagement: Engagement) -> tuple[str, str]:
    """The engagement's company, and the vendor that may or may not engage it."""
    return _text(engagement.subprocessor.name), f"as a recipient of {engagement.vendor.name}"


def _text(value: object) -> str:
    return str(value)


def _audit(user: User, action: str, subject: str, detail: str = "") -> None:
    AuditEvent.create(user=user, action=action, subject=subject, detail=detail or None)
