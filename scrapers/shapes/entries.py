"""Entries out of what a shape found: names, and texts whose meaning is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrapers.dates import parse_date
from scrapers.entry import Certainty, Entry, Status
from scrapers.fields import Field, plain
from scrapers.places import find_countries
from scrapers.shapes.cells import Name, vendor_name

try:
    from scrapers.categories import find_categories
except ImportError:

    def find_categories(phrase: str) -> tuple[str, ...]:
        return ()


_NO_VALUE = re.compile(r"^(?:n a|na|none|not applicable|entfallt|keine|aucun\w*|tbd|see above|)$")
_ITEM_MARK = re.compile(r"^\s*(?:[-–—•·*▪◦○●]|\d{1,2}[.)])\s+")
_ANNOUNCED = re.compile(
    r"\b(?:planned|upcoming|announced|pending activation|future|coming soon|scheduled|geplant|angekundigt|prevu|a venir|previsto|planificado|proximamente|gepland|planerad|planlagt)\b|予定"
)
_FORMER = re.compile(
    r"\b(?:former|removed|terminated|discontinued|inactive|retired|ended|no longer (?:used|engaged|in use)|ehemalig|beendet|entfernt|supprime|retire|eliminado|rimosso|verwijderd|borttagen|fjernet)\b"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a shape knows of the vendors in one place besides their names."""

    quote: str
    texts: Mapping[Field, Sequence[str]]
    section: str | None = None
    link: str | None = None
    status: Status = "current"
    language: str | None = None
    certainty: Certainty = "stated"


def make_entry(name: Name, facts: Facts) -> Entry:
    """Put one entry together; what the page does not give stays empty."""
    texts, language = facts.texts, facts.language
    locations = place_parts(texts.get("location", ()))
    entity_location = place_parts(texts.get("entity_location", ())) or name.places
    data = data_parts(texts.get("data", ()))
    printed = ", ".join(locations) or ", ".join(entity_location)
    return Entry(
        vendor=vendor_name(name),
        entity=name.entity,
        quote=facts.quote,
        purpose=one_text(texts.get("purpose", ())),
        locations=locations,
        countries=find_countries(printed, language),
        entity_location=entity_location,
        data=data,
        data_categories=categories_of(data),
        transfer=one_text(texts.get("transfer", ())),
        link=facts.link or name.link,
        section=facts.section,
        service=one_text(texts.get("service", ())),
        notes=one_text((*texts.get("notes", ()), *name.rest)),
        status=status_of(texts.get("status", ()), facts.status),
        effective_on=parse_date(" ".join(texts.get("effective", ())), language),
        certainty=facts.certainty,
    )


def one_text(lines: Sequence[str]) -> str | None:
    """Lines as one text, None where they say nothing."""
    text = " ".join(line for line in lines if line).strip()
    return None if _NO_VALUE.match(plain(text)) else text


def place_parts(lines: Sequence[str]) -> tuple[str, ...]:
    """Places as printed, one for each line or clear separator."""
    parts = [_ITEM_MARK.sub("", part) for line in lines for part in re.split(r"\s*[;|]\s*", line)]
    return tuple(dict.fromkeys(part.strip(" ,") for part in parts if one_text((part,))))


def data_parts(lines: Sequence[str]) -> tuple[str, ...]:
    """Kinds of data as printed: split at line breaks, commas and semicolons outside brackets."""
    found: list[str] = []
    for line in lines:
        text = _ITEM_MARK.sub("", line)
        found.extend(part.strip(" .") for part in _outside_brackets(text))
    return tuple(dict.fromkeys(part for part in found if one_text((part,))))


def _outside_brackets(text: str) -> list[str]:
    parts, depth = [""], 0
    for at, char in enumerate(text):
        depth += (char in "([（") - (char in ")]）")
        is_number = char == "," and text[at + 1 : at + 2].isdigit()
        if char in ",;、，；" and depth <= 0 and not is_number:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def categories_of(data: Sequence[str]) -> tuple[str, ...]:
    """Fides keys of all printed kinds of data."""
    return tuple(dict.fromkeys(key for phrase in data for key in find_categories(phrase)))


def status_of(lines: Sequence[str], otherwise: Status) -> Status:
    """What a status cell says; what it does not know leaves the heading's word."""
    text = plain(" ".join(lines))
    if _ANNOUNCED.search(text):
        return "announced"
    return "former" if _FORMER.search(text) else otherwise
