"""Histories of real lists, replayed look by look: what is told is what `flask compare` tells."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from inventory.settings import Settings
from tests.replay import HISTORIES, Line, by_comparing, by_looking, staging

NAMES = sorted(path.parent.name for path in HISTORIES.glob("*/events.json"))

pytestmark = pytest.mark.skipif(
    not NAMES, reason="the labelled documents are not beside this checkout"
)


def versions(history: str) -> list[Path]:
    return sorted((HISTORIES / history / "versions").glob("*.html"))


def events(answers: Iterable[Line]) -> list[tuple[bool, Counter[tuple[str, ...]]]]:
    """For each pair whether it was readable, and what was told, whatever a company is called."""
    keys = ("type", "field", "before", "after")
    return [
        (answer["readable"], Counter(tuple(map(event.get, keys)) for event in answer["changes"]))
        for answer in answers
    ]


@pytest.mark.parametrize("history", NAMES)
def test_looks_tell_what_comparing_tells(history: str, workspace: Settings) -> None:
    paths = versions(history)

    with staging() as stage:
        source = stage.watch(history)
        seen = list(stage.play(source, [path.read_bytes() for path in paths]))

    assert events(by_looking(paths, seen)) == events(by_comparing(paths, seen))
