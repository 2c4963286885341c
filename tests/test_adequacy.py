"""Adequacy: what the data file says, and on which day it holds."""

import re
from datetime import date, timedelta
from typing import get_args

import pytest
from babel import Locale

from scrapers.adequacy import Check, load_adequacy

TODAY = date(2026, 11, 30)
PRINTED = re.compile(
    r"L(?: \d+|, (?P<act>\d{4}/\d+)), (?P<day>\d+)\.(?P<month>\d+)\.(?P<year>\d{4})(?:, p\. \d+)?"
)


def test_every_country_is_one() -> None:
    known = Locale("en").territories

    facts = load_adequacy()

    assert {code for code in [*facts.eea, *facts.decisions] if code not in known} == set()
    assert len(facts.eea & set(known)) >= 30
    assert not facts.eea & facts.decisions.keys()


@pytest.mark.parametrize("country", ["DE", "de", "IS", "EU", "RE"])
def test_the_gdpr_applies_in_its_own_area(country: str) -> None:
    assert load_adequacy().is_inside(country)


@pytest.mark.parametrize("country", ["US", "GB", "CH", "IN", "GL", "NC"])
def test_elsewhere_it_does_not(country: str) -> None:
    assert not load_adequacy().is_inside(country)


def test_every_decision_says_what_it_was_compared_with() -> None:
    for decision in load_adequacy().decisions.values():
        assert {decision.checked, decision.scope_checked} <= set(get_args(Check)), decision.country


def test_the_official_journal_agrees_with_number_and_date() -> None:
    """A decision is numbered in the year in which it is printed, weeks after its adoption."""
    printed = [one for one in load_adequacy().decisions.values() if one.oj]

    assert len(printed) >= 13
    for decision in printed:
        found = PRINTED.fullmatch(decision.oj or "")
        assert found, decision.oj
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        assert timedelta() <= day - decision.adopted < timedelta(days=75), decision.country
        assert re.search(r"\d{4}", decision.number)[0] == found["year"], decision.country
        assert found["act"] is None or found["act"] in decision.number


def test_a_decision_holds_from_its_adoption_to_its_last_day() -> None:
    facts = load_adequacy()

    found = [
        facts.decision("BR", date(2026, 1, 25)),
        facts.decision("BR", date(2026, 1, 26)),
        facts.decision("GB", date(2031, 12, 27)),
        facts.decision("GB", date(2031, 12, 28)),
        facts.decision("IN", TODAY),
    ]

    assert [decision is not None for decision in found] == [False, True, True, False, False]


def test_a_decision_for_companies_on_a_list_says_so() -> None:
    decision = load_adequacy().decision("US", TODAY)

    assert decision is not None
    assert decision.certified
    assert "Data Privacy Framework" in (decision.scope or "")


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("CA", "commercial organisations"),
        ("FO", "Faroese act"),
        ("IL", "automated"),
        ("JP", "APPI"),
        ("KR", "PIPA"),
        ("UY", "automated"),
    ],
)
def test_a_decision_that_does_not_cover_everybody_says_whom(country: str, words: str) -> None:
    decision = load_adequacy().decision(country, TODAY)

    assert decision is not None
    assert words in (decision.scope or "")
