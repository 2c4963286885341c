"""How a source is: read whole, or bad and since when. Each turn is told once."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from inventory.compare.comparable import names_nobody
from inventory.database import Prepared, transaction
from inventory.diff import Comparison, weigh
from inventory.due import next_check_at
from inventory.held import GOOD as GOOD
from inventory.models import Check, Reading, Snapshot, Source, utcnow
from inventory.record import Listed
from inventory.snapshots import new_home, was_asked_elsewhere
from inventory.telling import alert
from scrapers.reading import Reading as Value

MAY = Comparison(readable=True, problem=None)
NOBODY = (
    "This page is a policy that names no company, and no list; watch it as a policy if that is "
    "what it is."
)
FIRST_THERE = (
    "This is the first look at the source's new address: which companies are listed and where they "
    "are is compared with what stood at the old one, not how that is put."
)
NOTHING = "no list of sub-processors and no policy was found on this page"


def gives_clauses(kind: str, found: Reading | Value) -> bool:
    """Whether a reading is of a contract that names no sub-processor, as many do: its clauses are
    what we came for."""
    return kind == "dpa" and found.kind == "none" and bool(found.notice)


def is_whole(source: Source, reading: Value) -> bool:
    """Whether a reading saw all that its page is looked at for."""
    is_read = reading.complete and reading.kind != "none"
    return is_read or gives_clauses(source.kind, reading)


def judge(
    source: Source, snapshot: Snapshot, reading: Value, *, good: Check | None, listed: Listed
) -> Comparison:
    """Whether a reading may be compared with what a source had `listed` by the look that was good
    last, by the rules of `inventory.diff`, and what befell the page as a whole."""
    if gives_clauses(source.kind, reading):
        return MAY
    if not is_whole(source, reading):
        return Comparison(readable=False, problem=reading.problem or NOTHING)
    verdict = _against(listed, reading, good, of_policy=source.kind != "list")
    is_trusted = snapshot.sha256 == source.trusted_sha256
    verdict = MAY if is_trusted and verdict.problem else verdict
    if good and verdict.readable and was_asked_elsewhere(good.snapshot_id):
        return replace(verdict, remark=FIRST_THERE)
    return verdict


def _against(listed: Listed, new: Value, good: Check | None, *, of_policy: bool) -> Comparison:
    if good is None:
        is_bare = names_nobody(new) and not of_policy
        return Comparison(readable=False, problem=NOBODY) if is_bare else MAY
    held = tuple(entry for one, entry in listed if one.missing_since is None)
    then = good.reading
    old = Value(then.kind, complete=True, entries=held, language=then.language)
    return weigh(old, new, of_policy=of_policy)[0]


def last_confirmed(source: Source) -> Check | None:
    """The last look that saw what the register holds of a source."""
    for found in _confirmed.rows(Check, source.id):
        check: Check = found
        check.reading = Reading.get_by_id(check.reading_id)
        return check
    return None


_confirmed = Prepared(
    lambda slot: (
        Check.select()
        .where(Check.source == slot, Check.outcome.in_(GOOD), ~Check.is_variant)
        .order_by(Check.started_at.desc(), Check.id.desc())
        .limit(1)
    )
)


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
            moved_to=new_home(snapshot, source) if snapshot and row and not row.entries else None,
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
    state: dict[str, Any] = {
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
    Source.alter(source.id, **state)


def is_known_bad(source: Source) -> bool:
    """Whether the last thing told of a source is that it went bad."""
    told = Check.news.in_(("went-bad", "healed")) & (Check.source == source)
    last = Check.select(Check.news).where(told).order_by(Check.id.desc()).first()
    return last is not None and last.news == "went-bad"
