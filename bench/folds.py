"""The reader's figures on labelled documents, in five folds by company.

    .venv/bin/python bench/folds.py SCORE.PY pages|policies FOLDER

SCORE.PY is the scorer that belongs to the labels. A company's fold is the hash of its name, so that
it is the same on every machine and stays when others are added.
"""

import hashlib
import shlex
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FOLDS = 5
FLASK = Path(sys.executable).with_name("flask")
USAGE = "usage: folds.py SCORE.PY pages|policies FOLDER"
Figures = dict[str, Any]


def company_of(stem: str) -> str:
    """The first word of a document's name; `neg-` marks documents without a list."""
    return stem.removeprefix("neg-").split("-")[0]


def fold_of(stem: str) -> int:
    """Tell in which of the folds the documents of a company are."""
    return int(hashlib.sha256(company_of(stem).encode()).hexdigest(), 16) % FOLDS


def load_scorer(path: Path, what: str) -> Callable[[Path, str, bool], Figures]:
    """The function of the scorer for pages or for policies."""
    spec = spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path} is no scorer; {USAGE}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[Path, str, bool], Figures] = getattr(module, f"score_{what}")
    return found


def figures_by_fold(
    score: Callable[[Path, str, bool], Figures], folder: Path
) -> Iterator[tuple[str, Figures]]:
    """The figures of each fold, then of all documents together."""
    command = f"{shlex.quote(str(FLASK))} extract"
    for fold in range(FOLDS):
        with TemporaryDirectory() as name:
            for path in sorted(folder.iterdir()):
                if fold_of(path.stem) == fold:
                    (Path(name) / path.name).symlink_to(path.resolve())
            yield f"fold {fold}", score(Path(name), command, False)
    yield "all", score(folder, command, False)


def main() -> None:
    if len(sys.argv) != 4 or sys.argv[2] not in ("pages", "policies"):
        sys.exit(USAGE)
    folder = Path(sys.argv[3])
    if not folder.is_dir():
        sys.exit(f"there is no folder {folder}; {USAGE}")
    found = dict(figures_by_fold(load_scorer(Path(sys.argv[1]), sys.argv[2]), folder))
    print("| | " + " | ".join(found) + " |")
    print("|---" * (len(found) + 1) + "|")
    for name in found["all"]:
        print(f"| {name} | " + " | ".join(_shown(one[name]) for one in found.values()) + " |")


def _shown(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str("" if value is None else value)


if __name__ == "__main__":
    main()
