"""Who may sign in: the first account and its code, passwords, and the brake on guessing."""

import hmac
import os
import re
import secrets
import unicodedata
from datetime import timedelta
from pathlib import Path

from peewee import IntegrityError

from inventory.database import transaction
from inventory.models import AuditEvent, User, new_stamp, utcnow
from inventory.people.passwords import (
    SHORTEST_PASSWORD as SHORTEST_PASSWORD,
    AccountError as AccountError,
    hashed,
    is_of,
    make_code,
)
from inventory.settings import Settings, make_data_folder

CODE_FILE = "set-up-code"
WINDOW = timedelta(minutes=15)
TRIES_PER_EMAIL = 5
TRIES_PER_ADDRESS = 20
FAILED = {"sign-in": "sign-in failed", "set-up": "set-up failed", "password": "password refused"}


class Throttled(AccountError):
    """Too many attempts failed; the message says when to try again."""


def setup_code(settings: Settings) -> str | None:
    """The one-time code that makes the first account, from its file in the data folder; None once
    there is an account."""
    if User.select().exists():
        return None
    make_data_folder(settings)
    return _kept_code(settings.data / CODE_FILE)


def create_first_account(
    name: str, email: str, password: str, *, code: str, settings: Settings, address: str
) -> User:
    """Make the first account, an admin's. Of two people at once one succeeds. Raises
    AccountError."""
    email = tidy_email(email)
    _brake("set-up", email, address)
    expected = setup_code(settings)
    if expected is None:
        raise AccountError("There is an account already; sign in, or ask its owner for one.")
    if not hmac.compare_digest(_bare(code).encode(), _bare(expected).encode()):
        _audit(FAILED["set-up"], subject=email, address=address)
        raise AccountError(
            "That is not the set-up code. The console prints it when Onward starts, and it stands "
            f"in the file {CODE_FILE} of the data folder."
        )
    kept = hashed(password, email)
    with transaction():
        if User.select().exists():
            raise AccountError("Somebody else has just made the first account; sign in instead.")
        user = _create(name, email, kept, is_admin=True)
        _audit("first account made", user=user, subject=email, address=address)
    (settings.data / CODE_FILE).unlink(missing_ok=True)
    return user


def authenticate(email: str, password: str, address: str) -> User:
    """Return the person whose e-mail and password these are. Raises AccountError, the same for an
    unknown e-mail, a wrong password and a person who left, and as late."""
    email = tidy_email(email)
    _brake("sign-in", email, address)
    user: User | None = User.get_or_none(User.email == email)
    is_theirs = is_of(user, password)
    if user is None or not is_theirs or not user.is_active:
        _audit(FAILED["sign-in"], user=user, subject=email, address=address)
        raise AccountError("This e-mail and password do not belong together.")
    with transaction():
        User.update(signed_in_at=utcnow()).where(User.id == user.id).execute()
        _audit("signed in", user=user, subject=email, address=address)
    return user


def change_password(user: User, old: str, new: str, *, address: str) -> None:
    """Set a new password; every session begun with the old one ends. Raises AccountError."""
    _brake("password", user.email, address)
    if not is_of(user, old):
        _audit(FAILED["password"], user=user, subject=user.email, address=address)
        raise AccountError("The present password is not right.")
    if user.must_change_password and is_of(user, new):
        raise AccountError("Choose a password of your own, other than the one you were given.")
    kept = hashed(new, user.email)
    with transaction():
        user.password_hash, user.must_change_password = kept, False
        user.save(only=[User.password_hash, User.must_change_password])
        _audit("password changed", user=user, subject=user.email, address=address)


def add_user(
    name: str, email: str, password: str, *, by: User, is_admin: bool = False, address: str
) -> User:
    """Make an account for another person, who is told the password by whoever made it. Raises
    AccountError."""
    if not by.is_admin:
        raise AccountError("Only an admin may add people.")
    email = tidy_email(email)
    kept = hashed(password, email)
    try:
        with transaction():
            user = _create(name, email, kept, is_admin=is_admin)
            _audit("account made", user=by, subject=email, address=address)
    except IntegrityError as error:
        raise AccountError(f"There is an account for {email} already.") from error
    return user


def rename(user: User, name: str, *, address: str) -> None:
    """Change what a person is called."""
    with transaction():
        user.name = _checked_name(name)
        user.save(only=[User.name])
        _audit("name changed", user=user, subject=user.name, address=address)


def sign_out(user: User, *, address: str) -> None:
    """End every session of a person, so that no copy of a cookie lets anybody in."""
    with transaction():
        User.update(session_stamp=new_stamp()).where(User.id == user.id).execute()
        _audit("signed out", user=user, subject=user.email, address=address)


def tidy_email(email: str) -> str:
    """The e-mail as it is stored. Raises AccountError where it cannot be one."""
    tidy = unicodedata.normalize("NFKC", email[:1_000]).strip().lower()
    if len(tidy) > 254 or not tidy.isprintable() or not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", tidy):
        raise AccountError("That is not an e-mail address; it should look like name@example.org.")
    return tidy


def _brake(door: str, email: str, address: str) -> None:
    """Refuse when too many attempts at this door failed of late, by this e-mail or from this
    address."""
    recent = (AuditEvent.action == FAILED[door]) & (AuditEvent.at > utcnow() - WINDOW)
    for whose, limit in (
        (AuditEvent.subject == email, TRIES_PER_EMAIL),
        (AuditEvent.address == address, TRIES_PER_ADDRESS),
    ):
        failures = (
            AuditEvent.select(AuditEvent.at)
            .where(recent, whose)
            .order_by(AuditEvent.at.desc())
            .limit(limit)
        )
        moments = [event.at for event in failures]
        if len(moments) == limit:
            free = moments[-1] + WINDOW
            minutes = max(1, -int((utcnow() - free).total_seconds() // 60))
            raise Throttled(
                f"Too many attempts failed. Try again after {free:%H:%M} UTC, "
                f"in {minutes} minute{'s' if minutes > 1 else ''}."
            )


def _create(name: str, email: str, password_hash: str, *, is_admin: bool) -> User:
    user: User = User.create(
        name=_checked_name(name), email=email, password_hash=password_hash, is_admin=is_admin
    )
    return user


def _checked_name(name: str) -> str:
    tidy = " ".join(name.split())
    if not 0 < len(tidy) <= 100 or not tidy.isprintable():
        raise AccountError("A name has 1 to 100 characters, and all of them can be seen.")
    return tidy


def _kept_code(path: Path) -> str:
    """Read the code from its file; where there is none, make one. It appears whole or not at all,
    so two processes agree on one."""
    if not path.exists():
        draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
        with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(make_code() + "\n")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def _bare(code: str) -> str:
    return re.sub(r"[\s-]+", "", code).upper()


def _audit(action: str, *, subject: str, address: str, user: User | None = None) -> None:
    AuditEvent.create(user=user, action=action, subject=subject, address=address)
