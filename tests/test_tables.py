"""Tables of facts are read as they are written, whether they were kept before or not."""

import json

import pytest

from scrapers import tables
from scrapers.catalogue import CATALOGUE
from scrapers.categories import LEXICON


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "facts.toml"
    path.write_text('[[fact]]\nname = "one"\n')
    return path


def kept(table):
    return list((table.parent / "__pycache__").glob("*.json"))


def test_what_was_kept_is_read_again(table):
    first = tables.read_table(table)

    (place,) = kept(table)
    assert json.loads(place.read_text()) == first == tables.read_table(table)


def test_a_table_that_was_edited_is_parsed_again(table):
    tables.read_table(table)

    table.write_text('[[fact]]\nname = "two"\n')

    assert tables.read_table(table) == {"fact": [{"name": "two"}]}
    assert len(kept(table)) == 1


def test_a_kept_table_that_was_broken_is_parsed_again(table):
    tables.read_table(table)
    kept(table)[0].write_text('{"fact": ')

    assert tables.read_table(table) == {"fact": [{"name": "one"}]}


def test_where_nothing_may_be_written_tables_are_read_all_the_same(table, monkeypatch):
    (table.parent / "__pycache__").write_text("in the way")

    assert tables.read_table(table) == {"fact": [{"name": "one"}]}


def test_who_wants_no_compiled_files_gets_no_kept_tables(table, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)

    tables.read_table(table)

    assert kept(table) == []


def test_a_table_with_dates_is_not_kept(table):
    table.write_text("day = 2026-11-30\n")

    assert str(tables.read_table(table)["day"]) == "2026-11-30"
    assert kept(table) == []


@pytest.mark.parametrize("path", [CATALOGUE, LEXICON])
def test_json_holds_all_that_our_tables_say(path):
    found = tables._parsed(path.read_bytes())

    assert json.loads(json.dumps(found)) == found
