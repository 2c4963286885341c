"""How a round of looks is going."""

from datetime import timedelta

import pytest

from inventory.models import Source
from inventory.progress import SHOWN, round_since
from tests.factories import NOW, make_check, make_source, make_vendor

pytestmark = pytest.mark.usefixtures("workspace")
LATER = NOW + timedelta(minutes=2)


def test_each_source_is_waiting_looked_at_or_done() -> None:
    waiting = make_source(make_vendor("A"))
    looking = make_source(make_vendor("B"), claimed_until=LATER + timedelta(minutes=1))
    done = make_source(make_vendor("C"), claimed_until=LATER - timedelta(seconds=1))
    make_check(done, "changed", started_at=NOW, finished_at=LATER)

    found = round_since(NOW, LATER)

    states = [(line.source, line.state, line.is_done) for line in found.lines]
    assert states == [
        (waiting, "waiting", False),
        (looking, "looking", False),
        (done, "changed", True),
    ]
    assert (found.done, found.total, found.is_over) == (1, 3, False)
    assert found.outcomes == {"changed": 1}


def test_only_the_last_look_since_the_beginning_counts() -> None:
    source = make_source()
    make_check(source, "unreadable", started_at=NOW - timedelta(hours=1), finished_at=NOW)
    make_check(source, "unreachable", started_at=NOW, finished_at=NOW)
    make_check(source, "unchanged", started_at=LATER, finished_at=LATER)
    make_check(source, "changed", started_at=LATER + timedelta(seconds=1), finished_at=None)

    found = round_since(NOW, LATER)

    assert found.outcomes == {"unchanged": 1}
    assert found.is_over


def test_a_round_of_some_leaves_the_others_out() -> None:
    wanted, _, off = make_source(), make_source(), make_source(interval="off")

    found = round_since(NOW, LATER, [wanted.id, off.id])

    assert {line.source.id for line in found.lines} == {wanted.id, off.id}


@pytest.mark.parametrize(("seconds", "is_stalled"), [(30, False), (90, True)])
def test_a_round_that_nobody_begins_is_told_after_a_while(seconds: int, is_stalled: bool) -> None:
    make_source()

    found = round_since(NOW, NOW + timedelta(seconds=seconds))

    assert found.is_stalled is is_stalled


def test_a_long_round_is_counted_whole_and_shown_in_part() -> None:
    vendor = make_vendor()
    rows = [{"vendor": vendor, "url": f"https://v{n}.example/"} for n in range(SHOWN + 5)]
    Source.insert_many(rows).execute()

    found = round_since(NOW, LATER)

    assert (found.total, len(found.lines)) == (SHOWN + 5, SHOWN)
