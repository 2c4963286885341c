"""Clauses that come, go or change are news of their source; other words for the same are not."""

from datetime import timedelta
from unittest.mock import patch

import pytest

from inventory.models import AuditEvent, Change, Channel, Check, Delivery, NoticeTerm
from inventory.telling.wording import describe_news
from tests.factories import make_channel
from tests.test_check import START, Bench, acme as acme

FOURTEEN = "You may object to a new sub-processor within 14 days of our notice."
REWORDED = "Within 14 days of our notice you may object to a new sub-processor."
TEN = "You may object to a new sub-processor within 10 days of our notice."
NAMES = ("Zendesk", "Stripe")


@pytest.fixture
def channel(workspace) -> Channel:
    return make_channel(kinds=["source"])


def test_a_shorter_period_is_told_once(acme: Bench, channel: Channel) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)

    acme.shows(*NAMES, clause=TEN)
    acme.shows(*NAMES, clause=TEN, extra="Footer")

    told = [delivery.check_row for delivery in Delivery.select()]
    assert [check.news for check in told] == ["clauses"]
    assert describe_news(told[0]) == (
        "The list of sub-processors of Acme changed its clauses: now 10 days to object, "
        "from when the notice is sent; no longer 14 days to object, from when the notice is sent."
    )


def test_a_first_clause_is_a_baseline(acme: Bench, channel: Channel) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)

    assert not NoticeTerm.get().opening_is_news
    assert not Delivery.select().exists()


def test_a_clause_that_is_gone_is_news(acme: Bench, channel: Channel) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)

    check = acme.shows(*NAMES)

    assert check.news == "clauses"
    assert NoticeTerm.get().closing_is_news


def test_other_words_for_the_same_period_alert_nobody(acme: Bench, channel: Channel) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)

    check = acme.shows(*NAMES, clause=REWORDED)

    assert check.news is None
    assert [term.quote for term in NoticeTerm.select().where(NoticeTerm.closed_at.is_null())] == [
        REWORDED
    ]
    assert not Delivery.select().exists()


def test_a_source_that_went_bad_is_still_known_as_bad_after_news_of_clauses(acme: Bench) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)
    acme.shows(*NAMES, clause=TEN)
    acme.shows()
    acme.shows()

    healed = acme.shows(*NAMES, clause=FOURTEEN)

    assert [check.news for check in Check.select().order_by(Check.id) if check.news] == [
        "clauses",
        "went-bad",
        "healed",
    ]
    assert "can be read again; its clauses changed: now 14 days" in describe_news(healed)


def test_what_a_better_reader_sees_in_an_old_page_is_no_news(acme: Bench, channel) -> None:
    with patch("scrapers.read.find_notice_terms", return_value=()):
        acme.shows(*NAMES, clause=FOURTEEN)
    Check.select().get().reading.update(reader_version=0).execute()

    check = acme.shows(*NAMES, clause=FOURTEEN, extra="Footer")

    assert check.news is None
    assert NoticeTerm.select().count() == 1
    assert not Delivery.select().exists()


def test_a_clause_that_is_found_later_gives_open_additions_their_deadline(acme: Bench) -> None:
    acme.shows("Zendesk")
    acme.shows(*NAMES)
    before = Change.get().deadline

    acme.shows(*NAMES, clause=FOURTEEN)

    assert before is None
    assert Change.get().deadline == START.date() + timedelta(days=14)
    assert AuditEvent.get().action == "deadline computed"


def test_a_shorter_clause_leaves_the_deadlines_that_there_are(acme: Bench) -> None:
    acme.shows("Zendesk", clause=FOURTEEN)
    acme.shows(*NAMES, clause=FOURTEEN)

    acme.shows(*NAMES, clause=TEN)

    assert Change.get().deadline == START.date() + timedelta(days=14)


def test_silence_that_becomes_consent_is_news(acme: Bench, channel: Channel) -> None:
    acme.shows(*NAMES, clause=FOURTEEN)

    check = acme.shows(*NAMES, clause=f"{FOURTEEN} Silence is deemed consent.")

    assert check.news == "clauses"
    assert "now 14 days to object, from when the notice is sent (Who does not object is taken" in (
        describe_news(check)
    )
    assert NoticeTerm.get(NoticeTerm.closed_at.is_null()).silence == "consent"
