"""What runs by itself: due sources are looked at, due alerts are sent. One queue, on a file of
its own."""

import json
import logging
from datetime import timedelta
from functools import cache

from huey import SqliteHuey, crontab
from huey.consumer import Consumer
from huey.registry import Message
from huey.serializer import Serializer
from peewee import chunked

from inventory.check import check_source
from inventory.database import connected
from inventory.due import due_sources, is_anything_claimed
from inventory.models import Source, utcnow
from inventory.settings import Settings, keep_private
from inventory.telling import alert, outbox
from scrapers.fetch import Fetcher
from scrapers.render import make_renderer

WORKERS = 2
ROUND = timedelta(minutes=5)
PATIENCE = 1.0  # seconds that an idle worker sleeps at most, so that "Check now" is soon
logger = logging.getLogger("onward.schedule")


class Plain(Serializer):
    """Keeps tasks as JSON: what is read back from the file is data, where a pickle is a program."""

    def _serialize(self, data: Message) -> bytes:
        return json.dumps(data).encode()

    def _deserialize(self, data: bytes) -> Message:
        try:
            message = Message(*json.loads(data))
            return message._replace(args=tuple(message.args))
        except (TypeError, ValueError) as error:
            raise ValueError("the queue holds what is no task of ours") from error


@cache
def queue(settings: Settings) -> SqliteHuey:
    """The queue of a workspace and what can be asked of it; the same in the web server and the
    worker."""
    file = keep_private(settings.data / "queue.db")
    huey = SqliteHuey("looks", filename=str(file), results=False, serializer=Plain())
    fetcher = Fetcher(allow_private=settings.allow_private, about=settings.contact)
    renderer = make_renderer(fetcher, settings.chromium)

    @huey.task(name="look")
    def look(source_id: int) -> None:
        with connected():
            source = Source.get_or_none(Source.id == source_id)
            check = source and check_source(source, fetcher=fetcher, renderer=renderer)
            if check:
                logger.info("%s %s %s", source.url, check.outcome, check.problem or "")
            tell(settings)

    @huey.periodic_task(crontab(minute="*"), name="tick")
    def tick() -> None:
        with connected():
            hand_out(settings)
            tell(settings)

    huey.look = look
    return huey


def hand_out(settings: Settings) -> None:
    """Put every due source in the queue once."""
    _put(queue(settings), [source.id for source in due_sources(utcnow())])


def tell(settings: Settings) -> None:
    """Send what is due once a round of looks has ended, so that it leaves as one message.

    A round that does not end holds nothing back for longer than ROUND.
    """
    now = utcnow()
    is_busy = queue(settings).pending_count() > 0 or is_anything_claimed(now)
    if not is_busy or outbox.has_waited_since(now - ROUND):
        alert.deliver(now, settings=settings)


def check_soon(source_ids: list[int], settings: Settings) -> None:
    """Ask for a look at sources as soon as a worker is free."""
    for portion in chunked(source_ids, 500):
        Source.update(next_check_at=utcnow()).where(Source.id.in_(portion)).execute()
    _put(queue(settings), source_ids)


def _put(huey: SqliteHuey, source_ids: list[int]) -> None:
    """Queue a look at each source that does not wait already.

    All in one transaction: one each would keep whoever imported ten thousand waiting for minutes.
    """
    waiting = _waiting(huey)
    tasks = [huey.look.s(source_id) for source_id in source_ids if source_id not in waiting]
    rows = [(huey.name, huey.serialize_task(task), task.priority or 0) for task in tasks]
    with huey.storage.db(commit=True) as cursor:
        cursor.executemany("INSERT INTO task (queue, data, priority) VALUES (?, ?, ?)", rows)


def _waiting(huey: SqliteHuey) -> set[int]:
    """The sources that stand in the queue already."""
    return {task.args[0] for task in huey.pending() if task.args}


def work(settings: Settings) -> None:
    """Look and tell until stopped."""
    with connected():
        hand_out(settings)
    Consumer(queue(settings), workers=WORKERS, max_delay=PATIENCE, graceful_signal="TERM").run()
