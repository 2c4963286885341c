"""What people say that words for kinds of data mean."""

from peewee import (
    AutoField,
    Database,
    DateTimeField,
    ForeignKeyField,
    JSONField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class User(Table):
    pass


class DataPhrase(Table):
    normal = TextField(index=True)
    printed = TextField()
    keys = JSONField()
    note = TextField()
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    set_at = DateTimeField()
    withdrawn_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    withdrawn_at = DateTimeField(null=True)


def up(migrator: SchemaMigrator, db: Database) -> None:
    with db.bind_ctx((DataPhrase,)):
        db.create_tables((DataPhrase,), safe=False)
