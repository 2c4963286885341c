"""Which periods hold for a vendor, and the deadline they give: the signed contract's win over what
its pages print."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from inventory.database import Prepared
from inventory.deadline import Deadline, objection_deadline
from inventory.models import Change, ContractTerm, NoticeTerm, Vendor
from inventory.severity import country_name
from scrapers import reading as values

NO_DEADLINE: dict[str, Any] = {
    "deadline": None,
    "deadline_note": None,
    "notice_term": None,
    "contract_term": None,
}


def deadline_columns(
    vendor_id: int,
    *,
    not_before: datetime | None,
    detected_at: datetime,
    effective_on: date | None,
) -> dict[str, Any]:
    """The columns of a change that say until when one may object, and by what.

    `notice_term` is the vendor's own clause, kept where the contract's period wins over it.
    """
    printed, agreed = published(vendor_id), in_contract(vendor_id)
    country = Vendor.get_by_id(vendor_id).holiday_country

    def compute(terms: list[values.NoticeTerm]) -> Deadline | None:
        return objection_deadline(
            terms,
            not_before=not_before,
            detected_at=detected_at,
            effective_on=effective_on,
            country=country,
        )

    own = compute(list(printed))
    kinds = {term.kind for term in agreed}
    found = compute([*agreed, *(term for term in printed if term.kind not in kinds)])
    if found is None:
        return NO_DEADLINE | {"notice_term": printed.get(own.term) if own else None}
    contract = agreed.get(found.term) or next(iter(agreed.values()), None)
    return {
        "deadline": found.earliest,
        "deadline_note": _note(found, country, is_agreed=contract is not None),
        "notice_term": printed.get(own.term) if own else None,
        "contract_term": contract,
    }


def recompute(
    vendor: Vendor | int, *, only_missing: bool = False
) -> Iterator[tuple[Change, date | None]]:
    """Bring the open additions of a vendor to the periods that hold now, or only those that have
    no deadline yet.

    Gives each whose deadline moved, with the one it had.
    """
    wanted = (Change.vendor == vendor) & Change.decision.is_null()
    wanted &= (Change.kind == "added") & (Change.cause == "vendor")
    if only_missing:
        wanted &= Change.deadline.is_null()
    for change in list(Change.select().where(wanted)):
        columns = deadline_columns(
            change.vendor_id,
            not_before=change.not_before,
            detected_at=change.detected_at,
            effective_on=change.effective_on,
        )
        before = change.deadline
        Change.update(columns).where(Change.id == change.id).execute()
        if columns["deadline"] != before:
            change.deadline = columns["deadline"]
            yield change, before


def published(vendor_id: int) -> dict[values.NoticeTerm, NoticeTerm]:
    """The clauses that any source of a vendor prints now, each with its row."""
    return {clause_value(row): row for row in _published.rows(NoticeTerm, vendor_id)}


def in_contract(vendor_id: int) -> dict[values.NoticeTerm, ContractTerm]:
    """The periods of the signed contract that hold now, each with its row."""
    return {
        values.NoticeTerm(
            kind=row.kind, quote=row.note, period=row.period, unit=row.unit, trigger=row.trigger
        ): row
        for row in _in_contract.rows(ContractTerm, vendor_id)
    }


_published = Prepared(
    lambda slot: (
        NoticeTerm.select()
        .where(NoticeTerm.vendor == slot, NoticeTerm.closed_at.is_null())
        .order_by(NoticeTerm.id.desc())
    )
)
_in_contract = Prepared(
    lambda slot: (
        ContractTerm.select()
        .where(ContractTerm.vendor == slot, ContractTerm.closed_at.is_null())
        .order_by(ContractTerm.id.desc())
    )
)


def clause_value(row: NoticeTerm) -> values.NoticeTerm:
    """The clause that a row was made from."""
    return values.NoticeTerm(
        kind=row.kind,
        quote=row.quote,
        period=row.period,
        unit=row.unit,
        trigger=row.trigger,
        silence=row.silence,
        conditions=tuple(row.conditions or ()),
    )


def _note(found: Deadline, country: str | None, *, is_agreed: bool) -> str:
    """How a deadline was computed, in sentences."""
    note = f"From the signed contract, as set by hand: {found.note}" if is_agreed else found.note
    if "business day" not in found.note:
        return note
    if country is None:
        return f"{note} Business days are Monday to Friday, public holidays included."
    where = country_name(country)
    return f"{note} Business days are Monday to Friday without the public holidays of {where}."
