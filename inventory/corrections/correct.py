"""What people do where the reader is wrong of an entry: correct it, say that it is none, add one
that was missed, take that back."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from inventory.corrections.fields import FIELDS, as_text
from inventory.corrections.fixes import key_of, seen_now, with_fields
from inventory.corrections.keeping import (
    CorrectionError as CorrectionError,
    begin,
    end,
    keep,
    note_down,
)
from inventory.corrections.told import Present, present, text_of
from inventory.models import Correction, Source, User
from scrapers.entry import Entry
from scrapers.quotes import FoldedText, fold
from scrapers.wire import entry_to_json

LONGEST_QUOTE = 2_000


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
            end(_standing(now, raw, "entry", name), user, at)
            if value != read_so[name]:
                seen = asdict(seen_now(raw, now.raw, name))
                said = {"field": name, "before": read_so[name], "value": value, "seen": seen}
                begin(source, user, at, about="entry", note=note, **_called(raw), **said)
            what = f"{raw.entity}: {FIELDS[name]} from {_said(stands[name])} to {_said(value)}"
            note_down(user, "reading corrected", source, what)

    keep(source, user, write, note)
    return len(altered)


def drop_entry(source: Source, key: str, user: User, note: str = "") -> None:
    """Keep that what the reader took for an entry is none."""
    now = present(source)
    raw = entry_of(now, key)
    assert now is not None  # else there were no entry
    seen = asdict(seen_now(raw, now.raw, None))

    def write(at: datetime) -> None:
        end(_standing(now, raw, "no-entry"), user, at)
        said = {"before": entry_to_json(raw), "seen": seen}
        begin(source, user, at, about="no-entry", note=note, **_called(raw), **said)
        note_down(user, "reading corrected", source, f"{raw.entity} is no entry")

    keep(source, user, write, note)


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
    proof = _proven(now, source, quote, name=fields["entity"])
    bare = Entry(vendor=fields["entity"], entity=fields["entity"], quote=proof)
    said = {name: value for name, value in fields.items() if value not in (None, [])}
    entry = with_fields(bare, said, now.row.language)
    if _is_there(now, entry, instead):
        raise CorrectionError("this entry is there already; correct it where it stands")

    def write(at: datetime) -> None:
        if instead:
            end(Correction.id == instead.id, user, at)
        value = entry_to_json(entry)
        begin(source, user, at, about="missed", note=note, value=value, **_called(entry))
        note_down(user, "entry added", source, entry.entity)

    keep(source, user, write, note)


def withdraw(correction: Correction, user: User) -> None:
    """Take a correction back: what the reader makes of the page counts again. The row stays."""
    if correction.withdrawn_at is not None:
        raise CorrectionError("this was taken back before; reload to see what holds now")

    def write(at: datetime) -> None:
        end(Correction.id == correction.id, user, at)
        what = f"{correction.name}: {FIELDS.get(correction.field, correction.about)}"
        note_down(user, "correction withdrawn", correction.source, what)

    keep(correction.source, user, write)


def _proven(now: Present, source: Source, quote: str, *, name: str) -> str:
    """The quote as it is kept. Raises CorrectionError where the page has none such, or it does not
    name the company."""
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
    if fold(name).casefold() not in quote.casefold():
        raise CorrectionError(
            f"the quote does not name {name[:80]!r}; give the name as the page prints it"
        )
    return quote


def _is_there(now: Present, entry: Entry, instead: Correction | None) -> bool:
    """Whether an entry is read from these words, or was added before."""
    added = [one for one in now.told.fixes if one.about == "missed"]
    others = [one.value for one in added if instead is None or one.id != instead.id]
    there = [(one.entity, one.quote) for one in now.raw]
    there += [(one["entity"], one["quote"]) for one in others]
    wanted = key_of(entry.entity)
    return any(key_of(name) == wanted and entry.quote in fold(quote) for name, quote in there)


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


def _said(value: Any) -> str:
    return "nothing" if value in (None, [], "") else f"“{as_text(value)}”".replace("\n", ", ")[:200]
