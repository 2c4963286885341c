"""The commands. With --json they print JSON Lines and nothing else on stdout; exit status 1 says
that something failed."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from inventory.database import connected, open_database
from inventory.settings import Settings, SettingsError


def register(app: Flask) -> None:
    """Add every command to `flask`."""
    for command in (extract, compare):
        app.cli.add_command(command)


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


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="FILE|URL ...")
@with_appcontext
def extract(pages: tuple[str, ...]) -> None:
    """Read pages and print what was found, one JSON object a page."""
    from scrapers.read import read
    from scrapers.wire import reading_to_json

    failed = False
    for argument in pages:
        try:
            reading = read(_page(argument))
        except _Unavailable as error:
            click.echo(f"onward: {error}", err=True)
            failed = True
            continue
        say(reading_to_json(reading, argument))
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


class _Unavailable(Exception):
    """An argument that is neither a page that could be fetched nor a file that could be opened."""


def _page(argument: str) -> Any:
    """Open a file, or fetch what looks like an address."""
    from scrapers.errors import FetchError
    from scrapers.page import Page

    if "://" in argument:
        from scrapers.fetch import Fetcher

        try:
            page = Fetcher(allow_private=settings().allow_private).fetch(argument)
        except FetchError as error:
            raise _Unavailable(str(error)) from error
        return replace(page, url=argument) if page else None
    try:
        return Page.from_file(Path(argument))
    except OSError as error:
        raise _Unavailable(f"{argument} cannot be opened: {error.strerror}") from error
