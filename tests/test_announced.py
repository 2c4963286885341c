"""What a vendor says, beside what was seen: ahead, as announced, or without notice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from inventory.notice.announced import Seen, how_told, log_says, page_says

LAST = datetime(2026, 3, 10, 9, tzinfo=UTC)
FIRST = LAST - timedelta(days=2)


def seen(kind="added", **more) -> Seen:
    return Seen(**({"kind": kind, "field": None, "not_before": FIRST, "not_after": LAST} | more))


@pytest.mark.parametrize(
    ("effective_on", "verdict", "words"),
    [
        (date(2026, 4, 9), "announced-ahead", "30 days after we saw it"),
        (date(2026, 3, 10), "as-announced", "at most 2 days after it was published"),
        (date(2026, 3, 8), "as-announced", "at most 0 days after"),
        (date(2026, 3, 7), "without-notice", "1 day before our last look without it"),
        (None, "not-stated", "no day of effect"),
    ],
)
def test_a_day_of_effect_is_compared_with_the_looks(effective_on, verdict, words) -> None:
    told = how_told(seen(effective_on=effective_on))

    assert told is not None
    assert told.verdict == verdict
    assert words in told.sentence


def test_an_announced_entry_without_a_day_is_announced_all_the_same() -> None:
    told = how_told(seen(is_announced=True))

    assert told is not None
    assert told.verdict == "announced-ahead"


def test_what_was_announced_and_is_there_now_is_as_announced() -> None:
    told = how_told(
        seen("amended", field="status", was_announced=True, effective_on=date(2026, 3, 1))
    )

    assert told is not None
    assert told.verdict == "as-announced"


@pytest.mark.parametrize(
    ("earlier", "words"), [(date(2026, 5, 1), "brought forward"), (date(2026, 3, 20), "put off")]
)
def test_a_day_that_moved_is_told(earlier, words) -> None:
    told = how_told(
        seen("amended", field="effective_on", earlier=earlier, effective_on=date(2026, 4, 1))
    )

    assert told is not None
    assert f"{words}: the day was {earlier} before" in told.sentence


def test_without_a_look_before_nothing_is_claimed() -> None:
    told = how_told(seen(not_before=None, effective_on=date(2026, 1, 1)))

    assert told is not None
    assert told.verdict == "not-stated"


@pytest.mark.parametrize(
    ("kind", "field"), [("removed", None), ("renamed", None), ("amended", "purpose")]
)
def test_the_entrys_day_is_not_that_of_another_change(kind, field) -> None:
    assert how_told(seen(kind, field=field, effective_on=date(2024, 1, 1))) is None


@pytest.mark.parametrize(
    ("updated_on", "before", "words"),
    [
        (date(2026, 3, 9), None, "agrees with what we saw"),
        (date(2026, 3, 1), date(2026, 1, 1), "lies before 2026-03-08"),
        (date(2026, 3, 1), date(2026, 3, 1), "left as it was"),
        (date(2026, 3, 11), None, "lies after"),
    ],
)
def test_the_pages_own_date_is_compared_too(updated_on, before, words) -> None:
    said = page_says(seen("removed", updated_on=updated_on, updated_before=before))

    assert said is not None
    assert words in said


def test_a_page_without_a_date_says_nothing() -> None:
    assert page_says(seen()) is None


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        (date(2026, 3, 11), "after the look that found it"),
        (date(2026, 3, 10), "agrees with what we saw"),
        (date(2026, 3, 8), "agrees with what we saw"),
        (date(2026, 3, 1), "7 days before we last saw it otherwise"),
        (None, "says nothing of this"),
    ],
)
def test_the_day_in_a_change_log_is_compared_with_the_looks(dated, words) -> None:
    assert words in log_says(seen(), dated)
