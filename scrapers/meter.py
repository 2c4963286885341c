"""Stop an exchange that takes too long or too much, at the socket, where nothing slips past."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from socket import socket
from typing import Any


class SpentError(Exception):
    """The exchange used up the time or the bytes allowed to it; the message says which."""

    def __init__(self, message: str, *, is_about_time: bool) -> None:
        super().__init__(message)
        self.is_about_time = is_about_time


class Meter(threading.local):
    """What the exchange in this thread may still use: seconds in all, bytes off the wire."""

    ends = inf
    seconds = inf
    bytes_left = inf

    @contextmanager
    def allow(self, *, seconds: float, size: float, of: float | None = None) -> Iterator[None]:
        """Limit what this thread receives until the block ends; `of` is the limit as people know
        it, where `seconds` are what is left of it."""
        self.seconds, self.bytes_left = of or seconds, size
        self.ends = time.monotonic() + seconds
        try:
            yield
        finally:
            self.seconds = self.ends = self.bytes_left = inf

    def left(self) -> float:
        """Seconds left. Raises SpentError when there are none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            message = f"took longer than {self.seconds:g} s and was stopped"
            raise SpentError(message, is_about_time=True)
        return left

    def take(self, count: int) -> None:
        """Count bytes received. Raises SpentError when they are too many."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise SpentError("sends more than we take and was stopped", is_about_time=False)


meter = Meter()


class _Metered:
    """Watches what a socket receives: the total time cuts the time of each wait."""

    def recv_into(self, *args: Any) -> int:
        sock: Any = super()
        left = meter.left()
        if left < (sock.gettimeout() or inf):
            sock.settimeout(left)
        try:
            count: int = sock.recv_into(*args)
        except TimeoutError:
            meter.left()
            raise
        meter.take(count)
        return count


class MeteredSocket(_Metered, socket):
    """A plain socket that the meter watches."""


class MeteredTLSSocket(_Metered, ssl.SSLSocket):
    """A TLS socket that the meter watches."""
