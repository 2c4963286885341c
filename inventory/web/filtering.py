"""Saved filters: keep what the inbox is asked for, or no longer."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, flash, redirect, request
from flask.typing import ResponseReturnValue

from inventory.people import saved
from inventory.web.security import current_user, local_path

blueprint = Blueprint("filtering", __name__, url_prefix="/filters")


@blueprint.post("")
def keep() -> ResponseReturnValue:
    """Keep the filter of the address that the form came from."""
    back = local_path(request.form.get("back"))
    try:
        kept = saved.keep(current_user, request.form.get("name", ""), urlsplit(back).query)
    except saved.FilterError as error:
        flash(str(error), "warning")
        return redirect(back)
    flash(f"The filter “{kept.name}” is kept.", "success")
    return redirect(f"/?{kept.query}")


@blueprint.post("/<int:filter_id>/remove")
def remove(filter_id: int) -> ResponseReturnValue:
    """Keep a filter no longer."""
    name = saved.drop(current_user, filter_id) or abort(404)
    flash(f"The filter “{name}” was removed.", "success")
    return redirect("/")
