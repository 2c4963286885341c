"""Why the latest stored page of a source was read as it was: read again, and explained."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from inventory.corrections.correct import entry_key
from inventory.corrections.told import present
from inventory.models import Source, Vendor
from inventory.snapshots import page_of
from inventory.web.correction_rows import (
    MEANINGS as SAYABLE,
    beside_entries,
    corrections_of,
    dropped,
    in_force,
)
from scrapers.entry import Entry
from scrapers.explain import SHAPES, Column, Explanation, Why, explain
from scrapers.fields import title_key
from scrapers.read import READER_VERSION

blueprint = Blueprint("why", __name__, url_prefix="/sources")
SHOWN = 500  # entries on one screen
MEANINGS = SAYABLE | {"number": None}  # it only counts the rows


@dataclass(frozen=True)
class Group:
    """Entries that one shape read by the same columns, as they follow each other."""

    shape: str
    columns: tuple[Column, ...]
    entries: tuple[tuple[Why, Entry], ...]


@blueprint.get("/<int:source_id>/why")
def show(source_id: int) -> ResponseReturnValue:
    """The reasons behind every entry of the latest stored page, and what was left out."""
    query = Source.select(Source, Vendor).join(Vendor)
    source = query.where(Source.id == source_id).first() or abort(404)
    now = present(source)
    if now is None:
        return render_template("sources/why.html", source=source, explanation=None)
    rows = in_force(corrections_of(source))
    explanation = explain(page_of(now.row.snapshot, source), now.told.meanings)
    beside = beside_entries(now, rows)
    return render_template(
        "sources/why.html",
        source=source,
        snapshot=now.row.snapshot,
        explanation=explanation,
        groups=grouped(explanation),
        beside={one.printed: one for one in beside if one.printed},
        dropped=dict(dropped(now, rows)),
        added=[one.added for one in beside if one.added and not one.printed],
        said={row.name: row for row in rows.values() if row.about == "title"},
        title_key=title_key,
        entry_key=entry_key,
        shown=SHOWN,
        meanings=MEANINGS,
        version=READER_VERSION,
    )


def grouped(explanation: Explanation) -> list[Group]:
    """Entries in their order, those together that were read alike."""
    pairs = list(zip(explanation.entries, explanation.reading.entries, strict=True))[:SHOWN]
    alike = groupby(pairs, key=lambda pair: (pair[0].shape, pair[0].columns))
    return [Group(SHAPES[shape], columns, tuple(found)) for (shape, columns), found in alike]
