"""What a vendor says of when a change takes effect, beside what was seen. Pure: dates in, words
out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

Verdict = Literal["announced-ahead", "as-announced", "without-notice", "not-stated"]
DATED = ("status", "effective_on")  # the amended fields that a day of effect belongs to


@dataclass(frozen=True, slots=True)
class Seen:
    """The interval in which a change came to stand on the page, and what the page says itself.

    `was_announced` and `earlier` are what the entry said before: that it was to come, and when.
    `updated_on` and `updated_before` are the dates that the page prints, now and one look before.
    """

    kind: str
    field: str | None
    not_before: datetime | None
    not_after: datetime
    effective_on: date | None = None
    is_announced: bool = False
    was_announced: bool = False
    earlier: date | None = None
    updated_on: date | None = None
    updated_before: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """How a change was told, and the sentence that says by which dates."""

    verdict: Verdict
    sentence: str


def how_told(seen: Seen) -> Told | None:
    """Compare what a vendor says with what was seen, for the changes that a day of effect is about.

    What it told elsewhere, by mail for one, is not known here.
    """
    if seen.kind != "added" and not (seen.kind == "amended" and seen.field in DATED):
        return None
    if seen.effective_on is None:
        return _without_date(seen)
    first, last = _days(seen)
    effect, says = seen.effective_on, f"The vendor says that it takes effect on {seen.effective_on}"
    if effect > last:
        days = _count((effect - last).days)
        return Told(
            "announced-ahead", f"{says}: {days} after we saw it at the latest.{_moved(seen)}"
        )
    if seen.was_announced:
        return Told(
            "as-announced", f"{says}, and it stood there as announced before.{_moved(seen)}"
        )
    if first is None:
        return Told("not-stated", f"{says}; there was no complete look before to compare with.")
    if effect < first:
        days = _count((first - effect).days)
        return Told("without-notice", f"{says}: {days} before our last look without it.")
    days = _count((effect - first).days)
    return Told(
        "as-announced", f"{says}, between two looks: at most {days} after it was published."
    )


def page_says(seen: Seen) -> str | None:
    """Whether the date that the page prints agrees with when the change was seen."""
    updated, (first, last) = seen.updated_on, _days(seen)
    if updated is None:
        return None
    if updated == seen.updated_before:
        return f"The page's own date, {updated}, was left as it was, and tells nothing of it."
    if updated > last:
        return f"The page's own date, {updated}, lies after the look that found the change."
    if first and updated < first:
        return (
            f"The page's own date, {updated}, lies before {first}, when we last saw it otherwise."
        )
    return f"The page's own date, {updated}, agrees with what we saw."


def log_says(seen: Seen, dated: date | None) -> str:
    """Whether the change log that the page keeps agrees with when the change was seen.

    `dated` is the day of the line that came with the change, None if none speaks of it.
    """
    if dated is None:
        return "The page keeps a change log, which says nothing of this."
    first, last = _days(seen)
    if dated > last:
        return f"The page's change log dates it {dated}, after the look that found it."
    if first and dated < first:
        days = _count((first - dated).days)
        return f"The page's change log dates it {dated}: {days} before we last saw it otherwise."
    return f"The page's change log dates it {dated}, which agrees with what we saw."


def _without_date(seen: Seen) -> Told:
    if seen.is_announced:
        return Told("announced-ahead", "The vendor lists it as to come, and says no day of effect.")
    if seen.was_announced:
        return Told("as-announced", "It stood there as to come before, and now stands as current.")
    return Told("not-stated", "The vendor says no day of effect, and nothing stood there before.")


def _moved(seen: Seen) -> str:
    """Where an announced day became another one."""
    if not seen.earlier or not seen.effective_on or seen.earlier == seen.effective_on:
        return ""
    way = "brought forward" if seen.effective_on < seen.earlier else "put off"
    return f" It was {way}: the day was {seen.earlier} before."


def _days(seen: Seen) -> tuple[date | None, date]:
    return (_day(seen.not_before) if seen.not_before else None), _day(seen.not_after)


def _day(moment: datetime) -> date:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def _count(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"
