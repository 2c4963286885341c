"""Real servers on loopback for tests: the test says what each path answers."""

import atexit
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any

import pytest


@dataclass
class Answer:
    """What the server says. `body` may be a function that writes what it likes, slowly if it likes;
    with a status of 0 it writes the head too.
    """

    body: bytes | Callable[[Any], None] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Request:
    """What the server was asked."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""


Site = Callable[[Request], Answer]


class HttpServer(ThreadingHTTPServer):
    """A server of one site that remembers its requests."""

    daemon_threads = True
    requests: list[Request]
    site: Site

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", self.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet: a client that hangs up is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Asks the test's function and writes its answer."""

    protocol_version = "HTTP/1.1"
    server: HttpServer

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self.rfile.read(length))
        self.server.requests.append(request)
        answer = self.server.site(request)
        if not answer.status and callable(answer.body):
            self.close_connection = True
            answer.body(self.wfile)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if callable(answer.body):
            self.end_headers()
            answer.body(self.wfile)
            self.close_connection = True
        else:
            if "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@contextmanager
def serving(site: Site, *, tls: SSLContext | None = None) -> Iterator[HttpServer]:
    """Run a server until the block ends."""
    server = HttpServer(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.requests, server.site = [], site
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def pages(**bodies: Answer | bytes | str) -> Site:
    """A site of fixed pages by name (`list` stands at /list); anything else is not found."""

    def site(request: Request) -> Answer:
        answer = bodies.get(request.path.strip("/").replace(".", "_"))
        if answer is None:
            return Answer(status=404)
        if isinstance(answer, str):
            answer = answer.encode()
        return Answer(answer) if isinstance(answer, bytes) else answer

    return site


def server_side(certificate: Path) -> SSLContext:
    """What a server needs to speak TLS by a certificate and its key in one file."""
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@lru_cache(maxsize=1)
def made_certificate() -> Path:
    """A certificate for localhost that nobody vouches for, with its key. Skips without openssl."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is not installed, so there is no certificate to serve TLS with")
    folder = Path(tempfile.mkdtemp(prefix="onward-tls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", str(key)]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    certificate.write_text(certificate.read_text() + key.read_text())
    return certificate
