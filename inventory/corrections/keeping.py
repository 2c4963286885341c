"""Keep what a person says of a source where the reader is wrong, and bring the register to it in
the same transaction: nobody is told."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from inventory.apply import apply_again, correct
from inventory.corrections.told import latest_reading, told_of
from inventory.database import transaction
from inventory.health import is_whole, last_confirmed
from inventory.models import AuditEvent, Correction, Reading, Snapshot, Source, User, utcnow
from inventory.snapshots import PRESENT, read_snapshot, reading_value

LONGEST_NOTE = 4_000
NO_LIST = (
    "with this, no list would be read from the page as a whole; look at the preview and choose "
    "other meanings"
)


class CorrectionError(Exception):
    """What was said cannot be kept; the message says why, in one sentence."""


def keep(source: Source, user: User, write: Callable[[datetime], None], note: str = "") -> None:
    """Let `write` write down what a person said, and bring the register to it in one transaction.

    What a better reader sees otherwise is recorded first: that is not the person's doing.
    """
    if len(note) > LONGEST_NOTE:
        raise CorrectionError(
            f"the note has {len(note):,} characters; {LONGEST_NOTE:,} are allowed"
        )
    now = utcnow()
    with transaction():
        good = last_confirmed(source)
        if good:
            correct(source, good, reader=PRESENT, now=now)
        could = good and _read(source, good.snapshot)
        write(now)
        if good and could and is_whole(source, reading_value(could)):
            row = _read(source, good.snapshot)
            if not is_whole(source, reading_value(row)):
                raise CorrectionError(NO_LIST)
            apply_again(source, good, row, now=now, cause="person", user=user)
        if last := latest_reading(source):
            _read(source, last.snapshot)


def _read(source: Source, snapshot: Snapshot) -> Reading:
    """What the present reader makes of a snapshot with what people say now."""
    return read_snapshot(snapshot, source, PRESENT, told_of(source).meanings)


def begin(source: Source, user: User, at: datetime, **said: Any) -> None:
    """Write down one thing that a person says."""
    said["note"] = said.get("note", "").strip()
    Correction.create(source=source, set_by=user, set_at=at, **said)


def end(which: Any, user: User, at: datetime) -> None:
    """Say of which corrections that they no longer hold."""
    Correction.update(withdrawn_by=user, withdrawn_at=at).where(which).execute()


def note_down(user: User, action: str, source: Source, detail: str) -> None:
    """Note among what people did that they did this."""
    AuditEvent.create(user=user, action=action, subject=source.url, detail=detail)
