"""How a source is: what befell its page as a whole, and whether it may be compared."""

from collections.abc import Iterator

import pytest

from inventory.diff import compare_readings
from inventory.models import Change, Check, Engagement, Source
from inventory.report import check_line, check_to_json
from inventory.settings import Settings
from inventory.snapshots import reading_value
from tests.replay import Stage, list_page, staging

MANY = {f"Alder {word}": f"Hosting of {word}" for word in ("Mail", "Pay", "Chat", "Wiki", "Logs")}
POLICY = """<html lang="en"><head><title>Privacy policy</title></head><body><h1>Privacy policy</h1>
<p>This privacy policy explains how we process your personal data, why we do so, and which rights
you have as a data subject. We are the controller of your personal data.</p>
<h2>Who receives your data</h2>
<p>We share your personal data with Stripe, Inc., which processes payments for us.</p>
<h2>Your rights</h2><p>You may ask for access to your personal data at any time.</p></body>
</html>"""
GERMAN = (
    '<!doctype html><html lang="de"><body><h1>Unterauftragsverarbeiter</h1>'
    "<p>Wir setzen die folgenden Unterauftragsverarbeiter ein, um für unsere Kunden "
    "personenbezogene Daten zu verarbeiten. Die Liste wird laufend aktualisiert.</p><table>"
    "<tr><th>Unterauftragsverarbeiter</th><th>Zweck</th></tr>{}</table></body></html>"
)


class Watch:
    """A source whose page the test sets."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.source: Source = stage.watch("acme")

    def sees(self, content: bytes | str) -> Check:
        self.stage.shown["acme"] = content.encode() if isinstance(content, str) else content
        return self.stage.look(self.source)


@pytest.fixture
def acme(workspace: Settings) -> Iterator[Watch]:
    with staging() as stage:
        yield Watch(stage)


def test_a_page_that_only_links_to_a_trust_centre_says_where_the_list_went(acme: Watch) -> None:
    acme.sees(list_page(MANY))

    check = acme.sees(
        '<html lang="en"><body><h1>Legal</h1><p>Our list of sub-processors now lives in our '
        '<a href="https://trust.acme.example/">trust center</a>.</p></body></html>'
    )

    assert check.outcome == "unreadable"
    assert check.moved_to == "https://trust.acme.example/"
    assert "https://trust.acme.example/" in check_line(check_to_json(check))
    assert Engagement.select().where(Engagement.closed_at.is_null()).count() == len(MANY)


def test_a_page_that_is_merely_broken_points_nowhere(acme: Watch) -> None:
    acme.sees(list_page(MANY))

    check = acme.sees("<html><body><h1>Something went wrong</h1></body></html>")

    assert (check.outcome, check.moved_to) == ("unreadable", None)


def test_a_look_doubts_what_comparing_doubts_and_says_so_in_the_same_words(acme: Watch) -> None:
    few = dict(list(MANY.items())[:2])
    before = acme.sees(list_page(MANY))

    check = acme.sees(list_page(few))

    verdict = compare_readings(reading_value(before.reading), reading_value(check.reading))
    assert check.outcome == "unreadable"
    assert check.problem == verdict.problem


BARE = """<html lang="en"><body><h1>Privacy policy</h1><p>We collect personal data that you give
us. We share personal information with nobody but our staff.</p></body></html>"""


@pytest.mark.parametrize(("kind", "outcome"), [("list", "unreadable"), ("policy", "baseline")])
def test_a_policy_that_names_nobody_is_no_list(acme: Watch, kind: str, outcome: str) -> None:
    Source.update(kind=kind).where(Source.id == acme.source.id).execute()

    check = acme.sees(BARE)

    assert check.outcome == outcome


def test_a_list_of_four_may_be_halved_in_two_looks(acme: Watch) -> None:
    four, two = dict(list(MANY.items())[:4]), dict(list(MANY.items())[:2])
    acme.sees(list_page(four))

    outcomes = [acme.sees(list_page(two)).outcome for _ in range(2)]

    assert outcomes == ["unchanged", "changed"]


def test_a_translation_is_a_remark_once_and_no_change(acme: Watch) -> None:
    acme.sees(list_page(MANY))
    rows = "".join(f"<tr><td>{name}</td><td>Betrieb von Servern</td></tr>" for name in MANY)

    checks = [acme.sees(GERMAN.format(rows)) for _ in range(2)]

    assert [bool(check.remark) for check in checks] == [True, False]
    assert Change.select().where(~Change.is_minor).count() == 0


def test_a_list_that_comes_where_prose_stood_is_looked_at_afresh(acme: Watch) -> None:
    first = acme.sees(POLICY)

    check = acme.sees(list_page(MANY))

    assert [entry["vendor"] for entry in first.reading.entries] == ["Stripe"]
    assert (first.outcome, check.outcome) == ("baseline", "baseline")
    assert Change.select().count() == 0
    open_ones = Engagement.select().where(Engagement.closed_at.is_null())
    assert {row.entity for row in open_ones} == set(MANY)
