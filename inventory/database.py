"""The database: which one, how it is opened, and its schema brought up to date. Only this file
knows SQLite."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import (
    AsIs,
    Database,
    DatabaseError,
    DatabaseProxy,
    OperationalError,
    SqliteDatabase,
)
from playhouse.db_url import connect
from playhouse.migrations import Runner

from inventory.settings import Settings, SettingsError, keep_private, make_data_folder

MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "busy_timeout": 15_000,  # milliseconds: the web server and the worker write to the same file
    "synchronous": "normal",
    "cache_size": -8_000,  # KiB, so that the worker stays small
}

database = DatabaseProxy()
_SLOT = object()


class Prepared:
    """A query that is written as SQL once, at its first use, because it runs for every look.

    `write` makes the query; what it is given stands for a value that each run fills in, in order.
    """

    def __init__(self, write: Callable[[Any], Any]) -> None:
        self._write = write
        self._written: dict[Any, tuple[str, list[Any]]] = {}
        self._plans: dict[Any, Any] = {}

    def __call__(self, *values: Any) -> tuple[str, list[Any]]:
        """The SQL and its values, as the database takes them."""
        opened = type(database.obj)
        if opened not in self._written:
            self._written[opened] = self._write(AsIs(_SLOT, False)).sql()
        sql, parts = self._written[opened]
        filler = iter(values)
        return sql, [next(filler) if part is _SLOT else part for part in parts]

    def rows(self, table: Any, *values: Any) -> list[Any]:
        """Run it, each row as one of a table."""
        cursor = database.execute_sql(*self(*values))
        if table not in self._plans:
            plan = table.plan(column[0] for column in cursor.description)
            self._plans[table] = plan
        loaded: list[Any] = table.loaded(cursor.fetchall(), self._plans[table])
        return loaded

    def tuples(self, *values: Any) -> list[Any]:
        """Run it, each row as the database gives it."""
        return database.execute_sql(*self(*values)).fetchall()


def inserted_key(cursor: Any) -> Any:
    """The key of the row that a statement has just inserted."""
    return cursor.fetchone()[0] if database.returning_clause else cursor.lastrowid


def open_database(settings: Settings) -> None:
    """Connect `database` to what the settings name and migrate it. Raises SettingsError with one
    sentence."""
    make_data_folder(settings)
    database.initialize(_connect(settings.database))
    try:
        with connected():
            migrate(database.obj)
    except DatabaseError as error:
        place = _without_password(settings.database)
        raise SettingsError(f"the database {place} cannot be used: {error}") from error


def migrate(target: Database) -> list[str]:
    """Apply the migrations that the database lacks, each in a transaction; return their names."""
    runner = Runner(target, str(MIGRATIONS))
    unknown = [step.name for step in runner.status() if step.path is None]
    if unknown:
        raise SettingsError(
            f"the database was written by a newer version of Onward (migration {unknown[-1]}); "
            "install that version, or restore the copy made before the update"
        )
    return list(runner.up())


@contextmanager
def connected() -> Iterator[None]:
    """Hold a connection; close it at the end only if it was opened here."""
    opened = database.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if opened:
            database.close()


def transaction() -> Any:
    """A transaction that takes the write lock at its start, so that two writers queue instead of
    failing."""
    if isinstance(database.obj, SqliteDatabase):
        return database.atomic("IMMEDIATE")
    return database.atomic()


def _connect(url: str) -> Database:
    try:
        options = {"pragmas": PRAGMAS} if url.startswith("sqlite:") else {}
        opened: Database = connect(url, **options)
    except (OperationalError, RuntimeError, ImportError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"ONWARD_DATABASE is {_without_password(url)!r}, which cannot be opened: {error}"
        ) from error
    if isinstance(opened, SqliteDatabase) and opened.database != ":memory:":
        keep_private(Path(opened.database))
    return opened


def _without_password(url: str) -> str:
    return re.sub(r"(?<=://)([^/@:]*):.*@", r"\1:…@", url)
