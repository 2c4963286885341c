"""What runs by itself: a real worker process, on a register and a queue of its own."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from inventory.due import LEASE, claim
from inventory.models import Check, Source, utcnow
from inventory.schedule import check_soon, hand_out, queue
from inventory.settings import Settings
from tests.factories import make_source
from tests.servers import Answer, HttpServer, Request, serving

ROOT = Path(__file__).parent.parent
PAGE = b"""<!doctype html><html lang="en"><body><h1>Sub-processors</h1>
<p>We use the following sub-processors:</p>
<table><tr><th>Sub-processor</th><th>Purpose</th><th>Location</th></tr>
<tr><td>Hetzner</td><td>Hosting</td><td>Germany</td></tr>
<tr><td>Stripe</td><td>Payments</td><td>United States</td></tr></table></body></html>"""


class Site:
    """A list of sub-processors that takes its time, and counts who asks at once."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.lock = threading.Lock()
        self.now: dict[str, int] = {}
        self.most = 0

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            return Answer(status=404)
        with self.lock:
            self.now[request.path] = self.now.get(request.path, 0) + 1
            self.most = max(self.most, self.now[request.path])
        time.sleep(self.seconds)
        with self.lock:
            self.now[request.path] -= 1
        return Answer(PAGE, headers={"Content-Type": "text/html"})


@contextmanager
def working(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """Run `flask worker` until the block ends."""
    environ = {**os.environ, "ONWARD_DATA": str(settings.data), "ONWARD_ALLOW_PRIVATE": "1"}
    command = [sys.executable, "-m", "flask", "--app", "app.py", "worker"]
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    ends = time.monotonic() + seconds
    while not (is_true := true()) and time.monotonic() < ends:
        time.sleep(0.05)
    return is_true


def looks(source: Source) -> int:
    return Check.select().where(Check.source == source).count()


def due_source(server: HttpServer, name: str = "list") -> Source:
    return make_source(
        url=f"{server.url}/{name}",
        checked_at=None,
        confirmed_at=None,
        next_check_at=utcnow() - timedelta(minutes=1),
    )


def test_a_due_source_is_looked_at_and_the_worker_stops_when_told(workspace: Settings) -> None:
    with serving(Site()) as server, working(workspace) as worker:
        source = due_source(server)
        hand_out(workspace)

        found = wait_until(lambda: looks(source) == 1)
        worker.send_signal(signal.SIGTERM)
        status = worker.wait(timeout=20)

    assert found
    assert Check.get().outcome == "baseline"
    assert Source.get().next_check_at > utcnow()
    assert status == 0


def test_what_fell_due_while_nobody_worked_is_looked_at_at_the_start(workspace: Settings) -> None:
    with serving(Site()) as server:
        source = due_source(server)

        with working(workspace):
            found = wait_until(lambda: looks(source) == 1)

    assert found


def test_a_look_asked_for_in_the_browser_comes_within_seconds(workspace: Settings) -> None:
    with serving(Site()) as server, working(workspace):
        source = due_source(server)
        hand_out(workspace)
        wait_until(lambda: looks(source) == 1)

        asked_at = time.monotonic()
        check_soon([source.id], workspace)
        found = wait_until(lambda: looks(source) == 2)

    assert found
    assert time.monotonic() - asked_at < 10


def test_two_workers_never_look_at_one_source_at_once(workspace: Settings) -> None:
    site = Site(seconds=0.3)
    with serving(site) as server:
        sources = [due_source(server, name) for name in ("one", "two")]
        for _ in range(3):
            check_soon([source.id for source in sources], workspace)

        with working(workspace), working(workspace):
            idle = wait_until(lambda: not queue(workspace).pending_count())
            wait_until(lambda: all(looks(source) for source in sources))
            wait_until(lambda: not any(site.now.values()))

    assert idle
    assert all(looks(source) >= 1 for source in sources)
    assert site.most == 1


def test_a_source_is_put_in_the_queue_once(workspace: Settings) -> None:
    source = make_source(next_check_at=utcnow() - timedelta(hours=1))

    hand_out(workspace)
    hand_out(workspace)

    assert [task.args for task in queue(workspace).pending()] == [(source.id,)]


def test_whoever_imports_ten_thousand_sources_does_not_wait_for_the_queue(
    workspace: Settings,
) -> None:
    writes: list[str] = []
    storage = queue(workspace).storage
    storage.conn.set_trace_callback(writes.append)

    check_soon(list(range(1, 10_001)), workspace)

    storage.conn.set_trace_callback(None)
    assert queue(workspace).pending_count() == 10_000
    assert writes.count("COMMIT") == 1


def test_a_source_of_a_worker_that_was_killed_is_looked_at_again(workspace: Settings) -> None:
    site = Site(seconds=30)
    with serving(site) as server:
        source = due_source(server)
        with working(workspace) as worker:
            wait_until(lambda: bool(site.now.get("/list")))
            worker.kill()
        left = Source.get_by_id(source.id).claimed_until
        site.seconds = 0
        long_ago = utcnow() - LEASE - timedelta(minutes=1)
        Source.update(claimed_until=None).execute()
        claim(source, long_ago)  # as if the lease had run out while we waited

        with working(workspace):
            found = wait_until(lambda: looks(source) == 1)

    assert left is not None
    assert found


@pytest.fixture(autouse=True)
def _close_queue(settings: Settings) -> Iterator[None]:
    """Let go of the queue's file, which a workspace keeps open."""
    yield
    queue(settings).storage.close()
