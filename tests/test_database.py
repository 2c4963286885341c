"""The database: its schema is what the models say, and it is never harmed by an older program."""

from pathlib import Path

import pytest
from peewee import SqliteDatabase

from inventory.database import connected, database, open_database
from inventory.models import TABLES, DataCategory, Vendor
from inventory.settings import Settings, SettingsError


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
