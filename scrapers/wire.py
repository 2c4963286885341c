"""Entries, clauses and readings as JSON, and back: what commands print and what the register
keeps."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from scrapers.entry import Entry
from scrapers.reading import Contradiction, NoticeTerm, Reading

_FIELDS = tuple(field.name for field in fields(Entry))
LISTS = (
    *("locations", "countries", "entity_location", "storage_location", "data", "data_categories"),
)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """Every field under its own name; dates as ISO 8601, tuples as lists."""
    return {name: _plain(getattr(entry, name)) for name in _FIELDS}


def entry_from_json(value: Mapping[str, Any]) -> Entry:
    """Make the entry that `entry_to_json` was given; fields that are not there take their
    defaults."""
    known = {name: value[name] for name in _FIELDS if name in value}
    for name in LISTS:
        if name in known:
            known[name] = tuple(known[name])
    if known.get("effective_on"):
        known["effective_on"] = date.fromisoformat(known["effective_on"])
    return Entry(**known)


def notice_to_json(term: NoticeTerm) -> dict[str, Any]:
    """Every field of a clause under its own name."""
    return {field.name: _plain(getattr(term, field.name)) for field in fields(NoticeTerm)}


def notice_from_json(value: Mapping[str, Any]) -> NoticeTerm:
    """Make the clause that `notice_to_json` was given."""
    return NoticeTerm(**{**value, "conditions": tuple(value.get("conditions") or ())})


def contradiction_to_json(found: Contradiction) -> dict[str, str]:
    """Both quotes, and what they are about."""
    return {"topic": found.topic, "denial": found.denial, "statement": found.statement}


def contradiction_from_json(value: Mapping[str, Any]) -> Contradiction:
    """Make the contradiction that `contradiction_to_json` was given."""
    return Contradiction(**value)


def reading_to_json(reading: Reading, path: str) -> dict[str, Any]:
    """One line of `flask extract`."""
    return {
        "path": path,
        "kind": reading.kind,
        "complete": reading.complete,
        "problem": reading.problem,
        "language": reading.language,
        "title": reading.title,
        "last_updated": _plain(reading.last_updated),
        "entries": [entry_to_json(entry) for entry in reading.entries],
        "notice": [notice_to_json(term) for term in reading.notice],
        "contradictions": [contradiction_to_json(found) for found in reading.contradictions],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
