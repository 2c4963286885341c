"""Take over a CSV of vendors and sources: all of it, or nothing where a line is at fault."""

from dataclasses import dataclass

from peewee import chunked

from inventory.database import transaction
from inventory.intake.address import RegisterError, clean_url
from inventory.intake.register import choice, counted, fault_of_name, make_all_ours, note
from inventory.intake.sheet import Fault, Row, read_sheet
from inventory.models import SOURCE_KINDS, Alias, Source, User, Vendor
from inventory.resolve import vendors_named
from scrapers.names import normal_form

SHOWN_FAULTS = 20


@dataclass(frozen=True)
class ImportReport:
    """What became of a CSV. Where any line is at fault nothing was saved."""

    added: tuple[int, ...] = ()
    known: int = 0
    vendors: int = 0
    faults: tuple[Fault, ...] = ()
    more_faults: int = 0

    @property
    def is_saved(self) -> bool:
        """Whether the file was taken over."""
        return not self.faults

    def __str__(self) -> str:
        if self.faults:
            count = len(self.faults) + self.more_faults
            lines = "1 line is" if count == 1 else f"{count:,} lines are"
            return f"Nothing was imported, because {lines} at fault."
        sources = counted(len(self.added), "source")
        was = "was" if self.known == 1 else "were"
        known = f"; {self.known:,} {was} watched already" if self.known else ""
        return f"Imported {sources} of {counted(self.vendors, 'vendor')}{known}."


def import_csv(
    data: bytes | str, *, user: User | None = None, allow_private: bool = False
) -> ImportReport:
    """Take over a CSV with the header `vendor,url,kind`: all of it, or nothing where a line is
    at fault."""
    rows, faults = read_sheet(data)
    wanted, wrong = _checked(rows, allow_private=allow_private)
    if faults := sorted([*faults, *wrong], key=lambda fault: fault.line):
        shown = tuple(faults[:SHOWN_FAULTS])
        return ImportReport(faults=shown, more_faults=len(faults) - len(shown))
    with transaction():
        return _save(wanted, user)


def _checked(rows: list[Row], *, allow_private: bool) -> tuple[list[Row], list[Fault]]:
    """Clean every row; tell what is wrong with a row, in itself, with those above it or with the
    register."""
    clean: dict[str, Row] = {}
    faults: list[Fault] = []
    watched = _watched(rows)
    for row in rows:
        try:
            url = clean_url(row.url, allow_private=allow_private)
        except RegisterError as error:
            faults.append(Fault(row.line, str(error)))
            continue
        fault = (
            fault_of_name(row.vendor)
            or _fault_of_kind(row.kind)
            or _fault_of_place(row, clean.get(url), watched.get(url))
        )
        if fault:
            faults.append(Fault(row.line, fault))
        else:
            clean[url] = Row(row.line, row.vendor, url, row.kind or SOURCE_KINDS[0])
    return list(clean.values()), faults


def _fault_of_kind(kind: str) -> str | None:
    return None if kind in ("", *SOURCE_KINDS) else f"kind {kind!r} is not {choice(SOURCE_KINDS)}"


def _fault_of_place(row: Row, above: Row | None, owner: Vendor | None) -> str | None:
    if above:
        return f"the same URL as line {above.line}"
    if owner and owner.id != _vendor_id(row.vendor):
        return f"{row.url} is already watched for {owner.name}"
    return None


def _vendor_id(name: str) -> int | None:
    alias = Alias.get_or_none(Alias.normal == normal_form(name))
    return alias.vendor_id if alias else None


def _watched(rows: list[Row]) -> dict[str, Vendor]:
    """The vendor of every URL in the register, where there are rows that may meet them."""
    if not rows:
        return {}
    found = Source.select(Source.url, Vendor).join(Vendor)
    return {source.url: source.vendor for source in found}


def _save(rows: list[Row], user: User | None) -> ImportReport:
    watched = _watched(rows)
    new = [row for row in rows if row.url not in watched]
    vendors = vendors_named(dict.fromkeys(row.vendor for row in new))
    make_all_ours(vendors.values(), user)
    rows_of = [{"vendor": vendors[row.vendor].id, "url": row.url, "kind": row.kind} for row in new]
    for batch in chunked(rows_of, 500):
        Source.insert_many(batch).execute()
    urls = {row.url for row in new}
    every = Source.select(Source.id, Source.url).order_by(Source.id).tuples()
    added = tuple(source_id for source_id, url in every if url in urls)
    report = ImportReport(
        added=added,
        known=len(rows) - len(new),
        vendors=len({vendor.id for vendor in vendors.values()}),
    )
    note("CSV imported", None, str(report), user=user)
    return report
