"""The commands. With --json they print JSON Lines and nothing else on stdout; exit status 1 says
that something failed."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from inventory.settings import Settings, SettingsError
from scrapers.page import KINDS

LARGEST = 10_000_000  # bytes of a saved page, as of one that is fetched


def register(app: Flask) -> None:
    """Add every command to `flask`."""
    for command in (extract, compare, add, check, changes, reread, worker, demo):
        app.cli.add_command(command)


def is_called(app: Flask) -> bool:
    """Whether this process runs one of our commands, which need no screens and start without."""
    own = app.cli.commands.keys() & set(sys.argv[1:])
    return os.environ.get("FLASK_RUN_FROM_CLI") == "true" and bool(own)


def checked(load: Callable[[], Settings]) -> Settings:
    """The settings; where one is wrong, a command says so in a sentence and leaves."""
    try:
        return load()
    except SettingsError as error:
        if os.environ.get("FLASK_RUN_FROM_CLI") == "true":
            fail(str(error), status=2)
        raise


def settings() -> Settings:
    """The settings of the running command."""
    found: Settings = current_app.config["ONWARD"]
    return found


def with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Open the database around a command; a setting that does not work is one sentence and exit
    status 2."""

    @with_appcontext
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from inventory.database import connected, open_database

        try:
            open_database(settings())
        except SettingsError as error:
            fail(str(error), status=2)
        with connected():
            return command(*args, **kwargs)

    return run


def fail(sentence: str, status: int = 1) -> None:
    """Say what is wrong on stderr and leave."""
    click.echo(f"onward: {sentence}", err=True)
    sys.exit(status)


def say(value: dict[str, Any]) -> None:
    """Print one JSON line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def tell(line: str) -> None:
    """Print a line for a person; what a page wrote must not steer the terminal."""
    shown = (char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    click.echo("".join(shown))


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="FILE|URL ...")
@click.option("--explain", "is_explained", is_flag=True, help="Say why it was read so.")
@with_appcontext
def extract(pages: tuple[str, ...], is_explained: bool) -> None:
    """Read pages and print what was found, one JSON object a page."""
    from scrapers.documents import fault_of_bytes
    from scrapers.read import read
    from scrapers.wire import reading_to_json

    failed = False
    for argument in pages:
        try:
            page = _page(argument)
        except _Unavailable as error:
            click.echo(f"onward: {error}", err=True)
            failed = True
            continue
        reading, reasons = _explained(page) if is_explained else (read(page), {})
        say(reading_to_json(reading, argument) | reasons)
        if fault := fault_of_bytes(page):
            click.echo(f"onward: {fault}", err=True)
            failed = True
    sys.exit(1 if failed else 0)


@click.command()
@click.argument("versions", nargs=-1, required=True, metavar="OLD NEW [NEWER ...]")
@with_appcontext
def compare(versions: tuple[str, ...]) -> None:
    """Compare versions of a page, oldest first, and print one JSON object for each consecutive
    pair."""
    from inventory.diff import compare_readings, comparison_to_json
    from scrapers.read import read

    if len(versions) < 2:
        fail("compare needs at least two pages, the older one first", status=2)
    try:
        readings = [(argument, read(_page(argument))) for argument in versions]
    except _Unavailable as error:
        fail(str(error))
    for (old, before), (new, after) in pairwise(readings):
        say(comparison_to_json(old, new, compare_readings(before, after)))


@click.command()
@click.argument("vendor")
@click.argument("url")
@click.option("--kind", type=click.Choice(KINDS), default="list", show_default=True)
@with_database
def add(vendor: str, url: str, kind: str) -> None:
    """Watch a page of a vendor: its list of sub-processors, privacy policy or DPA."""
    from inventory.database import transaction
    from inventory.intake.register import RegisterError, add_source, add_vendor

    try:
        with transaction():  # a vendor without the page that was asked for is nobody's wish
            owner = add_vendor(vendor)
            source = add_source(owner, url, kind, allow_private=settings().allow_private)
    except RegisterError as error:
        fail(str(error))
    click.echo(f"{source.vendor.name}: {source.url} will be looked at as a {kind}")


@click.command()
@click.argument("vendors", nargs=-1, metavar="[VENDOR ...]")
@click.option("--due", is_flag=True, help="Only the sources whose time has come.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a source.")
@with_database
def check(vendors: tuple[str, ...], due: bool, as_json: bool) -> None:
    """Look now, one line a source, and send what is to be told. Status 1 if a source could not
    be read."""
    from inventory import report
    from inventory.check import check_sources
    from inventory.health import GOOD
    from inventory.models import utcnow
    from inventory.telling import alert
    from scrapers.fetch import Fetcher
    from scrapers.render import make_renderer

    try:
        sources = report.sources_to_check(vendors, due=due)
    except LookupError as error:
        fail(str(error.args[0]))
    if not sources and not due:
        click.echo("onward: no source is watched; `flask add` makes one", err=True)
    outcomes = []
    fetcher = Fetcher(allow_private=settings().allow_private, about=settings().contact)
    renderer = make_renderer(fetcher, settings().chromium)
    for look in check_sources(sources, fetcher=fetcher, renderer=renderer):
        outcomes.append(look.outcome)
        line = report.check_to_json(look)
        say(line) if as_json else tell(report.check_line(line))
    alert.deliver(utcnow(), settings=settings())
    sys.exit(0 if all(outcome in GOOD for outcome in outcomes) else 1)


@click.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what was found on or after this day (UTC).",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a change.")
@with_database
def changes(since: datetime | None, as_json: bool) -> None:
    """List the recorded changes, oldest first."""
    from inventory import report

    for line in report.changes_to_json(since.replace(tzinfo=UTC) if since else None):
        say(line) if as_json else tell(report.change_line(line))


@click.command()
@click.argument("vendors", nargs=-1, metavar="[VENDOR ...]")
@click.option("--all", "is_whole", is_flag=True, help="With --dry-run: the whole history.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what differs, and record nothing.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a deviation.")
@with_database
def reread(vendors: tuple[str, ...], is_whole: bool, is_dry: bool, as_json: bool) -> None:
    """Read stored pages again with the present reader: what it sees otherwise is a correction."""
    from inventory import report
    from inventory.models import utcnow
    from inventory.reread import rebuild, reread

    try:
        sources = report.sources_to_reread(vendors)
    except LookupError as error:
        fail(str(error.args[0]))
    for source in sources:
        now = utcnow()
        is_derived = is_whole and is_dry  # what is recorded is never rewritten
        for found in rebuild(source) if is_derived else reread(source, now=now, is_dry=is_dry):
            line = report.deviation_to_json(source, found)
            say(line) if as_json else tell(report.deviation_line(line))


@click.command()
@with_database
def worker() -> None:
    """Look at what is due and send what is to be told, until stopped."""
    from inventory.schedule import work

    work(settings())


@click.command()
@click.option("--remove", "is_over", is_flag=True, help="Take the sample out again, whole.")
@with_database
def demo(is_over: bool) -> None:
    """Load a sample workspace: made-up vendors and six weeks of changes, without the internet."""
    from inventory.demo import RemovalError, remove_demo, start_demo

    if is_over:
        try:
            return click.echo(remove_demo(settings()))
        except RemovalError as error:
            fail(str(error))
    start_demo(settings(), say=click.echo)
    click.echo(f"Now open {settings().base_url} (`make run` starts it) and look at the inbox.")


def _explained(page: Any) -> tuple[Any, dict[str, Any]]:
    """A reading, and what --explain adds to its line."""
    from scrapers.explain import explain, explanation_to_json

    explanation = explain(page)
    return explanation.reading, explanation_to_json(explanation)


class _Unavailable(Exception):
    """An argument that is neither a page that could be fetched nor a file that could be opened."""


def _page(argument: str) -> Any:
    """Open a file, or fetch what looks like an address."""
    from scrapers.errors import FetchError
    from scrapers.page import Page

    if "://" in argument:
        from scrapers.fetch import Fetcher
        from scrapers.render import as_shown, make_renderer

        fetcher = Fetcher(allow_private=settings().allow_private, about=settings().contact)
        try:
            page = fetcher.fetch(argument)
            page = page and as_shown(page, make_renderer(fetcher, settings().chromium))
        except FetchError as error:
            raise _Unavailable(str(error)) from error
        return replace(page, url=argument) if page else None
    try:
        if (size := Path(argument).stat().st_size) > LARGEST:
            raise _Unavailable(
                f"{argument} has {size / 1e6:,.0f} MB; at most {LARGEST / 1e6:.0f} MB are read"
            )
        return Page.from_file(Path(argument))
    except OSError as error:
        raise _Unavailable(f"{argument} cannot be opened: {error.strerror}") from error
