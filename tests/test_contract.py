"""Periods from the signed contract: they win, they are kept, and deadlines follow them."""

from datetime import date, timedelta

import pytest

from inventory.models import AuditEvent, Change, ContractTerm, User, Vendor
from inventory.notice.contract import ContractError, close_term, set_holidays, set_term
from inventory.notice.terms import deadline_columns
from inventory.resolve import merge
from tests.factories import (
    NOW,
    make_change,
    make_engagement,
    make_source,
    make_term,
    make_user,
    make_vendor,
)

BEFORE = NOW - timedelta(days=2)


@pytest.fixture
def ann(workspace) -> User:
    return make_user(name="Ann")


@pytest.fixture
def change(workspace) -> Change:
    """An addition that waits, of a vendor whose own clause gives 14 days."""
    source = make_source()
    make_term(source)
    engagement = make_engagement(source)
    columns = deadline_columns(
        source.vendor_id, not_before=BEFORE, detected_at=NOW, effective_on=None
    )
    return make_change(engagement, **columns)


def now(change: Change) -> Change:
    return Change.get_by_id(change.id)


def thirty_days(change: Change, user: User, **more) -> ContractTerm:
    given = {"kind": "objection", "period": 30, "unit": "days", "trigger": "informed"}
    return set_term(change.vendor, user, **(given | more))


def test_the_contracts_period_wins_and_the_clause_stays(change, ann) -> None:
    assert change.deadline == date(2026, 6, 22)

    term = thirty_days(change, ann, note="Clause 9.2")

    found = now(change)
    assert found.deadline == date(2026, 7, 8)
    assert found.deadline_note.startswith("From the signed contract, as set by hand: 30 days")
    assert (found.contract_term, found.notice_term) == (term, change.notice_term)


def test_a_later_period_closes_the_one_before(change, ann) -> None:
    first = thirty_days(change, ann)

    second = thirty_days(change, ann, period=10)

    assert ContractTerm.get_by_id(first.id).closed_by == ann
    assert ContractTerm.get_by_id(first.id).period == 30
    assert now(change).contract_term == second
    assert now(change).deadline == date(2026, 6, 18)


def test_a_notice_period_leaves_the_one_to_object(change, ann) -> None:
    objection = thirty_days(change, ann)

    thirty_days(change, ann, kind="notice", period=60)

    assert ContractTerm.get_by_id(objection.id).closed_at is None


def test_an_ended_period_gives_the_vendors_clause_its_say_again(change, ann) -> None:
    term = thirty_days(change, ann)

    close_term(term, ann)

    assert now(change).deadline == date(2026, 6, 22)
    assert now(change).contract_term is None
    with pytest.raises(ContractError, match="ended before"):
        close_term(ContractTerm.get_by_id(term.id), ann)


def test_without_any_period_nothing_is_made_up(workspace, ann) -> None:
    change = make_change(make_engagement(make_source()))

    set_holidays(change.vendor, "IE", ann)

    assert now(change).deadline is None
    assert now(change).deadline_note is None


def test_a_change_that_is_settled_keeps_its_deadline(change, ann) -> None:
    Change.update(decision="accepted").execute()

    thirty_days(change, ann)

    assert now(change).deadline == date(2026, 6, 22)


def test_who_set_what_and_what_moved_is_on_record(change, ann) -> None:
    thirty_days(change, ann)

    events = list(AuditEvent.select(AuditEvent.action, AuditEvent.detail).tuples())
    assert events == [
        ("contract term set", "30 days to object, from when we are informed"),
        (
            "deadline recomputed",
            "2026-06-22 to 2026-07-08: the contract gives 30 days to object, "
            "from when we are informed",
        ),
    ]


def test_public_holidays_are_no_business_days(change, ann) -> None:
    thirty_days(change, ann, period=5, unit="business-days")
    plain = now(change)

    set_holidays(change.vendor, "de", ann)

    assert Vendor.get_by_id(change.vendor_id).holiday_country == "DE"
    assert "public holidays included" in plain.deadline_note
    assert "without the public holidays of Germany" in now(change).deadline_note


def test_a_holiday_moves_the_deadline(workspace, ann) -> None:
    source = make_source()
    make_term(source, period=3, unit="business-days")
    change = make_change(
        make_engagement(source), not_before=None, detected_at=NOW.replace(month=4, day=2)
    )

    set_holidays(change.vendor, "DE", ann)

    assert now(change).deadline == date(2026, 4, 9)  # Good Friday and Easter Monday lie between


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "hunch"}, "notice or objection"),
        ({"period": 0}, "from 1 to"),
        ({"period": 99_999}, "from 1 to"),
        ({"unit": "years"}, "counts days, business-days, months"),
        ({"trigger": "full moon"}, "does not start with"),
        ({"note": "x" * 4_001}, "4,001 characters"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(change, ann, given, words) -> None:
    with pytest.raises(ContractError, match=words):
        thirty_days(change, ann, **given)

    assert not ContractTerm.select().exists()


def test_a_country_without_known_holidays_is_refused(change, ann) -> None:
    with pytest.raises(ContractError, match="no public holidays are known for 'XX'"):
        set_holidays(change.vendor, "XX", ann)


def test_a_merged_vendor_takes_its_contract_with_it(change, ann) -> None:
    term = thirty_days(change, ann)
    other = make_vendor("The same company")

    merge(change.vendor, other, ann)

    assert ContractTerm.get_by_id(term.id).vendor == other
