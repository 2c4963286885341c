"""Fetching from real servers on loopback: limits, redirects, manners, and clear sentences."""

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from tests.servers import (
    Answer,
    HttpServer,
    Request,
    Site,
    made_certificate,
    pages,
    server_side,
    serving,
)

QUICK = Limits(connect=1, read=0.4, total=0.8, size=200_000)


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """A fetcher that may reach loopback and does not wait between visits."""
    with Fetcher(allow_private=True, pause=0, limits=QUICK) as fetcher:
        yield fetcher


@pytest.fixture
def certificate() -> Path:
    return made_certificate()


def refused(fetcher: Fetcher, url: str, **settings: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url, **settings)
    assert "\n" not in str(caught.value)
    return caught.value


def sent_by(site: Site, use: Callable[[HttpServer], object]) -> list[Request]:
    """Serve the site, use it, and give the requests for its pages."""
    with serving(site) as origin:
        use(origin)
        return [request for request in origin.requests if request.path != "/robots.txt"]


def test_a_page_comes_with_what_the_server_says_of_it(fetcher: Fetcher) -> None:
    headers = {
        "Content-Type": "Text/HTML; Charset=ISO-8859-1",
        "ETag": 'W/"7"',
        "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT",
    }
    with serving(pages(list=Answer("Zürich".encode("latin-1"), headers=headers))) as origin:
        page = fetcher.fetch(f"{origin.url}/list")

    assert page is not None
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-1")
    assert page.content == b"Z\xfcrich"
    assert (page.etag, page.last_modified) == ('W/"7"', "Mon, 02 Nov 2026 10:00:00 GMT")
    assert page.final_url == page.url == f"{origin.url}/list"
    assert page.fetched_at is not None


def test_a_page_of_another_kind_keeps_its_kind(fetcher: Fetcher) -> None:
    pdf = Answer(b"%PDF-1.7 \x00\xff", headers={"Content-Type": "application/pdf"})
    with serving(pages(list=pdf)) as origin:
        page = fetcher.fetch(f"{origin.url}/list")

    assert page is not None
    assert (page.media_type, page.content) == ("application/pdf", b"%PDF-1.7 \x00\xff")


def test_a_page_that_did_not_change_is_none(fetcher: Fetcher) -> None:
    def site(request: Request) -> Answer:
        known = request.headers.get("if-none-match") == '"7"'
        return Answer(status=304) if known else Answer(b"new", headers={"ETag": '"7"'})

    with serving(site) as origin:
        first = fetcher.fetch(f"{origin.url}/list")
        assert first is not None
        second = fetcher.fetch(f"{origin.url}/list", etag=first.etag, last_modified="yesterday")

    assert second is None
    assert origin.requests[-1].headers["if-modified-since"] == "yesterday"


def test_a_mark_that_cannot_be_sent_back_is_not_kept(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(b"page", headers={"ETag": '"a\x01b"'}))) as origin:
        page = fetcher.fetch(f"{origin.url}/list")

    assert page is not None
    assert page.etag is None


def test_a_304_that_nobody_asked_for_is_no_page(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(status=304))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "304" in str(error)


def test_connections_are_kept_for_the_next_fetch(fetcher: Fetcher) -> None:
    opened = []
    with serving(pages(list="page", moved=Answer(status=301, headers={"Location": "/list"}))) as at:
        accept = at.get_request
        at.get_request = lambda: opened.append(1) or accept()  # type: ignore[method-assign, func-returns-value]
        for path in ("/list", "/moved", "/list"):
            fetcher.fetch(at.url + path)

    assert len(opened) == 1


def test_the_user_agent_is_honest() -> None:
    with Fetcher(allow_private=True, pause=0, about="https://onward.example/robot") as fetcher:
        requests = sent_by(pages(list="page"), lambda origin: fetcher.fetch(f"{origin.url}/list"))

    assert requests[0].headers["user-agent"] == "Onward/0.1 (+https://onward.example/robot)"
    assert requests[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://host.example/list", "data:text/html,hi", "javascript:0"),
        *("list", "", "mailto:a@b.example", "gopher://x", "//host.example/list"),
    ],
)
def test_only_web_addresses_are_fetched(fetcher: Fetcher, url: str) -> None:
    error = refused(fetcher, url)

    assert "is not a web address; give one that begins with https://" in str(error)
    assert not error.transient


@pytest.mark.parametrize("url", ["http://", "http://h.example:99999/", "http://[::1", "http://*/"])
def test_a_malformed_address_is_said_to_be_one(fetcher: Fetcher, url: str) -> None:
    error = refused(fetcher, url)

    assert "is not a valid web address" in str(error)


@pytest.mark.parametrize(
    "address",
    [
        *("https://ann:s3cret@host.example/list", "ftp://ann:s3cret@host.example/list"),
        *("https://ann:s3cret@host.example:99999/", r"https://ann:s3cret\@host.example/"),
    ],
)
def test_a_name_and_password_in_an_address_are_refused_and_not_repeated(
    fetcher: Fetcher, address: str
) -> None:
    error = refused(fetcher, address)

    assert "name or password" in str(error)
    assert "s3cret" not in str(error)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]"),
        *("169.254.169.254", "10.0.0.1", "[64:ff9b::7f00:1]", "100.64.0.1"),
    ],
)
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    with serving(pages(list="secret")) as origin, Fetcher(pause=0) as fetcher:
        error = refused(fetcher, f"http://{host}:{origin.server_port}/list")

    assert "not a public address" in str(error)
    assert not error.transient
    assert origin.requests == []


def test_an_exempt_address_is_fetched_and_no_other() -> None:
    with (
        serving(pages(list="sample", away=moved("http://localhost:1/"))) as sample,
        serving(pages(list="secret")) as other,
        Fetcher(pause=0, exempt=frozenset({sample.address})) as fetcher,
    ):
        page = fetcher.fetch(f"{sample.url}/list")
        error = refused(fetcher, f"{other.url}/list")

    assert page is not None
    assert page.content == b"sample"
    assert "not a public address" in str(error)


def moved(place: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": place})


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not a public address"),
        ("http://localhost:6379/", "leads to 127.0.0.1, which is not a public address"),
        ("file:///etc/passwd", "is not a web address"),
        ("https://ann:s3cret@host.example/", "name or password"),
        ("http://[bad/", "is not a valid web address"),
    ],
)
def test_a_redirect_to_where_we_must_not_go_is_refused(place: str, reason: str) -> None:
    with (
        serving(pages(list=moved(place))) as origin,
        Fetcher(pause=0, exempt=frozenset({("127.0.0.1", origin.server_port)})) as fetcher,
    ):
        error = refused(fetcher, f"{origin.url}/list")

    assert reason in str(error)


@pytest.mark.parametrize("place", ["/list?a=ü", "/list?a=Ã¼", "list?a=%C3%BC#top"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_to_its_page(fetcher: Fetcher, status: int, place: str) -> None:
    with serving(pages(old=moved(place, status), **{"list?a=%C3%BC": "page"})) as origin:
        page = fetcher.fetch(f"{origin.url}/old")

    assert page is not None
    assert page.content == b"page"
    assert page.url == f"{origin.url}/old"
    assert page.final_url == f"{origin.url}/list?a=%C3%BC"


def test_a_circle_of_redirects_is_left_after_five(fetcher: Fetcher) -> None:
    asked = sent_by(
        pages(list=moved("/list")), lambda origin: refused(fetcher, f"{origin.url}/list")
    )

    assert len(asked) == 6


def test_a_cookie_is_handed_back_on_the_way_and_forgotten_after(fetcher: Fetcher) -> None:
    def site(request: Request) -> Answer:
        if "cookie" in request.headers or request.path == "/robots.txt":
            return Answer(b"page")
        return Answer(status=302, headers={"Location": "/list", "Set-Cookie": "seen=1; Path=/"})

    def twice(origin: HttpServer) -> None:
        fetcher.fetch(f"{origin.url}/list")
        fetcher.fetch(f"{origin.url}/list")

    asked = sent_by(site, twice)

    assert ["cookie" in request.headers for request in asked] == [False, True, False, True]


def bomb(size: int) -> bytes:
    """Zeros, packed by gzip to a thousandth."""
    return gzip.compress(b"\0" * size)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"x" * 300_000),
        Answer(lambda out: out.write(b"x" * 300_000)),
        Answer(bomb(50_000_000), headers={"Content-Encoding": "gzip"}),
        Answer(zlib.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "deflate"}),
        Answer(gzip.compress(bomb(50_000_000)), headers={"Content-Encoding": "gzip, gzip"}),
    ],
    ids=["announced", "endless", "gzip bomb", "deflate bomb", "bomb in a bomb"],
)
def test_a_page_over_the_limit_is_left_unread(fetcher: Fetcher, answer: Answer) -> None:
    with serving(pages(list=answer)) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "is larger than 0.2 MB" in str(error)
    assert not error.transient


def test_a_page_just_within_the_limit_is_whole(fetcher: Fetcher) -> None:
    body = b"x" * 200_000
    with serving(
        pages(list=Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"}))
    ) as at:
        page = fetcher.fetch(f"{at.url}/list")

    assert page is not None
    assert page.content == body


def test_a_packing_that_we_did_not_ask_for_is_refused(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(b"\x0b\x02", headers={"Content-Encoding": "br"}))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "is packed as br" in str(error)


def test_a_packing_that_is_none_is_no_obstacle(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(b"page", headers={"Content-Encoding": "UTF-8"}))) as origin:
        page = fetcher.fetch(f"{origin.url}/list")

    assert page is not None
    assert page.content == b"page"


def test_a_page_that_cannot_be_unpacked_is_said_to_be_so(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(b"no gzip", headers={"Content-Encoding": "gzip"}))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "cannot be unpacked" in str(error)


def dripping(every: float, drop: bytes = b"x") -> Callable[[Any], None]:
    """Write a drop now and then, until nobody listens."""

    def write(out: Any) -> None:
        with suppress(OSError):
            for _ in range(100):
                out.write(drop)
                out.flush()
                time.sleep(every)

    return write


def test_a_server_that_drips_is_stopped(fetcher: Fetcher) -> None:
    started = time.monotonic()
    with serving(pages(list=Answer(dripping(0.05)))) as origin:
        error = refused(fetcher, f"{origin.url}/list", ignore_robots=True)
        took = time.monotonic() - started

    assert "took longer than 0.8 s and was stopped" in str(error)
    assert error.transient
    assert took < 2


def test_slow_steps_add_up_to_one_limit(fetcher: Fetcher) -> None:
    def site(_: Request) -> Answer:
        time.sleep(0.3)
        return moved("/list")

    with serving(site) as origin:
        error = refused(fetcher, f"{origin.url}/list", ignore_robots=True)

    assert "took longer than 0.8 s" in str(error)


def test_a_server_that_drips_its_headers_is_stopped(fetcher: Fetcher) -> None:
    def site(_: Request) -> Answer:
        return Answer(dripping(0.05, b"HTTP/1.1 200 OK\r\nX-Drop: "), status=0)

    with serving(site) as origin:
        error = refused(fetcher, f"{origin.url}/list", ignore_robots=True)

    assert error.transient


def test_a_flood_between_the_chunks_is_stopped(fetcher: Fetcher) -> None:
    def flood(out: Any) -> None:
        with suppress(OSError):
            for _ in range(10_000):
                out.write(b"1;" + b"e" * 10_000 + b"\r\nx\r\n")

    chunked = Answer(flood, headers={"Transfer-Encoding": "chunked"})
    with serving(pages(list=chunked)) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "sends more than we take" in str(error)


def test_a_silent_server_is_left(fetcher: Fetcher) -> None:
    with serving(pages(list=Answer(lambda _: time.sleep(0.6)))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "did not answer in time" in str(error)
    assert error.transient


def test_a_page_cut_short_is_not_taken_for_whole(fetcher: Fetcher) -> None:
    short = Answer(lambda out: out.write(b"half"), headers={"Content-Length": "8"})
    with serving(pages(list=short)) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "broke off its answer" in str(error)
    assert error.transient


def test_a_name_that_nobody_has_is_said_to_be_not_found(fetcher: Fetcher) -> None:
    error = refused(fetcher, "https://nobody.invalid/list")

    assert "the name nobody.invalid was not found" in str(error)
    assert error.transient


@pytest.mark.parametrize(
    ("status", "words", "transient"),
    [
        (404, "is not there any more (404 Not Found)", False),
        (410, "is not there any more (410 Gone)", False),
        (401, "asks for a log-in", False),
        (403, "unwanted robot", False),
        (418, "answers without a page", False),
        (204, "answers without a page (204 No Content)", True),
        (429, "we try again later", True),
        (500, "cannot be had now (500 Internal Server Error)", True),
        (503, "we try again later", True),
        (599, "cannot be had now (599)", True),
    ],
)
def test_a_status_is_told_in_words(
    fetcher: Fetcher, status: int, words: str, transient: bool
) -> None:
    with serving(pages(list=Answer(status=status))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert words in str(error)
    assert error.transient is transient


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("120", "not before 120 s have passed"),
        ("Fri, 31 Dec 2100 23:59:59 GMT", "not before 2100-12-31 23:59 UTC"),
        ("Fri, 31 Dec 1999 23:59:59 GMT", "we try again later"),
        ("soon", "we try again later"),
    ],
)
def test_a_wish_to_come_back_later_is_passed_on(fetcher: Fetcher, wish: str, words: str) -> None:
    busy = Answer(status=503, headers={"Retry-After": wish})
    with serving(pages(list=busy)) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert words in str(error)


@pytest.mark.parametrize(
    ("status", "header"), [(403, "cf-mitigated: challenge"), (202, "x-amzn-waf-action: challenge")]
)
def test_a_challenge_for_robots_is_told_apart(fetcher: Fetcher, status: int, header: str) -> None:
    name, _, value = header.partition(": ")
    with serving(pages(list=Answer(b"wait", status=status, headers={name: value}))) as origin:
        error = refused(fetcher, f"{origin.url}/list")

    assert "a challenge for robots" in str(error)


def test_what_robots_txt_forbids_is_not_fetched_unless_exempted(fetcher: Fetcher) -> None:
    site = pages(robots_txt="User-agent: *\nDisallow: /legal/*.html$", list="open")
    with serving(site) as origin:
        error = refused(fetcher, f"{origin.url}/legal/list.html")
        page = fetcher.fetch(f"{origin.url}/list")
        exempted = refused(fetcher, f"{origin.url}/legal/list.html", ignore_robots=True)

    assert "robots.txt asks us not to fetch" in str(error)
    assert not error.transient
    assert page is not None
    assert "404" in str(exempted)
    assert origin.paths() == ["/robots.txt", "/list", "/legal/list.html"]


def test_a_redirect_to_a_forbidden_page_is_not_followed(fetcher: Fetcher) -> None:
    site = pages(robots_txt="User-agent: Onward\nDisallow: /list", old=moved("/list"), list="no")
    with serving(site) as origin:
        error = refused(fetcher, f"{origin.url}/old")

    assert "robots.txt" in str(error)
    assert "/list" not in origin.paths()


def test_environment_proxies_are_ignored(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with serving(pages(list="page")) as origin:
        page = fetcher.fetch(f"{origin.url}/list")

    assert page is not None


def test_a_host_is_asked_by_one_thread_at_a_time(fetcher: Fetcher) -> None:
    busy, most = 0, 0
    lock = threading.Lock()

    def site(_: Request) -> Answer:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.02)
        with lock:
            busy -= 1
        return Answer(b"page")

    with serving(site) as origin:
        visits = [
            threading.Thread(target=fetcher.fetch, args=(f"{origin.url}/{number}",))
            for number in range(5)
        ]
        for visit in visits:
            visit.start()
        for visit in visits:
            visit.join()

    assert len(origin.requests) >= 6
    assert most == 1


def test_two_visits_to_a_host_lie_a_pause_apart() -> None:
    moments = []

    def site(request: Request) -> Answer:
        moments.append(time.monotonic())
        return Answer(status=404) if request.path == "/robots.txt" else Answer(b"page")

    with serving(site) as origin, Fetcher(allow_private=True, pause=0.2) as fetcher:
        fetcher.fetch(f"{origin.url}/a")
        fetcher.fetch(f"{origin.url}/b")

    robots, first, second = moments
    assert first - robots < 0.15
    assert second - first >= 0.2


def test_a_certificate_that_nobody_vouches_for_is_refused(
    fetcher: Fetcher, certificate: Path
) -> None:
    with serving(pages(list="page"), tls=server_side(certificate)) as origin:
        error = refused(fetcher, origin.url.replace("http:", "https:") + "/list")

    assert "certificate" in str(error)
    assert not error.transient


def test_a_page_over_tls_is_fetched_within_the_same_limits(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    site = pages(list="page", drip=Answer(dripping(0.05)))
    with (
        serving(site, tls=server_side(certificate)) as origin,
        Fetcher(allow_private=True, pause=0, limits=QUICK) as fetcher,
    ):
        base = origin.url.replace("http:", "https:")
        page = fetcher.fetch(f"{base}/list")
        error = refused(fetcher, f"{base}/drip")

    assert page is not None
    assert page.content == b"page"
    assert "took longer than 0.8 s" in str(error)
