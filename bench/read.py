"""Reading a corpus of pages against BeautifulSoup's mere parsing of the same bytes, in one process.

    .venv/bin/python bench/read.py ../shared/corpus [rounds]

The goal: in sum at most what `BeautifulSoup(…, "lxml")` takes, half of it for the median page,
twice for the slowest.
"""

import gc
import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from bs4 import BeautifulSoup

from scrapers.page import Page
from scrapers.read import read

ROUNDS = 3
DOCUMENTS = {".html"}  # what BeautifulSoup is there for; plain text costs it nothing to parse


def parse(page: Page) -> object:
    """What reading is measured against."""
    return BeautifulSoup(page.content, "lxml")


def seconds(work: Callable[[Page], object], page: Page) -> float:
    """CPU time of one run."""
    start = process_time()
    work(page)
    return process_time() - start


def measure(pages: list[Page], rounds: int) -> dict[str, tuple[float, float]]:
    """Best time of parsing and of reading each page; each round parses all, then reads all."""
    parsing = {page.url: float("inf") for page in pages}
    reading = dict(parsing)
    for _ in range(rounds):
        for work, best in ((parse, parsing), (read, reading)):
            gc.collect()
            for page in pages:
                best[page.url] = min(best[page.url], seconds(work, page))
    return {url: (parsing[url], reading[url]) for url in parsing}


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    found = sorted(path for path in folder.rglob("*") if path.suffix in DOCUMENTS)
    if not found:
        sys.exit(f"no pages in {folder}; give a folder of saved .html files")
    pages = [replace(Page.from_file(path), url=str(path.relative_to(folder))) for path in found]
    read(pages[0])  # what is loaded once is start-up, not reading
    times = measure(pages, rounds)
    ratios = {url: reading / parsing for url, (parsing, reading) in times.items()}
    parsed, took = (sum(column) for column in zip(*times.values(), strict=True))
    slowest = sorted(ratios, key=ratios.__getitem__, reverse=True)
    print(f"pages {len(pages)}, {sum(len(page.content) for page in pages) / 1e6:.1f} MB")
    print(
        f"parsing {parsed * 1000:.0f} ms, reading {took * 1000:.0f} ms: "
        f"ratio {took / parsed:.2f} (goal 1.00)"
    )
    print(f"median page {statistics.median(ratios.values()):.2f} (goal 0.50)")
    print(f"slowest page {ratios[slowest[0]]:.2f} (goal 2.00)")
    for url in slowest[:8]:
        print(f"  {ratios[url]:.2f}  {times[url][1] * 1000:.1f} ms  {url}")


if __name__ == "__main__":
    main()
