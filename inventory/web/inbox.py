"""The inbox: every change that a person has yet to settle, and what needs looking at."""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from inventory.models import CHANGE_KINDS, Source, utcnow
from inventory.people.saved import kept_by, tidy
from inventory.review import ReviewError, decide_many, just_decided, take_back
from inventory.severity import LEVELS
from inventory.telling.wording import describe
from inventory.web.inbox_rows import CERTAINTIES, OWNERS, STATUSES, asked, found, summarise
from inventory.web.security import current_user, local_path
from inventory.web.severity_shown import severity_of

blueprint = Blueprint("inbox", __name__)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """The changes that the address asks for: the open ones where it asks for none. A register
    without a source begins at /start."""
    summary = summarise()
    if not summary.sources and not Source.select().exists():
        return redirect("/start")
    wanted = asked()
    page = found(wanted, summary, me=current_user.id)
    return render_template(
        "inbox/index.html",
        page=page,
        rows=[(change, describe(change), severity_of(change)) for change in page],
        summary=summary,
        asked=wanted,
        kinds=CHANGE_KINDS,
        levels=LEVELS[::-1],
        statuses=STATUSES,
        certainties=CERTAINTIES,
        owners=OWNERS,
        filters=kept_by(current_user),
        query=tidy(request.query_string.decode("utf-8", "replace")),
        slipped=just_decided(current_user, utcnow()),
    )


@blueprint.post("/take-back")
def undo() -> ResponseReturnValue:
    """Take back the last decision on the changes that are named."""
    count = take_back(request.form.getlist("change", type=int), current_user)
    if count:
        flash(f"Taken back on {count} change{'' if count == 1 else 's'}.", "success")
    else:
        flash("Nothing to take back: somebody did already, or nobody decided.", "warning")
    return redirect(local_path(request.form.get("back")))


@blueprint.post("/decide")
def decide() -> ResponseReturnValue:
    """Settle the changes that were ticked, all in one way."""
    target = local_path(request.form.get("back"))
    ids = request.form.getlist("change", type=int)
    decision = request.form.get("decision", "")
    if not ids:
        flash("Tick the changes to decide on first.", "warning")
        return redirect(target)
    try:
        count = decide_many(
            ids,
            current_user,
            decision=None if decision == "reopened" else decision,
            note=request.form.get("note", ""),
        )
    except ReviewError as error:
        flash(str(error), "danger")
        return redirect(target)
    if count:
        flash(f"{count} change{'' if count == 1 else 's'} {decision}.", "success")
    else:
        flash(f"Nothing to do: what was ticked is {decision} already.", "warning")
    return redirect(target)
