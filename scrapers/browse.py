"""One page in a browser that reaches nothing but what we fetch for it.

Every request of the page comes to us and leaves through the guarded fetcher, under its limits and
robots.txt. The browser itself can neither look up a name nor open a connection.
"""

import asyncio
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapers.answers import Answer
from scrapers.errors import FetchError
from scrapers.fetch import Fetcher, Visit
from scrapers.limits import RenderLimits
from scrapers.page import Page

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page as Tab, Route

FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:1",  # where nobody listens, for what needs no name
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--js-flags=--max-old-space-size=256",
)
ASKED_FOR = {"document", "script", "xhr", "fetch"}
KEPT_BACK = ("cookie", "host", "user-agent", "accept-encoding", "connection", "content-length")
PASSED_ON = ("content-type", "access-control-", "x-")
LONGEST_BODY = 100_000  # bytes that a script may send
QUIET = 1.0  # seconds in which nothing moves: the page is there
STILL = 3.0  # seconds in which its text stays, though its scripts go on asking
STEP = 0.2

FLATTEN = """() => {
  const open = (root) => {
    for (const host of root.querySelectorAll('*')) {
      if (!host.shadowRoot) continue;
      open(host.shadowRoot);
      const box = document.createElement('div');
      box.append(...[...host.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
      host.prepend(box);
    }
  };
  open(document);
}"""
LENGTH = "() => document.documentElement ? document.documentElement.innerHTML.length : 0"


@dataclass
class Opening:
    """One page being opened: what it asked for, and what it may still ask for."""

    page: Page
    fetcher: Fetcher
    limits: RenderLimits
    ignore_robots: bool = field(kw_only=True)
    visit: Visit = field(default_factory=lambda: Visit(0))
    ends: float = 0.0
    asked: int = 0
    received: int = 0
    under_way: int = 0
    moved_at: float = 0.0
    is_over: bool = False
    is_shown: bool = False

    def run(self, chromium: Path) -> tuple[str, str]:
        """Show the page and end the browser whatever happens; its HTML and its address. Raises
        FetchError."""
        from playwright.async_api import Error

        url = self.page.url
        try:
            return asyncio.run(self._run(chromium))
        except TimeoutError as error:
            problem = f"{url} was not ready in a browser after {self.limits.total:g} s"
            raise FetchError(problem, transient=True) from error
        except Error as error:
            reason = str(error).strip().splitlines()[0][:200]
            problem = f"{url} cannot be shown in a browser ({reason})"
            raise FetchError(problem, transient=True) from error

    async def _run(self, chromium: Path) -> tuple[str, str]:
        from playwright.async_api import Error, async_playwright

        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=str(chromium),
                args=list(FLAGS),
                chromium_sandbox=os.geteuid() != 0,  # Chromium has none for root
                env={"PATH": os.environ.get("PATH", ""), "HOME": "/nonexistent"},
            )
            self.ends = time.monotonic() + self.limits.total
            self.visit.hosts.add(urlsplit(self.page.base_url).hostname or "")  # just fetched
            try:
                async with asyncio.timeout(self.limits.total):
                    context = await browser.new_context(
                        accept_downloads=False,
                        service_workers="block",
                        user_agent=self.fetcher.agent,
                        viewport={"width": 1280, "height": 4000},
                    )
                    return await self._show(context)
            finally:
                self.is_over = True
                with suppress(Error, TimeoutError):
                    await asyncio.wait_for(browser.close(), 5)

    async def _show(self, context: "BrowserContext") -> tuple[str, str]:
        await context.route("**/*", self._answer)
        await context.route_web_socket("**", lambda socket: socket.close())
        tab = await context.new_page()
        context.on("page", lambda popup: asyncio.ensure_future(popup.close()))
        await tab.goto(self.page.base_url, wait_until="commit", timeout=0)
        await self._settle(tab)
        with suppress(Exception):  # a page may spoil what this stands on
            await tab.evaluate(FLATTEN)
        return await tab.content(), tab.url

    async def _settle(self, tab: "Tab") -> None:
        """Wait until nothing is asked for and the page's length stays as it is."""
        length, changed_at = -1, time.monotonic()
        while True:
            await asyncio.sleep(STEP)
            found, now = await _length(tab), time.monotonic()
            if found != length:
                length, changed_at = found, now
            is_quiet = not self.under_way and now - max(changed_at, self.moved_at) >= QUIET
            if is_quiet or now - changed_at >= STILL + (QUIET if self.under_way else 0):
                return

    async def _answer(self, route: "Route") -> None:
        """Give a request what the fetcher gets for it, or nothing."""
        from playwright.async_api import Error

        self.under_way += 1
        self.moved_at = time.monotonic()
        try:
            await self._fulfil(route)
        except FetchError:
            with suppress(Error):
                await route.abort()
        except Error:
            pass  # the page went on without waiting for the answer
        finally:
            self.under_way -= 1
            self.moved_at = time.monotonic()

    async def _fulfil(self, route: "Route") -> None:
        request = route.request
        if not self.is_shown and request.is_navigation_request():
            self.is_shown = True
            await route.fulfill(body=self.page.content, content_type=_content_type(self.page))
        elif request.resource_type == "stylesheet":
            await route.fulfill(body="", content_type="text/css")  # scripts wait for it
        elif not self._may_ask(request):
            await route.abort()
        else:
            headers = _to_pass_on(await request.all_headers())
            body = request.post_data_buffer if request.method == "POST" else None
            answer = await asyncio.to_thread(self._relay, request.url, headers, body)
            await route.fulfill(
                status=answer.status, headers=_received(answer), body=answer.content
            )

    def _may_ask(self, request: Any) -> bool:
        is_known = request.resource_type in ASKED_FOR and request.url.startswith("http")
        if not is_known or self.is_over:
            return False
        return request.method == "GET" or (request.method == "POST" and self._may_send(request))

    def _may_send(self, request: Any) -> bool:
        """Whether a POST asks for data, as GraphQL does, rather than reports on a visitor."""
        parts = urlsplit(request.url)
        is_query = "graphql" in parts.path or _site(parts.hostname) == _site(
            urlsplit(self.page.base_url).hostname
        )
        return is_query and len(request.post_data_buffer or b"") <= LONGEST_BODY

    def _relay(self, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        self.asked += 1
        if self.asked > self.limits.requests or self.received > self.limits.size:
            raise FetchError(f"{self.page.url} loads more than we take", transient=False)
        visit = replace(self.visit, left=max(self.ends - time.monotonic(), 0.01))
        answer = self.fetcher.relay(
            url, visit, headers=headers, body=body, ignore_robots=self.ignore_robots
        )
        self.received += len(answer.content)
        return answer


async def _length(tab: "Tab") -> int:
    """The length of the page's HTML; -2 while it goes on to another address."""
    from playwright.async_api import Error

    try:
        return int(await tab.evaluate(LENGTH))
    except Error:
        return -2


def _content_type(page: Page) -> str:
    return f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type


def _to_pass_on(headers: Mapping[str, str]) -> dict[str, str]:
    """A script's own headers, without those that are ours to set or tell of a browser."""
    return {
        name: value
        for name, value in headers.items()
        if name.lower() not in KEPT_BACK and not name.lower().startswith(("sec-", "if-", ":"))
    }


def _received(answer: Answer) -> dict[str, str]:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return {name: value for name, value in headers.items() if name.startswith(PASSED_ON)}


def _site(host: str | None) -> str:
    """The part of a name that its owner has registered, roughly: of "a.b.co.uk" it is "b.co.uk"."""
    labels = (host or "").split(".")
    if labels[-1].isdigit():
        return host or ""
    is_second_level = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if is_second_level else labels[-2:])
