"""What a vendor's page came to say of a change in its own change log."""

from inventory.models import Change, Snapshot
from inventory.notice.announced import Seen, log_says
from inventory.snapshots import page_of
from scrapers.change_log import LogLine, find_change_log
from scrapers.documents import open_document
from scrapers.errors import ScrapeError
from scrapers.fields import plain
from scrapers.names import normal_form


def log_told(change: Change, seen: Seen) -> tuple[str, str | None] | None:
    """What the log tells of a change: a sentence, and its own words; None where no log is kept.

    Only what came to the log with the change counts: older lines tell of older changes.
    """
    now = _log(change.snapshot_after_id, change)
    if now is None:
        return None
    before = _log(change.snapshot_before_id, change) or ()
    known = {line.quote for line in before}
    names = _names(change)
    told = [line for line in now if line.quote not in known and _speaks_of(line.quote, names)]
    line = max(told, key=lambda one: one.on, default=None)
    return log_says(seen, line.on if line else None), line.quote if line else None


def _log(snapshot_id: int | None, change: Change) -> tuple[LogLine, ...] | None:
    """The log on a stored page; None where it keeps none, or cannot be opened."""
    snapshot = Snapshot.get_or_none(Snapshot.id == snapshot_id)
    if snapshot is None:
        return None
    try:
        return find_change_log(open_document(page_of(snapshot, change.source)))
    except ScrapeError:
        return None


def _names(change: Change) -> set[str]:
    """The names by which a line may speak of the company, folded as the line will be."""
    printed = [change.subprocessor.name, change.engagement.entity]
    if change.kind == "renamed":
        printed += [change.before or "", change.after or ""]
    return {name for text in printed if (name := plain(normal_form(text)))}


def _speaks_of(quote: str, names: set[str]) -> bool:
    words = f" {plain(quote)} "
    return any(f" {name} " in words for name in names)
