"""Back and forth: what is left and restored within days is one story, told once it has settled."""

from datetime import datetime, timedelta
from itertools import groupby

from peewee import fn

from inventory.database import Prepared
from inventory.due import PERIODS
from inventory.health import GOOD
from inventory.models import Change, Check, Delivery, Reading, Source

TURNS = 3  # times that a page shows the same in turn with something else: it has variants then
REMARK = (
    "The page is served in variants that take turns: what this one says otherwise is recorded "
    "once it has stayed."
)


def window(source: Source) -> timedelta:
    """How soon what is restored must follow to belong to one story."""
    return max(timedelta(days=14), 2 * TURNS * _period(source))


def settling(source: Source) -> timedelta:
    """How long a state must stand before its return is news."""
    return max(timedelta(days=3), 2 * _period(source))


def _period(source: Source) -> timedelta:
    return PERIODS.get(source.interval, PERIODS["daily"])


def is_variant(source: Source, row: Reading, *, held: Reading, now: datetime) -> bool:
    """Whether a reading is one of several that a page shows in turn, so that it is no change yet.

    `held` is the one that the register holds. Both must have been shown several times, and this
    one must not have stayed since.
    """
    if _returns(source) < TURNS:
        return False
    runs = _runs(source, now - window(source))
    if not runs:
        return False
    seen = {one for one, _ in runs}
    alike, as_held = _alike(seen, row), _alike(seen, held)
    is_staying = runs[0][0] in alike
    if is_staying and runs[0][1] <= now - settling(source):
        return False
    before = [one for one, _ in (runs[1:] if is_staying else runs)]
    shown = sum(1 for one in before if one in alike)
    turns = sum(1 for one in before if one in as_held)
    return shown >= TURNS and turns >= TURNS


def tie(changes: list[Change]) -> None:
    """Note which change each new one takes back, if one of the last days."""
    if changes:
        companies = {one for (one,) in _known.tuples(changes[0].source_id, changes[0].id)}
        for change in changes:
            if change.subprocessor_id in companies or change.kind == "renamed":
                _tie(change)


_known = Prepared(
    lambda slot: (
        Change.select(Change.subprocessor).where(Change.source == slot, Change.id < slot).distinct()
    )
)


def _tie(change: Change) -> None:
    for earlier in _story(change):
        if earlier.before == change.after:
            change.takes_back = earlier
            Change.alter(change.id, takes_back=earlier)
            return


def hold_back(changes: list[Change], now: datetime) -> None:
    """Let the alerts of what goes back and forth wait until it has settled; what brings a channel
    back to what it was told last is not told at all.

    To be called in the transaction that queued the alerts.
    """
    for change in changes:
        if _is_back_and_forth(change):
            for delivery in Delivery.select().where(Delivery.change == change):
                _hold(delivery, change, now)


def _hold(delivery: Delivery, change: Change, now: datetime) -> None:
    if _told(delivery, change) == change.after:
        delivery.delete_instance()
    else:
        settled_at = now + settling(change.source)
        later = (Delivery.id == delivery.id) & (Delivery.due_at < settled_at)
        Delivery.update(due_at=settled_at).where(later).execute()


def _told(delivery: Delivery, change: Change) -> str | None:
    """The state that a channel knows of, as printed.

    What it was to be told of the story, and was not yet, is withdrawn.
    """
    story = _story(change)
    for earlier in story:
        of_this = (Delivery.change == earlier) & (Delivery.channel == delivery.channel_id)
        waiting = of_this & Delivery.sent_at.is_null() & Delivery.message_id.is_null()
        if not Delivery.delete().where(waiting).execute() and _is_any(of_this):
            return earlier.after
    return story[-1].before


def _is_any(condition: object) -> bool:
    return bool(Delivery.select().where(condition).exists())


def _is_back_and_forth(change: Change) -> bool:
    """Whether a change restores what was left; a first removal of what had come is plain news."""
    earlier = change.takes_back
    return earlier is not None and (change.kind != "removed" or earlier.takes_back_id is not None)


def _story(change: Change) -> list[Change]:
    """What happened to the same thing before, latest first, as long as it followed soon."""
    of_it = change.subprocessor_id, change.engagement_id  # a company renamed is another row
    latest_first = _before.rows(Change, change.source_id, *of_it, change.id)
    subject, soon, story = _subject(change), window(change.source), [change]
    for earlier in (row for row in latest_first if _subject(row) == subject):
        if story[-1].detected_at - earlier.detected_at > soon:
            break
        story.append(earlier)
    return story[1:]


_before = Prepared(
    lambda slot: (
        Change.select()
        .where(
            Change.source == slot,
            (Change.subprocessor == slot) | (Change.engagement == slot),
            Change.cause == "vendor",
            Change.id < slot,
        )
        .order_by(Change.id.desc())
    )
)


def _subject(change: Change) -> tuple[object, ...]:
    """What a change is about: a company's place on the list, or one field of an entry."""
    if change.kind in ("added", "removed"):
        return "listed", change.after or change.before
    return change.kind, change.engagement_id, change.field


def _returns(source: Source) -> int:
    """How often something was ever restored: spares looking closer at most sources."""
    ((count,),) = _returned.tuples(source.id)
    return int(count)


_returned = Prepared(
    lambda slot: Change.select(fn.COUNT(Change.id)).where(
        Change.source == slot, Change.takes_back.is_null(False)
    )
)


def _runs(source: Source, moment: datetime) -> list[tuple[int, datetime]]:
    """The readings that the looks since a moment found, latest first, and since when each stood."""
    whole = (Check.source == source) & Check.outcome.in_(GOOD) & (Check.started_at >= moment)
    query = Check.select(Check.reading, Check.started_at).where(whole)
    latest_first = query.order_by(Check.started_at.desc(), Check.id.desc()).tuples()
    runs = (list(run) for _, run in groupby(latest_first, key=lambda one: one[0]))
    return [run[-1] for run in runs]


def _alike(ids: set[int], row: Reading) -> set[int]:
    """The readings among these that found what another found."""
    query = Reading.select(Reading.id).where(Reading.id.in_(ids), Reading.entries == row.entries)
    return {one for (one,) in query.tuples()}
