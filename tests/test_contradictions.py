"""Contradictions within one text, with both quotes; a condition is none."""

import time

import pytest

from scrapers.contradictions import find_contradictions
from scrapers.documents import document_text
from scrapers.documents.text import text_document
from scrapers.entry import Entry
from scrapers.quotes import find_quote
from scrapers.reading import Contradiction

ANALYTICS = Entry("Countwell", "Countwell", "We use Countwell to measure visits.", role="analytics")
INDIA = Entry("Relay", "Relay", "Relay, India", countries=("IN",))
GERMANY = Entry("Relay", "Relay", "Relay, Germany", countries=("DE",))


def found(text: str, *entries: Entry) -> list[Contradiction]:
    document = text_document(text)
    contradictions = list(find_contradictions(document, entries))
    printed = document_text(document) + "".join(entry.quote for entry in entries)
    for one in contradictions:
        assert find_quote(printed, one.denial)
        assert find_quote(printed, one.statement)
    return contradictions


@pytest.mark.parametrize(
    "denial",
    [
        "We do not allow third parties to collect information about you on our website.",
        "We don't permit any third party to track you.",
        "No third party collects data on this site.",
        "We do not use analytics or advertising cookies.",
        "Wir erlauben es Dritten nicht, Daten über Sie zu sammeln.",
        "Wir setzen keine Analysewerkzeuge ein.",
        "Nous n'autorisons aucun tiers à collecter vos données.",
        "Nous n'utilisons aucun outil d'analyse.",
    ],
)
def test_a_tracker_contradicts_that_nobody_tracks(denial: str) -> None:
    text = f"Privacy matters to us. {denial} Write to us with questions."

    contradictions = found(text, ANALYTICS)

    assert [(one.topic, one.denial.strip()) for one in contradictions] == [("tracking", denial)]
    assert contradictions[0].statement == ANALYTICS.quote


@pytest.mark.parametrize(
    "denial",
    [
        "We do not allow third parties to collect data unless you agree.",
        "We do not use analytics without your consent.",
        "We do not allow third parties to collect data for their own purposes.",
        "Außer mit Ihrer Einwilligung erlauben wir es Dritten nicht, Daten zu sammeln.",
        "We do not allow third parties to collect data. However, some partners may do so.",
        "We do not allow pets.",
    ],
)
def test_a_denial_with_a_condition_is_none(denial: str) -> None:
    assert found(denial, ANALYTICS) == []


def test_a_denial_alone_is_no_contradiction() -> None:
    text = "We do not allow third parties to collect information about you."

    assert found(text) == []
    assert found(text, INDIA) == []


def test_what_a_customer_may_choose_is_not_what_the_vendor_does() -> None:
    chosen = Entry("C", "C", "C", role="analytics", condition="customer-chosen")

    assert found("We do not allow third parties to track you.", chosen) == []


@pytest.mark.parametrize(
    "denial",
    [
        "Your personal data are never transferred outside the European Economic Area.",
        "All customer data are stored exclusively in the EU.",
        "Ihre Daten werden nicht außerhalb der Europäischen Union verarbeitet.",
        "Vos données sont conservées exclusivement dans l'Union européenne.",
    ],
)
def test_a_country_outside_contradicts_that_data_stay(denial: str) -> None:
    assert [one.topic for one in found(denial, GERMANY, INDIA)] == ["place"]
    assert found(denial, GERMANY) == []


def test_sharing_contradicts_that_nothing_is_shared() -> None:
    text = """We do not share your personal data with third parties.

We may share your contact details with our marketing partners."""

    assert [one.topic for one in found(text)] == ["sharing"]


def test_a_processor_is_no_third_party_to_share_with() -> None:
    assert found("We do not share your personal data with third parties.", GERMANY) == []


def test_training_contradicts_that_nothing_is_trained() -> None:
    text = """We never use your content to train AI models.

Conversations: we use customer data to train our language models."""

    assert [one.topic for one in found(text)] == ["training"]


def test_hostile_text_is_read_in_time() -> None:
    text = "We do not allow " * 20_000 + "third parties " * 20_000

    started = time.perf_counter()
    found(text, ANALYTICS)

    assert time.perf_counter() - started < 5
