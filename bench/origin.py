"""A server for the benches in a process of its own, and the 130 KB list page that it serves."""

import itertools
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

SIZE = 130_000  # bytes
ETAG = '"one"'
PURPOSES = ("Hosting", "Sending of e-mail", "Error reports", "Support tickets", "Backups")
PLACES = ("Ireland", "Germany", "United States", "France", "Netherlands")
LINK = '<li><a href="/{0}/product-{1}" class="menu-item" data-n="{1}">Product {1}</a></li>\n'


def page() -> bytes:
    """A page as vendors publish them: menus, styles, sixty rows, a long footer; marks where it may
    change."""
    rows = "".join(
        f"<tr><td>Harbour {number:02} GmbH</td>"
        f"<td>{PURPOSES[number % 5]}{'@news@' if number == 7 else ''}</td>"
        f"<td>E-mail address</td><td>{PLACES[number % 5]}</td></tr>\n"
        for number in range(60)
    )
    menu = "".join(LINK.format("menu", number) for number in range(300))
    head = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sub-processors</title>'
        '<meta name="csrf-token" content="@token@">'
        f"<style>{'.a{color:red} ' * 1500}</style></head><body><nav><ul>{menu}</ul></nav><main>"
        "<h1>Sub-processors</h1><p>We use these sub-processors to process personal data.</p>"
        "<table><thead><tr><th>Sub-processor</th><th>Purpose</th><th>Data</th><th>Location</th></tr>"
        f"</thead><tbody>{rows}</tbody></table></main><footer><ul>"
    )
    footer = (LINK.format("foot", number) for number in itertools.count())
    text = head
    while len(text) < SIZE:
        text += next(footer)
    return (text + "</ul></footer></body></html>").encode()


class Origin(BaseHTTPRequestHandler):
    """/same: always these bytes; /token: a new token each time; /news: a new purpose each time;
    /etag: 304 to those who know it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    template = page()
    body = template.replace(b"@news@", b"")
    turns = itertools.count(10**15)

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self._answer(404, b"")
        elif self.path.startswith("/etag") and self.headers.get("If-None-Match") == ETAG:
            self._answer(304, b"", f"ETag: {ETAG}\r\n")
        elif self.path.startswith("/etag"):
            self._answer(200, self.body, f"ETag: {ETAG}\r\n")
        elif self.path.startswith("/token"):
            self._answer(200, self.body.replace(b"@token@", b"%x" % next(self.turns)))
        elif self.path.startswith("/news"):
            self._answer(200, self.template.replace(b"@news@", b" %d" % next(self.turns)))
        else:
            self._answer(200, self.body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""

    def _answer(self, status: int, body: bytes, headers: str = "") -> None:
        head = f"HTTP/1.1 {status} Status\r\nContent-Type: text/html; charset=utf-8\r\n{headers}"
        self.wfile.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)


@contextmanager
def serving() -> Iterator[str]:
    """Run the origin until the block ends; gives its address."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Origin)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()
