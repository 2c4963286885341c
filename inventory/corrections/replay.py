"""Say again, in the order of time, what people said of a source: for deriving its history anew."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from inventory.apply import apply_again
from inventory.corrections.fixes import Seen
from inventory.corrections.told import told_of
from inventory.health import is_whole, last_confirmed
from inventory.models import Correction, Source
from inventory.snapshots import Reader, read_snapshot, reading_value

KEPT = ("about", "name", "section", "quote", "field", "before", "value", "set_at")


class Said:
    """The corrections of a source, to be made on its shadow as they were made."""

    def __init__(self, source: Source, shadow: Source, reader: Reader) -> None:
        rows = Correction.select().where(Correction.source == source)
        self._shadow, self._reader = shadow, reader
        self._copies: dict[int, Correction] = {}
        said = [(row.set_at, 1, row) for row in rows]
        ended = [(row.withdrawn_at, 0, row) for row in rows if row.withdrawn_at]
        self._waiting = sorted(said + ended, key=lambda one: (one[0], one[1], one[2].id))

    def until(self, moment: datetime | None) -> None:
        """Repeat what was said before a moment, or all that is left."""
        while self._waiting and (moment is None or self._waiting[0][0] <= moment):
            at = self._waiting[0][0]
            while self._waiting and self._waiting[0][0] == at:  # what was said in one breath
                _, begins, row = self._waiting.pop(0)
                self._begin(row) if begins else self._end(row, at)
            self._apply(at)

    def _begin(self, row: Correction) -> None:
        kept: dict[str, Any] = {name: getattr(row, name) for name in KEPT}
        seen = {**(row.seen or asdict(Seen(""))), "quote": row.quote or "", "read": row.before}
        self._copies[row.id] = Correction.create(
            source=self._shadow, seen=seen if row.about in ("entry", "no-entry") else None, **kept
        )

    def _end(self, row: Correction, at: datetime) -> None:
        copy = Correction.id == self._copies[row.id].id
        Correction.update(withdrawn_at=at).where(copy).execute()

    def _apply(self, at: datetime) -> None:
        good = last_confirmed(self._shadow)
        if good:
            meanings = told_of(self._shadow).meanings
            row = read_snapshot(good.snapshot, self._shadow, self._reader, meanings)
            if is_whole(self._shadow, reading_value(row)):
                apply_again(self._shadow, good, row, now=at, cause="person")
