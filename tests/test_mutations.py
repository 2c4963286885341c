"""Pages that change in looks alone, break, or change in fact: each is told as what it is."""

import random
import zlib
from dataclasses import replace
from functools import cache

import pytest
from mutations import COSMETIC, FAULTS, HTML_ONLY, LAYOUTS, REAL, ROWS, Sheet, common, write

from inventory.diff import Comparison, compare_readings
from scrapers.read import read
from scrapers.reading import Reading


def _random(*words: str) -> random.Random:
    return random.Random(zlib.crc32(" ".join(words).encode()))


def _fits(layout: str, name: str) -> bool:
    return layout != "markdown" or name not in HTML_ONLY


@cache
def original(layout: str) -> Reading:
    return read(write(layout, Sheet()))


def against_original(layout: str, sheet: Sheet) -> Comparison:
    return compare_readings(original(layout), read(write(layout, sheet)))


def told(comparison: Comparison) -> set[tuple[str, str, str | None]]:
    assert comparison.readable, comparison.problem
    return {(d.kind, d.vendor, d.field) for d in comparison.differences if not d.is_minor}


COSMETIC_CASES = [(la, name) for la in LAYOUTS for name in COSMETIC if _fits(la, name)]
CUTS = ("truncated", "cut early")
FAULT_CASES = [  # nothing in Markdown tells that more should follow
    (la, name) for la in LAYOUTS for name in FAULTS if (la, name) != ("markdown", "truncated")
]
MANGLED = [
    pytest.param(zlib.compress, id="compressed"),
    pytest.param(lambda content: content[::-1], id="backwards"),
    pytest.param(lambda content: b"\x00" * len(content), id="zeros"),
]
REAL_CASES = [(la, name) for la in LAYOUTS for name in REAL]


def _noises(layout: str, name: str, round_: int) -> list[str]:
    fitting = [noise for noise in COSMETIC if _fits(layout, noise)]
    return _random("noise", layout, name, str(round_)).sample(fitting, 3)


NOISY_CASES = [(la, name, round_) for la in LAYOUTS for name in REAL for round_ in range(18)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read_whole(layout):
    reading = original(layout)

    assert reading.complete
    assert [entry.vendor for entry in reading.entries] == [common(row) for row in ROWS]
    assert [entry.purpose for entry in reading.entries] == [row.purpose for row in ROWS]
    assert [entry.locations for entry in reading.entries] == [(row.place,) for row in ROWS]


@pytest.mark.parametrize(("layout", "name"), COSMETIC_CASES)
def test_what_changes_looks_alone_is_no_change(layout, name):
    sheet = COSMETIC[name](Sheet(), _random(layout, name))

    assert told(against_original(layout, sheet)) == set()


@pytest.mark.parametrize(("layout", "name"), FAULT_CASES)
def test_a_page_that_broke_is_a_source_to_look_at(layout, name):
    good = write(layout, Sheet())
    broken = FAULTS[name](good.content.decode()).encode()
    media_type = good.media_type if name in CUTS else "text/html"

    new = read(replace(good, content=broken, media_type=media_type))
    comparison = compare_readings(original(layout), new)

    assert not comparison.readable
    assert comparison.problem
    assert comparison.differences == ()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_cut_by_half_is_a_source_to_look_at(layout):
    comparison = against_original(layout, Sheet(rows=ROWS[:3]))

    assert not comparison.readable
    assert comparison.problem


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mangle", MANGLED)
def test_bytes_that_are_no_text_are_a_source_to_look_at(layout, mangle):
    page = write(layout, Sheet())

    comparison = compare_readings(
        original(layout), read(replace(page, content=mangle(page.content)))
    )

    assert not comparison.readable


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "cp1252"])
def test_another_charset_is_no_change(layout, charset):
    page = write(layout, Sheet())
    content = page.content.decode().replace('<meta charset="utf-8">', "").replace("–", "-")

    new = read(replace(page, content=content.encode(charset, "replace"), charset=charset))

    assert told(compare_readings(original(layout), new)) == set()


@pytest.mark.parametrize(("layout", "name"), REAL_CASES)
def test_a_change_in_fact_is_told_exactly(layout, name):
    sheet, expected = REAL[name](Sheet(), _random(layout, name))

    assert told(against_original(layout, sheet)) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "name", "round_"), NOISY_CASES)
def test_noise_hides_no_change_and_adds_none(layout, name, round_):
    rng = _random(layout, name, str(round_))
    sheet, expected = REAL[name](Sheet(), rng)
    for noise in _noises(layout, name, round_):
        sheet = COSMETIC[noise](sheet, rng)

    assert told(against_original(layout, sheet)) == expected
