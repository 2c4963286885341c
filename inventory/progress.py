"""How a round of looks is going: what waits, what is being looked at, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from peewee import JOIN, fn

from inventory.models import Check, Source, Vendor

SHOWN = 200
PATIENCE = timedelta(seconds=75)  # the worker hands out what is due once a minute


@dataclass(frozen=True)
class Line:
    """One source of a round. `state` is waiting, looking, or the outcome of its check."""

    source: Source
    state: str
    problem: str | None = None
    check: Check | None = None

    @property
    def is_done(self) -> bool:
        """Whether the look is over."""
        return self.state not in ("waiting", "looking")


@dataclass(frozen=True)
class Round:
    """All that was asked for since a moment; `lines` are the first of `total`."""

    lines: tuple[Line, ...]
    total: int
    outcomes: dict[str, int]
    is_stalled: bool

    @property
    def done(self) -> int:
        """How many looks are over."""
        return sum(self.outcomes.values())

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to wait for."""
        return self.done >= self.total


def round_since(since: datetime, now: datetime, source_ids: Sequence[int] = ()) -> Round:
    """Tell how the sources fare that were handed out at `since`: those named, or all that are not
    turned off."""
    wanted = Source.id.in_(list(source_ids)) if source_ids else Source.interval != "off"
    total = Source.select().where(wanted).count()
    counted = Source.select(Check.outcome, fn.COUNT(Check.id))
    counted = counted.join(Check, on=(Check.id == _last_check(since))).where(wanted)
    outcomes = dict(counted.group_by(Check.outcome).tuples())
    lines = tuple(_lines(wanted, since, now))
    is_idle = not outcomes and not any(line.state == "looking" for line in lines)
    return Round(lines, total, outcomes, is_idle and now - since > PATIENCE)


def _last_check(since: datetime) -> Any:
    """The id of a source's last finished check since a moment."""
    check = Check.alias()
    its_own = (check.source == Source.id) & (check.started_at >= since)
    query = check.select(check.id).where(its_own, check.finished_at.is_null(False))
    return query.order_by(check.started_at.desc()).limit(1)


def _lines(wanted: Any, since: datetime, now: datetime) -> list[Line]:
    query = Source.select(Source, Vendor, Check).join(Vendor).switch(Source)
    last = Check.id == _last_check(since)
    query = query.join(Check, JOIN.LEFT_OUTER, on=last, attr="last").where(wanted)
    sources = query.order_by(Vendor.name, Source.id).limit(SHOWN)
    return [_line(source, getattr(source, "last", None), now) for source in sources]


def _line(source: Source, check: Check | None, now: datetime) -> Line:
    if check is not None and check.id:
        return Line(source, check.outcome, check.problem, check)
    is_claimed = source.claimed_until is not None and source.claimed_until > now
    return Line(source, "looking" if is_claimed else "waiting")
