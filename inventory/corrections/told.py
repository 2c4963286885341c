"""What people said of a source, and what a stored reading is with it: the one place where both
meet."""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property

from inventory.corrections.fixes import Fix, Righted, Seen, set_right
from inventory.database import Prepared
from inventory.models import Check, Correction, Reading, Snapshot, Source
from inventory.snapshots import meanings_key, page_of, reading_value
from scrapers.documents import document_text, open_document
from scrapers.entry import Entry
from scrapers.errors import ScrapeError
from scrapers.meanings import Meaning
from scrapers.quotes import FoldedText

_in_force = Prepared(
    lambda slot: (
        Correction.select()
        .where(Correction.source == slot, Correction.withdrawn_at.is_null())
        .order_by(Correction.id)
    )
)


@dataclass(frozen=True)
class Told:
    """What people said of a source, as it holds at one moment."""

    meanings: tuple[Meaning, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @cached_property
    def key(self) -> str:
        """What tells readings apart that were made knowing other meanings."""
        return meanings_key(self.meanings)

    @property
    def adds(self) -> bool:
        """Whether it names entries that the reader missed: they hang on the page, not on the
        reading."""
        return any(fix.about == "missed" for fix in self.fixes)


def told_of(source: Source) -> Told:
    """What holds now of a source; nothing for almost every one."""
    rows = _in_force.rows(Correction, source.id)
    return Told(
        meanings=tuple(Meaning(row.name, row.value) for row in rows if row.about == "title"),
        fixes=tuple(fix_of(row) for row in rows if row.about != "title"),
    )


@dataclass(frozen=True)
class Present:
    """What is read of a source now: the row of the page that the last look read, and the same set
    right by what people said."""

    row: Reading
    told: Told
    found: Righted

    @property
    def raw(self) -> tuple[Entry, ...]:
        """The entries as the reader gave them."""
        return reading_value(self.row).entries


def present(source: Source) -> Present | None:
    """What is read of a source now; None before the first page was read."""
    told = told_of(source)
    row = latest_reading(source, told)
    return Present(row, told, righted(row, source, told)) if row else None


def latest_reading(source: Source, told: Told | None = None) -> Reading | None:
    """The reading that the last look came to, or the one of its page that knows what people say."""
    query = Check.select().where(Check.source == source, Check.reading.is_null(False))
    check = query.order_by(Check.started_at.desc(), Check.id.desc()).first()
    readings = Reading.select().join(Snapshot).where(Snapshot.source == source)
    last: Reading | None = check.reading if check else readings.order_by(Reading.id.desc()).first()
    if last is None or told is None or last.meanings == told.key:
        return last
    same = (Reading.snapshot == last.snapshot_id) & (Reading.meanings == told.key)
    return Reading.select().where(same).order_by(Reading.reader_version.desc()).first() or last


def fix_of(row: Correction) -> Fix:
    """A correction of an entry as a value."""
    return Fix(
        id=row.id,
        about=row.about,
        name=row.name,
        section=row.section,
        field=row.field,
        value=row.value,
        seen=Seen(**row.seen) if row.seen else Seen(""),
    )


def righted(row: Reading, source: Source, told: Told) -> Righted:
    """What the reader made of a page, set right by what people said of it."""
    text: list[FoldedText] = []

    def has_quote(quote: str) -> bool:
        if not text:
            text.append(FoldedText(text_of(row, source)))
        return quote in text[0]

    return set_right(reading_value(row), told.fixes, has_quote)


def text_of(row: Reading, source: Source) -> str:
    """The page's text in which quotes are looked for; nothing where it cannot be opened."""
    try:
        return document_text(open_document(page_of(row.snapshot, source)))
    except ScrapeError:
        return ""


def keep_seen(told: Told, found: Righted, now: datetime) -> None:
    """Write down to which entries corrections applied, and since when others do not."""
    for fix in told.fixes:
        seen = found.seen.get(fix.id)
        row = Correction.id == fix.id
        if seen is None:
            Correction.update(lapsed_at=now).where(row, Correction.lapsed_at.is_null()).execute()
        else:
            Correction.update(seen=asdict(seen), lapsed_at=None).where(row).execute()
