"""Corrections: what people say of a source where the reader is wrong, and all they ever said."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from inventory.corrections import correct as corrections
from inventory.corrections.correct import CorrectionError
from inventory.corrections.fields import FIELDS
from inventory.corrections.told import Present, present
from inventory.models import Correction, Source, Vendor
from inventory.snapshots import page_of
from inventory.web.correction_forms import EntryForm, MissedForm, filled
from inventory.web.correction_rows import beside_entries, corrections_of, in_force, lines
from inventory.web.pages import Page, page_number
from inventory.web.security import current_user
from scrapers.titled import find_titled
from scrapers.wire import entry_from_json

blueprint = Blueprint("corrections", __name__, url_prefix="/sources/<int:source_id>/corrections")
SHOWN = 100
KEPT = "Kept in your name. It holds from now on, survives new looks, and alerts nobody."


@blueprint.get("")
def index(source_id: int) -> ResponseReturnValue:
    """What people say of this source, and what they took back."""
    source = _found(source_id)
    now, rows = present(source), corrections_of(source)
    ended = [row for row in rows if row.withdrawn_at]
    number = min(page_number(), max(1, -(-len(ended) // SHOWN)))
    cut = ended[(number - 1) * SHOWN : number * SHOWN]
    return render_template(
        "corrections/index.html",
        source=source,
        now=now,
        standing=lines(in_force(rows).values(), now, _titles(source, now)),
        ended=Page(lines(cut), number, len(ended), SHOWN),
    )


@blueprint.route("/entry/<key>", methods=["GET", "POST"])
def entry(source_id: int, key: str) -> ResponseReturnValue:
    """Correct the fields of one entry."""
    source = _found(source_id)
    now = present(source)
    try:
        raw = corrections.entry_of(now, key)
    except CorrectionError as error:
        return _back(source, error)
    assert now is not None  # else there were no entry
    stands = corrections.standing_entry(now, raw)
    form = EntryForm(data=None if request.method == "POST" else filled(stands))
    if form.validate_on_submit() and (typed := form.typed()) is not None:
        note = form.note.data or ""
        try:
            count = corrections.correct_entry(source, key, typed, current_user, note)
        except CorrectionError as error:
            flash(sentence(error), "danger")
        else:
            flash(KEPT if count else "Nothing was altered.", "success" if count else "info")
            return redirect(f"/sources/{source.id}#entries")
    return _form_of(source, now, form, raw=raw, key=key)


@blueprint.post("/entry/<key>/none")
def none(source_id: int, key: str) -> ResponseReturnValue:
    """Keep that this is no entry."""
    source = _found(source_id)
    try:
        corrections.drop_entry(source, key, current_user, request.form.get("note", ""))
    except CorrectionError as error:
        return _back(source, error)
    flash(KEPT, "success")
    return redirect(f"/sources/{source.id}#entries")


@blueprint.route("/missed", methods=["GET", "POST"])
def missed(source_id: int) -> ResponseReturnValue:
    """Add an entry that the reader missed, or put one right that a person added."""
    source = _found(source_id)
    instead = _instead(source)
    form = MissedForm(data=None if request.method == "POST" else _prefilled(instead))
    if form.validate_on_submit() and (typed := form.typed()) is not None:
        quote, note = form.quote.data or "", form.note.data or ""
        try:
            corrections.add_entry(source, quote, typed, current_user, note=note, instead=instead)
        except CorrectionError as error:
            form.quote.errors = [*form.quote.errors, sentence(error)]
        else:
            flash(KEPT, "success")
            return redirect(f"/sources/{source.id}#entries")
    return _form_of(source, present(source), form, instead=instead)


@blueprint.post("/<int:correction_id>/withdraw")
def withdraw(source_id: int, correction_id: int) -> ResponseReturnValue:
    """Take a correction back; it stays in the history."""
    source = _found(source_id)
    which = (Correction.id == correction_id) & (Correction.source == source)
    try:
        corrections.withdraw(Correction.get_or_none(which) or abort(404), current_user)
        flash("Taken back: what the reader makes of the page counts again.", "success")
    except CorrectionError as error:
        flash(sentence(error), "danger")
    return redirect(f"/sources/{source.id}/corrections")


def _form_of(source: Source, now: Present | None, form: EntryForm, **about: Any) -> Any:
    """Show a form, with who corrected each field so far."""
    rows = in_force(corrections_of(source))
    beside = beside_entries(now, rows) if now else []
    said = next((one for one in beside if about.get("raw") and one.printed == about["raw"]), None)
    page = render_template(
        "corrections/entry.html",
        source=source,
        snapshot_id=now.row.snapshot_id if now else None,
        form=form,
        beside=said,
        fields=FIELDS,
        **about,
    )
    return (page, 422) if form.is_submitted() else page


def _titles(source: Source, now: Present | None) -> frozenset[str]:
    """The titles that the page has now, as corrections know them."""
    if now is None or not now.told.meanings:
        return frozenset()
    groups = find_titled(page_of(now.row.snapshot, source), now.told.meanings)
    return frozenset(title.key for group in groups for title in group.titles)


def _prefilled(instead: Correction | None) -> dict[str, str]:
    if instead is None:
        return {}
    entry = entry_from_json(instead.value)
    return filled(entry) | {"quote": entry.quote, "note": instead.note}


def _instead(source: Source) -> Correction | None:
    """The entry that a person added before and that is put right, as the address names it."""
    wanted = request.values.get("correction", type=int)
    if wanted is None:
        return None
    found: Correction | None = Correction.get_or_none(
        Correction.id == wanted,
        Correction.source == source,
        Correction.about == "missed",
        Correction.withdrawn_at.is_null(),
    )
    return found or abort(404)


def _back(source: Source, error: CorrectionError) -> ResponseReturnValue:
    flash(sentence(error), "danger")
    return redirect(f"/sources/{source.id}#entries")


def sentence(error: CorrectionError) -> str:
    """What an error says, as a screen says it."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def _found(source_id: int) -> Source:
    query = Source.select(Source, Vendor).join(Vendor)
    source: Source | None = query.where(Source.id == source_id).first()
    return source or abort(404)
