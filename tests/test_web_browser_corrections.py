"""Corrections in a real browser, with and without JavaScript, on a telephone and on a desk."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from waitress.server import create_server

from app import create_app
from inventory.models import Change, Correction, Delivery, Engagement, Source
from inventory.settings import Settings
from tests.browser import browsing, needs_browser
from tests.factories import PASSWORD, make_channel, make_user
from tests.replay import Stage, staging
from tests.test_corrections import ALDER, BIRCH, CEDAR, PROSE, shown

pytestmark = [needs_browser, pytest.mark.browser]
WORD = "Uninterruptiblewordthatgoesonandonandonandonwithoutasingleblankinit" * 3
LONG = f"{WORD[:50]} Ltd"


@pytest.fixture
def stage(workspace: Settings) -> Iterator[Stage]:
    with staging() as stage:
        yield stage


@pytest.fixture
def address(workspace: Settings) -> Iterator[str]:
    """The screens, served, with an account."""
    make_user(email="ann@onward.test", name="Ann Admin")
    server = create_server(create_app(workspace), host="127.0.0.1", port=0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


def sign_in(page: Any, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("#email", "ann@onward.test")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_selector(".mainnav")


def test_an_entry_is_corrected_from_its_row_to_its_return(address: str, stage: Stage) -> None:
    make_channel()
    source = stage.watch("acme", shown(ALDER, BIRCH, extra=PROSE))
    stage.look(source)
    with browsing(java_script_enabled=False, viewport={"width": 390, "height": 800}) as page:
        sign_in(page, address)
        page.goto(f"{address}/sources/{source.id}")
        page.click("a:has-text('Correct Alder Mail')")
        page.fill("#purpose", "Newsletters")
        page.fill("#note", "As their contract says.")
        page.click("button:has-text('Keep the correction')")
        row = page.inner_text("tbody:has-text('Alder Mail')")
        stage.shown["acme"] = shown(CEDAR, BIRCH, ALDER, extra=PROSE)
        stage.look(source)
        page.reload()
        after = page.inner_text("tbody:has-text('Alder Mail')")
        page.click("a:has-text('1 correction by people')")
        page.click("button:has-text('Take back')")
        ended = page.inner_text("section:has(#ended)")

    assert "Newsletters" in row
    assert "purpose corrected by Ann Admin" in row
    assert "read as “Sending of e-mail”" in row
    assert "Newsletters" in after
    assert "As their contract says." in ended
    told = [delivery.change.after for delivery in Delivery.select()]
    assert told == ["Cedar Pay"]
    assert [change.cause for change in Change.select()] == ["person", "vendor", "person"]
    purposes = {row.entity: row.purpose for row in Engagement.select()}
    assert purposes["Alder Mail"] == "Sending of e-mail"


def test_titles_are_told_and_a_missed_entry_added(address: str, stage: Stage) -> None:
    titles = ("Sub-processor", "Purpose", "Residence of servers")
    source = stage.watch("acme", shown(ALDER, BIRCH, titles=titles, extra=PROSE))
    stage.look(source)
    with browsing(viewport={"width": 1440, "height": 900}) as page:
        sign_in(page, address)
        page.goto(f"{address}/sources/{source.id}/why")
        page.click("a:has-text('Say what titles mean')")
        page.select_option("[name='means:residence of servers']", "location")
        page.click("button:has-text('See what would be read')")
        preview = page.inner_text(".preview")
        page.click("button:has-text('Keep these meanings')")
        page.click("a:has-text('Add an entry that was missed')")
        page.fill("#quote", "Parcels are brought by Damson Freight")
        page.fill("#entity", "Damson Freight")
        page.click("button:has-text('Keep the entry')")
        entries = page.inner_text(".entries")

    assert "Ireland" in preview
    assert "added by Ann Admin" in entries
    assert Correction.select().count() == 2
    rows = Engagement.select().order_by(Engagement.id)
    assert [(row.entity, row.countries) for row in rows] == [
        ("Alder Mail", ["IE"]),
        ("Birch Cloud", ["DE"]),
        ("Damson Freight", []),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_corrections_scrolls_sideways(address: str, stage: Stage, scheme: str) -> None:
    source: Source = stage.watch("acme", shown((LONG, WORD, WORD), BIRCH))
    stage.look(source)
    root = f"{address}/sources/{source.id}"
    with browsing(viewport={"width": 390, "height": 800}, color_scheme=scheme) as page:
        sign_in(page, address)
        page.goto(root)
        page.click(f"a:has-text('Correct {LONG}')")
        page.fill("#purpose", f"{WORD} {WORD}")
        page.fill("#note", WORD)
        page.click("button:has-text('Keep the correction')")
        widths = {}
        paths = ("", "/why", "/titles", "/corrections", "/corrections/missed")
        for path in paths:
            page.goto(f"{root}{path}")
            widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(paths, 390)
