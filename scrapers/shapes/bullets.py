"""Bullet lists into entries: "Name, Inc. – purpose (country)" and the forms that people give it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Item, Line
from scrapers.entry import Entry
from scrapers.fields import meaning, plain
from scrapers.quotes import fold
from scrapers.shapes.context import Context
from scrapers.shapes.entries import split_place
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.labels import TELLING, is_labelled, split_label
from scrapers.shapes.naming import (
    clean,
    has_legal_form,
    is_generic,
    is_sure,
    is_sure_alone,
    looks_like_name,
    may_begin,
    without_stop,
)
from scrapers.shapes.promises import promise_of
from scrapers.shapes.strangers import is_short, serves

_SEPARATOR = re.compile(r"\s+[–—―-]\s+|\s*[:：]\s+|\s+[–—]|[–—]\s+|:\s*$")
_BRACKETS = re.compile(r"\([^()]*\)")
_ARTICLE = re.compile(r"^(?:die|der|das|the|les?|la|los|las|el|il|het|de)\s+(?=[A-ZÀ-Þ])")
_MARKS = " \t·•*-–—▪◦→"
_OTHER_NAME = (  # what follows is a name of the same company, and so part of the name
    r"formerly|formally|previously|now|f/?k/?a|a/?k/?a|d/?b/?a|ehemals|vormals|früher|jetzt"
    r"|haftungsbeschränkt"  # of a legal form
    r"|anciennement|ex|antes|anteriormente|in precedenza|voorheen|tidigare|tidligere"
)
_SAID_IN_BRACKETS = re.compile(
    rf"(?P<name>[^()]{{2,80}}?)\s*\((?P<said>(?!(?:{_OTHER_NAME})\b)[a-z][^()]{{3,}})\)$"
)
_FOLLOWS = re.compile(
    r"\b(?:following|below|list(?:ed|s)?|current(?:ly)?|uses?|using|used|engages?|engaged"
    r"|includes?|including|work with|rel(?:y|ies) on|these|are"
    r"|folgende\w*|nachstehend\w*|suivants?|siguientes?|seguent[ei]|seguintes?|volgende|foljande"
    r"|folgende|anlitar|setzt|utilise|seguents?|seuraav\w+|nastepujac\w+|ponizej|nasledujic\w+"
    r"|nasledovn\w+|kovetkezo\w*|urmato\w+|asagidaki|berikut)\b|以下|다음|下列"
)
_OBLIGES = re.compile(
    r"\b(?:shall|must|ensures?|obligations?|requires?|required|before engaging|criteria|muss"
    r"|mussen|stellt sicher|verpflichtet|doit|devra|debera|deve|moet)\b"
)
_NAMING = frozenset(("vendor", "entity", "service", None))
LONGEST_NAME = 7  # words
MIN_SURE = 0.3  # share of items that must be sure to be vendors, where the page only hints


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item taken apart: the name it begins with, the rest, and what is nested in it."""

    name: str
    said: str
    head: Line
    below: tuple[Line, ...]
    is_marked: bool
    links: bool


def read_bullets(
    items: Sequence[Item],
    context: Context,
    language: str | None = None,
    titles: Collection[str] = (),
) -> tuple[Entry, ...]:
    """Entries of one list with all that is nested in it, none if it is no list of processors;
    `titles` are labels that like items share."""
    promise = context.promise
    is_nested = items[-1].depth > items[0].depth
    if promise == "other" or (promise == "nothing" and not is_nested):
        return ()
    bullets = list(_bullets(items))
    if _are_labels(bullets):
        return ()
    vendors = [bullet for bullet in bullets if looks_like_name(bullet.name)]
    if any(item.depth > items[0].depth for item in items) and _are_categories(bullets):
        return _in_categories(items, context, language)
    if not vendors or not _is_list(bullets, vendors, context, language):
        return ()
    return tuple(
        entry
        for bullet in vendors
        for entry in entries_of(
            group_of(bullet.name, bullet.below, head=bullet.head, said=bullet.said, titles=titles),
            context,
            language,
        )
    )


def _are_labels(bullets: Sequence[Bullet]) -> bool:
    """True for items that say what one vendor does, where, and with which data: its own lines."""
    meanings = [meaning(b.name) or split_label(b.head.text)[0] for b in bullets]
    if not all(meanings):
        return False
    named = meanings.count("entity") + meanings.count("vendor")
    is_one = len(set(meanings)) == len(meanings) > 2 and named == 1
    return is_one or not _NAMING.intersection(meanings)


def _are_categories(bullets: Sequence[Bullet]) -> bool:
    """True for items that only head lists of their own."""
    heads = [bullet for bullet in bullets if bullet.below and not bullet.said]
    return len(heads) * 2 > len(bullets) and not any(is_sure(bullet.name) for bullet in heads)


def _in_categories(
    items: Sequence[Item], context: Context, language: str | None
) -> tuple[Entry, ...]:
    """Entries of the lists that stand inside the items of a list of categories."""
    found: list[Entry] = []
    starts = [at for at, item in enumerate(items) if item.depth == items[0].depth]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        if start + 1 < end:
            within = replace(context, headings=(*context.headings, items[start].text))
            found.extend(read_bullets(items[start + 1 : end], within, language))
    return tuple(found)


def _is_list(
    bullets: Sequence[Bullet], vendors: Sequence[Bullet], context: Context, language: str | None
) -> bool:
    promise = context.promise
    if promise == "other":
        return False
    if promise == "nothing" and len(vendors) >= 3:
        labelled = [
            bullet for bullet in vendors if is_sure(bullet.name) and is_labelled(bullet.below)
        ]
        return len(labelled) * 2 > len(bullets)
    if promise not in ("subprocessors", "recipients") or len(vendors) * 2 < len(bullets):
        return False
    sure = [bullet for bullet in vendors if is_sure(bullet.name)]
    are_short = all(is_short(bullet.name) for bullet in bullets)
    if are_short and len(vendors) == len(bullets) and announces(context.lead):
        return True
    if (promise == "subprocessors" or sure) and _are_told(bullets, vendors, language):
        return True
    if promise == "recipients":
        return len(sure) * 2 >= len(bullets)
    return len(sure) >= MIN_SURE * len(bullets)


def _are_told(bullets: Sequence[Bullet], vendors: Sequence[Bullet], language: str | None) -> bool:
    """True where nearly every item says what the one that it begins with does."""
    told = [
        bullet
        for bullet in vendors
        if is_sure(bullet.name) or (is_short(bullet.name) and _tells(said_of(bullet), language))
    ]
    is_several = len(bullets) > 1 or bullets[0].is_marked or _has_label(bullets[0])
    return is_several and len(told) * 5 >= len(bullets) * 4


def _has_label(bullet: Bullet) -> bool:
    """True for lines below a name of which one is a label, with its value or above it."""
    return any(split_label(line.text)[0] in TELLING for line in bullet.below[:-1])


def _tells(said: str, language: str | None) -> bool:
    """True for words that say what a company does, or that end in where it does so."""
    return serves(said) or bool(said and split_place(said, language)[1])


def said_of(bullet: Bullet) -> str:
    """What a bullet says behind its name, or else on the line below."""
    return bullet.said or (bullet.below[0].text if bullet.below else "")


def announces(lead: str) -> bool:
    """True for a sentence that says that sub-processors follow, not what they must do."""
    text = plain(lead)
    is_list = promise_of(lead) == "subprocessors" and bool(_FOLLOWS.search(text))
    return is_list and not _OBLIGES.search(text)


def _bullets(items: Sequence[Item]) -> Iterator[Bullet]:
    """The outermost items, each with the lines nested in it."""
    at = 0
    while at < len(items):
        item = items[at]
        end = at + 1
        while end < len(items) and items[end].depth > item.depth:
            end += 1
        below = [line for nested in items[at + 1 : end] for line in nested.lines]
        if item.lines:
            yield take_apart(item.lines, tuple(below))
        at = end


def take_apart(lines: Sequence[Line], nested: Sequence[Line] = ()) -> Bullet:
    """Split the first line into a name and what is said of it."""
    head, *others = lines
    name, said, is_marked = _by_style(head)
    if not name:
        name, said = _by_separator(head.text)
    name, said = fold(name), fold(said)  # signs that nobody sees must not decide what a name is
    if said and is_generic(name) and looks_like_name(clean(said)) and len(said.split()) <= 5:
        name, said = clean(said), name  # "Hosting: Acme" names the vendor last
    if not said and (found := _SAID_IN_BRACKETS.match(name)):
        name, said = found["name"], found["said"]
    links = any(run.href for run in head.runs)
    return Bullet(clean(_ARTICLE.sub("", name)), said, head, (*others, *nested), is_marked, links)


def _by_style(line: Line) -> tuple[str, str, bool]:
    """A name that is bold or a link at the beginning of its line; empty where none is."""
    runs = list(line.runs)
    while runs and not runs[0].text.strip(_MARKS):
        runs.pop(0)
    styled = 0
    while styled < len(runs) and (runs[styled].bold or runs[styled].href):
        if styled and runs[styled].bold != runs[0].bold:
            break
        styled += 1
    if not styled:
        return "", "", False
    name = "".join(run.text for run in runs[:styled]).strip()
    said = "".join(run.text for run in runs[styled:])
    if not said.strip(" .;,"):
        return *_by_separator(name, is_styled=True), True
    bracket = re.match(r"\s*(\([^()]*\))\s*(.*)", said, re.DOTALL)
    if bracket:
        name, said = f"{name} {bracket[1]}", bracket[2]
    return name, said.strip(f"{_MARKS}.:;, "), True


def _by_separator(text: str, *, is_styled: bool = False) -> tuple[str, str]:
    outside = text
    if "(" in text:
        outside = _BRACKETS.sub(lambda found: "\0" * len(found[0]), text)
    found = _SEPARATOR.search(outside)
    if not found:
        return (without_stop(text), "") if is_styled else _by_beginning(text)
    return text[: found.start()], text[found.end() :].strip()


def _by_beginning(text: str) -> tuple[str, str]:
    """A name that only its legal form, or our knowing it, tells from what is said of it."""
    words = text.split()
    if len(words) < 3 or not may_begin(words[:LONGEST_NAME]) or has_legal_form(text):
        return without_stop(text), ""
    for size in range(min(len(words) - 1, LONGEST_NAME), 0, -1):
        name = " ".join(words[:size]).rstrip(",;")
        behind = words[size]
        goes_on = words[size - 1][-1] in ",;" or behind[0].islower()
        goes_on = goes_on and name.count("(") == name.count(")")
        said = " ".join(words[size:])
        is_phrase = sum(word[0].islower() for word in words[:size]) > 1 or meaning(said) == "link"
        if goes_on and not is_phrase and is_sure_alone(name) and looks_like_name(name):
            return name, said
    return without_stop(text), ""
