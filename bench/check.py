"""Compare a check of a 130 KB page on loopback with a bare `requests.Session` GET of it."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from sys import path as import_path

import requests

import_path.insert(0, str(Path(__file__).parent.parent))

from bench.origin import serving  # the path above comes first
from inventory.check import check_source
from inventory.database import connected, open_database
from inventory.models import Source, Vendor
from inventory.settings import load_settings
from scrapers.fetch import Fetcher

ROUNDS = 150
GOALS = {"identical bytes": 3.0, "rotating token": 5.0, "304": 1.5}


def side_by_side(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median time of each way in milliseconds, the ways taking turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) * 1e3 for name, taken in times.items()}


def look(url: str, fetcher: Fetcher) -> Callable[[], object]:
    """A check of a source, after its baseline."""
    vendor = Vendor.create(slug=url[-5:], name=url[-5:])
    source = Source.create(vendor=vendor, url=url)
    baseline = check_source(source, fetcher=fetcher)
    assert baseline is not None
    print(f"# {url[-5:]}: {baseline.outcome}, {len(baseline.reading.entries)} entries")
    return lambda: check_source(source, fetcher=fetcher)


def main() -> None:
    """Print the medians, their ratios to the bare GET, and the goals."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving() as base,
        requests.Session() as session,
        Fetcher(allow_private=True, pause=0) as fetcher,
    ):
        open_database(load_settings({"ONWARD_DATA": folder}))
        with connected():
            ways = {
                "bare GET": lambda: session.get(f"{base}/same").content,
                "identical bytes": look(f"{base}/same", fetcher),
                "rotating token": look(f"{base}/token", fetcher),
                "304": look(f"{base}/etag", fetcher),
            }
            medians = side_by_side(ways)
    for name, median in medians.items():
        goal = f"goal ≤{GOALS[name]:g}×" if name in GOALS else ""
        print(f"{name:16} {median:8.2f} ms  {median / medians['bare GET']:5.2f}×  {goal}")


if __name__ == "__main__":
    main()
