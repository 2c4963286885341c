"""The sample workspace: what a newcomer sees without the internet, through the real path."""

import json
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from inventory.demo import RemovalError, remove_demo, start_demo
from inventory.demo.server import SampleFetcher, serving
from inventory.demo.story import PAGES, STORY
from inventory.models import (
    TABLES,
    AuditEvent,
    Change,
    Channel,
    Check,
    Correction,
    Delivery,
    Engagement,
    Review,
    SentData,
    Snapshot,
    Source,
    Subscription,
    Vendor,
    utcnow,
)
from inventory.notice.contract import set_term
from inventory.review import decide, set_ours, set_owner
from inventory.settings import Settings
from scrapers.errors import FetchError
from tests.factories import (
    make_change,
    make_channel,
    make_engagement,
    make_source,
    make_user,
    make_vendor,
)

ROOT = Path(__file__).parent.parent


@pytest.fixture
def sample(workspace: Settings) -> list[str]:
    """A register with the sample in it; what the console said."""
    said: list[str] = []
    start_demo(workspace, say=said.append)
    return said


def news(vendor: str) -> list[tuple[str, str, str | None]]:
    """What is told of a vendor: the kind, the company and the field."""
    changes = Change.select().join(Vendor, on=Change.vendor).where(Vendor.name.startswith(vendor))
    return [(one.kind, one.subprocessor.name, one.field) for one in changes.order_by(Change.id)]


def test_a_newcomer_sees_every_kind_of_change(sample: list[str]) -> None:
    assert {change.kind for change in Change.select()} == {"added", "removed", "renamed", "amended"}
    assert news("Papermoon") == [
        ("added", "Anthropic", None),
        ("amended", "Amazon Web Services", "locations"),
        ("removed", "Sentry", None),
    ]
    assert [(kind, field) for kind, _, field in news("Harbourline")] == [
        ("renamed", None),
        ("added", None),
    ]


def test_a_restyled_page_and_a_new_wording_are_no_news(sample: list[str]) -> None:
    assert news("Tallyfox") == [("added", "OpenAI", None)]
    assert news("Quillstone") == [("added", "Deepgram", None)]


def test_the_vendors_own_clause_leaves_time_to_object(sample: list[str]) -> None:
    change = Change.get(Change.kind == "added", Change.after.startswith("Anthropic"))

    assert change.notice_term.period == 30
    assert change.deadline > utcnow().date()


def test_a_removal_counted_after_two_looks(sample: list[str]) -> None:
    change = Change.get(Change.kind == "removed")

    assert change.not_after < change.detected_at


def test_one_source_broke_and_one_healed(sample: list[str]) -> None:
    broken = Source.get(Source.bad_since.is_null(False))
    healed = Check.get(Check.news == "healed")

    assert broken.vendor.name.startswith("Brightwell")
    assert broken.problem
    assert healed.source.vendor.name.startswith("Lindenhof")
    assert news("Lindenhof") == [("added", "Datadog", None)]
    assert news("Brightwell") == [("amended", "MongoDB", "purpose")]


def test_what_prose_names_is_suggested(sample: list[str]) -> None:
    rows = Engagement.select().join(Vendor, on=Engagement.vendor)

    assert {row.certainty for row in rows.where(Vendor.name.startswith("Quillstone"))} == {
        "suggested"
    }


def test_a_company_that_several_vendors_use_is_one_row(sample: list[str]) -> None:
    aws = Vendor.get(Vendor.name == "Amazon Web Services")

    users = {row.vendor_id for row in Engagement.select().where(Engagement.subprocessor == aws)}

    assert len(users) == 5


def test_both_layers_of_data_have_something_to_show(sample: list[str]) -> None:
    assert SentData.select().count() == sum(len(vendor.sent) for vendor in STORY)
    stripe = Engagement.get(Engagement.entity == "Stripe, Inc.")
    assert "user.financial.credit_card" in stripe.entry["data_categories"]


def test_every_quote_stands_on_its_page(sample: list[str]) -> None:
    from scrapers.documents import document_text, open_document
    from scrapers.page import Page
    from scrapers.quotes import find_quote

    texts: dict[int, list[str]] = {}
    for row in Snapshot.select():
        text = document_text(open_document(Page("", row.content, row.media_type, row.charset)))
        texts.setdefault(row.source_id, []).append(text)

    for row in Engagement.select():
        assert any(find_quote(text, row.quote) for text in texts[row.source_id]), row.quote


def test_the_alerts_left_and_were_received(sample: list[str], workspace: Settings) -> None:
    lines = (workspace.data / "sample-alerts.jsonl").read_text().splitlines()

    told = [event["sentence"] for line in lines for event in json.loads(line)["events"]]

    assert Delivery.select().where(Delivery.sent_at.is_null()).count() == 0
    assert len(told) == Delivery.select().count() >= Change.select().count()
    assert len({delivery.message_id for delivery in Delivery.select()}) == len(lines)


def test_the_history_lies_in_the_past_and_ends_today(sample: list[str]) -> None:
    started = [check.started_at for check in Check.select()]

    assert utcnow() - timedelta(days=41) < min(started) < utcnow() - timedelta(days=39)
    assert utcnow() - timedelta(hours=2) < max(started) < utcnow()
    for check in Check.select():
        assert check.finished_at == check.started_at
        assert check.snapshot is None or check.snapshot.fetched_at <= check.started_at


def test_nobody_looks_for_vendors_that_do_not_exist(sample: list[str]) -> None:
    on = [source.vendor.name for source in Source.select().where(Source.interval != "off")]

    assert on == ["Brightwell Forms (sample)"]
    assert all(source.url.split("/")[2].endswith(".example") for source in Source.select())
    assert any("do not exist" in line for line in sample)


def test_loading_it_twice_doubles_nothing(sample: list[str], workspace: Settings) -> None:
    before = {table: table.select().count() for table in TABLES}
    said: list[str] = []

    start_demo(workspace, say=said.append)

    assert {table: table.select().count() for table in TABLES} == before
    assert said == ["The sample workspace is loaded already; nothing was added."]


def test_no_channel_of_ours_hears_of_the_sample(workspace: Settings) -> None:
    channel = Channel.create(
        name="team", kind="webhook", settings={}, kinds=["added", "removed", "source"]
    )
    make_source()

    start_demo(workspace)

    assert Delivery.select().where(Delivery.channel == channel).count() == 0
    assert [row.name for row in Channel.select().where(Channel.is_active)] == ["team"]


def test_nothing_of_it_stays_where_it_fails(
    workspace: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    Channel.create(name="team", kind="webhook", settings={}, kinds=["added"])
    monkeypatch.setattr("inventory.demo.story.PAGES", Path("nowhere"))

    with pytest.raises(FileNotFoundError):
        start_demo(workspace)

    assert Source.select().count() == Vendor.select().count() == 0
    assert Channel.get().is_active


def test_only_the_samples_own_address_is_exempt_from_the_guard(workspace: Settings) -> None:
    with serving() as server, serving() as other, SampleFetcher(server) as fetcher:
        other.show("https://a.example/x", PAGES / "papermoon" / "1.html", utcnow())

        with pytest.raises(FetchError, match="not a public address"):
            super(SampleFetcher, fetcher).fetch(f"{other.base}a.example/x")


def test_the_button_loads_it(signed_in: FlaskClient) -> None:
    started = time.monotonic()

    answer = signed_in.post("/start/demo", follow_redirects=True)

    assert answer.status_code == 200
    assert "Anthropic" in answer.text
    assert time.monotonic() - started < 20


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    environ = {"ONWARD_DATA": str(tmp_path / "data"), "PATH": ""}

    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app.py", "demo"],
        cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "added Anthropic" in done.stdout
    assert "http://127.0.0.1:8000" in done.stdout.splitlines()[-1]


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the register but the log of what people did."""
    return {
        table.__name__: sorted(table.select().tuples(), key=repr)
        for table in TABLES
        if table is not AuditEvent
    }


def test_removing_it_leaves_what_was_there_before(workspace: Settings) -> None:
    ours = make_source(make_vendor("Amazon Web Services", is_ours=True))
    make_change(make_engagement(ours, make_vendor("Stripe")))
    make_channel(name="team")
    before = contents()

    start_demo(workspace)
    loaded = contents()
    said = remove_demo(workspace)

    assert loaded != before
    assert "7 pages, 9 changes" in said
    assert contents() == before
    assert not (workspace.data / "sample-alerts.jsonl").exists()
    assert AuditEvent.get().action == "sample removed"


def test_what_people_did_to_the_sample_goes_with_it(sample: list[str], workspace: Settings) -> None:
    user = make_user()
    papermoon = Vendor.get(Vendor.name.startswith("Papermoon"))
    set_owner(papermoon, user, user=user)
    set_term(papermoon, user, kind="objection", period=10, unit="days", trigger=None)
    for change in Change.select():
        decide(change, user, decision="accepted")
    source = Source.get(Source.vendor == papermoon)
    Correction.create(source=source, about="no-entry", name="Stripe", note="Wrong.", set_by=user)

    remove_demo(workspace)

    assert Vendor.select().count() == Source.select().count() == Review.select().count() == 0


def test_what_others_use_or_people_made_ours_stays(sample: list[str], workspace: Settings) -> None:
    openai = Vendor.get(Vendor.name == "OpenAI")
    stripe = Vendor.get(Vendor.name == "Stripe")
    ours = make_source(make_vendor("Acme", is_ours=True))
    make_engagement(ours, openai)
    set_ours(stripe, True, make_user())

    remove_demo(workspace)

    assert {row.name for row in Vendor.select()} == {"Acme", "OpenAI", "Stripe"}
    assert Engagement.get().subprocessor == openai


def test_a_channel_for_a_sample_vendor_alone_does_not_begin_to_hear_of_all(
    sample: list[str], workspace: Settings
) -> None:
    channel, other = make_channel(), make_channel()
    papermoon = Vendor.get(Vendor.name.startswith("Papermoon"))
    Subscription.create(channel=channel, vendor=papermoon)

    remove_demo(workspace)

    assert not Channel.get_by_id(channel.id).is_active
    assert Channel.get_by_id(other.id).is_active


def test_a_sample_that_is_being_looked_at_stays_for_now(
    sample: list[str], workspace: Settings
) -> None:
    Source.update(claimed_until=utcnow() + timedelta(minutes=5)).execute()

    with pytest.raises(RemovalError, match="being looked at"):
        remove_demo(workspace)

    assert Source.select().count() == 7


def test_it_can_be_loaded_again_after_it_was_removed(
    sample: list[str], workspace: Settings
) -> None:
    remove_demo(workspace)
    start_demo(workspace)

    assert Change.select().count() == 9


def test_the_button_removes_it(signed_in: FlaskClient) -> None:
    signed_in.post("/start/demo")

    assert "Remove the sample workspace" in signed_in.get("/start").text
    answer = signed_in.post("/start/demo/remove", follow_redirects=True)

    assert "The sample workspace was removed" in answer.text
    assert "Load the sample workspace" in answer.text
