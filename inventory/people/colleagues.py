"""Colleagues who leave, come back or forget: what an admin does to the account of another."""

from inventory.database import transaction
from inventory.models import AuditEvent, User, new_stamp
from inventory.people.passwords import AccountError, hashed, make_code


def deactivate(user: User, *, by: User, address: str) -> None:
    """Let a person in no longer; their sessions end, what they did stays. Raises AccountError."""
    _admin_only(by)
    with transaction():
        others = User.select().where(User.is_admin, User.is_active, User.id != user.id)
        if not others.exists():
            raise AccountError("The last active admin cannot be deactivated; add another first.")
        if not user.is_active:
            raise AccountError(f"{user.name} is deactivated already.")
        user.is_active, user.session_stamp = False, new_stamp()
        user.save(only=[User.is_active, User.session_stamp])
        _audit("account deactivated", user, by=by, address=address)


def reactivate(user: User, *, by: User, address: str) -> None:
    """Let a person in again, with the password they had. Raises AccountError."""
    _admin_only(by)
    if user.is_active:
        raise AccountError(f"{user.name} may sign in already.")
    with transaction():
        user.is_active = True
        user.save(only=[User.is_active])
        _audit("account reactivated", user, by=by, address=address)


def give_password(user: User, *, by: User, address: str) -> str:
    """Return a new password to tell a person, who must change it at the next sign-in; their
    sessions end. Raises AccountError."""
    _admin_only(by)
    if user.id == by.id:
        raise AccountError("Your own password is changed above, by whoever knows the present one.")
    if not user.is_active:
        raise AccountError(f"{user.name} is deactivated; reactivate the account first.")
    password = make_code()
    user.password_hash, user.must_change_password = hashed(password, user.email), True
    with transaction():
        user.save(only=[User.password_hash, User.must_change_password])
        _audit("one-time password given", user, by=by, address=address)
    return password


def _admin_only(by: User) -> None:
    if not by.is_admin:
        raise AccountError("Only an admin may do this to the account of another person.")


def _audit(action: str, user: User, *, by: User, address: str) -> None:
    AuditEvent.create(user=by, action=action, subject=user.email, address=address)
