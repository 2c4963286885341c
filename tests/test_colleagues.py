"""What an admin does to the account of a person who leaves, comes back or forgets."""

import pytest

from inventory.models import AuditEvent, User
from inventory.people import accounts, colleagues
from inventory.people.passwords import AccountError
from inventory.settings import Settings
from tests.factories import PASSWORD, make_user

HERE = "192.0.2.1"


@pytest.fixture
def ann(workspace: Settings) -> User:
    return make_user(name="Ann", email="ann@example.org")


@pytest.fixture
def ben(workspace: Settings) -> User:
    return make_user(name="Ben", email="ben@example.org", is_admin=False)


def last_event() -> tuple[str, str, User]:
    event = AuditEvent.select().order_by(AuditEvent.id.desc()).first()
    return event.action, event.subject, event.user


def test_whoever_left_is_refused_like_a_stranger(ann: User, ben: User) -> None:
    colleagues.deactivate(ben, by=ann, address=HERE)

    assert last_event() == ("account deactivated", "ben@example.org", ann)
    with pytest.raises(AccountError, match="do not belong together"):
        accounts.authenticate("ben@example.org", PASSWORD, HERE)


def test_whoever_comes_back_has_the_password_of_before(ann: User, ben: User) -> None:
    colleagues.deactivate(ben, by=ann, address=HERE)

    colleagues.reactivate(ben, by=ann, address=HERE)

    assert last_event() == ("account reactivated", "ben@example.org", ann)
    assert accounts.authenticate("ben@example.org", PASSWORD, HERE) == ben


def test_the_last_active_admin_stays(ann: User, ben: User) -> None:
    other = make_user(name="Cy")
    colleagues.deactivate(other, by=ann, address=HERE)

    with pytest.raises(AccountError, match="last active admin cannot be deactivated"):
        colleagues.deactivate(ann, by=ann, address=HERE)

    assert User.get_by_id(ann.id).is_active


def test_a_given_password_is_good_until_it_is_changed(ann: User, ben: User) -> None:
    password = colleagues.give_password(ben, by=ann, address=HERE)

    with pytest.raises(AccountError):
        accounts.authenticate("ben@example.org", PASSWORD, HERE)
    user = accounts.authenticate("ben@example.org", password, HERE)
    assert user.must_change_password
    with pytest.raises(AccountError, match="a password of your own"):
        accounts.change_password(user, password, password, address=HERE)
    accounts.change_password(user, password, "one of my very own", address=HERE)
    assert not User.get_by_id(ben.id).must_change_password
    assert password not in str([event.__data__ for event in AuditEvent.select()])


def test_a_password_is_given_to_others_who_may_sign_in(ann: User, ben: User) -> None:
    colleagues.deactivate(ben, by=ann, address=HERE)

    with pytest.raises(AccountError, match="reactivate the account first"):
        colleagues.give_password(ben, by=ann, address=HERE)
    with pytest.raises(AccountError, match="Your own password"):
        colleagues.give_password(ann, by=ann, address=HERE)


@pytest.mark.parametrize(
    "deed", [colleagues.deactivate, colleagues.reactivate, colleagues.give_password]
)
def test_only_an_admin_touches_the_accounts_of_others(ann: User, ben: User, deed: object) -> None:
    with pytest.raises(AccountError, match="Only an admin"):
        deed(ann, by=ben, address=HERE)  # type: ignore[operator]

    assert User.get_by_id(ann.id).password_hash == ann.password_hash
