"""One change: what stood before, what stands now, the proof, the deadline, and what people
decide."""

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from inventory import review
from inventory.models import DECISIONS, Change, Engagement
from inventory.review import ReviewError
from inventory.telling.wording import describe, period
from inventory.web import change_dates, change_facts
from inventory.web.security import current_user, local_path
from inventory.web.severity_shown import severity_of

blueprint = Blueprint("changes", __name__)


@blueprint.get("/changes/<int:change_id>")
def show(change_id: int) -> ResponseReturnValue:
    """Everything there is to know for deciding on a change."""
    change = change_facts.change_with_all(change_id) or abort(404)
    near = change_facts.neighbours(change)
    data = change_facts.published_data(change.engagement_id)
    sent = change_facts.sent_data(change.vendor_id)
    return render_template(
        "changes/show.html",
        change=change,
        sentence=describe(change),
        taken_back_by=change_facts.taken_back_by([change.id]).get(change.id),
        values=change_facts.sides(change.before, change.after),
        quotes=change_facts.sides(change.quote_before, change.quote_after),
        snapshots=change_facts.snapshots(change),
        severity=severity_of(change),
        **change_dates.told(change),
        clause=change_facts.clause(change),
        contract=change_dates.contract_term(change),
        period=period,
        data=data,
        sent=sent,
        at_stake=change_facts.at_stake(sent, data),
        others=change_facts.other_users(change),
        reviews=change_facts.reviews(change),
        decisions=DECISIONS,
        neighbours=[(one, describe(one)) for one in near],
        next_open=change_facts.next_open(change),
    )


@blueprint.post("/changes/<int:change_id>/decide")
def decide(change_id: int) -> ResponseReturnValue:
    """Record a decision with its note, or reopen the change."""
    change = Change.get_or_none(Change.id == change_id) or abort(404)
    decision = request.form.get("decision", "")
    try:
        review.decide(
            change,
            current_user,
            decision=None if decision == "reopened" else decision,
            note=request.form.get("note", ""),
        )
    except ReviewError as error:
        flash(str(error), "danger")
    else:
        flash(f"The change is {decision}.", "success")
    return redirect(f"/changes/{change_id}")


@blueprint.post("/engagements/<int:engagement_id>/<any(confirm, reject):verdict>")
def settle(engagement_id: int, verdict: str) -> ResponseReturnValue:
    """Say whether a suggested engagement is one."""
    engagement = Engagement.get_or_none(Engagement.id == engagement_id) or abort(404)
    if verdict == "confirm":
        review.confirm(engagement, current_user)
        flash(f"{engagement.subprocessor.name} is confirmed as a recipient.", "success")
    else:
        review.reject(engagement, current_user)
        flash(f"{engagement.subprocessor.name} is rejected, and stays so.", "success")
    return redirect(local_path(request.form.get("back")))
