"""How values read on the screen."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from inventory.web import filters

NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("HTTP://a.example", "http://a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https:///nohost", ""),
        ("http://[", ""),
        ("/relative", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_http_addresses_become_links(url: str | None, link: str) -> None:
    assert filters.safe_href(url) == link


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=3), "3 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(days=9), "9 d ago"),
        (timedelta(days=100), "2 Mar 2026"),
        (-timedelta(hours=2), "in 2 h"),
    ],
)
def test_a_moment_reads_as_a_distance(ago: timedelta, words: str) -> None:
    assert filters.distance(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(-2, "2 days past"), (-1, "1 day past"), (0, "today"), (1, "tomorrow"), (14, "14 days left")],
)
def test_a_deadline_counts_down(days: int, words: str) -> None:
    today = date(2026, 6, 10)

    assert filters.countdown(today + timedelta(days=days), today) == words


@pytest.mark.parametrize(
    ("after", "until", "words"),
    [
        (None, NOW, "before 10 Jun 2026, 09:00"),
        (NOW, NOW + timedelta(seconds=8), "10 Jun 2026, 09:00:00–09:00:08"),
        (NOW, NOW + timedelta(hours=3), "10 Jun 2026, 09:00–12:00"),
        (NOW, NOW + timedelta(days=2), "10–12 Jun 2026"),
        (NOW, NOW + timedelta(days=30), "10 Jun – 10 Jul 2026"),
        (NOW, NOW + timedelta(days=300), "10 Jun 2026 – 6 Apr 2027"),
    ],
)
def test_an_interval_is_as_short_as_it_can_be(
    after: datetime | None, until: datetime, words: str
) -> None:
    assert filters.span(after, until) == words


def test_dates_in_our_sentences_read_like_all_others() -> None:
    said = "Between 2026-06-09 and 2026-06-31, decision (EU) 2023/1795."

    assert filters.readable_dates(said) == (
        "Between 9 Jun 2026 and 2026-06-31, decision (EU) 2023/1795."
    )


def test_a_country_has_its_name_and_an_unknown_code_stays() -> None:
    assert filters.country("de") == "Germany"
    assert filters.country("ZZZ") == "ZZZ"


@given(st.text(max_size=80), st.text(max_size=80))
def test_marking_what_differs_loses_no_letter(before: str, after: str) -> None:
    left, right = filters.differing(before, after)

    assert "".join(words for words, _ in left) == before
    assert "".join(words for words, _ in right) == after
    assert [w for w, differs in left if not differs] == [w for w, differs in right if not differs]


def test_texts_too_long_to_compare_are_shown_unmarked() -> None:
    long = "word " * 5_000

    left, right = filters.differing(long, "short")

    assert left == [(long, False)]
    assert right == [("short", False)]
