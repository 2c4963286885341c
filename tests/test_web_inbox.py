"""The inbox."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Change, Source, utcnow
from tests.factories import make_change, make_engagement, make_source, make_user, make_vendor

TODAY = utcnow().date()


def listed(page: str) -> list[str]:
    """The sentences of the rows, in their order."""
    return re.findall(r'<th scope="row" class="sentence"><a href="[^"]*">(.*?)</a>', page)


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True))


def test_an_empty_register_leads_to_the_start(signed_in: FlaskClient) -> None:
    assert signed_in.get("/").location == "/start"


def test_a_baseline_is_no_news(signed_in: FlaskClient, source: Source) -> None:
    page = signed_in.get("/").text

    assert "Nothing is waiting" in page
    assert "the first look at a source is a baseline" in page


def test_a_change_is_one_sentence_with_its_deadline_owner_and_interval(
    signed_in: FlaskClient, source: Source
) -> None:
    source.vendor.owner = make_user(name="Olga Owner")
    source.vendor.save()
    company = make_vendor("Granite Cloud")
    make_change(make_engagement(source, company), deadline=TODAY + timedelta(days=5))

    page = signed_in.get("/").text

    assert listed(page) == ["Quillmark added Granite Cloud."]
    assert "5 days left" in page
    assert "Olga Owner" in page
    assert "8–10 Jun 2026" in page


def test_the_first_cards_are_deadlines_and_unreadable_sources(
    signed_in: FlaskClient, source: Source
) -> None:
    for days in (-1, 0, 14, 15):
        make_change(make_engagement(source), deadline=TODAY + timedelta(days=days))
    make_source(problem="gone", bad_since=utcnow())
    make_source(problem="gone", bad_since=utcnow(), interval="off")

    page = signed_in.get("/").text

    figures = re.findall(r"</svg>([^<]+)</span><span class=\"figure\">([^<]+)</span>", page)
    assert figures[:3] == [
        ("Deadlines in 14 days", "2"),
        ("Sources we could not read", "1"),
        ("Open changes", "4"),
    ]
    assert "1 past and still open" in page


def test_a_worker_that_does_not_run_is_noticed(signed_in: FlaskClient, source: Source) -> None:
    for hours, interval in ((2, "daily"), (2, "off"), (0, "daily")):
        make_source(next_check_at=utcnow() - timedelta(hours=hours), interval=interval)

    page = signed_in.get("/").text

    assert "1 overdue: does the worker run?" in page


def test_minor_changes_and_corrections_are_hidden_and_one_link_away(
    signed_in: FlaskClient, source: Source
) -> None:
    make_change(make_engagement(source, make_vendor("Small")), is_minor=True)
    make_change(make_engagement(source, make_vendor("Ours")), cause="reader")
    make_change(make_engagement(source, make_vendor("Real")))

    page = signed_in.get("/").text
    hidden = signed_in.get("/?hidden=1").text

    assert listed(page) == ["Quillmark added Real."]
    assert "Hidden: 2 minor or corrections of ours" in page
    assert [sentence.split()[-1] for sentence in listed(hidden)] == ["Ours.", "Small."]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("kind=removed", ["Beta"]),
        ("certainty=suggested", ["Gamma"]),
        ("status=accepted", ["Delta"]),
        ("status=all&sort=detected", ["Alpha", "Beta", "Gamma", "Delta"]),
        ("q=alph", ["Alpha"]),
        ("q=Hosting%20|%20United&kind=added&certainty=stated", ["Alpha"]),
        ("q=%25", []),
        ("vendor=quillmark", ["Gamma", "Beta", "Alpha"]),
        ("vendor=elsewhere", []),
        ("due=soon", ["Beta"]),
        ("sort=deadline", ["Beta", "Alpha", "Gamma"]),
        ("status=nonsense&kind=nonsense&sort=nonsense&page=nonsense", ["Gamma", "Beta", "Alpha"]),
    ],
)
def test_filters_and_order_live_in_the_address(
    signed_in: FlaskClient, source: Source, query: str, names: list[str]
) -> None:
    due = {"Alpha": 30, "Beta": 3}
    for name, kind, certainty, decision in [
        ("Alpha", "added", "stated", None),
        ("Beta", "removed", "stated", None),
        ("Gamma", "added", "suggested", None),
        ("Delta", "added", "stated", "accepted"),
    ]:
        engagement = make_engagement(source, make_vendor(name), certainty=certainty)
        deadline = TODAY + timedelta(days=due[name]) if name in due else None
        make_change(engagement, kind, decision=decision, deadline=deadline)

    page = signed_in.get(f"/?{query}").text

    assert [sentence.rstrip(".").split()[-1] for sentence in listed(page)] == names


@pytest.mark.parametrize(
    ("query", "fold"),
    [
        ("", '<details class="fold"><summary>Filters</summary>'),
        ("status=all&vendor=q", '<details class="fold"><summary>Filters (2 set)</summary>'),
        ("kind=removed", '<details class="fold" open><summary>Filters (1 set)</summary>'),
    ],
)
def test_the_fold_says_how_many_filters_are_set_and_opens_where_nothing_matches(
    signed_in: FlaskClient, source: Source, query: str, fold: str
) -> None:
    make_change(make_engagement(source, make_vendor("Alpha")))

    assert fold in signed_in.get(f"/?{query}").text


def test_many_changes_come_fifty_a_page_with_their_filters(
    signed_in: FlaskClient, source: Source
) -> None:
    engagement = make_engagement(source)
    for _ in range(120):
        make_change(engagement)

    first = signed_in.get("/?kind=added").text
    last = signed_in.get("/?kind=added&page=3").text
    beyond = signed_in.get("/?kind=added&page=999999999").text

    assert len(listed(first)) == 50
    assert "1–50 of 120 changes" in first
    assert 'href="/?kind=added&amp;page=2"' in first
    assert len(listed(last)) == 20
    assert len(listed(beyond)) == 20


def test_ticked_changes_are_settled_together_and_the_filters_stay(
    signed_in: FlaskClient, source: Source
) -> None:
    ids = [make_change(make_engagement(source)).id for _ in range(3)]

    answer = signed_in.post(
        "/decide", data={"change": ids[:2], "decision": "accepted", "back": "/?kind=added"}
    )

    assert answer.location == "/?kind=added"
    assert "2 changes accepted." in signed_in.get("/").text
    assert Change.select().where(Change.decision == "accepted").count() == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"decision": "accepted"}, "Tick the changes"),
        ({"change": "1", "decision": "shrug"}, "a decision is accepted, objected, dismissed"),
        ({"change": "1", "decision": "accepted", "note": "x" * 4_001}, "4,000 are allowed"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_a_sentence(
    signed_in: FlaskClient, source: Source, data: dict[str, str], says: str
) -> None:
    make_change(make_engagement(source))

    signed_in.post("/decide", data={**data, "back": "//evil.example"})

    assert says in signed_in.get("/").text
    assert Change.get().decision is None


def test_hostile_names_do_nothing(signed_in: FlaskClient) -> None:
    vendor = make_vendor("<script>alert(1)</script>", slug="x", is_ours=True)
    make_change(make_engagement(make_source(vendor), make_vendor('"><img src=x onerror=alert(1)>')))

    page = signed_in.get("/").text

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; added" in page


def of_severity(source: Source, number: int, reason: str = "ai-use", **more) -> Change:
    stored = [{"rule": reason, "level": "", "text": f"Reason {number}."}] if number else []
    return make_change(make_engagement(source), severity=number, reasons=stored, **more)


def test_the_gravest_change_comes_first_where_asked_with_its_reasons(
    signed_in: FlaskClient, source: Source
) -> None:
    of_severity(source, 3, "ai-training")
    of_severity(source, 0)
    of_severity(source, 2)

    page = signed_in.get("/?sort=-severity").text

    tags = re.findall(r'<td data-label="Severity">.*?</svg>(\w+)</span></td>', page)
    assert tags == ["high", "medium", "none"]
    assert "Reason 3." in page
    assert "1 of high severity" in page


def test_a_near_deadline_weighs_on_the_day_it_is_shown(
    signed_in: FlaskClient, source: Source
) -> None:
    of_severity(source, 0, deadline=TODAY + timedelta(days=3))
    of_severity(source, 0, deadline=TODAY + timedelta(days=10))
    of_severity(source, 0, deadline=TODAY + timedelta(days=3), decision="accepted")

    high = signed_in.get("/?severity=high&status=all").text
    medium = signed_in.get("/?severity=medium&status=all").text

    assert len(listed(high)) == len(listed(medium)) == 1
    assert "The period to object may end in 3 days" in high
    assert "The period to object may end in 10 days" in medium


def test_a_slip_is_taken_back_where_it_was_made(signed_in: FlaskClient, source: Source) -> None:
    changes = [make_change(make_engagement(source)) for _ in range(2)]
    ids = [change.id for change in changes]
    signed_in.post("/decide", data={"change": ids, "decision": "dismissed"})

    offer = signed_in.get("/").text
    signed_in.post("/take-back", data={"change": ids})

    assert "you dismissed 2 changes" in offer
    assert [change.decision for change in Change.select()] == [None, None]
    page = signed_in.get("/").text
    assert "Taken back on 2 changes." in page
    assert "you dismissed" not in page
    assert "the decision below was taken back" in signed_in.get(f"/changes/{ids[0]}").text
