"""What the commands say of checks and changes, as JSON and as lines for a person."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from peewee import JOIN

from inventory.due import due_sources
from inventory.models import Change, Check, Engagement, Snapshot, Source, Vendor, utcnow
from inventory.reread import SENTENCES, Deviation
from inventory.resolve import find_vendor
from inventory.severity import LEVELS


def sources_to_check(names: tuple[str, ...], *, due: bool) -> list[Source]:
    """The sources of the named vendors, or all that are not turned off; `due` leaves those whose
    time has come.

    Raises LookupError with a sentence where a vendor is not known.
    """
    sources = due_sources(utcnow()) if due else list(Source.select().order_by(Source.id))
    if not names:
        return [source for source in sources if source.interval != "off"]
    wanted = {_vendor(name).id for name in names}
    return [source for source in sources if source.vendor_id in wanted]


def sources_to_reread(names: tuple[str, ...]) -> list[Source]:
    """The sources of the named vendors, or all, those that are turned off included.

    Raises LookupError with a sentence where a vendor is not known.
    """
    wanted = {_vendor(name).id for name in names}
    sources = list(Source.select().order_by(Source.id))
    return [source for source in sources if not wanted or source.vendor_id in wanted]


def deviation_to_json(source: Source, deviation: Deviation) -> dict[str, Any]:
    """One line of `flask reread --json`."""
    return {
        "vendor": source.vendor.name,
        "url": source.url,
        **asdict(deviation),
        "not_after": _iso(deviation.not_after),
    }


def deviation_line(line: dict[str, Any]) -> str:
    """One line of `flask reread`."""
    what = f"{line['kind']} {line['subprocessor']}" if line["kind"] else line["subprocessor"]
    if line["field"]:
        what += f" ({line['field']}: {line['before'] or 'nothing'} -> {line['after'] or 'nothing'})"
    return f"{line['vendor']}: {what} {SENTENCES[line['what']]}"


def check_to_json(check: Check) -> dict[str, Any]:
    """One line of `flask check --json`."""
    return {
        "vendor": check.source.vendor.name,
        "url": check.source.url,
        "kind": check.source.kind,
        "outcome": check.outcome,
        "problem": check.problem,
        "news": check.news,
        "moved_to": check.moved_to,
        "remark": check.remark,
        "entries": len(check.reading.entries) if check.reading else None,
        "changes": Change.select()
        .where(Change.check_row == check, Change.cause == "vendor")
        .count(),
        "started_at": check.started_at.isoformat(),
    }


def check_line(line: dict[str, Any]) -> str:
    """One line of `flask check`."""
    news = {
        "baseline": f"first look: {line['entries']} entries",
        "changed": f"{line['changes']} changes",
        "unchanged": "nothing changed",
    }
    said = news.get(line["outcome"], line["problem"])
    if line["news"] == "clauses":
        said = f"{said}; its clauses on changes differ"
    if line["moved_to"]:
        said = f"{said} The page points to {line['moved_to']}"
    if line["remark"]:
        said = f"{said}. {line['remark']}"
    return f"{line['outcome']:<12}{line['vendor']}  {line['url']}  {said}"


def changes_to_json(since: datetime | None) -> Iterator[dict[str, Any]]:
    """The lines of `flask changes --json`, oldest first. Corrections by a better reader carry
    `cause: reader`."""
    engaged = Vendor.alias()
    query = (
        Change.select(Change, Source, Vendor, engaged, Engagement, Snapshot.id, Snapshot.asked_url)
        .join_from(Change, Source)
        .join_from(Change, Engagement)
        .join_from(Change, Snapshot, JOIN.LEFT_OUTER, on=Change.snapshot_after)
        .join_from(Change, Vendor, on=Change.vendor)
        .join_from(Change, engaged, on=Change.subprocessor)
        .order_by(Change.detected_at, Change.id)
    )
    if since is not None:
        query = query.where(Change.detected_at >= since)
    for change in query.iterator():
        yield change_to_json(change)


def change_to_json(change: Change) -> dict[str, Any]:
    """One line of `flask changes --json`."""
    return {
        "id": change.id,
        "vendor": change.vendor.name,
        "subprocessor": change.subprocessor.name,
        "kind": change.kind,
        "field": change.field,
        "entity": _entity(change),
        "before": change.before,
        "after": change.after,
        "quote": change.quote_after or change.quote_before,
        "url": _url(change),
        "certainty": change.certainty,
        "cause": change.cause,
        "minor": change.is_minor,
        "not_before": _iso(change.not_before),
        "not_after": _iso(change.not_after),
        "detected_at": _iso(change.detected_at),
        "effective_on": _iso(change.effective_on),
        "deadline": _iso(change.deadline),
        "severity": LEVELS[change.severity],
        "reasons": change.reasons,
        "decision": change.decision,
    }


def _url(change: Change) -> str:
    """Where it was seen: the source may have moved since."""
    seen = change.snapshot_after
    return (seen.asked_url if seen else None) or change.source.url


def _entity(change: Change) -> str:
    """The company's name as printed, after an addition or renaming, else before it."""
    named = {"added": change.after, "renamed": change.after, "removed": change.before}
    return named.get(change.kind) or change.engagement.entity


def change_line(line: dict[str, Any]) -> str:
    """One line of `flask changes`."""
    what = f"{line['vendor']}: {line['kind']} {line['subprocessor']}"
    if line["field"]:
        what += f" ({line['field']}: {line['before'] or 'nothing'} -> {line['after'] or 'nothing'})"
    deadline = f", object by {line['deadline']}" if line["deadline"] else ""
    return f"{line['detected_at'][:10]}  {what}{deadline}"


def _vendor(name: str) -> Vendor:
    vendor = Vendor.get_or_none(Vendor.slug == name) or find_vendor(name)
    if vendor is None:
        raise LookupError(f"no vendor is known as {name!r}; `flask add` makes one")
    return vendor


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment else None
