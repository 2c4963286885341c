"""The register follows what a source lists."""

from collections.abc import Iterator

import pytest

from inventory.models import Change, Engagement, Source
from inventory.settings import Settings
from tests.replay import Stage, list_page, staging

BASE = {"Alder Mail": "Sending of e-mail", "Birch Cloud": "Hosting", "Cedar Pay": "Payments"}
ANOTHER = {
    "Hawthorn (formerly Cedar Pay)" if one == "Cedar Pay" else one: BASE[one] for one in BASE
}


class Watch:
    """A source whose list the test sets."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.source: Source = stage.watch("acme")

    def sees(self, *lists: dict[str, str]) -> None:
        for listed in lists:
            self.stage.shown["acme"] = list_page(listed)
            self.stage.look(self.source)


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    with staging() as stage:
        yield Watch(stage)


def test_a_renamed_company_and_its_change_are_found_in_one_place(acme: Watch) -> None:
    acme.sees(BASE, ANOTHER)

    change = Change.get()
    engagement = Engagement.get_by_id(change.engagement_id)
    assert (change.kind, change.before) == ("renamed", "Cedar Pay")
    assert change.subprocessor == engagement.subprocessor
    assert change.subprocessor.name.startswith("Hawthorn")
    assert Engagement.select().where(Engagement.closed_at.is_null()).count() == 3


def test_a_name_that_comes_back_is_one_story(acme: Watch) -> None:
    acme.sees(BASE, ANOTHER, BASE)

    first, second = Change.select().order_by(Change.id)
    assert (second.before, second.after) == (first.after, first.before)
    assert second.takes_back == first
