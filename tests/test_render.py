"""Rendering pages in a real browser that reaches nothing but what we fetch for it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from inventory.check import check_source
from inventory.models import Change
from inventory.settings import Settings
from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.limits import RenderLimits
from scrapers.obstacles import needs_rendering
from scrapers.page import Page
from scrapers.read import read
from scrapers.render import Renderer, as_shown, make_renderer
from tests.browser import CHROMIUM, needs_browser
from tests.factories import make_source
from tests.servers import Answer, HttpServer, Request, Site, pages, serving

pytestmark = [pytest.mark.browser, needs_browser]

SHELL = "<!doctype html><title>Trust</title><div id=app></div><script>{script}</script>"
LIST = """
fetch('/api/list').then((answer) => answer.json()).then((rows) => {
  const cells = (row, tag) => row.map((text) => `<${tag}>${text}</${tag}>`).join('');
  document.getElementById('app').innerHTML = '<h1>Sub-processors</h1><table><tr>'
    + cells(['Name', 'Purpose', 'Location'], 'th') + '</tr>'
    + rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('') + '</table>';
});
"""
ROWS = (
    b'[["Northbeam Hosting GmbH", "Hosting", "Germany"],'
    b'["Quillmail, Inc.", "Sending e-mail", "United States"],'
    b'["Tessera Support Ltd", "Support", "Ireland"]]'
)
QUICK = RenderLimits(total=8)


def shell(script: str) -> str:
    return SHELL.format(script=script)


def api(body: bytes = ROWS) -> Answer:
    return Answer(body, headers={"Content-Type": "application/json"})


def site(script: str, **others: Answer | bytes | str) -> Site:
    """A site whose page holds a script, and what that may ask for by path."""
    fixed = pages(page=shell(script), **others)

    def answer(request: Request) -> Answer:
        return api() if request.path == "/api/list" else fixed(request)

    return answer


def rendered(server: HttpServer, *, limits: RenderLimits = QUICK, path: str = "page") -> Page:
    """The page as rendered by one who may reach this server and no other private address."""
    with Fetcher(exempt=frozenset({server.address}), pause=0) as fetcher:
        page = fetcher.fetch(f"{server.url}/{path}")
        assert page is not None
        return Renderer(fetcher, chromium=CHROMIUM, limits=limits).render(page)


@pytest.fixture
def other() -> Iterator[HttpServer]:
    """A server that no page may reach."""
    with serving(pages(secret="the door code is 4711")) as server:
        yield server


def test_a_list_that_a_script_fetches_is_read() -> None:
    with serving(site(LIST)) as server:
        page = rendered(server)

    reading = read(page)

    assert [entry.entity for entry in reading.entries] == [
        "Northbeam Hosting GmbH",
        "Quillmail, Inc.",
        "Tessera Support Ltd",
    ]
    assert reading.complete


def test_the_page_itself_is_not_fetched_again() -> None:
    with serving(site(LIST)) as server:
        page = rendered(server)

    asked = [path for path in server.paths() if path != "/robots.txt"]
    assert asked == ["/page", "/api/list"]
    assert page.final_url == f"{server.url}/page"


def test_only_a_page_that_scripts_fill_is_said_to_need_a_browser() -> None:
    bare = read(Page("https://acme.example", shell(LIST).encode()))
    absent = read(Page("https://acme.example", b"<h1>Page not found</h1>"))

    assert needs_rendering(bare.problem)
    assert not needs_rendering(absent.problem)
    assert not needs_rendering(None)


@pytest.mark.parametrize("way", ["fetch(url)", "import(url)", "frame(url)", "beacon(url)"])
def test_a_script_reaches_no_private_address(way: str, other: HttpServer) -> None:
    script = f"""
      const frame = (url) => document.body.append(
        Object.assign(document.createElement('iframe'), {{src: url}}));
      const beacon = (url) => navigator.sendBeacon(url, 'x');
      const found = document.getElementById('app');
      for (const url of ['http://169.254.169.254/latest', '{other.url}/secret'])
        Promise.resolve({way}).then(
          async (answer) => {{ found.append(answer?.text ? await answer.text() : ' '); }},
          () => {{ found.append('refused '); }});
    """
    with serving(site(script)) as server:
        page = rendered(server)

    assert other.requests == []
    assert b"4711" not in page.content


def test_a_web_socket_leads_nowhere(other: HttpServer) -> None:
    address = other.url.replace("http", "ws")
    script = f"""
      const socket = new WebSocket('{address}/secret');
      socket.onclose = () => document.getElementById('app').append('closed');
    """
    with serving(site(script)) as server:
        page = rendered(server)

    assert other.requests == []
    assert b">closed<" in page.content


def test_a_redirect_to_a_private_address_is_refused(other: HttpServer) -> None:
    script = "fetch('/away').then((a) => a.text()).then((t) => document.body.append(t))"
    away = Answer(status=302, headers={"Location": f"{other.url}/secret"})

    with serving(site(script, away=away)) as server:
        page = rendered(server)

    assert other.requests == []
    assert b"4711" not in page.content


def test_robots_txt_holds_for_what_scripts_ask_for() -> None:
    robots = "User-agent: *\nDisallow: /api/"

    with serving(site(LIST, robots_txt=robots)) as server:
        page = rendered(server)

    assert "/api/list" not in server.paths()
    assert read(page).entries == ()


def test_pictures_and_styles_are_not_loaded() -> None:
    script = "document.body.innerHTML = '<img src=/a.png><link rel=stylesheet href=/a.css>Hello'"

    with serving(site(script)) as server:
        rendered(server)

    assert not {"/a.png", "/a.css"} & set(server.paths())


def test_what_a_component_shows_in_its_shadow_is_kept() -> None:
    script = """
      const host = document.getElementById('app');
      host.attachShadow({mode: 'open'}).innerHTML = '<p>Northbeam Hosting GmbH</p>';
    """
    with serving(site(script)) as server:
        page = rendered(server)

    assert b"<p>Northbeam Hosting GmbH</p>" in page.content


@pytest.mark.parametrize(
    "script",
    [
        "for (;;) {}",
        "setInterval(() => document.body.append('more'), 20)",
        "setInterval(() => { location.reload(); }, 100)",
    ],
)
def test_a_page_without_an_end_is_given_up(script: str) -> None:
    with serving(site(script)) as server:
        started = time.monotonic()
        with pytest.raises(FetchError, match="was not ready in a browser after 3 s") as caught:
            rendered(server, limits=RenderLimits(total=3))

    assert caught.value.transient
    assert time.monotonic() - started < 12


def test_a_page_that_goes_on_asking_is_taken_as_it_stands() -> None:
    script = LIST + "setInterval(() => fetch('/ping'), 100)"

    with serving(site(script)) as server:
        page = rendered(server)

    assert len(read(page).entries) == 3


def test_a_page_that_loads_without_end_is_stopped() -> None:
    script = "const more = () => fetch('/ping').finally(more); for (let i = 0; i < 9; i++) more();"

    with serving(site(script)) as server:
        rendered(server, limits=RenderLimits(total=8, requests=20))

    assert server.paths().count("/ping") <= 20


def test_a_page_that_grows_too_large_is_refused() -> None:
    script = "document.body.append('x'.repeat(200000))"

    with (
        serving(site(script)) as server,
        pytest.raises(FetchError, match=r"grows larger than 0\.1 MB"),
    ):
        rendered(server, limits=RenderLimits(total=8, document=100_000))


def test_only_what_needs_a_browser_is_shown_in_one() -> None:
    plain = "<h1>Terms</h1>" + "<p>These are the terms that hold for all of our services.</p>" * 20

    with (
        serving(site(LIST, plain=plain)) as server,
        Fetcher(allow_private=True, pause=0) as fetcher,
    ):
        renderer = Renderer(fetcher, chromium=CHROMIUM, limits=QUICK)
        bare, other = (fetcher.fetch(f"{server.url}/{path}") for path in ("page", "plain"))
        assert bare is not None
        assert other is not None

        shown = as_shown(bare, renderer)

        assert len(read(shown).entries) == 3
        assert as_shown(other, renderer) is other
        assert as_shown(bare, None) is bare


def test_a_source_that_needs_a_browser_is_watched_through_it(workspace: Settings) -> None:
    rows = [ROWS]
    script = LIST + "document.body.dataset.nonce = Math.random();"
    fixed = pages(page=Answer(shell(script).encode(), headers={"ETag": '"same"'}))

    def answer(request: Request) -> Answer:
        return api(rows[0]) if request.path == "/api/list" else fixed(request)

    with serving(answer) as server, Fetcher(allow_private=True, pause=0) as fetcher:
        source = make_source(url=f"{server.url}/page")
        renderer = Renderer(fetcher, chromium=CHROMIUM, limits=QUICK)
        outcomes = []
        for more in (b"", b"", b', ["Ostrava Data s.r.o.", "Backups", "Czechia"]'):
            rows[0] = ROWS[:-1] + more + b"]"
            check = check_source(source, fetcher=fetcher, renderer=renderer)
            assert check is not None
            outcomes.append((check.outcome, check.problem))

    assert outcomes == [("baseline", None), ("unchanged", None), ("changed", None)]
    assert [change.quote_after for change in Change.select()] == [
        "Ostrava Data s.r.o. Backups Czechia"
    ]


def test_without_a_browser_a_source_says_that_it_needs_one(workspace: Settings) -> None:
    with serving(site(LIST)) as server, Fetcher(allow_private=True, pause=0) as fetcher:
        source = make_source(url=f"{server.url}/page")
        check = check_source(source, fetcher=fetcher)

    assert check is not None
    assert check.outcome == "unreadable"
    assert needs_rendering(check.problem)


def test_threads_take_turns() -> None:
    found: list[int] = []
    with serving(site(LIST)) as server, Fetcher(allow_private=True, pause=0) as fetcher:
        page = fetcher.fetch(f"{server.url}/page")
        assert page is not None
        renderer = Renderer(fetcher, chromium=CHROMIUM, limits=RenderLimits())

        def work() -> None:
            found.append(len(read(renderer.render(page)).entries))

        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert found == [3, 3]


def test_without_a_browser_there_is_no_renderer(tmp_path: Path) -> None:
    with Fetcher() as fetcher:
        assert make_renderer(fetcher, tmp_path / "chromium") is None
        assert make_renderer(fetcher, CHROMIUM) is not None
