"""Replay the versions of a page through a local server and real checks, by a clock of its own.

`python -m tests.replay FOLDER` scores every history of a folder as the scorer beside the corpus
does, and prints what was missed.
"""

import importlib.util
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from inventory.check import check_source
from inventory.database import connected, database, open_database
from inventory.diff import compare_readings, comparison_to_json
from inventory.health import GOOD
from inventory.models import Change, Check, Reading, Source, Vendor
from inventory.report import change_to_json
from inventory.settings import load_settings
from inventory.snapshots import reading_value
from scrapers.fetch import Fetcher
from tests.servers import Answer, HttpServer, Request, serving

SHARED = Path(__file__).parent.parent.parent / "shared"
CORPUS = SHARED / "corpus"
HISTORIES = CORPUS / "histories"
BEGINNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
BETWEEN_LOOKS = timedelta(hours=12)
BETWEEN_VERSIONS = timedelta(days=30)  # longer than a story that goes back and forth
LOOKS = 2  # a removal counts at the second

Line = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """What the looks at one version came to, and what they told."""

    checks: tuple[Check, ...]
    changes: list[Line] = field(default_factory=list)

    @property
    def check(self) -> Check:
        """The last look."""
        return self.checks[-1]

    @property
    def is_good(self) -> bool:
        return self.check.outcome in GOOD

    @property
    def is_baseline(self) -> bool:
        return any(check.outcome == "baseline" for check in self.checks)


class Stage:
    """A server that shows of each page what the test sets, and sources that look at it."""

    def __init__(self, server: HttpServer, shown: dict[str, bytes]) -> None:
        self.server, self.shown = server, shown
        self.fetcher = Fetcher(allow_private=True, pause=0)
        self.now = BEGINNING

    def watch(self, name: str, content: bytes = b"") -> Source:
        """Begin to watch a page; it is called as its vendor is."""
        self.shown[name] = content
        vendor = Vendor.create(slug=name, name=name, is_ours=True)
        url = f"{self.server.url}/{name}"
        return Source.create(vendor=vendor, url=url, next_check_at=self.now)

    def look(self, source: Source, after: timedelta = BETWEEN_LOOKS, **options: Any) -> Check:
        """Look some time after the last look."""
        self.now += after
        check = check_source(source, fetcher=self.fetcher, clock=lambda: self.now, **options)
        assert check is not None
        return check

    def play(self, source: Source, versions: Sequence[bytes]) -> Iterator[Seen]:
        """Show each version in turn, and look at it twice."""
        for content in versions:
            self.shown[source.vendor.slug] = content
            checks = tuple(self.look(source) for _ in range(LOOKS))
            self.now += BETWEEN_VERSIONS
            yield Seen(checks, told(checks))


@contextmanager
def staging() -> Iterator[Stage]:
    """A stage of its own until the block ends."""
    shown: dict[str, bytes] = {}

    def site(request: Request) -> Answer:
        content = shown.get(request.path.strip("/"))
        if content is None:
            return Answer(status=404)
        return Answer(content, headers={"Content-Type": "text/html; charset=utf-8"})

    with serving(site) as server:
        stage = Stage(server, shown)
        with stage.fetcher:
            yield stage


def list_page(listed: Mapping[str, str], extra: str = "") -> bytes:
    """A list of sub-processors of our own writing: names with their purposes."""
    rows = "".join(f"<tr><td>{name}</td><td>{what}</td></tr>" for name, what in listed.items())
    return (
        '<!doctype html><html lang="en"><body><h1>Sub-processors</h1>'
        "<p>We use these sub-processors.</p>"
        f"<table><tr><th>Sub-processor</th><th>Purpose</th></tr>{rows}</table>{extra}</body></html>"
    ).encode()


def told(checks: Sequence[Check]) -> list[Line]:
    """What `flask changes --json` says of these checks, corrections and minor changes left out."""
    rows = Change.select().where(Change.check_row.in_([check.id for check in checks]))
    lines = [change_to_json(row) for row in rows.order_by(Change.id)]
    return [line for line in lines if line["cause"] == "vendor" and not line["minor"]]


def by_looking(paths: Sequence[Path], seen: Sequence[Seen]) -> Iterator[Line]:
    """What the looks told, pair by pair, as `flask compare` would print it.

    What is told after a version that could not be read is older than the pair, and is left out; a
    page that is looked at afresh is no readable pair.
    """
    for (old, before), (new, after) in pairwise(zip(paths, seen, strict=True)):
        is_readable = before.is_good and after.is_good and not after.is_baseline
        yield {
            "old": str(old),
            "new": str(new),
            "readable": is_readable,
            "problem": after.check.problem,
            "changes": [_event(line) for line in after.changes] if is_readable else [],
        }


def by_comparing(paths: Sequence[Path], seen: Sequence[Seen]) -> Iterator[Line]:
    """What `flask compare` prints of the same readings."""
    readings = [reading_value(Reading.get_by_id(one.check.reading_id)) for one in seen]
    for (old, before), (new, after) in pairwise(zip(paths, readings, strict=True)):
        yield comparison_to_json(str(old), str(new), compare_readings(before, after))


def _event(line: Line) -> Line:
    names = {"vendor": line["subprocessor"], "entity": line["entity"]}
    values = {key: line[key] for key in ("field", "before", "after")}
    return {"type": line["kind"], **names, **values}


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    """The scorer that lies beside the corpus."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(corpus: Path, *, verbose: bool = False) -> dict[str, Any]:
    """Score the looks at every history of a folder, as the scorer scores `flask compare`."""
    module = scorer()
    module.run_lines = lambda command, paths, chunk: list(_replayed(paths))
    figures: dict[str, Any] = module.score_histories(corpus, None, verbose)
    return figures


def _replayed(paths: Sequence[Path]) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder, workspace(Path(folder)), staging() as stage:
        source = stage.watch(paths[0].parent.parent.name)
        seen = list(stage.play(source, [path.read_bytes() for path in paths]))
        yield from by_looking(paths, seen)


@contextmanager
def workspace(folder: Path) -> Iterator[None]:
    """An empty register in a folder, in place of the one that is open."""
    open_database(load_settings({"ONWARD_DATA": str(folder), "ONWARD_ALLOW_PRIVATE": "1"}))
    try:
        with connected():
            yield
    finally:
        database.close()


def main() -> None:
    """Print what the looks missed and told wrongly, and the figures."""
    for name, value in score(Path(sys.argv[1]), verbose=True).items():
        print(f"{name:32} {value:.4f}" if isinstance(value, float) else f"{name:32} {value}")


if __name__ == "__main__":
    main()
