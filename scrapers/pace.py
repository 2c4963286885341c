"""Be a quiet guest: one request at a time to a host, and a pause before the next visit."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    left_at: float = float("-inf")


class Pace:
    """Hands out turns at hosts, to any number of threads."""

    def __init__(self, pause: float, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.pause = pause
        self._sleep = sleep
        self._turns: dict[str, _Turn] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, *, follows: bool = False, pause: float = 0) -> Iterator[None]:
        """Hold the host's turn; wait before it unless the request follows on one just made."""
        with self._lock:
            turn = self._turns.setdefault(host, _Turn())
        with turn.lock:
            wait = turn.left_at + max(self.pause, pause) - time.monotonic()
            if wait > 0 and not follows:
                self._sleep(wait)
            try:
                yield
            finally:
                turn.left_at = time.monotonic()
