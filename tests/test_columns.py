"""Rows are written and read by SQL that is written once, and are what peewee would make of them."""

from datetime import UTC, date, datetime

import pytest

from inventory.database import Prepared, database
from inventory.models import Alias, Change, Engagement, Source, Vendor
from inventory.settings import Settings
from tests.factories import make_change, make_engagement, make_source, make_vendor

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_a_row_is_stored_as_peewee_would_store_it(workspace: Settings) -> None:
    values = {"name": "Acme", "is_ours": True, "created_at": NOON, "country": None}

    row = Vendor.create(slug="acme", **values)

    Vendor.insert(slug="other", **values).execute()
    ours, theirs = Vendor.select().order_by(Vendor.id).dicts()
    assert ours | {"id": 0, "slug": ""} == theirs | {"id": 0, "slug": ""}
    assert (row.id, row.is_dirty()) == (ours["id"], False)


def test_json_is_stored_as_the_database_folds_it(workspace: Settings) -> None:
    engagement = make_engagement(make_source(), entry={"vendor": "Äcme", "data": ["a", "b"]})

    Engagement.alter(engagement.id, countries=["DE"])

    query = "SELECT entry, countries FROM engagement"
    assert database.execute_sql(query).fetchall() == [
        ('{"vendor":"\\u00c4cme","data":["a","b"]}', '["DE"]')
    ]


def test_a_row_is_found_by_its_key_with_every_kind_of_value(workspace: Settings) -> None:
    change = make_change(
        make_engagement(make_source()), deadline=date(2026, 6, 1), is_minor=True, detected_at=NOON
    )

    found = Change.get_by_id(change.id)

    expected = Change.select().where(Change.id == change.id).dicts().get()
    assert found.__data__ == expected
    assert found.vendor.id == change.vendor_id


def test_a_key_that_is_not_there_is_told(workspace: Settings) -> None:
    with pytest.raises(Source.DoesNotExist):
        Source.get_by_id(7)


def test_a_column_that_is_not_there_is_refused(workspace: Settings) -> None:
    source = make_source()

    with pytest.raises(AttributeError, match="Source has no column 'colour'"):
        Source.alter(source.id, colour="red", kind="policy")

    assert Source.get_by_id(source.id).kind == "list"


def test_what_a_query_gives_beside_the_columns_is_an_attribute(workspace: Settings) -> None:
    make_vendor("Acme, Inc.")
    query = Prepared(
        lambda slot: (
            Vendor.select(Vendor, Alias.name.alias("printed"))
            .join(Alias, on=Alias.vendor)
            .where(Alias.normal == slot)
        )
    )

    (vendor,) = query.rows(Vendor, "acme")

    assert (vendor.name, vendor.printed) == ("Acme, Inc.", "Acme, Inc.")
