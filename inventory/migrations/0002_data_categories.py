"""Fill in the kinds of personal data, from the data file as it is on the day this is applied."""

from peewee import (
    AutoField,
    BooleanField,
    CharField,
    Database,
    ForeignKeyField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator

from scrapers.data_categories import load_data_categories


class DataCategory(Model):
    id = AutoField()
    key = CharField(unique=True)
    name = CharField()
    description = TextField()
    is_special = BooleanField()
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")

    class Meta:
        legacy_table_names = False


def up(migrator: SchemaMigrator, db: Database) -> None:
    rows: dict[str | None, DataCategory] = {}
    with db.bind_ctx([DataCategory]):
        for one in load_data_categories():  # parents come first
            rows[one.key] = DataCategory.create(
                key=one.key,
                name=one.name,
                description=one.description,
                is_special=one.special,
                parent=rows.get(one.parent),
            )
