"""Texts become the fields of an entry."""

import pytest

from scrapers.shapes.cells import Name
from scrapers.shapes.entries import (
    Facts,
    data_parts,
    make_entry,
    place_lines,
    split_place,
    split_transfer,
)


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Name, e-mail, IP address"], ("Name", "e-mail", "IP address")),
        (["* Names", "* Logs"], ("Names", "Logs")),
        (["Logs (time, place), names"], ("Logs (time, place)", "names")),
        (["Contact: name, mail; logs"], ("Contact: name, mail", "logs")),
        (["N/A"], ()),
    ],
)
def test_kinds_of_data_are_split_outside_brackets(lines, parts):
    assert data_parts(lines) == parts


def test_of_several_lines_those_that_name_a_place_are_kept():
    assert place_lines(["Cross-border", "Norway"], "en") == ("Norway",)


@pytest.mark.parametrize(
    ("place", "places", "mechanism"),
    [
        ("USA (SCCs)", ("USA",), "SCCs"),
        ("EU / clauses SCC", ("EU",), "clauses SCC"),
        ("EU (Frankfurt)", ("EU (Frankfurt)",), None),
    ],
)
def test_a_mechanism_beside_a_place_is_told_apart(place, places, mechanism):
    assert split_transfer((place,)) == (places, mechanism)


def test_a_place_at_the_end_of_a_purpose_is_told_apart():
    assert split_place("Mail delivery (Norway)", "en") == ("Mail delivery", "Norway")
    assert split_place("Mail delivery (daily)", "en") == ("Mail delivery (daily)", None)


def test_what_the_page_does_not_give_stays_empty():
    entry = make_entry(Name("Brightpost Ltd"), Facts(quote="Brightpost Ltd", texts={}))

    assert (entry.vendor, entry.purpose, entry.locations, entry.data) == (
        "Brightpost",
        None,
        (),
        (),
    )


def test_a_date_and_a_status_are_read():
    texts = {"status": ["Planned"], "effective": ["1 March 2027"]}

    entry = make_entry(Name("Brightpost"), Facts(quote="x", texts=texts, language="en"))

    assert entry.status == "announced"
    assert str(entry.effective_on) == "2027-03-01"
