"""Hold a service of others' making to the guard's rule, wherever its own code would connect."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from scrapers.guard import Guard

CONNECTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LEAVES = {  # a program or a thread would not be watched
    "_thread.start_new_thread",
    *("os.exec", "os.fork", "os.posix_spawn", "os.system", "pty.spawn", "subprocess.Popen"),
}


@dataclass
class Fenced:
    """What the code inside was refused last: an address, or the name of an event."""

    refused: str = ""


class _Here(threading.local):
    guard: Guard | None = None
    fenced = Fenced()


here = _Here()


@contextmanager
def fence(guard: Guard) -> Iterator[Fenced]:
    """Let this thread connect only where the guard permits, and start nothing, until the block
    ends."""
    _watch_from_now_on()
    here.guard, here.fenced = guard, Fenced()
    try:
        yield here.fenced
    finally:
        here.guard = None


@cache
def _watch_from_now_on() -> None:
    sys.addaudithook(_watch)  # there is no taking it back, so once


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """See every connection at the moment it is made: no redirect, no second name goes past."""
    if event not in CONNECTS and event not in LEAVES:
        return
    guard = here.guard
    if guard is None:
        return
    if event in LEAVES:
        _refuse(event)
    address = arguments[1]
    if address is None:  # a datagram over a socket that is connected already
        return
    if not isinstance(address, tuple):
        _refuse("a socket of this machine")
    if not guard.permits(str(address[0]), int(address[1])):
        _refuse(str(address[0]))


def _refuse(what: str) -> None:
    here.fenced.refused = what
    raise PermissionError(f"{what} is out of bounds for a service")
