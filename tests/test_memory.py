"""What a text was found to be is asked once, as long as the text is short."""

from scrapers.memory import KEPT, LONGEST, remembered


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
