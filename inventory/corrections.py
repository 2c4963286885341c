"""What people do where the reader is wrong: correct an entry, add one, say what a title means, take
that back. It is kept, used from now on, and told to nobody."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from inventory.apply import apply_again, correct
from inventory.database import transaction
from inventory.entry_fields import FIELDS, as_text
from inventory.fixes import Righted, key_of, seen_now, set_right, with_fields
from inventory.health import is_whole, last_confirmed
from inventory.models import AuditEvent, Correction, Reading, Snapshot, Source, User, utcnow
from inventory.snapshots import PRESENT, page_of, read_snapshot, reading_value
from inventory.told import Present, latest_reading, present, text_of, told_of
from scrapers.entry import Entry
from scrapers.fields import title_key
from scrapers.meanings import Meaning
from scrapers.quotes import FoldedText, fold
from scrapers.read import read
from scrapers.wire import entry_to_json

LONGEST_NOTE = 4_000
LONGEST_QUOTE = 2_000
MEANINGS: tuple[str, ...] = (
    *("vendor", "entity", "service", "purpose", "location", "storage", "data"),
    *("entity_location", "transfer", "link", "section", "status", "effective", "notes"),
)

NO_LIST = (
    "with this, no list would be read from the page as a whole; look at the preview and choose "
    "other meanings"
)


class CorrectionError(Exception):
    """What was said cannot be kept; the message says why, in one sentence."""


def entry_key(entry: Entry) -> str:
    """A short name for an entry as the reader gave it."""
    said = "\0".join((entry.entity, entry.section or "", entry.quote))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def entry_of(now: Present | None, key: str) -> Entry:
    """The entry of this key as the reader gives it now."""
    found = (entry for entry in now.raw if entry_key(entry) == key) if now else iter(())
    entry = next(found, None)
    if entry is None:
        raise CorrectionError("the page was read again meanwhile; choose the entry from its list")
    return entry


def standing_entry(now: Present, raw: Entry) -> Entry:
    """An entry with what people said of it; as the reader gave it where they said it is none."""
    pairs = zip(now.found.reading.entries, now.found.printed, strict=True)
    return next((entry for entry, printed in pairs if printed == raw), raw)


def correct_entry(
    source: Source, key: str, fields: Mapping[str, Any], user: User, note: str = ""
) -> int:
    """Keep what fields of an entry are, one correction a field; return how many were altered.

    A field that is set to what the reader gives is no longer corrected.
    """
    now = present(source)
    raw = entry_of(now, key)
    assert now is not None  # else there were no entry
    read_so, stands = entry_to_json(raw), entry_to_json(standing_entry(now, raw))
    said = {name: value for name, value in fields.items() if name != "vendor" or value}
    altered = {name: value for name, value in said.items() if value != stands[name]}
    if not altered:
        return 0

    def write(at: datetime) -> None:
        for name, value in altered.items():
            _end(_standing(now, raw, "entry", name), user, at)
            if value != read_so[name]:
                seen = asdict(seen_now(raw, now.raw, name))
                said = {"field": name, "before": read_so[name], "value": value, "seen": seen}
                _begin(source, user, at, about="entry", note=note, **_called(raw), **said)
            what = f"{raw.entity}: {FIELDS[name]} from {_said(stands[name])} to {_said(value)}"
            _audit(user, "reading corrected", source, what)

    _keep(source, user, write, note)
    return len(altered)


def drop_entry(source: Source, key: str, user: User, note: str = "") -> None:
    """Keep that what the reader took for an entry is none."""
    now = present(source)
    raw = entry_of(now, key)
    assert now is not None  # else there were no entry
    seen = asdict(seen_now(raw, now.raw, None))

    def write(at: datetime) -> None:
        _end(_standing(now, raw, "no-entry"), user, at)
        said = {"before": entry_to_json(raw), "seen": seen}
        _begin(source, user, at, about="no-entry", note=note, **_called(raw), **said)
        _audit(user, "reading corrected", source, f"{raw.entity} is no entry")

    _keep(source, user, write, note)


def add_entry(
    source: Source,
    quote: str,
    fields: Mapping[str, Any],
    user: User,
    *,
    note: str = "",
    instead: Correction | None = None,
) -> None:
    """Keep an entry that the reader missed, or in place of one added before. Its quote must stand
    in the page, and name it."""
    now = present(source)
    if now is None:
        raise CorrectionError("no page of this source is stored yet: look at it first")
    entry = _proven(now, source, quote, fields)

    def write(at: datetime) -> None:
        if instead:
            _end(Correction.id == instead.id, user, at)
        value = entry_to_json(entry)
        _begin(source, user, at, about="missed", note=note, value=value, **_called(entry))
        _audit(user, "entry added", source, entry.entity)

    _keep(source, user, write, note)


def tell_titles(
    source: Source, meanings: Mapping[str, str | None], user: User, note: str = ""
) -> int:
    """Keep what titles mean, by their printed words; return how many were altered."""
    said = {one.title: one.field for one in told_of(source).meanings}
    wanted = {title_key(title): (title, what) for title, what in meanings.items()}
    altered = {
        key: said.get(key, "") for key, (_, what) in wanted.items() if said.get(key, "") != what
    }
    if not altered:
        return 0
    _check_titles(meanings)

    def write(at: datetime) -> None:
        for key, before in altered.items():
            title, what = wanted[key]
            _end(_title(source, key), user, at)
            told = {"name": key, "quote": title, "before": before or None, "value": what}
            _begin(source, user, at, about="title", note=note, **told)
            _audit(user, "title explained", source, f"“{title}” means {what or 'nothing'}")

    _keep(source, user, write, note)
    return len(altered)


def reading_with(
    source: Source, meanings: Mapping[str, str | None]
) -> tuple[Righted, Righted] | None:
    """What is read of a source now, and what would be if titles meant this. Stores nothing."""
    now = present(source)
    if now is None:
        return None
    _check_titles(meanings)
    wanted = {one.title: one for one in now.told.meanings}
    for title, what in meanings.items():
        key = title_key(title)
        wanted[key] = Meaning(key, what)  # type: ignore[arg-type]  # one of MEANINGS
    page = page_of(now.row.snapshot, source)
    would = read(page, tuple(wanted.values()))
    text = FoldedText(text_of(now.row, source)) if now.told.adds else FoldedText("")
    return now.found, set_right(would, now.told.fixes, text.__contains__)


def withdraw(correction: Correction, user: User) -> None:
    """Take a correction back: what the reader makes of the page counts again. The row stays."""
    if correction.withdrawn_at is not None:
        raise CorrectionError("this was taken back before; reload to see what holds now")

    def write(at: datetime) -> None:
        _end(Correction.id == correction.id, user, at)
        what = f"{correction.name}: {FIELDS.get(correction.field, correction.about)}"
        _audit(user, "correction withdrawn", correction.source, what)

    _keep(correction.source, user, write)


def _keep(source: Source, user: User, write: Callable[[datetime], None], note: str = "") -> None:
    """Write down what a person said, and bring the register to it in the same transaction.

    What a better reader sees otherwise is recorded first: that is not the person's doing.
    """
    if len(note) > LONGEST_NOTE:
        raise CorrectionError(
            f"the note has {len(note):,} characters; {LONGEST_NOTE:,} are allowed"
        )
    now = utcnow()
    with transaction():
        good = last_confirmed(source)
        if good:
            correct(source, good, reader=PRESENT, now=now)
        could = good and _read(source, good.snapshot)
        write(now)
        if good and could and is_whole(source, reading_value(could)):
            row = _read(source, good.snapshot)
            if not is_whole(source, reading_value(row)):
                raise CorrectionError(NO_LIST)
            apply_again(source, good, row, now=now, cause="person", user=user)
        if last := latest_reading(source):
            _read(source, last.snapshot)


def _read(source: Source, snapshot: Snapshot) -> Reading:
    """What the present reader makes of a snapshot with what people say now."""
    return read_snapshot(snapshot, source, PRESENT, told_of(source).meanings)


def _proven(now: Present, source: Source, quote: str, fields: Mapping[str, Any]) -> Entry:
    """The entry that a person read from a quote. Raises CorrectionError where the page has no such
    quote, or the quote does not name it."""
    quote = fold(quote)
    if not quote:
        raise CorrectionError("give the words of the page that name the company: they prove it")
    if len(quote) > LONGEST_QUOTE:
        raise CorrectionError(
            f"the quote has {len(quote):,} characters; {LONGEST_QUOTE:,} are allowed"
        )
    if quote not in FoldedText(text_of(now.row, source)):
        raise CorrectionError(
            "these words do not stand in the stored page; copy them from its text, exactly"
        )
    name: str = fields["entity"]
    if fold(name).casefold() not in quote.casefold():
        raise CorrectionError(
            f"the quote does not name {name[:80]!r}; give the name as the page prints it"
        )
    if any(key_of(e.entity) == key_of(name) and quote in fold(e.quote) for e in now.raw):
        raise CorrectionError("this entry is there already; correct it where it stands")
    bare = Entry(vendor=name, entity=name, quote=quote)
    said = {name: value for name, value in fields.items() if value not in (None, [])}
    return with_fields(bare, said, now.row.language)


def _check_titles(meanings: Mapping[str, str | None]) -> None:
    for title, what in meanings.items():
        if not title_key(title) or len(title) > LONGEST_QUOTE:
            raise CorrectionError("a title without words cannot be told again on the next page")
        if what is not None and what not in MEANINGS:
            raise CorrectionError(f"a title does not mean {what[:80]!r}; choose from the list")


def _called(entry: Entry) -> dict[str, Any]:
    return {"name": entry.entity, "section": entry.section, "quote": entry.quote}


def _standing(now: Present, raw: Entry, about: str, field: str | None = None) -> Any:
    """The corrections in force that are about the same of the same entry, those included that no
    longer apply to it."""
    found = now.found
    ids = {
        one
        for printed, said in zip(found.printed, found.fixes, strict=True)
        if printed == raw
        for one in said
    }
    ids |= {one for entry, one in found.dropped if entry == raw}
    called = key_of(raw.entity), raw.section
    ids |= {
        one.id
        for one in now.told.fixes
        if one.id not in found.seen and (key_of(one.name), one.section) == called
    }
    same = [
        one.id
        for one in now.told.fixes
        if one.id in ids and (one.about, one.field) == (about, field)
    ]
    return Correction.id.in_(same)


def _title(source: Source, title: str) -> Any:
    return _in_force(source, "title") & (Correction.name == title)


def _in_force(source: Source, about: str) -> Any:
    is_meant = (Correction.source == source) & (Correction.about == about)
    return is_meant & Correction.withdrawn_at.is_null()


def _begin(source: Source, user: User, at: datetime, **said: Any) -> None:
    said["note"] = said.get("note", "").strip()
    Correction.create(source=source, set_by=user, set_at=at, **said)


def _end(which: Any, user: User, at: datetime) -> None:
    Correction.update(withdrawn_by=user, withdrawn_at=at).where(which).execute()


def _said(value: Any) -> str:
    return "nothing" if value in (None, [], "") else f"“{as_text(value)}”".replace("\n", ", ")[:200]


def _audit(user: User, action: str, source: Source, detail: str) -> None:
    AuditEvent.create(user=user, action=action, subject=source.url, detail=detail)
