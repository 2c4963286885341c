"""A name and the lines under it become an entry."""

import pytest

from scrapers.documents.model import Line, Run
from scrapers.shapes.context import Context
from scrapers.shapes.groups import entries_of, group_of
from tests.reading import entries


def lines(*texts):
    return [Line((Run(text),)) for text in texts]


def entry_of(name, *below, said="", context=None):
    group = group_of(name, lines(*below), head=lines(name)[0], said=said)
    (entry,) = entries_of(group, context or Context(), "en")
    return entry


def test_the_quote_is_the_lines_in_page_order():
    entry = entry_of("Stripe", "Payments", "USA")

    assert entry.quote == "Stripe Payments USA"


def test_a_legal_entity_below_a_brand_is_the_entity():
    entry = entry_of("Brightpost", "Brightpost Holdings Ltd", "Mail")

    assert (entry.entity, entry.purpose) == ("Brightpost Holdings Ltd", "Mail")


def test_sentences_on_place_terms_and_data_are_no_purpose():
    said = "Mail delivery. Data stored in Norway. Transfer covered by Standard Contractual Clauses."

    entry = entry_of("Stripe", said=said)

    assert entry.purpose == "Mail delivery."
    assert entry.locations == ("Norway",)
    assert entry.transfer == "Standard Contractual Clauses"


def test_a_remark_in_brackets_is_a_note():
    entry = entry_of("Stripe", said="payments (cards only)")

    assert (entry.purpose, entry.notes) == ("payments", "cards only")


def test_the_sentence_above_gives_the_place():
    context = Context(leads=("All of these are located in Norway:",))

    assert entry_of("Stripe", said="payments", context=context).locations == ("Norway",)


def test_a_role_names_nobody():
    group = group_of("Hosting provider", (), head=lines("Hosting provider")[0])

    assert entries_of(group, Context(), "en") == []


@pytest.mark.parametrize(
    ("said", "purpose", "locations", "transfer"),
    [
        ("Backups — servers in Norway", "Backups", ("servers in Norway",), None),
        ("Backups — standard contractual clauses", "Backups", (), "standard contractual clauses"),
        ("Backups — nightly", "Backups — nightly", (), None),
        ("Query AI. Trasferimenti USA coperti da SCC", "Query AI.", (), "SCC"),
    ],
)
def test_what_stands_behind_a_dash_or_a_stop_is_told_apart(said, purpose, locations, transfer):
    found = entries(f"<ul><li><b>Nimbusfold GmbH</b> — {said}</li><li><b>Stripe</b> — x</li></ul>")

    assert found[0].purpose == purpose
    assert (found[0].locations, found[0].transfer) == (locations, transfer)


def test_a_place_may_be_wide_or_a_region():
    assert entry_of("Stripe", "Payments", "Global edge").locations == ("Global edge",)
    assert entry_of("Stripe", "Payments", "us-east-1").locations == ("us-east-1",)
    assert entry_of("Stripe", "Global payments").locations == ()


def test_a_word_on_the_status_is_no_purpose():
    entry = entry_of("Intercom", "Support", said="planned")

    assert (entry.purpose, entry.status) == ("Support", "announced")


def test_a_name_with_its_legal_name_in_brackets_leaves_the_place_to_the_end_of_the_line():
    markup = (
        "<ul><li>Nimbusfold (Nimbusfold AB) – Mail (Norway)</li>"
        "<li>Brightpost (Brightpost Ltd) – Search (Ireland)</li></ul>"
    )

    found = entries(markup)

    assert [entry.locations for entry in found] == [("Norway",), ("Ireland",)]
