"""The base of every table, and the columns that peewee does not bring."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from secrets import token_hex
from typing import Any, NamedTuple, Self

from peewee import (
    AutoField,
    CharField,
    Check as Constraint,
    DateTimeField,
    ForeignKeyField,
    Function,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from inventory.database import Prepared, database, inserted_key


def utcnow() -> datetime:
    """The present moment, aware and in UTC."""
    return datetime.now(UTC)


def new_stamp() -> str:
    """What no session of before carries."""
    return token_hex(16)


def one_of(column: str, words: tuple[str, ...]) -> Any:
    """A constraint that keeps a column to a closed list of words."""
    return Constraint(f"{column} IN ({', '.join(repr(word) for word in words)})")


PLAIN = (CharField, TextField, IntegerField, ForeignKeyField)  # the same there and here


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


class Plan(NamedTuple):
    """The columns that a statement gives: their names, what makes values of some, and which are
    none of the table's."""

    keys: tuple[str, ...]
    read: tuple[tuple[str, Callable[[Any], Any]], ...]
    apart: tuple[str, ...]


class Table(Model):
    """The base of every table.

    A look writes and reads many rows by their key; to write the SQL of each anew costs more than
    the database does, so it is written once for each set of columns.
    """

    id = AutoField()

    @classmethod
    def create(cls, **values: Any) -> Self:
        """Insert a row and give it back."""
        row, table = cls(**values), cls._meta.model
        names, stored = _stored(table, row.__data__)
        key = inserted_key(database.execute_sql(*_insert(table, names)(*stored)))
        if row._pk is None:
            row._pk = key
        row._dirty.clear()
        return row

    @classmethod
    def alter(cls, key: int, **values: Any) -> None:
        """Set these columns of the row with this key."""
        table = cls._meta.model
        names, stored = _stored(table, values)
        database.execute_sql(*_update(table, names)(*stored, key))

    @classmethod
    def get_by_id(cls, key: Any) -> Self:
        """The row with this key. Raises DoesNotExist."""
        for row in _select(cls._meta.model).rows(cls, key):
            found: Self = row
            return found
        raise cls.DoesNotExist(f"there is no {cls.__name__} {key}")

    @classmethod
    def plan(cls, names: Iterable[str]) -> Plan:
        """How rows with these columns are loaded; what is none of the table's is an attribute."""
        fields = {name: cls._meta.columns.get(name) for name in names}
        keys = tuple(field.name if field else name for name, field in fields.items())
        read = [field for field in fields.values() if field and not isinstance(field, PLAIN)]
        apart = tuple(name for name, field in fields.items() if field is None)
        return Plan(keys, tuple((field.name, field.python_value) for field in read), apart)

    @classmethod
    def loaded(cls, given: Iterable[Any], plan: Plan) -> list[Self]:
        """The rows that a statement gives."""
        return [cls._loaded(values, plan) for values in given]

    @classmethod
    def _loaded(cls, values: Any, plan: Plan) -> Self:
        row = cls(__no_default__=1)
        row.__data__ = data = dict(zip(plan.keys, values, strict=True))
        for key, read in plan.read:
            if data[key] is not None:
                data[key] = read(data[key])
        for key in plan.apart:
            setattr(row, key, data.pop(key))
        return row

    class Meta:
        database = database
        legacy_table_names = False


def _stored(table: Any, values: Mapping[str, Any]) -> tuple[tuple[str, ...], list[Any]]:
    """The columns that are given, as a table orders them, and their values as the database takes
    them; where it wraps one in a function, what that is given."""
    fields = [field for field in table._meta.sorted_fields if field.name in values]
    if len(fields) < len(values):
        known = {field.name for field in fields}
        raise AttributeError(f"{table.__name__} has no column {sorted(set(values) - known)[0]!r}")
    stored = [field.db_value(values[field.name]) for field in fields]
    bare = [one.arguments[0] if isinstance(one, Function) else one for one in stored]
    return tuple([field.name for field in fields]), bare


def _slots(table: Any, names: Iterable[str], slot: Any) -> dict[Any, Any]:
    """A slot for each column, in the function that the database wraps its values in."""
    slots = {}
    for name in names:
        field = table._meta.fields[name]
        probe = field.db_value([]) if isinstance(field, JSONField) else None
        slots[field] = Function(probe.name, (slot,)) if isinstance(probe, Function) else slot
    return slots


@lru_cache(maxsize=256)
def _insert(table: Any, names: tuple[str, ...]) -> Prepared:
    def write(slot: Any) -> Any:
        query = table.insert(_slots(table, names, slot))
        return query.returning(table.id) if database.returning_clause else query

    return Prepared(write)


@lru_cache(maxsize=256)
def _update(table: Any, names: tuple[str, ...]) -> Prepared:
    return Prepared(lambda slot: table.update(_slots(table, names, slot)).where(table.id == slot))


@lru_cache(maxsize=64)
def _select(table: Any) -> Prepared:
    return Prepared(lambda slot: table.select().where(table.id == slot))
