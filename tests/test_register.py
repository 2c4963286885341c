"""What people put into the register, and what they are told when it cannot be."""

from datetime import timedelta

import pytest

from inventory.intake.register import (
    RegisterError,
    add_source,
    add_vendor,
    adopt,
    exempt_from_robots,
    obey_robots,
    readdress,
    set_interval,
    trust_page,
    turn_off,
)
from inventory.models import Alias, AuditEvent, Check, Reading, Snapshot, Source, User, utcnow
from inventory.settings import Settings
from scrapers.catalogue import load_catalogue

URL = "https://quillmark.example/subprocessors"

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture
def ann(workspace: Settings) -> User:
    return User.create(name="Ann", email="ann@onward.test", password_hash="x", is_admin=True)


@pytest.fixture
def source(workspace: Settings) -> Source:
    return add_source(add_vendor("Quillmark"), URL)


def actions() -> list[str]:
    return [event.action for event in AuditEvent.select().order_by(AuditEvent.id)]


def test_a_vendor_is_added_once_whatever_its_spelling() -> None:
    first = add_vendor("Quillmark, Inc.")

    second = add_vendor("  QUILLMARK  Inc ")

    assert first.id == second.id
    assert second.is_ours
    assert actions() == ["vendor added"]


@pytest.mark.parametrize(("name", "sentence"), [("  ", "give"), ("x" * 300, "300 characters")])
def test_a_name_that_is_none_is_one_sentence(name: str, sentence: str) -> None:
    with pytest.raises(RegisterError, match=sentence):
        add_vendor(name)


def test_a_new_source_is_looked_at_as_soon_as_possible(ann: User) -> None:
    source = add_source(add_vendor("Quillmark"), URL + "#part", "dpa", user=ann)

    assert (source.url, source.kind, source.interval) == (URL, "dpa", "daily")
    assert source.next_check_at <= utcnow()
    assert AuditEvent.get(action="source added").user_id == ann.id


def test_the_same_url_twice_is_one_sentence(source: Source) -> None:
    with pytest.raises(RegisterError) as raised:
        add_source(add_vendor("Other"), URL)

    assert str(raised.value) == f"{URL} is already watched for Quillmark"


def test_a_source_of_no_known_kind_is_one_sentence() -> None:
    with pytest.raises(RegisterError, match="list, policy or dpa, not 'page'"):
        add_source(add_vendor("Quillmark"), URL, "page")


def test_a_private_address_is_refused_before_it_is_kept() -> None:
    with pytest.raises(RegisterError, match="not a public address"):
        add_source(add_vendor("Quillmark"), "http://169.254.169.254/")

    assert Source.select().count() == 0


def test_a_vendor_of_the_catalogue_comes_with_its_names_and_pages() -> None:
    known = next(one for one in load_catalogue().vendors if one.publishes and one.aliases)

    (adopted,) = adopt([known.key, known.key])

    assert adopted.vendor.name == known.name
    assert adopted.vendor.is_ours
    assert {source.url for source in adopted.added} == {one.url for one in known.publishes}
    aliases = {one.name for one in Alias.select().where(Alias.vendor == adopted.vendor)}
    assert known.name in aliases
    assert len(aliases) > 1


def test_adopting_again_adds_nothing() -> None:
    known = next(one for one in load_catalogue().vendors if one.publishes)
    adopt([known.key])

    (again,) = adopt([known.key])

    assert again.added == ()
    assert set(again.known) == {one.url for one in known.publishes}


def test_a_product_without_pages_brings_those_of_the_company_above_it() -> None:
    catalogue = load_catalogue()
    product = next(
        one for one in catalogue.vendors if not one.publishes and catalogue.publications(one)
    )

    (adopted,) = adopt([product.key])

    assert adopted.added
    assert {source.vendor_id for source in adopted.added} == {adopted.vendor.parent_id}


def test_pages_that_nobody_confirmed_are_told() -> None:
    unsure = next(
        one for one in load_catalogue().vendors if any(not page.confirmed for page in one.publishes)
    )

    (adopted,) = adopt([unsure.key])

    wanted = {page.url for page in unsure.publishes if not page.confirmed}
    assert set(adopted.unconfirmed) == wanted


def test_a_key_that_the_catalogue_lacks_changes_nothing() -> None:
    known = next(one for one in load_catalogue().vendors if one.publishes)

    with pytest.raises(RegisterError, match="no vendor 'nobody'"):
        adopt([known.key, "nobody"])

    assert Source.select().count() == 0


def test_a_source_that_is_turned_off_keeps_everything(source: Source) -> None:
    turn_off(source)

    kept = Source.get_by_id(source.id)
    assert kept.interval == "off"
    assert AuditEvent.get(action="interval set").detail == "daily to off"


def test_a_source_turned_on_again_is_looked_at_soon(source: Source) -> None:
    source.next_check_at = utcnow() + timedelta(days=6)
    turn_off(source)

    set_interval(source, "weekly")

    assert Source.get_by_id(source.id).next_check_at <= utcnow()


def test_a_shorter_interval_counts_from_now_on(source: Source) -> None:
    source.interval, source.next_check_at = "weekly", utcnow() + timedelta(days=6)

    set_interval(source, "hourly")

    assert Source.get_by_id(source.id).next_check_at <= utcnow() + timedelta(hours=2)


def test_an_unknown_interval_is_one_sentence(source: Source) -> None:
    with pytest.raises(RegisterError, match="hourly, daily, weekly or off, not 'yearly'"):
        set_interval(source, "yearly")


def test_an_exemption_from_robots_names_the_person(source: Source, ann: User) -> None:
    exempt_from_robots(source, ann)

    assert Source.get_by_id(source.id).robots_exempted_by_id == ann.id
    assert AuditEvent.get(action="robots.txt exempted").user_id == ann.id


def test_only_an_admin_may_exempt_a_source(source: Source, ann: User) -> None:
    ann.is_admin = False

    with pytest.raises(RegisterError, match="administrator"):
        exempt_from_robots(source, ann)


def test_an_exemption_can_be_taken_back(source: Source, ann: User) -> None:
    exempt_from_robots(source, ann)

    obey_robots(source, ann)

    assert Source.get_by_id(source.id).robots_exempted_by_id is None


def test_a_doubted_page_can_be_accepted(source: Source, ann: User) -> None:
    snapshot = Snapshot.create(
        source=source, sha256="a" * 64, content=b"x", size=1, media_type="text/html"
    )
    reading = Reading.create(
        snapshot=snapshot, reader_version=1, kind="subprocessor-list", complete=True,
        entries=[], notice=[],
    )  # fmt: skip
    Check.create(
        source=source, outcome="unreadable", problem="few", snapshot=snapshot, reading=reading
    )

    trust_page(source, ann)

    assert Source.get_by_id(source.id).trusted_sha256 == "a" * 64


def test_a_page_that_nobody_doubted_cannot_be_accepted(source: Source, ann: User) -> None:
    with pytest.raises(RegisterError, match="no doubted page"):
        trust_page(source, ann)


def test_a_source_that_moved_is_watched_at_its_new_address(source: Source, ann: User) -> None:
    set_interval(source, "weekly", user=ann)

    new = readdress(source, "https://trust.quillmark.example/list", user=ann)

    assert (new.id, new.vendor, new.kind) == (source.id, source.vendor, "list")
    assert (new.url, new.interval) == ("https://trust.quillmark.example/list", "weekly")
    event = AuditEvent.get(AuditEvent.action == "source moved")
    assert (event.subject, event.detail, event.user) == (URL, f"to {new.url}", ann)


@pytest.mark.parametrize("url", [URL, "javascript:alert(1)", "http://127.0.0.1/list"])
def test_an_address_that_cannot_be_leaves_the_source_on(source: Source, url: str) -> None:
    with pytest.raises(RegisterError):
        readdress(source, url)

    assert Source.get().url == URL


def test_a_source_that_is_looked_at_does_not_move(source: Source) -> None:
    Source.update(claimed_until=utcnow() + timedelta(minutes=5)).execute()

    with pytest.raises(RegisterError, match="looked at right now"):
        readdress(source, "https://trust.quillmark.example/list")

    assert Source.get().url == URL


def test_an_exemption_from_robots_is_for_one_site(source: Source, ann: User) -> None:
    exempt_from_robots(source, ann)

    same_site = readdress(source, "https://quillmark.example/list")
    other_site = readdress(same_site, "https://trust.quillmark.example/list")

    assert same_site.robots_exempted_by == ann
    assert other_site.robots_exempted_by is None
