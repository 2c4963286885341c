"""What stands between the world and the screens."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from inventory.models import Change, User
from inventory.settings import Settings
from inventory.web.security import local_path
from tests.factories import PASSWORD, make_change, make_engagement, make_source, make_user

SCREENS = ("/", "/vendors", "/account", "/changes/1", "/vendors/quillmark/data", "/nowhere")


@pytest.mark.parametrize("path", SCREENS)
def test_without_an_account_everything_leads_to_the_set_up(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 302
    assert answer.location == "/setup"


@pytest.mark.parametrize("path", SCREENS[1:])
def test_a_stranger_is_led_to_the_sign_in_and_on(client: FlaskClient, path: str) -> None:
    make_user()

    answer = client.get(path)

    assert answer.status_code == 302
    assert answer.location == f"/sign-in?next={path}"


def test_a_stranger_alters_nothing(client: FlaskClient) -> None:
    make_user()
    change = make_change(make_engagement(make_source()))

    answer = client.post(f"/changes/{change.id}/decide", data={"decision": "accepted"})

    assert answer.location == "/sign-in"
    assert Change.get_by_id(change.id).decision is None


@pytest.mark.parametrize(
    "path",
    ["/static/onward.css", "/static/theme.js", "/bootstrap/static/css/bootstrap.min.css"],
)
def test_style_and_scripts_are_served_to_strangers_from_here(
    client: FlaskClient, path: str
) -> None:
    with client.get(path) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/account", "/static/onward.css", "/nowhere"])
def test_every_answer_carries_the_headers(signed_in: FlaskClient, path: str) -> None:
    with signed_in.get(path) as answer:
        headers = answer.headers

    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert "'unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert ("no-store" in headers.get("Cache-Control", "")) == ("static" not in path)


def test_no_page_holds_what_the_policy_forbids(signed_in: FlaskClient) -> None:
    engagement = make_engagement(make_source())
    change = make_change(engagement)

    for path in ("/", "/account", "/vendors", f"/changes/{change.id}"):
        page = signed_in.get(path).text

        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<script>" not in page


def test_a_form_without_its_token_is_refused_in_a_sentence(signed_in: FlaskClient) -> None:
    signed_in.application.config["WTF_CSRF_ENABLED"] = True
    change = make_change(make_engagement(make_source()))

    answer = signed_in.post(f"/changes/{change.id}/decide", data={"decision": "accepted"})

    assert answer.status_code == 400
    assert "load the page again" in answer.text
    assert Change.get_by_id(change.id).decision is None


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    user = make_user()

    answer = client.post("/sign-in", data={"email": user.email, "password": PASSWORD})

    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_never_leaves_it(workspace: Settings) -> None:
    user = make_user()
    app = create_app(replace(workspace, base_url="https://onward.test"))
    app.config["WTF_CSRF_ENABLED"] = False

    answer = app.test_client().post(
        "/sign-in", data={"email": user.email, "password": PASSWORD}, base_url="https://onward.test"
    )

    assert answer.headers["Set-Cookie"].startswith("__Host-onward=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_any_server_finds_the_key_that_signs_sessions(workspace: Settings) -> None:
    app = create_app(replace(workspace, secret_key=""))

    answer = app.test_client().get("/setup")

    assert answer.status_code == 200
    assert app.secret_key == Path(workspace.data / "secret-key").read_text().strip()


def test_a_data_folder_that_cannot_be_is_one_sentence(settings: Settings) -> None:
    app = create_app(replace(settings, secret_key="", data=Path("/dev/null/data")))

    answer = app.test_client().get("/")

    assert answer.status_code == 503
    assert "the data folder /dev/null/data cannot be written" in answer.text


def test_our_own_fault_is_owned_without_details(signed_in: FlaskClient) -> None:
    app = signed_in.application
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["vendors.index"] = lambda: 1 // 0

    answer = signed_in.get("/vendors")

    assert answer.status_code == 500
    assert "Something went wrong in Onward" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_a_session_ends_with_its_account(signed_in: FlaskClient) -> None:
    make_user()
    User.delete().where(User.email == "ann@onward.test").execute()

    answer = signed_in.get("/account")

    assert answer.location == "/sign-in?next=/account"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "",
        None,
    ],
)
def test_no_link_sends_people_elsewhere(target: str | None) -> None:
    assert local_path(target) == "/"


def test_the_sign_in_goes_on_to_a_place_of_ours_alone(client: FlaskClient) -> None:
    user = make_user()
    given = {"email": user.email, "password": PASSWORD}

    elsewhere = client.post("/sign-in?next=//evil.example/x", data=given)
    client.post("/sign-out")
    ours = client.post("/sign-in?next=/vendors?q=a", data=given)

    assert elsewhere.location == "/"
    assert ours.location == "/vendors?q=a"


def test_what_is_not_there_says_so(signed_in: FlaskClient) -> None:
    huge = "9" * 30
    for path in ("/nowhere", "/changes/999", f"/changes/{huge}", "/vendors/nobody/data"):
        answer = signed_in.get(path)

        assert answer.status_code == 404
        assert "There is nothing at this address" in answer.text
