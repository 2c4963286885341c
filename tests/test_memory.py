"""What a text was found to be is asked once, as long as the text is short."""

import gc

import pytest

from scrapers.memory import KEPT, LONGEST, remembered, uninterrupted


def test_a_short_text_is_looked_at_once_and_a_long_one_each_time():
    asked: list[int] = []

    @remembered
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    found = [length("abc"), length("abc"), length("x" * LONGEST), length("x" * LONGEST)]

    assert found == [3, 3, LONGEST, LONGEST]
    assert asked == [3, LONGEST, LONGEST]


def test_no_more_is_kept_than_a_few_thousand_texts():
    asked: list[str] = []
    look = remembered(lambda text: asked.append(text))

    for number in range(KEPT + 1):
        look(str(number))
    look("0")

    assert asked.count("0") == 2


def test_the_search_for_garbage_goes_on_after_a_page_whatever_happens():
    def fail() -> None:
        with uninterrupted():
            assert not gc.isenabled()
            raise ValueError("oh")

    with pytest.raises(ValueError, match="oh"):
        fail()

    assert gc.isenabled()


def test_where_nobody_searches_nobody_begins_to():
    gc.disable()
    try:
        with uninterrupted():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
