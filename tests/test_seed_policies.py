"""The five first policies, read as `flask extract` reads them: these recipients and no others."""

from pathlib import Path

import pytest

from scrapers.page import Page
from scrapers.quotes import find_quote
from scrapers.read import read
from scrapers.reading import Reading

POLICIES = Path(__file__).parent.parent.parent / "shared/corpus/policies"
ANALYTICS = (
    *("Google Analytics", "Stytch", "Persona", "Sardine", "Mailgun"),
    *("Intercom", "Vercel", "Cloudflare", "Webflow"),
)

pytestmark = pytest.mark.skipif(
    not POLICIES.exists(), reason="the labelled documents are not beside this checkout"
)


def reading(name: str) -> Reading:
    return read(Page.from_file(POLICIES / f"seed-{name}.txt"))


def recipients(name: str) -> dict[str, tuple[str, str]]:
    return {entry.entity: (entry.role, entry.condition) for entry in reading(name).entries}


def data(name: str) -> dict[str, tuple[str, ...]]:
    return {entry.entity: entry.data_categories for entry in reading(name).entries}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("n3xt", {company: ("analytics", "stated") for company in ANALYTICS}),
        (
            "inextcrm",
            {
                "Google Analytics": ("analytics", "stated"),
                "Google Applications": ("integration", "customer-chosen"),
                "GoToMeeting": ("integration", "customer-chosen"),
                "Dropbox": ("integration", "customer-chosen"),
            },
        ),
        ("infinext", {"Amazon": ("analytics", "example")}),
        (
            "nejix",
            {
                "Stripe, Inc.": ("payment", "stated"),
                "Twilio Inc.": ("telephony", "stated"),
                "Anthropic, PBC": ("ai", "stated"),
                "AWS": ("hosting", "example"),
                "GCP": ("hosting", "example"),
            },
        ),
        (
            "netjump",
            {"Google": ("analytics", "stated"), "Google Analytics": ("analytics", "stated")},
        ),
    ],
)
def test_each_policy_gives_its_recipients_and_nobody_else(
    name: str, expected: dict[str, tuple[str, str]]
) -> None:
    assert recipients(name) == expected


@pytest.mark.parametrize("name", ["n3xt", "inextcrm", "infinext", "nejix", "netjump"])
def test_every_recipient_has_a_quote_that_stands_in_the_text(name: str) -> None:
    text = (POLICIES / f"seed-{name}.txt").read_text()

    quotes = [entry.quote for entry in reading(name).entries]

    assert all(find_quote(text, quote) for quote in quotes)


def test_kinds_of_data_come_with_those_who_receive_them() -> None:
    n3xt, netjump = data("n3xt"), data("netjump")

    assert all(
        {"user.device.ip_address", "user.device", "user.behavior.browsing_history"} <= set(kinds)
        for kinds in n3xt.values()
    )
    assert data("nejix") == {
        "Stripe, Inc.": ("user.financial.credit_card",),
        **dict.fromkeys(("Twilio Inc.", "Anthropic, PBC", "AWS", "GCP"), ()),
    }
    device_and_place = {"user.device.cookie_id", "user.device.device_id", "user.device.ip_address"}
    assert all(
        {*device_and_place, "user.location", "user.behavior"} <= set(kinds)
        for kinds in netjump.values()
    )


def test_the_dates_and_periods_that_the_policies_print() -> None:
    dates = {name: reading(name).last_updated for name in ("n3xt", "inextcrm", "infinext", "nejix")}
    [notice] = reading("nejix").notice

    assert {name: str(date) for name, date in dates.items() if date} == {
        "n3xt": "2025-01-01",
        "inextcrm": "2018-09-27",
    }
    assert (notice.kind, notice.period, notice.unit, notice.trigger) == (
        "notice", 14, "days", "before-change",
    )  # fmt: skip
