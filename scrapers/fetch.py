"""Fetch one page politely: from public addresses, within limits, one visit to a host at a time."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import inf
from urllib.parse import urljoin, urlsplit

import requests
from requests.cookies import RequestsCookieJar
from urllib3.exceptions import HTTPError

from scrapers.answers import Answer, as_page, explained, refusal
from scrapers.errors import FetchError
from scrapers.guard import Address, Guard, GuardedAdapter
from scrapers.limits import Limits
from scrapers.meter import SpentError, meter
from scrapers.pace import Pace
from scrapers.page import Page
from scrapers.robots import Robots

PRODUCT = "Onward"
VERSION = "0.1"
ACCEPTED = "gzip, deflate"  # what is always decoded, whatever else is installed
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
NOT_DECODED = {"br", "zstd", "compress", "x-compress", "bzip2", "xz", "dcb", "dcz"}
REDIRECTS = {301, 302, 303, 307, 308}
KEEP_METHOD = {307, 308}
CHUNK = 65_536
OVERHEAD = 1_048_576  # bytes beside the body: headers and the marks between chunks


@dataclass
class Visit:
    """What one visit remembers between its requests, and the seconds that they may still take."""

    left: float
    hosts: set[str] = field(default_factory=set)
    cookies: RequestsCookieJar = field(default_factory=RequestsCookieJar)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Take the time that a request takes off what is left."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.left -= time.monotonic() - started


class Fetcher:
    """Fetches pages for any number of threads. Keep one: it holds the connections and the manners.

    `pause` is in seconds, between two visits to one host. `about` is a URL where those who run the
    sites we visit learn who we are; it goes into the User-Agent.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        exempt: frozenset[Address] = frozenset(),
        pause: float = 1.0,
        limits: Limits | None = None,
        guard: Guard | None = None,
        about: str | None = None,
    ) -> None:
        self.agent = f"{PRODUCT}/{VERSION}" + (f" (+{about})" if about else "")
        self._headers = HEADERS | {"User-Agent": self.agent}
        self._limits = limits or Limits()
        guard = guard or Guard(allow_private=allow_private, exempt=exempt)
        self._adapter = GuardedAdapter(guard)
        self._pace = Pace(pause)
        self._robots = Robots(agent=PRODUCT)

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        ignore_robots: bool = False,
    ) -> Page | None:
        """Return the page at a URL, or None if it is still the one we know. Raises FetchError."""
        headers = dict(self._headers)
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        answer = self._walk(url, headers, obeys=not ignore_robots)
        if answer.status == 304 and (etag or last_modified):
            return None
        if problem := refusal(answer):
            raise problem
        return as_page(url, answer)

    def relay(
        self,
        url: str,
        visit: Visit,
        *,
        headers: Mapping[str, str],
        body: bytes | None = None,
        ignore_robots: bool = False,
    ) -> Answer:
        """Ask for what a page's script wants, by POST if there is a body. Raises FetchError."""
        headers = {**headers, "User-Agent": self.agent, "Accept-Encoding": ACCEPTED}
        return self._walk(url, headers, obeys=not ignore_robots, visit=visit, body=body)

    def close(self) -> None:
        """Close the connections kept open."""
        self._adapter.close()

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _walk(
        self,
        url: str,
        headers: dict[str, str],
        *,
        obeys: bool,
        visit: Visit | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Follow redirects to the answer at their end; if it obeys, robots.txt is asked first."""
        visit = visit or Visit(self._limits.total)
        at = url
        for _ in range(self._limits.redirects + 1):
            request = _prepared(at, headers, visit, body=body)
            pause = self._ask_leave(request, visit) if obeys else 0.0
            answer = self._exchange(request, visit, pause=pause)
            if answer.location is None:
                return answer
            at = _joined(answer.url, answer.location)
            body = body if answer.status in KEEP_METHOD else None
        raise FetchError(
            f"{url} redirects more than {self._limits.redirects} times, in the end to {at}; "
            "use the address where the page now stands",
            transient=False,
        )

    def _ask_leave(self, request: requests.PreparedRequest, visit: Visit) -> float:
        def ask(url: str) -> tuple[int, bytes]:
            answer = self._walk(url, self._headers, obeys=False, visit=visit)
            return answer.status, answer.content

        url = str(request.url)
        parts = urlsplit(url)
        return self._robots.delay(f"{parts.scheme}://{parts.netloc}", url, ask=ask)

    def _exchange(self, request: requests.PreparedRequest, visit: Visit, *, pause: float) -> Answer:
        """Send one request and receive its whole answer within the limits."""
        url = str(request.url)
        host = urlsplit(url).hostname or ""
        limits = self._limits
        with (
            self._pace.turn(host, follows=host in visit.hosts, pause=pause),
            visit.timed(),
            meter.allow(seconds=visit.left, of=limits.total, size=limits.size + OVERHEAD),
        ):
            visit.hosts.add(host)
            try:
                response = self._adapter.send(
                    request, stream=True, timeout=(limits.connect, limits.read)
                )
                try:
                    visit.cookies.update(response.cookies)
                    return _received(response, limits.size)
                finally:
                    response.close()
            except (requests.RequestException, HTTPError, SpentError) as error:
                raise explained(url, error) from error


def _prepared(
    url: str, headers: dict[str, str], visit: Visit, *, body: bytes | None = None
) -> requests.PreparedRequest:
    """Make a request for a URL that may be asked for. Raises FetchError for any other."""
    url = url.strip().partition("#")[0]
    if "@" in url.partition("://")[2].partition("/")[0]:
        raise FetchError(
            "the address holds a name or password, which is not allowed; give it without them",
            transient=False,
        )
    if url.partition(":")[0].lower() not in {"http", "https"} or ":" not in url:
        raise FetchError(
            f"{url[:200]} is not a web address; give one that begins with https://",
            transient=False,
        )
    try:
        _ = urlsplit(url).port  # raises ValueError if it is none
        method = "GET" if body is None else "POST"
        request = requests.Request(method, url, headers=headers, data=body).prepare()
    except (requests.RequestException, ValueError) as error:
        raise FetchError(
            f"{url[:200]} is not a valid web address ({str(error)[:200]})", transient=False
        ) from error
    if visit.cookies:
        request.prepare_cookies(visit.cookies)
    return request


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError:
        return location  # malformed: asking for it says so


def _received(response: requests.Response, size: int) -> Answer:
    """Read an answer's body, if it is one to read, and let the connection go."""
    headers = response.headers
    status = response.status_code
    location = headers.get("Location") if status in REDIRECTS else None
    content = b""
    if status in {200, 203}:
        content = _body(response, size)
    elif status == 304 or _announced(response) <= CHUNK:
        response.raw.read(CHUNK)  # so that the connection can serve again
    if location:
        with suppress(UnicodeError):  # servers write UTF-8 where http.client reads Latin-1
            location = location.encode("latin-1").decode("utf-8")
    return Answer(str(response.url), status, headers, content, location)


def _body(response: requests.Response, size: int) -> bytes:
    packing = response.headers.get("Content-Encoding", "").lower()
    if not NOT_DECODED.isdisjoint(part.strip() for part in packing.split(",")):
        raise FetchError(
            f"{response.url} is packed as {packing}, which we did not ask for", transient=False
        )
    if size < _announced(response) < inf:
        raise _too_large(response, size)
    chunks, received = [], 0
    for chunk in response.raw.stream(CHUNK, decode_content=True):
        received += len(chunk)
        if received > size:
            raise _too_large(response, size)
        chunks.append(chunk)
    return b"".join(chunks)


def _announced(response: requests.Response) -> float:
    """The length that the server announces, infinite if it announces none."""
    length = response.headers.get("Content-Length", "")
    return int(length) if re.fullmatch(r"[0-9]{1,15}", length) else inf


def _too_large(response: requests.Response, size: int) -> FetchError:
    return FetchError(
        f"{response.url} is larger than {size / 1e6:g} MB; give the address of the list alone",
        transient=False,
    )
