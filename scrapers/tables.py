"""Reads our tables of facts: people edit them as TOML, and JSON is read twenty times as quickly.

What was parsed is kept beside the compiled modules, under a name that tells what it was made of, so
that a table which was edited is parsed again. `python -m scrapers.tables` keeps all of them ahead.
"""

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any


def read_table(path: Path) -> dict[str, Any]:
    """What a TOML file says. Raises OSError, and ValueError where it is no TOML."""
    content = path.read_bytes()
    with suppress(OSError, ValueError):
        known: dict[str, Any] = json.loads(_place(path, content).read_bytes())
        return known
    found = _parsed(content)
    if not sys.dont_write_bytecode:
        _keep(path, content, found)
    return found


def keep_tables(folder: Path) -> None:
    """Keep what all tables of a folder say."""
    for path in folder.glob("*.toml"):
        content = path.read_bytes()
        _keep(path, content, _parsed(content))


def _parsed(content: bytes) -> dict[str, Any]:
    import tomllib  # not needed where the table was kept

    return tomllib.loads(content.decode())


def _keep(path: Path, content: bytes, found: dict[str, Any]) -> None:
    place = _place(path, content)
    fresh = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError, TypeError):  # no right to write there; dates, which JSON does not know
        said = json.dumps(found)
        place.parent.mkdir(exist_ok=True)
        for old in place.parent.glob(f"{path.stem}.*.json"):
            old.unlink(missing_ok=True)
        fresh.write_text(said)
        fresh.replace(place)


def _place(path: Path, content: bytes) -> Path:
    return path.parent / "__pycache__" / f"{path.stem}.{sha256(content).hexdigest()[:16]}.json"


if __name__ == "__main__":
    keep_tables(Path(__file__).parent)
