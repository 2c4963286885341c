"""Which source is due, when it is due next, and who looks at it: never two at once."""

import zlib
from datetime import UTC, datetime, timedelta

from inventory.database import Prepared, database
from inventory.models import Source

LEASE = timedelta(minutes=10)  # how long a look may take before another worker takes over
RETRY = timedelta(minutes=15)  # after a failure that may pass by itself
PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
}
EPOCH = datetime(2024, 1, 1, tzinfo=UTC)  # a Monday


def due_sources(now: datetime) -> list[Source]:
    """The sources whose time has come and that nobody is looking at, longest waiting first."""
    is_due = (Source.interval != "off") & (Source.next_check_at <= now)
    return list(Source.select().where(is_due, _free(now)).order_by(Source.next_check_at, Source.id))


def claim(source: Source, now: datetime) -> bool:
    """Take a source for a while; False if another worker is looking at it."""
    stored = Source.claimed_until.db_value
    query = _claim(stored(now + LEASE), source.id, stored(now))
    return bool(database.execute_sql(*query).rowcount)


def is_anything_claimed(now: datetime) -> bool:
    """Whether somebody is looking at a source at this moment."""
    return bool(Source.select().where(Source.claimed_until >= now).exists())


def release(source: Source) -> None:
    """Give a source back without having looked."""
    Source.update(claimed_until=None).where(Source.id == source.id).execute()


def next_check_at(source: Source, now: datetime, *, is_passing: bool = False) -> datetime:
    """The source's next turn. Each has a place of its own in its interval, so that the load is
    spread.

    A failure that may pass is looked at again sooner, unless the turn comes sooner still.
    """
    period = PERIODS.get(source.interval, PERIODS["daily"])
    place = zlib.crc32(source.url.encode()) / 2**32 * period
    earliest = now + period / 2
    turns = -(-(earliest - EPOCH - place) // period)
    turn = EPOCH + place + turns * period
    return min(turn, now + RETRY) if is_passing else turn


def _free(now: object) -> object:
    return Source.claimed_until.is_null() | (Source.claimed_until < now)


_claim = Prepared(
    lambda slot: Source.update(claimed_until=slot).where(Source.id == slot, _free(slot))
)
