"""A list whose names are still to be filled in: whole, and empty."""

import pytest

from inventory.diff import compare_readings
from scrapers.page import Page
from scrapers.read import read
from scrapers.reading import Reading

PAGE = """<html lang="en"><title>Subprocessors</title><h1>Subprocessors</h1>
<p>These subprocessors help us to provide the service.</p>
<table><tr><th>Subprocessor</th><th>Purpose</th><th>Region</th></tr>{rows}</table></html>"""


def reading(*names: str) -> Reading:
    rows = "".join(f"<tr><td>{name}</td><td>Hosting</td><td>Ireland</td></tr>" for name in names)
    return read(Page("list.html", PAGE.format(rows=rows).encode()))


@pytest.mark.parametrize(
    "places", [("[Add hosting provider]", "[Add mail provider]"), ("{{ vendor }}", "____")]
)
def test_a_list_of_places_for_names_is_whole_and_empty(places: tuple[str, ...]) -> None:
    found = reading(*places)

    assert (found.kind, found.complete, found.entries) == ("subprocessor-list", True, ())


def test_names_that_are_filled_in_later_are_additions() -> None:
    before, after = reading("[Add a name]", "[Add another]"), reading("Hetzner", "Zendesk")

    comparison = compare_readings(before, after)

    assert comparison.readable
    assert [(one.kind, one.vendor) for one in comparison.differences] == [
        ("added", "Hetzner"),
        ("added", "Zendesk"),
    ]


def test_a_table_without_any_row_is_no_list() -> None:
    assert reading().kind == "none"
