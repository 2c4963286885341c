"""The screens in a real browser: by keyboard, in the dark, on a telephone, without JavaScript."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from waitress.server import create_server

from app import create_app
from inventory.models import Change, utcnow
from inventory.settings import Settings
from tests.browser import browsing, needs_browser
from tests.factories import (
    PASSWORD,
    make_categories,
    make_change,
    make_check,
    make_engagement,
    make_source,
    make_term,
    make_user,
    make_vendor,
)

LONG = "Donaudampfschiffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
pytestmark = [needs_browser, pytest.mark.browser]


@pytest.fixture
def address(workspace: Settings) -> Iterator[str]:
    """The screens, served, with three changes and an account."""
    make_user(name=LONG, email=f"{LONG}@example.org".lower())
    make_categories("user.contact.email", "user.name")
    source = make_source(
        make_vendor(LONG, slug="quillmark", is_ours=True), url=f"https://{LONG}.example/{LONG}"
    )
    make_term(source, quote=LONG)
    make_check(source)
    for name in ("Alpha", "Beta", LONG):
        engagement = make_engagement(source, make_vendor(name), quote=LONG, purpose=LONG)
        make_change(engagement, deadline=utcnow().date() + timedelta(days=3))
    server = create_server(create_app(workspace), host="127.0.0.1", port=0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


def sign_in(page: Any, address: str) -> None:
    page.goto(address)
    page.fill("#email", f"{LONG}@example.org".lower())
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_selector("h1:has-text('Inbox')")
    page.wait_for_load_state()  # its scripts listen from then on


def listens(page: Any) -> None:
    """Wait until the inbox takes keys."""
    page.wait_for_selector("#changes[data-listens]")


def test_the_inbox_is_worked_by_keyboard(address: str) -> None:
    from playwright.sync_api import expect  # waits without eval, which our policy forbids

    with browsing() as page:
        sign_in(page, address)
        listens(page)
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("o")
        page.wait_for_selector("h2:has-text('Before and after')")
        opened = page.url
        page.go_back()
        listens(page)
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_selector("text=1 change accepted.")
        listens(page)
        page.keyboard.press("a")
        expect(page.locator("tbody tr")).to_have_count(1)

    newest, middle = Change.select().order_by(Change.id.desc()).limit(2)
    assert opened == f"{address}/changes/{middle.id}"
    assert [newest.decision, middle.decision] == ["accepted", "accepted"]
    assert Change.select().where(Change.decision.is_null()).count() == 1


def test_a_letter_typed_into_a_field_is_a_letter(address: str) -> None:
    with browsing() as page:
        sign_in(page, address)

        page.focus("#q")
        page.keyboard.type("aok")

        assert page.input_value("#q") == "aok"
    assert not Change.select().where(Change.decision.is_null(False)).exists()


def test_the_theme_follows_the_system_until_somebody_chooses(address: str) -> None:
    def ground(page: Any) -> Any:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    with browsing(color_scheme="dark") as page:
        sign_in(page, address)
        dark = ground(page)

        page.click("#theme")
        light = ground(page)
        page.reload()

        assert ground(page) == light != dark
        assert page.get_attribute("html", "data-bs-theme") == "light"


def test_without_javascript_a_change_is_settled_in_the_dark(address: str) -> None:
    with browsing(java_script_enabled=False, color_scheme="dark") as page:
        sign_in(page, address)

        page.check("tbody tr:first-child input[name=change]")
        page.click("button[value=dismissed]")
        page.wait_for_selector("text=1 change dismissed.")

        assert not page.is_visible("#theme")
    assert Change.select().where(Change.decision == "dismissed").count() == 1


def test_on_a_telephone_the_first_change_is_on_the_first_screen(address: str) -> None:
    with browsing(java_script_enabled=False, viewport={"width": 390, "height": 800}) as page:
        sign_in(page, address)
        first = page.locator("tbody tr:first-child th a").bounding_box()
        was_folded = not page.is_visible("#q")

        page.click("text=Filters")

        assert was_folded
        assert first["y"] < 800
        assert page.is_visible("#q")


def test_no_screen_scrolls_sideways_on_a_telephone(address: str) -> None:
    vendor = "/vendors/quillmark"
    tabs = ("sub-processors", "data", "notice", "sources", "changes", "used-by", "merge")
    paths = [
        "/",
        "/changes/3",
        "/vendors",
        "/account",
        vendor,
        *(f"{vendor}/{tab}" for tab in tabs),
    ]

    with browsing(viewport={"width": 390, "height": 800}) as page:
        sign_in(page, address)
        too_wide = []
        for path in paths:
            page.goto(address + path)
            root = "document.documentElement"
            if page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
                too_wide.append(path)

    assert too_wide == []
