"""Snapshots: a stored page, shown as plain text that can do nothing, or handed over as a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from inventory.models import Snapshot, Source, Vendor
from inventory.snapshots import page_of
from scrapers.documents import document_text, open_document
from scrapers.documents.model import Document, Heading, Item, Paragraph, Table
from scrapers.errors import ReadError
from scrapers.quotes import find_quote

blueprint = Blueprint("snapshots", __name__, url_prefix="/snapshots")
WINDOW = 200_000  # characters shown on either side of the quote
SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "md",
    "text/plain": "txt",
    "application/pdf": "pdf",
    "text/csv": "csv",
    "application/json": "json",
}


@dataclass(frozen=True)
class Shown:
    """The text of a page, cut where the quote stands; `is_cut` if there is more of it."""

    before: str
    marked: str = ""
    after: str = ""
    is_cut: bool = False


@blueprint.get("/<int:snapshot_id>")
def show(snapshot_id: int) -> ResponseReturnValue:
    """The page's text, with the quote marked that the address gives."""
    snapshot, source = _found(snapshot_id)
    quote = request.args.get("quote", "")
    text, problem = "", None
    try:
        text = page_text(open_document(page_of(snapshot, source)), quote)
    except ReadError as error:
        problem = str(error)
    return render_template(
        "snapshots/show.html",
        snapshot=snapshot,
        source=source,
        shown=cut(text, quote),
        quote=quote,
        problem=problem,
    )


@blueprint.get("/<int:snapshot_id>/raw")
def raw(snapshot_id: int) -> ResponseReturnValue:
    """The bytes as they were answered, as a file to keep: no browser shows them."""
    snapshot, source = _found(snapshot_id)
    suffix = SUFFIXES.get(snapshot.media_type, "bin")
    name = f"{source.vendor.slug}-{snapshot.fetched_at:%Y-%m-%d}-{snapshot.sha256[:12]}.{suffix}"
    response = Response(snapshot.content, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def cut(text: str, quote: str) -> Shown:
    """Cut a text in three where the quote stands, and off where it would be too long to show."""
    place = find_quote(text, quote) if quote else None
    start, end = place or (0, 0)
    first, last = max(0, start - WINDOW), end + WINDOW
    is_cut = first > 0 or last < len(text)
    return Shown(text[first:start], text[start:end], text[end:last], is_cut)


def page_text(document: Document, quote: str) -> str:
    """The document's text as a person reads it: a table row a line, a blank line above headings.

    Where a quote stands only in the text that readers quote from, that text.
    """
    text = "\n".join(_lines(document)).strip()
    if text and (not quote or find_quote(text, quote)):
        return text
    plain = document_text(document)
    return plain if not text or find_quote(plain, quote) else text


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Heading):
            yield f"\n{block.line.text}"
        elif isinstance(block, Paragraph | Item):
            yield from (line.text for line in block.lines)
        elif isinstance(block, Table):
            yield ""
            yield from ("\t".join(cell.text for cell in row) for row in block.rows)
            yield ""


def _found(snapshot_id: int) -> tuple[Snapshot, Source]:
    query = Snapshot.select(Snapshot, Source, Vendor).join(Source).join(Vendor)
    snapshot = query.where(Snapshot.id == snapshot_id).first() or abort(404)
    return snapshot, snapshot.source
