"""Signing in and out, and one's own account."""

import pytest
from flask.testing import FlaskClient

from inventory.models import AuditEvent, User
from tests.factories import PASSWORD, make_user, make_vendor


def test_a_wrong_password_is_answered_with_one_sentence(client: FlaskClient) -> None:
    make_user(email="ada@example.org")

    answer = client.post("/sign-in", data={"email": "ada@example.org", "password": "guess"})

    assert answer.status_code == 422
    assert "This e-mail and password do not belong together." in answer.text


def test_guessing_is_told_when_to_try_again(client: FlaskClient) -> None:
    make_user(email="ada@example.org")
    for _ in range(5):
        client.post("/sign-in", data={"email": "ada@example.org", "password": "guess"})

    answer = client.post("/sign-in", data={"email": "ada@example.org", "password": PASSWORD})

    assert answer.status_code == 429
    assert "Try again after" in answer.text
    assert client.get("/account").status_code == 302


def test_after_signing_out_the_screens_are_closed(signed_in: FlaskClient) -> None:
    signed_in.post("/sign-out")

    assert signed_in.get("/account").location == "/sign-in?next=/account"


def test_a_changed_password_ends_the_other_sessions(signed_in: FlaskClient) -> None:
    other = signed_in.application.test_client()
    other.post("/sign-in", data={"email": "ann@onward.test", "password": PASSWORD})

    answer = signed_in.post("/account/password", data={"old": PASSWORD, "new": "a brand new one!"})

    assert answer.location == "/account"
    assert signed_in.get("/account").status_code == 200
    assert other.get("/account").location == "/sign-in?next=/account"


def test_a_wrong_present_password_is_said_beside_its_form(signed_in: FlaskClient) -> None:
    answer = signed_in.post("/account/password", data={"old": "no", "new": "a brand new one!"})

    assert answer.status_code == 422
    assert "The present password is not right." in answer.text


def test_a_name_is_changed_and_escaped(signed_in: FlaskClient) -> None:
    signed_in.post("/account/name", data={"name": "<b>Ann</b>"})

    page = signed_in.get("/account").text
    assert "&lt;b&gt;Ann&lt;/b&gt;" in page
    assert "<b>Ann" not in page


def test_an_admin_adds_a_person_who_can_sign_in(signed_in: FlaskClient) -> None:
    given = {"person": "Ben", "email": "ben@example.org", "first_password": PASSWORD}

    signed_in.post("/account/people", data=given)

    other = signed_in.application.test_client()
    other.post("/sign-in", data={"email": "ben@example.org", "password": PASSWORD})
    page = other.get("/account").text
    assert "Signed in as ben@example.org" in page
    assert "Audit trail" not in page
    assert other.post("/account/people", data=given).status_code == 403


def test_the_audit_trail_shows_the_last_fifty_events(signed_in: FlaskClient) -> None:
    for number in range(60):
        AuditEvent.create(action="source added", subject=f"https://x.example/{number}")

    page = signed_in.get("/account").text

    assert "the last 50 events" in page
    assert "https://x.example/59" in page
    assert "https://x.example/9<" not in page
    assert User.select().count() == 1


def session_of(client: FlaskClient, email: str) -> FlaskClient:
    other = client.application.test_client()
    other.post("/sign-in", data={"email": email, "password": PASSWORD})
    return other


def test_a_copied_cookie_is_void_once_its_owner_signed_out(signed_in: FlaskClient) -> None:
    copy = signed_in.application.test_client()
    cookie = signed_in.get_cookie("onward", "localhost")
    assert cookie is not None
    copy.set_cookie("onward", cookie.value, domain="localhost")
    assert copy.get("/account").status_code == 200

    signed_in.post("/sign-out")

    assert copy.get("/account").location == "/sign-in?next=/account"


def test_a_person_who_left_is_out_at_once_and_may_come_back(signed_in: FlaskClient) -> None:
    ben = make_user(name="Ben", email="ben@example.org", is_admin=False)
    make_vendor("Quillmark", owner=ben)
    his = session_of(signed_in, ben.email)
    assert his.get("/account").status_code == 200

    signed_in.post(f"/account/people/{ben.id}/deactivate")

    page = signed_in.get("/account").text
    assert "Ben can no longer sign in. They are still named as the owner of 1 vendor." in page
    assert his.get("/account").location == "/sign-in?next=/account"
    signed_in.post(f"/account/people/{ben.id}/reactivate")
    assert his.get("/account").location == "/sign-in?next=/account"
    assert session_of(signed_in, ben.email).get("/account").status_code == 200


def test_the_last_admin_is_told_why_they_stay(signed_in: FlaskClient) -> None:
    ann = User.get(User.email == "ann@onward.test")

    signed_in.post(f"/account/people/{ann.id}/deactivate")

    assert "The last active admin cannot be deactivated" in signed_in.get("/account").text


def test_a_given_password_opens_nothing_but_its_change(signed_in: FlaskClient) -> None:
    ben = make_user(name="Ben", email="ben@example.org", is_admin=False)

    page = signed_in.post(f"/account/people/{ben.id}/password").text

    given = page.partition('<code class="secret mb-3">')[2].partition("<")[0]
    his = signed_in.application.test_client()
    his.post("/sign-in", data={"email": ben.email, "password": given})
    assert his.get("/vendors").location == "/account"
    assert "Choose one of your own" in his.get("/account").text
    his.post("/account/password", data={"old": given, "new": "one of my very own"})
    assert his.get("/vendors").status_code == 200
    assert given not in signed_in.get("/account").text


@pytest.mark.parametrize("what", ["deactivate", "reactivate", "password"])
def test_a_member_does_nothing_to_others(signed_in: FlaskClient, what: str) -> None:
    ben = make_user(email="ben@example.org", is_admin=False)
    ann = User.get(User.email == "ann@onward.test")

    answer = session_of(signed_in, ben.email).post(f"/account/people/{ann.id}/{what}")

    assert answer.status_code == 403
    assert User.get_by_id(ann.id).password_hash == ann.password_hash
