"""Objection deadlines: counted from the vendor's own words, never made up."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from inventory.deadline import objection_deadline
from scrapers.reading import NoticeTerm


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def objection(period=None, unit=None, trigger=None) -> NoticeTerm:
    return NoticeTerm("objection", "You may object.", period=period, unit=unit, trigger=trigger)


def notice(period=None, unit=None) -> NoticeTerm:
    return NoticeTerm("notice", "We give notice.", period=period, unit=unit)


def deadline(
    *terms, not_before="2025-03-03T09:00", detected="2025-03-05T09:00", effective=None, **more
):
    return objection_deadline(
        terms,
        not_before=at(not_before) if not_before else None,
        detected_at=at(detected),
        effective_on=date.fromisoformat(effective) if effective else None,
        **more,
    )


@pytest.mark.parametrize("trigger", ["notice-sent", "notice-received", "posted", "informed", None])
def test_the_period_runs_from_either_end_of_the_interval(trigger):
    found = deadline(objection(14, "days", trigger))

    assert (found.earliest, found.latest) == (date(2025, 3, 17), date(2025, 3, 19))
    assert "14 days after" in found.note
    assert "2025-03-03 to 2025-03-05" in found.note


@pytest.mark.parametrize(
    ("period", "unit", "start", "end"),
    [
        (0, "days", "2025-03-03", "2025-03-03"),
        (1, "days", "2025-03-03", "2025-03-04"),
        (30, "days", "2025-01-31", "2025-03-02"),
        (30, "days", "2024-01-31", "2024-03-01"),
        (0, "business-days", "2025-03-01", "2025-03-01"),
        (1, "business-days", "2025-03-03", "2025-03-04"),
        (1, "business-days", "2025-03-07", "2025-03-10"),
        (1, "business-days", "2025-03-08", "2025-03-10"),
        (5, "business-days", "2025-03-03", "2025-03-10"),
        (10, "business-days", "2025-12-19", "2026-01-02"),
        (1, "months", "2025-01-31", "2025-02-28"),
        (1, "months", "2024-01-31", "2024-02-29"),
        (1, "months", "2025-03-31", "2025-04-30"),
        (1, "months", "2025-12-31", "2026-01-31"),
        (3, "months", "2025-11-30", "2026-02-28"),
        (12, "months", "2024-02-29", "2025-02-28"),
        (1, "months", "2025-02-28", "2025-03-28"),
    ],
)
def test_days_business_days_and_months_are_counted_as_people_count_them(period, unit, start, end):
    moment = f"{start}T12:00"

    found = deadline(objection(period, unit, "posted"), not_before=moment, detected=moment)

    assert found.earliest == found.latest == date.fromisoformat(end)


def test_public_holidays_are_no_business_days_where_a_country_is_named():
    moments = {"not_before": "2025-12-19T12:00", "detected": "2025-12-19T12:00"}

    found = deadline(objection(10, "business-days", "posted"), country="de", **moments)

    assert found.earliest == date(2026, 1, 7)  # 25 and 26 December and 1 January do not count


def test_a_country_without_a_calendar_is_told():
    with pytest.raises(ValueError, match="'XX'"):
        deadline(objection(10, "business-days"), country="XX")


@pytest.mark.parametrize(
    "terms",
    [
        (),
        (notice(),),
        (objection(),),
        (objection(trigger="before-change"),),
        (objection(10, "days", "before-change"),),
        (objection(10, "days", "before-change"), notice()),
    ],
)
def test_no_period_is_ever_made_up(terms):
    assert deadline(*terms) is None


@pytest.mark.parametrize(
    ("period", "unit", "end"),
    [
        (None, None, "2025-04-30"),
        (10, "days", "2025-04-21"),
        (5, "business-days", "2025-04-24"),
        (1, "months", "2025-04-01"),
    ],
)
def test_a_period_before_the_change_is_counted_back_from_the_day_it_takes_effect(period, unit, end):
    found = deadline(objection(period, unit, "before-change"), effective="2025-05-01")

    assert found.earliest == found.latest == date.fromisoformat(end)
    assert "2025-05-01" in found.note


def test_the_notice_period_tells_when_an_unscheduled_change_can_take_effect():
    found = deadline(objection(trigger="before-change"), notice(30, "days"))

    assert (found.earliest, found.latest) == (date(2025, 4, 1), date(2025, 4, 3))
    assert found.note.startswith("The day before the change takes effect, at the earliest 30 days")


@pytest.mark.parametrize("terms", [(notice(30, "days"),), (objection(), notice(30, "days"))])
def test_notice_without_a_period_to_object_runs_until_the_day_before_the_change(terms):
    found = deadline(*terms)

    assert (found.earliest, found.latest) == (date(2025, 4, 1), date(2025, 4, 3))
    assert found.note.startswith("The vendor states no period to object. The day before")
    assert found.term.kind == "notice"


def test_the_shortest_notice_period_counts():
    found = deadline(objection(5, "days", "before-change"), notice(1, "months"), notice(14, "days"))

    assert found.earliest == date(2025, 3, 12)


def test_of_several_clauses_the_earliest_end_counts():
    short, long = objection(10, "days", "posted"), objection(1, "months", "posted")

    assert deadline(long, short).term == short


def test_a_stated_date_does_not_move_a_period_that_runs_from_the_notice():
    found = deadline(objection(10, "days", "notice-sent"), effective="2025-05-01")

    assert found.earliest == date(2025, 3, 13)


def test_a_page_seen_for_the_first_time_says_so():
    found = deadline(objection(10, "days", "posted"), not_before=None)

    assert found.earliest == found.latest == date(2025, 3, 15)
    assert "2025-03-05 or before" in found.note


def test_days_are_those_of_utc():
    late = datetime(2025, 3, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    found = objection_deadline(
        [objection(1, "days", "posted")], not_before=late, detected_at=late, effective_on=None
    )

    assert found.earliest == date(2025, 3, 5)


@given(
    st.integers(0, 400),
    st.sampled_from(["days", "business-days", "months"]),
    st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)),
    st.integers(0, 100),
)
def test_the_earliest_is_never_after_the_latest(period, unit, start, days):
    found = objection_deadline(
        [objection(period, unit, "posted")],
        not_before=start,
        detected_at=start + timedelta(days=days),
        effective_on=None,
    )

    assert start.date() <= found.earliest <= found.latest


def test_the_note_says_what_not_objecting_means_and_for_whom_the_clause_holds():
    term = NoticeTerm(
        *("objection", "You may object.", 14, "days", "posted"),
        silence="consent",
        conditions=("subscribers", "emergency"),
    )

    found = deadline(term)

    assert found.note.endswith(
        "The clause holds for those who subscribed to notices only. The clause excepts "
        "emergencies. Who does not object is taken to consent."
    )


def test_the_note_says_nothing_of_what_the_clause_does_not_state():
    assert "clause holds" not in deadline(objection(14, "days", "posted")).note
