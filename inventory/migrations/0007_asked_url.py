"""Snapshots know at which address they were asked for once their source moved to another."""

from peewee import Database
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql('ALTER TABLE "snapshot" ADD COLUMN "asked_url" TEXT')
