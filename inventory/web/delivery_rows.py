"""Deliveries as a channel's page shows them: what was to be told, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN

from inventory.models import Change, Channel, Check, Delivery, Source, Vendor
from inventory.telling.wording import describe, describe_news


@dataclass(frozen=True)
class Told:
    """One delivery. `fate` is sent, given up, trying again or waiting."""

    sentence: str
    path: str
    fate: str
    at: datetime
    problem: str | None


def deliveries(channel: Channel) -> Any:
    """A channel's deliveries, newest first, with all that a sentence needs."""
    company, source, vendor = Vendor.alias(), Source.alias(), Vendor.alias()
    query = (
        Delivery.select(Delivery, Change, Vendor, company, Check, source, vendor)
        .join(Change, JOIN.LEFT_OUTER)
        .join(Vendor, JOIN.LEFT_OUTER, on=Change.vendor, attr="vendor")
        .switch(Change)
        .join(company, JOIN.LEFT_OUTER, on=Change.subprocessor, attr="subprocessor")
        .switch(Delivery)
        .join(Check, JOIN.LEFT_OUTER, on=Delivery.check_row, attr="check_row")
        .join(source, JOIN.LEFT_OUTER, on=Check.source, attr="source")
        .join(vendor, JOIN.LEFT_OUTER, on=source.vendor, attr="vendor")
    )
    return query.where(Delivery.channel == channel).order_by(Delivery.id.desc())


def told(delivery: Delivery) -> Told:
    """A delivery as it is shown."""
    if delivery.change_id:
        sentence, path = describe(delivery.change), f"/changes/{delivery.change_id}"
    else:
        check = delivery.check_row
        sentence, path = describe_news(check), f"/sources/{check.source_id}"
    fate, at = _fate(delivery)
    return Told(sentence, path, fate, at, delivery.problem)


def _fate(delivery: Delivery) -> tuple[str, datetime]:
    if delivery.sent_at:
        return "sent", delivery.sent_at
    if delivery.given_up_at:
        return "given up", delivery.given_up_at
    return "trying again" if delivery.attempts else "waiting", delivery.due_at
