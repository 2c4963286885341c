"""Cells give brand, legal entity and place, and each of several vendors."""

import pytest

from scrapers.documents.model import Line, Run
from scrapers.shapes.cells import (
    Name,
    are_different,
    read_names,
    split_vendors,
    vendor_name,
    web_link,
)


def lines(*texts):
    return [Line((Run(text),)) for text in texts]


def test_the_legal_entity_below_a_brand_is_the_entity():
    (name,) = read_names(lines("Brightpost", "Brightpost Holdings Ltd"))

    assert (name.entity, name.brand) == ("Brightpost Holdings Ltd", "Brightpost")


def test_a_postal_address_is_left_out_and_its_country_kept():
    (name,) = read_names(lines("Brightpost GmbH", "Marktplatz 3", "10115 Berlin", "Germany"))

    assert (name.entity, name.places, name.rest) == ("Brightpost GmbH", ("Germany",), ())


def test_what_else_stands_below_is_kept_as_said():
    (name,) = read_names(lines("Brightpost", "Sends our letters"))

    assert name.rest == ("Sends our letters",)


def test_marked_lines_are_vendors_of_their_own():
    found = read_names(lines("- Brightpost", "- Nimbusfold"))

    assert [name.entity for name in found] == ["Brightpost", "Nimbusfold"]


def test_lines_of_vendors_that_we_know_are_vendors_of_their_own():
    both = lines("Stripe", "PayPal")

    assert are_different(both)
    assert [name.entity for name in read_names(both)] == ["Stripe", "PayPal"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Stripe / PayPal", ("Stripe", "PayPal")),
        ("Stripe & Twilio", ("Stripe", "Twilio")),
        ("Stripe, PayPal, Twilio", ("Stripe", "PayPal", "Twilio")),
        ("Brightpost; Nimbusfold", ("Brightpost", "Nimbusfold")),
        ("Amazon Web Services / AWS", ("Amazon Web Services / AWS",)),
        ("Brightpost A/S / Brightpost ApS", ("Brightpost A/S / Brightpost ApS",)),
        ("Stripe, Inc.", ("Stripe, Inc.",)),
        ("Marks & Sparks", ("Marks & Sparks",)),
    ],
)
def test_two_vendors_are_split_and_two_names_of_one_are_not(text, parts):
    assert split_vendors(text) == parts


def test_the_common_name_is_the_catalogues_or_the_name_without_its_form():
    assert vendor_name(Name("AWS EMEA", brand="Amazon Web Services")) == "Amazon Web Services"
    assert vendor_name(Name("Brightpost Ltd")) == "Brightpost"


def test_a_mail_address_is_no_link():
    line = Line((Run("a", "mailto:a@b.example"), Run("b", "https://b.example")))

    assert web_link([line]) == "https://b.example"
