"""The first visit."""

from flask.testing import FlaskClient

from inventory.models import User
from inventory.people.accounts import setup_code
from inventory.settings import Settings
from inventory.web import greeting
from tests.factories import PASSWORD, make_user


def test_the_console_prints_the_code_that_makes_the_first_account(
    client: FlaskClient, workspace: Settings
) -> None:
    code = greeting(workspace).split()[-1]

    answer = client.post(
        "/setup",
        data={"code": code, "name": "Ada", "email": "ada@example.org", "password": PASSWORD},
    )

    assert answer.location == "/"
    assert User.get().email == "ada@example.org"
    assert client.get("/account").status_code == 200
    assert greeting(workspace) == "Onward is at http://onward.test"


def test_a_wrong_code_is_answered_with_one_sentence_and_what_was_typed(
    client: FlaskClient,
) -> None:
    answer = client.post(
        "/setup",
        data={"code": "no", "name": "Ada", "email": "ada@example.org", "password": PASSWORD},
    )

    assert answer.status_code == 422
    assert "That is not the set-up code." in answer.text
    assert 'value="ada@example.org"' in answer.text
    assert PASSWORD not in answer.text
    assert not User.select().exists()


def test_what_was_left_out_is_asked_for(client: FlaskClient) -> None:
    answer = client.post("/setup", data={})

    assert "Enter the set-up code" in answer.text
    assert "Choose a password." in answer.text


def test_once_there_is_an_account_the_set_up_is_closed(
    client: FlaskClient, workspace: Settings
) -> None:
    make_user()

    answer = client.get("/setup")

    assert answer.location == "/"
    assert setup_code(workspace) is None
