"""Services that policies mention often beside those of the catalogue, as familiar.toml has them."""

from functools import cache
from pathlib import Path

from scrapers.tables import read_table

_TABLE = Path(__file__).parent.parent / "familiar.toml"


def familiar_names() -> list[tuple[str, bool]]:
    """Give each name, and whether it is an ordinary word as well."""
    table = _table()
    return [(name, kind == "words") for kind in ("names", "words") for name in table[kind]]


@cache
def networks() -> frozenset[str]:
    """Networks where people post, in small letters."""
    return frozenset(_table()["networks"])


@cache
def account_providers() -> frozenset[str]:
    """Services with whose accounts people sign in elsewhere, networks among them, in small
    letters."""
    return networks() | frozenset(_table()["accounts"])


@cache
def _table() -> dict[str, list[str]]:
    return read_table(_TABLE)
