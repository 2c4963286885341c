"""The catalogue: who is known under which name, and what can be relied on in it."""

import time
from urllib.parse import urlsplit

import pytest
from hypothesis import given, strategies as st

from scrapers.catalogue import Catalogue, load_catalogue

NAMED_BY_THE_FIRST_POLICIES = {
    "Stripe",
    "Twilio",
    "Google",
    "Google Analytics",
    "Google Cloud",
    "Google Workspace",
    "Anthropic",
    "Amazon",
    "AWS",
    "Stytch",
    "Persona",
    "Sardine",
    "Mailgun",
    "Sinch",
    "Intercom",
    "Vercel",
    "Cloudflare",
    "Webflow",
    "GoTo",
    "GoToMeeting",
    "Dropbox",
    "Automattic",
}


def test_every_company_of_the_first_policies_is_known() -> None:
    catalogue = load_catalogue()

    unknown = {name for name in NAMED_BY_THE_FIRST_POLICIES if catalogue.find(name) is None}

    assert unknown == set()


@pytest.mark.parametrize("key", ["n3xt", "inextcrm", "infinext", "nejix", "netjump"])
def test_the_first_five_companies_come_with_their_policies(key: str) -> None:
    vendor = load_catalogue().get(key)

    assert vendor is not None
    assert [page.kind for page in vendor.publishes] == ["policy"]


def test_the_catalogue_is_large_enough_to_start_with() -> None:
    catalogue = load_catalogue()

    assert len(catalogue.vendors) >= 110
    assert all(vendor.purpose for vendor in catalogue.vendors)


def test_every_vendor_or_its_parent_publishes_something() -> None:
    catalogue = load_catalogue()

    silent = [v.key for v in catalogue.vendors if not catalogue.publications(v)]

    assert silent == []


def test_an_address_that_nobody_saw_says_so() -> None:
    pages = [page for vendor in load_catalogue().vendors for page in vendor.publishes]

    unseen = [page for page in pages if not page.confirmed]

    assert 0 < len(unseen) < len(pages) / 10
    assert all(page.note for page in unseen)


def test_a_page_is_listed_for_one_vendor_only() -> None:
    pages = [page.url for vendor in load_catalogue().vendors for page in vendor.publishes]

    assert len(pages) == len(set(pages))


def test_most_pages_stand_on_a_domain_of_their_vendor_or_its_parent() -> None:
    catalogue = load_catalogue()
    elsewhere = set()

    for vendor in catalogue.vendors:
        for page in vendor.publishes:
            owner = catalogue.by_domain(urlsplit(page.url).hostname or "")
            if owner is None or _root(catalogue, owner.key) != _root(catalogue, vendor.key):
                elsewhere.add(vendor.key)

    assert elsewhere == {"microsoft", "assemblyai", "google-analytics"}  # aka.ms, a portal, .google


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("AWS", "aws"),
        ("Amazon Web Services, Inc.", "aws"),
        ("Amazon Web Services EMEA SARL", "aws"),
        ("amazon web services (aws)", "aws"),
        ("Functional Software, Inc. d/b/a Sentry", "sentry"),
        ("The Rocket Science Group LLC", "mailchimp"),
        ("Google Ireland Limited", "google"),
        ("Google Analytics 4", "google-analytics"),
        ("Stripe Payments Europe, Limited", "stripe"),
        ("Twilio SendGrid", "sendgrid"),
        ("LogMeIn, Inc.", "goto"),
    ],
)
def test_one_company_is_found_under_all_its_names(name: str, key: str) -> None:
    vendor = load_catalogue().find(name)

    assert vendor is not None
    assert vendor.key == key


@pytest.mark.parametrize("name", ["Plain", "Stripes", "Googol", "Amazonia", "", "  ", "Acme"])
def test_a_name_that_is_only_alike_is_not_found(name: str) -> None:
    assert load_catalogue().find(name) is None


def test_every_name_in_the_catalogue_leads_to_its_vendor() -> None:
    catalogue = load_catalogue()

    lost = [n for v in catalogue.vendors for n in v.names if catalogue.find(n) is not v]

    assert lost == []


@given(st.text(max_size=60))
def test_looking_for_any_text_never_fails(text: str) -> None:
    catalogue = load_catalogue()

    found = catalogue.find(text), catalogue.by_domain(text), catalogue.search(text)

    assert isinstance(found[2], list)


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("stripe.com", "stripe"),
        ("JS.Stripe.com", "stripe"),
        ("bucket.s3.eu-west-1.amazonaws.com", "aws"),
        ("www.gotomeeting.com.", "gotomeeting"),
        ("notstripe.com", None),
        ("stripe.com.evil.example", None),
        ("com", None),
    ],
)
def test_a_host_belongs_to_the_vendor_of_its_domain(host: str, key: str | None) -> None:
    vendor = load_catalogue().by_domain(host)

    assert (vendor.key if vendor else None) == key


def test_searching_puts_the_whole_name_first() -> None:
    found = [vendor.key for vendor in load_catalogue().search("google")]

    assert found[0] == "google"
    assert {"google-analytics", "google-cloud", "google-workspace"} <= set(found)


def test_searching_finds_a_word_inside_a_name_but_nothing_for_nothing() -> None:
    catalogue = load_catalogue()

    assert "google-analytics" in [vendor.key for vendor in catalogue.search("Analytics")]
    assert catalogue.search(" ") == []


def test_names_that_are_ordinary_words_are_marked() -> None:
    catalogue = load_catalogue()

    marked = {v.name for v in catalogue.vendors if v.ambiguous}

    assert {
        "Box",
        "Persona",
        "Segment",
        "Linear",
        "Notion",
        "Render",
        "Front",
        "Intercom",
    } <= marked
    assert not marked & {"Stripe", "Twilio", "Cloudflare", "Google Analytics"}


def test_loading_is_quick_enough_for_the_command_line() -> None:
    spent = []

    for _ in range(5):
        load_catalogue.cache_clear()
        start = time.process_time()
        load_catalogue()
        spent.append(time.process_time() - start)

    assert min(spent) < 0.05  # measured: 0.015; the margin is for slow machines


def _root(catalogue: Catalogue, key: str) -> str:
    vendor = catalogue.get(key)
    while vendor is not None and vendor.parent:
        vendor = catalogue.get(vendor.parent)
    return vendor.key if vendor else ""
