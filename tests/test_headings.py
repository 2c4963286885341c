"""Headings and paragraphs that name vendors are read with what stands under them."""

import pytest

from tests.reading import entries, names


def test_labelled_paragraphs_under_a_name_are_its_fields():
    markup = (
        "<h3>Nimbusfold</h3><p><b>Purpose:</b> search</p><p><b>Location:</b> Norway</p>"
        "<h3>Brightpost</h3><p><b>Purpose:</b> mail</p><p><b>Location:</b> Ireland</p>"
        "<h3>Contact</h3><p>Write to us.</p>"
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold", "search", ("Norway",)),
        ("Brightpost", "mail", ("Ireland",)),
    ]


STRANGERS = (
    "<h3>Stripe</h3><p>Stripe takes the payments.</p>"
    "<h3>Mailgun</h3><p>We send our mail with Mailgun.</p>"
    "<h3>{0}</h3><p>{0} {2}</p><h3>{1}</h3><p>{1} {3}</p>"
)


def test_strangers_among_vendors_that_the_text_below_them_names():
    markup = STRANGERS.format("Quillmoor", "Tarnfeld", "keeps our logs.", "finds our errors.")

    assert names(entries(markup)) == ["Stripe", "Mailgun", "Quillmoor", "Tarnfeld"]


def test_parts_of_a_text_that_their_own_words_name_are_no_vendors():
    markup = "".join(
        f"<h3>{name}</h3><p>{name} is what we do.</p>"
        for name in ("Pseudonymisation", "Backups", "Monitoring", "Encryption")
    )

    assert names(entries(markup)) == []


LABELLED = (
    "<h3>Nimbusfold Inc</h3><ul><li><b>Purpose:</b> search</li></ul>{0}"
    "<h3>Brightpost Ltd</h3><ul><li><b>Purpose:</b> mail</li></ul>{1}"
)
NOTED = "<p>Notes: {0}</p>"


def test_what_stands_behind_the_labels_of_the_last_vendor_is_not_about_it():
    closing = '<p>More is told in our <a href="/privacy">privacy policy</a>.</p>'

    found = entries(LABELLED.format("", closing))

    assert [(entry.purpose, entry.notes, entry.link) for entry in found] == [
        ("search", None, None),
        ("mail", None, None),
    ]


def test_notes_behind_a_label_are_no_end_of_a_vendors_text():
    closing = "<p>We tell you of changes.</p>"

    found = entries(LABELLED.format(NOTED.format("In Oslo"), NOTED.format("In Bergen") + closing))

    assert ["changes" in entry.quote for entry in found] == [False, False]
    assert ["Bergen" in entry.quote for entry in found] == [False, True]


def test_what_stands_behind_the_labels_of_every_vendor_is_about_it():
    found = entries(LABELLED.format("<p>Runs on our side.</p>", "<p>Sends from Oslo.</p>"))

    assert ["Oslo" in entry.quote for entry in found] == [False, True]


def test_labels_under_a_heading_are_no_list_of_vendors():
    record = (
        "<h3>{0}</h3><ul><li><b>Category:</b> Support</li><li><b>Activities:</b> {1}</li>"
        "<li><b>Website:</b> https://quillmoor.co</li></ul>"
    )
    markup = record.format("Quillmoor", "Billing reports") + record.format("Stripe", "Payments")

    assert names(entries(markup)) == ["Quillmoor", "Stripe"]


def test_the_value_of_a_label_goes_on_over_the_lines_of_its_item():
    item = "<ul><li><b>Purpose:</b> mail</li><li><b>Location:</b> Norway,<br>Ireland</li></ul>"

    found = entries(f"<h3>Nimbusfold Inc</h3>{item}<h3>Brightpost Ltd</h3>{item}")

    assert {(entry.purpose, entry.locations) for entry in found} == {("mail", ("Norway, Ireland",))}


def test_headings_of_categories_are_sections():
    markup = "<h2>Payments</h2><h3>Stripe</h3><p>Cards.</p><h2>Mail</h2><h3>Twilio</h3><p>SMS.</p>"

    found = entries(markup)

    assert [(entry.section, entry.entity) for entry in found] == [
        ("Payments", "Stripe"),
        ("Mail", "Twilio"),
    ]


def test_a_role_in_the_heading_and_the_name_below_it():
    markup = "<h3>Hosting</h3><p>Stripe, Inc.</p><h3>E-mail</h3><p>Brightpost Ltd</p>"

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Stripe, Inc.", "Hosting"),
        ("Brightpost Ltd", "E-mail"),
    ]


def test_paragraphs_that_begin_with_a_bold_name():
    markup = "<p><b>Stripe, Inc.</b><br>USA</p><p><b>Brightpost Ltd</b><br>Ireland</p>"

    found = entries(markup)

    assert [(entry.entity, entry.locations) for entry in found] == [
        ("Stripe, Inc.", ("USA",)),
        ("Brightpost Ltd", ("Ireland",)),
    ]


def test_sentences_that_print_each_vendor_in_bold():
    markup = (
        "<h2>Payment</h2><p>Cards are taken by our processor <b>Stripe</b> directly, always.</p>"
        "<h2>Chat</h2><p>Our support chat has long been powered by <b>Intercom</b>, as you see.</p>"
        "<h2>Mail</h2><p>Letters to all of our users are sent out by <b>Mailgun</b> every week.</p>"
    )

    found = entries(markup)

    assert names(found) == ["Stripe", "Intercom", "Mailgun"]
    assert found[0].section == "Payment"


def test_details_are_headings():
    markup = (
        "<details><summary>Stripe</summary><p>Payments</p></details>"
        "<details><summary>Brightpost</summary><p>Mail</p></details>"
    )

    assert names(entries(markup)) == ["Stripe", "Brightpost"]


def test_the_usual_headings_of_a_page_name_nobody():
    markup = "<h2>Introduction</h2><p>x</p><h2>Changes</h2><p>y</p><h2>Contact</h2><p>z</p>"

    assert entries(markup) == ()


def test_of_brands_over_legal_names_those_with_a_text_count():
    card = "<div><h5>{}</h5><h6>{}</h6><p>{}</p></div>"
    cards = [
        ("Nimbusfold", "Nimbusfold Inc.", "Search"),
        ("Brightpost", "Brightpost Ltd", "Mail"),
    ]

    found = entries("<div>" + "".join(card.format(*texts) for texts in cards) + "</div>")

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Nimbusfold Inc.", "Search"),
        ("Brightpost Ltd", "Mail"),
    ]


def test_what_stands_behind_the_last_card_is_no_part_of_it():
    card = "<div><h5>{}</h5><p>{}</p><p>Privacy notice: brightpost.example</p><p>Norway</p></div>"
    cards = [card.format("Nimbusfold Inc.", "Search"), card.format("Brightpost Ltd", "Mail")]

    found = entries(f"<div>{''.join(cards)}</div><div>Trusted by teams at</div>")

    assert [entry.purpose for entry in found] == ["Search", "Mail"]


@pytest.mark.parametrize("heading", ["Data Processing Addendum", "Gdzie są moje dane?"])
def test_a_document_or_a_question_is_no_vendor(heading):
    more = "<p>We may object. More of it stands in the annex.</p>"

    assert entries(f"<h3>{heading}</h3><ul><li>Location: Norway</li></ul>{more}") == ()


def test_what_stands_above_a_labelled_line_is_no_label():
    vendor = "<h3>{}</h3><p>Analysis of feature usage</p><ul><li>Website: {}.example</li></ul>"
    markup = "".join(vendor.format(f"{name} Ltd", name) for name in ("Nimbusfold", "Brightpost"))

    assert [entry.purpose for entry in entries(markup)] == ["Analysis of feature usage"] * 2
