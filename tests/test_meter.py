"""The meter: what an exchange may use, and that it is taken off again."""

import pytest

from scrapers.meter import MeteredSocket, SpentError, meter
from tests.servers import pages, serving


def test_bytes_beyond_the_limit_stop_an_exchange() -> None:
    with serving(pages(list=b"x" * 5_000)) as origin, MeteredSocket() as sock:
        sock.connect(origin.address)
        sock.sendall(b"GET /list HTTP/1.0\r\n\r\n")

        with meter.allow(seconds=5, size=1_000), pytest.raises(SpentError) as caught:
            read_all(sock)

    assert not caught.value.is_about_time


def test_time_beyond_the_limit_stops_an_exchange() -> None:
    with serving(pages()) as origin, MeteredSocket() as sock:
        sock.connect(origin.address)

        with meter.allow(seconds=0.05, of=60, size=1_000), pytest.raises(SpentError) as caught:
            read_all(sock)

    assert caught.value.is_about_time
    assert "took longer than 60 s" in str(caught.value)


def test_after_an_exchange_nothing_is_limited() -> None:
    with meter.allow(seconds=0.001, size=1):
        pass

    meter.take(10**9)

    assert meter.left() > 10**9


def read_all(sock: MeteredSocket) -> None:
    buffer = bytearray(4_096)
    while sock.recv_into(buffer):
        pass
