"""Play the sample's weeks: look at its pages day by day, and alert, by a clock of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from inventory import channels
from inventory.channels import Message
from inventory.channels.webhook import new_secret
from inventory.check import check_source
from inventory.database import connected, transaction
from inventory.demo.server import SampleFetcher, SampleServer, serving
from inventory.demo.story import LOOKS, STORY, SamplePage
from inventory.models import (
    CHANGE_KINDS,
    Alias,
    Change,
    Channel,
    Check,
    DataCategory,
    Reading,
    SentData,
    Snapshot,
    Source,
    Vendor,
    utcnow,
)
from inventory.resolve import vendor_named
from inventory.settings import Settings
from inventory.telling import alert
from inventory.telling.wording import describe, describe_news
from scrapers.fetch import Fetcher

Say = Callable[[str], None]
CHANNEL = "Alerts of the sample workspace"
ALERTS = "sample-alerts.jsonl"
WRITTEN_AT = (
    Vendor.created_at,
    Alias.created_at,
    Snapshot.fetched_at,
    Reading.read_at,
    Check.finished_at,
)


@dataclass(frozen=True)
class Stage:
    """What the play needs: the server, who fetches from it, and the sources with their pages."""

    server: SampleServer
    fetcher: Fetcher
    sources: list[tuple[Source, SamplePage]]
    now: datetime
    say: Say


def start_demo(settings: Settings, *, say: Say = lambda line: None) -> None:
    """Load the sample workspace: all of it or, where anything fails, nothing; once only.

    It takes a few seconds. Nothing else in the register changes, and no other channel hears of it.
    """
    now = utcnow()
    with connected(), transaction(), serving() as server, SampleFetcher(server) as fetcher:
        if Source.select().where(Source.url.in_([url for url, _ in _addresses()])).exists():
            say("The sample workspace is loaded already; nothing was added.")
            return
        stage = Stage(server, fetcher, _watch(now), now, say)
        with _one_channel(server, now):
            for days in LOOKS:
                _look(stage, days)
                _tell(stage, days, settings)
        _turn_off(stage)
        _conclude(stage, settings)


def _addresses() -> Iterator[tuple[str, SamplePage]]:
    for vendor in STORY:
        for page in vendor.pages:
            yield f"https://{vendor.domain}{page.address}", page


def _watch(now: datetime) -> list[tuple[Source, SamplePage]]:
    """Put the vendors and their sources into the register."""
    categories = dict(DataCategory.select(DataCategory.key, DataCategory.id).tuples())
    begun_at = _beginning(now)
    for sample in STORY:
        vendor = vendor_named(sample.name)
        vendor.domain, vendor.country = sample.domain, sample.country
        vendor.purpose, vendor.is_ours = sample.purpose, True
        vendor.save()
        for key in categories.keys() & set(sample.sent):
            SentData.create(vendor=vendor, category=categories[key], set_at=begun_at)
        for page in sample.pages:
            Source.create(
                vendor=vendor,
                url=f"https://{sample.domain}{page.address}",
                kind=page.kind,
                interval="weekly",
                created_at=begun_at,
            )
    sources = {source.url: source for source in Source.select()}
    return [(sources[url], page) for url, page in _addresses()]


def _beginning(now: datetime) -> datetime:
    """When somebody began to watch: a little before the first look."""
    return now - timedelta(days=LOOKS[0], hours=2)


def _look(stage: Stage, days: int) -> None:
    """Look at every page as it stood some days ago, and say what is new."""
    for number, (source, page) in enumerate(stage.sources):
        stage.server.show(source.url, page.version(days), stage.now)
        moment = stage.now - timedelta(days=days, minutes=60 - 5 * number)
        check = _look_at(source, stage.fetcher, moment)
        for sentence in _news(check):
            stage.say(f"{moment:%Y-%m-%d}  {sentence}")


def _look_at(source: Source, fetcher: Fetcher, moment: datetime) -> Check:
    """Look at a source as at any other, by the play's clock."""
    began_at = utcnow()
    check = check_source(source, fetcher=fetcher, clock=lambda: moment)
    assert check is not None  # the transaction keeps every other worker away
    for column in WRITTEN_AT:
        column.model.update({column: moment}).where(column >= began_at).execute()
    return check


def _tell(stage: Stage, days: int, settings: Settings) -> None:
    moment = stage.now - timedelta(days=days, minutes=20)
    if alert.deliver(moment, settings=settings, send=_on_loopback):
        stage.say(f"{moment:%Y-%m-%d}  An alert told of it, by webhook.")


def _news(check: Check) -> Iterator[str]:
    if check.outcome == "baseline":
        entries, clauses = len(check.reading.entries), len(check.reading.notice)
        found = f"{entries} entries" if entries else f"{clauses} clauses on changes"
        yield f"{check.source.vendor.name}: first look, {found}, no news."
    if check.news is not None:
        yield describe_news(check)
    for change in Change.select().where(Change.check_row == check).order_by(Change.id):
        yield describe(change)


@contextmanager
def _one_channel(server: SampleServer, now: datetime) -> Iterator[None]:
    """Keep every other channel out of it, and the sample's own in use no longer than it lasts."""
    others = [channel.id for channel in Channel.select().where(Channel.is_active)]
    Channel.update(is_active=False).execute()
    channel = Channel.create(
        name=CHANNEL,
        kind="webhook",
        settings={"url": f"{server.base}alerts", "secret": new_secret()},
        kinds=[*CHANGE_KINDS, "source"],
        created_at=_beginning(now),
    )
    yield
    Channel.update(is_active=False).where(Channel.id == channel.id).execute()
    Channel.update(is_active=True).where(Channel.id.in_(others)).execute()


def _on_loopback(kind: str, settings: dict[str, Any], message: Message) -> str | None:
    """Send to the sample's own server, which is not public; no other channel is active."""
    return channels.send(kind, {**settings, "allow_private": True}, message)


def _turn_off(stage: Stage) -> None:
    """Nobody answers at these addresses: only the source that is broken anyway stays on."""
    ids = [source.id for source, page in stage.sources if not page.stays_on]
    Source.update(interval="off").where(Source.id.in_(ids)).execute()


def _conclude(stage: Stage, settings: Settings) -> None:
    """Keep the alerts, and say in three lines what there is now."""
    path = settings.data / ALERTS
    path.write_bytes(b"".join(body + b"\n" for body in stage.server.alerts))
    ids = [source.id for source, _ in stage.sources]
    changes = Change.select().where(Change.source.in_(ids)).count()
    stage.say(
        f"The sample workspace is loaded: {len(STORY)} made-up vendors with {len(ids)} pages, "
        f"{len(LOOKS)} looks at each in {LOOKS[0]} days, {changes} changes."
    )
    stage.say(f"The {len(stage.server.alerts)} alerts stand in {path} as they were received.")
    stage.say(
        "These vendors do not exist, so their sources are turned off; one that broke stays on, "
        "to show what that looks like."
    )
