"""Tell each channel its news once: queued in the news's own transaction, sent at least once."""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from peewee import chunked

from inventory import channels
from inventory.assess import severity_of
from inventory.channels import ChannelError, Message
from inventory.database import Prepared
from inventory.models import (
    Change,
    Channel,
    Check,
    Delivery,
    Engagement,
    Source,
    Subscription,
    Vendor,
)
from inventory.settings import Settings
from inventory.severity import rank
from inventory.telling.letter import News, compose, compose_test
from inventory.telling.outbox import (
    MOST_ATTEMPTS,
    channels_with_post,
    claim,
    mark_failed,
    mark_sent,
    new_message_id,
)

Send = Callable[[str, dict[str, Any], Message], str | None]
logger = logging.getLogger("onward.alert")


def queue_alerts(changes: Iterable[Change], checks: Iterable[Check], *, now: datetime) -> int:
    """Create the deliveries of this news, in the transaction that records it; return how many."""
    changes, checks = list(changes), list(checks)
    if not changes and not checks:
        return 0  # as most looks find
    active = _active.rows(Channel)
    vendors = _subscriptions() if active else {}
    rows: list[dict[str, Any]] = []
    for channel in active:
        wanted = vendors.get(channel.id, set())
        shared = {"channel": channel, "due_at": due_at(channel, now), "created_at": now}
        for change in changes:
            if _wants_change(channel, change, wanted, now):
                rows.append({**shared, "change": change, "check_row": None})
        for check in checks:
            if _wants_check(channel, check, wanted):
                rows.append({**shared, "change": None, "check_row": check})
    for portion in chunked(rows, 500):
        Delivery.insert_many(portion).execute()
    return len(rows)


_active = Prepared(lambda slot: Channel.select().where(Channel.is_active))


def deliver(now: datetime, *, settings: Settings, send: Send = channels.send) -> int:
    """Send what is due, one message a channel; return how many messages left.

    A channel's failure is written to its deliveries. A bug of ours is logged, counts as a failure,
    and is raised once the other channels have had their turn.
    """
    sent, bugs = 0, []
    moment = _running(now)
    for channel in channels_with_post(now):
        while message_id := claim(channel, moment()):
            try:
                remark = _send(channel, message_id, settings=settings, send=send)
            except ChannelError as error:
                logger.warning("channel %s: %s", channel.name, error)
                mark_failed(channel, message_id, moment(), error=error)
            except Exception as bug:
                logger.exception("channel %s: a bug kept a message back", channel.name)
                mark_failed(channel, message_id, moment(), error=_our_fault(bug))
                bugs.append(bug)
            else:
                mark_sent(channel, message_id, moment(), remark=remark)
                sent += 1
    if bugs:
        raise bugs[0]
    return sent


def send_test(channel: Channel, *, settings: Settings, send: Send = channels.send) -> str | None:
    """Send a test message now. Raises ChannelError; returns a remark where a part of it failed.

    Either is shown with the channel until the next message leaves.
    """
    message = compose_test(channel.name, message_id=new_message_id(), base_url=settings.base_url)
    problem: str | None = None
    try:
        problem = send(channel.kind, _settings_for(channel, settings), message)
    except ChannelError as error:
        problem = str(error)
        raise
    finally:
        Channel.update(problem=problem).where(Channel.id == channel.id).execute()
    return problem


def due_at(channel: Channel, now: datetime) -> datetime:
    """When a channel wants to hear of what happened now: at once, or at its next digest hour."""
    if channel.pace == "at-once":
        return now
    today = now.replace(hour=channel.digest_hour, minute=0, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)


def _send(channel: Channel, message_id: str, *, settings: Settings, send: Send) -> str | None:
    deliveries = list(Delivery.select().where(Delivery.message_id == message_id))
    if any(delivery.attempts > MOST_ATTEMPTS for delivery in deliveries):
        raise ChannelError("sending was cut off again and again; see the log", permanent=True)
    message = compose(_news_of(deliveries), message_id=message_id, base_url=settings.base_url)
    return send(channel.kind, _settings_for(channel, settings), message)


def _settings_for(channel: Channel, settings: Settings) -> dict[str, Any]:
    """A channel's own settings; whether it may reach private addresses is not its own choice."""
    return {**channel.settings, "allow_private": settings.allow_private}


def _our_fault(bug: Exception) -> ChannelError:
    return ChannelError(
        f"a bug in Onward kept the message back ({type(bug).__name__}); the log tells more",
        permanent=False,
    )


def _running(now: datetime) -> Callable[[], datetime]:
    """A clock that starts at `now`: a slow channel must not use up the next one's lease."""
    started = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - started)


def _subscriptions() -> dict[int, set[int]]:
    """The vendors that each channel asked for, by channel."""
    wanted = defaultdict(set)
    for row in Subscription.select():
        wanted[row.channel_id].add(row.vendor_id)
    return wanted


def _wants_change(channel: Channel, change: Change, vendors: set[int], now: datetime) -> bool:
    return (
        change.kind in channel.kinds
        and change.cause == "vendor"  # a correction of ours is no act of the vendor
        and not change.is_minor
        and (channel.wants_suggested or change.certainty != "suggested")
        and (not vendors or change.vendor_id in vendors)
        and rank(severity_of(change, now.date()).level) >= channel.least_severity
    )


def _wants_check(channel: Channel, check: Check, vendors: set[int]) -> bool:
    return (
        check.news is not None
        and "source" in channel.kinds
        and (not vendors or check.source.vendor_id in vendors)
    )


def _news_of(deliveries: list[Delivery]) -> list[News]:
    """The news of these deliveries, vendor by vendor, changes before sources."""
    changes = {row.change_id for row in deliveries if row.change_id}
    checks = {row.check_id for row in deliveries if row.check_id}
    return [*_changes(changes), *_checks(checks)]


def _changes(ids: set[int]) -> Iterator[Change]:
    company = Vendor.alias()
    for some in chunked(sorted(ids), 500):
        query = (
            Change.select(Change, Vendor, company, Source, Engagement)
            .join_from(Change, Vendor, on=Change.vendor)
            .join_from(Change, company, on=Change.subprocessor)
            .join_from(Change, Source)
            .join_from(Change, Engagement)
            .where(Change.id.in_(some))
            .order_by(Vendor.name, Change.id)
        )
        for change in query:
            change.source.vendor = change.vendor
            yield change


def _checks(ids: set[int]) -> Iterator[Check]:
    for some in chunked(sorted(ids), 500):
        query = Check.select(Check, Source, Vendor).join(Source).join(Vendor)
        yield from query.where(Check.id.in_(some)).order_by(Vendor.name, Check.id)
