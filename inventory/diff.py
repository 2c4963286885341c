"""Compare two readings of a list. Pure: readings in, differences out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from inventory.amendments import amendments, is_minor_rename, sections
from inventory.layout import Pair
from inventory.likeness import plain_text
from inventory.pairing import Identify, Pairing, pair_entries
from inventory.renaming import vendor_key
from scrapers.entry import Entry
from scrapers.reading import Reading

Kind = Literal["added", "removed", "renamed", "amended"]

_LIST = 3  # fewer entries, where others stand in prose, are no list that came or went
_FEW = 4  # a shorter list may well lose half of its entries in one edit


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the new list says otherwise.

    `field` is given for amended entries. `before_text` and `after_text` are what stood and stands
    there as printed: the field's value, or the entity's name. Minor: only punctuation, case, legal
    form or spelling differ.
    """

    kind: Kind
    vendor: str
    field: str | None = None
    before: Entry | None = None
    after: Entry | None = None
    before_text: str | None = None
    after_text: str | None = None
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Differences between two readings, or the reason why they cannot be compared.

    `remark` tells what happened to the page as a whole without changing an entry. `is_new_list`:
    they cannot be compared because the page holds a list now and held none: look at it afresh.
    """

    readable: bool
    problem: str | None
    differences: tuple[Difference, ...] = ()
    remark: str | None = None
    is_new_list: bool = False


def compare(
    before: Sequence[Entry],
    after: Sequence[Entry],
    *,
    translated: bool = False,
    identify: Identify | None = None,
) -> list[Difference]:
    """Tell what was removed, added, renamed and amended, minor differences included.

    `translated` says that the page is in another language now, so that its words differ and its
    facts need not. `identify` may give a company's key (from a catalogue), so that two of its names
    count as one company's.
    """
    pairing = pair_entries(_listed(before), _listed(after), identify=identify)
    return list(_differences(pairing, translated=translated))


def compare_readings(old: Reading, new: Reading, *, identify: Identify | None = None) -> Comparison:
    """Compare two readings, or say why either cannot be compared."""
    problem = _problem_of(old, "old") or _problem_of(new, "new")
    if not problem and (appeared := _list_appeared(old, new)):
        return Comparison(readable=False, problem=appeared, is_new_list=True)
    problem = problem or _problem_between(old, new)
    if problem:
        return Comparison(readable=False, problem=problem)
    remark = _translation(old, new)
    pairing = pair_entries(_entries(old), _entries(new), identify=identify)
    problem = loss(pairing)
    if problem:
        return Comparison(readable=False, problem=problem)
    return Comparison(
        readable=True,
        problem=None,
        differences=tuple(_differences(pairing, translated=bool(remark))),
        remark=remark,
    )


def comparison_to_json(old_path: str, new_path: str, comparison: Comparison) -> dict[str, object]:
    """Write a comparison as `flask compare` prints it; minor differences are left out."""
    return {
        "old": old_path,
        "new": new_path,
        "readable": comparison.readable,
        "problem": comparison.problem,
        "changes": [
            {
                "type": difference.kind,
                "vendor": difference.vendor,
                "entity": _entity(difference),
                "field": difference.field,
                "before": difference.before_text,
                "after": difference.after_text,
            }
            for difference in comparison.differences
            if not difference.is_minor
        ],
        "remark": comparison.remark,
    }


def _entity(difference: Difference) -> str | None:
    entry = difference.after or difference.before
    return entry.entity if entry else None


def _differences(pairing: Pairing, *, translated: bool) -> Iterator[Difference]:
    in_prose = any(e.certainty == "suggested" for e in (*pairing.removed, *pairing.added))
    olds, news = pairing.vendors() if in_prose else (set(), set())
    for entry in pairing.removed:
        yield Difference(
            "removed",
            entry.vendor,
            before=entry,
            before_text=entry.entity,
            is_minor=_is_mere_mention(entry, news),
        )
    for entry in pairing.added:
        yield Difference(
            "added",
            entry.vendor,
            after=entry,
            after_text=entry.entity,
            is_minor=_is_mere_mention(entry, olds),
        )
    yield from _renamed(pairing.pairs)
    for (old, new), found in amendments(pairing.pairs, translated=translated):
        yield Difference(
            "amended",
            new.vendor,
            field=found.field,
            before=old,
            after=new,
            before_text=found.before,
            after_text=found.after,
            is_minor=found.is_minor,
        )


def _is_mere_mention(entry: Entry, vendors: set[str]) -> bool:
    """True for another sentence about a company that the other side names as well."""
    return entry.certainty == "suggested" and vendor_key(entry) in vendors


def _renamed(pairs: Iterable[Pair]) -> Iterator[Difference]:
    for old, new in pairs:
        if plain_text(old.entity) != plain_text(new.entity):
            yield Difference(
                "renamed",
                new.vendor,
                before=old,
                after=new,
                before_text=old.entity,
                after_text=new.entity,
                is_minor=is_minor_rename(old, new),
            )


def _listed(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.status != "former"]


def _entries(reading: Reading) -> list[Entry]:
    """What the list itself names: prose around a list is no part of it."""
    listed = _listed(reading.entries)
    stated = [entry for entry in listed if entry.certainty == "stated"]
    return stated if stated and reading.kind == "subprocessor-list" else listed


def _problem_of(reading: Reading, which: str) -> str | None:
    if not reading.complete:
        return f"The {which} page could not be read whole: {reading.problem or 'no reason given'}"
    is_list = reading.kind == "subprocessor-list"  # one that names nobody is a list all the same
    if reading.kind == "none" or not (is_list or _entries(reading)):
        return f"The {which} page holds no list: {reading.problem or 'it names no company'}"
    return None


def _list_appeared(old: Reading, new: Reading) -> str | None:
    before, after = _stated(old), _stated(new)
    if not before and after >= _LIST and _entries(old):
        return f"The page holds a list of {after} entries now, which it did not: a new baseline."
    return None


def _stated(reading: Reading) -> int:
    return sum(1 for entry in _entries(reading) if entry.certainty == "stated")


def _problem_between(old: Reading, new: Reading) -> str | None:
    before = _stated(old)
    if before >= _LIST and not _stated(new):
        return f"The list of {before} entries is gone from the page; look where it went."
    if old.kind == new.kind:
        return None
    these, those = ({vendor_key(e) for e in _entries(r)} for r in (old, new))
    if these and those and len(these & those) * 2 >= max(len(these), len(those)):
        return None
    return f"The page was a {old.kind} and is a {new.kind} now; look at the page."


def loss(pairing: Pairing) -> str | None:
    """Say that a list which lost more than half, or its headings, may be cut."""
    old, kept = len(pairing.pairs) + len(pairing.removed), len(pairing.pairs)
    new = kept + len(pairing.added)
    if old <= _FEW:
        return None
    if new * 2 < old:
        return f"The list shrank from {old} entries to {new}; look at the page."
    if not kept:
        return f"None of the {old} entries is left; the page may show another list now."
    before = sections([*(pair[0] for pair in pairing.pairs), *pairing.removed])
    after = sections([*(pair[1] for pair in pairing.pairs), *pairing.added])
    if len(before) > 1 and not after and new * 4 < old * 3:
        return f"The list lost its headings and {old - new} of {old} entries; look at the page."
    return None


def _translation(old: Reading, new: Reading) -> str | None:
    before, after = _language(old), _language(new)
    if before and after and before != after:
        return f"The page is in {new.language} now, it was in {old.language}."
    return None


def _language(reading: Reading) -> str | None:
    return reading.language.split("-")[0].lower() if reading.language else None
