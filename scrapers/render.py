"""A page that needs a browser, where there is one: rendered in it, one page at a time."""

import os
import threading
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.limits import RenderLimits
from scrapers.obstacles import needs_rendering
from scrapers.page import Page
from scrapers.read import read

CHROMIUM = Path("/usr/bin/chromium")


def make_renderer(fetcher: Fetcher, chromium: Path = CHROMIUM) -> "Renderer | None":
    """A renderer, None where Chromium or Playwright is not installed."""
    if find_spec("playwright") is None or not os.access(chromium, os.X_OK):
        return None
    return Renderer(fetcher, chromium=chromium)


def as_shown(page: Page, renderer: "Renderer | None") -> Page:
    """The page, as a browser shows it if it says too little without one. Raises FetchError."""
    if renderer is None or not needs_rendering(read(page).problem):
        return page
    return renderer.render(page)


class Renderer:
    """Renders one page at a time, for any number of threads."""

    def __init__(
        self, fetcher: Fetcher, *, chromium: Path = CHROMIUM, limits: RenderLimits | None = None
    ) -> None:
        self._fetcher = fetcher
        self._chromium = chromium
        self._limits = limits or RenderLimits()
        self._lock = threading.Lock()

    def render(self, page: Page, *, ignore_robots: bool = False) -> Page:
        """The page as a browser shows it once its scripts have run. Raises FetchError."""
        if page.media_type not in ("text/html", "application/xhtml+xml"):
            return page
        from scrapers.browse import Opening  # takes long to load, and is seldom needed

        limits = self._limits
        opening = Opening(page, self._fetcher, limits, ignore_robots=ignore_robots)
        with self._lock:
            html, address = opening.run(self._chromium)
        content = html.encode("utf-8", "replace")
        if len(content) > limits.document:
            raise FetchError(
                f"{page.url} grows larger than {limits.document / 1e6:g} MB in a browser; "
                "give the address of the list alone",
                transient=False,
            )
        return replace(
            page,
            content=content,
            media_type="text/html",
            charset="utf-8",
            final_url=address if address.startswith("http") else page.base_url,
            etag=None,
            last_modified=None,
        )
