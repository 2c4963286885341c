"""Ask a site's robots.txt first, as RFC 9309 says, and remember the answer for a day."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from scrapers.errors import FetchError

DAY = 86_400.0
RETRY = 60.0  # seconds until a robots.txt that could not be had is asked for again
LONGEST_DELAY = 30.0  # seconds: a larger Crawl-delay is meant for those who fetch many pages
REMEMBERED = 100  # origins, the newest: large rules take a fifth of a megabyte each
MOST_BYTES = 512_000  # RFC 9309: at least 500 KiB must be read; the rest may be left

Answer = tuple[int, bytes]
Ask = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows. `refused` is the status of a robots.txt that could not be had."""

    expires: float
    parsed: Protego | None = None
    refused: int | None = None


class Robots:
    """The rules of the origins asked so far."""

    def __init__(self, *, agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._agent = agent
        self._clock = clock
        self._rules: dict[str, Rules] = {}
        self._lock = threading.Lock()

    def delay(self, origin: str, url: str, *, ask: Ask) -> float:
        """Seconds that the site wants between requests. Raises FetchError where it forbids the URL.

        `ask` fetches a URL and gives its status and bytes; it is called if the rules are not known.
        """
        rules = self._rules_of(origin, ask)
        if rules.refused:
            raise _unavailable(origin, rules.refused)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, self._agent):
            raise FetchError(
                f"{origin}/robots.txt asks us not to fetch {url}; "
                "an administrator may exempt this source",
                transient=False,
            )
        return min(rules.parsed.crawl_delay(self._agent) or 0.0, LONGEST_DELAY)

    def _rules_of(self, origin: str, ask: Ask) -> Rules:
        with self._lock:
            rules = self._rules.get(origin)
        if rules is None or rules.expires <= self._clock():
            rules = self._fetch_rules(origin, ask)
            with self._lock:
                self._rules[origin] = rules
                while len(self._rules) > REMEMBERED:
                    del self._rules[next(iter(self._rules))]
        return rules

    def _fetch_rules(self, origin: str, ask: Ask) -> Rules:
        now = self._clock()
        status, content = ask(f"{origin}/robots.txt")
        if status == 200:
            text = content[:MOST_BYTES].decode("utf-8-sig", "replace")
            return Rules(now + DAY, parsed=Protego.parse(text))
        if status >= 500 or status == 429:
            return Rules(now + RETRY, refused=status)
        return Rules(now + DAY)  # no such file: everything is allowed


def _unavailable(origin: str, status: int) -> FetchError:
    return FetchError(
        f"{origin}/robots.txt answered {status}, and until it can be read nothing on that site "
        "may be fetched (RFC 9309); we try again later",
        transient=True,
    )
