"""Compare the inbox and the vendor list with the bare SQL that they run, in a large register."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from sys import path as import_path
from typing import Any
from unittest.mock import patch

import_path.insert(0, str(Path(__file__).parent.parent))

from werkzeug.security import generate_password_hash

from app import create_app
from inventory.database import connected, database, open_database, transaction
from inventory.models import (
    CHANGE_KINDS,
    Change,
    Engagement,
    Source,
    Table,
    User,
    Vendor,
    utcnow,
)
from inventory.settings import load_settings

VENDORS, ENGAGEMENTS, CHANGES = 2_000, 40_000, 20_000
ROUNDS = 30
GOAL = 5
PAGES = (
    *("/", "/?page=40", "/?sort=deadline", "/?sort=-severity", "/?severity=high"),
    *("/vendors", "/vendors?show=all", "/vendors?page=9", "/vendors?sort=-used"),
)
PASSWORD = "only for the bench"
NOW = utcnow()


def vendors() -> Iterator[dict[str, Any]]:
    for number in range(1, VENDORS + 1):
        yield {
            "slug": f"vendor-{number}",
            "name": f"Vendor {number:04} GmbH",
            "is_ours": number % 4 == 0,
            "purpose": "Hosting and support",
        }


def sources() -> Iterator[dict[str, Any]]:
    for number in range(1, VENDORS + 1):
        problem = "the list had 40 entries and now shows 2" if number % 50 == 0 else None
        yield {
            "vendor": number,
            "url": f"https://vendor{number}.example/subprocessors",
            "checked_at": NOW,
            "confirmed_at": NOW,
            "problem": problem,
            "bad_since": NOW if problem else None,
        }


def engagements() -> Iterator[dict[str, Any]]:
    for number in range(ENGAGEMENTS):
        company = number * 7 % VENDORS + 1
        yield {
            "vendor": number % VENDORS + 1,
            "subprocessor": company,
            "source": number % VENDORS + 1,
            "entity": f"Vendor {company:04} GmbH",
            "role": "sub-processor",
            "condition": "stated",
            "status": "current",
            "certainty": "stated",
            "purpose": "Hosting of the application and its database",
            "countries": ["DE"],
            "quote": f"Vendor {company:04} GmbH Hosting of the application Germany",
            "entry": {"vendor": "x", "entity": "x", "quote": "x"},
            "first_seen_at": NOW - timedelta(days=90),
            "last_seen_at": NOW,
            "closed_at": NOW if number % 20 == 0 else None,
        }


def changes() -> Iterator[dict[str, Any]]:
    for number in range(CHANGES):
        engagement = number * 2
        company = engagement * 7 % VENDORS + 1
        found_at = NOW - timedelta(minutes=20 * (CHANGES - number))
        yield {
            "source": engagement % VENDORS + 1,
            "vendor": engagement % VENDORS + 1,
            "subprocessor": company,
            "engagement": engagement + 1,
            "kind": CHANGE_KINDS[number % 4],
            "after": f"Vendor {company:04} GmbH",
            "quote_after": f"Vendor {company:04} GmbH Hosting of the application Germany",
            "not_before": found_at - timedelta(days=1),
            "not_after": found_at,
            "detected_at": found_at,
            "deadline": (found_at + timedelta(days=30)).date() if number % 4 == 0 else None,
            "decision": None if number % 3 else "accepted",
            "is_minor": number % 11 == 0,
            "severity": number % 4,
        }


def fill() -> None:
    """A register of a company that watches many vendors, and has reviewed a third of the news."""
    User.create(
        name="Ann",
        email="ann@onward.example",
        password_hash=generate_password_hash(PASSWORD),
        is_admin=True,
    )
    makers: dict[type[Table], Callable[[], Iterator[dict[str, Any]]]] = {
        Vendor: vendors,
        Source: sources,
        Engagement: engagements,
        Change: changes,
    }
    with transaction():
        for model, maker in makers.items():
            rows = list(maker())
            for start in range(0, len(rows), 500):
                model.insert_many(rows[start : start + 500]).execute()


def statements(visit: Callable[[], object]) -> list[tuple[str, Any]]:
    """The SQL that a visit runs, with its values."""
    seen: list[tuple[str, Any]] = []
    execute = database.obj.execute_sql

    def listen(sql: str, params: Any = None) -> Any:
        seen.append((sql, params))
        return execute(sql, params)

    with patch.object(database.obj, "execute_sql", listen):
        visit()
    return [(sql, params) for sql, params in seen if sql.startswith("SELECT")]


def run(queries: list[tuple[str, Any]]) -> None:
    for sql, params in queries:
        database.execute_sql(sql, params).fetchall()


def side_by_side(*ways: Callable[[], object]) -> list[float]:
    """The median of the CPU time of each way in milliseconds, the ways taking turns: the same on a
    busy machine."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for way, taken in zip(ways, times, strict=True):
            start = time.thread_time()
            way()
            taken.append(time.thread_time() - start)
    return [statistics.median(taken) * 1e3 for taken in times]


def main() -> None:
    """Print for each page its time, its SQL's, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"ONWARD_DATA": folder})
        open_database(settings)
        app = create_app(settings)
        app.config.update(WTF_CSRF_ENABLED=False)
        with connected():
            fill()
            client = app.test_client()
            client.post("/sign-in", data={"email": "ann@onward.example", "password": PASSWORD})
            print(f"{VENDORS:,} vendors, {ENGAGEMENTS:,} engagements, {CHANGES:,} changes")
            for page in PAGES:
                compare(page, lambda at=page: client.get(at))


def compare(page: str, visit: Callable[[], Any]) -> None:
    answer = visit()
    assert answer.status_code == 200, f"{page} answered {answer.status_code}"
    queries = statements(visit)
    whole, bare = side_by_side(visit, lambda: run(queries))
    print(
        f"{page:20} {whole:7.1f} ms, its {len(queries):2} queries {bare:7.1f} ms  "
        f"{whole / bare:5.2f}×  goal ≤{GOAL}×"
    )


if __name__ == "__main__":
    main()
