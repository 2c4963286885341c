"""What people correct is kept, holds from look to look, and alerts nobody."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings as effort, strategies

from inventory.corrections.correct import (
    CorrectionError,
    add_entry,
    correct_entry,
    drop_entry,
    entry_key,
    withdraw,
)
from inventory.corrections.fixes import Fix, Seen, set_right
from inventory.corrections.titles import reading_with, tell_titles
from inventory.corrections.told import present, told_of
from inventory.models import (
    AuditEvent,
    Change,
    Check,
    Correction,
    Delivery,
    Engagement,
    Reading,
    Source,
    User,
)
from inventory.reread import rebuild, reread
from inventory.settings import Settings
from inventory.snapshots import PRESENT, Reader
from scrapers import reading as values
from scrapers.entry import Entry
from scrapers.read import read
from tests.factories import make_channel, make_user
from tests.replay import Stage, staging

HEAD = '<!doctype html><html lang="en"><body><h1>Sub-processors</h1><p>We use these.</p>'
TITLES = ("Sub-processor", "Purpose", "Location")
ALDER = ("Alder Mail", "Sending of e-mail", "Ireland")
BIRCH = ("Birch Cloud", "Hosting", "Germany")
CEDAR = ("Cedar Pay", "Payments", "Austria")
PROSE = "<p>Parcels are brought by Damson Freight, our carrier.</p>"


def shown(*rows: tuple[str, ...], titles: tuple[str, ...] = TITLES, extra: str = "") -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f"<th>{title}</th>" for title in titles)
    return f"{HEAD}<table><tr>{head}</tr>{cells}</table>{extra}</body></html>".encode()


class Watch:
    """A source, what is published there, and a person who corrects what is read."""

    def __init__(self, stage: Stage, user: User) -> None:
        self.stage, self.user = stage, user
        self.source: Source = stage.watch("acme")

    def sees(self, content: bytes, **options: Any) -> Check:
        self.stage.shown["acme"] = content
        return self.stage.look(self.source, **options)

    def key(self, name: str) -> str:
        now = present(self.source)
        assert now is not None
        return next(entry_key(entry) for entry in now.raw if entry.entity == name)

    def corrects(self, name: str, **fields: Any) -> int:
        return correct_entry(self.source, self.key(name), fields, self.user)

    def adds(self, quote: str, **fields: Any) -> None:
        add_entry(self.source, quote, fields, self.user)


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    make_channel()
    with staging() as stage:
        yield Watch(stage, make_user(name="Ann"))


def told() -> list[tuple[str, str | None, str | None, str | None]]:
    """What the vendor did, as far as anybody was alerted."""
    rows = Delivery.select(Delivery, Change).join(Change).order_by(Delivery.id)
    return [
        (one.change.kind, one.change.field, one.change.before, one.change.after) for one in rows
    ]


def causes() -> list[tuple[str, str, str | None, str | None]]:
    rows = Change.select().order_by(Change.id)
    return [(one.cause, one.kind, one.before, one.after) for one in rows]


def listed(field: str = "purpose") -> dict[str, Any]:
    rows = Engagement.select().where(Engagement.closed_at.is_null()).order_by(Engagement.id)
    return {row.entity: row.entry[field] for row in rows}


def test_a_corrected_field_stands_at_once_and_tells_nobody(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))

    acme.corrects("Alder Mail", purpose="Newsletters")

    assert listed() == {"Alder Mail": "Newsletters", "Birch Cloud": "Hosting"}
    assert causes() == [("person", "amended", "Sending of e-mail", "Newsletters")]
    assert Change.get().corrected_by.name == "Ann"
    assert told() == []
    event = AuditEvent.get(AuditEvent.action == "reading corrected")
    assert event.detail == "Alder Mail: purpose from “Sending of e-mail” to “Newsletters”"


def test_what_was_before_is_kept_with_the_words_of_the_page(acme: Watch) -> None:
    acme.sees(shown(ALDER))

    acme.corrects("Alder Mail", purpose="Newsletters")
    acme.corrects("Alder Mail", purpose="Letters")

    first, second = Correction.select().order_by(Correction.id)
    assert (first.before, first.value, first.withdrawn_by.name) == (
        "Sending of e-mail",
        "Newsletters",
        "Ann",
    )
    assert (second.value, second.withdrawn_at) == ("Letters", None)
    assert second.quote == "Alder Mail Sending of e-mail Ireland"
    assert Reading.get().entries[0]["purpose"] == "Sending of e-mail"


def test_a_correction_survives_an_edit_of_the_page_reordered_and_restyled(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))
    acme.corrects("Alder Mail", purpose="Newsletters", locations=["Dublin, Ireland"])
    turned = tuple((row[0], row[2], row[1]) for row in (CEDAR, BIRCH, ALDER))

    check = acme.sees(shown(*turned, titles=("Company", "Country", "Purpose")))

    assert check.outcome == "changed"
    assert told() == [("added", None, None, "Cedar Pay")]
    assert listed()["Alder Mail"] == "Newsletters"
    assert listed("countries")["Alder Mail"] == ["IE"]


def test_a_real_change_of_another_field_of_a_corrected_entry_is_told(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))
    acme.corrects("Alder Mail", purpose="Newsletters")

    acme.sees(shown((*ALDER[:2], "France"), BIRCH))
    acme.sees(shown((*ALDER[:2], "Spain"), BIRCH))

    assert told() == [
        ("amended", "locations", "Ireland", "France"),
        ("amended", "locations", "France", "Spain"),
    ]
    assert listed()["Alder Mail"] == "Newsletters"


def test_a_real_change_of_the_corrected_field_itself_is_told(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))
    acme.corrects("Alder Mail", purpose="Newsletters")

    acme.sees(shown(("Alder Mail", "Training of models", "Ireland"), BIRCH))

    assert told() == [("amended", "purpose", "Newsletters", "Training of models")]
    assert Correction.get().lapsed_at is not None
    assert Correction.get().withdrawn_at is None


def test_a_correction_of_an_entry_that_left_does_nothing_and_holds_when_it_is_back(
    acme: Watch,
) -> None:
    acme.sees(shown(ALDER, BIRCH, CEDAR))
    acme.corrects("Cedar Pay", purpose="Card payments")

    for _ in range(2):
        acme.sees(shown(ALDER, BIRCH))
    gone = Correction.get().lapsed_at
    acme.sees(shown(ALDER, BIRCH, CEDAR))

    assert gone is not None
    assert Correction.get().lapsed_at is None
    assert [(cause, kind) for cause, kind, *_ in causes()[1:]] == [
        ("vendor", "removed"),
        ("vendor", "added"),
    ]
    assert listed()["Cedar Pay"] == "Card payments"


def test_what_is_no_entry_leaves_the_register_and_stays_away(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))

    drop_entry(acme.source, acme.key("Birch Cloud"), acme.user)
    acme.sees(shown(BIRCH, ALDER, CEDAR))

    assert set(listed()) == {"Alder Mail", "Cedar Pay"}
    assert causes() == [
        ("person", "removed", "Birch Cloud", None),
        ("vendor", "added", None, "Cedar Pay"),
    ]
    assert told() == [("added", None, None, "Cedar Pay")]


def test_a_missed_entry_stands_as_long_as_the_page_has_its_words(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH, extra=PROSE))

    acme.adds("brought by Damson Freight, our  carrier", entity="Damson Freight", purpose="Parcels")
    acme.sees(shown(BIRCH, ALDER, extra=PROSE))
    while_there = listed()
    for _ in range(2):
        acme.sees(shown(BIRCH, ALDER))

    assert while_there["Damson Freight"] == "Parcels"
    assert causes() == [
        ("person", "added", None, "Damson Freight"),
        ("vendor", "removed", "Damson Freight", None),
    ]
    assert told() == [("removed", None, "Damson Freight", None)]


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("", "give the words of the page"),
        ("Parcels are brought by Elder Freight", "do not stand in the stored page"),
        ("our carrier", "does not name 'Damson Freight'"),
        ("x" * 3_000, "3,000 characters"),
    ],
)
def test_a_missed_entry_without_its_proof_is_refused(acme: Watch, quote: str, why: str) -> None:
    acme.sees(shown(ALDER, extra=PROSE))

    with pytest.raises(CorrectionError, match=why):
        acme.adds(quote, entity="Damson Freight")

    assert not Correction.select().exists()


def test_an_entry_that_is_read_already_is_not_added(acme: Watch) -> None:
    acme.sees(shown(ALDER))

    with pytest.raises(CorrectionError, match="there already"):
        acme.adds("Alder Mail Sending of e-mail", entity="Alder Mail")


def test_an_entry_is_not_added_twice(acme: Watch) -> None:
    acme.sees(shown(ALDER, extra=PROSE))
    acme.adds("brought by Damson Freight", entity="Damson Freight")

    with pytest.raises(CorrectionError, match="there already"):
        acme.adds("brought by Damson Freight", entity="Damson Freight")

    assert Correction.select().count() == 1


def test_what_a_column_means_is_used_at_once_and_at_the_next_reading(acme: Watch) -> None:
    titles = ("Sub-processor", "Purpose", "Residence of servers")
    acme.sees(shown(ALDER, BIRCH, titles=titles))
    before = listed("locations")

    tell_titles(acme.source, {"Residence of servers": "location"}, acme.user)
    check = acme.sees(shown(ALDER, (*BIRCH[:2], "Poland"), titles=titles))

    assert before == {"Alder Mail": [], "Birch Cloud": []}
    assert listed("countries") == {"Alder Mail": ["IE"], "Birch Cloud": ["PL"]}
    assert causes() == [("vendor", "amended", "Germany", "Poland")]
    assert told() == [("amended", "locations", "Germany", "Poland")]
    assert check.reading.meanings == told_of(acme.source).key


def test_titles_that_would_leave_no_list_are_refused(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))

    with pytest.raises(CorrectionError, match="no list would be read"):
        tell_titles(acme.source, {"Sub-processor": None}, acme.user)

    assert not Correction.select().exists()
    assert causes() == []


def test_titles_make_a_page_readable_that_was_not(acme: Watch) -> None:
    titles = ("Who", "What with", "Nation")
    first = acme.sees(shown(ALDER, BIRCH, titles=titles))

    tell_titles(
        acme.source, {"Who": "vendor", "What with": "purpose", "Nation": "location"}, acme.user
    )
    second = acme.sees(shown(ALDER, BIRCH, titles=titles))

    assert (first.outcome, second.outcome) == ("unreadable", "baseline")
    assert listed() == {"Alder Mail": "Sending of e-mail", "Birch Cloud": "Hosting"}
    assert causes() == []


def test_a_preview_says_what_would_be_read_and_keeps_nothing(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))

    found = reading_with(acme.source, {"location": "entity_location", "purpose": None})

    assert found is not None
    assert [entry.purpose for entry in found[0].reading.entries] == ["Sending of e-mail", "Hosting"]
    assert [entry.purpose for entry in found[1].reading.entries] == [None, None]
    assert Reading.select().count() == 1
    assert not Correction.select().exists()


def test_what_is_taken_back_is_read_as_printed_again_and_tells_nobody(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH, extra=PROSE))
    acme.corrects("Alder Mail", purpose="Newsletters")
    drop_entry(acme.source, acme.key("Birch Cloud"), acme.user)
    acme.adds("brought by Damson Freight", entity="Damson Freight")
    tell_titles(acme.source, {"Location": None}, acme.user)

    for correction in Correction.select():
        withdraw(correction, acme.user)
    acme.sees(shown(ALDER, BIRCH, CEDAR, extra=PROSE))

    assert listed() == {
        "Alder Mail": "Sending of e-mail",
        "Birch Cloud": "Hosting",
        "Cedar Pay": "Payments",
    }
    assert {cause for cause, *_ in causes()[:-1]} == {"person"}
    assert told() == [("added", None, None, "Cedar Pay")]
    with pytest.raises(CorrectionError, match="taken back before"):
        withdraw(Correction.get_by_id(1), acme.user)


def test_setting_a_field_to_what_is_read_takes_the_correction_back(acme: Watch) -> None:
    acme.sees(shown(ALDER))
    acme.corrects("Alder Mail", purpose="Newsletters")

    count = acme.corrects("Alder Mail", purpose="Sending of e-mail")

    assert count == 1
    assert told_of(acme.source).fixes == ()
    assert listed() == {"Alder Mail": "Sending of e-mail"}


def test_a_correction_leaves_a_removal_that_waits_for_its_second_look_alone(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))
    acme.sees(shown(ALDER))

    acme.corrects("Alder Mail", purpose="Newsletters")
    acme.sees(shown(ALDER))

    assert told() == [("removed", None, "Birch Cloud", None)]


def glued(page: Any) -> values.Reading:
    """Read as a newer version might: purpose and place in one."""
    found = read(page)
    entries = (
        Entry(**{**_fields(one), "purpose": f"{one.purpose}, {one.locations[0]}"})
        for one in found.entries
    )
    return values.Reading(found.kind, found.complete, tuple(entries), language=found.language)


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__dataclass_fields__}


def test_a_correction_survives_a_newer_reader_that_is_wrong_in_another_way(acme: Watch) -> None:
    newer = Reader(PRESENT.version + 1, glued)
    acme.sees(shown(ALDER, BIRCH))
    acme.corrects("Alder Mail", purpose="Newsletters")
    moved = (*ALDER[:2], "France")
    acme.sees(shown(moved, BIRCH))

    acme.sees(shown(moved, BIRCH), reader=newer)
    acme.sees(shown(moved, BIRCH, CEDAR), reader=newer)

    assert listed()["Alder Mail"] == "Newsletters"
    assert told() == [
        ("amended", "locations", "Ireland", "France"),
        ("added", None, None, "Cedar Pay"),
    ]


def test_a_look_that_a_person_overtakes_looks_again(acme: Watch) -> None:
    acme.sees(shown(ALDER, BIRCH))
    read_so_far: list[Any] = []

    def read_slowly(page: Any, *meanings: Any) -> values.Reading:
        """Read for so long that a person says something meanwhile."""
        read_so_far.append(page)
        if len(read_so_far) == 1:
            acme.corrects("Alder Mail", purpose="Newsletters")
            tell_titles(acme.source, {"Location": "entity_location"}, acme.user)
        return read(page, *meanings)

    acme.sees(shown(ALDER, BIRCH, CEDAR), reader=Reader(PRESENT.version, read_slowly))

    assert listed()["Alder Mail"] == "Newsletters"
    assert listed("entity_location")["Alder Mail"] == ["Ireland"]
    assert listed("locations")["Cedar Pay"] == []
    assert told() == [("added", None, None, "Cedar Pay")]


def test_history_can_be_derived_again_with_what_people_said_in_between(acme: Watch) -> None:
    def at(moment: Any, **columns: Any) -> None:
        last = Correction.select().order_by(Correction.id.desc()).first()
        Correction.update(set_at=moment, **columns).where(Correction.id == last.id).execute()

    acme.sees(shown(("Alder Mail", "E-mail", "Ireland"), BIRCH, extra=PROSE))
    acme.sees(shown(ALDER, BIRCH, extra=PROSE))
    acme.corrects("Alder Mail", purpose="Newsletters")
    at(acme.stage.now + timedelta(hours=1))
    tell_titles(acme.source, {"Location": "entity_location"}, acme.user)
    at(acme.stage.now + timedelta(hours=2))
    acme.sees(shown(ALDER, BIRCH, CEDAR, extra=PROSE))
    acme.adds("brought by Damson Freight", entity="Damson Freight")
    at(acme.stage.now + timedelta(hours=1))
    acme.sees(shown((*ALDER[:2], "France"), BIRCH, CEDAR))
    acme.sees(shown(ALDER, BIRCH, CEDAR))
    rows = [list(table.select().dicts()) for table in (Change, Correction, Engagement, Reading)]

    deviations = rebuild(acme.source)

    assert [cause for cause, *_ in causes()].count("vendor") >= 5
    assert deviations == []
    assert reread(acme.source, now=acme.stage.now) == []
    after = [list(table.select().dicts()) for table in (Change, Correction, Engagement, Reading)]
    assert after == rows


def test_of_two_rows_of_one_company_the_one_that_is_meant_is_corrected(acme: Watch) -> None:
    maps, mail = ("Alder", "Maps of the city", "Spain"), ("Alder", "Mail to customers", "Spain")
    acme.sees(shown(maps, mail, BIRCH))
    now = present(acme.source)
    assert now is not None
    key = next(entry_key(one) for one in now.raw if one.purpose == "Mail to customers")

    correct_entry(acme.source, key, {"locations": ["Madrid, Spain"]}, acme.user)
    acme.sees(shown(("Alder", "Mail to our customers", "Spain"), maps, BIRCH))
    both = [
        row.entry["locations"] for row in Engagement.select().where(Engagement.entity == "Alder")
    ]
    for _ in range(2):
        acme.sees(shown(maps, BIRCH))

    assert sorted(both) == [["Madrid, Spain"], ["Spain"]]
    assert "locations" not in {field for _, field, *_ in told()}
    assert listed("locations")["Alder"] == ["Spain"]


names = strategies.sampled_from(["Alder", "Birch", "Cedar"])
rows = strategies.builds(
    lambda name, purpose: Entry(name, name, f"{name} {purpose}", purpose=purpose),
    names,
    strategies.sampled_from(["Mail", "Maps", "Chat"]),
)
fixes = strategies.builds(
    lambda number, about, name, purpose: Fix(
        number,
        about,
        name,
        field="purpose" if about == "entry" else None,
        value={"vendor": name, "entity": name, "quote": f"{name} x"} if about == "missed" else "Y",
        seen=Seen(f"{name} {purpose}", read=purpose),
    ),
    strategies.integers(1, 9),
    strategies.sampled_from(["entry", "no-entry", "missed"]),
    names,
    strategies.sampled_from(["Mail", "Maps"]),
)


@effort(max_examples=150, deadline=None)
@given(
    strategies.lists(rows, max_size=5), strategies.lists(fixes, max_size=4), strategies.booleans()
)
def test_every_entry_of_a_righted_reading_is_accounted_for(
    entries: list[Entry], said: list[Fix], has_quote: bool
) -> None:
    reading = values.Reading("subprocessor-list", complete=True, entries=tuple(entries))

    found = set_right(reading, said, lambda _: has_quote)

    kept = [one for one in found.printed if one is not None]
    assert len(found.reading.entries) == len(found.printed) == len(found.fixes)
    assert sorted(map(repr, [*kept, *(one for one, _ in found.dropped)])) == sorted(
        map(repr, entries)
    )
    assert found.seen.keys() <= {fix.id for fix in said}
    beside = zip(found.reading.entries, found.printed, found.fixes, strict=True)
    assert all(ids or entry == printed for entry, printed, ids in beside)
