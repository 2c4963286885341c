"""Entries out of what a shape found: names, and texts whose meaning is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scrapers.categories import find_categories
from scrapers.dates import parse_date
from scrapers.entry import Certainty, Entry, Status
from scrapers.fields import Field, plain
from scrapers.patterns import late
from scrapers.places import FLAGS, find_countries
from scrapers.shapes.cells import Name, vendor_name

_NO_VALUE = late(
    r"^(?:n a|na|none|not applicable|entfallt|keine|aucun\w*|tbd|see above"
    r"|not (?:specified|stated|documented|disclosed|published)|unknown|nicht angegeben|non precise"
    r"|no (?:documentado|especificado)|)$"
)
_BETWEEN_PLACES = late(r"[;|]\s*")
_ITEM_MARK = late(r"^\s*(?:[-–—•·*▪◦○●]|\d{1,2}[.)])\s+")
_ANNOUNCED = late(
    r"\b(?:planned|rolling out|upcoming|announced|pending activation|future|coming soon|scheduled"
    r"|geplant|angekundigt|prevu|a venir|previsto|planificado|proximamente|gepland|planerad"
    r"|planlagt)\b"
    r"|予定"
)
_CURRENT = late(r"(?:current|active|live|in (?:use|production)|aktiv|actif|activo|attivo|actief)\b")
_FORMER = late(
    r"\b(?:former|removed|terminated|discontinued|inactive|retired|ended|no longer (?:used"
    r"|engaged|in use)|ehemalig|beendet|entfernt|supprime|retire|eliminado|rimosso|verwijderd"
    r"|borttagen|fjernet)\b"
)
_IN_LAST_BRACKETS = late(r"(?P<name>.{2,80}?)\s*\((?P<said>[^()]{3,40})\)$")
MAX_BADGE = 40  # characters of a remark that may be a status
MAX_PLACE = 70  # characters of what still reads as a place
_WITH_MECHANISM = late(
    r"(?P<place>.{2,80})(?:\s*[(（](?P<inner>[^()（）]*)[)）]|\s+(?:/|[-–—]|avec|mit|with"
    r"|under)\s+(?P<tail>.+))\.?$"
)
_MECHANISM = late(
    r"\b(?:sccs?|dpf|dpas?|bcrs?|clauses?|standardvertragsklauseln|standaardcontractbepalingen"
    r"|standardavtalsklausuler"
    r"|standardkontraktbestemmelser|clausulas|clausole|adequacy|angemessenheit\w*"
    r"|privacy framework|garanties|garantias|safeguards?|art(?:icle|ikel)? 4[5-9])\b"
)
_CERTIFIED = late(
    r"\b(?:gdpr|dsgvo|rgpd|hipaa|compliant|konform|conforme|certified|zertifiziert)\b"
)
_PLACE_AT_END = late(
    r"(?P<purpose>.{2,}?)(?:\s*[(（](?P<bracket>[^()（）]+(?:\([^()]+\))?)[)）]\.?"
    r"|[.!]\s+(?P<sentence>[^.]+(?:\([^()]*\))?)\.?)$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a shape knows of the vendors in one place besides their names."""

    quote: str
    texts: Mapping[Field, Sequence[str]]
    section: str | None = None
    link: str | None = None
    status: Status = "current"
    role: str = "sub-processor"
    language: str | None = None
    certainty: Certainty = "stated"


def make_entry(name: Name, facts: Facts) -> Entry:
    """Put one entry together; what the page does not give stays empty."""
    texts, language = facts.texts, facts.language
    name, said = _without_status(name)
    locations, mechanism = split_transfer(place_lines(texts.get("location", ()), language))
    purpose = one_text(texts.get("purpose", ()))
    if not locations:
        purpose, place = split_place(purpose, language)
        locations = (place,) if place else ()
    entity_location = place_parts(texts.get("entity_location", ())) or name.places
    storage_location = place_parts(texts.get("storage", ()))
    data = data_parts(texts.get("data", ()))
    printed = ", ".join(locations or storage_location or entity_location)
    return Entry(
        vendor=vendor_name(name),
        entity=name.entity,
        quote=facts.quote,
        role=facts.role,
        purpose=purpose,
        locations=locations,
        countries=find_countries(printed, language),
        entity_location=entity_location,
        storage_location=storage_location,
        data=data,
        data_categories=categories_of(data),
        transfer=" ".join(texts.get("transfer", ())).strip() or mechanism,
        link=facts.link or name.link,
        section=facts.section,
        service=one_text(texts.get("service", ())),
        notes=one_text((*texts.get("notes", ()), *name.rest)),
        status=status_of(texts.get("status") or (*said, *_badges(name)), facts.status),
        effective_on=_date(texts.get("effective", ()), language),
        certainty=facts.certainty,
    )


def _without_status(name: Name) -> tuple[Name, tuple[str, ...]]:
    """A name without brackets that only say its status, such as "(planned)", and what they say."""
    found = _IN_LAST_BRACKETS.match(name.entity) if name.entity[-1:] == ")" else None
    if found is None or status_of((found["said"],), "current") == "current":
        return name, ()
    return replace(name, entity=found["name"]), (found["said"],)


def _badges(name: Name) -> tuple[str, ...]:
    """What stands beside or below a name in a few words, such as "planned"."""
    return tuple(line for line in name.rest if len(line) <= MAX_BADGE)


def _date(lines: Sequence[str], language: str | None) -> date | None:
    return parse_date(" ".join(lines), language) if lines else None


def one_text(lines: Sequence[str]) -> str | None:
    """Lines as one text, None where they say nothing."""
    text = " ".join(line for line in lines if line).strip(" ;")
    folded = plain(text)
    if not folded:
        return text if FLAGS.search(text) else None
    return None if _NO_VALUE.match(folded) else text


def place_lines(lines: Sequence[str], language: str | None) -> tuple[str, ...]:
    """Lines that name a place, where some do; a long text's first sentence."""
    several = len(lines) > 1
    kept = [line for line in lines if several and find_countries(line, language)] or list(lines)
    return place_parts([_first_sentence(line) for line in kept])


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[a-z)]\.)\s+", text, maxsplit=1)[0] if len(text) > MAX_PLACE else text


def split_transfer(places: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Places, and the transfer mechanism that stands behind one in brackets or after a stroke."""
    kept, mechanisms = [], []
    for place in places:
        found = _WITH_MECHANISM.match(place)
        inner = (found["inner"] or found["tail"]) if found else ""
        if (
            found
            and _MECHANISM.search(plain(inner))
            and not _MECHANISM.search(plain(found["place"]))
        ):
            kept.append(found["place"].strip())
            mechanisms.append(inner.strip())
        else:
            kept.append(place)
    return tuple(kept), "; ".join(dict.fromkeys(mechanisms)) or None


def speaks_of_transfer(text: str) -> bool:
    """True for a text that names a mechanism of transfer."""
    return bool(_MECHANISM.search(plain(text)))


def split_place(text: str | None, language: str | None) -> tuple[str | None, str | None]:
    """A purpose whose last sentence, or last brackets, is a place: purpose and place."""
    found = _PLACE_AT_END.match(text or "")
    if not found:
        return text, None
    place = found["bracket"] or found["sentence"]
    words = [
        word for word in re.findall(r"[^\W\d_]+", place) if word[0].islower() and len(word) > 3
    ]
    if len(place) > MAX_PLACE or len(words) > 4 or not find_countries(place, language):
        return text, None
    if _CERTIFIED.search(plain(place)):
        return text, None
    parts = [part for part in re.split(r";\s*", place) if find_countries(part, language)]
    return found["purpose"].strip(), "; ".join(parts)


def place_parts(lines: Sequence[str]) -> tuple[str, ...]:
    """Places as printed, one for each line or clear separator."""
    parts = [_ITEM_MARK.sub("", part) for line in lines for part in _BETWEEN_PLACES.split(line)]
    return tuple(dict.fromkeys(part.strip(" ,") for part in parts if one_text((part,))))


def data_parts(lines: Sequence[str]) -> tuple[str, ...]:
    """Kinds of data as printed: split at line breaks, commas and semicolons outside brackets."""
    found: list[str] = []
    for line in lines:
        text = _ITEM_MARK.sub("", line)
        marks = ";；" if ";" in text or "；" in text else ",、，"
        found.extend(part.strip(" .") for part in _outside_brackets(text, marks))
    return tuple(dict.fromkeys(part for part in found if one_text((part,))))


def _outside_brackets(text: str, marks: str) -> list[str]:
    parts, depth = [""], 0
    for at, char in enumerate(text):
        depth += (char in "([（") - (char in ")]）")
        is_number = char == "," and text[at + 1 : at + 2].isdigit()
        if char in marks and depth <= 0 and not is_number:
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
    if _CURRENT.match(text):
        return "current"
    if _ANNOUNCED.search(text):
        return "announced"
    return "former" if _FORMER.search(text) else otherwise
