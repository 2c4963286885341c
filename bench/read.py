"""Reading a corpus of pages against BeautifulSoup's mere parsing of the same bytes, in one process.

    .venv/bin/python bench/read.py ../shared/corpus [rounds]

The goal: in sum at most what `BeautifulSoup(…, "lxml")` takes, half of it for the median page,
twice for the slowest.
"""

import gc
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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


@dataclass
class Times:
    """What a kind of work took, in seconds: the best of each page, the whole of each round.

    A whole round holds what single pages escape, such as the collection of garbage they leave.
    """

    best: dict[str, float] = field(default_factory=dict)
    rounds: list[float] = field(default_factory=list)

    def run(self, work: Callable[[Page], object], pages: list[Page]) -> None:
        """Do it once to every page."""
        gc.collect()
        took = {page.url: seconds(work, page) for page in pages}
        self.rounds.append(sum(took.values()))
        self.best = {url: min(self.best.get(url, time), time) for url, time in took.items()}


def measure(pages: list[Page], rounds: int) -> tuple[Times, Times]:
    """Parsing and reading in turn, all pages a round."""
    parsing, reading = Times(), Times()
    for _ in range(rounds):
        parsing.run(parse, pages)
        reading.run(read, pages)
    return parsing, reading


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    found = sorted(path for path in folder.rglob("*") if path.suffix in DOCUMENTS)
    if not found:
        sys.exit(f"no pages in {folder}; give a folder of saved .html files")
    pages = [replace(Page.from_file(path), url=str(path.relative_to(folder))) for path in found]
    read(pages[0])  # what is loaded once is start-up, not reading
    parsing, reading = measure(pages, rounds)
    ratios = {url: time / parsing.best[url] for url, time in reading.best.items()}
    whole = [took / parsed for parsed, took in zip(parsing.rounds, reading.rounds, strict=True)]
    slowest = sorted(ratios, key=ratios.__getitem__, reverse=True)
    print(f"pages {len(pages)}, {sum(len(page.content) for page in pages) / 1e6:.1f} MB")
    print(
        f"parsing {min(parsing.rounds):.2f} s, reading {min(reading.rounds):.2f} s: ratio "
        f"{statistics.median(whole):.2f}, {min(whole):.2f} to {max(whole):.2f} (goal 1.00)"
    )
    print(f"median page {statistics.median(ratios.values()):.2f} (goal 0.50)")
    print(f"slowest page {ratios[slowest[0]]:.2f} (goal 2.00)")
    for url in slowest[:8]:
        print(f"  {ratios[url]:.2f}  {reading.best[url] * 1000:.1f} ms  {url}")


if __name__ == "__main__":
    main()
