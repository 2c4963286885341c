"""Severity: facts in, a level out, and each reason a sentence with the facts."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from inventory.severity import (
    LEVELS,
    RULES,
    Facts,
    Reason,
    Side,
    deadline_reason,
    level_of,
    rank,
    reason_from_json,
    reason_to_json,
    reasons,
)

DAY = date(2026, 11, 21)
DOCS = Path(__file__).parent.parent / "docs" / "severity.md"


def facts(kind="added", **more) -> Facts:
    given = {"vendor": "Acme", "company": "Relay", "kind": kind, "day": DAY}
    return Facts(**(given | {"after": Side(countries=("DE",))} | more))


def told(*args, **more) -> dict[str, str]:
    return {reason.rule: reason.text for reason in reasons(facts(*args, **more))}


@pytest.mark.parametrize(
    ("countries", "rule", "level"),
    [
        (("IN",), "country-without-adequacy", "high"),
        (("US",), "country-certified-only", "medium"),
        (("CH",), "country-adequate", "low"),
        (("BR", "DE"), "country-adequate", "low"),
        ((), "country-not-named", "medium"),
        (("DE", "EU", "NO"), None, "low"),
    ],
)
def test_a_country_weighs_as_the_law_says(countries, rule, level) -> None:
    found = reasons(facts(after=Side(countries=countries)))

    assert level_of(found) == level
    assert [reason.rule for reason in found if reason.rule.startswith("country")] == (
        [rule] if rule else []
    )


def test_a_reason_gives_the_facts() -> None:
    said = told(after=Side(countries=("IN", "KE", "GB", "US")))

    assert "India and Kenya" in said["country-without-adequacy"]
    assert "(EU) 2021/1772" in said["country-adequate"]
    assert "EU-US Data Privacy Framework" in said["country-certified-only"]


def test_a_transfer_under_the_framework_is_covered() -> None:
    side = Side(countries=("US",), transfer="EU-US Data Privacy Framework; SCC")

    assert level_of(reasons(facts(after=side))) == "low"


def test_a_decision_counts_from_its_day_on() -> None:
    before = reasons(facts(after=Side(countries=("BR",)), day=date(2026, 1, 25)))

    assert before[0].rule == "country-without-adequacy"


def test_only_countries_that_are_new_count() -> None:
    before = Side(countries=("IN", "DE"))

    said = told(
        "amended", field="locations", before=before, after=Side(countries=("IN", "DE", "CH"))
    )

    assert set(said) == {"country-adequate", "amended"}


def test_an_amended_purpose_says_nothing_of_countries() -> None:
    assert set(told("amended", field="purpose", after=Side(countries=("IN",)))) == {"amended"}


def test_special_data_that_are_published_weigh_most() -> None:
    found = reasons(facts(after=Side(countries=("DE",), special=("Health", "Children's data"))))

    assert found[0].rule == "special-data-published"
    assert "Health and Children's data" in found[0].text


def test_special_data_that_stood_there_before_are_no_news() -> None:
    side = Side(countries=("DE",), special=("Health",))

    assert set(told("amended", field="data", before=side, after=side)) == {"amended"}


def test_what_we_send_weighs_too() -> None:
    said = told(sent=("Health",))

    assert said["special-data-sent"] == "We send Acme Health, which may reach Relay."


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Training of AI models", "ai-training"),
        ("AI features, no training of models", "ai-use"),
        ("Hosting", None),
    ],
)
def test_artificial_intelligence_is_told_with_its_words(words, rule) -> None:
    said = told(after=Side(countries=("DE",), words=words))

    assert [one for one in said if one.startswith("ai")] == ([rule] if rule else [])
    assert rule is None or words in said[rule]


def test_ai_that_was_there_before_is_told_only_when_training_comes() -> None:
    use, training = Side(words="AI features"), Side(words="AI features; training of AI models")

    assert "ai-use" not in told("amended", field="purpose", before=use, after=use)
    assert "ai-training" in told("amended", field="purpose", before=use, after=training)


@pytest.mark.parametrize(("others", "is_told"), [(4, False), (5, True)])
def test_a_company_that_many_rely_on_is_told(others, is_told) -> None:
    assert ("relied-on" in told(others=others)) == is_told


def test_a_removal_a_minor_change_and_a_correction_have_no_severity() -> None:
    side = Side(countries=("IN",), special=("Health",))

    assert reasons(facts("removed", after=side)) == ()
    assert reasons(facts(after=side, is_news=False)) == ()
    assert level_of(()) == "none"


def test_a_rename_alone_has_no_severity() -> None:
    assert reasons(facts("renamed", before=Side(), after=Side())) == ()


@pytest.mark.parametrize(
    ("days", "level"),
    [(-1, None), (0, "high"), (7, "high"), (8, "medium"), (14, "medium"), (15, None)],
)
def test_a_deadline_weighs_more_as_it_comes_near(days, level) -> None:
    reason = deadline_reason(DAY + timedelta(days=days), DAY)

    assert (reason.level if reason else None) == level


def test_no_deadline_gives_no_reason() -> None:
    assert deadline_reason(None, DAY) is None


SIDES = st.builds(
    Side,
    countries=st.lists(st.sampled_from(["DE", "IN", "US", "CA", "XX", "EU", "gb"])).map(tuple),
    special=st.lists(st.sampled_from(["Health", "Religion"])).map(tuple),
    words=st.text(),
    transfer=st.none() | st.text(),
)


@given(
    st.builds(
        Facts,
        vendor=st.text(),
        company=st.text(),
        kind=st.sampled_from(["added", "removed", "renamed", "amended"]),
        day=st.dates(),
        field=st.none() | st.sampled_from(["purpose", "locations", "data", "link", "transfer"]),
        before=SIDES,
        after=SIDES,
        sent=st.lists(st.text(min_size=1)).map(tuple),
        others=st.integers(0, 50),
    )
)
def test_every_level_is_the_gravest_of_its_reasons(given_facts: Facts) -> None:
    found = reasons(given_facts)

    assert [rank(reason.level) for reason in found] == sorted(
        (rank(reason.level) for reason in found), reverse=True
    )
    assert level_of(found) == (found[0].level if found else "none")
    assert all(reason_from_json(reason_to_json(reason)) == reason for reason in found)
    assert all(reason.text.endswith(".") for reason in found)


def test_a_stored_reason_of_a_rule_that_is_gone_is_left_out() -> None:
    assert reason_from_json({"rule": "of-old", "level": "high", "text": "Once."}) is None
    assert reason_from_json({"rule": "ai-use", "level": "low", "text": "Now."}) == Reason(
        "ai-use", "Now."
    )


def test_the_docs_list_every_rule_with_its_level() -> None:
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", DOCS.read_text(), re.MULTILINE))

    assert listed == {rule.id: rule.level for rule in RULES.values()}
    assert set(listed.values()) <= set(LEVELS)
