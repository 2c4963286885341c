"""When a source is due, and who may look at it."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from inventory.due import (
    LEASE,
    PERIODS,
    RETRY,
    claim,
    due_sources,
    next_check_at,
    release,
)
from inventory.models import Source
from inventory.settings import Settings
from tests.factories import make_source

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


@given(moments, st.sampled_from(sorted(PERIODS)), st.text(max_size=60))
def test_the_next_turn_comes_within_one_and_a_half_periods(
    now: datetime, interval: str, url: str
) -> None:
    source = Source(url=url, interval=interval)

    turn = next_check_at(source, now)

    assert now < turn <= now + 1.5 * PERIODS[interval]


@given(moments, st.sampled_from(sorted(PERIODS)), st.text(max_size=60))
def test_a_failure_that_may_pass_is_never_looked_at_later_than_others(
    now: datetime, interval: str, url: str
) -> None:
    source = Source(url=url, interval=interval)

    turn = next_check_at(source, now, is_passing=True)

    assert now < turn <= min(now + RETRY, next_check_at(source, now))


@given(moments, st.sampled_from(sorted(PERIODS)), st.text(max_size=60))
def test_a_source_keeps_its_place_in_the_interval(now: datetime, interval: str, url: str) -> None:
    source = Source(url=url, interval=interval)
    first = next_check_at(source, now)

    second = next_check_at(source, first)

    assert abs(second - first - PERIODS[interval]) < timedelta(milliseconds=1)


@pytest.mark.parametrize("interval", sorted(PERIODS))
def test_sources_are_spread_over_the_interval(interval: str) -> None:
    urls = [f"https://vendor{number}.example/subprocessors" for number in range(2_400)]
    period = PERIODS[interval]

    turns = [next_check_at(Source(url=url, interval=interval), NOW) for url in urls]

    slots = Counter(int((turn - NOW) % period / period * 24) for turn in turns)
    assert len(slots) == 24
    assert max(slots.values()) < 2 * min(slots.values())


def test_those_waiting_longest_come_first(workspace: Settings) -> None:
    late = make_source(next_check_at=NOW - timedelta(days=3))
    later = make_source(next_check_at=NOW - timedelta(hours=1))
    make_source(next_check_at=NOW + timedelta(minutes=1))

    assert due_sources(NOW) == [late, later]


def test_a_source_that_is_turned_off_is_never_due(workspace: Settings) -> None:
    make_source(interval="off", next_check_at=NOW - timedelta(days=3))

    assert due_sources(NOW) == []


def test_only_one_worker_gets_a_source(workspace: Settings) -> None:
    source = make_source(next_check_at=NOW)

    claims = [claim(source, NOW), claim(source, NOW)]

    assert claims == [True, False]
    assert due_sources(NOW) == []


def test_a_lease_ends_by_itself(workspace: Settings) -> None:
    source = make_source(next_check_at=NOW)
    claim(source, NOW)

    assert not claim(source, NOW + LEASE)
    assert claim(source, NOW + LEASE + timedelta(seconds=1))


def test_a_source_given_back_may_be_looked_at_at_once(workspace: Settings) -> None:
    source = make_source(next_check_at=NOW)
    claim(source, NOW)

    release(source)

    assert due_sources(NOW) == [source]
