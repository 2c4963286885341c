"""Count the rows that a check writes, and compare replaying real histories with merely reading
them."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from sys import path as import_path
from typing import Any

import_path.insert(0, str(Path(__file__).parent.parent))

from bench.origin import serving  # the path above comes first
from inventory.check import check_source
from inventory.database import connected, database, open_database
from inventory.diff import compare_readings
from inventory.models import Source, Vendor
from inventory.settings import load_settings
from scrapers.fetch import Fetcher
from scrapers.page import Page
from scrapers.read import read
from scrapers.reading import Reading

CORPUS = Path("../shared/corpus/histories")
MOST_ROWS = 3
GOAL = 2.0  # times as long as reading
BEGINNING = datetime(2026, 1, 5, tzinfo=UTC)
KINDS = {"same": "same bytes", "token": "another token in it", "etag": "304"}


class Pages:
    """Versions of pages in place of a network: what is measured is what a look does with them."""

    def __init__(self) -> None:
        self.page: Page | None = None

    def fetch(self, url: str, **conditions: Any) -> Page | None:
        return self.page


@contextmanager
def workspace() -> Iterator[None]:
    """An empty register until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(load_settings({"ONWARD_DATA": folder}))
        with connected():
            yield
        database.close()


def rows_of_a_look(url: str, fetcher: Fetcher) -> int:
    """The rows that a look writes which finds nothing, after two that found the page."""
    vendor = Vendor.create(slug=url[-5:], name=url[-5:])
    source = Source.create(vendor=vendor, url=url)
    for _ in range(2):
        check_source(source, fetcher=fetcher)
    before: int = database.connection().total_changes
    check = check_source(source, fetcher=fetcher)
    assert check is not None
    assert check.outcome == "unchanged"
    after: int = database.connection().total_changes
    return after - before


def replay(history: list[Page], name: str) -> None:
    """Look twice at each version of a page, for a removal counts at the second look."""
    pages, now = Pages(), BEGINNING
    vendor = Vendor.create(slug=name, name=name)
    source = Source.create(vendor=vendor, url=f"https://{name}.example/list")
    for page in history:
        for _ in range(2):
            pages.page, now = page, now + timedelta(days=1)
            check_source(source, fetcher=pages, clock=lambda now=now: now)  # type: ignore[misc]


def read_all(history: list[Page]) -> list[Reading]:
    """Read every version."""
    return [read(page) for page in history]


def compare_all(history: list[Page]) -> None:
    """Read every version and compare each with the one before, as `flask compare` does."""
    for old, new in pairwise(read_all(history)):
        compare_readings(old, new)


def side_by_side(histories: list[list[Page]]) -> dict[str, float]:
    """Seconds of each way to go through every history; they take turns."""
    taken = dict.fromkeys(("reading", "comparing", "looking"), 0.0)
    with workspace():
        for number, history in enumerate(histories):
            ways: dict[str, Callable[[], object]] = {
                "reading": partial(read_all, history),
                "comparing": partial(compare_all, history),
                "looking": partial(replay, history, f"publisher{number}"),
            }
            for name, way in ways.items():
                start = time.process_time()
                way()
                taken[name] += time.process_time() - start
    return taken


def main() -> None:
    """Print rows and seconds with their goals."""
    with serving() as base, workspace(), Fetcher(allow_private=True, pause=0) as fetcher:
        for path, kind in KINDS.items():
            rows = rows_of_a_look(f"{base}/{path}", fetcher)
            print(f"rows of a look that changed nothing, {kind:20} {rows}  goal ≤{MOST_ROWS}")
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    folders = sorted(corpus.glob("*/versions"))
    if not folders:
        print(f"replaying is left out: there is no {corpus}; name a folder of histories")
        return
    histories = [[Page.from_file(path) for path in sorted(one.glob("*.html"))] for one in folders]
    side_by_side(histories[:1])  # warm
    taken = side_by_side(histories)
    print(f"reading {sum(map(len, histories))} versions {taken['reading']:.2f} s")
    for name, way in {"comparing": "without", "looking": "twice at each, in"}.items():
        ratio = taken[name] / taken["reading"]
        print(f"{name:10}{way} a register {taken[name]:6.2f} s {ratio:5.2f}×  goal ≤{GOAL:g}×")


if __name__ == "__main__":
    main()
