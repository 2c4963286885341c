"""Running text: polishing it is no change, saying something else is one."""

import pytest

from inventory.compare.running import is_running, says_something_else
from inventory.diff import compare
from scrapers.entry import Entry

SENTENCE = "We are using Brightpost to send invoices to our customers."


def told_of(text: str | None, *, purpose: str | None = None) -> Entry:
    return Entry("Brightpost", "Brightpost", "quote", section="Mail", purpose=purpose, notes=text)


@pytest.mark.parametrize(
    "polished",
    [
        "We use Brightpost to send invoices to our customers.",
        "We are using Brightpost to send e-invoices to our customers.",
        "We are using Brightpost (see below) to send the invoices to our customer.",
    ],
)
def test_a_polished_sentence_says_the_same(polished):
    assert not says_something_else(SENTENCE, polished)


@pytest.mark.parametrize(
    "other",
    [
        "We may use Brightpost to send invoices to our customers.",
        "We no longer use Brightpost to send invoices to our customers.",
        "We are using Brightpost to send invoices and marketing letters to our customers.",
        f"{SENTENCE} Brightpost stores their addresses for 2 years.",
        "Wir nutzen Brightpost nur, um Rechnungen zu senden.",
    ],
)
def test_a_sentence_that_says_more_less_or_otherwise(other):
    assert says_something_else(SENTENCE, other)


def test_a_cell_is_no_running_text():
    assert is_running(told_of(None), SENTENCE)
    assert not is_running(told_of(None), "Invoices by mail, sent at night")
    assert not is_running(told_of(None), "Brightpost sends invoices")


def test_the_notes_of_an_entry_are_told_where_they_say_something_else():
    old, polished = told_of(SENTENCE), told_of(SENTENCE.replace("are using", "use"))
    new = told_of(SENTENCE.replace("are using", "might use"))

    (minor,) = compare([old], [polished])
    (change,) = compare([old], [new])

    assert minor.is_minor
    assert (change.field, change.is_minor) == ("notes", False)


def test_a_sentence_that_a_company_shares_now_is_no_news_of_it():
    (difference,) = compare([told_of(SENTENCE)], [told_of(None)])

    assert difference.is_minor


def test_a_purpose_cut_out_of_running_text_is_not_told_twice():
    old = told_of(SENTENCE, purpose="send invoices to our customers")
    new = told_of(SENTENCE.replace("invoices", "parcels and letters"), purpose="Mail")

    (difference,) = compare([old], [new])

    assert difference.field == "notes"


def test_a_purpose_in_a_sentence_that_only_goes_another_way_is_minor():
    before = told_of(None, purpose="We use Brightpost to answer support questions.")
    turned = told_of(None, purpose="Brightpost is used by us to answer your support questions.")
    widened = told_of(None, purpose="We use Brightpost to answer sales and support questions.")

    assert [d.is_minor for d in compare([before], [turned])] == [True]
    assert [d.is_minor for d in compare([before], [widened])] == [False]
