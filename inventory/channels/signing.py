"""Sign what is sent, so that a receiver knows who sent it, and when. Standard library alone."""

import hashlib
import hmac
import secrets
import time


def new_secret() -> str:
    """Make a secret that nobody guesses."""
    return f"whsec_{secrets.token_urlsafe(32)}"


def sign(secret: str, body: bytes, moment: int) -> str:
    """The signature header of a body sent at a moment, in seconds since 1970."""
    return f"t={moment},v1={_digest(secret, body, str(moment))}"


def verify(
    secret: str, header: str, body: bytes, *, now: float | None = None, tolerance: float = 300
) -> bool:
    """True if a body was signed by the secret within `tolerance` seconds of now: for receivers."""
    fields = [part.strip().partition("=") for part in header.split(",")]
    moment = next((value for name, _, value in fields if name == "t"), "")
    if not (moment.isascii() and moment.isdigit() and len(moment) < 16):
        return False
    if abs((time.time() if now is None else now) - int(moment)) > tolerance:
        return False
    good = _digest(secret, body, moment).encode()
    given = [value.encode() for name, _, value in fields if name == "v1"]
    return any([hmac.compare_digest(good, value) for value in given])


def _digest(secret: str, body: bytes, moment: str) -> str:
    return hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
