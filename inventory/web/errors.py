"""What a person sees when a request cannot be met: one sentence, and a way on."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from inventory.settings import SettingsError

SENTENCES = {
    404: "There is nothing at this address. It may have been mistyped.",
    405: "This address does not take that kind of request.",
    413: "That is more than 12 MB, which is more than this page takes.",
    500: "Something went wrong here; it is our fault, and the server's log says more.",
}


def register(app: Flask) -> None:
    """Show every error in the look of the other screens."""
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SettingsError, _unusable)


def _forged(_error: CSRFError) -> ResponseReturnValue:
    text = "The form could not be matched to your session. Go back, load the page again and resend."
    return render_template("error.html", title="Not done", text=text), 400


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    text = SENTENCES.get(code) or error.description
    return render_template("error.html", title=error.name, text=text), code


def _unusable(error: SettingsError) -> ResponseReturnValue:
    return render_template("error.html", title="Onward cannot start", text=str(error)), 503
