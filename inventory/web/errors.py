"""What a person sees when a request cannot be met: one sentence, and a way on."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from inventory.settings import SettingsError

SENTENCES = {
    404: "There is nothing at this address. It may have been mistyped.",
    405: "This address does not take that kind of request.",
    413: "That is too large: more than 12 MB are not taken, and of a page or file at most 10 MB.",
}


def register(app: Flask) -> None:
    """Show every error in the look of the other screens."""
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(InternalServerError, _broken)
    app.register_error_handler(SettingsError, _unusable)
    app.register_error_handler(
        OverflowError, lambda _error: _http(NotFound())
    )  # an id of 20 digits


def _forged(_error: CSRFError) -> ResponseReturnValue:
    text = "The form could not be matched to your session. Go back, load the page again and resend."
    return render_template("error.html", title="Not done", text=text), 400


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    text = SENTENCES.get(code) or error.description
    return render_template("error.html", title=error.name, text=text), code


def _broken(error: InternalServerError) -> ResponseReturnValue:
    """Say so on a page that needs neither session nor database, for these may be what broke."""
    if isinstance(error.original_exception, SettingsError):
        return _unusable(error.original_exception)
    text = "Something went wrong in Onward, not in what you did. The server's log says more."
    return render_template("broken.html", title="Something went wrong", text=text), 500


def _unusable(error: SettingsError) -> ResponseReturnValue:
    return render_template("broken.html", title="Onward cannot start", text=str(error)), 503
