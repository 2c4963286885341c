"""Histories of real lists, replayed look by look: what is told is what `flask compare` tells."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from inventory.settings import Settings
from tests.replay import CORPUS, Line, by_comparing, by_looking, staging

FOLDERS = sorted(path.parent / "versions" for path in CORPUS.glob("*/*/events.json"))

pytestmark = pytest.mark.skipif(
    not FOLDERS, reason="the labelled documents are not beside this checkout"
)


def events(answers: Iterable[Line]) -> list[tuple[bool, Counter[tuple[str, ...]]]]:
    """For each pair whether it was readable, and what was told, whatever a company is called."""
    keys = ("type", "field", "before", "after")
    return [
        (answer["readable"], Counter(tuple(map(event.get, keys)) for event in answer["changes"]))
        for answer in answers
    ]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_looks_tell_what_comparing_tells(folder: Path, workspace: Settings) -> None:
    paths = sorted(folder.glob("*.html"))

    with staging() as stage:
        source = stage.watch(folder.parent.name)
        seen = list(stage.play(source, [path.read_bytes() for path in paths]))

    assert events(by_looking(paths, seen)) == events(by_comparing(paths, seen))
