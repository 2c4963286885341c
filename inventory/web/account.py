"""Signing in and out; one's own account, the other people, and who did what of late."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from peewee import JOIN

from inventory.models import AuditEvent, User, Vendor
from inventory.people import accounts, colleagues
from inventory.people.accounts import AccountError
from inventory.web.account_forms import NameForm, PasswordForm, PersonForm, SignInForm
from inventory.web.security import (
    address,
    admin_required,
    current_user,
    local_path,
    sign_in as begin,
)

blueprint = Blueprint("account", __name__)
EVENTS = 50


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Let a person in, and on to where they were going."""
    target = local_path(request.args.get("next"))
    if current_user:
        return redirect(target)
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("account/sign_in.html", form=form)
    try:
        user = accounts.authenticate(form.email.data, form.password.data, address())
    except AccountError as error:
        status = 429 if isinstance(error, accounts.Throttled) else 422
        return render_template("account/sign_in.html", form=form, problem=str(error)), status
    begin(user)
    return redirect(target)


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    accounts.sign_out(current_user, address=address())
    session.clear()
    return redirect("/sign-in")


@blueprint.get("/account")
def account() -> ResponseReturnValue:
    return _show()


@blueprint.post("/account/name")
def rename() -> ResponseReturnValue:
    form = NameForm()
    return _do(
        form,
        lambda: accounts.rename(current_user, form.name.data, address=address()),
        done="Your name is changed.",
    )


@blueprint.post("/account/password")
def change_password() -> ResponseReturnValue:
    form = PasswordForm()

    def change() -> None:
        user: User = User.get_by_id(current_user.id)
        accounts.change_password(user, form.old.data, form.new.data, address=address())
        begin(user)

    return _do(form, change, done="Your password is changed; your other sessions have ended.")


@blueprint.post("/account/people")
@admin_required
def add_person() -> ResponseReturnValue:
    form = PersonForm()

    def add() -> None:
        accounts.add_user(
            form.person.data,
            form.email.data,
            form.first_password.data,
            by=current_user,
            is_admin=form.is_admin.data,
            address=address(),
        )

    return _do(form, add, done="The account is made.")


@blueprint.post("/account/people/<int:user_id>/<any(deactivate, reactivate):verb>")
@admin_required
def set_active(user_id: int, verb: str) -> ResponseReturnValue:
    """Let a person in no longer, or again."""
    person = User.get_or_none(User.id == user_id) or abort(404)
    try:
        deed = colleagues.deactivate if verb == "deactivate" else colleagues.reactivate
        deed(person, by=current_user, address=address())
    except AccountError as error:
        flash(str(error), "danger")
    else:
        flash(_let_in(person), "success")
    return redirect("/account")


@blueprint.post("/account/people/<int:user_id>/password")
@admin_required
def give_password(user_id: int) -> ResponseReturnValue:
    """Give a person a new password, shown once."""
    person = User.get_or_none(User.id == user_id) or abort(404)
    try:
        password = colleagues.give_password(person, by=current_user, address=address())
    except AccountError as error:
        flash(str(error), "danger")
        return redirect("/account")
    return render_template("account/password.html", person=person, password=password)


def _let_in(person: User) -> str:
    if person.is_active:
        return f"{person.name} may sign in again, with the password of before."
    owned = Vendor.select().where(Vendor.owner == person).count()
    left = f" They are still named as the owner of {owned:,} vendor{'s' * (owned != 1)}."
    return f"{person.name} can no longer sign in.{left if owned else ''}"


def _do(form: FlaskForm, deed: Callable[[], None], *, done: str) -> ResponseReturnValue:
    """Do what a form of this page asks for; show the page again with what is wrong."""
    if not form.validate_on_submit():
        return _show(form), 422
    try:
        deed()
    except AccountError as error:
        return _show(form, problem=str(error)), 422
    flash(done, "success")
    return redirect("/account")


def _show(filled: FlaskForm | None = None, *, problem: str | None = None) -> str:
    forms: dict[str, Any] = {
        kind.__name__: filled if isinstance(filled, kind) else kind(formdata=None)
        for kind in (NameForm, PasswordForm, PersonForm)
    }
    if filled is not forms["NameForm"]:
        forms["NameForm"].name.data = current_user.name
    events = (
        AuditEvent.select(AuditEvent, User)
        .join(User, JOIN.LEFT_OUTER)
        .order_by(AuditEvent.id.desc())
        .limit(EVENTS)
    )
    return render_template(
        "account/account.html",
        forms=forms,
        problem=problem,
        problem_of=type(filled).__name__,
        people=list(User.select().order_by(User.is_active.desc(), User.name)),
        events=list(events) if current_user.is_admin else None,
    )
