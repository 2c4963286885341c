"""Filters of the inbox that people keep: their own, and only what the inbox understands."""

import pytest
from flask.testing import FlaskClient

from inventory.models import SavedFilter, User
from inventory.people.saved import MOST, FilterError, drop, keep, kept_by, tidy
from tests.factories import make_change, make_engagement, make_source, make_user, make_vendor

pytestmark = pytest.mark.usefixtures("workspace")


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("severity=high&status=open&q=&page=7", "severity=high"),
        ("sort=-detected", ""),
        ("sort=deadline&severity=high", "severity=high&sort=deadline"),
        ("next=https://evil.example&csrf_token=x", ""),
        ("q=a%26b=c", "q=a%26b%3Dc"),
        ("", ""),
    ],
)
def test_only_what_the_inbox_understands_is_kept(query: str, kept: str) -> None:
    assert tidy(query) == kept


def test_a_filter_of_the_same_name_is_replaced() -> None:
    ann = make_user()
    keep(ann, "Grave", "severity=high")
    keep(ann, " Grave ", "severity=medium")

    assert [(one.name, one.query) for one in kept_by(ann)] == [("Grave", "severity=medium")]


def test_each_person_has_their_own() -> None:
    ann, bob = make_user(), make_user()
    kept = keep(ann, "Grave", "severity=high")

    assert kept_by(bob) == []
    assert drop(bob, kept.id) is None
    assert drop(ann, kept.id) == "Grave"
    assert SavedFilter.select().count() == 0


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("Grave", "page=2", "nothing to keep yet"),
        ("", "severity=high", "Give the filter a name"),
        ("x" * 61, "severity=high", "at most 60 characters"),
    ],
)
def test_what_is_no_filter_is_one_sentence(name: str, query: str, sentence: str) -> None:
    with pytest.raises(FilterError, match=sentence):
        keep(make_user(), name, query)


def test_filters_are_not_kept_without_end() -> None:
    ann = make_user()
    for number in range(MOST):
        keep(ann, f"Filter {number}", f"q={number}")

    with pytest.raises(FilterError, match="remove one first"):
        keep(ann, "One more", "q=x")


def test_a_filter_is_kept_shown_and_removed_in_the_inbox(signed_in: FlaskClient) -> None:
    make_source()
    assert "Keep this filter" in text(signed_in, "/?severity=high&status=open")

    answer = signed_in.post("/filters", data={"back": "/?severity=high", "name": "<Grave>"})

    assert answer.location == "/?severity=high"
    page = text(signed_in, "/?status=open&severity=high")
    assert '<a href="/?severity=high" aria-current="true">&lt;Grave&gt;</a>' in page
    assert "Keep this filter" not in page
    signed_in.post(f"/filters/{SavedFilter.get().id}/remove")
    assert "Grave" not in text(signed_in, "/").replace("The filter “&lt;Grave&gt;” was removed", "")
    assert signed_in.post("/filters/7/remove").status_code == 404


def test_the_inbox_is_narrowed_to_ones_own_vendors(signed_in: FlaskClient) -> None:
    ann = User.get()
    for name, owner in (("Aspen", ann), ("Birch", make_user()), ("Cedar", None)):
        vendor = make_vendor(name, is_ours=True, owner=owner)
        make_change(make_engagement(make_source(vendor), make_vendor(f"{name} Host")))

    mine, nobodys = text(signed_in, "/?owner=me"), text(signed_in, "/?owner=nobody")

    assert "Aspen added" in mine
    assert "Birch added" not in mine
    assert "Cedar added" not in mine
    assert "Cedar added" in nobodys
    assert "Aspen added" not in nobodys
