"""What a site's robots.txt lets us do."""

import pytest

from scrapers.errors import FetchError
from scrapers.robots import Answer, Robots

ORIGIN = "https://acme.example"


class Site:
    """A robots.txt, how often it was asked for, and a clock."""

    def __init__(self, text: str = "", status: int = 200) -> None:
        self.answer: Answer = (status, text.encode())
        self.asked = 0
        self.now = 0.0
        self.robots = Robots(agent="Onward", clock=lambda: self.now)

    def ask(self, url: str) -> Answer:
        assert url == f"{ORIGIN}/robots.txt"
        self.asked += 1
        return self.answer

    def delay(self, path: str = "/list") -> float:
        return self.robots.delay(ORIGIN, ORIGIN + path, ask=self.ask)


def test_rules_for_us_beat_rules_for_all() -> None:
    site = Site("User-agent: *\nDisallow: /\n\nUser-agent: onward\nDisallow: /private")

    assert site.delay("/list") == 0
    with pytest.raises(FetchError, match="asks us not to fetch"):
        site.delay("/private/x")


def test_stars_and_ends_are_understood() -> None:
    site = Site("User-agent: *\nDisallow: /*.pdf$\nAllow: /open*.pdf$")

    assert site.delay("/open-list.pdf") == 0
    assert site.delay("/list.pdf?x=1") == 0
    with pytest.raises(FetchError):
        site.delay("/list.pdf")


@pytest.mark.parametrize("status", [404, 410, 403, 401, 400])
def test_a_site_without_rules_allows_everything(status: int) -> None:
    assert Site("User-agent: *\nDisallow: /", status).delay() == 0


@pytest.mark.parametrize("status", [500, 503, 429])
def test_rules_that_cannot_be_had_forbid_for_a_while(status: int) -> None:
    site = Site(status=status)
    with pytest.raises(FetchError, match="RFC 9309") as caught:
        site.delay()
    site.answer = (200, b"")

    with pytest.raises(FetchError):
        site.delay()
    site.now += 61
    delay = site.delay()

    assert caught.value.transient
    assert delay == 0
    assert site.asked == 2


def test_rules_are_remembered_for_a_day() -> None:
    site = Site()
    site.delay()
    site.now += 86_000
    site.delay()
    asked_within_a_day = site.asked
    site.now += 1_000
    site.delay()

    assert (asked_within_a_day, site.asked) == (1, 2)


@pytest.mark.parametrize(("wish", "delay"), [("7", 7), ("3600", 30), ("soon", 0)])
def test_a_crawl_delay_is_kept_up_to_a_bound(wish: str, delay: float) -> None:
    assert Site(f"User-agent: *\nCrawl-delay: {wish}").delay() == delay


def test_a_page_in_place_of_rules_allows_everything() -> None:
    assert Site("<!doctype html><title>Home</title>\x00\xff").delay() == 0


def test_only_so_many_sites_are_remembered() -> None:
    robots = Robots(agent="Onward")
    asked = []

    def ask(url: str) -> Answer:
        asked.append(url)
        return 404, b""

    for number in [*range(300), 299, 0]:
        robots.delay(f"https://site{number}.example", "/", ask=ask)

    assert asked[300:] == ["https://site0.example/robots.txt"]
