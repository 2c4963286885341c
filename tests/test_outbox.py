"""Deliveries that wait: who may take them, when again, and when no more."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from inventory.channels import ChannelError
from inventory.models import Channel, Delivery
from inventory.settings import Settings
from inventory.telling import alert, outbox
from tests.factories import NOW, make_change, make_channel, make_engagement, make_source
from tests.servers import pages, serving

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture
def channel() -> Channel:
    """A channel for which two deliveries are due."""
    channel = make_channel()
    source = make_source()
    changes = [make_change(make_engagement(source)) for _ in range(2)]
    alert.queue_alerts(changes, [], now=NOW)
    return channel


def test_what_one_worker_took_is_not_for_another(channel: Channel) -> None:
    first = outbox.claim(channel, NOW)
    second = outbox.claim(channel, NOW)

    assert first is not None
    assert second is None
    assert {row.message_id for row in Delivery.select()} == {first}


def test_what_a_dead_worker_took_is_free_again_after_its_lease(channel: Channel) -> None:
    first = outbox.claim(channel, NOW)

    within = outbox.claim(channel, NOW + outbox.LEASE)
    after = outbox.claim(channel, NOW + outbox.LEASE + timedelta(seconds=1))

    assert within is None
    assert after == first


def test_what_is_not_due_is_left(channel: Channel) -> None:
    assert outbox.claim(channel, NOW - timedelta(seconds=1)) is None
    assert outbox.channels_with_post(NOW - timedelta(seconds=1)) == []


def test_what_was_sent_is_never_taken_again(channel: Channel) -> None:
    message_id = outbox.claim(channel, NOW)
    assert message_id is not None

    outbox.mark_sent(channel, message_id, NOW, remark="bob@example.org was refused")

    assert outbox.claim(channel, NOW + timedelta(days=1)) is None
    assert Channel.get_by_id(channel.id).problem == "bob@example.org was refused"


def test_a_late_failure_does_not_undo_what_was_sent_meanwhile(channel: Channel) -> None:
    message_id = outbox.claim(channel, NOW)
    assert message_id is not None
    outbox.mark_sent(channel, message_id, NOW, remark=None)

    error = ChannelError("no answer", permanent=True)
    outbox.mark_failed(channel, message_id, NOW, error=error)

    assert [row.given_up_at for row in Delivery.select()] == [None, None]


def test_waiting_grows_and_ends_at_half_a_day() -> None:
    waits = [outbox.wait_after(attempt) for attempt in range(1, 9)]

    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=16)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=12)


PROCESS = """
import sys
from inventory.telling import alert
from inventory.database import connected, open_database
from inventory.models import utcnow
from inventory.settings import load_settings
settings = load_settings()
open_database(settings)
sys.stdin.readline()
with connected():
    print(alert.deliver(utcnow(), settings=settings))
"""


def test_processes_at_once_send_each_message_once(workspace: Settings) -> None:
    environ = {"ONWARD_DATA": str(workspace.data), "ONWARD_ALLOW_PRIVATE": "1"}
    changes = [make_change(make_engagement(make_source())) for _ in range(3)]
    with serving(pages(hook="thanks")) as receiver:
        for _ in range(4):
            make_channel(settings={"url": f"{receiver.url}/hook", "secret": "a secret for tests"})
        alert.queue_alerts(changes, [], now=NOW)
        command = [sys.executable, "-c", PROCESS]
        root = Path(__file__).parent.parent
        workers = [
            subprocess.Popen(
                command, cwd=root, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            for _ in range(2)
        ]
        sent = [int(worker.communicate(b"go\n", timeout=30)[0]) for worker in workers]

    ids = [request.headers["onward-delivery"] for request in receiver.requests]
    assert sum(sent) == 4
    assert len(ids) == len(set(ids)) == 4
