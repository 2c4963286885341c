"""Set a reading right by what people said of its entries. Pure: a reading and fixes in, a reading
out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from inventory.compare.likeness import likeness, plain_text
from scrapers.entry import Entry
from scrapers.names import normal_form
from scrapers.places import find_countries
from scrapers.quotes import fold
from scrapers.reading import Reading
from scrapers.shapes.cells import Name, vendor_name
from scrapers.shapes.entries import categories_of
from scrapers.wire import entry_from_json, entry_to_json

About = Literal["entry", "no-entry", "missed"]

PLACES = {"locations", "storage_location", "entity_location"}
_ALIKE = 0.5  # share of words that the quotes of one row have in common before and after an edit


@dataclass(frozen=True, slots=True)
class Seen:
    """The entry that a fix is about as it last was, by which it is told again. `read` is what the
    reader made of the field, `is_alone` says that no other entry had its name."""

    quote: str
    certainty: str = "stated"
    is_alone: bool = True
    read: Any = None


@dataclass(frozen=True, slots=True)
class Fix:
    """What a person says of one entry: that a field of it is otherwise, that it is none, or that
    the page holds one which the reader missed, whose fields are `value`."""

    id: int
    about: About
    name: str
    section: str | None = None
    field: str | None = None
    value: Any = None
    seen: Seen = Seen("")


@dataclass(frozen=True, slots=True)
class Righted:
    """A reading set right. `printed` and `fixes` stand beside its entries: each as the reader gave
    it (None: a person added it), and the ids of what was said of it. `dropped` are entries that
    are none; `seen` tells which fixes applied, and what they were seen to be about."""

    reading: Reading
    printed: tuple[Entry | None, ...]
    fixes: tuple[tuple[int, ...], ...]
    dropped: tuple[tuple[Entry, int], ...] = ()
    seen: Mapping[int, Seen] = field(default_factory=dict)


def set_right(reading: Reading, fixes: Sequence[Fix], has_quote: Callable[[str], bool]) -> Righted:
    """Apply what people said, in the order in which they said it.

    A field is set only where the entry's quote, or what the reader makes of that field, is as it
    was: where the page says something else now, that counts. What was missed stands as long as the
    page has its quote.
    """
    if not fixes:
        return Righted(reading, reading.entries, ((),) * len(reading.entries))
    rows = _Rows(reading)
    for fix in fixes:
        if fix.about == "missed":
            rows.add(fix, has_quote)
        elif fix.about == "no-entry":
            rows.drop(fix)
        else:
            rows.set(fix)
    return rows.result()


def seen_now(entry: Entry, entries: Iterable[Entry], name: str | None) -> Seen:
    """What a fix of this field of an entry is seen to be about."""
    same = [other for other in entries if key_of(other.entity) == key_of(entry.entity)]
    read = entry_to_json(entry)[name] if name else None
    return Seen(entry.quote, entry.certainty, len(same) < 2, read)


def key_of(name: str) -> str:
    """What tells a printed name again."""
    return normal_form(name) or plain_text(name).casefold()


class _Rows:
    """The entries of a reading, and what becomes of each."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._printed: list[Entry | None] = list(reading.entries)
        self._now: list[Entry | None] = list(reading.entries)  # None: it is no entry
        self._fields: dict[int, dict[str, Any]] = defaultdict(dict)
        self._fixes: dict[int, list[int]] = defaultdict(list)
        self._seen: dict[int, Seen] = {}
        self._dropped: list[tuple[Entry, int]] = []
        self._named: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(reading.entries):
            self._named[key_of(entry.entity)].append(at)

    def set(self, fix: Fix) -> None:
        for at in self._meant(fix):
            now = self._seen_at(at, fix.field)
            if fix.field and (now.quote == fix.seen.quote or now.read == fix.seen.read):
                self._fields[at][fix.field] = fix.value
                self._apply(fix, at, now)

    def drop(self, fix: Fix) -> None:
        for at in self._meant(fix):
            if self._now[at] is not None:
                self._now[at] = None
                self._dropped.append((self._entry(at), fix.id))
                self._apply(fix, at, self._seen_at(at, None))

    def add(self, fix: Fix, has_quote: Callable[[str], bool]) -> None:
        entry = entry_from_json(fix.value)
        if not has_quote(entry.quote):
            return
        at = self._same_place(entry)
        if at is None:
            at = len(self._now)
            self._printed.append(None)
            self._now.append(entry)
        else:
            said = {name: value for name, value in fix.value.items() if value not in (None, [])}
            self._fields[at] = said | self._fields[at]
        self._apply(fix, at, Seen(entry.quote, entry.certainty))

    def result(self) -> Righted:
        kept = [at for at, entry in enumerate(self._now) if entry is not None]
        entries = (self._righted(at) for at in kept)
        return Righted(
            reading=replace(self._reading, entries=tuple(entries)),
            printed=tuple(self._printed[at] for at in kept),
            fixes=tuple(tuple(self._fixes[at]) for at in kept),
            dropped=tuple(self._dropped),
            seen=self._seen,
        )

    def _apply(self, fix: Fix, at: int, seen: Seen) -> None:
        self._fixes[at].append(fix.id)
        self._seen.setdefault(fix.id, seen)

    def _seen_at(self, at: int, name: str | None) -> Seen:
        return seen_now(self._entry(at), self._reading.entries, name)

    def _righted(self, at: int) -> Entry:
        entry, fields = self._now[at], self._fields.get(at)
        assert entry is not None  # dropped ones were left out
        return with_fields(entry, fields, self._reading.language) if fields else entry

    def _meant(self, fix: Fix) -> list[int]:
        """The rows that a fix is about; several where they repeat each other word by word."""
        named, seen = self._named.get(key_of(fix.name), []), fix.seen
        same = [at for at in named if self._entry(at).quote == seen.quote]
        here = [at for at in same if self._entry(at).section == fix.section]
        if same:
            return here or same[:1]
        alike = [at for at in named if self._entry(at).certainty == seen.certainty]
        if seen.is_alone and len(named) == 1:
            return alike
        return self._likest(alike, seen.quote)

    def _likest(self, rows: Sequence[int], quote: str) -> list[int]:
        """The row whose words are most as they were, of several that bear one name."""
        rated = sorted((likeness(self._entry(at).quote, quote), -at) for at in rows)
        if not rated or rated[-1][0] < _ALIKE:
            return []
        return [-rated[-1][1]]

    def _same_place(self, entry: Entry) -> int | None:
        """The row that the reader gave of what a person had to add before."""
        wanted = fold(entry.quote)
        for at in self._named.get(key_of(entry.entity), ()):
            if self._now[at] is not None:
                quote = fold(self._entry(at).quote)
                if quote in wanted or wanted in quote:
                    return at
        return None

    def _entry(self, at: int) -> Entry:
        entry = self._printed[at]
        assert entry is not None  # only what the reader gave has a name to be found by
        return entry


def with_fields(entry: Entry, fields: Mapping[str, Any], language: str | None) -> Entry:
    """An entry with some fields otherwise, and what follows from them: a name's company, a place's
    countries, the categories of data."""
    righted = entry_from_json(entry_to_json(entry) | dict(fields))
    if "entity" in fields and "vendor" not in fields:
        righted = replace(righted, vendor=vendor_name(Name(righted.entity)))
    if fields.keys() & PLACES and "countries" not in fields:
        printed = ", ".join(
            righted.locations or righted.storage_location or righted.entity_location
        )
        righted = replace(righted, countries=find_countries(printed, language))
    if "data" in fields:
        righted = replace(righted, data_categories=categories_of(righted.data))
    return righted
