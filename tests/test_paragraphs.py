"""A text diff by paragraph: what differs, exactly, and in bounded time."""

import random
import time

from hypothesis import given, strategies as st

from inventory.compare.paragraphs import Passage, differing_passages, paragraphs

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def test_a_changed_a_new_and_a_lost_paragraph_are_told() -> None:
    before = paragraphs("Title\n\nWe keep  data.\nOld clause.\nEnd.\nGone.")
    after = paragraphs("Title\nWe keep data.\nNew clause.\nEnd.\nMore.\nStill more.")

    found = differing_passages(before, after)

    assert found == [
        Passage(("Old clause.",), ("New clause.",), 2),
        Passage(("Gone.",), ("More.", "Still more."), 1),
    ]


def test_white_space_is_no_difference() -> None:
    assert differing_passages(paragraphs("a  b\n\n\nc"), paragraphs("a b\nc\n")) == []


@given(LINES, LINES)
def test_the_passages_lead_from_one_text_to_the_other(before, after) -> None:
    found = differing_passages(before, after)

    old, new, at = [], [], 0
    for passage in found:
        same = before[at : at + passage.after_same]
        old += [*same, *passage.before]
        new += [*same, *passage.after]
        at = len(old)
    assert old + before[at:] == before
    assert new + before[at:] == after


@given(LINES)
def test_equal_texts_do_not_differ(lines) -> None:
    assert differing_passages(lines, list(lines)) == []


def test_a_paragraph_that_moved_is_not_the_whole_page() -> None:
    before = [f"Paragraph {number}" for number in range(200)]
    after = [*before[1:], before[0]]

    found = differing_passages(before, after)

    assert sum(len(passage.before) + len(passage.after) for passage in found) == 2


def test_hostile_texts_take_no_longer_than_long_ones() -> None:
    chance = random.Random(1)
    hostile = [
        [chance.choice("ab") for _ in range(50_000)],
        [chance.choice("ab") for _ in range(50_000)],
        [str(number % 500) for number in range(50_000)],
        [str(number) for number in reversed(range(50_000))],
        [str(number) for number in range(50_000)],
    ]

    started = time.perf_counter()
    for before in hostile:
        for after in hostile:
            differing_passages(before, after)

    assert time.perf_counter() - started < 25 * 0.8
