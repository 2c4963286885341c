"""The first visit: make the first account with the code that the console printed."""

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import InputRequired

from inventory.models import User
from inventory.people import accounts
from inventory.people.accounts import AccountError
from inventory.web.security import address, settings, sign_in

blueprint = Blueprint("setup", __name__)


class SetUpForm(FlaskForm):
    """Who makes the first account, and the proof that they may."""

    code = StringField(
        "Set-up code",
        [InputRequired("Enter the set-up code that the console printed.")],
        description=f"The console printed it at the start; it also stands in the file "
        f"{accounts.CODE_FILE} of the data folder.",
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )
    name = StringField(
        "Your name", [InputRequired("Enter your name.")], render_kw={"autocomplete": "name"}
    )
    email = EmailField(
        "E-mail", [InputRequired("Enter your e-mail.")], render_kw={"autocomplete": "username"}
    )
    password = PasswordField(
        "Password",
        [InputRequired("Choose a password.")],
        description=f"At least {accounts.SHORTEST_PASSWORD} characters; a few words will do.",
        render_kw={"autocomplete": "new-password"},
    )


@blueprint.route("/setup", methods=["GET", "POST"])
def setup() -> ResponseReturnValue:
    """Make the first account; once there is one, lead to the sign-in."""
    if User.select().exists():
        return redirect("/")
    accounts.setup_code(settings())  # so that its file is there whichever server runs
    form = SetUpForm()
    if not form.validate_on_submit():
        return render_template("setup/setup.html", form=form)
    try:
        user = accounts.create_first_account(
            form.name.data,
            form.email.data,
            form.password.data,
            code=form.code.data,
            settings=settings(),
            address=address(),
        )
    except AccountError as error:
        return render_template("setup/setup.html", form=form, problem=str(error)), 422
    sign_in(user)
    flash("The account is made and you are signed in.", "success")
    return redirect("/")
