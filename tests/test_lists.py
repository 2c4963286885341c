"""Each list of a page is read once."""

from tests.reading import entries, names, table


def test_a_table_of_links_that_repeats_the_list_adds_nothing():
    links = table([("Stripe", "DPA"), ("Twilio", "DPA")], ("Sub-processor", "DPA"))

    found = entries("<ul><li>Stripe – payments</li><li>Twilio – messages</li></ul>" + links)

    assert names(found) == ["Stripe", "Twilio"]


def test_a_translation_of_the_list_adds_nothing():
    english = table([("Stripe", "Payments"), ("Twilio", "SMS")], ("Sub-processor", "Purpose"))
    german = table([("Stripe", "Zahlung"), ("Twilio", "SMS")], ("Unterauftragnehmer", "Zweck"))

    assert len(entries(english + german)) == 2


def test_another_list_with_some_of_the_same_vendors_is_kept():
    core = table([("Stripe", "Payments"), ("Twilio", "SMS")], ("Sub-processor", "Purpose"))
    extra = table([("Stripe", "Fraud"), ("Brightpost", "Mail")], ("Sub-processor", "Purpose"))

    assert names(entries(core + extra)) == ["Stripe", "Twilio", "Stripe", "Brightpost"]


def test_tabs_that_do_not_show_are_read():
    hidden = "<div role=tabpanel hidden>" + table([("OpenAI", "AI")], ("Sub-processor", "Purpose"))

    found = entries(
        table([("Stripe", "Payments")], ("Sub-processor", "Purpose")) + hidden + "</div>"
    )

    assert names(found) == ["Stripe", "OpenAI"]


def test_a_vendor_that_only_the_table_of_links_names_is_kept():
    links = [("Stripe", "DPA"), ("Twilio", "DPA"), ("Slack", "DPA"), ("Cloudflare", "DPA")]
    bullets = "<ul><li>Stripe – payments</li><li>Twilio – SMS</li><li>Slack – chat</li></ul>"

    found = entries(bullets + table(links, ("Sub-processor", "DPA")))

    assert names(found) == ["Stripe", "Twilio", "Slack", "Cloudflare"]
