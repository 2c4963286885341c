"""How values read on the screen: times, countries, differences, and addresses that may be
links."""

import re
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from babel import Locale
from flask import Flask, request

from inventory.models import utcnow

ISO_DATE = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
MINUTE, HOUR, DAY = 60, 3_600, 86_400
LONGEST_COMPARED = 4_000  # words; a longer text is shown unmarked rather than slowly


def register(app: Flask) -> None:
    """Make the filters, and `here`, known to every template."""
    for rule in (
        safe_href,
        iso,
        exact,
        readable,
        readable_date,
        readable_day,
        span,
        distance,
        days_left,
        countdown,
        country,
        kind_word,
        readable_dates,
    ):
        app.add_template_filter(rule)
    app.add_template_global(here)


def safe_href(url: str | None) -> str:
    """Return the address if it is plain http or https with a host, else nothing."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else ""


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def exact(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def readable(moment: datetime) -> str:
    return f"{readable_date(moment)}, {moment.astimezone(UTC):%H:%M}"


def readable_date(moment: datetime) -> str:
    return readable_day(moment.astimezone(UTC).date())


def readable_day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def readable_dates(sentence: str) -> str:
    """One of our sentences with its dates as the screens print them; others read `2026-06-24`."""

    def read(found: re.Match[str]) -> str:
        try:
            return readable_day(date.fromisoformat(found[0]))
        except ValueError:  # 31 June
            return found[0]

    return ISO_DATE.sub(read, sentence)


def span(after: datetime | None, until: datetime) -> str:
    """Say within what time something happened: `17–19 Nov 2026`."""
    if after is None:
        return f"before {readable(until)}"
    first, last = after.astimezone(UTC), until.astimezone(UTC)
    if first.replace(second=0, microsecond=0) == last.replace(second=0, microsecond=0):
        return f"{readable_date(first)}, {first:%H:%M:%S}–{last:%H:%M:%S}"
    if first.date() == last.date():
        return f"{readable_date(first)}, {first:%H:%M}–{last:%H:%M}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{readable_date(last)}"
    start = readable_date(first) if first.year != last.year else f"{first.day} {first:%b}"
    return f"{start} – {readable_date(last)}"


def distance(moment: datetime, now: datetime | None = None) -> str:
    """Say how long ago a moment was, or how far ahead it is."""
    seconds = ((now or utcnow()) - moment).total_seconds()
    size = abs(seconds)
    if size < MINUTE:
        return "just now" if seconds >= 0 else "in a moment"
    if size >= 60 * DAY:
        return readable_date(moment)
    for unit, length, limit in (("min", MINUTE, HOUR), ("h", HOUR, DAY), ("d", DAY, 60 * DAY)):
        if size < limit:
            words = f"{int(size // length)} {unit}"
            break
    return f"{words} ago" if seconds > 0 else f"in {words}"


def days_left(day: date, today: date | None = None) -> int:
    return (day - (today or utcnow().date())).days


def countdown(day: date, today: date | None = None) -> str:
    """Say how many days are left until the end of a day."""
    left = days_left(day, today)
    if left < 0:
        return f"{-left} day{'s' if left < -1 else ''} past"
    return {0: "today", 1: "tomorrow"}.get(left, f"{left} days left")


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """The English name of a country, or the code where it has none."""
    return str(Locale("en").territories.get(code.upper(), code))


def kind_word(kind: str) -> str:
    """What people call a kind of source."""
    return {"dpa": "DPA"}.get(kind, kind)


def differing(before: str | None, after: str | None) -> tuple[list[Any], list[Any]]:
    """Cut two texts into pieces `(words, differs)`, one list each, so that a screen can mark what
    differs."""
    old, new = _words(before), _words(after)
    if len(old) + len(new) > LONGEST_COMPARED:
        return [(before or "", False)], [(after or "", False)]
    left: list[Any] = []
    right: list[Any] = []
    for step, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(("".join(old[a1:a2]), step != "equal"))
        right.append(("".join(new[b1:b2]), step != "equal"))
    return [piece for piece in left if piece[0]], [piece for piece in right if piece[0]]


def here(**changes: Any) -> str:
    """This address with some of its parameters changed; None drops one."""
    kept: dict[str, Any] = {**request.args.to_dict(flat=False), **changes}
    query = urlencode({key: value for key, value in kept.items() if value is not None}, doseq=True)
    return f"{request.path}?{query}" if query else request.path


def _words(text: str | None) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text or "")
