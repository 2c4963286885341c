"""Watch the memory of a worker-like process over 2,000 checks of 130 KB pages."""

import os
import tempfile
from pathlib import Path
from sys import path as import_path

import_path.insert(0, str(Path(__file__).parent.parent))

from bench.origin import serving  # the path above comes first
from inventory import schedule
from inventory.check import check_source
from inventory.database import connected, open_database
from inventory.models import Source, Vendor
from inventory.settings import load_settings
from scrapers.fetch import Fetcher

CHECKS = 2_000
GOAL = 120  # MB
WAYS = ("same", "token", "etag", "same", "etag", "token", "same", "etag", "same", "news")


def resident() -> float:
    """The memory that this process holds now, in MB. From /proc, so on Linux only."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Print the memory at the start, after each tenth of the checks, and at the end."""
    with tempfile.TemporaryDirectory() as folder, serving() as base:
        settings = load_settings({"ONWARD_DATA": folder, "ONWARD_ALLOW_PRIVATE": "1"})
        open_database(settings)
        schedule.queue(settings)  # what a worker has loaded, too
        print(f"{'at the start':>16} {resident():7.1f} MB")
        levels = _look(base)
    growth = levels[-1] - levels[len(levels) // 2]
    print(f"highest {max(levels):.1f} MB, goal <{GOAL} MB; in the last part {growth:+.1f} MB")


def _look(base: str) -> list[float]:
    levels = []
    with connected(), Fetcher(allow_private=True, pause=0) as fetcher:
        vendor = Vendor.create(slug="vendor", name="Vendor")
        sources = [
            Source.create(vendor=vendor, url=f"{base}/{WAYS[number % len(WAYS)]}{number}")
            for number in range(40)
        ]
        for number in range(1, CHECKS + 1):
            check_source(sources[number % len(sources)], fetcher=fetcher)
            if number % (CHECKS // 10) == 0:
                levels.append(resident())
                print(f"{number:9,} checks {levels[-1]:7.1f} MB", flush=True)
    return levels


if __name__ == "__main__":
    main()
