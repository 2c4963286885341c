"""Channels that hear only of changes from a severity on. Those that there are hear of all."""

from peewee import Database
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(
        'ALTER TABLE "channel" ADD COLUMN "least_severity" INTEGER NOT NULL DEFAULT 0 '
        "CHECK (least_severity BETWEEN 0 AND 3)"
    )
