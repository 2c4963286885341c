"""The notice tab of a vendor: what is printed, and what the signed contract says."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Change, ContractTerm, Source, Vendor
from tests.factories import (
    NOW,
    make_change,
    make_check,
    make_engagement,
    make_source,
    make_term,
    make_vendor,
)

PATH = "/vendors/quillmark/notice"
THIRTY = {"kind": "objection", "period": "30", "unit": "days", "trigger": "informed"}


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True))


def text(client: FlaskClient) -> str:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_without_any_period_both_sides_say_so(signed_in: FlaskClient, source: Source) -> None:
    page = text(signed_in)

    assert "Not stated" in page
    assert "None was set" in page


def test_a_period_is_set_by_hand_and_wins(signed_in: FlaskClient, source: Source) -> None:
    make_term(source)
    change = make_change(make_engagement(source))

    signed_in.post(PATH, data=THIRTY | {"note": "Clause <9>"})

    page = text(signed_in)
    assert "the signed contract wins" in page
    assert "Clause &lt;9&gt;" in page
    assert "by Ann Admin" in page
    assert str(Change.get_by_id(change.id).deadline) == "2026-07-08"


def test_an_ended_period_stays_to_be_seen(signed_in: FlaskClient, source: Source) -> None:
    signed_in.post(PATH, data=THIRTY)
    term = ContractTerm.get()

    signed_in.post(f"{PATH}/{term.id}/end")
    signed_in.post(f"{PATH}/{term.id}/end")

    page = text(signed_in)
    assert "no longer holds" in page
    assert "was ended before" in page


@pytest.mark.parametrize("period", ["", "0", "-3", "many", "99999999"])
def test_a_length_that_is_none_is_refused_at_its_field(
    signed_in: FlaskClient, source: Source, period: str
) -> None:
    answer = signed_in.post(PATH, data=THIRTY | {"period": period})

    assert answer.status_code == 200
    assert "invalid-feedback" in answer.text
    assert not ContractTerm.select().exists()


def test_holidays_are_those_of_a_country(signed_in: FlaskClient, source: Source) -> None:
    signed_in.post(f"{PATH}/holidays", data={"country": "IE"})
    signed_in.post(f"{PATH}/holidays", data={"country": "Atlantis"})

    assert Vendor.get(Vendor.slug == "quillmark").holiday_country == "IE"
    page = text(signed_in)
    assert '<option selected value="IE">Ireland</option>' in page
    assert "no public holidays are known" in page


def test_a_vendor_that_there_is_not_has_no_terms(signed_in: FlaskClient) -> None:
    assert signed_in.get("/vendors/nobody/notice").status_code == 404
    assert signed_in.post("/vendors/nobody/notice", data=THIRTY).status_code == 404


def test_a_term_of_another_vendor_is_out_of_reach(signed_in: FlaskClient, source: Source) -> None:
    signed_in.post(PATH, data=THIRTY)
    make_vendor("Other", slug="other")

    answer = signed_in.post(f"/vendors/other/notice/{ContractTerm.get().id}/end")

    assert answer.status_code == 404
    assert ContractTerm.get().closed_at is None


def test_changed_clauses_stand_in_the_timeline_among_the_changes(
    signed_in: FlaskClient, source: Source
) -> None:
    later = NOW + timedelta(days=1)
    make_term(source, closed_at=later, closing_is_news=True)
    make_term(source, period=10, first_seen_at=later, opening_is_news=True)
    make_term(source, period=5, first_seen_at=later)
    make_change(make_engagement(source, make_vendor("Early")))
    make_change(make_engagement(source, make_vendor("Late")), detected_at=NOW + timedelta(days=2))
    make_check(source)
    make_check(source, started_at=later, news="clauses")

    page = " ".join(signed_in.get("/vendors/quillmark/changes").text.split())

    sentences = re.findall(r'class="quiet-link" href="[^"]*">(.*?)</a>', page)
    assert sentences == [
        "Quillmark added Late.",
        "The list of sub-processors of Quillmark changed its clauses: "
        "now 10 days to object, from when the notice is sent; "
        "no longer 14 days to object, from when the notice is sent.",
        "Quillmark added Early.",
    ]


def test_the_tab_says_for_whom_a_clause_holds_and_what_silence_means(
    signed_in: FlaskClient, source: Source
) -> None:
    make_term(source, silence="consent", conditions=["plans"])

    page = text(signed_in)

    assert "The clause holds for customers of some plans only." in page
    assert "Who does not object is taken to consent." in page


def test_the_tab_says_where_silence_is_not_stated(signed_in: FlaskClient, source: Source) -> None:
    make_term(source)

    assert "Whether not objecting means consent is not stated." in text(signed_in)
