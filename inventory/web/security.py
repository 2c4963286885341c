"""What stands between the world and the screens: headers, cookies, the sign-in gate, and a database
connection a request."""

import hashlib
from datetime import timedelta
from functools import wraps
from threading import Lock
from typing import Any

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect
from itsdangerous import URLSafeTimedSerializer
from werkzeug.local import LocalProxy

from inventory.database import database, open_database
from inventory.models import User
from inventory.settings import Settings, secret_key

OPEN_TO_ALL = frozenset({"static", "bootstrap.static"})
CHANGING = frozenset({"account.account", "account.change_password", "account.sign_out"})
LIFETIME = timedelta(days=14)
STRANGERS = 64 * 1024  # bytes of a form sent before signing in
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap draws its ticks and arrows as data: images
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

OPENING = Lock()

current_user: User = LocalProxy(lambda: g.get("user"))  # type: ignore[assignment]


class Sessions(SecureCookieSessionInterface):
    """Sessions in signed cookies. The key is the one kept in the data folder, whichever server
    runs, unless one is set."""

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if not app.secret_key:
            app.secret_key = secret_key(app.config["ONWARD"])
        return super().get_signing_serializer(app)


def register(app: Flask) -> None:
    """Guard every request of the application."""
    app.session_interface = Sessions()
    settings: Settings = app.config["ONWARD"]
    https = settings.base_url.startswith("https://")
    app.config.update(
        SESSION_COOKIE_NAME="__Host-onward" if https else "onward",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=https,
        PERMANENT_SESSION_LIFETIME=LIFETIME,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session: no form left open is lost
        MAX_CONTENT_LENGTH=12 * 1024 * 1024,  # a page of 10 MB may be uploaded, and a form round it
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
    )
    app.before_request(_connect)
    app.before_request(_gate)
    CSRFProtect(app)
    app.after_request(_add_headers)
    app.teardown_request(_disconnect)
    app.context_processor(lambda: {"current_user": g.get("user")})


def sign_in(user: User) -> None:
    """Begin a session of this person; nothing of an earlier one survives."""
    session.clear()
    session.permanent = True
    session["user"] = user.id
    session["mark"] = _mark(user)
    g.user = user


def settings() -> Settings:
    """The settings of the running application."""
    found: Settings = current_app.config["ONWARD"]
    return found


def address() -> str:
    """Whence the request comes, as far as the server knows."""
    return request.remote_addr or "unknown"


def admin_required(view: Any) -> Any:
    """Let only admins through."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        if not current_user.is_admin:
            abort(403, "Only an admin may do this; the account page says who is one.")
        result: ResponseReturnValue = view(*args, **kwargs)
        return result

    return guarded


def local_path(target: str | None) -> str:
    """The path asked for if it is one of ours, else the inbox: a link cannot send people
    elsewhere."""
    asked = target or ""
    ours = asked.startswith("/") and not asked.startswith("//") and asked.isprintable()
    return asked if ours and "\\" not in asked else "/"


def _connect() -> None:
    """Hold a database connection for the request; the first one opens the database."""
    if request.endpoint in OPEN_TO_ALL:
        return
    with OPENING:
        if database.obj is None:
            open_database(settings())
    g.connected = database.connect(reuse_if_open=True)


def _gate() -> ResponseReturnValue | None:
    """Let signed-in people through; lead others to where they can sign in or set up."""
    if request.endpoint in OPEN_TO_ALL:
        return None
    g.user = _signed_in_user()
    if g.user is None:
        request.max_content_length = STRANGERS  # who is nobody yet gets little work done
    if g.user is not None and g.user.must_change_password and request.endpoint not in CHANGING:
        return redirect(url_for("account.account"))
    if g.user is not None or request.endpoint == "setup.setup":
        return None
    if not User.select().exists():
        return redirect(url_for("setup.setup"))
    if request.endpoint == "account.sign_in":
        return None
    wanted = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return redirect(url_for("account.sign_in", next=wanted if wanted != "/" else None))


def _signed_in_user() -> User | None:
    if "user" not in session:
        return None
    user: User | None = User.get_or_none(User.id == session["user"])
    if user is None or not user.is_active or session.get("mark") != _mark(user):
        session.clear()  # the account is gone, its password was changed or its sessions ended
        return None
    return user


def _mark(user: User) -> str:
    """A fingerprint of the password's hash and the stamp: changes with either, gives nothing
    away."""
    return hashlib.sha256(f"{user.session_stamp}{user.password_hash}".encode()).hexdigest()[:24]


def _add_headers(response: Any) -> Any:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint not in OPEN_TO_ALL:
        response.headers.setdefault("Cache-Control", "no-store")
    if settings().base_url.startswith("https://"):
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def _disconnect(_error: BaseException | None) -> None:
    if g.pop("connected", False):
        database.close()
