"""Write what became of a source's clauses on changes: opened, closed, and whether that is news."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from inventory.database import Prepared
from inventory.models import AuditEvent, NoticeTerm, Source
from inventory.notice.terms import clause_value, recompute
from scrapers import reading as values
from scrapers.wire import notice_to_json


def record_notice(
    source: Source, terms: Sequence[values.NoticeTerm], now: datetime, *, is_news: bool
) -> bool:
    """Bring a source's clauses to what it now prints: new ones are opened, those gone are closed.

    Returns whether a length or a trigger came or went that is news: other words for the same are
    not.
    """
    known = {clause_value(row): row for row in _open.rows(NoticeTerm, source.id)}
    before, after = {_substance(term) for term in known}, {_substance(term) for term in terms}
    for term in dict.fromkeys(terms):
        if term not in known:
            NoticeTerm.create(
                vendor=source.vendor_id,
                source=source,
                first_seen_at=now,
                opening_is_news=is_news and _substance(term) not in before,
                **notice_to_json(term),
            )
    if set(terms) - known.keys():
        _fill_deadlines(source)
    for term, row in known.items():
        if term not in terms:
            closing = is_news and _substance(term) not in after
            NoticeTerm.update(closed_at=now, closing_is_news=closing).where(
                NoticeTerm.id == row.id
            ).execute()
    return is_news and before != after


_open = Prepared(
    lambda slot: NoticeTerm.select().where(
        NoticeTerm.source == slot, NoticeTerm.closed_at.is_null()
    )
)


def _fill_deadlines(source: Source) -> None:
    """Give open additions the deadline that they lacked for want of a clause: a contract is often
    watched later than the list."""
    for change, _ in recompute(source.vendor_id, only_missing=True):
        AuditEvent.create(
            action="deadline computed",
            subject=f"change {change.id}",
            detail=f"{change.deadline}: by a clause of {source.url}",
        )


def _substance(term: values.NoticeTerm) -> values.NoticeTerm:
    """A clause without its words."""
    return replace(term, quote="")
