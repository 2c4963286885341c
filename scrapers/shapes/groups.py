"""One vendor's name and the lines under it into an entry: what headings, cards and items share."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Line
from scrapers.entry import Entry
from scrapers.fields import Field, plain
from scrapers.meanings import told_meanings
from scrapers.places import find_countries
from scrapers.quotes import printed_text
from scrapers.shapes.cells import Name, split_vendors, web_link
from scrapers.shapes.context import Context
from scrapers.shapes.entries import Facts, make_entry
from scrapers.shapes.labels import Labelled, read_labels
from scrapers.shapes.naming import (
    clean,
    has_legal_form,
    is_generic,
    is_possible,
    looks_like_name,
    without_address,
)
from scrapers.shapes.unlabelled import LOCATED, is_place, sort_rest

MAX_QUOTE = 600
_IN_BRACKETS = re.compile(r"^(?P<brand>[^()]{2,60}?)\s*\((?P<inner>[^()]+(?:\([^()]*\))?[^()]*)\)$")
_NOT_USED = re.compile(
    r"^(?:not (?:yet |currently )?(?:used|selected|in use)|pendiente|a definir|noch offen"
    r"|to be (?:decided|determined|selected))"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A vendor's name as printed, and everything that the page says under it."""

    name: str
    said: Labelled
    quote: str
    link: str | None = None


def group_of(
    name: str,
    lines: Sequence[Line],
    *,
    head: Line,
    said: str = "",
    titles: Collection[str] = (),
) -> Group:
    """A group whose first line is `head`; `said` is what that line says behind the name; `titles`
    are labels that like groups share."""
    below = read_labels(lines, titles)
    if said:
        below.rest.insert(0, said)
    return Group(name, below, quote_of([head, *lines]), web_link([head, *lines]))


def quote_of(lines: Sequence[Line]) -> str:
    """The lines as the page has them, as many as make a quote of readable length."""
    quote = printed_text(lines[0].runs)
    for line in lines[1:]:
        more = printed_text(line.runs)
        if len(quote) + len(more) > MAX_QUOTE:
            break
        quote = f"{quote} {more}"
    return quote


def entries_of(group: Group, context: Context, language: str | None) -> list[Entry]:
    """Entries of a group, several if its name is of several vendors."""
    texts = {field: list(lines) for field, lines in group.said.texts.items()}
    rest = list(group.said.rest)
    name = _named(group.name, texts, rest, language)
    if name is None or is_generic(name.entity):
        return []
    _stand_in(texts, "location", ("storage", "entity_location"))
    _stand_in(texts, "purpose", ("section", "service"))
    again = {clean(group.name), name.entity, name.brand}
    _sort_beside([line for line in rest if clean(line) not in again], texts, language)
    if any(_NOT_USED.match(plain(text)) for text in texts.get("purpose", ())):
        return []
    _place_from_lead(texts, context)
    facts = Facts(
        quote=group.quote,
        texts=texts,
        section=context.section,
        link=group.link,
        status=context.status,
        role=context.role,
        language=language,
    )
    parts = split_vendors(name.entity)
    return [make_entry(replace(name, entity=part), facts) for part in parts]


def _sort_beside(rest: list[str], texts: dict[Field, list[str]], language: str | None) -> None:
    """Sort what has no label; it is no purpose where a label says what that is."""
    labelled = texts.pop("purpose", None)
    sort_rest(rest, texts, language)
    if labelled:
        texts.setdefault("notes", []).extend(texts.pop("purpose", ()))
        texts["purpose"] = labelled


def _stand_in(texts: dict[Field, list[str]], wanted: Field, instead: Sequence[Field]) -> None:
    """Let the nearest thing stand for a text that the page does not give by itself; not what a
    person says is something else."""
    said = told_meanings().values()
    for field in instead:
        if wanted not in texts and field in texts and field not in said:
            texts[wanted] = texts.pop(field)


def _named(
    printed: str, texts: dict[Field, list[str]], rest: list[str], language: str | None
) -> Name | None:
    """Tell brand, legal entity and country of the name apart, wherever the group prints them."""
    entity = clean(printed)
    for field in ("entity", "vendor"):
        if labelled := texts.pop(field, None):
            return Name(without_address(labelled[0]), brand=entity)
    found = _IN_BRACKETS.match(entity)
    if found and has_legal_form(inner := _entity_in(found["inner"])):
        if places := _place_in(found["inner"], inner, language):
            texts.setdefault("location", []).extend(places)
        return Name(inner, brand=found["brand"])
    bare = without_address(entity, language)
    if bare != entity:
        texts.setdefault("location", []).append(entity[len(bare) :].strip(" ,;–-"))
        entity = bare
    elif found and is_place(found["inner"], language):
        texts.setdefault("location", []).append(found["inner"])
        entity = found["brand"]
    legal = next((line for line in rest if len(line) < 80 and _is_entity(line)), None)
    if legal and not has_legal_form(entity):
        rest.remove(legal)
        return Name(without_address(legal), brand=entity)
    return Name(entity) if is_possible(entity) else None


def _is_entity(line: str) -> bool:
    return has_legal_form(line) and looks_like_name(line)


def _entity_in(text: str) -> str:
    """The legal entity that brackets begin with: up to its legal form."""
    parts = text.split(", ")
    for size in range(len(parts), 0, -1):
        head = ", ".join(parts[:size])
        is_whole = not any(has_legal_form(part) for part in parts[size:])
        is_first = size == 1 or not has_legal_form(", ".join(parts[: size - 1]))
        if has_legal_form(head) and is_whole and is_first:
            return head
    return text


def _place_in(text: str, entity: str, language: str | None) -> list[str]:
    left = text.replace(entity, "", 1).strip(" ,")
    return [left] if left and find_countries(left, language) else []


def _place_from_lead(texts: dict[Field, list[str]], context: Context) -> None:
    """A place that the sentence above a list gives for all of it."""
    found = LOCATED.search(context.lead)
    if found and "location" not in texts and find_countries(found["place"]):
        texts["location"] = [found["place"].strip()]
