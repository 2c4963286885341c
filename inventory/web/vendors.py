"""Vendors: the list, and all that is known of one of them."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from inventory import review
from inventory.models import Change, User, Vendor
from inventory.notice.terms import in_contract
from inventory.review import ReviewError
from inventory.telling.wording import clauses_told, describe
from inventory.web import vendor_facts as facts
from inventory.web.change_facts import taken_back_by
from inventory.web.correction_rows import said_of
from inventory.web.security import current_user
from inventory.web.severity_shown import severity_of
from inventory.web.timeline import timeline
from inventory.web.vendor_rows import asked_sort, found

blueprint = Blueprint("vendors", __name__, url_prefix="/vendors")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Our vendors, or every company in the register."""
    only_ours = request.args.get("show") != "all"
    text = request.args.get("q", "").strip()[:200]
    sort = asked_sort()
    page = found(only_ours=only_ours, text=text, sort=sort)
    return render_template(
        "vendors/index.html", page=page, only_ours=only_ours, text=text, sort=sort
    )


@blueprint.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    return tab(
        vendor,
        "overview",
        aliases=facts.aliases(vendor),
        below=facts.companies_below(vendor),
        people=list(facts.possible_owners(vendor)),
        sources=facts.sources(vendor),
        terms=[term for term in facts.terms(vendor) if not term.closed_at],
        agreed=in_contract(vendor.id),
        changes=[(change, describe(change)) for change in facts.latest_changes(vendor)],
    )


@blueprint.get("/<slug>/sub-processors")
def subprocessors(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    now, before = facts.engaged_now(vendor), facts.engaged_before(vendor)
    return tab(
        vendor,
        "sub-processors",
        page=now,
        before=before,
        rejected=facts.rejected(vendor),
        data=facts.data_of([*now, *before]),
        said=said_of(list(now)),
    )


@blueprint.get("/<slug>/data")
def data(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    published = facts.published_by_category(vendor)
    tree = facts.data_tree(vendor, published)
    said = facts.said_words(vendor)
    return tab(vendor, "data", published=published, tree=tree, said=said)


@blueprint.get("/<slug>/sources")
def sources(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    rows = [(source, facts.last_checks(source)) for source in facts.sources(vendor)]
    return tab(vendor, "sources", sources=rows)


@blueprint.get("/<slug>/changes")
def changes(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    page = timeline(vendor)
    rows = [(row, describe(row) if isinstance(row, Change) else clauses_told(row)) for row in page]
    later = taken_back_by([row.id for row in page if isinstance(row, Change)])
    return tab(vendor, "changes", page=page, rows=rows, later=later, severity_of=severity_of)


@blueprint.get("/<slug>/used-by")
def used_by(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    page = facts.used_by(vendor)
    return tab(vendor, "used-by", page=page, data=facts.data_of(list(page)))


@blueprint.post("/<slug>/data")
def set_sent_data(slug: str) -> ResponseReturnValue:
    """Keep which categories of data we send to this vendor."""
    vendor = found_vendor(slug)
    try:
        review.set_sent_data(vendor, request.form.getlist("category"), current_user)
        flash(f"What we send {vendor.name} is kept.", "success")
    except ReviewError as error:
        flash(str(error), "danger")
    return redirect(f"/vendors/{vendor.slug}/data")


@blueprint.post("/<slug>/owner")
def set_owner(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    owner = User.get_or_none(User.id == request.form.get("owner", 0, type=int))
    review.set_owner(vendor, owner, user=current_user)
    whose = f"looks after {vendor.name} now" if owner else f"nobody looks after {vendor.name} now"
    flash(f"{owner.name} {whose}." if owner else f"{whose.capitalize()}.", "success")
    return redirect(f"/vendors/{vendor.slug}")


@blueprint.post("/<slug>/ours")
def set_ours(slug: str) -> ResponseReturnValue:
    vendor = found_vendor(slug)
    is_ours = request.form.get("ours") == "yes"
    review.set_ours(vendor, is_ours, current_user)
    flash(f"{vendor.name} is {'' if is_ours else 'no longer '}one of our vendors.", "success")
    return redirect(f"/vendors/{vendor.slug}")


def found_vendor(slug: str) -> Vendor:
    """The vendor of an address, or the page that says there is none."""
    return facts.vendor_of(slug) or abort(404)


def tab(vendor: Vendor, name: str, **shown: Any) -> str:
    """Show one tab of a vendor's pages."""
    return render_template(
        f"vendors/{name}.html", vendor=vendor, tab=name, counts=facts.counts(vendor), **shown
    )
