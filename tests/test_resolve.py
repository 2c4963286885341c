"""Which company an entry means: found by its names, never by likeness."""

import pytest

from inventory.models import Alias, AuditEvent, Engagement, Source, Vendor, utcnow
from inventory.resolve import find_vendor, merge, resolve, suggestions, vendor_named
from inventory.settings import Settings
from scrapers.entry import Entry


def test_legal_form_case_and_accents_do_not_make_another_company(workspace: Settings) -> None:
    first = vendor_named("Société Example")

    again = [vendor_named(name) for name in ("Societe Example, Inc.", "SOCIÉTÉ EXAMPLE GmbH")]

    assert {vendor.id for vendor in again} == {first.id}


def test_a_catalogue_vendor_brings_its_names_and_its_parent(workspace: Settings) -> None:
    found = vendor_named("Amazon Web Services EMEA SARL")

    assert found.catalogue_key is not None
    assert found.parent is not None
    assert vendor_named("AWS").id == found.id


def test_likeness_alone_merges_nothing(workspace: Settings) -> None:
    vendor_named("Plaid")

    assert find_vendor("Plain") is None
    assert [vendor.name for vendor in suggestions("Plain")] == ["Plaid"]


def test_an_entry_comes_back_under_the_registers_name(workspace: Settings) -> None:
    acme = vendor_named("Acme Mail")
    Alias.create(vendor=acme, name="Acme Post", normal="acme post")

    [(entry, vendor)] = resolve(
        [Entry(vendor="Acme Post", entity="Acme Post Ltd", quote="Acme Post Ltd")]
    )

    assert (entry.vendor, vendor.id) == ("Acme Mail", acme.id)


def test_merging_leaves_one_row_that_everything_names(workspace: Settings) -> None:
    ours, one, two = (vendor_named(name) for name in ("Ours", "Globex Mail", "Globex Post"))
    source = Source.create(vendor=ours, url="https://ours.example/list")
    now = utcnow()
    Engagement.create(
        vendor=ours, subprocessor=two, source=source, entity="Globex Post", role="sub-processor",
        condition="stated", status="current", certainty="stated", countries=[], quote="Globex Post",
        entry={"vendor": "Globex Post", "entity": "Globex Post", "quote": "Globex Post"},
        first_seen_at=now, last_seen_at=now,
    )  # fmt: skip

    merge(two, into=one)

    assert Vendor.get_or_none(Vendor.id == two.id) is None
    assert Engagement.get().subprocessor_id == one.id
    assert vendor_named("Globex Post").id == one.id
    assert AuditEvent.get().action == "merged"


def test_a_vendor_is_not_merged_into_itself(workspace: Settings) -> None:
    vendor = vendor_named("Acme")

    with pytest.raises(ValueError, match="cannot be merged into itself"):
        merge(vendor, into=vendor)


def test_two_names_that_look_the_same_in_an_address_get_two_addresses(workspace: Settings) -> None:
    slugs = {
        vendor_named(name).slug for name in ("Acme (EU)", "Acme EU 2", "株式会社テスト", "テスト二")
    }

    assert len(slugs) == 4


def test_a_product_printed_with_its_owner_stays_the_product(workspace: Settings) -> None:
    entry = Entry(
        vendor="Google Analytics", entity="Google LLC", quote="Google Analytics (Google LLC)"
    )

    [(_, vendor)] = resolve([entry])

    assert vendor.name == "Google Analytics"
