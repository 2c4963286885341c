"""Workers that are killed at any moment: nothing is lost, recorded twice or told twice."""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inventory.due import LEASE
from inventory.models import Change, Channel, Engagement, Source
from inventory.report import change_to_json
from inventory.settings import Settings
from inventory.telling.outbox import LEASE as POST_LEASE
from tests.replay import (
    BETWEEN_LOOKS,
    BETWEEN_VERSIONS,
    HISTORIES,
    Stage,
    list_page,
    staging,
    workspace,
)
from tests.servers import Answer, HttpServer, Request, serving

ROOT = Path(__file__).parent.parent
EVERY = 10  # checks, one of which its worker does not survive
REAL = ("37signals-basecamp", "cryptlex")
COMPANIES = [
    f"{name} {form}"
    for name in ("Alder", "Birch", "Cedar", "Damson", "Elder", "Fir")
    for form in ("Mail", "Cloud", "Pay")
]


class Worker:
    """A worker in a process of its own; another takes its place when it is killed."""

    def __init__(self, settings: Settings) -> None:
        self.environ = {
            **os.environ,
            "ONWARD_DATA": str(settings.data),
            "ONWARD_ALLOW_PRIVATE": "1",
        }
        self.process = self._start()
        self.seconds: list[float] = []

    def looks(self, source: Source, moment: datetime) -> str:
        """Ask for a look and wait for its outcome."""
        began = time.perf_counter()
        self._ask(source, moment)
        outcome = self._hear()
        if outcome == "changed":
            self.seconds.append(time.perf_counter() - began)
        return outcome

    def is_killed(self, source: Source, moment: datetime, share: float) -> None:
        """Ask for a look, and kill the worker once a share of the usual time of one that finds
        something has passed."""
        self._ask(source, moment)
        time.sleep(share * statistics.median(self.seconds or [0.1]))
        self.process.kill()
        self.process.wait()
        self._close()
        self.process = self._start()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self._close()

    def _ask(self, source: Source, moment: datetime) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{source.id} {moment.isoformat()}\n")
        self.process.stdin.flush()

    def _hear(self) -> str:
        assert self.process.stdout is not None
        said = self.process.stdout.readline().strip()
        assert said, "the worker ended by itself"
        return said

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.worker"], cwd=ROOT, env=self.environ,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.process = process
        assert self._hear() == "ready"
        return process

    def _close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def own_history(dice: random.Random) -> list[bytes]:
    """A list of our own writing that gains, loses and amends a company at every turn."""
    listed = {name: "Hosting" for name in COMPANIES[:8]}
    versions = [list_page(listed)]
    for turn in range(16):
        gone = dice.choice(sorted(listed))
        del listed[gone]
        listed[dice.choice([name for name in COMPANIES if name not in listed and name != gone])] = (
            "Backups"
        )
        listed[dice.choice(sorted(listed))] = f"Sending of letters of kind {turn}"
        versions.append(list_page(listed))
    return versions


def histories(dice: random.Random) -> dict[str, list[bytes]]:
    real = {
        name: [path.read_bytes() for path in sorted((HISTORIES / name / "versions").glob("*.html"))]
        for name in REAL
        if (HISTORIES / name).exists()
    }
    return {"own": own_history(dice), **real}


class Receiver:
    """A receiver of webhooks that drops a message whose id it has seen."""

    def __init__(self) -> None:
        self.messages: dict[str, list[str]] = {}
        self.copies = 0

    def __call__(self, request: Request) -> Answer:
        message = json.loads(request.body)
        self.copies += message["id"] in self.messages
        self.messages.setdefault(message["id"], [event["id"] for event in message["events"]])
        time.sleep(0.02)  # as long as a network takes: some are killed before they hear the answer
        return Answer(b"ok")

    def heard(self) -> Counter[str]:
        return Counter(event for events in self.messages.values() for event in events)


@contextmanager
def receiving() -> Iterator[tuple[Receiver, HttpServer]]:
    receiver = Receiver()
    with serving(receiver) as server:
        Channel.create(
            name="Tickets",
            kind="webhook",
            settings={"url": f"{server.url}/hook", "secret": "a secret for the tests"},
            kinds=["added", "removed", "renamed", "amended", "source"],
        )
        yield receiver, server


Look = Callable[[Source], None]


def play(stage: Stage, versions: dict[str, list[bytes]], look: Look) -> None:
    """Show all versions, and look twice at each."""
    sources = {name: stage.watch(name) for name in versions}
    for at in range(max(map(len, versions.values()))):
        for name, pages in versions.items():
            stage.shown[name] = pages[min(at, len(pages) - 1)]
        for name in [*versions, *versions]:
            stage.now += BETWEEN_LOOKS
            look(sources[name])
        stage.now += BETWEEN_VERSIONS


def recorded() -> Counter[tuple[str, ...]]:
    """Every change, whenever it was found."""
    keys = ("vendor", "subprocessor", "kind", "field", "before", "after", "cause", "minor")
    lines = map(change_to_json, Change.select())
    return Counter(tuple(str(line[key]) for key in keys) for line in lines)


def engaged() -> Counter[tuple[str, str, bool]]:
    rows = Engagement.select()
    return Counter((row.vendor.slug, row.entity, row.closed_at is None) for row in rows)


@pytest.mark.slow
def test_a_worker_killed_in_every_tenth_check_loses_doubles_and_retells_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    dice = random.Random(20261121)
    versions = histories(dice)
    with workspace(tmp_path / "undisturbed"), staging() as stage:
        play(stage, versions, lambda source: stage.look(source, timedelta()))
        expected = recorded(), engaged()

    with workspace(settings.data), staging() as stage, receiving() as (receiver, _):
        worker = Worker(settings)
        play(stage, versions, Mishaps(stage, worker, dice))
        worker.stop()
        found = recorded(), engaged()
        news = Change.select().where(~Change.is_minor, Change.cause == "vendor")
        wanted = Counter(f"change-{change.id}" for change in news)

    assert found == expected
    assert receiver.heard() == wanted
    assert len(wanted) > 40


class Mishaps:
    """A look by a worker, who is killed in every tenth; another then looks again."""

    def __init__(self, stage: Stage, worker: Worker, dice: random.Random) -> None:
        self.stage, self.worker, self.dice = stage, worker, dice
        self.looks = 0

    def __call__(self, source: Source) -> None:
        self.looks += 1
        if self.looks % EVERY == 0:
            self.worker.is_killed(source, self.stage.now, self.dice.uniform(0, 1.1))
            self.stage.now += max(LEASE, POST_LEASE) + timedelta(seconds=1)
        assert self.worker.looks(source, self.stage.now) != "taken"
