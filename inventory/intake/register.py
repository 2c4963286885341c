"""What people put into the register: vendors, the sources to look at, and how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from peewee import chunked

from inventory.database import transaction
from inventory.due import next_check_at
from inventory.intake.address import RegisterError as RegisterError, clean_url
from inventory.models import (
    INTERVALS,
    SOURCE_KINDS,
    AuditEvent,
    Check,
    Source,
    User,
    Vendor,
    utcnow,
)
from inventory.resolve import from_catalogue, vendor_named
from inventory.snapshots import leave_address
from scrapers.catalogue import CatalogueVendor, load_catalogue
from scrapers.names import normal_form

MAX_NAME = 200
NEW_PLACE: dict[str, Any] = {  # what was found out about the page at the old address
    "etag": None,
    "last_modified": None,
    "trusted_sha256": None,
    "needs_rendering": False,
}


class WatchedError(RegisterError):
    """An address is the `source` of somebody already."""

    def __init__(self, source: Source) -> None:
        off = "; it is turned off, so set an interval on its page"
        told = f"{source.url} is already watched for {source.vendor.name}"
        super().__init__(told + off if source.interval == "off" else told)
        self.source = source


@dataclass(frozen=True)
class Adopted:
    """A vendor taken over from the catalogue: its new sources, the URLs watched before, and those
    of the new that nobody has confirmed."""

    vendor: Vendor
    added: tuple[Source, ...]
    known: tuple[str, ...]
    unconfirmed: tuple[str, ...]


def add_vendor(name: str, *, is_ours: bool = True, user: User | None = None) -> Vendor:
    """Find the vendor of this name, or make it. `is_ours` is set, never taken away."""
    name = " ".join(name.split())
    if fault := fault_of_name(name):
        raise RegisterError(fault)
    with transaction():
        vendor = vendor_named(name)
        make_ours(vendor, is_ours, user)
    return vendor


def add_source(
    vendor: Vendor,
    url: str,
    kind: str = "list",
    *,
    user: User | None = None,
    allow_private: bool = False,
) -> Source:
    """Put a URL under watch; it is looked at as soon as possible, then daily."""
    url = clean_url(url, allow_private=allow_private)
    if kind not in SOURCE_KINDS:
        raise RegisterError(f"the kind of a source is {choice(SOURCE_KINDS)}, not {kind!r}")
    with transaction():
        if there := Source.get_or_none(Source.url == url):
            raise WatchedError(there)
        source: Source = Source.create(vendor=vendor, url=url, kind=kind)
        note("source added", url, f"{kind} of {vendor.name}", user=user)
    return source


def adopt(keys: list[str], *, user: User | None = None) -> list[Adopted]:
    """Take vendors over from the catalogue, with their names and everything they publish."""
    catalogue = load_catalogue()
    entries = [catalogue.get(key) for key in dict.fromkeys(keys)]
    if None in entries:
        unknown = next(key for key in keys if catalogue.get(key) is None)
        raise RegisterError(f"the catalogue has no vendor {unknown!r}; reload the page and choose")
    with transaction():
        return [_adopt(entry, user) for entry in entries if entry]


def set_interval(source: Source, interval: str, *, user: User | None = None) -> None:
    """Say how often a source is looked at; `off` stops it and keeps everything known from it."""
    if interval not in INTERVALS:
        raise RegisterError(f"the interval is {choice(INTERVALS)}, not {interval!r}")
    if interval == source.interval:
        return
    before, source.interval = source.interval, interval
    source.next_check_at = _next_turn(source, before)
    with transaction():
        source.save(only=[Source.interval, Source.next_check_at])
        note("interval set", source.url, f"{before} to {interval}", user=user)


def _next_turn(source: Source, before: str) -> Any:
    """When a source whose interval changed is looked at: at once if it was off, never later than
    planned."""
    now = utcnow()
    return now if before == "off" else min(source.next_check_at, next_check_at(source, now))


def turn_off(source: Source, *, user: User | None = None) -> None:
    """Stop looking at a source. Its snapshots, readings and engagements stay."""
    set_interval(source, "off", user=user)


def readdress(
    source: Source, url: str, *, user: User | None = None, allow_private: bool = False
) -> Source:
    """Watch a source at another URL. What is known from it stays, and is what the first page there
    is compared with."""
    url = clean_url(url, allow_private=allow_private)
    now, before = utcnow(), source.url
    with transaction():
        if there := Source.get_or_none(Source.url == url):
            raise WatchedError(there)
        moved = {**NEW_PLACE, "url": url, "next_check_at": now}
        if urlsplit(url).hostname != urlsplit(before).hostname:
            moved["robots_exempted_by"] = None  # that was for the old site
        if source.interval == "off":
            moved["interval"] = "daily"
        free = Source.claimed_until.is_null() | (Source.claimed_until < now)
        if not Source.update(moved).where(Source.id == source.id, free).execute():
            raise RegisterError("the source is being looked at right now; try again in a minute")
        leave_address(source, before)
        note("source moved", before, f"to {url}", user=user)
    return Source.get_by_id(source.id)


def exempt_from_robots(source: Source, user: User) -> None:
    """Look at a source although its robots.txt asks robots not to; the person is named for it."""
    if not user.is_admin:
        raise RegisterError("only an administrator may exempt a source from robots.txt")
    with transaction():
        source.robots_exempted_by = user
        source.save(only=[Source.robots_exempted_by])
        note("robots.txt exempted", source.url, user=user)


def obey_robots(source: Source, user: User) -> None:
    """Take an exemption from robots.txt back."""
    with transaction():
        source.robots_exempted_by = None
        source.save(only=[Source.robots_exempted_by])
        note("robots.txt obeyed", source.url, user=user)


def is_doubted(check: Check | None) -> bool:
    """Whether the last look read a page whole, but found so little that a person must say whether
    it is."""
    return bool(
        check and check.outcome == "unreadable" and check.reading_id and check.reading.complete
    )


def trust_page(source: Source, user: User) -> None:
    """Say that the page which the last look doubted is whole; the next look compares it."""
    check = Check.select().where(Check.source == source).order_by(Check.started_at.desc()).first()
    if not is_doubted(check):
        raise RegisterError("there is no doubted page to accept: the source was looked at again")
    source.trusted_sha256 = check.snapshot.sha256
    with transaction():
        source.save(only=[Source.trusted_sha256])
        note("page accepted", source.url, f"SHA-256 {source.trusted_sha256[:16]}", user=user)


def fault_of_name(name: str) -> str | None:
    if not normal_form(name):
        return "give the vendor's name"
    if not name.isprintable():
        return "the vendor's name holds characters that cannot be seen; type it again"
    if len(name) > MAX_NAME:
        return f"the vendor's name has {len(name):,} characters; {MAX_NAME} are allowed"
    return None


def _adopt(entry: CatalogueVendor, user: User | None) -> Adopted:
    vendor = from_catalogue(entry)
    make_ours(vendor, True, user)
    published = {clean_url(one.url): one for one in load_catalogue().publications(entry)}
    query = Source.select(Source.url).where(Source.url.in_(list(published)))
    known = {url for (url,) in query.tuples()}
    publisher = from_catalogue(_publisher(entry)) if published else vendor
    added = tuple(
        Source.create(vendor=publisher, url=url, kind=one.kind)
        for url, one in published.items()
        if url not in known
    )
    unconfirmed = tuple(source.url for source in added if not published[source.url].confirmed)
    note("vendor adopted", vendor.name, f"with {counted(len(added), 'source')}", user=user)
    return Adopted(vendor, added, tuple(sorted(known)), unconfirmed)


def _publisher(entry: CatalogueVendor) -> CatalogueVendor:
    """The vendor itself, or the nearest parent that publishes for it."""
    while not entry.publishes and entry.parent:
        entry = load_catalogue().get(entry.parent) or entry
    return entry


def make_ours(vendor: Vendor, is_ours: bool, user: User | None) -> None:
    if is_ours and not vendor.is_ours:
        vendor.is_ours = True
        vendor.save(only=[Vendor.is_ours])
        note("vendor added", vendor.name, user=user)


def make_all_ours(vendors: Iterable[Vendor], user: User | None) -> None:
    """The same for many, in as few queries as that takes."""
    new = list({vendor.id: vendor for vendor in vendors if not vendor.is_ours}.values())
    told = {"user": user, "action": "vendor added", "at": utcnow()}
    for portion in chunked(new, 500):
        Vendor.update(is_ours=True).where(Vendor.id.in_([one.id for one in portion])).execute()
        AuditEvent.insert_many([{**told, "subject": one.name} for one in portion]).execute()


def note(action: str, subject: str | None, detail: str | None = None, *, user: User | None) -> None:
    AuditEvent.create(user=user, action=action, subject=subject, detail=detail)


def choice(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
