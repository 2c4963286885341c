"""Serve the sample's pages on loopback, fetch them from there, and take the alert in."""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.page import Page

LOOPBACK = "127.0.0.1"
DAY = re.compile(r"\{\{(-?\d+)(?:\|([^}]+))?\}\}")
LARGEST = 1_000_000  # bytes of an alert


class SampleServer(ThreadingHTTPServer):
    """Holds the page that stands at each address, and the alerts that were posted."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.pages: dict[str, bytes] = {"/robots.txt": b"User-agent: *\nDisallow: /sign-in\n"}
        self.alerts: list[bytes] = []

    @property
    def base(self) -> str:
        return f"http://{LOOPBACK}:{self.server_port}/"

    def show(self, url: str, file: Path, now: datetime) -> None:
        """Put a version of a page at its address; `{{-5}}` in it is the date five days ago."""
        path = "/" + url.removeprefix("https://")
        self.pages[path] = _dated(file.read_text(encoding="utf-8"), now).encode()


class SampleFetcher(Fetcher):
    """Asks the sample's server for what stands at an address that does not exist.

    It fetches as ever; only the address is exchanged, as a hosts file would do.
    """

    def __init__(self, server: SampleServer) -> None:
        super().__init__(exempt=frozenset({(LOOPBACK, server.server_port)}), pause=0)
        self.server = server

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        ignore_robots: bool = False,
    ) -> Page | None:
        """Return the page at a URL of the sample."""
        local = self.server.base + url.removeprefix("https://")
        try:
            page = super().fetch(
                local, etag=etag, last_modified=last_modified, ignore_robots=ignore_robots
            )
        except FetchError as error:
            message = str(error).replace(local, url)
            raise FetchError(message, transient=error.transient) from error
        return page and replace(page, url=url, final_url=url)


@contextmanager
def serving() -> Iterator[SampleServer]:
    """Run the sample's server until the block ends."""
    server = SampleServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Answers as a vendor's server would, and takes alerts at /alerts."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: SampleServer

    def do_GET(self) -> None:
        body = self.server.pages.get(self.path)
        if body is None:
            self._answer(404, b"", "text/plain")
            return
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        is_known = self.headers.get("If-None-Match") == etag
        media_type = "text/plain" if self.path == "/robots.txt" else "text/html; charset=utf-8"
        self._answer(304 if is_known else 200, b"" if is_known else body, media_type, etag=etag)

    def do_POST(self) -> None:
        length = min(int(self.headers.get("Content-Length") or 0), LARGEST)
        body = self.rfile.read(length)
        is_alert = self.path == "/alerts"
        if is_alert:
            self.server.alerts.append(body)
        self._answer(204 if is_alert else 404, b"", "text/plain")

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: the demo says in its own words what it does."""

    def _answer(self, status: int, body: bytes, media_type: str, *, etag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        if etag:
            self.send_header("ETag", etag)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _dated(text: str, now: datetime) -> str:
    def day(found: re.Match[str]) -> str:
        moment = now + timedelta(days=int(found[1]))
        return moment.strftime(found[2] or "%d %B %Y")

    return DAY.sub(day, text)
