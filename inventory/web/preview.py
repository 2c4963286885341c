"""Preview: what would be read from a page, before anything is kept; then the button that watches
it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from flask import Blueprint, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from inventory.health import gives_clauses
from inventory.intake import register
from inventory.intake.address import clean_url
from inventory.intake.propose import suggest_kind, suggest_url, suggest_vendor
from inventory.models import SOURCE_KINDS, Source, utcnow
from inventory.resolve import suggestions
from inventory.web.rounds import check_soon, round_url
from inventory.web.security import settings
from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from scrapers.page import SUFFIXES, Page
from scrapers.read import read
from scrapers.reading import Reading
from scrapers.render import as_shown, make_renderer

blueprint = Blueprint("preview", __name__, url_prefix="/preview")
LARGEST = 10_000_000
IMPATIENT = Limits(connect=5, read=10, total=20)  # somebody is waiting, and holds a thread


@dataclass(frozen=True)
class Preview:
    """A page that was read and not kept; `url` is empty for one that was uploaded."""

    page: Page
    reading: Reading
    url: str
    vendor: str
    kind: str
    watched: Source | None
    alike: tuple[str, ...]


@blueprint.get("")
def ask() -> ResponseReturnValue:
    """Ask for a URL or a saved page."""
    return _show(request.args.get("url", ""), given=_given(request.args))


@blueprint.post("")
def preview() -> ResponseReturnValue:
    """Fetch or take the page, and show what would be read from it."""
    url, upload = request.form.get("url", "").strip(), request.files.get("page")
    given = _given(request.form)
    try:
        if upload and upload.filename:
            page = _uploaded(upload)
            url = url or suggest_url(page.content)
            return _show(url, _preview(page, url, given, is_fetched=False), given=given)
        page = _fetched(url)
        return _show(url, _preview(page, page.url, given), given=given)
    except (FetchError, register.RegisterError) as error:
        return _show(url, problem=str(error), given=given), 422


@blueprint.post("/watch")
def watch() -> ResponseReturnValue:
    """Put the page under watch, and look at it for the first time."""
    form, since = request.form, utcnow()
    allow = settings().allow_private
    try:
        url = clean_url(form.get("url", ""), allow_private=allow)
        if there := _watched(url):
            raise register.RegisterError(f"{url} is already watched for {there.vendor.name}")
        vendor = register.add_vendor(form.get("vendor", ""), user=g.user)
        kind = form.get("kind", SOURCE_KINDS[0])
        source = register.add_source(vendor, url, kind, user=g.user, allow_private=allow)
    except register.RegisterError as error:
        return _show(form.get("url", ""), problem=str(error), form=form.to_dict()), 422
    check_soon([source.id])
    flash(f"{vendor.name} is being watched. The first look is kept as the baseline.", "success")
    return redirect(round_url(since, [source.id]))


def _show(
    url: str,
    found: Preview | None = None,
    *,
    problem: str | None = None,
    form: dict[str, str] | None = None,
    given: dict[str, str] | None = None,
) -> str:
    return render_template(
        "preview/show.html",
        url=url,
        found=found,
        problem=problem,
        form=form,
        given=given or {},
        kinds=SOURCE_KINDS,
        gives_clauses=gives_clauses,
    )


def _given(asked: Mapping[str, str]) -> dict[str, str]:
    """What is known of the page before it is read: its vendor and kind, where a link says so."""
    known = {"vendor": " ".join(asked.get("vendor", "").split())[: register.MAX_NAME]}
    if (kind := asked.get("kind")) in SOURCE_KINDS:
        known["kind"] = kind
    return {name: word for name, word in known.items() if word}


def _preview(page: Page, url: str, given: dict[str, str], *, is_fetched: bool = True) -> Preview:
    reading = read(page)
    vendor = given.get("vendor") or suggest_vendor(url, reading)
    return Preview(
        page=page,
        reading=reading,
        url=url if is_fetched else "",
        vendor=vendor,
        kind=given.get("kind") or suggest_kind(url or page.url, reading),
        watched=_watched(url) if url else None,
        alike=tuple(found.name for found in suggestions(vendor)) if vendor else (),
    )


def _fetched(url: str) -> Page:
    allow = settings().allow_private
    url = clean_url(url, allow_private=allow)
    with Fetcher(allow_private=allow, limits=IMPATIENT, about=settings().contact) as fetcher:
        page = fetcher.fetch(url)
        page = page and as_shown(page, make_renderer(fetcher, settings().chromium))
    if page is None:
        raise FetchError(f"{url} answered that nothing changed, unasked; try again", transient=True)
    return page


def _uploaded(upload: FileStorage) -> Page:
    """Take a saved page. Raises RegisterError where it is empty or too large."""
    name = PurePath(upload.filename or "").name
    content = upload.stream.read(LARGEST + 1)
    if not content:
        raise register.RegisterError(
            f"the file {name} is empty; save the page again and upload that"
        )
    if len(content) > LARGEST:
        raise register.RegisterError(f"the file {name} is larger than 10 MB, the most that is read")
    media_type = SUFFIXES.get(PurePath(name).suffix.lower(), "text/html")
    return Page(url=name, content=content, media_type=media_type, fetched_at=datetime.now(UTC))


def _watched(url: str) -> Source | None:
    source: Source | None = Source.get_or_none(Source.url == url)
    return source
