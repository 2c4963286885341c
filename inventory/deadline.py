"""Until when one may object to a change. Pure: clauses and dates in, a deadline out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from inventory.notice.scope import scope_told
from scrapers.reading import NoticeTerm, Unit

IsHoliday = Callable[[date], bool]

_UNITS: dict[Unit, str] = {"days": "day", "business-days": "business day", "months": "month"}
_STARTS: dict[str | None, str] = {
    "notice-sent": "the notice was sent",
    "notice-received": "the notice was received",
    "posted": "the change was published",
    "informed": "we were informed",
    None: "the change was published",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The first and the last day on which the right to object may end, and how they were computed.

    The vendor's page tells when a change happened only as an interval, so the end is one too;
    `earliest` is the one to go by. `term` is the clause that gives the period.
    """

    earliest: date
    latest: date
    note: str
    term: NoticeTerm


def objection_deadline(
    terms: Sequence[NoticeTerm],
    *,
    not_before: datetime | None,
    detected_at: datetime,
    effective_on: date | None,
    country: str | None = None,
) -> Deadline | None:
    """Compute until when one may object, from the vendor's own clauses; None without a period.

    A period to object comes first; without one, the notice period tells how long it is ahead.

    The change was published between `not_before` (the last look without it) and `detected_at`, and
    takes effect on `effective_on` if the vendor says so. Dates are those of UTC. The day of the
    event is not counted, and a period of months ends on the same day of the month or on its last
    day, as in Article 3 of Regulation (EEC, Euratom) No 1182/71; that article's rule that a period
    ends on a working day is left out, for it makes periods longer than a contract need grant.
    `country` (ISO 3166-1 alpha-2) names whose public holidays are no business days; without it
    Monday to Friday are business days.
    """
    seen = _Published(_day(not_before or detected_at), _day(detected_at), not_before is not None)
    is_holiday = _holidays(country)
    found = [
        deadline
        for term in terms
        if term.kind == "objection"
        and (deadline := _by_term(term, terms, seen, effective_on, is_holiday))
    ]
    first = min(found, key=lambda deadline: deadline.earliest, default=None)
    first = first or _by_notice(terms, seen, effective_on, is_holiday)
    return first and replace(first, note=" ".join([first.note, *_scope(first.term)]))


def _scope(term: NoticeTerm) -> Iterator[str]:
    """What the clause says of whom it holds for, and of not objecting."""
    return scope_told(term.silence, term.conditions)


@dataclass(frozen=True, slots=True)
class _Published:
    """The interval in which the change was published; unbounded where nothing was seen before."""

    first: date
    last: date
    is_bounded: bool

    def __str__(self) -> str:
        if not self.is_bounded:
            return f"on {self.last} or before"
        return f"on {self.last}" if self.first == self.last else f"from {self.first} to {self.last}"


def _by_term(
    term: NoticeTerm,
    terms: Sequence[NoticeTerm],
    seen: _Published,
    effective_on: date | None,
    is_holiday: IsHoliday,
) -> Deadline | None:
    if term.trigger == "before-change":
        return _before_change(term, terms, seen, effective_on, is_holiday)
    length = _length(term)
    if length is None:
        return None
    first, last = (_shift(day, length, is_holiday) for day in (seen.first, seen.last))
    note = (
        f"{_say(length)} after the day on which {_STARTS.get(term.trigger, _STARTS[None])}, "
        f"taken to be when it came to stand on the page: {seen}."
    )
    return Deadline(first, last, note, term)


def _before_change(
    term: NoticeTerm,
    terms: Sequence[NoticeTerm],
    seen: _Published,
    effective_on: date | None,
    is_holiday: IsHoliday,
) -> Deadline | None:
    """Count back from the day on which the change takes effect, stated or given by the notice."""
    starts, because = _takes_effect(terms, seen, effective_on, is_holiday)
    if starts is None:
        return None
    length = _length(term)
    back = _Length(-length.number, length.unit) if length else _Length(-1, "days")
    first, last = (_shift(day, back, is_holiday) for day in starts)
    what = f"{_say(length)} before" if length else "The day before"
    return Deadline(first, last, f"{what} the change takes effect, {because}.", term)


def _by_notice(
    terms: Sequence[NoticeTerm],
    seen: _Published,
    effective_on: date | None,
    is_holiday: IsHoliday,
) -> Deadline | None:
    """The last day on which a change is still to come, where notice is all that the vendor gives.

    It informs ahead so that one may object (GDPR Art. 28(2)): until then an objection is in time.
    """
    given = [term for term in terms if term.kind == "notice" and _length(term)]
    if not given:
        return None
    objection = NoticeTerm("objection", given[0].quote, trigger="before-change")
    found = _before_change(objection, given, seen, effective_on, is_holiday)
    note = "The vendor states no period to object. "
    return found and replace(found, note=f"{note}{found.note}", term=_shortest(given, seen))


def _shortest(terms: Sequence[NoticeTerm], seen: _Published) -> NoticeTerm:
    """Which of some clauses with a length ends first; holidays do not turn their order."""

    def end(term: NoticeTerm) -> date:
        length = _length(term)
        assert length is not None  # only such clauses are asked about
        return _shift(seen.first, length, lambda day: False)

    return min(terms, key=end)


def _takes_effect(
    terms: Sequence[NoticeTerm],
    seen: _Published,
    effective_on: date | None,
    is_holiday: IsHoliday,
) -> tuple[tuple[date, date] | None, str]:
    if effective_on:
        return (effective_on, effective_on), f"which the vendor says is {effective_on}"
    lengths = [_length(term) for term in terms if term.kind == "notice"]
    known = [length for length in lengths if length]
    if not known:
        return None, ""
    length = min(known, key=lambda given: _shift(seen.first, given, is_holiday))
    first, last = (_shift(day, length, is_holiday) for day in (seen.first, seen.last))
    return (first, last), f"at the earliest {_say(length)} after it was published {seen}"


class _Length(NamedTuple):
    number: int
    unit: Unit


def _length(term: NoticeTerm) -> _Length | None:
    return _Length(term.period, term.unit) if term.period is not None and term.unit else None


def _say(length: _Length) -> str:
    number, unit = length
    return f"{number} {_UNITS[unit]}{'' if number == 1 else 's'}"


def _day(moment: datetime) -> date:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def _shift(day: date, length: _Length, is_holiday: IsHoliday) -> date:
    """Move by `length`, back if it is negative; the day itself is not counted."""
    number, unit = length
    if unit == "months":
        return _months_later(day, number)
    if unit == "days":
        return day + timedelta(days=number)
    step, left = timedelta(days=1 if number > 0 else -1), abs(number)
    while left:
        day += step
        left -= day.weekday() < 5 and not is_holiday(day)
    return day


def _months_later(day: date, number: int) -> date:
    years, month = divmod(day.month - 1 + number, 12)
    first = date(day.year + years, month + 1, 1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), next_month - timedelta(days=1))


def _holidays(country: str | None) -> IsHoliday:
    return _calendar(country.upper()) if country else lambda day: False


@lru_cache(maxsize=32)
def _calendar(country: str) -> IsHoliday:
    import holidays  # 15 ms and many countries: only for those who name one

    try:
        calendar = holidays.country_holidays(country)
    except NotImplementedError:
        raise ValueError(
            f"no public holidays are known for {country!r}; give an ISO 3166-1 alpha-2 code or none"
        ) from None
    return calendar.__contains__
