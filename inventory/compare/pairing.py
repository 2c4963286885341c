"""Which entry of the old list is which of the new one. Pure: two sequences in, pairs out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from inventory.compare.likeness import bare_link, fold_text, likeness
from inventory.compare.renaming import hooks, renamed_weight, vendor_key
from scrapers.entry import Entry

Identify = Callable[[Entry], Hashable | None]

_ALL = attrgetter(
    *(name for name in Entry.__dataclass_fields__ if name not in ("quote", "certainty", "role"))
)
_VENDOR = attrgetter("vendor")
_ROW = attrgetter("vendor", "entity", "section", "service", "purpose")
_TELLING = 0.15  # rows of one vendor whose service and purpose share less than this are others
_ANOTHER_LIST = 40_000  # as many unlike pairs are no list whose companies took other names
_MANY = 4_000  # pairs of one vendor's rows that may be weighed; beyond that they keep their order


@dataclass(frozen=True, slots=True)
class Pairing:
    """The entries on both sides, in the new list's order, and those on one side only."""

    pairs: tuple[tuple[Entry, Entry], ...]
    removed: tuple[Entry, ...]
    added: tuple[Entry, ...]

    def vendors(self) -> tuple[set[str], set[str]]:
        """The companies of the old list and of the new."""
        olds = {vendor_key(old) for old in (*(pair[0] for pair in self.pairs), *self.removed)}
        return olds, {vendor_key(new) for new in (*(pair[1] for pair in self.pairs), *self.added)}


def pair_entries(
    before: Sequence[Entry], after: Sequence[Entry], *, identify: Identify | None = None
) -> Pairing:
    """Pair each entry with its successor: equal rows, then rows of one vendor, then other names.

    `identify` may give a company's key (from a catalogue); two names with one key are one company.
    """
    lists = _Lists(before, after)
    lists.pair_equal(_ALL)
    lists.pair_equal(_ROW, only_unique=True)
    _pair_by_vendor(lists)
    _pair_by_name(lists, identify)
    return lists.result()


class _Lists:
    """Both lists and what is still without a partner, by position."""

    def __init__(self, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        self.before, self.after = before, after
        self.old = dict.fromkeys(range(len(before)))
        self.new = dict.fromkeys(range(len(after)))
        self.partner: dict[int, int] = {}

    def pair(self, old: int, new: int) -> None:
        del self.old[old], self.new[new]
        self.partner[new] = old

    def pair_equal(self, key: Callable[[Entry], Hashable], *, only_unique: bool = False) -> None:
        """Pair entries with equal keys, first with first."""
        olds, news = self.groups(key)
        for value, those in news.items():
            these = olds.get(value, ())
            if not only_unique or len(these) == len(those) == 1:
                for old, new in zip(these, those, strict=False):
                    self.pair(old, new)

    def groups(
        self, key: Callable[[Entry], Hashable]
    ) -> tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]]:
        olds: dict[Hashable, list[int]] = defaultdict(list)
        news: dict[Hashable, list[int]] = defaultdict(list)
        for old in self.old:
            olds[key(self.before[old])].append(old)
        for new in self.new:
            news[key(self.after[new])].append(new)
        return olds, news

    def pair_best(
        self, candidates: Iterable[tuple[int, int]], score: Callable[[int, int], float]
    ) -> None:
        """Pair best first; 0 means never. Equal scores keep the lists' order."""
        rated = [(-score(old, new), abs(old - new), old, new) for old, new in candidates]
        for rate, _, old, new in sorted(rated):
            if rate < 0 and old in self.old and new in self.new:
                self.pair(old, new)

    def result(self) -> Pairing:
        return Pairing(
            pairs=tuple((self.before[o], self.after[n]) for n, o in sorted(self.partner.items())),
            removed=_without_echoes(self.before, self.old, self.partner.values()),
            added=_without_echoes(self.after, self.new, self.partner),
        )


def _without_echoes(
    entries: Sequence[Entry], left: Iterable[int], paired: Iterable[int]
) -> tuple[Entry, ...]:
    """Leave out rows that repeat another of the same list word by word: pages print some twice."""
    lonely = [entries[at] for at in left]
    known = {_ALL(entries[at]) for at in paired} if lonely else set()
    kept = []
    for entry in lonely:
        if _ALL(entry) not in known:
            known.add(_ALL(entry))
            kept.append(entry)
    return tuple(kept)


def _pair_by_vendor(lists: _Lists) -> None:
    there_still = {lists.after[new].vendor for new in lists.partner}
    for key in (_VENDOR, vendor_key):  # the names as printed first: that is cheap
        olds, news = lists.groups(key)
        for vendor, those in news.items():
            these = olds.get(vendor, ())
            if len(these) == len(those) == 1 and lists.after[those[0]].vendor not in there_still:
                lists.pair(these[0], those[0])
    _pair_vendors_rows(lists, there_still)


def _pair_vendors_rows(lists: _Lists, there_still: set[str]) -> None:
    olds, news = lists.groups(vendor_key)
    for vendor, those in news.items():
        these = olds.get(vendor, [])
        has_others = lists.after[those[0]].vendor in there_still
        if these and len(these) * len(those) <= _MANY:
            _pair_rows(lists, these, those, has_others=has_others)
        else:
            for old, new in zip(these, those, strict=False):
                lists.pair(old, new)


def _pair_rows(lists: _Lists, these: list[int], those: list[int], *, has_others: bool) -> None:
    """Pair the rows of one vendor that are alike, at least one, as the vendor is still there."""

    def alike(old: int, new: int) -> float:
        one, other = lists.before[old], lists.after[new]
        return _row_weight(one, other) if _tells(one, other) >= _TELLING else 0.0

    lists.pair_best(product(these, those), alike)
    if not has_others and all(old in lists.old for old in these):
        lists.pair_best(
            product(these[:1], those), lambda o, n: 1 + _row_weight(lists.before[o], lists.after[n])
        )


def _tells(one: Entry, other: Entry) -> float:
    """How alike the fields are that tell rows of one vendor apart, 1.0 where there are none."""
    if one.service and other.service:
        return likeness(one.service, other.service)
    if one.purpose and other.purpose:
        return likeness(one.purpose, other.purpose)
    return 1.0


def _row_weight(one: Entry, other: Entry) -> float:
    return (
        0.1
        + 3 * likeness(one.entity, other.entity)
        + 3 * likeness(one.service, other.service)
        + 2 * likeness(one.purpose, other.purpose)
        + 2 * (fold_text(one.section) == fold_text(other.section))
        + likeness(" ".join(one.locations), " ".join(other.locations))
        + likeness(" ".join(one.data), " ".join(other.data))
        + (bare_link(one.link) == bare_link(other.link))
    )


def _pair_by_name(lists: _Lists, identify: Identify | None) -> None:
    """Find companies that stand under another name now."""
    if not lists.old or not lists.new:
        return
    if identify:
        _pair_identified(lists, identify)
    if len(lists.old) * len(lists.new) > _ANOTHER_LIST:
        return
    candidates = _candidates(lists)
    links = Counter(entry.link for entry in lists.before)
    links |= Counter(entry.link for entry in lists.after)

    def same(old: int, new: int) -> float:
        return renamed_weight(lists.before[old], lists.after[new], links)

    lists.pair_best(candidates, same)


def _candidates(lists: _Lists) -> set[tuple[int, int]]:
    """Pairs with anything in common that could make them one company."""
    olds: dict[str, list[int]] = defaultdict(list)
    for old in lists.old:
        for hook in hooks(lists.before[old]):
            olds[hook].append(old)
    return {
        (old, new)
        for new in lists.new
        for hook in hooks(lists.after[new])
        for old in olds.get(hook, ())
    }


def _pair_identified(lists: _Lists, identify: Identify) -> None:
    olds, news = lists.groups(identify)
    for company, those in news.items():
        if company is not None and company in olds:
            these = olds[company]
            lists.pair_best(
                product(these, those), lambda o, n: _row_weight(lists.before[o], lists.after[n])
            )
