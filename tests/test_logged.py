"""A page's own change log is asked about a change that was seen."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from inventory.models import Change, Source
from tests.factories import (
    NOW,
    make_change,
    make_engagement,
    make_snapshot,
    make_source,
    make_vendor,
)

LOG = "<html lang=en><h1>Sub-processors</h1><ul><li>Granite</ul><h2>Change log</h2><ul>{}</ul>"


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark", is_ours=True))


def seen_with(source: Source, before: str, after: str) -> Change:
    """A change that was seen between two stored pages."""
    return make_change(
        make_engagement(source, make_vendor("Granite Ltd", slug="granite")),
        snapshot_before=make_snapshot(source, before.encode()),
        snapshot_after=make_snapshot(source, after.encode()),
        not_before=NOW - timedelta(days=2),
        not_after=NOW,
    )


def shown(client: FlaskClient, change: Change) -> str:
    return " ".join(client.get(f"/changes/{change.id}").text.split())


def test_the_line_that_came_with_the_change_is_quoted_and_compared(
    signed_in: FlaskClient, source: Source
) -> None:
    day = (NOW - timedelta(days=1)).date()
    old = "<li>2020-01-05: Granite Ltd removed"
    change = seen_with(source, LOG.format(old), LOG.format(f"<li>{day}: Granite added{old}"))

    page = shown(signed_in, change)

    assert "which agrees with what we saw." in page
    assert f"It reads: “{day}: Granite added”" in page


def test_an_old_line_about_the_company_tells_nothing_of_this_change(
    signed_in: FlaskClient, source: Source
) -> None:
    log = LOG.format("<li>2020-01-05: Granite Ltd removed")
    change = seen_with(source, log, log + "<p>Granite")

    assert "keeps a change log, which says nothing of this." in shown(signed_in, change)


def test_without_a_log_nothing_is_said_of_one(signed_in: FlaskClient, source: Source) -> None:
    change = seen_with(source, "<p>Granite one", "<p>Granite two")

    assert "change log" not in shown(signed_in, change)


def test_what_a_log_says_is_shown_inert(signed_in: FlaskClient, source: Source) -> None:
    line = f"<li>{NOW.date()}: Granite &lt;script&gt;alert(1)&lt;/script&gt; added"
    change = seen_with(source, LOG.format(""), LOG.format(line))

    page = shown(signed_in, change)

    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
