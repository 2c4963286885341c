"""Compare a fetch of a 130 KB page on loopback with a bare `requests.Session` GET of it."""

import multiprocessing
import statistics
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from sys import path as import_path

import requests

import_path.insert(0, str(Path(__file__).parent.parent))

from scrapers.fetch import Fetcher  # the path above comes first

PAGE = b"<p>A line of a page that tells who processes what.</p>\n" * 2400  # about 130 KB
ETAG = '"one"'
ROUNDS = 400


class Origin(BaseHTTPRequestHandler):
    """Serves the page, or a 304 to those who have it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        known = self.headers.get("If-None-Match") == ETAG
        missing = self.path == "/robots.txt"
        body = b"" if known or missing else PAGE
        status = 404 if missing else 304 if known else 200
        head = (
            f"HTTP/1.1 {status} Status\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"ETag: {ETAG}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.wfile.write(head.encode() + body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


def serve(pipe: Connection) -> None:
    """Run the origin in a process of its own, so that it takes nothing from the measured one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Origin)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


def side_by_side(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median time of each way in microseconds, the ways taking turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) * 1e6 for name, taken in times.items()}


def main() -> None:
    """Print the medians and their ratios to the bare GET."""
    here, there = multiprocessing.Pipe()
    origin = multiprocessing.Process(target=serve, args=(there,), daemon=True)
    origin.start()
    url = f"http://127.0.0.1:{here.recv()}/list"
    with requests.Session() as session, Fetcher(allow_private=True, pause=0) as fetcher:
        medians = side_by_side(
            {
                "bare GET": lambda: session.get(url).content,
                "fetch, 200": lambda: fetcher.fetch(url),
                "fetch, 304": lambda: fetcher.fetch(url, etag=ETAG),
            }
        )
    origin.terminate()
    for name, median in medians.items():
        print(f"{name:12} {median:8.0f} µs  {median / medians['bare GET']:.2f}×")


if __name__ == "__main__":
    main()
