"""Bullet lists of sub-processors are read in the forms that people give them."""

import pytest

from scrapers.read import read
from tests.reading import entries, list_page, names, page


@pytest.mark.parametrize(
    ("item", "entity", "purpose", "locations"),
    [
        ("Brightpost, Inc. – mail (Norway)", "Brightpost, Inc.", "mail", ("Norway",)),
        ("<b>Stripe</b>: payments", "Stripe", "payments", ()),
        ('<a href="https://s.example">Stripe</a>. Card payments.', "Stripe", "Card payments", ()),
        ("Stripe, Inc., payments, USA", "Stripe, Inc.", "payments", ("USA",)),
        ("Stripe (US): payments", "Stripe", "payments", ("US",)),
        ("Stripe is used to take payments.", "Stripe", "is used to take payments.", ()),
        ("🇺🇸 Hosting: Stripe", "Stripe", "Hosting", ("🇺🇸",)),
        ("Stripe (payments, USA)", "Stripe", "payments", ("USA",)),
    ],
)
def test_a_bullet_gives_name_purpose_and_place(item, entity, purpose, locations):
    found = entries(f"<ul><li>{item}</li><li>Twilio – messages</li></ul>")

    assert (found[0].entity, found[0].purpose, found[0].locations) == (entity, purpose, locations)


def test_a_brand_with_its_entity_and_country_in_brackets():
    item = "Brightpost (Brightpost Holdings Ltd, Norway): to send letters."

    (entry,) = entries(f"<ul><li>{item}</li></ul>")

    assert (entry.entity, entry.locations) == ("Brightpost Holdings Ltd", ("Norway",))


def test_labelled_bullets_below_a_name_are_its_fields():
    markup = "<ul><li>Stripe<ul><li>Purpose: payments</li><li>Location: Ireland</li></ul></li></ul>"

    (entry,) = entries(markup)

    assert (entry.purpose, entry.locations) == ("payments", ("Ireland",))


def test_categories_head_the_lists_inside_them():
    markup = (
        "<ul><li>Infrastructure<ul><li>Amazon Web Services – hosting</li></ul></li>"
        "<li>Support<ul><li>Zendesk – tickets</li></ul></li></ul>"
    )

    found = entries(markup)

    assert [(entry.section, entry.entity) for entry in found] == [
        ("Infrastructure", "Amazon Web Services"),
        ("Support", "Zendesk"),
    ]


def test_two_vendors_in_one_bullet_are_two_entries():
    found = entries("<ul><li>Stripe / PayPal – payments</li><li>Twilio – messages</li></ul>")

    assert names(found) == ["Stripe", "PayPal", "Twilio"]


def test_strangers_are_read_where_the_page_says_that_the_list_follows():
    found = entries("<ul><li><b>Nimbusfold</b> – search</li><li><b>Brightpost</b> – mail</li></ul>")

    assert names(found) == ["Nimbusfold", "Brightpost"]


def test_the_sentence_above_gives_the_place_of_all():
    markup = "<p>These sub-processors are located in Norway:</p><ul><li>Stripe – payments</li></ul>"

    (entry,) = entries(markup)

    assert entry.locations == ("Norway",)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Each sub-processor must ensure:</p><ul><li><b>Security</b>: measures</li>"
        "<li><b>Audit</b>: allows audits</li></ul>",
        "<ul><li><b>Cloud hosting provider</b> – hosting</li>"
        "<li><b>Email provider</b> – mail</li></ul>",
        "<h2>Certifications</h2><ul><li>SOC 2 Type II</li><li>ISO 27001</li></ul>",
        "<h2>Trusted partners</h2><ul><li>Stripe</li><li>Twilio</li></ul>",
    ],
    ids=["obligations", "roles", "certificates", "partners"],
)
def test_other_bullets_give_no_entry(markup):
    assert entries(markup) == ()


def test_menus_and_footers_give_no_entry():
    markup = "<nav><ul><li>Stripe</li></ul></nav><footer><ul><li>Twilio</li></ul></footer>"

    assert entries(markup) == ()


def test_what_a_customer_may_connect_is_no_entry():
    markup = (
        "<h1>Integrations</h1><p>Quillmark integrates with these providers:</p><ul><li>Slack – chat"
    )

    assert read(page(markup)).entries == ()


def test_a_markdown_list_is_read_as_a_page():
    text = "# Sub-processors\n\nWe use:\n\n- **Stripe** (US): payments\n- Twilio: messages\n"

    reading = read(page(text, "text/markdown"))

    assert names(reading.entries) == ["Stripe", "Twilio"]


def test_german_bullets_lose_their_place():
    markup = (
        "<ul><li>Brightpost GmbH, Berlin (Deutschland): E-Mail</li>"
        "<li>Hetzner Online GmbH, Gunzenhausen (Deutschland): Server</li></ul>"
    )

    found = read(list_page(markup, "de")).entries

    assert names(found) == ["Brightpost GmbH", "Hetzner Online GmbH"]
    assert found[0].countries == ("DE",)


@pytest.mark.parametrize(
    ("said", "purpose", "place"),
    [
        ("Data centre services (EU (Frankfurt))", "Data centre services", "EU (Frankfurt)"),
        ("Mail delivery (🇺🇸 United States)", "Mail delivery", "United States"),
    ],
)
def test_a_place_in_brackets_may_hold_brackets_or_a_flag(said, purpose, place):
    (entry,) = entries(f"<ul><li><strong>Nimbusfold Inc.</strong> - {said}</li></ul>")

    assert (entry.purpose, entry.locations) == (purpose, (place,))


def test_items_that_headings_part_share_their_labels():
    item = "<div role=listitem><h3>{}</h3><div>{}</div><p>{}</p><div>Location</div><p>{}</p></div>"
    markup = "".join(
        item.format(*texts)
        for texts in [
            ("Nimbusfold", "Nimbusfold Inc.", "Search", "Norway"),
            ("Bright", "Brightpost Ltd", "Mail", "Ireland"),
        ]
    )

    found = entries(f"<div role=list>{markup}</div>")

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold Inc.", "Search", ("Norway",)),
        ("Brightpost Ltd", "Mail", ("Ireland",)),
    ]


def test_a_legal_form_in_brackets_is_part_of_the_name():
    (entry,) = entries("<ul><li>Quillmoor UG (haftungsbeschränkt) – AI features (CRM)</li></ul>")

    assert entry.entity == "Quillmoor UG (haftungsbeschränkt)"
    assert (entry.purpose, entry.notes) == ("AI features (CRM)", None)


def test_a_list_in_another_part_of_the_page_is_another_list():
    markup = (
        "<p>Write to us.</p><div><div><ul><li>Nimbusfold Inc. – mail (Norway)</li>"
        "<li>Stripe – payments</li></ul></div></div></main>"
        "<div><div><ul><li>Pricing</li><li>Careers</li></ul></div></div>"
    )

    assert names(entries(markup)) == ["Nimbusfold Inc.", "Stripe"]


def test_an_article_is_no_part_of_a_name():
    markup = (
        "<p>Empfänger der Daten sind folgende Unterauftragsverarbeiter:</p>"
        "<ul><li>die Nimbusfold GmbH,</li><li>die Tarnfeld Versand AG</li></ul>"
    )

    found = read(list_page(markup, "de")).entries

    assert names(found) == ["Nimbusfold GmbH", "Tarnfeld Versand AG"]
