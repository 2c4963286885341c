"""Sentences that print each vendor in bold are read with what they say of each."""

from tests.reading import entries

PAGE = """
<h2>Hosting</h2><p>Our servers stand with <b>Hetzner</b>. We chose Hetzner for its prices.
They are cooled with water. See <a href="https://hetzner.example/terms">Hetzner Terms</a>.</p>
<h2>Mail</h2><p>We use <b>Brightpost Ltd</b> to send invoices to our customers. Status at
<a href="https://status.publisher.example">status.publisher.example</a>; see the
<a href="https://brightpost.example/tos">terms</a>. For texts <b>Twilio</b> is used
(<a href="https://twilio.example/tos">terms</a>).</p>
<h2>Videos</h2><p>Some pages hold a film by <b>Vimeo</b> or a map by <b>Mapbox</b> as well.</p>
<h2>Spam</h2><p>We check addresses with <a href="https://www.nimbusfold.example/">Nimbusfold</a>
before mail goes out, as <a href="https://lists.example/">Many</a> do.</p>
"""


def read(markup=PAGE):
    return {entry.entity: entry for entry in entries(markup)}


def test_every_vendor_in_bold_is_an_entry_and_one_that_links_to_its_home():
    assert list(read()) == ["Hetzner", "Brightpost Ltd", "Twilio", "Vimeo", "Mapbox", "Nimbusfold"]


def test_the_purpose_is_what_the_sentence_says_or_else_the_heading():
    found = read()

    assert found["Hetzner"].purpose == "Hosting"
    assert found["Brightpost Ltd"].purpose == "send invoices to our customers"


def test_the_sentences_that_name_a_vendor_are_its_notes():
    found = read()

    assert found["Hetzner"].notes == (
        "Our servers stand with Hetzner. We chose Hetzner for its prices."
    )
    assert found["Vimeo"].notes is None  # it shares its sentence


def test_each_vendor_has_the_link_that_is_told_with_it():
    assert {name: entry.link for name, entry in read().items()} == {
        "Hetzner": "https://hetzner.example/terms",
        "Brightpost Ltd": "https://brightpost.example/tos",
        "Twilio": "https://twilio.example/tos",
        "Vimeo": None,
        "Mapbox": None,
        "Nimbusfold": "https://www.nimbusfold.example/",
    }
