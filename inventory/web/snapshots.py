"""Snapshots: a stored page, shown as it stands or as plain text, in either case unable to do
anything, or handed over as a file."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from inventory.models import Snapshot, Source, Vendor
from inventory.snapshots import page_of
from scrapers.documents import document_text, is_html as is_html_page, open_document
from scrapers.documents.model import Document, Heading, Item, Paragraph, Table
from scrapers.errors import ReadError
from scrapers.inert import inert_page
from scrapers.page import Page
from scrapers.quotes import find_quote

blueprint = Blueprint("snapshots", __name__, url_prefix="/snapshots")
WINDOW = 200_000  # characters shown on either side of the quote
STYLE = """
body { margin: 1rem; font: 0.9375rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; margin-block: 0.75rem; }
td, th { border: 1px solid #c9ced6; padding: 0.25rem 0.5rem; text-align: left;
  vertical-align: top; }
mark { background: #ffe58f; color: inherit; scroll-margin: 6rem; }
a { text-decoration: underline dotted; }
"""
FRAME_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            *("sandbox", "default-src 'none'", "base-uri 'none'", "form-action 'none'"),
            f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'",
            "frame-ancestors 'self'",
        )
    ),
    "X-Frame-Options": "SAMEORIGIN",
}
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
    quote, page = request.args.get("quote", ""), page_of(snapshot, source)
    is_html = is_html_page(page)
    as_text = not is_html or request.args.get("as") == "text" or not _shows(page, quote)
    text, problem = "", None
    try:
        text = page_text(open_document(page), quote) if as_text else ""
    except ReadError as error:
        problem = str(error)
    return render_template(
        "snapshots/show.html",
        snapshot=snapshot,
        source=source,
        shown=cut(text, quote),
        quote=quote,
        problem=problem,
        is_html=is_html,
        as_text=as_text,
    )


@blueprint.get("/<int:snapshot_id>/page")
def inert(snapshot_id: int) -> ResponseReturnValue:
    """The page itself, made harmless, for the frame in which `show` shows it."""
    snapshot, source = _found(snapshot_id)
    body, _ = inert_page(page_of(snapshot, source), request.args.get("quote", ""))
    frame = render_template("snapshots/frame.html", body=Markup(body), style=Markup(STYLE))
    return Response(frame, headers=FRAME_HEADERS)


def _shows(page: Page, quote: str) -> bool:
    """Whether the page as it stands shows a quote; some stand in data only."""
    return not quote or inert_page(page, quote)[1]


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
