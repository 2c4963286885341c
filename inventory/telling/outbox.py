"""Deliveries that wait: claim them with a lease, and write down what became of them."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from inventory.channels import ChannelError
from inventory.models import Channel, Delivery

LEASE = timedelta(minutes=10)  # longer than any channel takes
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=12)


def new_message_id() -> str:
    """Make the id of a message."""
    return uuid.uuid4().hex


def channels_with_post(now: datetime) -> list[Channel]:
    """The active channels for which something is due."""
    due = Delivery.select(Delivery.channel).where(_is_free(now))
    return list(Channel.select().where(Channel.is_active, Channel.id.in_(due)).order_by(Channel.id))


def has_waited_since(moment: datetime) -> bool:
    """Whether something that may leave was due at a moment already."""
    return bool(Delivery.select().where(_is_free(moment)).exists())


def claim(channel: Channel, now: datetime) -> str | None:
    """Take what is due for a channel for a while, as one message; give its id.

    None if nothing is due, or another worker got there first. What was tried before keeps its
    message and its id, so that a receiver can drop the second copy.
    """
    for message_id in _tried_before(channel, now):
        if _take(channel, now, Delivery.message_id == message_id, message_id):
            return message_id
    new_id = new_message_id()
    return new_id if _take(channel, now, Delivery.message_id.is_null(), new_id) else None


def mark_sent(channel: Channel, message_id: str, now: datetime, *, remark: str | None) -> None:
    """Write down that a message left; a remark says which part of it failed."""
    Delivery.update(sent_at=now, claimed_until=None, problem=remark).where(
        Delivery.message_id == message_id
    ).execute()
    Channel.update(problem=remark).where(Channel.id == channel.id).execute()


def mark_failed(channel: Channel, message_id: str, now: datetime, *, error: ChannelError) -> None:
    """Write down why a message did not leave, and when it is tried again, if ever."""
    attempts = Delivery.get(Delivery.message_id == message_id).attempts
    ended = error.permanent or attempts >= MOST_ATTEMPTS
    Delivery.update(
        problem=str(error),
        claimed_until=None,
        due_at=now + wait_after(attempts),
        given_up_at=now if ended else None,
    ).where(Delivery.message_id == message_id, Delivery.sent_at.is_null()).execute()
    Channel.update(problem=str(error)).where(Channel.id == channel.id).execute()


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts: a minute, then four times as long each time."""
    times: int = 4 ** min(max(attempts - 1, 0), 10)
    return min(FIRST_WAIT * times, LONGEST_WAIT)


def retry_failed(channel: Channel, now: datetime) -> int:
    """Make what was given up due again, once somebody corrected the channel; return how many."""
    query = Delivery.update(given_up_at=None, claimed_until=None, attempts=0, due_at=now).where(
        Delivery.channel == channel, Delivery.given_up_at.is_null(False)
    )
    return int(query.execute())


def _take(channel: Channel, now: datetime, which: Any, message_id: str) -> bool:
    query = Delivery.update(
        claimed_until=now + LEASE, attempts=Delivery.attempts + 1, message_id=message_id
    ).where(Delivery.channel == channel, which, _is_free(now))
    return bool(query.execute())


def _tried_before(channel: Channel, now: datetime) -> list[str]:
    query = Delivery.select(Delivery.message_id).where(
        Delivery.channel == channel, Delivery.message_id.is_null(False), _is_free(now)
    )
    return sorted({row.message_id for row in query})


def _is_free(now: datetime) -> Any:
    """True of deliveries that are due and that nobody holds."""
    unclaimed = Delivery.claimed_until.is_null() | (Delivery.claimed_until < now)
    is_open = Delivery.sent_at.is_null() & Delivery.given_up_at.is_null()
    return is_open & (Delivery.due_at <= now) & unclaimed
