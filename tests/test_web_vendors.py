"""The list of vendors, and the pages of one."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Alias, EngagementData, SentData, Source, Vendor
from tests.factories import (
    NOW,
    PASSWORD,
    make_categories,
    make_change,
    make_check,
    make_engagement,
    make_source,
    make_term,
    make_user,
    make_vendor,
)

TABS = ("", "/sub-processors", "/data", "/notice", "/sources", "/changes", "/used-by", "/merge")


def listed(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/vendors/[^"]*">(.*?)</a>', page)


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True))


def test_no_vendor_yet_says_what_to_do(signed_in: FlaskClient) -> None:
    page = text(signed_in, "/vendors")

    assert "No vendor yet" in page
    assert 'href="/start"' in page


def test_ours_come_first_and_all_companies_are_a_link_away(
    signed_in: FlaskClient, source: Source
) -> None:
    make_engagement(source, make_vendor("Granite Cloud"))

    assert listed(text(signed_in, "/vendors")) == ["Quillmark"]
    assert listed(text(signed_in, "/vendors?show=all")) == ["Granite Cloud", "Quillmark"]


def test_a_vendor_is_found_by_name_alias_or_domain(signed_in: FlaskClient, source: Source) -> None:
    other = make_vendor("Granite Cloud", is_ours=True, domain="granite.example")
    Alias.create(vendor=other, name="Granite EMEA SARL", normal="granite emea")

    for query in ("cloud", "emea", "granite.ex"):
        assert listed(text(signed_in, f"/vendors?q={query}")) == ["Granite Cloud"]
    assert "No vendor is called that" in text(signed_in, "/vendors?q=nothing")


def test_a_row_counts_what_stands_now(signed_in: FlaskClient, source: Source) -> None:
    user, company = make_user(), make_vendor()
    make_engagement(source, company)
    make_engagement(make_source(source.vendor, kind="policy", bad_since=NOW), company)
    make_engagement(source, closed_at=NOW)
    rejected = make_engagement(source, rejected_by=user)
    make_change(rejected, decision="dismissed", detected_at=NOW + timedelta(days=1))
    make_change(make_engagement(source))
    make_change(make_engagement(source), is_minor=True)

    page = text(signed_in, "/vendors")

    assert '<a class="quiet-link" href="/vendors/quillmark/sub-processors">3</a>' in page
    assert "1 of 2 could not be read" in page
    assert 'href="/?vendor=quillmark"' in page
    assert page.count("11 Jun 2026") >= 1


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("name", ["Aspen", "Birch", "Cedar"]),
        ("-name", ["Cedar", "Birch", "Aspen"]),
        ("-subprocessors", ["Cedar", "Birch", "Aspen"]),
        ("subprocessors", ["Aspen", "Birch", "Cedar"]),
        ("-open", ["Birch", "Aspen", "Cedar"]),
        ("-changed", ["Birch", "Aspen", "Cedar"]),
        ("-used", ["Aspen", "Birch", "Cedar"]),
        ("-sources", ["Cedar", "Aspen", "Birch"]),
        ("owner", ["Birch", "Aspen", "Cedar"]),
        ("nonsense", ["Aspen", "Birch", "Cedar"]),
    ],
)
def test_the_list_is_sorted_by_its_figures(
    signed_in: FlaskClient, sort: str, names: list[str]
) -> None:
    aspen, birch, cedar = (make_vendor(name, is_ours=True) for name in ("Aspen", "Birch", "Cedar"))
    Vendor.update(owner=make_user(name="Bea")).where(Vendor.id == birch.id).execute()
    make_source(aspen)
    make_change(make_engagement(make_source(birch), aspen))
    bad = make_source(cedar, bad_since=NOW, problem="it is gone")
    for _ in range(2):
        make_engagement(bad)

    assert listed(text(signed_in, f"/vendors?sort={sort}")) == names


def test_a_vendor_whose_sources_are_turned_off_says_so_and_offers_no_look(
    signed_in: FlaskClient, source: Source
) -> None:
    Source.update(interval="off").where(Source.id == source.id).execute()

    assert "1 turned off" in text(signed_in, "/vendors")
    assert 'action="/sources/round"' not in text(signed_in, "/vendors/quillmark")


def test_many_vendors_come_fifty_a_page(signed_in: FlaskClient) -> None:
    for _ in range(60):
        make_vendor(is_ours=True)

    assert len(listed(text(signed_in, "/vendors"))) == 50
    assert len(listed(text(signed_in, "/vendors?page=2"))) == 10


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_of_an_unknown_company_says_what_is_not_known(
    signed_in: FlaskClient, tab: str
) -> None:
    make_vendor("<script>alert(1)</script>", slug="bare")

    page = text(signed_in, f"/vendors/bare{tab}")

    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in page
    assert "<script>alert" not in page


def test_the_overview_warns_of_a_source_that_cannot_be_read(
    signed_in: FlaskClient, source: Source
) -> None:
    Source.update(bad_since=NOW, problem="the server answered 403").execute()

    page = text(signed_in, "/vendors/quillmark")

    assert "could not be read since 10 Jun 2026" in page
    assert "the server answered 403" in page


def test_sub_processors_now_before_and_suggested(signed_in: FlaskClient, source: Source) -> None:
    engagement = make_engagement(source, make_vendor("Granite"), entity="Granite Cloud Inc.")
    EngagementData.create(engagement=engagement, printed="support tickets")
    make_engagement(source, make_vendor("Beacon"), purpose=None, countries=[])
    make_engagement(source, make_vendor("Gone"), closed_at=NOW, missing_since=NOW)
    suggested = make_engagement(source, make_vendor("Maybe"), certainty="suggested")

    page = text(signed_in, "/vendors/quillmark/sub-processors")

    now, before = page.split('id="before"')
    assert listed(now) == ["Beacon", "Granite", "Maybe"]
    assert listed(before) == ["Gone"]
    assert "printed as “Granite Cloud Inc.”" in now
    assert "support tickets" in now
    assert "purpose not stated" in now
    assert "place not stated" in now
    assert f'action="/engagements/{suggested.id}/confirm"' in now


def test_what_stands_on_a_source_that_is_turned_off_says_when_it_was_seen(
    signed_in: FlaskClient, source: Source
) -> None:
    make_engagement(source, make_vendor("Granite"))
    path = "/vendors/quillmark/sub-processors"
    before = text(signed_in, path)

    Source.update(interval="off").execute()

    assert "turned off" not in before
    assert "turned off: last seen <time" in text(signed_in, path)


def test_what_was_rejected_can_be_taken_back(signed_in: FlaskClient, source: Source) -> None:
    engagement = make_engagement(source, rejected_by=make_user(), certainty="suggested")

    signed_in.post(
        f"/engagements/{engagement.id}/confirm", data={"back": "/vendors/quillmark/sub-processors"}
    )

    page = text(signed_in, "/vendors/quillmark/sub-processors")
    assert "Rejected by us" not in page
    assert "confirmed" in page


def test_what_is_published_and_what_we_send_stay_apart(
    signed_in: FlaskClient, source: Source
) -> None:
    email, _ = make_categories("user.contact.email", "user.name")
    engagement = make_engagement(source, make_vendor("Granite"))
    EngagementData.create(engagement=engagement, category=email, printed="e-mail addresses")
    EngagementData.create(engagement=engagement, printed="call recordings")

    signed_in.post("/vendors/quillmark/data", data={"category": ["user.name"]})

    page = text(signed_in, "/vendors/quillmark/data")
    assert "passed to 1" in page
    assert "Granite: call recordings" in page
    assert 'value="user.name" checked' in page
    assert 'value="user.contact.email" checked' not in page
    assert [row.category.key for row in SentData.select()] == ["user.name"]


def test_a_category_that_is_none_is_refused(signed_in: FlaskClient, source: Source) -> None:
    signed_in.post("/vendors/quillmark/data", data={"category": ["shoe.size"]})

    assert "no category of data" in text(signed_in, "/vendors/quillmark/data")


def test_notice_terms_are_quoted_and_old_ones_marked(
    signed_in: FlaskClient, source: Source
) -> None:
    make_term(source, quote="You may object within 14 days.")
    make_term(source, kind="notice", period=None, unit=None, trigger=None, closed_at=NOW)

    page = text(signed_in, "/vendors/quillmark/notice")

    assert "You may object within 14 days." in page
    assert "<strong>14 days</strong>, counted from when the notice is sent" in page
    assert "no length stated" in page
    assert "no longer printed since 10 Jun 2026" in page


def test_the_strip_shows_each_of_the_recent_checks(signed_in: FlaskClient, source: Source) -> None:
    for hours, outcome in enumerate(("baseline", "unchanged", "unreachable", "changed")):
        make_check(source, outcome, started_at=NOW + timedelta(hours=hours))

    page = text(signed_in, "/vendors/quillmark/sources")

    marks = re.findall(r'<li class="is-([^"]*)"', page)
    assert marks == ["baseline", "unchanged", "bad is-away", "changed"]


def test_a_company_shows_everyone_who_passes_data_to_it(
    signed_in: FlaskClient, source: Source
) -> None:
    company = make_vendor("Granite", slug="granite")
    make_engagement(make_source(make_vendor("Aardvark")), company)
    make_engagement(source, company)

    page = text(signed_in, "/vendors/granite/used-by")

    assert listed(page) == ["Quillmark", "Aardvark"]


def test_an_owner_is_named_on_the_page(signed_in: FlaskClient, source: Source) -> None:
    owner = make_user(name="Olga Owner")

    signed_in.post("/vendors/quillmark/owner", data={"owner": owner.id})

    assert Vendor.get(Vendor.slug == "quillmark").owner == owner
    signed_in.post("/vendors/quillmark/owner", data={"owner": 0})
    assert Vendor.get(Vendor.slug == "quillmark").owner is None


def test_a_company_becomes_one_of_our_vendors_and_no_longer(signed_in: FlaskClient) -> None:
    make_vendor("Granite", slug="granite")

    signed_in.post("/vendors/granite/ours", data={"ours": "yes"})
    ours = listed(text(signed_in, "/vendors"))
    signed_in.post("/vendors/granite/ours", data={"ours": "no"})

    assert ours == ["Granite"]
    assert listed(text(signed_in, "/vendors")) == []


def test_a_vendor_is_checked_now_with_all_its_sources(
    signed_in: FlaskClient, source: Source
) -> None:
    page = text(signed_in, "/vendors/quillmark")

    assert f'<input type="hidden" name="source" value="{source.id}"><button' in page


def test_an_admin_makes_two_rows_one_company(signed_in: FlaskClient, source: Source) -> None:
    twin = make_vendor("Quilmark", slug="quilmark")
    make_engagement(source, twin)
    assert "Quillmark" in text(signed_in, "/vendors/quilmark/merge")

    answer = signed_in.post("/vendors/quilmark/merge", data={"into": "quillmark"})

    assert answer.location == "/vendors/quillmark"
    assert Vendor.get_or_none(Vendor.slug == "quilmark") is None
    assert "Quilmark" in text(signed_in, "/vendors/quillmark")


def test_a_vendor_is_not_merged_into_itself_nor_by_anybody(
    signed_in: FlaskClient, source: Source
) -> None:
    signed_in.post("/vendors/quillmark/merge", data={"into": "quillmark"})
    assert "cannot be merged into itself" in text(signed_in, "/vendors/quillmark")

    member = make_user(is_admin=False)
    signed_in.post("/sign-out")
    signed_in.post("/sign-in", data={"email": member.email, "password": PASSWORD})

    answer = signed_in.post("/vendors/quillmark/merge", data={"into": "quillmark"})
    assert answer.status_code == 403
    assert "Only an admin may do this" in answer.text
