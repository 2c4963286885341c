"""What the titles on a page mean: people say so, see what would be read, and keep it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from inventory.compare.pairing import pair_entries
from inventory.corrections.fields import FIELDS, shown
from inventory.corrections.fixes import Righted
from inventory.corrections.keeping import CorrectionError
from inventory.corrections.titles import reading_with, tell_titles
from inventory.corrections.told import present
from inventory.health import is_whole
from inventory.models import Source, Vendor
from inventory.snapshots import page_of
from inventory.web.correction_rows import MEANINGS, corrections_of, in_force
from inventory.web.corrections import sentence
from inventory.web.security import current_user
from scrapers.entry import Entry
from scrapers.titled import LABELS, Titled, find_titled

blueprint = Blueprint("title_meanings", __name__, url_prefix="/sources/<int:source_id>/titles")
NOTHING = "nothing"
SHOWN = 200  # differences of a preview, and entries

Choices = dict[str, str | None]


@dataclass(frozen=True)
class Preview:
    """What would be read, and what that alters; `problem` where nothing could be kept."""

    entries: Sequence[Entry]
    differences: Sequence[tuple[str, str, str, str]]
    problem: str | None


@blueprint.get("")
def show(source_id: int) -> ResponseReturnValue:
    """Every title of the page with what it is taken to mean."""
    return _shown(_found(source_id))


@blueprint.post("")
def say(source_id: int) -> ResponseReturnValue:
    """Show what would be read if titles meant what was chosen, or keep it."""
    source = _found(source_id)
    groups = _groups(source)
    chosen = _chosen(groups)
    try:
        if request.form.get("step") != "keep":
            return _shown(source, chosen=chosen, preview=_preview(source, _said(groups, chosen)))
        note = request.form.get("note", "")
        count = tell_titles(source, _said(groups, chosen), current_user, note)
    except CorrectionError as error:
        flash(sentence(error), "danger")
        return _shown(source, chosen=chosen), 422
    kept = "Kept in your name. The page is read so from now on, and nobody is alerted."
    flash(kept if count else "Nothing was altered.", "success" if count else "info")
    return redirect(f"/sources/{source.id}#entries")


def _shown(source: Source, *, chosen: Choices | None = None, preview: Preview | None = None) -> str:
    rows = in_force(corrections_of(source)).values()
    return render_template(
        "corrections/titles.html",
        source=source,
        groups=_groups(source),
        chosen=chosen or {},
        preview=preview,
        said={row.name: row for row in rows if row.about == "title"},
        meanings=MEANINGS,
        nothing=NOTHING,
        labels=LABELS,
        shown=SHOWN,
    )


def _groups(source: Source) -> tuple[Titled, ...]:
    """The titles of the page that the last look read."""
    now = present(source)
    return find_titled(page_of(now.row.snapshot, source), now.told.meanings) if now else ()


def _chosen(groups: Sequence[Titled]) -> Choices:
    """What was chosen for each title; those that the page does not have are left alone."""
    keys = {title.key for group in groups for title in group.titles}
    given = {key: request.form[f"means:{key}"] for key in keys if f"means:{key}" in request.form}
    return {key: None if word == NOTHING else word for key, word in given.items()}


def _said(groups: Sequence[Titled], chosen: Choices) -> Choices:
    """The choices that say something, by printed title: those that differ, and all of a table that
    gave no entry, for it is read once every title of it was named."""
    titles = [title for group in groups for title in group.titles]
    first = {title.key: title.meaning for title in reversed(titles)}  # as the form shows it
    other = {key for key, what in chosen.items() if what != first[key]}
    said: Choices = {}
    for group in groups:
        is_new = not group.is_read and any(title.key in other for title in group.titles)
        for title in group.titles:
            if title.key in chosen and (is_new or title.key in other):
                said[title.printed] = _sayable(chosen[title.key])
    return said


def _sayable(what: str | None) -> str | None:
    """What a person may say where the reader took a title for what no entry has."""
    return {"number": None, "cookie": None}.get(what or "", what)


def _preview(source: Source, said: Choices) -> Preview | None:
    found = reading_with(source, said)
    if found is None:
        return None
    before, after = found
    problem = None
    if not is_whole(source, after.reading):
        problem = after.reading.problem or "No list would be read from the page."
    return Preview(after.reading.entries, list(_differences(before, after))[: SHOWN + 1], problem)


def _differences(before: Righted, after: Righted) -> Iterator[tuple[str, str, str, str]]:
    """What would be read otherwise: the entry, the field, and both values in words."""
    pairing = pair_entries(before.reading.entries, after.reading.entries)
    for old, new in pairing.pairs:
        for name, words in FIELDS.items():
            was, would = _words(old, name), _words(new, name)
            if was != would:
                yield new.entity, words, was, would
    for entry in pairing.removed:
        yield entry.entity, "the entry", entry.entity, ""
    for entry in pairing.added:
        yield entry.entity, "the entry", "", entry.entity


def _words(entry: Entry, name: str) -> str:
    return shown(entry, name).replace("\n", ", ")


def _found(source_id: int) -> Source:
    query = Source.select(Source, Vendor).join(Vendor)
    source: Source | None = query.where(Source.id == source_id).first()
    return source or abort(404)
