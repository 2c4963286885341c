"""What people do about words for data that our lexicon does not know: list them, say what they
mean, take that back. Nobody is alerted: what a source prints stays as it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from inventory.corrections.words import keys_of, link, normal_words, told_words
from inventory.database import transaction
from inventory.models import (
    AuditEvent,
    DataCategory,
    DataPhrase,
    Engagement,
    EngagementData,
    User,
    utcnow,
)

LONGEST_NOTE = 4_000
IS_NOW = Engagement.closed_at.is_null() & Engagement.rejected_by.is_null()


class PhraseError(Exception):
    """What was said cannot be kept; the message says why, in one sentence."""


@dataclass(frozen=True)
class Unknown:
    """Words for data that nobody knows, in every way they are printed, and by how many entries
    that are listed now."""

    normal: str
    printed: tuple[str, ...]
    count: int


def unknown_phrases() -> list[Unknown]:
    """The words that are printed now and mean no category yet, the commonest first."""
    told = told_words()
    query = (
        EngagementData.select(EngagementData.printed, fn.COUNT(EngagementData.id))
        .join(Engagement)
        .where(EngagementData.category.is_null(), IS_NOW)
        .group_by(EngagementData.printed)
    )
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for printed, count in query.tuples():
        if (normal := normal_words(printed)) not in told:
            found[normal].append((printed, count))
    phrases = (
        Unknown(normal, tuple(words for words, _ in ways), sum(count for _, count in ways))
        for normal, ways in found.items()
    )
    return sorted(phrases, key=lambda one: (-one.count, one.normal))


def say(printed: str, keys: Sequence[str], user: User, note: str = "") -> None:
    """Keep which categories words mean from now on; none: they are no personal data. What was said
    of them before is ended, not overwritten."""
    normal = normal_words(printed)
    _check(printed, normal, keys, note)
    with transaction():
        now = utcnow()
        DataPhrase.update(withdrawn_at=now, withdrawn_by=user).where(
            DataPhrase.normal == normal, DataPhrase.withdrawn_at.is_null()
        ).execute()
        DataPhrase.create(
            normal=normal,
            printed=printed,
            keys=list(dict.fromkeys(keys)),
            note=note.strip(),
            set_by=user,
            set_at=now,
        )
        _file_again(normal)
        _audit(user, "data phrase explained", printed, ", ".join(keys) or "no personal data")


def withdraw(phrase: DataPhrase, user: User) -> None:
    """Take back what was said of words: our lexicon counts again. The row stays."""
    if phrase.withdrawn_at is not None:
        raise PhraseError("this was taken back before; reload to see what holds now")
    with transaction():
        DataPhrase.update(withdrawn_at=utcnow(), withdrawn_by=user).where(
            DataPhrase.id == phrase.id
        ).execute()
        _file_again(phrase.normal)
        _audit(user, "data phrase taken back", phrase.printed, ", ".join(phrase.keys))


def ways_of(normal: str) -> list[str]:
    """Every way in which words are printed by any source."""
    query = EngagementData.select(EngagementData.printed).distinct()
    return [printed for (printed,) in query.tuples() if normal_words(printed) == normal]


def _file_again(normal: str) -> None:
    """Bring what is linked to words to what they mean now."""
    told = told_words()
    for printed in ways_of(normal):
        same = EngagementData.printed == printed
        query = EngagementData.select(EngagementData.engagement).where(same).distinct()
        engagements = [row_id for (row_id,) in query.tuples()]
        EngagementData.delete().where(same).execute()
        for row_id in engagements:
            link(row_id, [(printed, key) for key in keys_of(printed, told) or (None,)])


def _check(printed: str, normal: str, keys: Sequence[str], note: str) -> None:
    if not normal or not ways_of(normal):
        raise PhraseError("no source prints these words; choose them from the list")
    if len(note) > LONGEST_NOTE:
        raise PhraseError(f"the note has {len(note):,} characters; {LONGEST_NOTE:,} are allowed")
    known = {key for (key,) in DataCategory.select(DataCategory.key).tuples()}
    if strangers := sorted(set(keys) - known):
        raise PhraseError(f"there is no category of data {strangers[0][:80]!r}; choose again")


def _audit(user: User, action: str, subject: str, detail: Any) -> None:
    AuditEvent.create(user=user, action=action, subject=subject, detail=detail or None)
