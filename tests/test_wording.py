"""One sentence a change."""

from datetime import timedelta
from typing import Any

import pytest

from inventory.models import Engagement, Source
from inventory.telling.wording import describe, describe_news, interval
from tests.factories import (
    NOW,
    make_change,
    make_check,
    make_engagement,
    make_source,
    make_vendor,
)

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Lumora"))


@pytest.fixture
def engagement(source: Source) -> Engagement:
    return make_engagement(source, make_vendor("Pelikan Mail"))


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"kind": "added"}, "Lumora added Pelikan Mail."),
        ({"kind": "removed"}, "Lumora removed Pelikan Mail."),
        (
            {"kind": "added", "after": "Pelikan Mail GmbH"},
            "Lumora added Pelikan Mail (“Pelikan Mail GmbH”).",
        ),
        (
            {"kind": "added", "certainty": "suggested"},
            "Lumora seems to have added Pelikan Mail.",
        ),
        (
            {"kind": "renamed", "before": "Pelikan", "after": "Pelikan Mail"},
            "Lumora now lists “Pelikan” as “Pelikan Mail”.",
        ),
        (
            {
                "kind": "amended",
                "field": "purpose",
                "before": "E-mail",
                "after": "E-mail\n and SMS",
            },
            "Lumora amended the purpose of Pelikan Mail from “E-mail” to “E-mail and SMS”.",
        ),
        (
            {"kind": "amended", "field": "locations", "before": None, "after": "Germany"},
            "Lumora now states the place of processing of Pelikan Mail: “Germany”.",
        ),
        (
            {"kind": "amended", "field": "data", "before": "names", "after": None},
            "Lumora no longer states the kinds of data of Pelikan Mail, which was “names”.",
        ),
        (
            {"kind": "removed", "cause": "reader"},
            "Read better than before: Lumora removed Pelikan Mail.",
        ),
        (
            {"kind": "removed", "cause": "person"},
            "Corrected by a person: Lumora removed Pelikan Mail.",
        ),
    ],
)
def test_a_change_is_one_sentence(
    engagement: Engagement, columns: dict[str, Any], sentence: str
) -> None:
    change = make_change(engagement, **columns)

    assert describe(change) == sentence


def test_a_long_value_is_cut(engagement: Engagement) -> None:
    change = make_change(engagement, "amended", field="notes", before="a" * 500, after="b")

    assert len(describe(change)) < 200
    assert "a…”" in describe(change)


def test_a_change_without_a_beginning_happened_before_its_end(engagement: Engagement) -> None:
    later = NOW + timedelta(days=2)

    known = interval(make_change(engagement, not_before=NOW, not_after=later))
    unknown = interval(make_change(engagement, not_before=None, not_after=later))

    assert known == "between 2026-06-10 09:00 UTC and 2026-06-12 09:00 UTC"
    assert unknown == "before 2026-06-12 09:00 UTC"


def test_news_of_a_source_is_one_sentence(source: Source) -> None:
    bad = make_check(source, "unreadable", news="went-bad", problem="no table was found.")
    healed = make_check(source, news="healed")

    assert describe_news(bad) == (
        "The list of sub-processors of Lumora could not be read: no table was found."
    )
    assert describe_news(healed) == "The list of sub-processors of Lumora can be read again."
