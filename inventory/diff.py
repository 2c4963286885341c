"""Compare two readings of a list. Pure: readings in, differences out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from inventory.compare.amendments import amendments, is_minor_rename
from inventory.compare.comparable import (
    entries_of,
    list_appeared,
    listed,
    loss,
    problem_between,
    problem_of,
    translation,
)
from inventory.compare.layout import Pair
from inventory.compare.likeness import plain_text
from inventory.compare.pairing import Identify, Pairing, pair_entries
from inventory.compare.renaming import vendor_key
from scrapers.entry import Entry
from scrapers.reading import Reading

Kind = Literal["added", "removed", "renamed", "amended"]


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
    pairing = pair_entries(listed(before), listed(after), identify=identify)
    return list(differences(pairing, translated=translated))


def compare_readings(
    old: Reading, new: Reading, *, identify: Identify | None = None, of_policy: bool = False
) -> Comparison:
    """Compare two readings, or say why either cannot be compared. `of_policy`: they are of a page
    that is watched as a policy, which may well name nobody."""
    verdict, pairing = weigh(old, new, identify=identify, of_policy=of_policy)
    if pairing is None:
        return verdict
    found = differences(pairing, translated=verdict.remark is not None)
    return replace(verdict, differences=tuple(found))


def weigh(
    old: Reading, new: Reading, *, identify: Identify | None = None, of_policy: bool = False
) -> tuple[Comparison, Pairing | None]:
    """Whether two readings can be compared, without the differences; which entry is which."""
    problem = problem_of(old, "old") or problem_of(new, "new")
    if not problem and (appeared := list_appeared(old, new)):
        return Comparison(readable=False, problem=appeared, is_new_list=True), None
    problem = problem or problem_between(old, new, of_policy=of_policy)
    if problem:
        return Comparison(readable=False, problem=problem), None
    pairing = pair_entries(entries_of(old), entries_of(new), identify=identify)
    if lost := loss(pairing):
        return Comparison(readable=False, problem=lost), None
    return Comparison(readable=True, problem=None, remark=translation(old, new)), pairing


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


def differences(pairing: Pairing, *, translated: bool) -> Iterator[Difference]:
    """What was removed, added, renamed and amended between two lists whose entries are paired."""
    in_prose = any(e.certainty == "suggested" for e in (*pairing.removed, *pairing.added))
    olds, news = pairing.vendors() if in_prose else (set(), set())
    for entry, is_minor in _mentioned(pairing.removed, news):
        yield Difference(
            "removed", entry.vendor, before=entry, before_text=entry.entity, is_minor=is_minor
        )
    for entry, is_minor in _mentioned(pairing.added, olds):
        yield Difference(
            "added", entry.vendor, after=entry, after_text=entry.entity, is_minor=is_minor
        )
    yield from _renamed(pairing.pairs, translated=translated)
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


def _mentioned(entries: Iterable[Entry], there: set[str]) -> Iterator[tuple[Entry, bool]]:
    """Entries of one side only, and whether each is merely another sentence about a company that
    the other side, `there`, names as well or that was told already."""
    known = set(there)
    for entry in entries:
        key, is_mention = vendor_key(entry), entry.certainty == "suggested"
        yield entry, is_mention and key in known
        known.add(key)


def _renamed(pairs: Iterable[Pair], *, translated: bool) -> Iterator[Difference]:
    for old, new in pairs:
        if plain_text(old.entity) != plain_text(new.entity):
            yield Difference(
                "renamed",
                new.vendor,
                before=old,
                after=new,
                before_text=old.entity,
                after_text=new.entity,
                is_minor=is_minor_rename(old, new) or (translated and old.vendor == new.vendor),
            )
