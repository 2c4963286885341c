"""How long comparing two lists of 1,000 entries takes: at most 20 ms each, whatever changed."""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from sys import path as import_path

import_path.insert(0, str(Path(__file__).parent.parent))

from inventory.compare import amendments, likeness, renaming
from inventory.diff import compare
from scrapers import names
from scrapers.entry import Entry

LIMIT_MS = 20.0
SIZE = 1_000
WORDS = (
    "cloud",
    "mail",
    "voice",
    "data",
    "store",
    "queue",
    "chat",
    "audit",
    "card",
    "trace",
    "map",
)
PLACES = ("Ireland", "Japan", "Brazil", "Kenya", "Norway", "Peru")


def vendors(random: Random) -> list[Entry]:
    """A list as large ones are: a fifth of the rows share their vendor with another."""
    return [_entry(random, number if number % 5 else number + 1) for number in range(SIZE)]


def _entry(random: Random, number: int) -> Entry:
    name = f"{random.choice(WORDS).title()}works {number}"
    purpose = " ".join(random.choices(WORDS, k=6))
    place = random.choice(PLACES)
    entity = f"{name}, Inc."
    return Entry(
        vendor=name,
        entity=entity,
        quote=f"{entity} {purpose} {place}",
        purpose=purpose,
        locations=(place,),
        link=f"https://{name.replace(' ', '-').lower()}.example/privacy",
        section=f"Group {number % 7}",
    )


def _shuffled(entries: list[Entry], random: Random) -> list[Entry]:
    return random.sample(entries, len(entries))


def _edited(entries: list[Entry], random: Random) -> list[Entry]:
    kept = [e if random.random() > 0.02 else replace(e, purpose="something new") for e in entries]
    return [*kept[10:], *(_entry(random, SIZE + n) for n in range(10))]


def _reworded(entries: list[Entry], random: Random) -> list[Entry]:
    return [replace(e, purpose=f"{random.random()} of {e.purpose}" * 2) for e in entries]


def _replaced(entries: list[Entry], random: Random) -> list[Entry]:
    return [_entry(random, SIZE + n) for n in range(len(entries))]


CASES: dict[str, Callable[[list[Entry], Random], list[Entry]]] = {
    "the same again": lambda entries, random: list(entries),
    "shuffled": _shuffled,
    "2 % amended, 10 removed, 10 added": _edited,
    "60 removed, 60 added": lambda entries, random: [
        *entries[60:],
        *_replaced(entries[:60], random),
    ],
    "every purpose reworded": _reworded,
    "regrouped": lambda entries, random: [replace(e, section="All") for e in entries],
    "every entry another": _replaced,
}


def _forget() -> None:
    """Empty every cache, so that each run is a first one."""
    for module in (amendments, likeness, names, renaming):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _best_of(runs: int, old: list[Entry], new: list[Entry]) -> float:
    times = []
    for _ in range(runs):
        _forget()
        gc.collect()
        start = time.process_time()
        compare(old, new)
        times.append((time.process_time() - start) * 1000)
    return min(times)


def main() -> int:
    worst = 0.0
    for name, change in CASES.items():
        random = Random(1)
        old = vendors(random)
        spent = _best_of(5, old, change(old, random))
        worst = max(worst, spent)
        print(f"{name:36} {spent:6.1f} ms")
    print(f"{'worst':36} {worst:6.1f} ms, limit {LIMIT_MS:.0f}")
    return worst > LIMIT_MS


if __name__ == "__main__":
    sys.exit(main())
