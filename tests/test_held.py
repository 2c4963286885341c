"""Most looks find the page that we hold: they are cheap, and nothing is stored twice."""

from collections.abc import Iterator

import pytest

from inventory.check import check_source
from inventory.held import last_look
from inventory.models import Change, Check, Reading, Snapshot, Source
from inventory.settings import Settings
from scrapers.fetch import Fetcher
from tests.factories import make_source
from tests.servers import Answer, Request, serving

PAGE = """<!doctype html><html lang="en"><head><title>Sub-processors</title>
<meta name="csrf-token" content="{token}"></head><body><h1>Sub-processors</h1>
<p>We use the following sub-processors:</p>
<table><tr><th>Sub-processor</th><th>Purpose</th><th>Location</th></tr>
<tr><td>Hetzner</td><td>Hosting</td><td>Germany</td></tr>
<tr><td>{name}</td><td>Payments</td><td>United States</td></tr></table></body></html>"""


class Site:
    """A page with a new token at each visit."""

    def __init__(self) -> None:
        self.name, self.visits = "Stripe", 0

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            return Answer(status=404)
        self.visits += 1
        page = PAGE.format(token=f"t{self.visits}", name=self.name)
        return Answer(page.encode(), headers={"Content-Type": "text/html"})


@pytest.fixture
def look(workspace: Settings) -> Iterator[tuple[Site, Source, Fetcher]]:
    site = Site()
    with serving(site) as server, Fetcher(allow_private=True, pause=0) as fetcher:
        yield site, make_source(url=f"{server.url}/list", confirmed_at=None), fetcher


def test_a_new_token_is_the_page_that_we_hold(look: tuple[Site, Source, Fetcher]) -> None:
    _, source, fetcher = look
    first = check_source(source, fetcher=fetcher)

    second = check_source(source, fetcher=fetcher)

    assert first is not None
    assert second is not None
    assert (first.outcome, second.outcome) == ("baseline", "unchanged")
    assert second.snapshot_id == first.snapshot_id
    assert (Snapshot.select().count(), Reading.select().count()) == (1, 1)


def test_a_new_token_does_not_hide_a_change(look: tuple[Site, Source, Fetcher]) -> None:
    site, source, fetcher = look
    check_source(source, fetcher=fetcher)

    site.name = "Adyen"
    check_source(source, fetcher=fetcher)
    check_source(source, fetcher=fetcher)

    assert sorted(change.kind for change in Change.select()) == ["added", "removed"]


def test_before_the_first_look_nothing_is_held(workspace: Settings) -> None:
    assert last_look(make_source()) is None


def test_a_page_read_by_another_version_settles_nothing(
    look: tuple[Site, Source, Fetcher],
) -> None:
    _, source, fetcher = look
    check_source(source, fetcher=fetcher)
    version = Reading.get().reader_version

    held = last_look(source)

    assert held is not None
    assert held.settles(None, version)
    assert not held.settles(None, version + 1)


def test_what_could_not_be_read_settles_nothing(workspace: Settings) -> None:
    source = make_source()
    Check.create(source=source, outcome="unreachable", problem="gone")

    held = last_look(source)

    assert held is not None
    assert not held.settles(None, 1)
