"""What screens show of corrections: beside the entries they are about, and as a list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from peewee import JOIN

from inventory.corrections.correct import entry_key
from inventory.corrections.fields import FIELDS, as_text, shown
from inventory.corrections.fixes import seen_now
from inventory.corrections.told import Present, fix_of
from inventory.models import Correction, Engagement, Source, User
from scrapers.entry import Entry

Ender = User.alias()
MEANINGS = {
    "vendor": "company",
    "entity": "legal entity",
    "service": "service",
    "purpose": "purpose",
    "location": "where it processes",
    "storage": "where it stores",
    "entity_location": "where it is established",
    "data": "kinds of data",
    "transfer": "transfer mechanism",
    "link": "link",
    "section": "section or kind",
    "status": "status",
    "effective": "date it counts from",
    "notes": "notes",
}


@dataclass(frozen=True)
class Beside:
    """What stands beside an entry: how the reader gave it (None: a person added it), the key by
    which it is corrected, and what people said of it, by field."""

    printed: Entry | None
    key: str
    said: Mapping[str, Correction]
    added: Correction | None = None

    def printed_as(self, field: str) -> str:
        """What the reader made of a field."""
        return shown(self.printed, field).replace("\n", ", ") if self.printed else ""


@dataclass(frozen=True)
class Line:
    """One correction in a list: what it is about, what was read and what is, in words, and why it
    does not apply where it does not."""

    row: Correction
    what: str
    before: str
    after: str
    lapse: str | None = None


def beside_entries(now: Present, rows: Mapping[int, Correction]) -> list[Beside]:
    """What stands beside each entry of a reading that was set right."""
    found = []
    for printed, ids in zip(now.found.printed, now.found.fixes, strict=True):
        said = [rows[one] for one in ids if one in rows]
        added = next((row for row in said if row.about == "missed"), None)
        by_field = {row.field: row for row in said if row.field}
        found.append(Beside(printed, entry_key(printed) if printed else "", by_field, added))
    return found


def dropped(now: Present, rows: Mapping[int, Correction]) -> list[tuple[Entry, Correction]]:
    """The entries that people said are none."""
    return [(entry, rows[one]) for entry, one in now.found.dropped if one in rows]


def corrections_of(source: Source) -> list[Correction]:
    """Every correction of a source with who set and who ended it, the latest first."""
    query = (
        Correction.select(Correction, User, Ender)
        .join(User, JOIN.LEFT_OUTER, on=Correction.set_by)
        .switch(Correction)
        .join(Ender, JOIN.LEFT_OUTER, on=(Correction.withdrawn_by == Ender.id), attr="withdrawn_by")
        .where(Correction.source == source)
    )
    return list(query.order_by(Correction.id.desc()))


def in_force(rows: Iterable[Correction]) -> dict[int, Correction]:
    return {row.id: row for row in rows if row.withdrawn_at is None}


def lines(
    rows: Iterable[Correction], now: Present | None = None, titles: frozenset[str] = frozenset()
) -> list[Line]:
    """Corrections as a list says them; with what is read now, and the titles that the page has,
    whether they apply."""
    return [_line(row, now, titles) for row in rows]


def said_of(engagements: list[Engagement]) -> dict[int, list[Line]]:
    """What people said of the entries behind engagements, as far as it applies, beside what was
    read of them last."""
    sources = {row.source_id for row in engagements}
    query = Correction.select(Correction, User).join(User, JOIN.LEFT_OUTER, on=Correction.set_by)
    rows = query.where(
        Correction.source.in_(sources),
        Correction.withdrawn_at.is_null(),
        Correction.lapsed_at.is_null(),
        Correction.about.in_(("entry", "missed")),
    )
    by_quote: dict[tuple[int, str], list[Correction]] = {}
    for row in rows:
        seen = fix_of(row).seen
        by_quote.setdefault((row.source_id, seen.quote or row.quote), []).append(row)
    return {
        one.id: [replace(line, before=_said(fix_of(line.row).seen.read)) for line in lines(found)]
        for one in engagements
        if (found := by_quote.get((one.source_id, one.quote)))
    }


def _line(row: Correction, now: Present | None, titles: frozenset[str]) -> Line:
    lapse = _lapse(row, now, titles) if now and row.withdrawn_at is None else None
    if row.about == "title":
        before = MEANINGS.get(row.before, "") if row.before else ""
        return Line(row, "title", before, MEANINGS.get(row.value, "nothing: it is not read"), lapse)
    if row.about == "entry":
        return Line(row, FIELDS[row.field], _said(row.before), _said(row.value), lapse)
    if row.about == "no-entry":
        return Line(row, "the entry", row.quote or "", "no entry", lapse)
    return Line(row, "an entry that was missed", "", row.quote or "", lapse)


def _lapse(row: Correction, now: Present, titles: frozenset[str]) -> str | None:
    """Why a correction does not apply to the page as it is now; None where it does."""
    if row.about == "title":
        return None if row.name in titles else "the page no longer has this title"
    if row.id in now.found.seen:
        return None
    if row.about == "missed":
        return "the page no longer has these words"
    fix = fix_of(row)
    same = [entry for entry in now.raw if entry.entity == fix.name]
    if not same:
        return "the page no longer has this entry"
    if row.about == "entry":
        reads = {_said(seen_now(entry, now.raw, row.field).read) for entry in same}
        return f"the page says something else now: {'; '.join(sorted(reads)) or 'nothing'}"
    return "the page says something else of it now"


def _said(value: object) -> str:
    return as_text(value).replace("\n", ", ")
