"""Work grows no faster than a page, and what is cut off is told."""

import sys

import pytest

from bench.shapes import SHAPES
from scrapers.page import SUFFIXES, Page
from scrapers.read import read

SMALL, TIMES = 15_000, 4
READABLE = [name for name, (suffix, _) in SHAPES.items() if suffix != ".pdf"]


def page_of(name: str, size: int) -> Page:
    suffix, make = SHAPES[name]
    return Page(f"https://vendor.example/list{suffix}", make(size), SUFFIXES[suffix])


def work(page: Page) -> int:
    """How many functions are called to read a page: the same on every machine."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(page)
    finally:
        sys.setprofile(None)
    return calls


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """What is made once, such as the catalogue, is not counted."""
    for line in (
        "<table><tr><th>Name<tr><td>Stripe",
        "<p>We use Stripe to process payments in Peru.",
    ):
        read(Page("https://vendor.example/", f"<h1>Privacy: sub-processors</h1>{line}".encode()))


@pytest.mark.parametrize("name", READABLE)
def test_four_times_the_page_is_not_much_more_than_four_times_the_work(name):
    before, after = work(page_of(name, SMALL)), work(page_of(name, SMALL * TIMES))

    assert after < before * TIMES * 1.5 + 2_000


@pytest.mark.parametrize("name", ["prose, one paragraph", "names", "one open comment", "program"])
def test_a_text_that_the_parser_stops_at_is_told(name):
    reading = read(page_of(name, 11_000_000))

    assert not reading.complete
    assert reading.problem


@pytest.mark.parametrize("name", ["JSON, one list", "JSON, empty lists", "JSON, empty objects"])
def test_data_that_would_take_much_memory_are_not_loaded(name):
    reading = read(page_of(name, 10_000_000))

    assert (reading.complete, reading.entries) == (False, ())
    assert "more data than is read" in (reading.problem or "")
