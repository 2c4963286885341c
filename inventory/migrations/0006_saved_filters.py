"""Filters of the inbox that people keep."""

from peewee import AutoField, CharField, Database, DateTimeField, ForeignKeyField, Model, TextField
from playhouse.migrate import SchemaMigrator


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class User(Table):
    pass


class SavedFilter(Table):
    user = ForeignKeyField(User, on_delete="CASCADE")
    name = CharField()
    query = TextField()
    created_at = DateTimeField()

    class Meta:
        indexes = ((("user", "name"), True),)


def up(migrator: SchemaMigrator, db: Database) -> None:
    with db.bind_ctx((SavedFilter,)):
        db.create_tables((SavedFilter,), safe=False)
