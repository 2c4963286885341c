"""The kinds of personal data, by the Fides taxonomy's keys, in our words."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from scrapers.errors import CatalogueError

DATA_CATEGORIES = Path(__file__).with_name("data_categories.toml")

_KEY = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)*")
_TEXTS = ("key", "name", "description")


@dataclass(frozen=True)
class DataCategory:
    """One kind of data; `parent` is the key above it, `special` as in GDPR Articles 8 to 10."""

    key: str
    name: str
    description: str
    parent: str | None
    special: bool = False


@lru_cache(maxsize=8)
def load_data_categories(path: Path = DATA_CATEGORIES) -> tuple[DataCategory, ...]:
    """Read and check the categories, parents before children as the file has them."""
    found: dict[str, DataCategory] = {}
    for table in _read(path):
        category = _category(table, file=path.name)
        if category.key in found:
            _fail(path.name, category.key, "key", "stands there twice")
        if category.parent is not None and category.parent not in found:
            _fail(path.name, category.key, "key", f"its parent {category.parent!r} must come first")
        found[category.key] = category
    return tuple(found.values())


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(f"{path}: no such file; the data categories cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: not readable as TOML: {error}") from None
    tables = document.pop("category", None)
    if document or not isinstance(tables, list) or not tables:
        raise CatalogueError(f"{path.name}: expected only [[category]] tables, at least one")
    return tables


def _category(table: dict[str, Any], *, file: str) -> DataCategory:
    key = str(table.get("key", table.get("name", "without a key")))
    for field in _TEXTS:
        if not isinstance(table.get(field), str) or not table[field].strip():
            _fail(file, key, field, "must be text that is not empty")
    for field in table.keys() - {*_TEXTS, "special"}:
        _fail(file, key, field, "is not known here; known are key, name, description, special")
    if not _KEY.fullmatch(key):
        _fail(file, key, "key", "use small words joined by _ and separated by dots")
    special = table.get("special", False)
    if not isinstance(special, bool):
        _fail(file, key, "special", "must be true or false")
    parent = key.rpartition(".")[0] or None
    return DataCategory(key, table["name"], table["description"], parent, special)


def _fail(file: str, key: str, field: str, reason: str) -> NoReturn:
    raise CatalogueError(f"{file}: category {key!r}, field {field!r}: {reason}")
