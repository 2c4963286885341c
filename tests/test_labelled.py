"""Names over labelled lines are read, whatever elements they stand in."""

import pytest

from tests.reading import entries, names

VENDORS = [("Nimbusfold Inc.", "Search", "Norway"), ("Brightpost", "Mail", "Ireland")]


def of_each(form: str) -> str:
    return "".join(form.format(*vendor) for vendor in VENDORS)


@pytest.mark.parametrize(
    "form",
    [
        "<p>1. {}<br>Purpose: {}<br>Location: {}</p>",
        "<p>{}</p><p>Purpose: {}</p><p>Location: {}</p><p>\u200b</p>",
        "<p><strong>{}<br>Purpose:</strong> {}<br><strong>Location:</strong> {}</p><p>\u200d</p>",
        "<div><a>{}</a></div><div><p><b>Purpose:</b> {}</p><p><b>Location:</b> {}</p></div>",
        "<div><p>{}</p><div><p>Purpose</p><p>{}</p></div><div><p>Location</p><p>{}</p></div></div>",
        "<h6>{}</h6><div><span>Purpose</span><p>{}</p></div>"
        "<div><span>Location</span><p>{}</p></div>",
    ],
)
def test_names_over_the_same_labels(form):
    found = entries(of_each(form))

    assert [(entry.entity, entry.purpose, *entry.locations) for entry in found] == VENDORS


def test_a_company_may_stand_below_a_label_of_its_own():
    label = "<div><dl><dt>{}</dt><dd>{}</dd></dl></div>"
    markup = "".join(
        f"<h3>{brand}</h3>"
        + label.format("Company", company)
        + label.format("Country", "Norway")
        + label.format("Purpose", purpose)
        for brand, company, purpose in [
            ("Nimbusfold", "Nimbusfold Inc.", "Search"),
            ("Brightpost", "Quillmoor Ltd", "Mail"),
        ]
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold Inc.", "Search", ("Norway",)),
        ("Quillmoor Ltd", "Mail", ("Norway",)),
    ]


def test_a_label_that_only_some_cards_have():
    card = "<div><h3>{}</h3><p>{}</p>{}</div>"
    row = "<div><span>Where data is processed</span> <br><span>{}</span></div>"
    markup = "".join(
        card.format(name, purpose, row.format(place) if place else "")
        for name, purpose, place in [
            ("Nimbusfold Inc.", "Session replay and heatmaps", "Norway"),
            ("Brightpost Ltd", "Mail delivery", ""),
            ("Quillmoor AB", "Full-text search", "Sweden"),
        ]
    )

    found = entries(f"<div>{markup}</div>")

    assert [(entry.purpose, entry.locations) for entry in found] == [
        ("Session replay and heatmaps", ("Norway",)),
        ("Mail delivery", ()),
        ("Full-text search", ("Sweden",)),
    ]


def test_what_tells_of_the_page_itself_is_no_list():
    markup = (
        "<p>This page</p><p>Purpose: to inform</p><p>Location: our website</p>"
        "<p>Our contact</p><p>Phone: 123</p>"
    )

    assert names(entries(markup)) == []


def test_what_reads_as_a_label_within_the_value_of_another_is_a_value():
    card = (
        "<div><h3>{}</h3><dl><dt>Data</dt><dd>Contact data<br>{}<br>Location</dd>"
        "<dt>Purpose</dt><dd>{}</dd></dl></div>"
    )
    vendors = [
        ("Nimbusfold Inc.", "Usage data", "Search"),
        ("Brightpost Ltd", "Account data", "Mail"),
        ("Callowmere B.V.", "Usage data", "Hosting"),
    ]

    found = entries("".join(card.format(*vendor) for vendor in vendors))

    assert [(entry.entity, entry.data[1], entry.purpose) for entry in found] == vendors
