"""Know at a glance whether a page is the one we hold: most looks find nothing else."""

import hashlib
from dataclasses import dataclass

from peewee import JOIN, fn

from inventory.database import Prepared
from inventory.models import Check, Engagement, Reading, Snapshot, Source
from scrapers.page import Page
from scrapers.tokens import differ_in_tokens

GOOD = ("baseline", "changed", "unchanged")
MISSING = Engagement.missing_since.is_null(False) & Engagement.closed_at.is_null()
ANY_MISSING = Engagement.select(Engagement.id).where(MISSING, Engagement.source == Check.source)

_last = Prepared(
    lambda slot: (
        Check.select(
            Check.outcome,
            Check.snapshot,
            Snapshot.sha256,
            Check.reading,
            Reading.reader_version,
            Reading.meanings,
            Check.is_variant,
            fn.EXISTS(ANY_MISSING),
        )
        .join(Snapshot, JOIN.LEFT_OUTER)
        .switch(Check)
        .join(Reading, JOIN.LEFT_OUTER)
        .where(Check.source == slot)
        .order_by(Check.started_at.desc(), Check.id.desc())
        .limit(1)
    )
)


_missing = Prepared(
    lambda slot: Engagement.select(Engagement.id).where(Engagement.source == slot, MISSING).limit(1)
)


@dataclass(frozen=True)
class Held:
    """What the last look at a source found, and whether something waits for another look."""

    outcome: str
    snapshot_id: int | None
    sha256: str | None
    reading_id: int | None
    reader_version: int | None
    meanings: str | None
    is_waiting: bool  # a removal for its second look, or a variant for staying

    def settles(self, page: Page | None, version: int, meanings: str = "") -> bool:
        """Whether looking at this page again can tell nothing new to this version of the reader,
        told these meanings of titles.

        None is the page that we hold, as the server says.
        """
        is_settled = self.outcome in GOOD and self.reader_version == version
        is_settled = is_settled and self.meanings == meanings
        return is_settled and not self.is_waiting and (page is None or self.is_page(page))

    def is_page(self, page: Page) -> bool:
        """Whether this is the page that we hold, though a token in it may be another."""
        if hashlib.sha256(page.content).hexdigest() == self.sha256:
            return True
        if page.media_type not in ("text/html", "application/xhtml+xml"):
            return False
        return differ_in_tokens(Snapshot.get_by_id(self.snapshot_id).content, page.content)


def is_missing_any(source: Source) -> bool:
    """Whether the removal of something waits for a second look."""
    return bool(_missing.tuples(source.id))


def fresh(source: Source) -> Source:
    """The source as it stands in the database now."""
    return Source.get_by_id(source.id)


def last_look(source: Source) -> Held | None:
    """What is held of a source; None before its first look."""
    rows = _last.tuples(source.id)
    if not rows:
        return None
    *known, is_variant, is_missing_any = rows[0]
    outcome, snapshot_id, sha256, reading_id, version, meanings = known
    is_waiting = bool(is_variant or is_missing_any)
    return Held(outcome, snapshot_id, sha256, reading_id, version, meanings, is_waiting)
