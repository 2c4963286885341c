"""What goes back and forth: one story, told once it has settled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from inventory.channels import Message
from inventory.models import Change, Check, Delivery, Engagement, Source
from inventory.settings import Settings
from inventory.telling import alert
from tests.factories import make_channel
from tests.replay import Stage, list_page, staging

DAY = timedelta(days=1)
BASE = {"Alder Mail": "Sending of e-mail", "Birch Cloud": "Hosting", "Cedar Pay": "Payments"}
WITHOUT = {name: what for name, what in BASE.items() if name != "Cedar Pay"}
OTHER_WORDS = BASE | {"Birch Cloud": "Storage of all customer files"}


class Watch:
    """A source that is looked at once a day, and a channel that hears of it."""

    def __init__(self, stage: Stage, settings: Settings) -> None:
        self.stage, self.settings = stage, settings
        self.source: Source = stage.watch("acme")
        self.channel = make_channel()
        self.heard: list[str] = []

    def sees(self, *lists: dict[str, str]) -> list[Check]:
        return [self._sees(listed) for listed in lists]

    def waits(self, days: int) -> None:
        """Days go by on which nobody looks and what is due is told."""
        self.stage.now += days * DAY
        self._deliver()

    def _sees(self, listed: dict[str, str]) -> Check:
        self.stage.shown["acme"] = list_page(listed)
        check = self.stage.look(self.source, DAY)
        self._deliver()
        return check

    def _deliver(self) -> None:
        def send(kind: str, settings: dict[str, object], message: Message) -> None:
            self.heard += [event["kind"] for event in message.payload["events"]]

        alert.deliver(self.stage.now, settings=self.settings, send=send)


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    with staging() as stage:
        yield Watch(stage, workspace)


def story() -> list[tuple[str, int | None]]:
    rows = Change.select().order_by(Change.id)
    return [(change.kind, change.takes_back_id) for change in rows]


def ids() -> list[int]:
    return [change.id for change in Change.select().order_by(Change.id)]


def test_removed_back_and_removed_again_is_one_story_told_once(acme: Watch) -> None:
    acme.sees(BASE, WITHOUT, WITHOUT, BASE, WITHOUT, WITHOUT)
    acme.waits(days=10)

    first, second, _ = ids()
    assert story() == [("removed", None), ("added", first), ("removed", second)]
    assert acme.heard == ["removed"]


def test_what_is_back_to_stay_is_told_once_it_has_stayed(acme: Watch) -> None:
    acme.sees(BASE, WITHOUT, WITHOUT, BASE)
    heard_at_first = list(acme.heard)

    acme.sees(BASE, BASE, BASE)

    assert heard_at_first == ["removed"]
    assert acme.heard == ["removed", "added"]


def test_a_company_that_comes_and_goes_once_is_told_both_times(acme: Watch) -> None:
    acme.sees(WITHOUT, BASE, WITHOUT, WITHOUT)

    assert acme.heard == ["added", "removed"]


def test_what_comes_back_after_weeks_is_another_story(acme: Watch) -> None:
    acme.sees(BASE, WITHOUT, WITHOUT)
    acme.waits(days=20)

    acme.sees(BASE)

    assert [earlier for _, earlier in story()] == [None, None]
    assert acme.heard == ["removed", "added"]


def test_words_that_change_to_and_fro_are_told_once(acme: Watch) -> None:
    acme.sees(BASE, *[OTHER_WORDS, BASE] * 2, OTHER_WORDS)
    acme.waits(days=10)

    assert acme.heard == ["amended"]


def test_a_page_served_in_variants_is_recognised_and_floods_nothing(acme: Watch) -> None:
    checks = acme.sees(*[BASE, OTHER_WORDS] * 20)

    assert Change.select().count() == 5
    assert checks[-2].is_variant
    assert "variants" in checks[-2].remark
    assert {check.outcome for check in checks[6:]} == {"unchanged"}
    assert acme.heard == ["amended"]


def test_a_variant_that_stays_is_recorded_after_all(acme: Watch) -> None:
    acme.sees(*[BASE, OTHER_WORDS] * 4)
    before = Change.select().count()

    acme.sees(*[BASE] * 3)
    meanwhile = Change.select().count()
    acme.sees(BASE)

    assert (meanwhile, Change.select().count()) == (before, before + 1)
    assert Engagement.get(Engagement.entity == "Birch Cloud").purpose == "Hosting"


def test_a_new_company_is_told_at_once_though_the_page_has_variants(acme: Watch) -> None:
    acme.sees(*[BASE, OTHER_WORDS] * 5)

    acme.sees(OTHER_WORDS | {"Damson Chat": "Support"})

    assert acme.heard[-1] == "added"


def test_a_digest_of_the_day_on_which_it_came_back_says_nothing(acme: Watch) -> None:
    acme.channel.pace = "daily"
    acme.channel.save()
    acme.sees(OTHER_WORDS)
    acme.stage.now = datetime(2026, 2, 1, 8, tzinfo=UTC)

    for listed in (BASE, OTHER_WORDS):
        acme.stage.shown["acme"] = list_page(listed)
        acme.stage.look(acme.source, DAY / 12)

    assert Change.select().count() == 2
    assert Delivery.select().count() == 0
