"""Keep pages as they were answered, and what each version of the reader made of them."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from inventory.database import Prepared
from inventory.models import Reading, Snapshot, Source
from scrapers import reading as values
from scrapers.documents import open_document
from scrapers.errors import ScrapeError
from scrapers.meanings import Meaning
from scrapers.moved import find_new_home
from scrapers.page import Page
from scrapers.read import READER_VERSION, read
from scrapers.wire import (
    contradiction_from_json,
    contradiction_to_json,
    entry_from_json,
    entry_to_json,
    notice_from_json,
    notice_to_json,
)


@dataclass(frozen=True)
class Reader:
    """A version of the reader and what it does."""

    version: int = READER_VERSION
    read: Callable[..., values.Reading] = read  # of a page, and of meanings where any were told


PRESENT = Reader()
_held = Prepared(
    lambda slot: Snapshot.select().where(Snapshot.source == slot, Snapshot.sha256 == slot)
)
_read = Prepared(
    lambda slot: Reading.select().where(
        Reading.snapshot == slot, Reading.reader_version == slot, Reading.meanings == slot
    )
)


def record_snapshot(source: Source, page: Page) -> Snapshot:
    """Store a page before anyone reads it; the same bytes as once before are not stored again."""
    sha256 = hashlib.sha256(page.content).hexdigest()
    if known := _held.rows(Snapshot, source.id, sha256):
        held: Snapshot = known[0]
        if held.asked_url is not None:
            held.asked_url = None  # the page that stood at the old address stands at the new one
            Snapshot.alter(held.id, asked_url=None)
        return held
    return Snapshot.create(
        source=source,
        sha256=sha256,
        content=page.content,
        size=len(page.content),
        media_type=page.media_type,
        charset=page.charset,
        final_url=page.final_url,
    )


def page_of(snapshot: Snapshot, source: Source) -> Page:
    """The page that a snapshot was made from."""
    return Page(
        url=snapshot.asked_url or source.url,
        content=bytes(snapshot.content),
        media_type=snapshot.media_type,
        charset=snapshot.charset,
        final_url=snapshot.final_url,
        fetched_at=snapshot.fetched_at,
    )


def read_snapshot(
    snapshot: Snapshot,
    source: Source,
    reader: Reader = PRESENT,
    meanings: tuple[Meaning, ...] = (),
) -> Reading:
    """What this version of the reader makes of a snapshot, read now or before, when it is told
    these meanings of titles."""
    key = meanings_key(meanings)
    if known := _read.rows(Reading, snapshot.id, reader.version, key):
        held: Reading = known[0]
        return held
    page = page_of(snapshot, source)
    reading = reader.read(page, meanings) if meanings else reader.read(page)
    row = record_reading(snapshot, reading, reader.version, key)
    row.value = reading
    return row


def meanings_key(meanings: tuple[Meaning, ...]) -> str:
    """A short name for meanings of titles; none have an empty one."""
    said = sorted((one.title, one.field or "") for one in meanings)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16] if said else ""


def leave_address(source: Source, url: str) -> None:
    """Note that what was seen of a source so far was asked for at this address."""
    Snapshot.update(asked_url=url).where(
        Snapshot.source == source, Snapshot.asked_url.is_null()
    ).execute()


def was_asked_elsewhere(snapshot_id: int) -> bool:
    """Whether the source of a snapshot has moved since."""
    return bool(_elsewhere.tuples(snapshot_id))


_elsewhere = Prepared(
    lambda slot: Snapshot.select(Snapshot.id).where(
        Snapshot.id == slot, Snapshot.asked_url.is_null(False)
    )
)


def addresses(source: Source) -> list[str]:
    """Where a source is watched and where it was."""
    left = Snapshot.select(Snapshot.asked_url).where(
        Snapshot.source == source, Snapshot.asked_url.is_null(False)
    )
    return [source.url, *(url for (url,) in left.distinct().tuples())]


def new_home(snapshot: Snapshot, source: Source) -> str | None:
    """The address to which a page that holds no list points, if it names one."""
    page = page_of(snapshot, source)
    try:
        found = find_new_home(open_document(page))
    except ScrapeError:
        return None
    return None if found in (source.url, page.base_url) else found


def record_reading(
    snapshot: Snapshot, reading: values.Reading, version: int, meanings: str = ""
) -> Reading:
    """Store what a version of the reader made of a snapshot."""
    return Reading.create(
        snapshot=snapshot,
        reader_version=version,
        meanings=meanings,
        kind=reading.kind,
        complete=reading.complete,
        problem=reading.problem,
        language=reading.language,
        title=reading.title,
        last_updated=reading.last_updated,
        entries=[entry_to_json(entry) for entry in reading.entries],
        notice=[notice_to_json(term) for term in reading.notice],
        contradictions=[contradiction_to_json(found) for found in reading.contradictions],
    )


def reading_value(row: Reading) -> values.Reading:
    """The reading that a row was made from; it is made again once."""
    if not hasattr(row, "value"):
        row.value = _made_again(row)
    found: values.Reading = row.value
    return found


def _made_again(row: Reading) -> values.Reading:
    return values.Reading(
        kind=row.kind,
        complete=row.complete,
        entries=tuple(entry_from_json(entry) for entry in row.entries),
        problem=row.problem,
        language=row.language,
        last_updated=row.last_updated,
        notice=tuple(notice_from_json(term) for term in row.notice),
        title=row.title,
        contradictions=tuple(map(contradiction_from_json, row.contradictions or ())),
    )
