"""The fields of an entry that a person may set, and what they may hold. Pure: texts in, values
out."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from scrapers.entry import Condition, Entry, Status
from scrapers.places import find_countries
from scrapers.wire import LISTS, entry_to_json

LONGEST = 2_000  # characters of a text
MOST = 200  # parts of a list
FIELDS = {
    "entity": "name as printed",
    "vendor": "commonly used name",
    "purpose": "purpose",
    "locations": "where it processes",
    "countries": "countries",
    "entity_location": "where it is established",
    "storage_location": "where it stores",
    "data": "kinds of data",
    "transfer": "transfer mechanism",
    "role": "role",
    "condition": "condition",
    "status": "status",
    "effective_on": "date it counts from",
    "service": "service",
    "section": "section",
    "link": "link",
    "notes": "notes",
}
REQUIRED = ("entity", "role")
CHOICES: dict[str, tuple[str, ...]] = {"condition": get_args(Condition), "status": get_args(Status)}


class FieldError(Exception):
    """A field cannot hold what was typed; `field` is its name, the message one sentence."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


def parse_fields(typed: Mapping[str, str]) -> dict[str, Any]:
    """What was typed as values of an entry's JSON; fields that are not there are left alone."""
    return {name: parse(name, typed[name]) for name in FIELDS if name in typed}


def parse(name: str, typed: str) -> Any:
    """The value of one field; None or an empty list where nothing was typed."""
    text = _clean(name, typed)
    if name == "countries":
        return _countries(text)
    if name in LISTS:
        return _parts(name, text)
    value = " ".join(text.split()) or None
    if value is None and (name in REQUIRED or name in CHOICES):
        raise FieldError(f"give the {FIELDS[name]}: an entry has one", name)
    if value is not None and (rule := RULES.get(name)):
        return rule(value)
    return value


def shown(entry: Entry, name: str) -> str:
    """A field's value as it is typed: lists a part a line."""
    return as_text(entry_to_json(entry)[name])


def as_text(value: Any) -> str:
    """A value of an entry's JSON as it is typed."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _clean(name: str, typed: str) -> str:
    text = typed.replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        raise FieldError(
            f"the {FIELDS[name]} has {len(text):,} characters; {LONGEST:,} are allowed", name
        )
    if any(not char.isprintable() for char in text if not char.isspace()):
        raise FieldError(
            f"the {FIELDS[name]} holds characters that cannot be seen; type it again", name
        )
    return text


def _parts(name: str, text: str) -> list[str]:
    parts = [" ".join(line.split()) for line in text.split("\n")]
    found = list(dict.fromkeys(part for part in parts if part))
    if len(found) > MOST:
        raise FieldError(f"the {FIELDS[name]} has {len(found)} lines; {MOST} are allowed", name)
    return found


def _countries(text: str) -> list[str]:
    """Codes of countries that were typed as codes or as English names."""
    found: list[str] = []
    for part in _parts("countries", text.replace(",", "\n").replace(";", "\n")):
        codes = find_countries(part.upper() if len(part) == 2 else part)
        if not codes:
            raise FieldError(
                f"{part[:80]!r} is no country; use a name or a code, such as IE", "countries"
            )
        found.extend(codes)
    return list(dict.fromkeys(found))


def _choice(name: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in CHOICES[name]:
            words = " or ".join(CHOICES[name])
            raise FieldError(f"the {FIELDS[name]} is {words}, not {value[:80]!r}", name)
        return value

    return check


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise FieldError(
            f"{value[:80]!r} is no date; write it as year-month-day, such as 2026-05-31",
            "effective_on",
        ) from None


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or " " in value:
        raise FieldError("a link begins with https:// or http:// and holds no blanks", "link")
    return value


def _name(value: str) -> str:
    if not any(char.isalnum() for char in value):
        raise FieldError("a name has at least a letter or a digit", "entity")
    return value


RULES: dict[str, Callable[[str], str]] = {
    "condition": _choice("condition"),
    "status": _choice("status"),
    "effective_on": _day,
    "link": _address,
    "entity": _name,
}
