"""The base of every table, and the columns that peewee does not bring."""

from datetime import UTC, datetime
from typing import Any

from peewee import AutoField, Check as Constraint, DateTimeField, Model

from inventory.database import database


def utcnow() -> datetime:
    """The present moment, aware and in UTC."""
    return datetime.now(UTC)


def one_of(column: str, words: tuple[str, ...]) -> Any:
    """A constraint that keeps a column to a closed list of words."""
    return Constraint(f"{column} IN ({', '.join(repr(word) for word in words)})")


class UtcField(DateTimeField):
    """A moment: aware in Python, naive UTC with microseconds in the database, so that text sorts as
    time does."""

    def db_value(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        if value.tzinfo is not None:
            value = value.astimezone(UTC).replace(tzinfo=None)
        return value.isoformat(sep=" ", timespec="microseconds")

    def python_value(self, value: Any) -> datetime | None:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.replace(tzinfo=UTC) if moment else None


class Table(Model):
    """The base of every table."""

    id = AutoField()

    class Meta:
        database = database
        legacy_table_names = False
