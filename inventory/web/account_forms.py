"""What people fill in to sign in, and about themselves and others."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, PasswordField, StringField
from wtforms.validators import InputRequired

from inventory.people import accounts


class SignInForm(FlaskForm):
    """E-mail and password."""

    email = EmailField(
        "E-mail", [InputRequired("Enter your e-mail.")], render_kw={"autocomplete": "username"}
    )
    password = PasswordField(
        "Password",
        [InputRequired("Enter your password.")],
        render_kw={"autocomplete": "current-password"},
    )


class NameForm(FlaskForm):
    """What one is called."""

    name = StringField("Name", [InputRequired("Enter your name.")])


class PasswordForm(FlaskForm):
    """The present password and the next."""

    old = PasswordField(
        "Present password",
        [InputRequired("Enter the present password.")],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        "New password",
        [InputRequired("Enter the new password.")],
        description=f"At least {accounts.SHORTEST_PASSWORD} characters. "
        "Other sessions of yours end.",
        render_kw={"autocomplete": "new-password"},
    )


class PersonForm(FlaskForm):
    """Another person who may sign in."""

    person = StringField(
        "Name", [InputRequired("Enter their name.")], render_kw={"autocomplete": "off"}
    )
    email = EmailField(
        "E-mail", [InputRequired("Enter their e-mail.")], render_kw={"autocomplete": "off"}
    )
    first_password = PasswordField(
        "First password",
        [InputRequired("Choose a first password.")],
        description="Tell it to them by another way than e-mail; they change it here.",
        render_kw={"autocomplete": "new-password"},
    )
    is_admin = BooleanField(
        "Admin: may manage people and channels, merge vendors, exempt sources from robots.txt"
    )
