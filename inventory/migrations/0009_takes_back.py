"""A review may take back the one before it."""

from peewee import Database
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql('ALTER TABLE "review" ADD COLUMN "takes_back" INTEGER')
