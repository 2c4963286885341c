"""How much a change matters on the day on which it is shown: what was stored, and the deadline."""

from datetime import date, timedelta
from typing import Any

from peewee import Case

from inventory import assess
from inventory.assess import Severity
from inventory.models import Change, utcnow
from inventory.severity import NEAR, VERY_NEAR, rank


def severity_of(change: Change, today: date | None = None) -> Severity:
    """The severity of a change on a day, which is today where none is given."""
    return assess.severity_of(change, today or utcnow().date())


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
