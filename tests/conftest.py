"""What every test may ask for: a workspace of its own on real SQLite."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from inventory.database import connected, database, open_database
from inventory.settings import Settings, load_settings
from tests.factories import PASSWORD, make_user


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


@pytest.fixture
def client(workspace: Settings) -> FlaskClient:
    """A browser of somebody who has not signed in."""
    app = create_app(workspace)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return app.test_client()


@pytest.fixture
def signed_in(client: FlaskClient) -> FlaskClient:
    """A browser of an admin who has signed in."""
    user = make_user(name="Ann Admin", email="ann@onward.test")
    client.post("/sign-in", data={"email": user.email, "password": PASSWORD})
    return client
