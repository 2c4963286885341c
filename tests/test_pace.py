"""Turns at hosts: who waits, and for how long."""

import pytest

from scrapers.pace import Pace


def test_the_next_visit_to_a_host_waits_and_another_host_does_not() -> None:
    waits: list[float] = []
    pace = Pace(5, sleep=waits.append)

    for host in ("a.example", "b.example", "a.example"):
        with pace.turn(host):
            pass

    assert waits == [pytest.approx(5, abs=0.5)]


def test_a_request_that_follows_on_one_just_made_goes_at_once() -> None:
    waits: list[float] = []
    pace = Pace(5, sleep=waits.append)

    with pace.turn("a.example"):
        pass
    with pace.turn("a.example", follows=True):
        pass

    assert waits == []


def test_a_host_may_ask_for_a_longer_pause() -> None:
    waits: list[float] = []
    pace = Pace(1, sleep=waits.append)

    for _ in range(2):
        with pace.turn("a.example", pause=20):
            pass

    assert waits == [pytest.approx(20, abs=0.5)]


def test_a_failed_visit_gives_its_turn_back() -> None:
    pace = Pace(0)
    with pytest.raises(RuntimeError), pace.turn("a.example"):
        raise RuntimeError

    with pace.turn("a.example"):
        got_it = True

    assert got_it
