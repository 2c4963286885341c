"""Take the sample workspace out again, whole: what it alone brought, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from inventory.columns import Table
from inventory.database import transaction
from inventory.demo.replay import ALERTS, CHANNEL
from inventory.demo.story import STORY
from inventory.models import (
    TABLES,
    Alias,
    AuditEvent,
    Change,
    Channel,
    ContractTerm,
    Reading,
    SentData,
    Source,
    Subscription,
    User,
    Vendor,
    utcnow,
)
from inventory.settings import Settings
from scrapers.names import normal_form

Rows = dict[type[Table], set[int]]
DOMAINS = [vendor.domain for vendor in STORY]
OF_A_VENDOR = (Alias, SentData, ContractTerm, Subscription)  # what goes where a vendor goes


class RemovalError(Exception):
    """The sample cannot be removed now; the sentence says why."""


def is_loaded() -> bool:
    """Whether the register holds pages of the sample."""
    return bool(Source.select().where(Source.id.in_(_sources())).exists())


def remove_demo(settings: Settings, *, user: User | None = None) -> str:
    """Remove the made-up vendors with all that was seen and decided of them; say what went.

    Companies that real vendors use as well stay, and so does all that people wrote of any other
    vendor. Raises RemovalError while a worker looks at one of the pages.
    """
    with transaction():
        ids = _sources()
        if not ids:
            return "There is no sample workspace here; nothing was removed."
        if Source.select().where(Source.id.in_(ids), Source.claimed_until > utcnow()).exists():
            raise RemovalError("A page of the sample is being looked at; try again in a minute.")
        rows = _with_all_that_follows({Source: ids})
        companies = _named_in(rows[Reading]) | _made_up()
        _delete(rows)
        count = _remove_companies(companies)
        Channel.delete().where(Channel.name == CHANNEL).execute()
        said = (
            f"The sample workspace was removed: {len(ids)} pages, {len(rows[Change])} changes "
            f"and {count} companies that nobody else uses."
        )
        AuditEvent.create(user=user, action="sample removed", detail=said)
    (settings.data / ALERTS).unlink(missing_ok=True)
    return said


def _sources() -> set[int]:
    """The pages at the sample's addresses; a page that somebody watches for one of its vendors
    elsewhere is none of them."""
    found: set[int] = set()
    for domain in DOMAINS:
        rows = Source.select(Source.id).where(Source.url.startswith(f"https://{domain}/"))
        found.update(source_id for (source_id,) in rows.tuples())
    return found


def _made_up() -> set[int]:
    rows = Vendor.select(Vendor.id).where(Vendor.domain.in_(DOMAINS)).tuples()
    return {vendor_id for (vendor_id,) in rows}


def _named_in(readings: set[int]) -> set[int]:
    """The companies that these readings name, also those that were listed under another name
    later."""
    names: set[str] = set()
    for (entries,) in Reading.select(Reading.entries).where(Reading.id.in_(readings)).tuples():
        names.update(normal_form(entry[key]) for entry in entries for key in ("vendor", "entity"))
    rows = Alias.select(Alias.vendor).where(Alias.normal.in_(names)).tuples()
    return {vendor_id for (vendor_id,) in rows}


def _with_all_that_follows(first: Rows) -> Rows:
    """These rows and all that refer to them, whichever tables there are: those that are referred
    to stand first in TABLES."""
    doomed: Rows = defaultdict(set, first)
    for table in TABLES:
        for field in _references(table):
            if wanted := doomed.get(field.rel_model):
                rows = table.select(table.id).where(field.in_(wanted)).tuples()
                doomed[table].update(row_id for (row_id,) in rows)
    return doomed


def _references(table: type[Table]) -> Iterable[Any]:
    return [field for field in table._meta.refs if field.rel_model is not table]


def _delete(doomed: Rows) -> None:
    """Delete rows, those that refer to others first."""
    Change.update(takes_back=None).where(Change.id.in_(doomed[Change])).execute()
    for table in reversed(TABLES):
        if ids := doomed.get(table):
            table.delete().where(table.id.in_(ids)).execute()


def _remove_companies(ids: set[int]) -> int:
    """Remove the vendors that nothing refers to any more, parents after those below them; return
    how many."""
    count, left = 0, set(ids)
    made_up = _made_up()
    while free := [vendor for vendor in _vendors(left) if _is_free(vendor, made_up)]:
        for vendor in free:
            _quieten(vendor)
            _delete(_with_all_that_follows({Vendor: {vendor.id}}))
        count += len(free)
        left -= {vendor.id for vendor in free}
        left |= {vendor.parent_id for vendor in free if vendor.parent_id}
    return count


def _vendors(ids: set[int]) -> list[Vendor]:
    return list(Vendor.select().where(Vendor.id.in_(ids)))


def _is_free(vendor: Vendor, made_up: set[int]) -> bool:
    """Whether only the sample spoke of a company, and nobody made it ours or looks after it."""
    if vendor.id not in made_up and (vendor.is_ours or vendor.owner_id):
        return False
    if Vendor.select().where(Vendor.parent == vendor).exists():
        return False
    allowed = OF_A_VENDOR if vendor.id in made_up else (Alias,)
    return not any(
        table.select().where(field == vendor).exists()
        for table in TABLES
        if table not in allowed
        for field in _references(table)
        if field.rel_model is Vendor
    )


def _quieten(vendor: Vendor) -> None:
    """Turn off the channels that heard of this vendor alone: without it they would hear of all."""
    hears = Subscription.select(Subscription.channel)
    alone = hears.where(Subscription.vendor == vendor)
    others = hears.where(Subscription.vendor != vendor)
    rule = Channel.id.in_(alone) & Channel.id.not_in(others)
    Channel.update(is_active=False).where(rule).execute()
