"""Look at a source once, top to bottom: fetch, keep, read, compare, record, tell."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from inventory import flapping
from inventory.apply import apply, correct, open_all, start_anew
from inventory.corrections.fixes import Righted
from inventory.corrections.told import Told, keep_seen, righted, told_of
from inventory.database import transaction
from inventory.diff import Comparison
from inventory.due import claim, release
from inventory.health import FIRST_THERE, judge, last_confirmed, read_whole, went_bad
from inventory.held import Held, fresh, is_missing_any, last_look
from inventory.models import Change, Check, Reading, Snapshot, Source, utcnow
from inventory.notice.clauses import record_notice
from inventory.record import Listed, Sight, standing
from inventory.snapshots import PRESENT, Reader, read_snapshot, record_snapshot
from inventory.telling import alert
from scrapers.errors import FetchError
from scrapers.obstacles import needs_rendering
from scrapers.page import Page

Clock = Callable[[], datetime]


class Fetches(Protocol):
    """Whoever has pages, as `scrapers.fetch.Fetcher` does."""

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        ignore_robots: bool = False,
    ) -> Page | None: ...


class Renders(Protocol):
    """Whoever shows pages as a browser does, as `scrapers.render.Renderer` does."""

    def render(self, page: Page, *, ignore_robots: bool = False) -> Page: ...


@dataclass(frozen=True)
class Web:
    """Where pages come from: fetched, and rendered where there is a browser and they need it."""

    fetcher: Fetches
    renderer: Renders | None


@dataclass(frozen=True)
class Look:
    """One look at a source: the page and what the reader made of it, what people said of it, beside
    the look that confirmed what the register holds, and that itself. `cause` is whose doing the
    differences are."""

    source: Source
    started_at: datetime
    snapshot: Snapshot
    row: Reading
    told: Told
    found: Righted
    good: Check | None
    cause: str
    listed: Listed


def check_sources(
    sources: Iterable[Source],
    *,
    fetcher: Fetches,
    renderer: Renders | None = None,
    clock: Clock = utcnow,
) -> Iterator[Check]:
    """Look at each source in turn; those that another worker is looking at are left to it."""
    for source in sources:
        check = check_source(source, fetcher=fetcher, renderer=renderer, clock=clock)
        if check is not None:
            yield check


def check_source(
    source: Source,
    *,
    fetcher: Fetches,
    renderer: Renders | None = None,
    clock: Clock = utcnow,
    reader: Reader = PRESENT,
) -> Check | None:
    """Look once and record how it went; None if another worker is looking at it."""
    if not claim(source, clock()):
        return None
    source = fresh(source)
    try:
        return _look(source, Web(fetcher, renderer), clock, reader)
    except BaseException:
        release(source)
        raise


def _look(source: Source, web: Web, clock: Clock, reader: Reader) -> Check:
    started_at, held = clock(), last_look(source)
    try:
        page = _fetch(source, web, held)
    except FetchError as error:
        return went_bad(source, started_at, "unreachable", str(error), is_passing=error.transient)
    told = told_of(source)
    if held and held.settles(page, reader.version, told.key):
        return read_whole(source, started_at, "unchanged", held.snapshot_id, held.reading_id)
    snapshot = record_snapshot(source, page) if page else _snapshot_of(held)
    row = read_snapshot(snapshot, source, reader, told.meanings)
    if web.renderer and not source.needs_rendering and needs_rendering(row.problem):
        Source.update(needs_rendering=True).where(Source.id == source.id).execute()
        return _look(fresh(source), web, clock, reader)
    good = last_confirmed(source)
    if good and _says_the_same(good.reading, row, told) and not is_missing_any(source):
        return read_whole(source, started_at, "unchanged", snapshot, row)
    cause = correct(source, good, reader=reader, now=started_at) if good else "vendor"
    told = told_of(source)  # as it is after that
    found = righted(row, source, told)
    with transaction():
        if told_of(source) == told and row.meanings == told.key:
            listed = standing(source)
            return _judge(Look(source, started_at, snapshot, row, told, found, good, cause, listed))
    return _look(source, web, clock, reader)  # a person said something of it meanwhile


def _judge(look: Look) -> Check:
    """Say whether what was read may be compared, and record what came of it."""
    source, row, good = look.source, look.row, look.good
    verdict = judge(source, look.snapshot, look.found.reading, good=good, listed=look.listed)
    if verdict.problem and not verdict.is_new_list:
        facts = {"snapshot": look.snapshot, "row": row}
        return went_bad(source, look.started_at, "unreadable", verdict.problem, **facts)
    if good and flapping.is_variant(source, row, held=good.reading, now=look.started_at):
        return _keep_variant(look)
    return _record(look, verdict)


def _keep_variant(look: Look) -> Check:
    """Note that the page showed another of its variants, and record nothing of it."""
    check = read_whole(look.source, look.started_at, "unchanged", look.snapshot, look.row)
    check.is_variant, check.remark = True, flapping.REMARK
    Check.alter(check.id, is_variant=True, remark=check.remark)
    return check


def _record(look: Look, verdict: Comparison) -> Check:
    """Compare what stood with what stands, write down what differs, and queue its alerts."""
    check = read_whole(look.source, look.started_at, "unchanged", look.snapshot, look.row)
    clauses = _clauses(look, check, verdict)  # first: deadlines rest on them
    changes = _changes(look, check, verdict)
    keep_seen(look.told, look.found, look.started_at)
    check.outcome, check.remark = _outcome(look, verdict, changes), verdict.remark
    if check.outcome != "unchanged" or check.remark or clauses:
        Check.alter(check.id, outcome=check.outcome, remark=check.remark, news=check.news)
    alert.queue_alerts(changes, clauses, now=look.started_at)
    flapping.hold_back(changes, look.started_at)
    return check


def _outcome(look: Look, verdict: Comparison, changes: list[Change]) -> str:
    if look.good is None or verdict.is_new_list:
        return "baseline"
    return "changed" if changes else "unchanged"


def _clauses(look: Look, check: Check, verdict: Comparison) -> list[Check]:
    """Bring the source's clauses to what it prints now; the look itself where that is news to be
    told, and is not told as healed anyway."""
    terms = look.found.reading.notice
    is_compared = look.good is not None and verdict.remark != FIRST_THERE
    may_be_news = is_compared and look.cause == "vendor"
    changed = record_notice(look.source, terms, look.started_at, is_news=may_be_news)
    if not changed or check.news is not None:
        return []
    check.news = "clauses"
    return [check]


def _fetch(source: Source, web: Web, held: Held | None) -> Page | None:
    """Fetch the page, rendered if it needs that; None where the server says that it is the one we
    hold."""
    is_rendered = source.needs_rendering and web.renderer is not None
    holds_one = held is not None and held.snapshot_id is not None and not is_rendered
    is_exempt = source.robots_exempted_by_id is not None
    page = web.fetcher.fetch(
        source.url,
        etag=source.etag if holds_one else None,
        last_modified=source.last_modified if holds_one else None,
        ignore_robots=is_exempt,
    )
    if page is None:
        if not holds_one:
            raise FetchError(f"{source.url} answered 304 though nothing was held", transient=True)
        return None
    if is_rendered and web.renderer:
        page = web.renderer.render(page, ignore_robots=is_exempt)
    source.etag, source.last_modified = page.etag, page.last_modified
    return page


def _snapshot_of(held: Held | None) -> Snapshot:
    assert held is not None  # else a 304 would have been an error
    return Snapshot.get_by_id(held.snapshot_id)


def _changes(look: Look, check: Check, verdict: Comparison) -> list[Change]:
    """Bring the register to what the page says; return the changes that are the vendor's."""
    reading, good = look.found.reading, look.good
    sight = Sight(
        source=look.source,
        snapshot=look.snapshot,
        snapshot_before=good.snapshot_id if good else None,
        check=check,
        confirmed_at=good.started_at if good else None,
        seen_at=look.started_at,
        cause=look.cause,
        updated_on=reading.last_updated,
    )
    if good is None:
        open_all(sight, reading)
        return []
    if verdict.is_new_list:
        start_anew(sight, reading, look.listed)
        return []
    changes = apply(sight, reading, look.listed, translated=verdict.remark is not None)
    told = [change for change in changes if change.cause == "vendor"]
    flapping.tie(told)
    return told


def _says_the_same(known: Reading, row: Reading, told: Told) -> bool:
    """Whether this reading can tell nothing that the one confirmed last did not."""
    if known.id == row.id:
        return True
    how, how_known = ((one.reader_version, one.meanings, one.kind) for one in (row, known))
    return bool(
        row.complete
        and how == how_known
        and not told.adds
        and (row.entries, row.notice) == (known.entries, known.notice)
    )
