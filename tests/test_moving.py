"""A list that went to another address: watched there with all that is known of it."""

from collections.abc import Iterator

import pytest

from inventory.intake.register import readdress
from inventory.models import Change, Check, Engagement, Snapshot, Source
from inventory.reread import rebuild
from inventory.settings import Settings
from inventory.snapshots import addresses, page_of
from tests.replay import Stage, list_page, staging

OLD = {"Alder Mail": "Sending of e-mail", "Birch Cloud": "Hosting", "Cedar Pay": "Payments"}
GONE = b"<html><body><p>Our list is <a href='/there'>in our trust centre</a> now.</p></body></html>"


def trust_centre(*names: str) -> bytes:
    """The same list as another site puts it."""
    cards = "".join(
        f"<li><b>{name}, Inc.</b> - what it does for us (Ireland)</li>" for name in names
    )
    return f"<html lang='en'><h1>Our sub-processors</h1><ul>{cards}</ul></html>".encode()


class Watch:
    """A source that was looked at twice, and lost its list."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.source = stage.watch("acme", list_page(OLD))
        self.looks(list_page(OLD), list_page(OLD), GONE)

    def looks(self, *pages: bytes) -> list[Check]:
        return [self._sees(page) for page in pages]

    def _sees(self, page: bytes) -> Check:
        self.stage.shown[self.source.url.rpartition("/")[2]] = page
        return self.stage.look(self.source)

    def moves(self) -> None:
        url = self.source.url.replace("acme", "there")
        self.source = readdress(self.source, url, allow_private=True)


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    with staging() as stage:
        yield Watch(stage)


def told() -> list[tuple[str, str]]:
    rows = Change.select().where(~Change.is_minor).order_by(Change.id)
    return [(change.kind, change.subprocessor.name) for change in rows]


def listed() -> list[str]:
    rows = Engagement.select().where(Engagement.closed_at.is_null()).order_by(Engagement.id)
    return [row.subprocessor.name for row in rows]


def test_the_same_list_in_other_words_is_no_change(acme: Watch) -> None:
    acme.moves()

    checks = acme.looks(trust_centre(*OLD), trust_centre(*OLD))

    assert [bool(check.remark) for check in checks] == [True, False]
    assert checks[0].news == "healed"
    assert (told(), listed()) == ([], list(OLD))


def test_what_really_changed_meanwhile_is_told(acme: Watch) -> None:
    acme.moves()
    new = trust_centre("Alder Mail", "Birch Cloud", "Dogwood AI")

    acme.looks(new, new)

    assert told() == [("added", "Dogwood AI"), ("removed", "Cedar Pay")]
    assert listed() == ["Alder Mail", "Birch Cloud", "Dogwood AI"]
    first = Change.get(Change.kind == "added")
    assert first.not_before == Check.select().order_by(Check.id)[1].started_at


def test_what_changes_later_is_told_as_ever(acme: Watch) -> None:
    acme.moves()
    acme.looks(trust_centre(*OLD))

    acme.looks(trust_centre(*OLD).replace(b"what it does for us", b"training of models", 1))

    change = Change.get(~Change.is_minor)
    assert (change.field, change.after) == ("purpose", "training of models")


def test_old_pages_keep_their_address(acme: Watch) -> None:
    before = acme.source.url
    acme.moves()

    acme.looks(trust_centre(*OLD))

    first, *_, last = Snapshot.select().order_by(Snapshot.id)
    assert [page_of(one, acme.source).url for one in (first, last)] == [before, acme.source.url]
    assert sorted(addresses(acme.source)) == sorted([before, acme.source.url])


def test_the_history_is_derived_again_across_the_move(acme: Watch) -> None:
    acme.moves()
    new = trust_centre("Alder Mail", "Birch Cloud", "Dogwood AI")
    acme.looks(new, new)

    assert rebuild(Source.get_by_id(acme.source.id)) == []
