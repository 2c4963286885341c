"""Lists that a page holds as data are read where its body is empty."""

import json

import pytest

from scrapers.read import read
from tests.reading import names, page

RECORDS = [
    {"name": "Nimbusfold", "purpose": "Search", "location": "Norway", "url": "https://n.example"},
    {"name": "Brightpost", "purpose": "Mail", "location": {"name": "Ireland"}, "logo": "/b.png"},
]


def script(value: object, opening: str = "<script type=application/json>") -> str:
    return f"<title>Subprocessors</title><body>{opening}{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    "value",
    [
        {"props": {"subprocessors": RECORDS}},
        {"subprocessors": {"edges": [{"node": record} for record in RECORDS]}},
        {"items": [{"attributes": record} for record in RECORDS], "kind": "subprocessors"},
    ],
)
def test_records_are_found_wherever_they_lie(value):
    found = read(page(script(value))).entries

    assert names(found) == ["Nimbusfold", "Brightpost"]
    assert [entry.locations for entry in found] == [("Norway",), ("Ireland",)]
    assert found[0].link == "https://n.example"


def test_a_json_document_is_read():
    text = json.dumps({"subprocessors": RECORDS})

    assert names(read(page(text, "application/json")).entries) == ["Nimbusfold", "Brightpost"]


def test_other_data_gives_no_entry():
    value = {"processors": "x", "posts": [{"title": "Hello", "body": "y"}, {"title": "Bye"}]}

    assert read(page(script(value))).entries == ()


@pytest.mark.parametrize(
    "value",
    [
        {"sections": [{"sectionType": "SUBPROCESSORS", "vendors": RECORDS}]},
        {"blocks": [{"heading": "Our sub-processors", "entries": RECORDS}, {"heading": "FAQ"}]},
    ],
)
def test_a_list_may_be_named_by_a_value_beside_it(value):
    markup = script(value).replace("<title>Subprocessors</title>", "<title>Trust</title>")

    assert names(read(page(markup)).entries) == ["Nimbusfold", "Brightpost"]


def test_the_country_of_an_address_is_its_place():
    records = [
        {"name": "Nimbusfold", "address": {"@type": "PostalAddress", "addressCountry": "Norway"}}
    ]

    (entry,) = read(page(script({"subprocessors": records}))).entries

    assert entry.locations == ("Norway",)
