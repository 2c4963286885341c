"""A look at a source: what becomes news, what its state, and what becomes nothing."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from inventory.check import check_source
from inventory.due import claim
from inventory.models import (
    Change,
    Channel,
    Check,
    Delivery,
    Engagement,
    NoticeTerm,
    Reading,
    Snapshot,
    Source,
    User,
    Vendor,
)
from inventory.settings import Settings
from scrapers.fetch import Fetcher
from tests.servers import Answer, Request, serving

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAMES = {
    "Amazon Web Services": ("Hosting of the platform", "Ireland"),
    "Zendesk": ("Support tickets", "United States"),
    "Stripe": ("Card payments", "United States"),
    "Hetzner": ("Backups", "Germany"),
    "Postmark": ("Sending of e-mail", "United States"),
    "Sentry": ("Error reports", "United States"),
}


def list_page(*names: str, clause: str = "", extra: str = "") -> str:
    rows = "".join(
        f"<tr><td>{name}</td><td>{NAMES[name][0]}</td><td>{NAMES[name][1]}</td></tr>"
        for name in names
    )
    return f"""<!doctype html><html lang="en"><head><title>Sub-processors</title></head><body>
<nav><a href="/">Home</a></nav><main><h1>Sub-processors</h1>
<p>We use the following sub-processors to process personal data of our customers. {clause}</p>
<table><thead><tr><th>Sub-processor</th><th>Purpose</th><th>Location</th></tr></thead>
<tbody>{rows}</tbody></table></main><footer>{extra}</footer></body></html>"""


class Bench:
    """One source on a server whose page the test sets, looked at an hour apart."""

    def __init__(self, url: str, settings: Settings) -> None:
        self.answer = Answer(b"")
        self.now = START
        vendor = Vendor.create(slug="acme", name="Acme", is_ours=True)
        self.source = Source.create(vendor=vendor, url=f"{url}/list", next_check_at=START)
        self.fetcher = Fetcher(allow_private=True, pause=0)

    def shows(self, *names: str, **more: str) -> Check:
        return self.answers(
            Answer(list_page(*names, **more).encode(), headers={"Content-Type": "text/html"})
        )

    def answers(self, answer: Answer) -> Check:
        self.answer = answer
        return self.look()

    def look(self) -> Check:
        self.now += timedelta(hours=1)
        check = check_source(self.source, fetcher=self.fetcher, clock=lambda: self.now)
        assert check is not None
        return check


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Bench]:
    with ExitStack() as stack:
        benches: list[Bench] = []

        def site(request: Request) -> Answer:
            return benches[0].answer if request.path.startswith("/list") else Answer(status=404)

        server = stack.enter_context(serving(site))
        benches.append(Bench(server.url, workspace))
        yield benches[0]


def news() -> list[tuple[str, str]]:
    return [
        (change.kind, change.subprocessor.name)
        for change in Change.select().where(Change.cause == "vendor").order_by(Change.id)
    ]


def listed() -> set[str]:
    open_ones = Engagement.select().where(Engagement.closed_at.is_null())
    return {engagement.entity for engagement in open_ones}


def test_a_first_look_is_a_baseline_not_news(acme: Bench) -> None:
    check = acme.shows("Amazon Web Services", "Zendesk")

    assert check.outcome == "baseline"
    assert listed() == {"Amazon Web Services", "Zendesk"}
    assert news() == []


def test_an_added_company_is_news_with_the_interval_in_which_it_came(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")

    check = acme.shows("Amazon Web Services", "Stripe", "Zendesk")

    change = Change.get()
    assert check.outcome == "changed"
    assert (change.kind, change.subprocessor.name) == ("added", "Stripe")
    assert change.not_before == START + timedelta(hours=1)
    assert change.not_after == START + timedelta(hours=2)
    assert change.quote_after == "Stripe Card payments United States"


def test_a_removal_counts_after_a_second_look_at_the_same_bytes(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk", "Stripe")
    first = acme.shows("Amazon Web Services", "Zendesk")
    after_one_look = news()

    second = acme.look()

    assert (first.outcome, after_one_look) == ("unchanged", [])
    assert second.outcome == "changed"
    assert news() == [("removed", "Stripe")]
    change = Change.get()
    assert change.not_before == START + timedelta(hours=1)
    assert change.not_after == START + timedelta(hours=2)
    assert Engagement.select().count() == 3  # closed, never deleted


def test_what_comes_back_before_the_second_look_is_no_news(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk", "Stripe")
    acme.shows("Amazon Web Services", "Zendesk")

    acme.shows("Amazon Web Services", "Zendesk", "Stripe")
    acme.look()

    assert news() == []
    assert Engagement.select().where(Engagement.missing_since.is_null(False)).count() == 0


def test_reordering_and_a_new_footer_are_no_news(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk", "Stripe")

    check = acme.shows("Stripe", "Amazon Web Services", "Zendesk", extra="© 2027, build 8f3a")

    assert check.outcome == "unchanged"
    assert news() == []


def test_an_amended_purpose_shows_before_and_after(
    acme: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme.shows("Amazon Web Services", "Zendesk")

    monkeypatch.setitem(NAMES, "Zendesk", ("Support tickets", "Germany"))
    acme.shows("Amazon Web Services", "Zendesk")

    change = Change.get()
    assert (change.kind, change.field) == ("amended", "locations")
    assert (change.before, change.after) == ("United States", "Germany")


def test_a_page_that_lost_its_table_is_a_source_to_look_at(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")

    check = acme.answers(Answer(b"<html><body><h1>Welcome</h1><p>Nothing here.</p></body></html>"))

    assert check.outcome == "unreadable"
    assert news() == []
    assert listed() == {"Amazon Web Services", "Zendesk"}
    assert Source.get().problem


def test_an_unchanged_bad_page_never_turns_the_source_green(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")
    bad = Answer(b"<html><body><p>Nothing here.</p></body></html>")
    first = acme.answers(bad)

    second = acme.look()

    assert (first.outcome, second.outcome) == ("unreadable", "unreadable")
    assert (first.news, second.news) == ("went-bad", None)


def test_what_changed_while_a_source_was_bad_is_news_when_it_heals(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")
    acme.answers(Answer(status=404))

    check = acme.shows("Amazon Web Services", "Zendesk", "Stripe")

    assert (check.outcome, check.news) == ("changed", "healed")
    assert news() == [("added", "Stripe")]
    assert Change.get().not_before == START + timedelta(hours=1)


def test_a_failure_that_may_pass_is_told_when_it_lasts(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")
    first = acme.answers(Answer(status=503))

    second = acme.look()
    third = acme.look()

    assert [check.outcome for check in (first, second, third)] == ["unreachable"] * 3
    assert [check.news for check in (first, second, third)] == [None, "went-bad", None]


def test_a_list_cut_by_half_is_a_source_to_look_at(acme: Bench) -> None:
    acme.shows(*NAMES)

    check = acme.shows("Amazon Web Services", "Zendesk")

    assert check.outcome == "unreadable"
    assert "6 entries" in check.problem
    assert len(listed()) == 6


def test_a_list_cut_by_half_counts_once_a_person_accepts_the_page(acme: Bench) -> None:
    acme.shows(*NAMES)
    check = acme.shows("Amazon Web Services", "Zendesk")

    Source.update(trusted_sha256=check.snapshot.sha256).execute()
    acme.look()
    acme.look()

    assert len(news()) == 4


def test_same_bytes_are_stored_and_read_once(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")

    acme.look()
    acme.look()

    assert Check.select().count() == 3
    assert (Snapshot.select().count(), Reading.select().count()) == (1, 1)


def test_a_page_that_the_server_says_is_the_same_counts_as_a_look(acme: Bench) -> None:
    body = list_page("Amazon Web Services", "Zendesk").encode()
    acme.answers(Answer(body, headers={"Content-Type": "text/html", "ETag": '"1"'}))

    check = acme.answers(Answer(status=304))

    assert check.outcome == "unchanged"
    assert Source.get().confirmed_at == START + timedelta(hours=2)


def test_a_second_worker_leaves_a_source_that_is_being_looked_at(acme: Bench) -> None:
    claim(acme.source, START)

    check = check_source(acme.source, fetcher=acme.fetcher, clock=lambda: START)

    assert check is None


def test_the_vendors_own_clause_sets_the_deadline(acme: Bench) -> None:
    clause = "We will inform you at least 30 days before we engage a new sub-processor."
    acme.shows("Amazon Web Services", "Zendesk", clause=clause)

    acme.shows("Amazon Web Services", "Zendesk", "Stripe", clause=clause)

    assert NoticeTerm.get().period == 30
    change = Change.get()
    assert change.deadline is not None
    assert change.notice_term.quote in clause


def test_without_a_clause_there_is_no_deadline(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")

    acme.shows("Amazon Web Services", "Zendesk", "Stripe")

    assert Change.get().deadline is None


def test_whoever_asked_has_a_delivery_born_with_the_change(acme: Bench) -> None:
    Channel.create(name="team", kind="webhook", settings={}, kinds=["added", "source"])
    acme.shows("Amazon Web Services", "Zendesk")
    acme.shows("Amazon Web Services", "Zendesk", "Stripe")

    acme.answers(Answer(status=404))

    rows = list(Delivery.select().order_by(Delivery.id))
    assert [(row.change_id is not None, row.check_id is not None) for row in rows] == [
        (True, False),
        (False, True),
    ]


def test_a_rejected_suggestion_stays_rejected(acme: Bench) -> None:
    user = User.create(name="Pat", email="pat@acme.example", password_hash="-")
    acme.shows("Amazon Web Services", "Zendesk", "Stripe")
    Engagement.update(rejected_by=user).where(Engagement.entity == "Stripe").execute()
    acme.shows("Amazon Web Services", "Zendesk")
    acme.look()

    acme.shows("Amazon Web Services", "Zendesk", "Stripe")

    assert news() == []


def test_the_same_company_under_two_names_is_one_row(acme: Bench) -> None:
    acme.shows("Amazon Web Services", "Zendesk")
    other = Source.create(vendor=Vendor.create(slug="b", name="B"), url=acme.source.url + "?b")

    page = list_page("Amazon Web Services", "Stripe").replace("Amazon Web Services", "AWS, Inc.")
    acme.answer = Answer(page.encode(), headers={"Content-Type": "text/html"})
    check_source(other, fetcher=acme.fetcher, clock=lambda: START)

    both = Engagement.select().where(Engagement.entity.in_(["Amazon Web Services", "AWS, Inc."]))
    assert len({engagement.subprocessor_id for engagement in both}) == 1
    assert both.count() == 2
