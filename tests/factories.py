"""Makers of rows with defaults, for tests that begin in the middle of a story."""

import hashlib
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from werkzeug.security import generate_password_hash

from inventory.models import (
    Alias,
    Change,
    Channel,
    Check,
    DataCategory,
    Engagement,
    NoticeTerm,
    Snapshot,
    Source,
    User,
    Vendor,
)
from scrapers.names import normal_form

NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"
CHEAP = generate_password_hash(PASSWORD, method="scrypt:1024:8:1")  # a test need not be slow
_number = itertools.count(1)


def make_user(**columns: Any) -> User:
    number = next(_number)
    defaults = {
        "name": f"Person {number}",
        "email": f"person{number}@example.org",
        "password_hash": CHEAP,
        "is_admin": True,
    }
    return User.create(**(defaults | columns))


def make_vendor(name: str | None = None, **columns: Any) -> Vendor:
    number = next(_number)
    name = name or f"Company {number}"
    vendor = Vendor.create(**({"name": name, "slug": f"company-{number}"} | columns))
    Alias.get_or_create(normal=normal_form(name), defaults={"vendor": vendor, "name": name})
    return vendor


def make_source(vendor: Vendor | None = None, **columns: Any) -> Source:
    defaults = {
        "vendor": vendor or make_vendor(is_ours=True),
        "url": f"https://publisher{next(_number)}.example/subprocessors",
        "checked_at": NOW,
        "confirmed_at": NOW,
    }
    return Source.create(**(defaults | columns))


def make_snapshot(source: Source, content: bytes = b"<p>page</p>", **columns: Any) -> Snapshot:
    defaults = {
        "source": source,
        "content": content,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "media_type": "text/html",
        "fetched_at": NOW,
    }
    return Snapshot.create(**(defaults | columns))


def make_check(source: Source, outcome: str = "unchanged", **columns: Any) -> Check:
    return Check.create(**({"source": source, "outcome": outcome, "started_at": NOW} | columns))


def make_engagement(
    source: Source, subprocessor: Vendor | None = None, **columns: Any
) -> Engagement:
    company = subprocessor or make_vendor()
    defaults = {
        "vendor": source.vendor,
        "subprocessor": company,
        "source": source,
        "entity": company.name,
        "role": "sub-processor",
        "condition": "stated",
        "status": "current",
        "certainty": "stated",
        "countries": ["US"],
        "purpose": "Hosting",
        "quote": f"{company.name} | Hosting | United States",
        "entry": {"vendor": company.name, "entity": company.name, "quote": company.name},
        "first_seen_at": NOW - timedelta(days=30),
        "last_seen_at": NOW,
    }
    return Engagement.create(**(defaults | columns))


def make_term(source: Source, **columns: Any) -> NoticeTerm:
    defaults = {
        "vendor": source.vendor,
        "source": source,
        "kind": "objection",
        "period": 14,
        "unit": "days",
        "trigger": "notice-sent",
        "quote": "Customer may object within 14 days of the notice.",
        "first_seen_at": NOW,
    }
    return NoticeTerm.create(**(defaults | columns))


def make_change(engagement: Engagement, kind: str = "added", **columns: Any) -> Change:
    is_gone = kind == "removed"
    defaults = {
        "source": engagement.source,
        "vendor": engagement.vendor,
        "subprocessor": engagement.subprocessor,
        "engagement": engagement,
        "kind": kind,
        "before": engagement.entity if is_gone else None,
        "after": None if is_gone else engagement.entity,
        "quote_before": engagement.quote if is_gone else None,
        "quote_after": None if is_gone else engagement.quote,
        "certainty": engagement.certainty,
        "not_before": NOW - timedelta(days=2),
        "not_after": NOW,
        "detected_at": NOW,
    }
    return Change.create(**(defaults | columns))


def make_categories(*keys: str) -> list[DataCategory]:
    """The categories of these keys, made with every category above them."""
    for key in keys:
        parent = None
        for depth in range(1, len(key.split(".")) + 1):
            above = ".".join(key.split(".")[:depth])
            parent, _ = DataCategory.get_or_create(
                key=above, defaults={"name": above, "description": "", "parent": parent}
            )
    return [DataCategory.get(DataCategory.key == key) for key in keys]


def make_channel(**columns: Any) -> Channel:
    """A channel that wants all news at once; its settings are for a webhook that nobody serves."""
    defaults = {
        "name": f"Channel {next(_number)}",
        "kind": "webhook",
        "settings": {"url": "http://127.0.0.1:9/hook", "secret": "a secret for the tests"},
        "kinds": ["added", "removed", "renamed", "amended", "source"],
    }
    return Channel.create(**(defaults | columns))
