"""Whether two names are one company's. Pure: two entries in, a weight out."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from inventory.compare.likeness import (
    bare_link,
    fold_text,
    host_of,
    likeness,
    looks_like_a_misspelling,
)
from scrapers.entry import Entry
from scrapers.names import normal_form

_SAME_ROW = 0.6  # a name that is merely alike counts only where the rest of the row is alike too
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]|\s+[/|]\s+(.+)$|\b(?:aka|a/k/a|dba|d/b/a)\s+(.+)$")
_FORMER = re.compile(
    r"\b(?:formerly|previously|f k a|fka|ex|now|rebranded (?:from|as)|renamed (?:from|to)|vormals|"
    r"ehemals|fruher|anciennement|anteriormente|in precedenza|voorheen|tidligere|tidigare)"
    r"(?: known as| called)? "
)


def vendor_key(entry: Entry) -> str:
    """The name by which an entry's company is known."""
    return normal_form(entry.vendor or entry.entity)


def hooks(entry: Entry) -> frozenset[str]:
    """What two entries must have one of in common to be one company: its cheapest marks."""
    outer, inner = _names(entry)
    told = _told_former(entry.quote or entry.entity)
    spoken = [name[at:] for name in _spoken(entry) for at in _beginnings(name)]
    names = (*outer, *inner, *spoken, *told, fold_text(entry.vendor))
    return frozenset((*(name[:2] for name in names), bare_link(entry.link))) - {""}


def _beginnings(name: str) -> list[int]:
    """Where the words of a name begin."""
    return [0, *(at + 1 for at, sign in enumerate(name) if sign == " ")]


def renamed_weight(one: Entry, other: Entry, links: Counter[str | None]) -> float:
    """How sure it is that two names are one company's, 0 where nothing but the place says so."""
    if vendor_key(one) == vendor_key(other):
        return 0.0  # rows of one vendor that do another thing
    if _share_a_name(one, other):
        return 3 + _row_likeness(one, other)
    if _says_former(one, other) or _says_former(other, one):
        return 2.5 + _row_likeness(one, other)
    link = bare_link(one.link)
    is_linked = bool(link) and links[one.link] == 1 and link == bare_link(other.link)
    if not is_linked and not _alike_names(one, other):
        return 0.0
    row = _row_likeness(one, other)
    return 1 + is_linked + row if row >= _SAME_ROW else 0.0


def _row_likeness(one: Entry, other: Entry) -> float:
    """How alike two rows are beside the name; 0 where neither purpose nor link can tell."""
    purposes = one.purpose or one.notes, other.purpose or other.notes
    hosts = host_of(one.link), host_of(other.link)
    if not all(purposes) and not all(hosts):
        return 0.0
    places = " ".join(one.locations), " ".join(other.locations)
    told = [(3.0, purposes), (2.0, hosts), (1.0, places)]
    weighed = [(weight, likeness(*both)) for weight, both in told if all(both)]
    return sum(weight * share for weight, share in weighed) / sum(weight for weight, _ in weighed)


def _share_a_name(one: Entry, other: Entry) -> bool:
    outer, inner = _names(one)
    other_outer, other_inner = _names(other)
    return bool(outer & (other_outer | other_inner) or inner & other_outer)


def _names(entry: Entry) -> tuple[frozenset[str], frozenset[str]]:
    return _names_in(entry.vendor, entry.entity)


@lru_cache(maxsize=16384)
def _names_in(vendor: str, entity: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names without spaces: those outside brackets, and those in brackets or told as aliases."""
    inner = [part for match in _BRACKETED.findall(entity + " ") for part in match if part]
    return _compact((vendor, entity)), _compact(inner)


def _compact(names: Iterable[str]) -> frozenset[str]:
    forms = (normal_form(re.sub(r"(?i)^\s*(?:aka|a/k/a|dba|d/b/a)\s+", "", name)) for name in names)
    return frozenset(form.replace(" ", "") for form in forms if len(form) > 2)


def _says_former(one: Entry, other: Entry) -> bool:
    """True where the new row says "formerly" and the old name."""
    told = _told_former(other.quote or other.entity)
    name = fold_text(one.vendor) if told else ""
    return len(name) > 2 and any(text.startswith(name) for text in told)


@lru_cache(maxsize=16384)
def _told_former(quote: str) -> tuple[str, ...]:
    """What follows each "formerly" and the like."""
    text = fold_text(quote)
    return tuple(text[match.end() :] for match in _FORMER.finditer(text))


def _alike_names(one: Entry, other: Entry) -> bool:
    """True where one name begins or ends with the other or is the other misspelt."""
    return any(
        _is_longer_form(this, that) or _is_longer_form(that, this) or _is_misspelt(this, that)
        for this in _spoken(one)
        for that in _spoken(other)
    )


def _spoken(entry: Entry) -> frozenset[str]:
    return _spoken_in(entry.vendor, entry.entity)


@lru_cache(maxsize=16384)
def _spoken_in(vendor: str, entity: str) -> frozenset[str]:
    inner = (match[1] for match in _BRACKETED.finditer(entity) if match[1])
    return frozenset(normal_form(name) for name in (vendor or entity, *inner))


def _is_longer_form(name: str, short: str) -> bool:
    """True for "Acme Cloud" and "Acme", and for "Parent Acme" and "Acme"."""
    return len(short) >= 4 and (name.startswith(f"{short} ") or name.endswith(f" {short}"))


def _is_misspelt(this: str, that: str) -> bool:
    return min(len(this), len(that)) >= 6 and looks_like_a_misspelling(this, that)
