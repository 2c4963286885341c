"""What differs for a page as a whole. Pure: pairs of entries in, judgements out."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from inventory.compare.likeness import bare_link, fold_text
from scrapers.entry import Entry

Pair = tuple[Entry, Entry]
Row = tuple[tuple[Any, ...], tuple[Any, ...]]

TEXTS = ("purpose", "transfer", "service", "notes")
FIELDS = (
    *("purpose", "locations", "entity_location", "storage_location", "data", "transfer", "link"),
    *("service", "notes"),
)
ALL_VALUES = attrgetter(*FIELDS)
VALUES = {field: attrgetter(field) for field in FIELDS}
_GROUP = 3  # rows of one section that must agree before they speak for a column
_REWRITTEN = 5  # links; fewer may all change by chance
_RECUT = 4  # texts; fewer may all be extended by chance


class Columns:
    """What the page gained, lost or wrote otherwise as a whole, which says nothing of a row.

    `recut`: fields whose texts nearly all begin or end elsewhere now, as a redesign cuts them.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.gained: set[tuple[str, str | None]] = set()
        self.lost: set[tuple[str, str | None]] = set()
        rows = [(ALL_VALUES(old), ALL_VALUES(new)) for old, new in pairs]
        unlike = [(before, after) for before, after in rows if before != after]
        self.links_rewritten = _are_links_rewritten(_changed("link", unlike), len(pairs))
        self.recut = {f for f in TEXTS if _is_recut(_changed(f, unlike), len(pairs))}
        come_and_gone = _come_and_gone(unlike)
        if come_and_gone:
            self._learn_from(
                [pair for pair in pairs if pair[1].certainty == "stated"], come_and_gone
            )

    def _learn_from(self, tabular: Sequence[Pair], fields: set[str]) -> None:
        groups: dict[str | None, list[Pair]] = defaultdict(list)
        for pair in tabular:
            groups[fold_text(pair[1].section)].append(pair)
        for field in fields:
            self._learn(field, tabular, None, least=2)
            for section, members in groups.items():
                self._learn(field, members, section, least=_GROUP)

    def _learn(self, field: str, pairs: Sequence[Pair], section: str | None, *, least: int) -> None:
        value = VALUES[field]
        olds = sum(1 for old, _ in pairs if value(old))
        news = sum(1 for _, new in pairs if value(new))
        enough = max(least, (len(pairs) + 1) // 2)
        if not olds and news >= enough:
            self.gained.add((field, section))
        if not news and olds >= enough:
            self.lost.add((field, section))

    def explains(self, field: str, pair: Pair, before: object, after: object) -> bool:
        if before and after:
            return field == "link" and self.links_rewritten
        table = self.lost if before else self.gained
        return (field, None) in table or (field, fold_text(pair[1].section)) in table


def _changed(field: str, unlike: Sequence[Row]) -> list[tuple[str, str]]:
    at = FIELDS.index(field)
    both = ((before[at], after[at]) for before, after in unlike)
    return [(old, new) for old, new in both if old and new and old != new]


def _come_and_gone(unlike: Sequence[Row]) -> set[str]:
    """The fields that any entry gives on one side only."""
    found: set[str] = set()
    for before, after in unlike:
        given, given_now = tuple(map(bool, before)), tuple(map(bool, after))
        if given != given_now:
            sides = zip(FIELDS, given, given_now, strict=True)
            found |= {field for field, this, that in sides if this != that}
    return found


def _are_links_rewritten(changed: Sequence[tuple[str, str]], size: int) -> bool:
    """True where nearly every link changed at once: that is the page, not its vendors."""
    if len(changed) < _REWRITTEN or len(changed) * 5 < size * 4:
        return False
    elsewhere = sum(1 for old, new in changed if bare_link(old) != bare_link(new))
    return elsewhere * 5 >= size * 4


def _is_recut(changed: Sequence[tuple[str, str]], size: int) -> bool:
    if len(changed) < _RECUT or len(changed) * 5 < size * 4:
        return False
    return all(_holds(old, new) or _holds(new, old) for old, new in changed)


def _holds(text: str, part: str) -> bool:
    return len(part) < len(text) and (part in text or fold_text(part) in fold_text(text))
