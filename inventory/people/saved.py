"""Filters of the inbox that a person keeps under a name."""

from urllib.parse import parse_qsl, urlencode

from inventory.models import SavedFilter, User

KEPT = (  # what an address of the inbox may ask for, but the page
    *("q", "vendor", "status", "severity", "kind", "certainty", "owner", "due", "hidden", "sort"),
)
DEFAULTS = {("status", "open"), ("sort", "-detected")}
LONGEST = 200  # characters of a value
MAX_NAME = 60
MOST = 20  # of one person


class FilterError(Exception):
    """A filter cannot be kept; the sentence says why."""


def tidy(query: str) -> str:
    """The end of an address with what the inbox knows of it alone, in one order."""
    given = dict(set(parse_qsl(query)) - DEFAULTS)  # what is left blank is not parsed
    return urlencode({key: given[key][:LONGEST] for key in KEPT if key in given})


def keep(user: User, name: str, query: str) -> SavedFilter:
    """Keep a filter; one of the same name is replaced. Raises FilterError."""
    name, query = " ".join(name.split()), tidy(query)
    if not query:
        raise FilterError("There is nothing to keep yet: filter or sort the inbox first.")
    if not name or len(name) > MAX_NAME:
        raise FilterError(f"Give the filter a name of at most {MAX_NAME} characters.")
    saved: SavedFilter | None = SavedFilter.get_or_none(user=user, name=name)
    if saved is None:
        if SavedFilter.select().where(SavedFilter.user == user).count() >= MOST:
            raise FilterError(f"{MOST} filters are kept already; remove one first.")
        created: SavedFilter = SavedFilter.create(user=user, name=name, query=query)
        return created
    saved.query = query
    saved.save(only=[SavedFilter.query])
    return saved


def drop(user: User, filter_id: int) -> str | None:
    """Remove a filter of this person; return its name, None where they have none of this id."""
    saved = SavedFilter.get_or_none(SavedFilter.id == filter_id, SavedFilter.user == user)
    if saved is None:
        return None
    saved.delete_instance()
    name: str = saved.name
    return name


def kept_by(user: User) -> list[SavedFilter]:
    """The filters of a person, by name."""
    query = SavedFilter.select().where(SavedFilter.user == user)
    return list(query.order_by(SavedFilter.name))
