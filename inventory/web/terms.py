"""Notice terms: what a vendor's sources print, and the periods of the signed contract, which
win."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from peewee import JOIN
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from inventory.models import UNITS, ContractTerm, User, Vendor
from inventory.notice.contract import (
    LONGEST_NOTE,
    LONGEST_PERIOD,
    ContractError,
    close_term,
    holiday_countries,
    set_holidays,
    set_term,
)
from inventory.telling.wording import STARTS, period, scope_of
from inventory.web import vendor_facts as facts
from inventory.web.choices import choices
from inventory.web.filters import country as country_name
from inventory.web.security import current_user

blueprint = Blueprint("terms", __name__, url_prefix="/vendors/<slug>/notice")
KINDS = {"objection": "time to object", "notice": "notice before a change"}
Closer = User.alias()


class TermForm(FlaskForm):
    """A period from the signed contract."""

    kind = SelectField(
        "What it is",
        choices=choices(KINDS.items()),
    )
    period = IntegerField(
        "Length", validators=[InputRequired(), NumberRange(1, LONGEST_PERIOD)], default=None
    )
    unit = SelectField("Unit", choices=choices((unit, unit.replace("-", " ")) for unit in UNITS))
    trigger = SelectField(
        "Counted", choices=choices([("", "the contract does not say"), *STARTS.items()])
    )
    note = StringField(
        "Where it stands",
        validators=[Length(max=LONGEST_NOTE)],
        render_kw={"placeholder": "Clause 9.2 of the agreement of 3 May 2026"},
    )


class HolidayForm(FlaskForm):
    """Whose public holidays are no business days."""

    country = SelectField("Public holidays of")

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        named = sorted((country_name(code), code) for code in holiday_countries())
        everyone = ("", "no country: Monday to Friday count")
        self.country.choices = choices([everyone, *((code, name) for name, code in named)])


@blueprint.route("", methods=["GET", "POST"])
def index(slug: str) -> ResponseReturnValue:
    """Every period that was ever printed or set; setting one closes the one before."""
    vendor = _found(slug)
    form = TermForm()
    if form.validate_on_submit():
        try:
            _set(vendor, form)
        except ContractError as error:
            flash(str(error), "danger")
        else:
            flash("The period is kept; deadlines of open changes follow it.", "success")
        return redirect(f"/vendors/{slug}/notice")
    return _shown(vendor, form)


@blueprint.post("/<int:term_id>/end")
def end(slug: str, term_id: int) -> ResponseReturnValue:
    """Say that a period of the contract no longer holds."""
    vendor = _found(slug)
    term = ContractTerm.get_or_none(ContractTerm.id == term_id, ContractTerm.vendor == vendor)
    try:
        close_term(term or abort(404), current_user)
        flash("The period is ended and kept; the vendor's own clauses count again.", "success")
    except ContractError as error:
        flash(str(error), "danger")
    return redirect(f"/vendors/{slug}/notice")


@blueprint.post("/holidays")
def holidays(slug: str) -> ResponseReturnValue:
    """Keep whose public holidays are no business days."""
    vendor, form = _found(slug), HolidayForm()
    try:
        set_holidays(vendor, form.country.data, current_user)
        flash("Business days are counted so from now on.", "success")
    except ContractError as error:
        flash(str(error), "danger")
    return redirect(f"/vendors/{slug}/notice")


def _set(vendor: Vendor, form: TermForm) -> None:
    set_term(
        vendor,
        current_user,
        kind=form.kind.data,
        period=form.period.data,
        unit=form.unit.data,
        trigger=form.trigger.data or None,
        note=form.note.data or "",
    )


def _shown(vendor: Vendor, form: TermForm) -> str:
    return render_template(
        "vendors/notice.html",
        vendor=vendor,
        tab="notice",
        counts=facts.counts(vendor),
        terms=facts.terms(vendor),
        agreed=_agreed(vendor),
        form=form,
        holiday_form=HolidayForm(data={"country": vendor.holiday_country or ""}),
        period=period,
        scope=scope_of,
    )


def _agreed(vendor: Vendor) -> list[ContractTerm]:
    """The periods of the contract, those that hold now first, with who set and who ended them."""
    query = (
        ContractTerm.select(ContractTerm, User, Closer)
        .join(User, JOIN.LEFT_OUTER, on=ContractTerm.set_by)
        .switch(ContractTerm)
        .join(Closer, JOIN.LEFT_OUTER, on=(ContractTerm.closed_by == Closer.id), attr="closed_by")
        .where(ContractTerm.vendor == vendor)
    )
    return list(query.order_by(ContractTerm.closed_at.is_null(False), ContractTerm.id.desc()))


def _found(slug: str) -> Vendor:
    return facts.vendor_of(slug) or abort(404)
