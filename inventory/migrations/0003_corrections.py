"""Corrections by people: what they say of a source, and changes and readings that come of it."""

from peewee import (
    AutoField,
    CharField,
    Check as Constraint,
    Database,
    DateTimeField,
    ForeignKeyField,
    JSONField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator

CORRECTED = ("entry", "no-entry", "missed", "title")
OLD_CAUSES = "CHECK (cause IN ('vendor', 'reader'))"
CAUSES = "CHECK (cause IN ('vendor', 'reader', 'person'))"
ADDED = ', "corrected_by_id" INTEGER, FOREIGN KEY '
REFERENCE = ', FOREIGN KEY ("corrected_by_id") REFERENCES "user" ("id") ON DELETE SET NULL)'


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class User(Table):
    pass


class Source(Table):
    pass


class Correction(Table):
    source = ForeignKeyField(Source, on_delete="RESTRICT", index=True)
    about = CharField(constraints=[Constraint(f"about IN ({', '.join(map(repr, CORRECTED))})")])
    name = TextField()
    section = TextField(null=True)
    quote = TextField(null=True)
    field = CharField(null=True)
    before = JSONField(null=True)
    value = JSONField(null=True)
    note = TextField()
    seen = JSONField(null=True)
    lapsed_at = DateTimeField(null=True)
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    set_at = DateTimeField()
    withdrawn_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    withdrawn_at = DateTimeField(null=True)


def up(migrator: SchemaMigrator, db: Database) -> None:
    with db.bind_ctx((Correction,)):
        db.create_tables((Correction,), safe=False)
    db.execute_sql('ALTER TABLE "reading" ADD COLUMN "meanings" VARCHAR(255) NOT NULL DEFAULT \'\'')
    db.execute_sql('DROP INDEX "reading_snapshot_id_reader_version"')
    db.execute_sql(
        'CREATE UNIQUE INDEX "reading_snapshot_id_reader_version_meanings" '
        'ON "reading" ("snapshot_id", "reader_version", "meanings")'
    )
    _widen_changes(db)


def _widen_changes(db: Database) -> None:
    """Let changes be caused by a person. SQLite alters no CHECK: the table is made anew under the
    same name. The migrator keeps foreign keys off meanwhile, so that no row follows the old one."""
    (made,) = db.execute_sql("SELECT sql FROM sqlite_master WHERE name = 'change'").fetchone()
    rows = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'change' AND type = 'index'"
    )
    indexes = [sql for (sql,) in rows if sql]
    wider = made.replace(OLD_CAUSES, CAUSES).replace(", FOREIGN KEY ", ADDED, 1)
    wider = wider.removesuffix(")") + REFERENCE
    columns = ", ".join(f'"{column.name}"' for column in db.get_columns("change"))
    db.execute_sql(wider.replace('CREATE TABLE "change"', 'CREATE TABLE "wider_change"', 1))
    db.execute_sql(f'INSERT INTO "wider_change" ({columns}) SELECT {columns} FROM "change"')
    db.execute_sql('DROP TABLE "change"')
    db.execute_sql('ALTER TABLE "wider_change" RENAME TO "change"')
    for index in indexes:
        db.execute_sql(index)
