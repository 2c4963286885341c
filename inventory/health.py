"""How a source is: read whole, or bad and since when. Each turn is told once."""

from datetime import datetime

from inventory import alert, record
from inventory.database import transaction
from inventory.due import next_check_at
from inventory.held import GOOD as GOOD
from inventory.models import Check, Reading, Snapshot, Source, utcnow

SMALL = 4  # lists of fewer entries may halve without our doubting the page


def doubt(source: Source, snapshot: Snapshot, row: Reading) -> str | None:
    """Why this reading must not be compared, in one sentence, or None if it may."""
    is_clauses_only = source.kind == "dpa" and row.kind == "none" and bool(row.notice)
    if is_clauses_only:
        return None  # many a contract names no sub-processor: its clauses are what we came for
    if not row.complete or row.kind == "none":
        return row.problem or "no list of sub-processors and no policy was found on this page"
    if snapshot.sha256 == source.trusted_sha256:
        return None
    held = [one for one, _ in record.standing(source) if one.missing_since is None]
    if len(held) >= SMALL and len(row.entries) * 2 < len(held):
        return (
            f"the list had {len(held)} entries and now shows {len(row.entries)}; "
            "look at the page, and accept it if it is whole"
        )
    return None


def went_bad(
    source: Source,
    started_at: datetime,
    outcome: str,
    problem: str,
    *,
    snapshot: Snapshot | None = None,
    row: Reading | None = None,
    is_passing: bool = False,
) -> Check:
    """Record that a source could not be read. It is told once, and a failure that may pass only
    if it lasts."""
    is_news = not is_known_bad(source) and not (is_passing and source.problem is None)
    with transaction():
        check = Check.create(
            source=source,
            outcome=outcome,
            problem=problem,
            snapshot=snapshot,
            reading=row,
            news="went-bad" if is_news else None,
            started_at=started_at,
            finished_at=utcnow(),
        )
        _settle(source, started_at, problem=problem, is_passing=is_passing)
        alert.queue_alerts([], [check] if is_news else [], now=started_at)
    return check


def read_whole(
    source: Source,
    started_at: datetime,
    outcome: str,
    snapshot: Snapshot | int | None,
    row: Reading | int | None,
) -> Check:
    """Record that a source was read whole, and that it healed if it was bad."""
    with transaction():
        healed = source.problem is not None and is_known_bad(source)
        check = Check.create(
            source=source,
            outcome=outcome,
            snapshot=snapshot,
            reading=row,
            news="healed" if healed else None,
            started_at=started_at,
            finished_at=utcnow(),
        )
        _settle(source, started_at)
        if healed:
            alert.queue_alerts([], [check], now=started_at)
    return check


def _settle(
    source: Source, now: datetime, *, problem: str | None = None, is_passing: bool = False
) -> None:
    """Write down how the source is, and give it back."""
    state = {
        "etag": source.etag,
        "last_modified": source.last_modified,
        "problem": problem,
        "bad_since": (source.bad_since or now) if problem else None,
        "checked_at": now,
        "next_check_at": next_check_at(source, now, is_passing=is_passing),
        "claimed_until": None,
    }
    if problem is None:
        state["confirmed_at"] = now
    Source.update(state).where(Source.id == source.id).execute()


def is_known_bad(source: Source) -> bool:
    """Whether the last thing told of a source is that it went bad."""
    told = Check.news.is_null(False) & (Check.source == source)
    last = Check.select(Check.news).where(told).order_by(Check.id.desc()).first()
    return last is not None and last.news == "went-bad"
