"""Why the latest stored page of a source was read as it was: read again, and explained."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from inventory.models import Check, Snapshot, Source, Vendor
from inventory.snapshots import page_of
from inventory.web.source_rows import latest_reading, readings_of
from scrapers.explain import SHAPES, Column, Why, explain
from scrapers.read import READER_VERSION

blueprint = Blueprint("why", __name__, url_prefix="/sources")
SHOWN = 500  # entries on one screen
MEANINGS = {
    "vendor": "company",
    "entity": "legal entity",
    "entity_location": "where it is established",
    "location": "where it processes",
    "storage": "where it stores",
    "transfer": "transfer mechanism",
    "effective": "date it counts from",
    "section": "section or kind",
    "data": "kinds of data",
    "number": None,  # it only counts the rows
}


@dataclass(frozen=True)
class Group:
    """Entries that one shape read by the same columns, as they follow each other."""

    shape: str
    columns: tuple[Column, ...]
    entries: tuple[Why, ...]


@blueprint.get("/<int:source_id>/why")
def show(source_id: int) -> ResponseReturnValue:
    """The reasons behind every entry of the latest stored page, and what was left out."""
    query = Source.select(Source, Vendor).join(Vendor)
    source = query.where(Source.id == source_id).first() or abort(404)
    snapshot = _latest(source)
    explanation = explain(page_of(snapshot, source)) if snapshot else None
    return render_template(
        "sources/why.html",
        source=source,
        snapshot=snapshot,
        explanation=explanation,
        groups=grouped(explanation.entries[:SHOWN]) if explanation else [],
        shown=SHOWN,
        meanings=MEANINGS,
        version=READER_VERSION,
    )


def grouped(entries: tuple[Why, ...]) -> list[Group]:
    """Entries in their order, those together that were read alike."""
    alike = groupby(entries, key=lambda why: (why.shape, why.columns))
    return [Group(SHAPES[shape], columns, tuple(found)) for (shape, columns), found in alike]


def _latest(source: Source) -> Snapshot | None:
    """The page that the last look read; it may be an old one that came back."""
    checks = Check.select().where(Check.source == source).order_by(Check.started_at.desc())
    reading = latest_reading(checks) or readings_of(source).first()
    return reading.snapshot if reading else None
