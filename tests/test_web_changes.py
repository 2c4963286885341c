"""The page of one change."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Change, Engagement, EngagementData, SentData, Source
from inventory.notice.contract import set_term
from tests.factories import (
    NOW,
    make_categories,
    make_change,
    make_engagement,
    make_snapshot,
    make_source,
    make_term,
    make_user,
    make_vendor,
)


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True))


def shown(client: FlaskClient, change: Change) -> str:
    answer = client.get(f"/changes/{change.id}")
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_the_differing_words_are_marked_on_both_sides(
    signed_in: FlaskClient, source: Source
) -> None:
    change = make_change(
        make_engagement(source),
        "amended",
        field="purpose",
        before="Hosting in Frankfurt",
        after="Hosting in Dublin",
        quote_before="Granite | Hosting in Frankfurt",
        quote_after="Granite | Hosting in Dublin",
    )

    page = shown(signed_in, change)

    assert 'Hosting in <del class="gone">Frankfurt</del>' in page
    assert 'Granite | Hosting in <ins class="come">Dublin</ins>' in page


def test_an_added_entry_was_not_listed_before_and_the_pages_prove_it(
    signed_in: FlaskClient, source: Source
) -> None:
    old, new = make_snapshot(source, b"old"), make_snapshot(source, b"new")
    change = make_change(
        make_engagement(source),
        snapshot_before=old,
        snapshot_after=new,
        quote_after="Granite & Sons",
    )

    page = shown(signed_in, change)

    assert "not listed" in page
    assert f'href="/snapshots/{old.id}"' in page
    assert f'href="/snapshots/{new.id}?quote=Granite%20%26%20Sons"' in page
    assert "Absent on" in page
    assert "It happened in between." in page


def test_a_removal_says_that_it_took_two_looks(signed_in: FlaskClient, source: Source) -> None:
    change = make_change(make_engagement(source, closed_at=NOW), "removed")

    page = shown(signed_in, change)

    assert "no longer listed" in page
    assert "A removal counts after two complete looks" in page


def test_the_deadline_stands_with_its_clause_and_how_it_was_computed(
    signed_in: FlaskClient, source: Source
) -> None:
    term = make_term(source, quote="You may object within 14 days of our notice.")
    change = make_change(
        make_engagement(source),
        deadline=date(2099, 1, 2),
        deadline_note="Counted from the last look without it.",
        notice_term=term,
    )

    page = shown(signed_in, change)

    assert "2 Jan 2099" in page
    assert "Counted from the last look without it." in page
    assert "You may object within 14 days of our notice." in page


def test_without_a_period_the_page_invents_none(signed_in: FlaskClient, source: Source) -> None:
    page = shown(signed_in, make_change(make_engagement(source)))

    assert "The vendor states no period" in page


def test_who_else_is_concerned_and_what_data(signed_in: FlaskClient, source: Source) -> None:
    company = make_vendor("Granite Cloud")
    engagement = make_engagement(source, company)
    email, name = make_categories("user.contact.email", "user.name")
    EngagementData.create(engagement=engagement, category=email, printed="e-mail addresses")
    SentData.create(vendor=source.vendor, category=name)
    for other, is_ours in (("Harbourdesk", True), ("Stranger", False)):
        make_engagement(make_source(make_vendor(other, is_ours=is_ours)), company)

    page = shown(signed_in, make_change(engagement))

    assert "e-mail addresses" in page
    assert "<code" in page
    assert "user.name" in page
    assert "Harbourdesk</a>: Hosting" in page
    assert "Stranger" not in page


def test_decisions_and_their_notes_are_kept(signed_in: FlaskClient, source: Source) -> None:
    change = make_change(make_engagement(source))

    signed_in.post(
        f"/changes/{change.id}/decide", data={"decision": "objected", "note": "<i>No</i> transfer"}
    )
    signed_in.post(f"/changes/{change.id}/decide", data={"decision": "reopened"})

    page = shown(signed_in, change)
    assert "&lt;i&gt;No&lt;/i&gt; transfer" in page
    assert "by Ann Admin" in page
    assert Change.get_by_id(change.id).decision is None


def test_a_suggestion_is_confirmed_or_rejected_where_it_is_seen(
    signed_in: FlaskClient, source: Source
) -> None:
    engagement = make_engagement(source, certainty="suggested")
    change = make_change(engagement)
    assert "It is a recipient" in shown(signed_in, change)

    answer = signed_in.post(
        f"/engagements/{engagement.id}/reject", data={"back": f"/changes/{change.id}"}
    )

    assert answer.location == f"/changes/{change.id}"
    assert Engagement.get_by_id(engagement.id).rejected_by is not None
    assert Change.get_by_id(change.id).decision == "dismissed"
    signed_in.post(f"/engagements/{engagement.id}/confirm")
    assert Engagement.get_by_id(engagement.id).rejected_by is None


def test_the_neighbours_in_time_are_linked(signed_in: FlaskClient, source: Source) -> None:
    changes = [make_change(make_engagement(source)) for _ in range(9)]

    page = shown(signed_in, changes[4])

    linked = [change.id for change in changes if f'href="/changes/{change.id}"' in page]
    assert linked == [changes[index].id for index in (1, 2, 3, 5, 6, 7)]
    assert "Next open change" in page


def test_a_scraped_address_is_no_link_unless_it_is_http(signed_in: FlaskClient) -> None:
    source = make_source(url="javascript:alert(document.cookie)")
    change = make_change(make_engagement(source), not_before=NOW - timedelta(days=1))

    page = shown(signed_in, change)

    assert 'href="javascript:' not in page
    assert "javascript:alert(document.cookie)" in page


def test_each_reason_of_the_severity_stands_with_its_rule(
    signed_in: FlaskClient, source: Source
) -> None:
    reason = {"rule": "ai-training", "level": "high", "text": "Models are trained."}
    change = make_change(make_engagement(source), severity=3, reasons=[reason])

    page = shown(signed_in, change)

    assert "Severity: high" in page
    assert 'Models are trained. <code class="soft">ai-training</code>' in page


def test_a_change_without_weight_says_so(signed_in: FlaskClient, source: Source) -> None:
    change = make_change(make_engagement(source), "removed")

    assert "No rule gives this change a weight." in shown(signed_in, change)


def test_what_the_vendor_says_is_set_beside_what_was_seen(
    signed_in: FlaskClient, source: Source
) -> None:
    change = make_change(
        make_engagement(source), effective_on=date(2026, 7, 10), page_updated_on=date(2026, 6, 9)
    )

    page = shown(signed_in, change)

    assert "announced ahead" in page
    assert "takes effect on 10 Jul 2026: 30 days after we saw it" in page
    assert "own date, 9 Jun 2026, agrees with what we saw." in page


def test_a_day_of_effect_that_was_brought_forward_is_told(
    signed_in: FlaskClient, source: Source
) -> None:
    engagement = make_engagement(source)
    change = make_change(
        engagement,
        "amended",
        field="effective_on",
        before="2026-09-01",
        after="2026-07-10",
        effective_on=date(2026, 7, 10),
    )

    assert "brought forward: the day was 1 Sep 2026 before" in shown(signed_in, change)


def test_the_contracts_period_and_the_vendors_clause_both_stand_there(
    signed_in: FlaskClient, source: Source
) -> None:
    make_term(source)
    change = make_change(make_engagement(source))

    set_term(
        source.vendor,
        make_user(name="Cora"),
        kind="objection",
        period=30,
        unit="days",
        trigger="informed",
        note="Clause 9.2",
    )

    page = shown(signed_in, change)
    assert "30 days to object, from when we are informed" in page
    assert "by Cora: Clause 9.2" in page
    assert "It wins over the vendor's own clause" in page
    assert "Customer may object within 14 days of the notice." in page


def test_a_change_and_what_takes_it_back_lead_to_each_other(
    signed_in: FlaskClient, source: Source
) -> None:
    engagement = make_engagement(source)
    first = make_change(engagement, "removed", detected_at=NOW - timedelta(days=7))
    later = make_change(engagement, "added", takes_back=first)
    back = f'Takes back <a href="/changes/{first.id}">the change of <time'
    on = f'aken back by <a href="/changes/{later.id}">the change of <time'

    timeline = signed_in.get("/vendors/quillmark/changes").text
    inbox = signed_in.get("/").text

    assert on in shown(signed_in, first)
    assert back.replace("Takes", "This takes") in shown(signed_in, later)
    assert inbox.count(back) == timeline.count(back) == timeline.count(on) == 1
    assert "3 Jun 2026" in inbox


def test_what_we_send_is_marked_where_it_is_published_as_passed_on(
    signed_in: FlaskClient, source: Source
) -> None:
    email, address, city, name = make_categories(
        "user.contact.email", "user.contact.address", "user.contact.address.city", "user.name"
    )
    for category in (email, city, name):
        SentData.create(vendor=source.vendor, category=category)
    engagement = make_engagement(source)
    EngagementData.create(engagement=engagement, category=address, printed="Postal address")

    page = shown(signed_in, make_change(engagement))

    marked = [part for part in page.split("<li>") if "published as passed on" in part]
    assert len(marked) == 1
    assert "user.contact.address.city" in marked[0]
