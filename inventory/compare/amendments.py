"""What an entry says of itself that it said otherwise before. Pure: pairs in, amendments out."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from inventory.compare.layout import ALL_VALUES, FIELDS, TEXTS, Columns, Pair
from inventory.compare.likeness import bare_link, fold_text, pieces, plain_text, says_the_same
from inventory.compare.running import is_running, means_the_same, says_something_else
from scrapers.entry import Entry
from scrapers.names import LEGAL_FORMS, normal_form, strip_legal_form
from scrapers.places import country_of, find_countries

LISTS = ("locations", "entity_location", "storage_location", "data")
_TRANSLATED = frozenset((*LISTS, *TEXTS, "link"))
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
_DOMAIN = re.compile(r"(?i)(\w)\.(?:com|io|net|org|ai|app|dev|co|eu)\b")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One field that says something else; minor where only its spelling does."""

    field: str
    before: str | None
    after: str | None
    is_minor: bool


def amendments(
    pairs: Sequence[Pair], *, translated: bool = False
) -> Iterator[tuple[Pair, Amendment]]:
    """Tell field by field what differs in each pair, but not what differs for the whole page."""
    columns = Columns(pairs)
    moves = _section_moves(pairs)
    for pair in pairs:
        for amendment in _amended(pair, columns, translated):
            yield pair, amendment
        if moves(pair):
            yield pair, Amendment("section", pair[0].section, pair[1].section, is_minor=False)


def _amended(pair: Pair, columns: Columns, translated: bool) -> Iterator[Amendment]:
    olds, news = ALL_VALUES(pair[0]), ALL_VALUES(pair[1])
    if olds == news:
        return
    found = []
    is_wording = _is_in_prose(pair)
    for field, before, after in zip(FIELDS, olds, news, strict=True):
        if before == after or columns.explains(field, pair, before, after):
            continue
        if translated and field in _TRANSLATED and not _moved_country(field, pair):
            continue
        amendment = _compare(field, pair, before, after)
        if amendment and not _is_cut_out(field, pair):
            if not amendment.is_minor and (is_wording or field in columns.recut):
                amendment = replace(amendment, is_minor=True)
            found.append(amendment)
    yield from _without_moved_texts(found) if len(found) > 1 else found


def _compare(field: str, pair: Pair, before: object, after: object) -> Amendment | None:
    texts = _text(before), _text(after)
    if field in LISTS:
        return _compare_lists(field, pair, _tuple(before), _tuple(after))
    if field == "link":
        return _compare_links(texts)
    if plain_text(texts[0]) == plain_text(texts[1]):
        return None
    if field == "notes" and any(is_running(*both) for both in zip(pair, texts, strict=True)):
        return _compare_running(texts)
    minor = not _differ_in_length(*texts) and fold_text(texts[0]) == fold_text(texts[1])
    if field != "transfer" and texts[0] and texts[1] and not _differ_in_length(*texts):
        minor = minor or says_the_same(texts[0], texts[1])
    if field == "purpose" and not minor:
        minor = all(_is_heading(entry) for entry in pair) or _goes_another_way(pair, texts)
    return Amendment(field, *texts, is_minor=minor)


def _compare_running(texts: tuple[str | None, str | None]) -> Amendment:
    """Compare sentences; where there are none, the company shares its sentence with others."""
    old, new = texts
    is_told = bool(old and new) and says_something_else(old or "", new or "")
    return Amendment("notes", *texts, is_minor=not is_told)


def _goes_another_way(pair: Pair, texts: tuple[str | None, str | None]) -> bool:
    """True for sentences that tell of their company and differ in the words between words."""
    old, new = texts
    are_running = all(is_running(*both) for both in zip(pair, texts, strict=True))
    return are_running and means_the_same(old or "", new or "")


def _is_cut_out(field: str, pair: Pair) -> bool:
    """True for a purpose that running text holds: the text itself is compared."""
    if field != "purpose" or not (pair[0].notes or pair[1].notes):
        return False
    is_cut = [bool(e.purpose and e.notes and e.purpose in e.notes) for e in pair]
    return any(is_cut) and all(
        cut or _is_heading(entry) for cut, entry in zip(is_cut, pair, strict=True)
    )


def _differ_in_length(one: str | None, other: str | None) -> bool:
    """True where punctuation and spelling cannot account for it: spares folding long texts."""
    lengths = len(one or ""), len(other or "")
    return max(lengths) - min(lengths) > 12 + max(lengths) // 4


def _is_heading(entry: Entry) -> bool:
    """True where the only purpose given is the title of the section, which a page may retitle."""
    if not entry.section or _differ_in_length(entry.purpose, entry.section):
        return False
    return fold_text(entry.purpose) == fold_text(entry.section)


def _is_in_prose(pair: Pair) -> bool:
    """True where sentences name the company: who is named is fact, how they go on is wording."""
    return "suggested" in (pair[0].certainty, pair[1].certainty)


def _compare_links(texts: tuple[str | None, str | None]) -> Amendment | None:
    old, new = bare_link(texts[0]), bare_link(texts[1])
    if texts[0] == texts[1] or not (old or new):
        return None
    return Amendment("link", *texts, is_minor=old == new)


def _compare_lists(
    field: str, pair: Pair, before: tuple[str, ...], after: tuple[str, ...]
) -> Amendment | None:
    these, those = pieces(before), pieces(after)
    if these == those:
        return None
    folded = [sorted({fold_text(text) for text in texts}) for texts in (these, those)]
    minor = folded[0] == folded[1] or _name_the_same_countries(field, pair, these, those)
    return Amendment(field, _text(before), _text(after), is_minor=minor)


def _name_the_same_countries(
    field: str, pair: Pair, these: Sequence[str], those: Sequence[str]
) -> bool:
    """True where both sides name the same places but for a country's name: "USA", "U.S."."""
    if field == "data" or len(these) != len(those):
        return False
    if sorted(map(_place, these)) == sorted(map(_place, those)):
        return True
    if field != "locations":
        return False  # only the places of processing come with their countries
    old, new = set(pair[0].countries), set(pair[1].countries)
    return bool(old) and old == new and len(these) == len(old)


def _place(text: str) -> str:
    return country_of(text) or fold_text(text)


def _moved_country(field: str, pair: Pair) -> bool:
    old, new = pair[0].countries, pair[1].countries
    return field == "locations" and bool(old and new) and set(old) != set(new)


def _without_moved_texts(found: Sequence[Amendment]) -> Iterator[Amendment]:
    """Leave out a text that only stands in another column now."""
    left = {fold_text(a.before) for a in found if a.before}
    came = {fold_text(a.after) for a in found if a.after}
    for amendment in found:
        gone = not amendment.after and fold_text(amendment.before) in came
        new = not amendment.before and fold_text(amendment.after) in left
        if not gone and not new and not _is_swapped(amendment, found):
            yield amendment


def _is_swapped(amendment: Amendment, found: Sequence[Amendment]) -> bool:
    """True for a text that changed places with that of another column of texts."""
    before, after = fold_text(amendment.before), fold_text(amendment.after)
    return amendment.field in TEXTS and any(
        (fold_text(other.after), fold_text(other.before)) == (before, after)
        for other in found
        if other.field in TEXTS and other is not amendment
    )


def _section_moves(pairs: Sequence[Pair]) -> Callable[[Pair], bool]:
    """Tell which pairs moved from one section to another while both sections stayed as they were.

    A page that is grouped anew moves its entries without changing what they are; an entry that
    becomes an affiliate, or moves alone between two groups that both remain, is another matter.
    """
    stayed: set[str] = set()
    for old, new in pairs:
        if old.section and fold_text(old.section) == fold_text(new.section):
            stayed.add(fold_text(old.section))

    def moved(pair: Pair) -> bool:
        old, new = fold_text(pair[0].section), fold_text(pair[1].section)
        if old == new:
            return False
        became = {pair[0].role, pair[1].role}
        return (old in stayed and new in stayed) or (len(became) == 2 and "affiliate" in became)

    return moved


def is_minor_rename(before: Entry, after: Entry) -> bool:
    """True where two names differ in case, punctuation, legal form, an acronym or a misspelling."""
    one, other = _name_words(before.entity), _name_words(after.entity)
    if one == other or names_the_same(before.entity, after.entity):
        return True
    if normal_form(before.vendor) == normal_form(after.vendor):
        return _is_in_prose((before, after))
    return says_the_same(one, other)


def names_the_same(one: str, other: str) -> bool:
    """True where one of two printed names is the other, with a brand or an entity beside it."""
    asides = [aside for name in (one, other) for aside in _IN_BRACKETS.findall(name)]
    if not asides or not all(strip_legal_form(a) != a or find_countries(a) for a in asides):
        return False
    return bool(_parts(one) & _parts(other))


@lru_cache(maxsize=16384)
def _parts(entity: str) -> frozenset[str]:
    """A name without what it has in brackets, and that by itself."""
    parts = [_IN_BRACKETS.sub(" ", entity), *_IN_BRACKETS.findall(entity)]
    return frozenset(words for part in parts if (words := _name_words(part)))


@lru_cache(maxsize=16384)
def _name_words(entity: str) -> str:
    words = fold_text(_DOMAIN.sub(r"\1", entity)).split()
    kept = [w for w in words if (w,) not in LEGAL_FORMS and not w.isdigit()] or words
    if len(kept) < 2:
        return " ".join(kept)
    initials = "".join(word[0] for word in kept[:-1])
    return " ".join(kept[:-1] if kept[-1] == initials and len(initials) > 1 else kept)


def _text(value: object) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    return str(value) if value else None


def _tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def sections(entries: Iterable[Entry]) -> set[str]:
    """The groups that entries stand in."""
    return {fold_text(entry.section) for entry in entries if entry.section}
