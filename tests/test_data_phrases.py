"""Words for data that nobody knows are listed, and mean what a person says; nobody is alerted."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from inventory.corrections.phrases import PhraseError, say, unknown_phrases, withdraw
from inventory.models import (
    AuditEvent,
    Change,
    DataPhrase,
    Delivery,
    Engagement,
    EngagementData,
    Source,
)
from inventory.settings import Settings
from tests.factories import make_channel, make_user
from tests.replay import Stage, staging
from tests.test_corrections import shown

TITLES = ("Sub-processor", "Purpose", "Data")
ALDER = ("Alder Mail", "Sending of e-mail", "E-mail address, Zorblat readings")
BIRCH = ("Birch Cloud", "Hosting", "zorblat  Readings, Paint colours")
CEDAR = ("Cedar Pay", "Payments", "Zorblat readings")
HEALTH = "user.health_and_medical"


@pytest.fixture
def stage(workspace: Settings) -> Iterator[Stage]:
    make_channel()
    with staging() as stage:
        yield stage


@pytest.fixture
def source(stage: Stage) -> Source:
    found = stage.watch("acme", shown(ALDER, BIRCH, titles=TITLES))
    stage.look(found)
    return found


def filed() -> dict[str, list[str | None]]:
    """The categories of each entry's data, by name."""
    found: dict[str, list[str | None]] = {}
    for row in EngagementData.select().order_by(EngagementData.id):
        key = row.category.key if row.category_id else None
        found.setdefault(row.engagement.entity, []).append(key)
    return found


def test_words_that_nobody_knows_are_listed_however_they_are_printed(source: Source) -> None:
    found = unknown_phrases()

    assert [(one.normal, one.count) for one in found] == [
        ("zorblat readings", 2),
        ("paint colours", 1),
    ]
    assert set(found[0].printed) == {"Zorblat readings", "zorblat Readings"}


def test_what_a_person_says_is_used_at_once_and_at_the_next_reading(
    stage: Stage, source: Source
) -> None:
    say("Zorblat readings", [HEALTH], make_user(name="Ann"), "A blood value.")
    before = filed()
    stage.shown["acme"] = shown(ALDER, BIRCH, CEDAR, titles=TITLES)
    stage.look(source)

    assert before["Alder Mail"] == ["user.contact.email", HEALTH]
    assert filed()["Birch Cloud"] == [None, HEALTH] or filed()["Birch Cloud"] == [HEALTH, None]
    assert filed()["Cedar Pay"] == [HEALTH]
    assert [one.normal for one in unknown_phrases()] == ["paint colours"]
    assert [delivery.change.after for delivery in Delivery.select()] == ["Cedar Pay"]
    assert "special" in " ".join(reason["rule"] for reason in Change.get().reasons)
    assert Engagement.get().entry["data"] == ["E-mail address", "Zorblat readings"]


def test_what_is_no_personal_data_is_no_longer_listed(source: Source) -> None:
    say("paint colours", [], make_user())

    assert [one.normal for one in unknown_phrases()] == ["zorblat readings"]
    assert filed()["Birch Cloud"] == [None, None]
    assert Change.select().count() == 0


def test_what_was_said_is_ended_by_saying_something_else_and_can_be_taken_back(
    source: Source,
) -> None:
    ann = make_user(name="Ann")
    say("Zorblat readings", [HEALTH], ann)
    say("ZORBLAT readings", ["user.contact.email"], ann)
    first, second = DataPhrase.select().order_by(DataPhrase.id)

    withdraw(second, ann)

    assert first.withdrawn_at is not None
    assert filed()["Alder Mail"] == ["user.contact.email", None]
    assert len(unknown_phrases()) == 2
    assert [event.action for event in AuditEvent.select()].count("data phrase explained") == 2
    with pytest.raises(PhraseError, match="taken back before"):
        withdraw(DataPhrase.get_by_id(second.id), ann)


@pytest.mark.parametrize(
    ("printed", "keys", "why"),
    [
        ("Unheard of", [HEALTH], "no source prints these words"),
        ("Paint colours", ["user.aura"], "no category of data 'user.aura'"),
        ("", [], "no source prints"),
    ],
)
def test_what_cannot_be_said_is_refused(
    source: Source, printed: str, keys: list[str], why: str
) -> None:
    with pytest.raises(PhraseError, match=why):
        say(printed, keys, make_user())

    assert not DataPhrase.select().exists()


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


def test_the_screen_lists_words_with_where_they_stand_and_what_was_said(
    signed_in: FlaskClient, source: Source
) -> None:
    before = text(signed_in, "/data-phrases")

    signed_in.post(
        "/data-phrases/meaning",
        data={"phrase": "Zorblat readings", "category": HEALTH, "note": "<b>Blood</b>"},
    )

    after = text(signed_in, "/data-phrases")
    assert "Not known: 2" in before
    assert f'<a href="/sources/{source.id}">Alder Mail</a>' in before
    assert "Not known: 1" in after
    assert "Ann Admin" in after
    assert "&lt;b&gt;Blood&lt;/b&gt;" in after
    data = text(signed_in, "/vendors/acme/data")
    assert "“Zorblat readings” means this, says Ann Admin" in data
    assert "Say what they mean" in data


def test_a_choice_that_says_nothing_or_both_is_refused(
    signed_in: FlaskClient, source: Source
) -> None:
    path = "/data-phrases/meaning"
    phrase = {"phrase": "Paint colours"}

    nothing = signed_in.post(path, data=phrase)
    both = signed_in.post(path, data=phrase | {"category": HEALTH, "means": "none"})
    signed_in.post(path, data=phrase | {"means": "none"})

    assert (nothing.status_code, both.status_code) == (422, 422)
    assert "Tick at least one category" in nothing.text
    assert "not both" in both.text
    assert DataPhrase.get().keys == []
    assert "no personal data" in text(signed_in, "/data-phrases")
    assert "is no personal data, says Ann Admin" in text(signed_in, "/vendors/acme/data")


def test_what_was_said_can_be_taken_back_on_the_screen(
    signed_in: FlaskClient, source: Source
) -> None:
    data = {"phrase": "Paint colours", "means": "none"}
    signed_in.post("/data-phrases/meaning", data=data)

    signed_in.post(f"/data-phrases/{DataPhrase.get().id}/withdraw")

    page = text(signed_in, "/data-phrases")
    assert "Taken back or replaced" in page
    assert "Not known: 2" in page


def test_words_that_nobody_prints_have_no_page(signed_in: FlaskClient) -> None:
    assert signed_in.get("/data-phrases/meaning?phrase=Unheard").status_code == 404
    assert "Every word for data is known" in text(signed_in, "/data-phrases")
