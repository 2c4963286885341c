"""What every test may ask for: a workspace of its own on real SQLite."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inventory.database import connected, database, open_database
from inventory.settings import Settings, load_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a workspace in a folder that the test throws away; loopback may be reached."""
    environ = {
        "ONWARD_DATA": str(tmp_path / "data"),
        "ONWARD_SECRET_KEY": "for tests only",
        "ONWARD_ALLOW_PRIVATE": "1",
    }
    return replace(load_settings(environ), base_url="http://onward.test")


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Settings]:
    """An open, empty register."""
    open_database(settings)
    with connected():
        yield settings
    database.close()
