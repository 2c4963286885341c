"""Names that nobody knows are companies where the page says of each what it does."""

import pytest

from scrapers.read import read
from scrapers.shapes.strangers import serves
from tests.reading import entries, list_page, names, page


@pytest.mark.parametrize(
    "said",
    [
        "newsletter delivery",
        "We use this service to see how often pages are read.",
        "Used to send receipts",
        "provides the computers that everything runs on",
        "An error monitoring service that helps us find mistakes before you do.",
        "wird verwendet, um Rechnungen zu verschicken",
    ],
)
def test_what_a_service_does_is_told(said):
    assert serves(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "The processor shall inform you before hosting begins.",
        "you may ask which of your data we hold",
        "is what we do",
    ],
)
def test_what_one_must_do_or_may_ask_is_no_service(said):
    assert not serves(said)


def test_bullets_of_strangers_that_each_say_what_for():
    markup = (
        "<ul><li><b>Nimbusfold</b> — website hosting</li><li><b>Kestrel</b> — DNS</li>"
        "<li><b>Harbourline</b> We use this service to follow up mistakes.</li></ul>"
    )

    found = read(page(f"<h1>Sub-processors</h1><p>Whom we trust.</p>{markup}")).entries

    assert names(found) == ["Nimbusfold", "Kestrel", "Harbourline"]


def test_one_bold_stranger_with_a_place_is_a_list_of_its_own():
    markup = "<h2>{}</h2><ul><li><b>{}</b> — grading of certificates ({})</li></ul>"

    found = entries(
        markup.format("Checks", "Nimbusfold Labs", "United States")
        + markup.format("Maps", "Mapbox", "Norway")
    )

    assert names(found) == ["Nimbusfold Labs", "Mapbox"]


def test_rules_in_bold_are_no_strangers():
    markup = (
        "<ul><li><b>Objection</b> — you may object within 14 days</li>"
        "<li><b>Erasure</b> — data must be erased from servers</li>"
        "<li><b>Liability</b> — we remain liable for what they do</li></ul>"
    )

    assert entries(markup) == ()


def test_headings_over_paragraphs_that_say_what_each_does():
    markup = (
        "<h3>Nimbusfold</h3><p>Nimbusfold is running the computers.</p>"
        "<h3>Kestrel</h3><p>Kestrel provides logs to improve the quality.</p>"
    )

    assert names(entries(markup)) == ["Nimbusfold", "Kestrel"]


def test_lists_set_side_by_side_are_one():
    columns = "".join(
        f"<div><ul><li><a href='https://{name.lower()}.example'>{name}</a></li></ul></div>"
        for name in ("Stripe", "Nimbusfold", "Mapbox")
    )

    found = read(list_page(f"<p>We use the following sub-processors:</p>{columns}")).entries

    assert names(found) == ["Stripe", "Nimbusfold", "Mapbox"]


def test_strangers_in_bold_that_are_made_use_of():
    sentences = (
        "<p>Our pages are hosted on <b>Hetzner</b>, and have been for years now.</p>"
        "<p>We use <b>Nimbusfold</b> to send invoices to all of our customers.</p>"
        "<p>The chat in the corner is powered by <b>Kestrel</b> and its people.</p>"
    )

    assert names(entries(sentences)) == ["Hetzner", "Nimbusfold", "Kestrel"]


def test_the_first_column_holds_the_vendors_where_names_stand_there_and_not_in_the_service():
    rows = "".join(
        f"<tr><td>{name} · x</td><td>{what}</td></tr>"
        for name, what in [
            ("Stripe", "payments and what else there is to pay"),
            ("Cloudflare", "names of hosts and their addresses"),
        ]
    )
    markup = f"<table><tr><th>Xyzzy</th><th>Service</th></tr>{rows}</table>"

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Stripe", "payments and what else there is to pay"),
        ("Cloudflare", "names of hosts and their addresses"),
    ]


def test_who_what_for_and_where_are_titles():
    markup = (
        "<table><tr><th>Who</th><th>What for</th><th>Where</th></tr>"
        "<tr><td>Nimbusfold</td><td>Pages</td><td>Norway</td></tr>"
        "<tr><td>None yet</td><td>Cards</td><td>Not applicable</td></tr></table>"
    )

    found = entries(markup)

    assert [(e.entity, e.purpose, e.locations) for e in found] == [
        ("Nimbusfold", "Pages", ("Norway",))
    ]


def test_a_table_whose_titles_are_in_no_language_we_know_is_read_by_what_it_holds():
    markup = (
        "<table><tr><th>Xyzzy</th><th>Plugh</th><th>Frotz</th></tr>"
        "<tr><td>Stripe, Inc.</td><td>Plasma</td><td>USA</td></tr>"
        "<tr><td>Nimbusfold GmbH</td><td>Quux</td><td>Germany</td></tr></table>"
    )

    found = entries(markup)

    assert [(e.entity, e.purpose, e.locations) for e in found] == [
        ("Stripe, Inc.", "Plasma", ("USA",)),
        ("Nimbusfold GmbH", "Quux", ("Germany",)),
    ]


def test_a_cell_of_several_bare_names_holds_several_vendors():
    markup = (
        "<table><tr><th>Sub-processor</th><th>Purpose</th></tr>"
        "<tr><td>Stripe, Tarnfeld, Quillmoor</td><td>Shops</td></tr>"
        "<tr><td>Acme, Inc., Norway</td><td>Mail</td></tr></table>"
    )

    assert names(entries(markup)) == ["Stripe", "Tarnfeld", "Quillmoor", "Acme, Inc."]


def test_one_line_below_a_sentence_that_announces_it_is_a_list():
    markup = (
        "<h2>Sub-processors</h2><p>5.1 We use the following sub-processors:</p>"
        "<p>OpenAI: used to read texts.</p><p>5.2 We ensure that they keep to the rules.</p>"
    )

    assert names(entries(markup)) == ["OpenAI"]
