"""Making two rows of the register one company: an admin's decision, never a guess."""

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from inventory import resolve
from inventory.models import Vendor
from inventory.web.security import admin_required, current_user
from inventory.web.vendors import found_vendor, tab

blueprint = Blueprint("merging", __name__, url_prefix="/vendors/<slug>/merge")
ALIKE, FOUND = 10, 20


@blueprint.get("")
@admin_required
def choose(slug: str) -> ResponseReturnValue:
    """Offer the vendors that may be the same company."""
    vendor = found_vendor(slug)
    text = request.args.get("q", "").strip()[:200]
    others = resolve.suggestions(text or vendor.name, limit=ALIKE)
    if text:
        named = Vendor.select().where(Vendor.name.contains(text))
        others += named.order_by(Vendor.name).limit(FOUND)
    choices = list({other.id: other for other in others if other.id != vendor.id}.values())
    return tab(vendor, "merge", choices=choices, text=text)


@blueprint.post("")
@admin_required
def merge(slug: str) -> ResponseReturnValue:
    """Make this vendor and another one company; the other's page remains."""
    vendor = found_vendor(slug)
    into = found_vendor(request.form.get("into", ""))
    if into.id == vendor.id:
        flash("A vendor cannot be merged into itself.", "danger")
        return redirect(f"/vendors/{vendor.slug}/merge")
    resolve.merge(vendor, into, current_user)
    flash(f"{vendor.name} is now part of {into.name}.", "success")
    return redirect(f"/vendors/{into.slug}")
