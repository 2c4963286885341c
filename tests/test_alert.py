"""Alerts from their birth with a change to the message that leaves, once."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from inventory.channels import ChannelError, Message, signing
from inventory.database import connected, transaction
from inventory.models import Change, Channel, Check, Delivery, Subscription
from inventory.settings import Settings
from inventory.telling import alert, outbox
from tests.factories import (
    NOW,
    make_change,
    make_channel,
    make_check,
    make_engagement,
    make_source,
)
from tests.mail import receiving_mail
from tests.servers import pages, serving

pytestmark = pytest.mark.usefixtures("workspace")


class Outside:
    """Takes messages in place of the world, or fails as it is told to."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.messages: list[Message] = []

    def send(self, kind: str, settings: dict[str, Any], message: Message) -> str | None:
        if self.failures:
            raise self.failures.pop(0)
        self.messages.append(message)
        return None


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


def news(kind: str = "added", **columns: Any) -> Change:
    return make_change(make_engagement(make_source()), kind, **columns)


def source_news(**columns: Any) -> Check:
    defaults = {"outcome": "unreadable", "news": "went-bad", "problem": "no list was found"}
    return make_check(make_source(), **(defaults | columns))


def queue(*what: Change | Check, now: datetime = NOW) -> int:
    changes = [one for one in what if isinstance(one, Change)]
    checks = [one for one in what if isinstance(one, Check)]
    with transaction():
        return alert.queue_alerts(changes, checks, now=now)


def deliver(settings: Settings, outside: Outside, now: datetime = NOW) -> int:
    return alert.deliver(now, settings=settings, send=outside.send)


@pytest.mark.parametrize(
    ("channel", "wanted"),
    [
        ({}, 1),
        ({"kinds": ["removed"]}, 0),
        ({"kinds": []}, 0),
        ({"is_active": False}, 0),
        ({"wants_suggested": False}, 1),
    ],
)
def test_a_channel_hears_the_kinds_it_asked_for(channel: dict[str, Any], wanted: int) -> None:
    make_channel(**channel)

    assert queue(news("added")) == wanted


@pytest.mark.parametrize(
    "columns",
    [{"is_minor": True}, {"cause": "reader"}, {"cause": "person"}, {"certainty": "suggested"}],
)
def test_what_is_no_news_to_a_channel_is_not_queued(columns: dict[str, Any]) -> None:
    make_channel(wants_suggested=False)

    assert queue(news(**columns)) == 0


@pytest.mark.parametrize(
    ("severity", "deadline", "wanted"),
    [
        (1, None, 0),
        (2, None, 1),
        (3, None, 1),
        (0, NOW.date() + timedelta(days=3), 1),  # high while the period to object ends so soon
        (0, NOW.date() + timedelta(days=60), 0),
    ],
)
def test_a_channel_hears_of_the_severity_it_asked_for(
    severity: int, deadline: Any, wanted: int
) -> None:
    reasons = [[], ["new-recipient"], ["ai-use"], ["ai-training"]][severity]
    stored = [{"rule": rule, "level": "", "text": "Because."} for rule in reasons]
    make_channel(least_severity=2)

    assert queue(news(severity=severity, reasons=stored, deadline=deadline)) == wanted


def test_news_of_sources_comes_at_any_severity() -> None:
    make_channel(least_severity=3)

    assert queue(source_news()) == 1


def test_suggested_changes_are_alerted_like_others() -> None:
    make_channel()

    assert queue(news(certainty="suggested")) == 1


def test_news_of_sources_is_told_to_those_who_asked() -> None:
    make_channel(kinds=["source"])
    make_channel(kinds=["added"])

    queued = queue(source_news(), source_news(news=None))

    assert queued == 1


def test_a_channel_with_subscriptions_hears_of_those_vendors_alone() -> None:
    channel = make_channel()
    change, other, bad = news(), news(), source_news()
    Subscription.create(channel=channel, vendor=change.vendor)
    Subscription.create(channel=channel, vendor=bad.source.vendor)

    queue(change, other, bad, source_news())

    told = {(row.change_id, row.check_id) for row in Delivery.select()}
    assert told == {(change.id, None), (None, bad.id)}


def test_deliveries_vanish_with_a_change_that_was_not_recorded() -> None:
    make_channel()
    change = news()

    with transaction() as recording:
        alert.queue_alerts([change], [], now=NOW)
        recording.rollback()

    assert Delivery.select().count() == 0


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 6, 10, 6, 59, tzinfo=UTC), datetime(2026, 6, 10, 7, tzinfo=UTC)),
        (datetime(2026, 6, 10, 7, 0, tzinfo=UTC), datetime(2026, 6, 11, 7, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), datetime(2027, 1, 1, 7, tzinfo=UTC)),
    ],
)
def test_a_daily_digest_leaves_at_its_hour(now: datetime, due: datetime) -> None:
    make_channel(pace="daily", digest_hour=7)

    queue(news(), now=now)

    assert Delivery.get().due_at == due


def test_a_digest_gathers_a_day_in_one_message(workspace: Settings) -> None:
    make_channel(pace="daily", digest_hour=20)
    outside = Outside()
    queue(news())
    queue(news("removed"), source_news(), now=later(hours=5))

    early = deliver(workspace, outside, later(hours=6))
    sent = deliver(workspace, outside, later(hours=11))

    assert (early, sent) == (0, 1)
    assert len(outside.messages[0].payload["events"]) == 3


def test_all_that_is_due_leaves_in_one_message_and_only_once(workspace: Settings) -> None:
    make_channel()
    make_channel()
    outside = Outside()
    queue(news(), news("removed"), source_news())

    sent = deliver(workspace, outside)
    again = deliver(workspace, outside, later(hours=1))

    assert (sent, again) == (2, 0)
    assert [len(message.payload["events"]) for message in outside.messages] == [3, 3]
    assert outside.messages[0].id != outside.messages[1].id
    assert all(row.sent_at and row.message_id for row in Delivery.select())


def test_a_failure_that_may_pass_is_tried_again_later_with_the_same_id(
    workspace: Settings,
) -> None:
    channel = make_channel()
    outside = Outside(ChannelError("the host is down", permanent=False))
    queue(news())

    deliver(workspace, outside)
    failed = Delivery.get()
    too_early = deliver(workspace, outside, later(seconds=50))
    queue(news(), now=later(minutes=1))
    sent = deliver(workspace, outside, later(minutes=2))

    assert failed.problem == "the host is down"
    assert failed.given_up_at is None
    assert (too_early, sent) == (0, 2)
    assert outside.messages[0].id == failed.message_id
    assert Channel.get_by_id(channel.id).problem is None


def test_a_final_failure_is_given_up_and_shown_and_can_be_sent_after_all(
    workspace: Settings,
) -> None:
    channel = make_channel()
    outside = Outside(ChannelError("hook.example answered 404", permanent=True))
    queue(news())

    deliver(workspace, outside)
    given_up = Delivery.get()
    shown = Channel.get_by_id(channel.id).problem
    silent = deliver(workspace, outside, later(days=9))
    retried = outbox.retry_failed(channel, later(days=9))
    sent = deliver(workspace, outside, later(days=9))

    assert given_up.given_up_at is not None
    assert shown == "hook.example answered 404"
    assert (silent, retried, sent) == (0, 1, 1)


def test_a_failure_that_does_not_pass_is_given_up_after_eight_attempts(
    workspace: Settings,
) -> None:
    make_channel()
    outside = Outside(*[ChannelError("down", permanent=False)] * 20)
    queue(news())

    for day in range(12):
        deliver(workspace, outside, later(days=day))

    delivery = Delivery.get()
    assert delivery.attempts == 8
    assert delivery.given_up_at is not None


def test_a_channel_that_fails_does_not_hold_up_the_others(workspace: Settings) -> None:
    make_channel()
    make_channel()
    outside = Outside(ChannelError("down", permanent=False))
    queue(news())

    assert deliver(workspace, outside) == 1


def test_a_bug_is_raised_after_the_others_had_their_turn(workspace: Settings) -> None:
    make_channel()
    make_channel()
    outside = Outside(ZeroDivisionError("oops"))
    queue(news())

    with pytest.raises(ZeroDivisionError):
        deliver(workspace, outside)

    assert len(outside.messages) == 1
    problems = [row.problem for row in Delivery.select().order_by(Delivery.id)]
    assert problems[0] is not None
    assert "a bug in Onward" in problems[0]
    assert problems[1] is None


def test_a_crash_before_sending_is_made_good_when_the_lease_ends(workspace: Settings) -> None:
    channel = make_channel()
    outside = Outside()
    queue(news())
    claimed = outbox.claim(channel, NOW)  # and here the worker dies

    within = deliver(workspace, outside, later(minutes=9))
    after = deliver(workspace, outside, later(minutes=11))

    assert (within, after) == (0, 1)
    assert outside.messages[0].id == claimed


def test_what_kills_every_worker_is_given_up(workspace: Settings) -> None:
    channel = make_channel()
    queue(news())
    for hour in range(8):
        outbox.claim(channel, later(hours=hour))

    deliver(workspace, Outside(), later(hours=9))

    assert Delivery.get().given_up_at is not None


def test_many_workers_at_once_send_nothing_twice(workspace: Settings) -> None:
    for _ in range(4):
        make_channel()
    queue(*[news() for _ in range(5)])
    outside = Outside()
    start = threading.Barrier(6)
    failures: list[BaseException] = []

    def work() -> None:
        start.wait()
        try:
            with connected():
                deliver(workspace, outside)
        except BaseException as error:
            failures.append(error)

    workers = [threading.Thread(target=work) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert failures == []
    assert [len(message.payload["events"]) for message in outside.messages] == [5] * 4
    assert Delivery.select().where(Delivery.sent_at.is_null()).count() == 0


def test_a_channel_may_not_grant_itself_private_addresses(workspace: Settings) -> None:
    seen: list[dict[str, Any]] = []
    channel = make_channel(settings={"allow_private": "of course"})

    def send(kind: str, settings: dict[str, Any], message: Message) -> None:
        seen.append(settings)

    alert.send_test(channel, settings=workspace, send=send)

    assert seen[0]["allow_private"] is workspace.allow_private


def test_a_test_message_reaches_its_channel(workspace: Settings) -> None:
    with receiving_mail() as (mailbox, port):
        channel = make_channel(kind="email", settings=mail_settings(port), name="Legal")
        alert.send_test(channel, settings=workspace)

    assert mailbox.mails[0]["Subject"] == "[Onward] Test message"
    text = mailbox.mails[0].get_body(("plain",))
    assert text is not None
    assert "The channel “Legal” works" in text.get_content()
    assert Delivery.select().count() == 0


def mail_settings(port: int) -> dict[str, Any]:
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "plain",
        "from": "onward@example.org",
        "to": ["ann@example.org"],
    }


def test_news_arrives_by_mail_and_webhook_through_real_servers(workspace: Settings) -> None:
    secret = "a secret for this test"
    with receiving_mail() as (mailbox, port), serving(pages(hook="thanks")) as receiver:
        make_channel(kind="email", settings=mail_settings(port))
        make_channel(settings={"url": f"{receiver.url}/hook", "secret": secret})
        queue(news(), news("removed"))
        sent = alert.deliver(NOW, settings=workspace)
        again = alert.deliver(NOW, settings=workspace)

    request = receiver.requests[0]
    signature = request.headers["onward-signature"]
    assert (sent, again) == (2, 0)
    assert len(mailbox.mails) == len(receiver.requests) == 1
    assert signing.verify(secret, signature, request.body)
    assert secret not in request.body.decode()


def test_a_test_that_fails_is_shown_with_its_channel(workspace: Settings) -> None:
    channel = make_channel()
    outside = Outside(ChannelError("hook.example answered 404", permanent=True))

    with pytest.raises(ChannelError):
        alert.send_test(channel, settings=workspace, send=outside.send)
    failed = Channel.get_by_id(channel.id).problem
    alert.send_test(channel, settings=workspace, send=outside.send)

    assert failed == "hook.example answered 404"
    assert Channel.get_by_id(channel.id).problem is None
