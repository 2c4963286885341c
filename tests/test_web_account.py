"""Signing in and out, and one's own account."""

from flask.testing import FlaskClient

from inventory.models import AuditEvent, User
from tests.factories import PASSWORD, make_user


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
