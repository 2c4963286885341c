"""Clauses say whom they hold for and what not objecting means."""

from peewee import Database
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(
        'ALTER TABLE "notice_term" ADD COLUMN "silence" VARCHAR(255) '
        "CHECK (silence IN ('consent', 'refusal'))"
    )
    db.execute_sql('ALTER TABLE "notice_term" ADD COLUMN "conditions" TEXT')
