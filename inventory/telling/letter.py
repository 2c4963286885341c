"""Write one message about everything that a channel is to hear at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from inventory.assess import severity_of
from inventory.channels import Message
from inventory.models import Change, Check
from inventory.severity import reason_to_json
from inventory.telling.wording import describe, describe_news, interval

News = Change | Check
SHOWN = 100  # pieces of news that a person reads in one letter; a program gets all of them
LONGEST_SUBJECT = 160


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news in words: a headline, what belongs to it line by line, and its address."""

    headline: str
    lines: tuple[tuple[str, str], ...]
    url: str


def compose(news: Sequence[News], *, message_id: str, base_url: str) -> Message:
    """Write the message that tells all of this news."""
    items = [_item(one, base_url) for one in news]
    subject = _subject(news, items)
    return Message(
        id=message_id,
        subject=subject,
        text=_text(items, base_url),
        html=_html(items, base_url, title=subject),
        payload={
            "kind": "news",
            "sent_by": base_url,
            "events": [_event(one, base_url) for one in news],
        },
    )


def compose_test(channel_name: str, *, message_id: str, base_url: str) -> Message:
    """Write a message that only shows that a channel works."""
    text = f"This is a test. The channel “{channel_name}” works: alerts will arrive here."
    return Message(
        id=message_id,
        subject="[Onward] Test message",
        text=f"{text}\n\n{base_url}\n",
        html=f"<p>{escape(text)}</p><p>{_anchor(base_url)}</p>",
        payload={"kind": "test", "sent_by": base_url, "events": []},
    )


def _item(news: News, base_url: str) -> Item:
    if isinstance(news, Check):
        return Item(describe_news(news), (), _url(news, base_url))
    return Item(describe(news), tuple(_details(news)), _url(news, base_url))


def _details(change: Change) -> list[tuple[str, str]]:
    lines = []
    if change.kind in ("amended", "renamed"):
        lines += [
            ("Before", change.before or "not given"),
            ("After", change.after or "not given"),
        ]
    quote = change.quote_before if change.kind == "removed" else change.quote_after
    if quote:
        lines.append(("Quote", f"“{quote}”"))
    severity = severity_of(change, change.detected_at.date())
    if severity.level != "none":
        said = " ".join(reason.text for reason in severity.reasons)
        lines.append(("Severity", f"{severity.level}. {said}"))
    lines.append(("Happened", interval(change)))
    if change.deadline:
        day = f"{change.deadline.day} {change.deadline:%B %Y}"
        note = f" ({change.deadline_note})" if change.deadline_note else ""
        lines.append(("Object until", day + note))
    return lines


def _event(news: News, base_url: str) -> dict[str, Any]:
    """One piece of news for a program; channels/webhook.py documents the shape."""
    shared = {
        "vendor": news.source.vendor.name,
        "source": news.source.url,
        "url": _url(news, base_url),
    }
    if isinstance(news, Check):
        return {
            "id": f"check-{news.id}",
            "kind": news.news,
            "sentence": describe_news(news),
            "detected_at": (news.finished_at or news.started_at).isoformat(),
            "problem": news.problem,
            **shared,
        }
    severity = severity_of(news, news.detected_at.date())
    return {
        "id": f"change-{news.id}",
        "kind": news.kind,
        "sentence": describe(news),
        "detected_at": news.detected_at.isoformat(),
        "subprocessor": news.subprocessor.name,
        "field": news.field,
        "before": news.before,
        "after": news.after,
        "quote_before": news.quote_before,
        "quote": news.quote_after,
        "certainty": news.certainty,
        "severity": severity.level,
        "reasons": [reason_to_json(reason) for reason in severity.reasons],
        "not_before": news.not_before.isoformat() if news.not_before else None,
        "not_after": news.not_after.isoformat(),
        "deadline": news.deadline.isoformat() if news.deadline else None,
        "deadline_note": news.deadline_note,
        **shared,
    }


def _url(news: News, base_url: str) -> str:
    if isinstance(news, Check):
        return f"{base_url}/sources/{news.source_id}"
    return f"{base_url}/changes/{news.id}"


def _subject(news: Sequence[News], items: Sequence[Item]) -> str:
    if len(items) == 1:
        subject = items[0].headline.removesuffix(".")
    else:
        vendors = list(dict.fromkeys(one.source.vendor.name for one in news))
        places = ", ".join(vendors[:3])
        more = f" and {len(vendors) - 3} others" if len(vendors) > 3 else ""
        subject = f"{len(items)} pieces of news: {places}{more}"
    subject = " ".join(f"[Onward] {subject}".split())
    return subject if len(subject) <= LONGEST_SUBJECT else f"{subject[: LONGEST_SUBJECT - 1]}…"


def _text(items: Sequence[Item], base_url: str) -> str:
    parts = []
    for item in items[:SHOWN]:
        lines = [f"* {item.headline}"]
        lines += [f"  {label}: {' '.join(value.split())}" for label, value in item.lines]
        parts.append("\n".join([*lines, f"  {item.url}"]))
    parts += [f"{rest} See {base_url}/" for rest in _rest(items)]
    return "\n\n".join(parts) + "\n"


def _html(items: Sequence[Item], base_url: str, *, title: str) -> str:
    parts = []
    for item in items[:SHOWN]:
        rows = "".join(
            f"<dt style='color:#555'>{escape(label)}</dt><dd>{escape(value)}</dd>"
            for label, value in item.lines
        )
        details = f"<dl>{rows}</dl>" if rows else ""
        parts.append(
            f"<h2 style='font-size:1.1em'>{escape(item.headline)}</h2>{details}"
            f"<p>{_anchor(item.url)}</p>"
        )
    parts += [f"<p>{escape(rest)} {_anchor(base_url + '/')}</p>" for rest in _rest(items)]
    head = f"<meta charset='utf-8'><title>{escape(title)}</title>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(parts)}</body></html>"


def _rest(items: Sequence[Item]) -> list[str]:
    hidden = len(items) - SHOWN
    return [f"And {hidden} more."] if hidden > 0 else []


def _anchor(url: str) -> str:
    return f"<a href='{escape(url)}'>{escape(url)}</a>"
