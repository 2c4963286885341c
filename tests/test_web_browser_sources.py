"""The start page, a round of looks and a stored page in a real browser, with and without
JavaScript."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from waitress.server import create_server

from app import create_app
from inventory.models import Source, utcnow
from inventory.settings import Settings
from scrapers.catalogue import load_catalogue
from tests.browser import browsing, needs_browser
from tests.factories import (
    PASSWORD,
    make_check,
    make_snapshot,
    make_source,
    make_user,
    make_vendor,
)

pytestmark = [needs_browser, pytest.mark.browser]
WORD = "Uninterruptiblewordthatgoesonandonandonandonwithoutasingleblankinit" * 3


@pytest.fixture
def address(workspace: Settings) -> Iterator[str]:
    """The screens, served, with an account."""
    make_user(email="ann@onward.test")
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


def test_the_catalogue_is_filtered_while_a_name_is_typed(address: str) -> None:
    known = load_catalogue().vendors[0]
    with browsing() as page:
        sign_in(page, address)
        page.goto(f"{address}/start")

        page.fill("#q", known.domains[0])
        page.check(f"input[value={known.key}]")
        page.fill("#q", "zzz")
        shown = page.locator(".picks li:visible strong").all_inner_texts()
        counted = page.inner_text("[data-count]")

    assert shown == [known.name]
    assert counted == "1 ticked"


def test_the_catalogue_is_searched_without_javascript(address: str) -> None:
    known = load_catalogue().vendors[0]
    with browsing(java_script_enabled=False) as page:
        sign_in(page, address)
        page.goto(f"{address}/start")

        page.fill("#q", known.name)
        page.keyboard.press("Enter")
        page.check(f"input[value={known.key}]")
        page.fill("#q", "zzz")
        page.click("button:has-text('Search')")
        shown = page.locator(".picks li:visible strong").all_inner_texts()

    assert shown == [known.name]


def test_a_round_is_followed_to_its_end(address: str) -> None:
    source = make_source(make_vendor("Quillmark"))
    with browsing() as page:
        sign_in(page, address)
        since = utcnow().replace(tzinfo=None).isoformat()
        page.goto(f"{address}/sources/round?since={since}")
        before = page.inner_text(".line-state")

        Source.update(claimed_until=utcnow().replace(year=2100)).execute()
        page.wait_for_selector(".line-state:has-text('looking')")
        make_check(source, "changed", started_at=utcnow(), finished_at=utcnow())
        page.wait_for_selector("h1:has-text('Looked')")
        after = page.inner_text(".line-state")

    assert (before, after) == ("waiting", "changed")


def test_a_stored_page_opens_at_its_quote(address: str) -> None:
    content = b"<p>Filler.</p>" * 500 + b"<p>Quillmark uses Kestrelmail.</p>"
    snapshot = make_snapshot(make_source(), content)
    from playwright.sync_api import expect

    with browsing(java_script_enabled=False) as page:
        sign_in(page, address)

        page.goto(f"{address}/snapshots/{snapshot.id}?quote=uses+Kestrelmail.")

        expect(page.frame_locator("iframe").locator("#quote")).to_be_in_viewport()
        page.goto(f"{address}/snapshots/{snapshot.id}?as=text&quote=uses+Kestrelmail.")
        expect(page.locator("#quote")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_telephone(address: str, scheme: str) -> None:
    source = make_source(
        make_vendor(WORD), url=f"https://{WORD}.example/", problem=WORD, bad_since=utcnow()
    )
    snapshot = make_snapshot(source, f"<p>{WORD}</p>".encode())
    make_check(source, "unreadable", problem=WORD, snapshot=snapshot)
    paths = ("/sources", "/sources/1", "/snapshots/1", "/sources/round", "/start", "/preview")
    with browsing(viewport={"width": 390, "height": 800}, color_scheme=scheme) as page:
        sign_in(page, address)

        widths = {}
        for path in paths:
            page.goto(f"{address}{path}")
            widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(paths, 390)
