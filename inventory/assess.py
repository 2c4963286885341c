"""Gather the facts that a change's severity rests on, and look at them again where people alter
them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from inventory.corrections.words import keys_of_entry
from inventory.database import Prepared
from inventory.diff import Difference
from inventory.models import Change, DataCategory, Engagement, SentData, Vendor
from inventory.severity import (
    Facts,
    Level,
    Reason,
    Side,
    deadline_reason,
    level_of,
    rank,
    reason_from_json,
    reason_to_json,
    reasons,
    special_sent,
)
from scrapers.data_categories import load_data_categories
from scrapers.entry import Entry


@dataclass(frozen=True)
class Severity:
    """The level of a change with every reason, the gravest first."""

    level: Level
    reasons: list[Reason]

    @property
    def deciding(self) -> list[Reason]:
        """The reasons that give the level."""
        return [reason for reason in self.reasons if reason.level == self.level]


def severity_of(change: Change, today: date) -> Severity:
    """The severity of a change on a day. A deadline counts until somebody has decided."""
    found = stored_reasons(change)
    near = deadline_reason(change.deadline, today)
    if near and change.decision is None and not change.is_minor and change.cause == "vendor":
        found = sorted([near, *found], key=lambda reason: -rank(reason.level))
    return Severity(level_of(found), found)


def assessed(
    difference: Difference, engagement: Engagement, *, day: date, is_news: bool
) -> dict[str, Any]:
    """The columns of a change that say how much it matters, and why."""
    if not is_news:
        return _columns([])
    vendor = engagement.vendor
    facts = Facts(
        vendor=vendor.name,
        company=difference.vendor,
        kind=difference.kind,
        field=difference.field,
        day=day,
        before=_side(difference.before, difference),
        after=_side(difference.after, difference),
        sent=special_sent_to(vendor),
        others=_other_users(engagement),
    )
    return _columns(reasons(facts))


def assess_again(vendor: Vendor) -> None:
    """Bring the open changes of a vendor to what is said now that we send it."""
    company = Vendor.alias()
    query = (
        Change.select(Change, company)
        .join(company, on=(Change.subprocessor == company.id), attr="subprocessor")
        .where(Change.vendor == vendor, Change.decision.is_null(), Change.cause == "vendor")
    )
    sent = special_sent_to(vendor)
    for change in query:
        kept = [one for one in stored_reasons(change) if one.rule != "special-data-sent"]
        new = special_sent(
            Facts(
                vendor=vendor.name,
                company=change.subprocessor.name,
                kind=change.kind,
                field=change.field,
                day=change.detected_at.date(),
                sent=sent,
                is_news=not change.is_minor,
            )
        )
        found = sorted([*kept, *([new] if new else [])], key=lambda one: -rank(one.level))
        if found != stored_reasons(change):
            Change.update(_columns(found)).where(Change.id == change.id).execute()


def stored_reasons(change: Change) -> list[Reason]:
    """The reasons that were stored with a change, the gravest first."""
    return [found for stored in change.reasons if (found := reason_from_json(stored))]


def special_sent_to(vendor: Vendor) -> tuple[str, ...]:
    """The names of the special categories that we send a vendor."""
    return tuple(name for (name,) in _special_sent.tuples(vendor.id))


_special_sent = Prepared(
    lambda slot: (
        DataCategory.select(DataCategory.name)
        .join(SentData)
        .where(SentData.vendor == slot, DataCategory.is_special)
        .order_by(DataCategory.key)
    )
)


def _columns(found: Any) -> dict[str, Any]:
    return {
        "severity": rank(level_of(found)),
        "reasons": [reason_to_json(reason) for reason in found],
    }


def _side(entry: Entry | None, difference: Difference) -> Side:
    """What the rules need to know of an entry; of the words, those that are compared."""
    if entry is None:
        return Side()
    words = {
        "purpose": entry.purpose,
        "service": entry.service,
        "notes": entry.notes,
        "data": "; ".join(entry.data),
    }
    field = difference.field
    shown = words.values() if field is None else [words.get(field)]
    return Side(
        countries=entry.countries,
        special=_special(entry),
        words="; ".join(text for text in shown if text),
        transfer=entry.transfer,
    )


def _special(entry: Entry) -> tuple[str, ...]:
    """The names of the special categories that an entry prints."""
    keys = keys_of_entry(entry)
    return tuple(
        category.name
        for category in load_data_categories()
        if category.special and category.key in keys
    )


def _other_users(engagement: Engagement) -> int:
    """How many other vendors of ours use the company now."""
    ((found,),) = _others.tuples(engagement.subprocessor_id, engagement.vendor_id)
    return int(found)


_others = Prepared(
    lambda slot: (
        Engagement.select(fn.COUNT(Engagement.vendor.distinct()))
        .join(Vendor, on=Engagement.vendor)
        .where(
            Engagement.subprocessor == slot,
            Engagement.vendor != slot,
            Engagement.closed_at.is_null(),
            Engagement.rejected_by.is_null(),
            Vendor.is_ours,
        )
    )
)
