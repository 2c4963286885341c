"""Passwords: kept so that nobody reads them, compared however they are typed."""

import pytest

from inventory.people.passwords import AccountError, hashed, is_of, make_code
from inventory.settings import Settings
from tests.factories import make_user


def test_a_password_is_the_same_from_every_keyboard(workspace: Settings) -> None:
    user = make_user(password_hash=hashed("Zoe\u0308 loves coffee", "zoe@example.org"))

    assert is_of(user, "Zo\u00eb loves coffee")
    assert not is_of(user, "Zoe loves coffee")


def test_nobody_has_a_password(workspace: Settings) -> None:
    assert not is_of(None, "whatever it may be")


def test_a_code_is_a_good_password_and_never_the_same() -> None:
    code = make_code()

    assert hashed(code, "a@example.org").startswith("scrypt:")
    assert code != make_code()


def test_a_short_password_is_refused_in_a_sentence() -> None:
    with pytest.raises(AccountError, match="at least 12 characters"):
        hashed("short", "a@example.org")
