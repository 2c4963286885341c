"""How much a change matters on the day on which it is shown: what was stored, and the deadline."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import Case

from inventory.assess import stored_reasons
from inventory.models import Change, utcnow
from inventory.severity import (
    NEAR,
    VERY_NEAR,
    Level,
    Reason,
    deadline_reason,
    level_of,
    rank,
)


@dataclass(frozen=True)
class Severity:
    """The level of a change with every reason, the gravest first."""

    level: Level
    reasons: list[Reason]

    @property
    def deciding(self) -> list[Reason]:
        """The reasons that give the level."""
        return [reason for reason in self.reasons if reason.level == self.level]


def severity_of(change: Change, today: date | None = None) -> Severity:
    """The severity of a change on a day. A deadline counts until somebody has decided."""
    found = stored_reasons(change)
    near = deadline_reason(change.deadline, today or utcnow().date())
    if near and change.decision is None and not change.is_minor and change.cause == "vendor":
        found = sorted([near, *found], key=lambda reason: -rank(reason.level))
    return Severity(level_of(found), found)


def severity_on(today: date) -> Any:
    """The same, as an expression by which the database sorts and filters: 0 for none to 3."""

    def within(days: int) -> Any:
        ends = Change.deadline.between(today, today + timedelta(days=days))
        return Change.decision.is_null() & ~Change.is_minor & (Change.cause == "vendor") & ends

    medium = rank("medium")
    cases = [
        (within(VERY_NEAR), rank("high")),
        (within(NEAR) & (Change.severity < medium), medium),
    ]
    return Case(None, cases, Change.severity)
