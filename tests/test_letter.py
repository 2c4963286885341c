"""What a message says, in each of its forms."""

from datetime import date
from typing import Any

import pytest

from inventory.models import Change
from inventory.telling.letter import compose, compose_test
from tests.factories import make_change, make_check, make_engagement, make_source, make_vendor

pytestmark = pytest.mark.usefixtures("workspace")
BASE = "http://onward.test"


def change_of(vendor: str, kind: str = "added", **columns: Any) -> Change:
    source = make_source(make_vendor(vendor))
    return make_change(make_engagement(source, make_vendor("Pelikan & Söhne")), kind, **columns)


def test_a_message_says_everything_that_matters() -> None:
    change = change_of(
        "Lumora",
        quote_after="Pelikan <b> E-mail",
        deadline=date(2026, 6, 24),
        deadline_note="14 days from notice",
    )

    message = compose([change], message_id="m1", base_url=BASE)

    assert message.subject == "[Onward] Lumora added Pelikan & Söhne"
    for words in (
        "Lumora added Pelikan & Söhne.",
        "Quote: “Pelikan <b> E-mail”",
        "Happened: between 2026-06-08 09:00 UTC and 2026-06-10 09:00 UTC",
        "Object until: 24 June 2026 (14 days from notice)",
        f"{BASE}/changes/{change.id}",
    ):
        assert words in message.text
    assert message.html is not None
    assert "Pelikan &amp; Söhne" in message.html
    assert "<b>" not in message.html


def test_an_amendment_shows_before_and_after() -> None:
    change = change_of("Lumora", "amended", field="purpose", before="E-mail", after=None)

    text = compose([change], message_id="m1", base_url=BASE).text

    assert "Before: E-mail" in text
    assert "After: not given" in text


def test_a_removal_quotes_what_is_gone() -> None:
    change = change_of("Lumora", "removed", quote_before="Pelikan | E-mail")

    assert "“Pelikan | E-mail”" in compose([change], message_id="m1", base_url=BASE).text


def test_a_program_gets_every_fact_of_a_change() -> None:
    change = change_of("Lumora", deadline=date(2026, 6, 24))

    event = compose([change], message_id="m1", base_url=BASE).payload["events"][0]

    assert event == {
        "id": f"change-{change.id}",
        "kind": "added",
        "sentence": "Lumora added Pelikan & Söhne.",
        "vendor": "Lumora",
        "source": change.source.url,
        "detected_at": "2026-06-10T09:00:00+00:00",
        "url": f"{BASE}/changes/{change.id}",
        "subprocessor": "Pelikan & Söhne",
        "field": None,
        "before": None,
        "after": "Pelikan & Söhne",
        "quote_before": None,
        "quote": change.quote_after,
        "certainty": "stated",
        "severity": "medium",
        "reasons": [
            {
                "rule": "deadline-near",
                "level": "medium",
                "text": "The period to object may end in 14 days, on 2026-06-24.",
            }
        ],
        "not_before": "2026-06-08T09:00:00+00:00",
        "not_after": "2026-06-10T09:00:00+00:00",
        "deadline": "2026-06-24",
        "deadline_note": None,
    }


def test_a_program_gets_the_news_of_a_source() -> None:
    check = make_check(make_source(), "unreadable", news="went-bad", problem="no list was found")

    event = compose([check], message_id="m1", base_url=BASE).payload["events"][0]

    assert (event["id"], event["kind"]) == (f"check-{check.id}", "went-bad")
    assert event["problem"] == "no list was found"
    assert event["url"] == f"{BASE}/sources/{check.source_id}"


def test_a_long_message_names_some_and_counts_the_rest() -> None:
    source = make_source(make_vendor("Lumora"))
    company = make_vendor("Pelikan")
    changes = [make_change(make_engagement(source, company)) for _ in range(130)]

    message = compose(changes, message_id="m1", base_url=BASE)

    assert message.subject == "[Onward] 130 pieces of news: Lumora"
    assert message.text.count("Lumora added") == 100
    assert "And 30 more." in message.text
    assert len(message.payload["events"]) == 130


def test_a_subject_names_a_few_vendors_and_stays_short() -> None:
    changes = [change_of(f"Vendor {letter}" + "x" * 60) for letter in "ABCDE"]

    subject = compose(changes, message_id="m1", base_url=BASE).subject

    assert subject.startswith("[Onward] 5 pieces of news: Vendor A")
    assert len(subject) <= 160


def test_a_subject_is_one_line_whatever_a_page_prints() -> None:
    change = change_of("Lumora\r\nBcc: eve@example.org")

    assert "\n" not in compose([change], message_id="m1", base_url=BASE).subject


def test_a_test_message_says_that_it_is_one() -> None:
    message = compose_test("Legal <team>", message_id="m1", base_url=BASE)

    assert "This is a test" in message.text
    assert message.payload["kind"] == "test"
    assert "<team>" not in str(message.html)


def test_a_letter_says_how_much_a_change_matters_and_why() -> None:
    reason = {"rule": "ai-training", "level": "high", "text": "Models are trained."}
    change = make_change(make_engagement(make_source()), severity=3, reasons=[reason])

    message = compose([change], message_id="m", base_url="http://onward.test")

    assert "Severity: high. Models are trained." in message.text
