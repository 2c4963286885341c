"""The database: its schema is what the models say, and it is never harmed by an older program."""

import shutil
from pathlib import Path

import pytest
from peewee import IntegrityError, SqliteDatabase

from inventory.database import MIGRATIONS, connected, database, open_database
from inventory.models import TABLES, Change, DataCategory, Review, Vendor
from inventory.settings import Settings, SettingsError
from tests.factories import make_engagement, make_source, make_vendor


def schema(of: SqliteDatabase) -> list[str]:
    rows = of.execute_sql(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'schema_migration'"
    )
    return sorted(sql for (sql,) in rows)


def test_migrations_build_what_the_models_say(workspace: Settings) -> None:
    modelled = SqliteDatabase(":memory:")
    with modelled.bind_ctx(TABLES):
        modelled.create_tables(TABLES)

    migrated = schema(database.obj)

    assert migrated == schema(modelled)


def test_opening_twice_keeps_what_is_there(workspace: Settings) -> None:
    Vendor.create(slug="acme", name="Acme")
    database.close()

    open_database(workspace)

    with connected():
        assert Vendor.get().name == "Acme"


def test_a_database_of_a_newer_version_is_left_alone(workspace: Settings) -> None:
    database.execute_sql(
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
    )
    database.close()

    with pytest.raises(SettingsError, match="written by a newer version of Onward"):
        open_database(workspace)


def test_a_folder_that_cannot_be_written_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    with pytest.raises(SettingsError, match=r"data folder .*data cannot be written"):
        open_database(settings)


def test_a_file_that_is_no_database_is_named(settings: Settings) -> None:
    settings.data.mkdir()
    (settings.data / "onward.db").write_bytes(b"not a database at all, but text" * 100)

    with pytest.raises(SettingsError, match="cannot be used"):
        open_database(settings)


def test_a_new_workspace_knows_all_kinds_of_data(workspace: Settings) -> None:
    email = DataCategory.get(DataCategory.key == "user.contact.email")

    assert DataCategory.select().count() == 85
    assert email.parent.key == "user.contact"
    assert DataCategory.get(DataCategory.key == "user.health_and_medical").is_special


def test_changes_and_what_hangs_on_them_outlive_the_widening_of_their_table(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for step in sorted(MIGRATIONS.glob("000[12]_*.py")):
        shutil.copy(step, older)
    monkeypatch.setattr("inventory.database.MIGRATIONS", older)
    open_database(settings)
    with connected():
        change = _change_of_before()
        database.close()
    monkeypatch.undo()

    open_database(settings)

    with connected():
        review = Review.get(Review.note == "seen")
        assert (review.change_id, review.change.after) == (change, "Alder")
        assert Change.get_by_id(change).corrected_by is None
        assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        Change.update(cause="person").where(Change.id == change).execute()
        with pytest.raises(IntegrityError):
            Change.update(cause="weather").where(Change.id == change).execute()
    database.close()


def _change_of_before() -> int:
    """A change with a review, as the program of before wrote them."""
    source = make_source()
    engagement = make_engagement(source, make_vendor("Alder"))
    columns = {
        **{f"{name}_id": getattr(engagement, f"{name}_id") for name in ("source", "vendor")},
        **{"subprocessor_id": engagement.subprocessor_id, "engagement_id": engagement.id},
        **{"kind": "added", "after": "Alder", "cause": "vendor", "is_minor": 0},
        **{"certainty": "stated", "not_after": "2026-01-01", "is_announced": 0},
        **{"detected_at": "2026-01-01", "severity": 0, "reasons": "[]"},
    }
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    sql = f'INSERT INTO "change" ({names}) VALUES ({marks})'
    change: int = database.execute_sql(sql, list(columns.values())).lastrowid
    Review.create(change=change, note="seen")
    return change
