"""Find out which company an entry means: by alias, then by the catalogue, else a new one. Never
by likeness."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from inventory.database import Prepared, transaction
from inventory.models import (
    Alias,
    AuditEvent,
    Change,
    ContractTerm,
    Engagement,
    NoticeTerm,
    SentData,
    Source,
    Subscription,
    User,
    Vendor,
)
from scrapers.catalogue import CatalogueVendor, load_catalogue
from scrapers.entry import Entry
from scrapers.names import normal_form

FEW_NAMES, MOST_NAMES = 20, 500  # of one query: its SQL is written once for so many at a time
ALIKE = 0.75  # how like two names must be for a person to be asked whether they are one


def resolve(entries: Iterable[Entry]) -> list[tuple[Entry, Vendor]]:
    """Give every entry its vendor; the entry comes back under the vendor's name in the register."""
    wanted = list(entries)
    known = _known(normal_form(name) for one in wanted for name in (one.vendor, one.entity))
    found = []
    for entry in wanted:
        vendor = _meant(entry, known)
        new = {normal_form(name): name for name in (entry.entity, entry.vendor)}
        if names := [name for normal, name in new.items() if normal not in known]:
            known |= remember(vendor, *reversed(names))
        is_so_called = entry.vendor == vendor.name
        found.append((entry if is_so_called else replace(entry, vendor=vendor.name), vendor))
    return found


def _known(normals: Iterable[str]) -> dict[str, Vendor]:
    """The vendors of these names in normal form: one query for many."""
    found: dict[str, Vendor] = {}
    wanted = [*{*normals} - {""}]
    for start in range(0, len(wanted), MOST_NAMES):
        some = wanted[start : start + MOST_NAMES]
        size = -(-len(some) // FEW_NAMES) * FEW_NAMES
        filled = [*some, *[""] * (size - len(some))]  # no name is blank
        found |= {row.normal: row for row in _named(size).rows(Vendor, *filled)}
    return found


@lru_cache(maxsize=MOST_NAMES // FEW_NAMES)
def _named(size: int) -> Prepared:
    return Prepared(
        lambda slot: (
            Vendor.select(Vendor, Alias.normal)
            .join(Alias, on=Alias.vendor)
            .where(Alias.normal.in_([slot] * size))
        )
    )


def _meant(entry: Entry, known: Mapping[str, Vendor]) -> Vendor:
    """The entity's row; but a product of that entity stays the product it is printed as."""
    vendor, owner = (_find(name, known) for name in (entry.vendor, entry.entity))
    if vendor is not None and owner is not None:
        is_product = vendor.id != owner.id and owner.id in _ancestors(vendor)
        return vendor if is_product else owner
    return owner or vendor or _made(entry.vendor)


def _find(name: str, known: Mapping[str, Vendor]) -> Vendor | None:
    return known.get(normal_form(name)) or _in_catalogue(name)


def _ancestors(vendor: Vendor) -> set[int]:
    """The companies above a vendor; each is followed once, whatever rows a person tied together."""
    found: set[int] = set()
    while vendor.parent_id is not None and vendor.parent_id not in found:
        found.add(vendor.parent_id)
        vendor = vendor.parent
    return found


def find_vendor(name: str) -> Vendor | None:
    """The vendor that is known under exactly this name, once case, punctuation and legal form
    are set aside."""
    alias = Alias.get_or_none(Alias.normal == normal_form(name))
    if alias is not None:
        return Vendor.get_by_id(alias.vendor_id)
    return _in_catalogue(name)


def _in_catalogue(name: str) -> Vendor | None:
    known = load_catalogue().find(name)
    return from_catalogue(known) if known else None


def vendor_named(name: str) -> Vendor:
    """Find the vendor of this name, or make it."""
    return find_vendor(name) or _made(name)


def vendors_named(names: Iterable[str]) -> dict[str, Vendor]:
    """Find the vendor of each of these names, or make it: a file may hold ten thousand."""
    wanted = list(names)
    known = _known(map(normal_form, wanted))
    found = {}
    for name in wanted:
        normal = normal_form(name)
        known[normal] = known.get(normal) or _in_catalogue(name) or _made(name)
        found[name] = known[normal]
    return found


def _made(name: str) -> Vendor:
    vendor: Vendor = Vendor.create(slug=_free_slug(name), name=" ".join(name.split())[:200])
    remember(vendor, name)
    return vendor


def from_catalogue(known: CatalogueVendor) -> Vendor:
    """The register's row for a vendor of the catalogue, made with its names and parent when
    first met."""
    for found in _catalogued.rows(Vendor, known.key):
        vendor: Vendor = found
        return vendor
    parent = load_catalogue().get(known.parent) if known.parent else None
    vendor = Vendor.create(
        slug=_free_slug(known.name),
        name=known.name,
        catalogue_key=known.key,
        parent=from_catalogue(parent) if parent else None,
        domain=known.domains[0] if known.domains else None,
        country=known.country,
        purpose=known.purpose,
    )
    remember(vendor, known.name, *known.aliases, *known.entities)
    return vendor


_catalogued = Prepared(lambda slot: Vendor.select().where(Vendor.catalogue_key == slot))


def remember(vendor: Vendor, *names: str) -> dict[str, Vendor]:
    """Keep names as the vendor's, unless they are another's already; return whose each is now."""
    rows = {normal_form(name): name for name in reversed(names) if normal_form(name)}
    taken = _known(rows)
    for normal in rows.keys() - taken.keys():
        Alias.create(vendor=vendor, name=rows[normal][:250], normal=normal)
    return {normal: taken.get(normal, vendor) for normal in rows}


def suggestions(name: str, limit: int = 5) -> list[Vendor]:
    """Vendors whose names look like this one, likest first, for a person to choose from. Nothing
    is merged by it."""
    wanted = normal_form(name)
    scores: dict[int, float] = {}
    for vendor_id, normal in Alias.select(Alias.vendor, Alias.normal).tuples():
        score = 1.0 if normal == wanted else _likeness(wanted, normal)
        if score >= ALIKE:
            scores[vendor_id] = max(score, scores.get(vendor_id, 0.0))
    best = sorted(scores, key=lambda vendor_id: -scores[vendor_id])[:limit]
    rows = {vendor.id: vendor for vendor in Vendor.select().where(Vendor.id.in_(best))}
    return [rows[vendor_id] for vendor_id in best]


def merge(vendor: Vendor, into: Vendor, user: User | None = None) -> None:
    """Make two rows one company: everything that named `vendor` names `into` from now on. A
    person decides this."""
    if vendor.id == into.id:
        raise ValueError(f"{vendor.name} cannot be merged into itself")
    with transaction():
        for column in (
            Alias.vendor, Source.vendor, NoticeTerm.vendor, ContractTerm.vendor, Vendor.parent,
            Engagement.vendor, Engagement.subprocessor, Change.vendor, Change.subprocessor,
        ):  # fmt: skip
            column.model.update({column: into.id}).where(column == vendor.id).execute()
        for column in (SentData.vendor, Subscription.vendor):
            _move_unless_there(column, vendor, into)
        Vendor.update(parent=None).where(Vendor.id == into.id, Vendor.parent == into.id).execute()
        if vendor.is_ours:
            Vendor.update(is_ours=True).where(Vendor.id == into.id).execute()
        vendor.delete_instance()
        AuditEvent.create(
            user=user, action="merged", subject=vendor.name, detail=f"into {into.name}"
        )


def _move_unless_there(column: object, vendor: Vendor, into: Vendor) -> None:
    """Move rows that may stand only once a vendor; those that `into` has already are dropped."""
    model = column.model  # type: ignore[attr-defined]
    other = model.category if model is SentData else model.channel
    there = model.select(other).where(column == into.id)
    model.delete().where(column == vendor.id, other.in_(there)).execute()
    model.update({column: into.id}).where(column == vendor.id).execute()


def _likeness(a: str, b: str) -> float:
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _free_slug(name: str) -> str:
    """A part of an address that no vendor has yet."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:60] or "vendor"
    taken = {slug for (slug,) in _slugs.tuples(base, f"{base}~")}
    candidates = (base if count == 1 else f"{base}-{count}" for count in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


_slugs = Prepared(lambda slot: Vendor.select(Vendor.slug).where(Vendor.slug.between(slot, slot)))
