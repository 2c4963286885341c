"""Settings: read once, refused with one sentence, secrets kept for their owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inventory.settings import SettingsError, kept_secret, load_settings, secret_key


def test_without_any_setting_everything_stands_in_one_folder(tmp_path: Path) -> None:
    settings = load_settings({"ONWARD_DATA": str(tmp_path)})

    assert settings.database == f"sqlite:///{tmp_path}/onward.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert not settings.allow_private


@pytest.mark.parametrize(
    ("name", "value"),
    [("ONWARD_PORT", "http"), ("ONWARD_PORT", "70000"), ("ONWARD_PROXIES", "many")],
)
def test_a_setting_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} must be a number .* not '{value}'"):
        load_settings({name: value})


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("https://acme.example/robot", "https://acme.example/robot"),
        (" privacy@acme.example ", "mailto:privacy@acme.example"),
        ("mailto:privacy@acme.example", "mailto:privacy@acme.example"),
        ("", ""),
    ],
)
def test_sites_may_be_told_who_looks(value: str, contact: str) -> None:
    assert load_settings({"ONWARD_CONTACT": value}).contact == contact


@pytest.mark.parametrize(
    "value", ["the privacy team", "https://a.example/\r\nX: y", "https://a.example/)", "ann@", "x"]
)
def test_a_contact_that_is_no_address_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="ONWARD_CONTACT must be the address of a page"):
        load_settings({"ONWARD_CONTACT": value})


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret"

    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(kept_secret, [path] * 32))

    assert len(secrets) == 1
    assert len(secrets.pop()) >= 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_the_session_key_outlives_a_restart(tmp_path: Path) -> None:
    settings = load_settings({"ONWARD_DATA": str(tmp_path / "data")})

    assert secret_key(settings) == secret_key(settings)
    assert secret_key(load_settings({"ONWARD_SECRET_KEY": "mine"})) == "mine"
