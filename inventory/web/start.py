"""Start: four ways to fill an empty register."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from inventory.demo.removal import is_loaded
from inventory.intake import register
from inventory.intake.bulk import ImportReport, import_csv
from inventory.intake.sheet import TEMPLATE
from inventory.models import Source, Vendor, utcnow
from inventory.web.rounds import check_soon, round_url
from inventory.web.security import admin_required, settings
from scrapers.catalogue import CatalogueVendor, Publication, load_catalogue

blueprint = Blueprint("start", __name__, url_prefix="/start")


@dataclass(frozen=True)
class Offer:
    """A vendor of the catalogue and what it, or the company above it, publishes."""

    vendor: CatalogueVendor
    publications: tuple[Publication, ...]

    @property
    def words(self) -> str:
        """All that a search may mean, in small letters."""
        vendor = self.vendor
        return " ".join((*vendor.names, *vendor.domains, vendor.purpose)).lower()


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The four offers."""
    return _show()


@blueprint.post("/catalogue")
def choose() -> ResponseReturnValue:
    """Search the catalogue, keeping what is ticked; or take over what is ticked."""
    keys = request.form.getlist("key")
    if request.form.get("do") != "watch":
        return _show(asked=request.form.get("q", ""), ticked=keys)
    if not keys:
        flash("Tick at least one vendor of the catalogue first.", "warning")
        return _show(asked=request.form.get("q", "")), 422
    since = utcnow()
    try:
        adopted = register.adopt(keys, user=g.user)
    except register.RegisterError as error:
        flash(str(error), "warning")
        return _show(ticked=keys), 422
    for sentence in _told(adopted):
        flash(*sentence)
    return _watch(since, [source.id for one in adopted for source in one.added])


@blueprint.post("/csv")
def take_csv() -> ResponseReturnValue:
    """Take over a CSV; where a line is at fault, say which."""
    upload, since = request.files.get("file"), utcnow()
    if not upload or not upload.filename:
        flash("Choose a CSV file first.", "warning")
        return _show(), 422
    allow = settings().allow_private
    report = import_csv(upload.stream.read(), user=g.user, allow_private=allow)
    if not report.is_saved:
        return _show(report=report), 422
    flash(str(report), "success")
    return _watch(since, list(report.added))


@blueprint.get("/template.csv")
def template() -> ResponseReturnValue:
    """A file to fill in."""
    headers = {"Content-Disposition": 'attachment; filename="onward-sources.csv"'}
    return Response(TEMPLATE, mimetype="text/csv", headers=headers)


@blueprint.post("/demo")
def demo() -> ResponseReturnValue:
    """Load the sample workspace."""
    from inventory.demo import start_demo  # it serves pages of its own: only this button needs it

    if Source.select().exists():
        flash(
            "The sample workspace goes into an empty register only; this one holds sources.", "info"
        )
        return redirect("/")
    said: list[str] = []
    start_demo(settings(), say=said.append)
    flash(" ".join([*said[-3:], "It can be removed again, whole, under “Add sources”."]), "info")
    return redirect("/")


@blueprint.post("/demo/remove")
@admin_required
def remove() -> ResponseReturnValue:
    """Take the sample workspace out again."""
    from inventory.demo import RemovalError, remove_demo

    try:
        flash(remove_demo(settings(), user=g.user), "success")
    except RemovalError as error:
        flash(str(error), "warning")
    return redirect(url_for("start.index"))


def _show(
    *, asked: str | None = None, ticked: list[str] | None = None, report: ImportReport | None = None
) -> str:
    asked = request.args.get("q", "") if asked is None else asked
    return render_template(
        "start/index.html",
        asked=asked,
        ticked=set(ticked or ()),
        offers=_offered(asked, ticked or []),
        total=len(load_catalogue().vendors),
        held=_held(),
        report=report,
        has_sources=Source.select().exists(),
        has_sample=is_loaded(),
    )


def _offered(asked: str, ticked: list[str]) -> list[Offer]:
    """The vendors that the search found, after those that are ticked already."""
    catalogue = load_catalogue()
    chosen = [vendor for vendor in catalogue.vendors if vendor.key in ticked]
    found = catalogue.search(asked) if asked.strip() else list(catalogue.vendors)
    rest = [vendor for vendor in found if vendor.key not in ticked]
    if not asked.strip():
        rest.sort(key=lambda vendor: vendor.name.casefold())
    return [Offer(vendor, catalogue.publications(vendor)) for vendor in chosen + rest]


def _held() -> set[str]:
    """The keys of those that are in the register as ours."""
    keys = Vendor.select(Vendor.catalogue_key).where(Vendor.is_ours)
    return {key for (key,) in keys.tuples() if key}


def _told(adopted: list[register.Adopted]) -> list[tuple[str, str]]:
    """What to say of a choice: what was added, and what nobody has confirmed or could find."""
    count = sum(len(one.added) for one in adopted)
    names = f"{len(adopted)} vendors" if len(adopted) > 1 else adopted[0].vendor.name
    sources = register.counted(count, "source")
    said = [(f"{names} added, with {sources}.", "success")]
    bare = [one.vendor.name for one in adopted if not one.added and not one.known]
    if bare:
        said.append((f"No page is known for {', '.join(bare)}; paste its URL below.", "warning"))
    if unsure := sum(len(one.unconfirmed) for one in adopted):
        urls = "One URL is" if unsure == 1 else f"{unsure} URLs are"
        said.append((f"{urls} not confirmed yet: the first look will tell.", "info"))
    return said


def _watch(since: datetime, source_ids: list[int]) -> ResponseReturnValue:
    """Hand new sources to the worker, and go where that can be watched."""
    if not source_ids:
        return redirect(url_for("sources.index"))
    check_soon(source_ids)
    few = len(source_ids) <= 100
    return redirect(round_url(since, source_ids if few else []))
