"""Settings, read from the environment and checked once."""

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CONTACT_PAGE = re.compile(r"https?://[!-'*-~]{1,200}")  # no bracket: it stands within two
CONTACT_MAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)


class SettingsError(Exception):
    """A setting, or the folder it names, cannot be used; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """Everything that the environment may choose."""

    data: Path
    database: str
    secret_key: str
    host: str
    port: int
    allow_private: bool
    base_url: str
    proxies: int
    chromium: Path
    contact: str = ""  # a URL, for the sites that we visit


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read every ONWARD_ setting. Nothing is written but the secret key, and that only when first
    needed."""
    data = Path(environ.get("ONWARD_DATA") or "data").absolute()
    host = environ.get("ONWARD_HOST") or "127.0.0.1"
    port = _port(environ.get("ONWARD_PORT") or "8000")
    return Settings(
        data=data,
        database=environ.get("ONWARD_DATABASE") or f"sqlite:///{data / 'onward.db'}",
        secret_key=environ.get("ONWARD_SECRET_KEY") or "",
        host=host,
        port=port,
        allow_private=_yes(environ.get("ONWARD_ALLOW_PRIVATE")),
        proxies=_count("ONWARD_PROXIES", environ.get("ONWARD_PROXIES") or "0"),
        chromium=Path(environ.get("ONWARD_CHROMIUM") or "/usr/bin/chromium"),
        contact=_contact((environ.get("ONWARD_CONTACT") or "").strip()),
        base_url=(environ.get("ONWARD_BASE_URL") or f"http://{host}:{port}").rstrip("/"),
    )


def make_data_folder(settings: Settings) -> None:
    """Make the data folder, readable by its owner alone. Raises SettingsError where it cannot be
    written."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = settings.data / f".writable-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise SettingsError(
            f"the data folder {settings.data} cannot be written ({error.strerror}); "
            "make it writable or name another in ONWARD_DATA"
        ) from error


def secret_key(settings: Settings) -> str:
    """Return the key that signs sessions: the one set, or one made on first start and kept in the
    data folder."""
    if settings.secret_key:
        return settings.secret_key
    make_data_folder(settings)
    return kept_secret(settings.data / "secret-key")


def kept_secret(path: Path) -> str:
    """Return the secret kept in a file; where there is none, make one.

    Two processes at once agree on one: the file appears whole or not at all.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(32))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()


def keep_private(path: Path) -> Path:
    """Make a file that its owner alone may read, where there is none yet. SQLite gives the files
    that it puts beside one of its own the same mode."""
    with suppress(OSError):  # whoever opens it says what is wrong
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError(f"ONWARD_PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


def _count(name: str, text: str) -> int:
    if not text.isdigit() or int(text) > 9:
        raise SettingsError(f"{name} must be a number from 0 to 9, not {text!r}")
    return int(text)


def _contact(text: str) -> str:
    """Who looks, as a URL: the address of a page or, for a mail address, one that writes to it."""
    if not text or CONTACT_PAGE.fullmatch(text):
        return text
    if CONTACT_MAIL.fullmatch(text):
        return f"mailto:{text.removeprefix('mailto:')}"
    raise SettingsError(
        "ONWARD_CONTACT must be the address of a page, such as https://example.com/robot, "
        f"or a mail address, not {text!r}"
    )


def _yes(text: str | None) -> bool:
    return (text or "").strip().lower() in {"1", "true", "yes", "on"}
