"""Put what prose tells of a recipient to the line of a list that names it as well."""

from collections.abc import Sequence
from dataclasses import replace

from scrapers.entry import Entry
from scrapers.names import normal_form

_GENERAL = ("sub-processor", "other")


def join_prose(listed: Sequence[Entry], suggested: Sequence[Entry]) -> list[Entry]:
    """Give the listed entries, completed from prose where they are silent, then what prose adds.

    A sentence that gives an entry its kinds of data is kept with it as a note.
    """
    told = {name: entry for entry in reversed(suggested) for name in _names(entry)}
    joined = [_completed(entry, _match(entry, told)) for entry in listed]
    known = {name for entry in listed for name in _names(entry)}
    return [*joined, *(entry for entry in suggested if known.isdisjoint(_names(entry)))]


def _names(entry: Entry) -> tuple[str, str]:
    return normal_form(entry.vendor), normal_form(entry.entity)


def _match(entry: Entry, told: dict[str, Entry]) -> Entry | None:
    return next((told[name] for name in _names(entry) if name in told), None)


def _completed(entry: Entry, prose: Entry | None) -> Entry:
    """Fill in the role, the purpose and the data that the list does not give.

    Data only from another sentence: in the entry's own line the words say what the company does.
    """
    if prose is None:
        return entry
    takes_data = bool(prose.data) and not entry.data and prose.quote != entry.quote
    return replace(
        entry,
        role=prose.role if entry.role in _GENERAL and prose.role not in _GENERAL else entry.role,
        purpose=entry.purpose or prose.purpose,
        data=prose.data if takes_data else entry.data,
        data_categories=prose.data_categories if takes_data else entry.data_categories,
        notes=entry.notes or (prose.quote if takes_data else None),
    )
