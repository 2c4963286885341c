"""A better reader: what it sees otherwise is a correction, and history can be derived again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from inventory.models import Change, Channel, Check, Delivery, Engagement, Reading, Source
from inventory.report import change_to_json
from inventory.reread import Deviation, rebuild, reread
from inventory.settings import Settings
from inventory.snapshots import PRESENT, Reader
from scrapers import read, reading
from scrapers.page import Page
from tests.factories import make_channel, make_user
from tests.replay import Stage, list_page, staging

BASE = {"Alder Mail": "Sending of e-mail", "Birch Cloud": "Hosting", "Cedar Pay": "Payments"}
MORE = BASE | {"Damson Chat": "Support"}


def see_less(page: Page) -> reading.Reading:
    """Read as an older version did: it overlooked what concerns payments."""
    found = read.read(page)
    kept = tuple(entry for entry in found.entries if entry.purpose != "Payments")
    return replace(found, entries=kept)


OLD = Reader(PRESENT.version - 1, see_less)


class Watch:
    """A source, and what is published there."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.source: Source = stage.watch("acme")

    def sees(self, *lists: dict[str, str], reader: Reader = PRESENT) -> list[Check]:
        checks = []
        for listed in lists:
            self.stage.shown["acme"] = list_page(listed)
            checks.append(self.stage.look(self.source, reader=reader))
        return checks


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    with staging() as stage:
        yield Watch(stage)


@pytest.fixture
def channel(workspace: Settings) -> Channel:
    return make_channel()


def causes() -> list[tuple[str, str, str]]:
    rows = Change.select().order_by(Change.id)
    return [(change.cause, change.kind, change.subprocessor.name) for change in rows]


def listed() -> set[str]:
    return {row.entity for row in Engagement.select().where(Engagement.closed_at.is_null())}


def test_what_a_better_reader_sees_on_the_old_page_is_a_correction_told_to_nobody(
    acme: Watch, channel: Channel
) -> None:
    acme.sees(BASE, reader=OLD)

    check = acme.sees(BASE)[0]

    assert check.outcome == "unchanged"
    assert causes() == [("reader", "added", "Cedar Pay")]
    assert Delivery.select().count() == 0
    assert listed() == set(BASE)
    assert [change_to_json(change)["cause"] for change in Change.select()] == ["reader"]


def test_a_change_in_the_look_that_corrects_is_told_all_the_same(
    acme: Watch, channel: Channel
) -> None:
    acme.sees(BASE, reader=OLD)

    check = acme.sees(MORE)[0]

    assert check.outcome == "changed"
    assert causes() == [("reader", "added", "Cedar Pay"), ("vendor", "added", "Damson Chat")]
    assert [delivery.change.subprocessor.name for delivery in Delivery.select()] == ["Damson Chat"]


def test_the_page_is_corrected_even_where_the_look_finds_it_unreadable(acme: Watch) -> None:
    acme.sees(BASE, reader=OLD)

    acme.stage.shown["acme"] = b"<html><body><p>Nothing here.</p></body></html>"
    check = acme.stage.look(acme.source)
    again = acme.stage.look(acme.source)

    assert (check.outcome, again.outcome) == ("unreadable", "unreadable")
    assert causes() == [("reader", "added", "Cedar Pay")]


def test_what_a_reader_no_longer_takes_for_an_entry_is_closed_without_a_second_look(
    acme: Watch,
) -> None:
    acme.sees(BASE)

    acme.sees(BASE, reader=Reader(PRESENT.version + 1, see_less))

    assert causes() == [("reader", "removed", "Cedar Pay")]
    assert listed() == {"Alder Mail", "Birch Cloud"}


def test_a_removal_that_waits_for_its_second_look_is_no_correction(
    acme: Watch, channel: Channel
) -> None:
    without = {name: what for name, what in BASE.items() if name != "Birch Cloud"}
    acme.sees(BASE, without)

    acme.sees(without, reader=Reader(PRESENT.version + 1))

    assert causes() == [("vendor", "removed", "Birch Cloud")]
    assert Delivery.select().count() == 1


def test_a_reader_that_sees_the_same_changes_nothing(acme: Watch) -> None:
    acme.sees(BASE)

    check = acme.sees(BASE, reader=Reader(PRESENT.version + 1))[0]

    assert check.outcome == "unchanged"
    assert check.reading.reader_version == PRESENT.version + 1
    assert causes() == []


def test_rereading_records_corrections_once(acme: Watch, channel: Channel) -> None:
    acme.sees(BASE, reader=OLD)

    first = reread(acme.source, now=acme.stage.now)
    second = reread(acme.source, now=acme.stage.now)

    assert first == [correction("Cedar Pay", first[0])]
    assert second == []
    assert causes() == [("reader", "added", "Cedar Pay")]
    assert Delivery.select().count() == 0


def correction(name: str, like: Deviation) -> Deviation:
    return Deviation("correction", name, "added", None, None, name, like.not_after)


def test_a_dry_run_says_the_same_and_records_nothing(acme: Watch) -> None:
    acme.sees(BASE, reader=OLD)

    said = reread(acme.source, now=acme.stage.now, is_dry=True)

    assert said == [correction("Cedar Pay", said[0])]
    assert causes() == []
    assert listed() == {"Alder Mail", "Birch Cloud"}
    assert Reading.select().count() == 1


def test_history_can_be_derived_from_the_snapshots_alone(acme: Watch) -> None:
    fewer = {name: what for name, what in MORE.items() if name != "Birch Cloud"}
    acme.sees(BASE, MORE, fewer, fewer, MORE, MORE | {"Cedar Pay": "Card payments in shops"})
    acme.stage.shown["acme"] = b"<p>Nothing here.</p>"
    acme.stage.look(acme.source)
    acme.sees(fewer, fewer)
    rows = [list(table.select().dicts()) for table in (Change, Check, Engagement, Reading)]

    deviations = rebuild(acme.source)

    assert len(rows[0]) >= 5
    assert deviations == []
    assert [list(table.select().dicts()) for table in (Change, Check, Engagement, Reading)] == rows


def test_a_history_that_a_better_reader_sees_otherwise_is_told_by_line(acme: Watch) -> None:
    without = {name: what for name, what in BASE.items() if name != "Cedar Pay"}
    acme.sees(without, BASE, reader=OLD)

    deviations = rebuild(acme.source)

    assert [(one.what, one.subprocessor, one.kind) for one in deviations] == [
        ("new", "Cedar Pay", "added"),
        ("listed", "Cedar Pay", None),
    ]


def test_what_a_person_rejected_or_accepted_is_no_deviation(acme: Watch) -> None:
    user = make_user()
    many = {f"Elder {letter}": "Hosting" for letter in "ABCDEFGH"}
    acme.sees(BASE)
    Engagement.update(rejected_by=user).where(Engagement.entity == "Cedar Pay").execute()
    acme.sees({"Alder Mail": "Hosting", "Birch Cloud": "Hosting"})
    acme.sees(BASE | many)
    doubted = acme.sees(BASE)[0]
    Source.update(trusted_sha256=doubted.snapshot.sha256).execute()
    acme.sees(BASE, BASE)

    deviations = rebuild(Source.get())

    assert doubted.outcome == "unreadable"
    assert deviations == []
