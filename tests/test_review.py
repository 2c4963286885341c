"""Decisions: what people settle, and what stays on record of it."""

from datetime import timedelta

import pytest

from inventory import review
from inventory.models import AuditEvent, Change, Engagement, Review, SentData, Vendor, utcnow
from inventory.review import ReviewError
from inventory.settings import Settings
from tests.factories import (
    make_categories,
    make_change,
    make_engagement,
    make_source,
    make_user,
    make_vendor,
)


def last_event() -> AuditEvent:
    return AuditEvent.select().order_by(AuditEvent.id.desc()).get()


def sent(vendor: Vendor) -> set[str]:
    return {row.category.key for row in SentData.select().where(SentData.vendor == vendor)}


def test_a_decision_stands_on_the_change_and_in_its_history(workspace: Settings) -> None:
    user = make_user()
    change = make_change(make_engagement(make_source()))

    review.decide(change, user, decision="objected", note=" too far away ")
    review.decide(change, user, decision=None, note="they moved it")

    history = list(Review.select().order_by(Review.id))
    assert [(row.decision, row.note) for row in history] == [
        ("objected", "too far away"),
        (None, "they moved it"),
    ]
    assert Change.get_by_id(change.id).decision is None
    assert last_event().action == "change reopened"
    assert last_event().user == user


def test_an_unknown_decision_changes_nothing(workspace: Settings) -> None:
    change = make_change(make_engagement(make_source()))

    with pytest.raises(ReviewError, match="accepted, objected, dismissed, not 'maybe'"):
        review.decide(change, make_user(), decision="maybe")

    assert not Review.select().exists()


def test_many_changes_are_settled_at_once_and_settled_ones_left_alone(workspace: Settings) -> None:
    user, source = make_user(), make_source()
    changes = [make_change(make_engagement(source)) for _ in range(3)]
    review.decide(changes[0], user, decision="accepted")

    count = review.decide_many([one.id for one in changes] + [999], user, decision="accepted")

    assert count == 2
    assert Change.select().where(Change.decision == "accepted").count() == 3
    assert Review.select().count() == 3
    assert last_event().subject == f"changes {changes[1].id}, {changes[2].id}"


def test_many_changes_are_reopened_at_once(workspace: Settings) -> None:
    user, source = make_user(), make_source()
    changes = [make_change(make_engagement(source), decision="dismissed") for _ in range(2)]

    count = review.decide_many([one.id for one in changes], user, decision=None)

    assert count == 2
    assert Change.select().where(Change.decision.is_null()).count() == 2


def test_a_suggestion_is_confirmed(workspace: Settings) -> None:
    user = make_user()
    engagement = make_engagement(make_source(), certainty="suggested")

    review.confirm(engagement, user)

    assert Engagement.get_by_id(engagement.id).confirmed_by == user
    assert last_event().action == "engagement confirmed"


def test_a_rejection_is_remembered_and_dismisses_what_is_open(workspace: Settings) -> None:
    user = make_user()
    engagement = make_engagement(make_source(), certainty="suggested")
    change = make_change(engagement)

    review.reject(engagement, user)

    assert Engagement.get_by_id(engagement.id).rejected_by == user
    assert Change.get_by_id(change.id).decision == "dismissed"


def test_a_confirmation_takes_every_rejection_of_the_company_back(workspace: Settings) -> None:
    user, source, company = make_user(), make_source(), make_vendor()
    older = make_engagement(source, company, certainty="suggested", rejected_by=user)
    newer = make_engagement(source, company, certainty="suggested", rejected_by=user)

    review.confirm(newer, user)

    assert Engagement.get_by_id(older.id).rejected_by is None
    assert Engagement.get_by_id(newer.id).confirmed_by == user


def test_an_owner_is_set_and_taken_away(workspace: Settings) -> None:
    user, vendor = make_user(name="Ada"), make_vendor("Quillmark")

    review.set_owner(vendor, user, user=user)
    review.set_owner(Vendor.get_by_id(vendor.id), None, user=user)

    assert Vendor.get_by_id(vendor.id).owner is None
    assert [event.detail for event in AuditEvent.select().order_by(AuditEvent.id)] == [
        "Ada",
        "nobody",
    ]


def test_what_we_send_is_these_categories_and_no_others(workspace: Settings) -> None:
    user, vendor = make_user(), make_vendor()
    make_categories("user.name", "user.contact.email", "user.payment")
    review.set_sent_data(vendor, ["user.name", "user.payment"], user)

    review.set_sent_data(vendor, ["user.name", "user.contact.email"], user)

    assert sent(vendor) == {"user.name", "user.contact.email"}
    assert last_event().detail == "+user.contact.email -user.payment"


def test_an_unknown_category_is_refused_and_nothing_is_lost(workspace: Settings) -> None:
    user, vendor = make_user(), make_vendor()
    make_categories("user.name")
    review.set_sent_data(vendor, ["user.name"], user)

    with pytest.raises(ReviewError, match=r"no category of data 'user\.shoe'"):
        review.set_sent_data(vendor, ["user.shoe"], user)

    assert sent(vendor) == {"user.name"}


def test_a_decision_that_is_taken_back_leaves_the_one_before(workspace: Settings) -> None:
    ann, ben = make_user(), make_user()
    change = make_change(make_engagement(make_source()))
    review.decide(change, ann, decision="accepted")
    review.decide(change, ann, decision="dismissed", note="a slip")

    counts = [review.take_back([change.id], ben) for _ in range(2)]

    assert counts == [1, 0]  # what was taken back is not taken back again
    assert Change.get_by_id(change.id).decision == "accepted"
    *_, slip, taken = Review.select().order_by(Review.id)
    assert (slip.decision, taken.decision, taken.user) == ("dismissed", "accepted", ben)
    assert taken.takes_back == slip.id
    assert last_event().action == "decision taken back"


def test_a_first_decision_that_is_taken_back_leaves_the_change_open(workspace: Settings) -> None:
    user, source = make_user(), make_source()
    changes = [make_change(make_engagement(source)) for _ in range(3)]
    review.decide_many([one.id for one in changes[:2]], user, decision="dismissed")

    assert review.take_back([one.id for one in changes], user) == 2

    assert [one.decision for one in Change.select()] == [None] * 3


def test_only_what_one_has_just_decided_is_offered_to_be_taken_back(workspace: Settings) -> None:
    ann, ben, source = make_user(), make_user(), make_source()
    ids = [make_change(make_engagement(source)).id for _ in range(3)]
    review.decide_many(ids, ann, decision="dismissed")
    review.decide(Change.get_by_id(ids[0]), ben, decision="objected")
    now = utcnow()

    offered = [row.change_id for row in review.just_decided(ann, now)]

    assert offered == ids[1:]  # ben decided anew on the first
    assert review.just_decided(ann, now + timedelta(hours=1)) == []
    review.take_back(offered, ann)
    assert review.just_decided(ann, now) == []
