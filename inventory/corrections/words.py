"""Which categories printed words for data mean: what people say of them, else our lexicon."""

from collections.abc import Iterable, Mapping

from inventory.compare.likeness import fold_text, plain_text
from inventory.database import Prepared
from inventory.models import DataCategory, DataPhrase, Engagement, EngagementData
from scrapers.categories import find_categories
from scrapers.entry import Entry

Told = Mapping[str, tuple[str, ...]]

_in_force = Prepared(
    lambda slot: (
        DataPhrase.select(DataPhrase.normal, DataPhrase.keys)
        .where(DataPhrase.withdrawn_at.is_null())
        .order_by(DataPhrase.id)
    )
)


def normal_words(printed: str) -> str:
    """What tells words again, however they are set."""
    return fold_text(printed) or plain_text(printed).casefold()


def told_words() -> Told:
    """What people say that words mean, by their normal form; no keys: no personal data."""
    return {row.normal: tuple(row.keys) for row in _in_force.rows(DataPhrase)}


def keys_of(printed: str, told: Told) -> tuple[str, ...]:
    """The keys of the categories that words mean; none where nobody knows, or they mean none."""
    normal = normal_words(printed)
    return told[normal] if normal in told else find_categories(printed)


def keys_of_entry(entry: Entry) -> set[str]:
    """The keys of every category that an entry prints."""
    told = told_words() if entry.data else {}
    return {*entry.data_categories, *(key for text in entry.data for key in keys_of(text, told))}


def record_data(engagement: Engagement, entry: Entry) -> None:
    """Link an engagement to the categories its source prints; words without one stay words."""
    told = told_words() if entry.data else {}
    rows: list[tuple[str, str | None]] = []
    for printed in entry.data:
        rows.extend((printed, key) for key in keys_of(printed, told) or (None,))
    found = {key for _, key in rows}
    rows.extend((entry.quote, key) for key in entry.data_categories if key not in found)
    link(engagement.id, rows)


def link(engagement_id: int, rows: Iterable[tuple[str, str | None]]) -> None:
    """Write down words and the category that each is read as."""
    wanted = list(dict.fromkeys(rows))
    ids = dict(DataCategory.select(DataCategory.key, DataCategory.id).tuples()) if wanted else {}
    for printed, key in wanted:
        category = ids.get(key)
        EngagementData.create(engagement=engagement_id, category=category, printed=printed)
