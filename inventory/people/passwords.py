"""Passwords and codes: what a good one is, how it is kept, and how one is compared."""

import secrets
import unicodedata
from functools import lru_cache

from werkzeug.security import check_password_hash, generate_password_hash

from inventory.models import User

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
CODE_GROUPS = 4
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1_000
HASH = "scrypt"


class AccountError(Exception):
    """What was asked of an account cannot be done; the message says why, in one sentence."""


def hashed(password: str, email: str) -> str:
    """The hash under which a new password is kept. Raises AccountError where it is a poor one."""
    normal = _normal(password)
    if len(password) > LONGEST_PASSWORD:
        raise AccountError(f"The password may have at most {LONGEST_PASSWORD:,} characters.")
    if len(normal) < SHORTEST_PASSWORD:
        raise AccountError(f"The password needs at least {SHORTEST_PASSWORD} characters.")
    if normal.strip().lower() == email:
        raise AccountError("The password must not be the e-mail address.")
    return generate_password_hash(normal, method=HASH)


def is_of(user: User | None, password: str) -> bool:
    """Whether the password is this person's; nobody's takes as long to refuse."""
    kept = user.password_hash if user else _decoy()
    return check_password_hash(kept, _normal(password)) and user is not None


def make_code() -> str:
    """A code for a person to type once: 80 bits in groups of letters."""
    groups = ("".join(secrets.choice(CODE_LETTERS) for _ in range(4)) for _ in range(CODE_GROUPS))
    return "-".join(groups)


def _normal(password: str) -> str:
    """The same from every keyboard. What is too long for a password is nobody's: no work is done
    for it."""
    return unicodedata.normalize("NFKC", password) if len(password) <= LONGEST_PASSWORD else ""


@lru_cache(maxsize=1)
def _decoy() -> str:
    """The hash of nobody's password, so that an unknown e-mail takes as long as a known one."""
    return generate_password_hash(secrets.token_urlsafe(16), method=HASH)
