"""Adequacy: what the data file says, and on which day it holds."""

from datetime import date

import pytest
from babel import Locale

from scrapers.adequacy import load_adequacy

TODAY = date(2026, 11, 21)


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
