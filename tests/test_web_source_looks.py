"""What the page of a source says of each look: which changes it brought, and what a contract gives
that names nobody."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Reading, Source, Vendor, utcnow
from tests.factories import (
    NOW,
    make_change,
    make_check,
    make_engagement,
    make_snapshot,
    make_source,
    make_term,
    make_vendor,
)
from tests.servers import pages, serving

DPA = (
    b"<html lang=en><h1>Data processing agreement</h1><p>This agreement forms part of the contract."
    b"</p><h2>Sub-processors</h2><p>We inform the customer at least 30 days before we engage a new "
    b"sub-processor. The customer may object within 14 days after receipt of that notice.</p>"
)


def text(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, response.status
    return " ".join(response.text.split())


def of_kind(kind: str) -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True), kind=kind)


def read(source: Source, **columns: object) -> Reading:
    defaults = {
        "snapshot": make_snapshot(source),
        "reader_version": 1,
        "kind": "none",
        "complete": False,
        "problem": "No list of sub-processors was found on this page.",
        "entries": [],
        "notice": [],
        "read_at": NOW,
    }
    return Reading.create(**(defaults | columns))


def test_a_contract_that_gives_only_clauses_is_not_called_broken(signed_in: FlaskClient) -> None:
    source = of_kind("dpa")
    clause = {"kind": "objection", "period": 14, "unit": "days", "trigger": None, "quote": "Within"}
    reading = read(source, notice=[clause])
    make_check(source, "unchanged", reading=reading, snapshot=reading.snapshot)
    make_term(source)

    page = text(signed_in, f"/sources/{source.id}")

    assert "This agreement names no company" in page
    assert "1 stands in it now" in page
    assert "The clauses were as before" in page
    assert "not whole" not in page
    assert "No list of sub-processors" not in page


@pytest.mark.parametrize(
    ("kind", "notice"), [("dpa", []), ("list", [{"kind": "notice", "quote": "We tell."}])]
)
def test_what_gives_neither_list_nor_clauses_is_not_whole(
    signed_in: FlaskClient, kind: str, notice: list[dict[str, str]]
) -> None:
    source = of_kind(kind)
    reading = read(source, notice=notice)
    make_check(source, "unreadable", reading=reading, snapshot=reading.snapshot)

    page = text(signed_in, f"/sources/{source.id}")

    assert "not whole" in page
    assert "No list of sub-processors" in page


def test_a_preview_of_such_a_contract_says_what_is_watched(signed_in: FlaskClient) -> None:
    with serving(pages(dpa=DPA)) as server:
        data = {"url": f"{server.url}/dpa", "kind": "dpa"}
        page = signed_in.post("/preview", data=data).text

    assert "what is watched are its clauses on changes" in page
    assert "clauses read" in page
    assert "not whole" not in page


def test_each_look_names_the_changes_that_it_brought(signed_in: FlaskClient) -> None:
    source = of_kind("list")
    check = make_check(source, "changed")
    for number in range(5):
        company = make_vendor(f"Granite {number}")
        make_change(make_engagement(source, company), check_row=check)

    page = text(signed_in, f"/sources/{source.id}")

    assert "Quillmark added Granite 0." in page
    assert "Quillmark added Granite 2." in page
    assert "Quillmark added Granite 3." not in page
    assert 'href="/vendors/quillmark/changes">and 2 more</a>' in page


def test_a_broken_source_says_when_the_list_was_confirmed_last(signed_in: FlaskClient) -> None:
    source = of_kind("list")
    Source.update(
        bad_since=NOW, problem="it is gone", confirmed_at=NOW - timedelta(days=3)
    ).execute()

    page = text(signed_in, f"/sources/{source.id}")

    assert "still stands in the register, last confirmed on" in page
    assert "7 Jun 2026" in page
    assert f'href="/vendors/{Vendor.get_by_id(source.vendor_id).slug}/sub-processors"' in page


def test_a_round_that_is_over_names_what_changed(signed_in: FlaskClient) -> None:
    source, other = of_kind("list"), make_source()
    now = utcnow()
    since = (now - timedelta(seconds=5)).replace(tzinfo=None).isoformat()
    check = make_check(source, "changed", started_at=now, finished_at=now)
    change = make_change(make_engagement(source, make_vendor("Granite")), check_row=check)
    for one in (other, make_source()):
        make_check(one, "baseline", started_at=now, finished_at=now)

    page = text(signed_in, f"/sources/round?since={since}")

    assert f'href="/changes/{change.id}">Quillmark added Granite.</a>' in page
    assert "2 first readings kept as baselines" in page
