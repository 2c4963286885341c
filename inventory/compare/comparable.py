"""Whether two readings can be compared at all. Pure: readings in, a sentence or None out."""

from collections.abc import Sequence

from inventory.compare.amendments import sections
from inventory.compare.pairing import Pairing
from inventory.compare.renaming import vendor_key
from scrapers.entry import Entry
from scrapers.reading import Reading

_LIST = 3  # fewer entries, where others stand in prose, are no list that came or went
_FEW = 4  # a shorter list may well lose half of its entries in one edit


def listed(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that are not told as former."""
    return [entry for entry in entries if entry.status != "former"]


def entries_of(reading: Reading) -> list[Entry]:
    """What a page itself names: prose around a list is no part of it."""
    entries = listed(reading.entries)
    stated = [entry for entry in entries if entry.certainty == "stated"]
    return stated if stated and reading.kind == "subprocessor-list" else entries


def names_nobody(reading: Reading) -> bool:
    """True for a page that is no list and names no recipient, or only those that a customer may
    choose to connect."""
    if reading.kind == "subprocessor-list":
        return False  # one that names nobody yet is a list all the same
    return all(entry.condition == "customer-chosen" for entry in entries_of(reading))


def problem_of(reading: Reading, which: str) -> str | None:
    """Why a reading cannot be compared with any other."""
    if not reading.complete:
        return f"The {which} page could not be read whole: {reading.problem or 'no reason given'}"
    if reading.kind == "none":
        return f"The {which} page holds no list: {reading.problem or 'it names no company'}"
    return None


def list_appeared(old: Reading, new: Reading) -> str | None:
    """Say that a page holds a list which held none, so that it is to be looked at afresh."""
    before, after = _stated(old), _stated(new)
    was_list = old.kind == "subprocessor-list" and not entries_of(old)
    if not before and after >= _LIST and not was_list:
        return f"The page holds a list of {after} entries now, which it did not: a new baseline."
    return None


def problem_between(old: Reading, new: Reading, *, of_policy: bool) -> str | None:
    """Why two readings, each good by itself, are not of one list. `of_policy`: a policy is looked
    for, which may well name nobody."""
    before = _stated(old)
    if before >= _LIST and not _stated(new):
        return f"The list of {before} entries is gone from the page; look where it went."
    if old.kind == new.kind:
        nobody = names_nobody(old) and names_nobody(new)
        return "The page holds no list: it names no company." if nobody and not of_policy else None
    for reading, which in ((old, "old"), (new, "new")):
        if names_nobody(reading):
            return f"The {which} page holds no list: it names no company"
    these, those = ({vendor_key(e) for e in entries_of(r)} for r in (old, new))
    if these and those and len(these & those) * 2 >= max(len(these), len(those)):
        return None
    return f"The page was a {old.kind} and is a {new.kind} now; look at the page."


def _stated(reading: Reading) -> int:
    return sum(1 for entry in entries_of(reading) if entry.certainty == "stated")


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


def translation(old: Reading, new: Reading) -> str | None:
    """Say that a page is in another language now."""
    before, after = _language(old), _language(new)
    if before and after and before != after:
        return f"The page is in {new.language} now, it was in {old.language}."
    return None


def _language(reading: Reading) -> str | None:
    return reading.language.split("-")[0].lower() if reading.language else None
