"""Accounts: who may sign in, and what stops those who guess."""

from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from inventory.database import connected
from inventory.models import AuditEvent, User, utcnow
from inventory.people import accounts
from inventory.people.accounts import AccountError, Throttled
from inventory.settings import Settings
from tests.factories import PASSWORD, make_user

HERE = "192.0.2.1"


def first(settings: Settings, code: str, **columns: str) -> User:
    given = {"name": "Ada", "email": "ada@example.org", "password": PASSWORD} | columns
    return accounts.create_first_account(**given, code=code, settings=settings, address=HERE)


def actions() -> list[str]:
    return [event.action for event in AuditEvent.select().order_by(AuditEvent.id)]


def test_the_set_up_code_is_short_enough_to_type_and_kept_from_others(workspace: Settings) -> None:
    code = accounts.setup_code(workspace)

    file = Path(workspace.data) / accounts.CODE_FILE
    assert code is not None
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert file.read_text().strip() == code
    assert file.stat().st_mode & 0o777 == 0o600
    assert accounts.setup_code(workspace) == code


def test_the_first_account_is_an_admin_and_uses_the_code_up(workspace: Settings) -> None:
    code = accounts.setup_code(workspace) or ""

    user = first(workspace, code.lower().replace("-", " "), email=" Ada@Example.ORG ")

    assert user.is_admin
    assert user.email == "ada@example.org"
    assert user.password_hash.startswith("scrypt:")
    assert accounts.setup_code(workspace) is None
    assert not (workspace.data / accounts.CODE_FILE).exists()
    assert actions() == ["first account made"]


def test_a_wrong_code_says_where_the_right_one_stands(workspace: Settings) -> None:
    with pytest.raises(AccountError, match="file set-up-code of the data folder"):
        first(workspace, "AAAA-BBBB-CCCC-DDDD")

    assert not User.select().exists()
    assert actions() == ["set-up failed"]


def test_two_first_accounts_at_once_give_one(workspace: Settings) -> None:
    code = accounts.setup_code(workspace) or ""
    together = Barrier(2)
    refusals: list[str] = []

    def race(name: str) -> None:
        with connected():
            together.wait()
            try:
                first(workspace, code, email=f"{name}@example.org")
            except AccountError as error:
                refusals.append(str(error))

    threads = [Thread(target=race, args=(name,)) for name in ("ada", "ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert User.select().count() == 1
    assert len(refusals) == 1


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("eleven char", "at least 12 characters"),
        ("ADA@example.org", "must not be the e-mail"),
        ("x" * 1_001, "at most 1,000 characters"),
    ],
)
def test_a_poor_password_is_refused_with_the_rule(
    workspace: Settings, password: str, says: str
) -> None:
    code = accounts.setup_code(workspace) or ""

    with pytest.raises(AccountError, match=says):
        first(workspace, code, password=password)

    assert accounts.setup_code(workspace) == code


def test_whoever_knows_the_password_is_let_in(workspace: Settings) -> None:
    user = make_user(email="ada@example.org")

    found = accounts.authenticate("ADA@example.org ", PASSWORD, HERE)

    assert found == user
    assert User.get_by_id(user.id).signed_in_at is not None
    assert actions() == ["signed in"]


def test_an_unknown_e_mail_reads_like_a_wrong_password(workspace: Settings) -> None:
    make_user(email="ada@example.org")

    with pytest.raises(AccountError) as unknown:
        accounts.authenticate("eve@example.org", PASSWORD, HERE)
    with pytest.raises(AccountError) as wrong:
        accounts.authenticate("ada@example.org", "not the password", HERE)

    assert str(unknown.value) == str(wrong.value)


def test_five_failures_for_an_e_mail_brake_even_the_right_password(workspace: Settings) -> None:
    make_user(email="ada@example.org")
    for number in range(5):
        with pytest.raises(AccountError):
            accounts.authenticate("ada@example.org", "guess", f"192.0.2.{number}")

    with pytest.raises(Throttled, match=r"Try again after \d\d:\d\d UTC, in 1[45] minutes"):
        accounts.authenticate("ada@example.org", PASSWORD, HERE)


def test_twenty_failures_from_an_address_brake_every_e_mail(workspace: Settings) -> None:
    make_user(email="ada@example.org")
    for number in range(20):
        AuditEvent.create(action="sign-in failed", subject=f"{number}@example.org", address=HERE)

    with pytest.raises(Throttled):
        accounts.authenticate("ada@example.org", PASSWORD, HERE)
    assert accounts.authenticate("ada@example.org", PASSWORD, "192.0.2.9")


def test_the_brake_lets_go_after_a_quarter_of_an_hour(workspace: Settings) -> None:
    make_user(email="ada@example.org")
    for _ in range(5):
        AuditEvent.create(
            action="sign-in failed",
            subject="ada@example.org",
            address=HERE,
            at=utcnow() - timedelta(minutes=15, seconds=1),
        )

    user = accounts.authenticate("ada@example.org", PASSWORD, HERE)

    assert user.email == "ada@example.org"


def test_guessing_the_set_up_code_is_braked(workspace: Settings) -> None:
    code = accounts.setup_code(workspace) or ""
    for _ in range(5):
        with pytest.raises(AccountError):
            first(workspace, "AAAA-AAAA-AAAA-AAAA")

    with pytest.raises(Throttled):
        first(workspace, code)


def test_a_password_is_changed_by_whoever_knows_the_old_one(workspace: Settings) -> None:
    user = make_user(email="ada@example.org")

    with pytest.raises(AccountError, match="present password"):
        accounts.change_password(user, "wrong", "another fine secret", address=HERE)
    accounts.change_password(user, PASSWORD, "another fine secret", address=HERE)

    assert accounts.authenticate("ada@example.org", "another fine secret", HERE) == user
    assert actions() == ["password refused", "password changed", "signed in"]


def test_an_admin_adds_people_and_nobody_twice(workspace: Settings) -> None:
    admin = make_user(email="ada@example.org")

    ben = accounts.add_user("Ben", "ben@example.org", PASSWORD, by=admin, address=HERE)

    assert not ben.is_admin
    with pytest.raises(AccountError, match=r"account for ben@example\.org already"):
        accounts.add_user("Ben", "BEN@example.org", PASSWORD, by=admin, address=HERE)
    with pytest.raises(AccountError, match="Only an admin"):
        accounts.add_user("Cy", "cy@example.org", PASSWORD, by=ben, address=HERE)


@pytest.mark.parametrize("email", ["", "ada", "a b@example.org", "<a>@example.org", "x" * 300])
def test_what_is_no_e_mail_is_refused(workspace: Settings, email: str) -> None:
    with pytest.raises(AccountError, match="not an e-mail address"):
        accounts.authenticate(email, PASSWORD, HERE)
