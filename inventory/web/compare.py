"""Two stored pages of a source side by side, paragraph by paragraph. It alerts nobody."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from inventory.compare.paragraphs import differing_passages, paragraphs
from inventory.models import Snapshot, Source, Vendor
from inventory.snapshots import page_of
from inventory.web.filters import differing
from inventory.web.pages import Page, page_number
from inventory.web.snapshots import page_text
from scrapers.documents import open_document
from scrapers.errors import ReadError

blueprint = Blueprint("compare", __name__, url_prefix="/sources")
CHOICES = 100  # stored pages to choose from
SIZE = 25  # passages a page
LONGEST = 30  # paragraphs of a passage, and
WIDEST = 3_000  # characters of a paragraph that are shown
MARKED = 2_000  # characters of a passage within which differing words are marked
SECONDS = 0.5  # spent on that


@dataclass(frozen=True)
class Shown:
    """A passage: for each side its paragraphs cut into pieces `(words, differs)`, and how many
    more there are."""

    after_same: int
    before: list[Any]
    after: list[Any]
    more_before: int
    more_after: int


@blueprint.get("/<int:source_id>/compare")
def show(source_id: int) -> ResponseReturnValue:
    """What differs between the two pages that the address names; the newest two without."""
    query = Source.select(Source, Vendor).join(Vendor).where(Source.id == source_id)
    source = query.first() or abort(404)
    choices = _choices(source)
    new = _chosen(source, "new", choices[:1])
    old = _chosen(source, "old", [one for one in choices if new and one.id < new.id][:1])
    page, problem = None, None
    if old and new:
        try:
            page = _differences(source, old, new)
        except ReadError as error:
            problem = str(error)
    return render_template(
        "sources/compare.html",
        source=source,
        choices=choices,
        old=old,
        new=new,
        page=page,
        passages=list(_shown(page)) if page else [],
        problem=problem,
    )


def _choices(source: Source) -> list[Snapshot]:
    """The newest stored pages, without their bytes."""
    query = Snapshot.select(Snapshot.id, Snapshot.fetched_at, Snapshot.sha256)
    rows = query.where(Snapshot.source == source)
    return list(rows.order_by(Snapshot.id.desc()).limit(CHOICES))


def _chosen(source: Source, name: str, default: list[Snapshot]) -> Snapshot | None:
    """The stored page that the address names."""
    wanted = request.args.get(name, default[0].id if default else None, type=int)
    if wanted is None:
        return None
    found = Snapshot.get_or_none(Snapshot.id == wanted, Snapshot.source == source)
    return found or abort(404)


def _differences(source: Source, old: Snapshot, new: Snapshot) -> Page:
    before, after = (
        paragraphs(page_text(open_document(page_of(snapshot, source)), ""))
        for snapshot in (old, new)
    )
    found = differing_passages(before, after)
    number = min(page_number(), max(1, -(-len(found) // SIZE)))
    return Page(found[(number - 1) * SIZE : number * SIZE], number, len(found), SIZE)


def _shown(page: Page) -> Iterator[Shown]:
    """The passages of a page, words marked until the time for it is up."""
    until = time.monotonic() + SECONDS
    for passage in page:
        before, after = passage.before[:LONGEST], passage.after[:LONGEST]
        yield Shown(
            passage.after_same,
            *_marked(_joined(before), _joined(after), is_late=time.monotonic() > until),
            len(passage.before) - len(before),
            len(passage.after) - len(after),
        )


def _marked(before: str, after: str, *, is_late: bool) -> tuple[list[Any], list[Any]]:
    if is_late or not before or not after or len(before) + len(after) > MARKED:
        return [(before, bool(before))], [(after, bool(after))]
    return differing(before, after)


def _joined(lines: tuple[str, ...]) -> str:
    cut = (line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in lines)
    return "\n".join(cut)
