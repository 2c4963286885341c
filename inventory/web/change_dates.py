"""What the vendor says of when a change happens, found for the page of the change."""

from datetime import date
from typing import Any

from peewee import JOIN

from inventory.models import Change, ContractTerm, Reading, User
from inventory.notice.announced import Seen, how_told, page_says
from inventory.notice.logged import log_told

LABELS = {
    "announced-ahead": ("announced ahead", "green", "check"),
    "as-announced": ("published as announced", "green", "check"),
    "without-notice": ("published without notice", "amber", "warning"),
    "not-stated": ("no day of effect stated", "", "minus"),
}


def told(change: Change) -> dict[str, Any]:
    """How the change was told, and what the page's own date and change log have to say of it."""
    seen = _seen(change)
    return {
        "told": how_told(seen),
        "told_labels": LABELS,
        "page_date": page_says(seen),
        "log": log_told(change, seen),
    }


def contract_term(change: Change) -> ContractTerm | None:
    """The period of the signed contract that sets the deadline, with who set it."""
    query = ContractTerm.select(ContractTerm, User).join(
        User, JOIN.LEFT_OUTER, on=ContractTerm.set_by
    )
    found: ContractTerm | None = query.where(ContractTerm.id == change.contract_term_id).first()
    return found


def _seen(change: Change) -> Seen:
    before = _said_before(change)
    earlier = before.effective_on if before else None
    if change.field == "effective_on":
        earlier = _date(change.before) or earlier
    was_announced = change.field == "status" and change.before == "announced"
    return Seen(
        kind=change.kind,
        field=change.field,
        not_before=change.not_before,
        not_after=change.not_after,
        effective_on=change.effective_on,
        is_announced=change.is_announced,
        was_announced=was_announced or bool(before and before.is_announced),
        earlier=earlier,
        updated_on=change.page_updated_on,
        updated_before=_updated_before(change),
    )


def _said_before(change: Change) -> Change | None:
    """The change before this one of the same entry, which may have announced it."""
    query = Change.select().where(Change.engagement == change.engagement_id, Change.id < change.id)
    found: Change | None = query.order_by(Change.id.desc()).first()
    return found


def _updated_before(change: Change) -> date | None:
    """The date that the page printed at the look before."""
    query = Reading.select(Reading.last_updated)
    rows = query.where(Reading.snapshot == change.snapshot_before_id).tuples()
    row = rows.order_by(Reading.reader_version.desc()).first()
    return row[0] if row else None


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
