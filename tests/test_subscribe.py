"""Channels as people make and alter them: nothing wrong is kept, no secret is lost or shown."""

import pytest

from inventory.models import AuditEvent, Channel, Subscription
from inventory.telling.subscribe import (
    ChannelFaults,
    Wish,
    alter_channel,
    make_channel,
    renew_secret,
    set_active,
    wish_of,
)
from tests.factories import make_user, make_vendor

EMAIL = {"host": "smtp.onward.test", "from": "onward@onward.test", "to": ["ann@onward.test"]}
HOOK = {"url": "https://hook.example/onward"}

pytestmark = pytest.mark.usefixtures("workspace")


def test_a_channel_is_kept_with_what_it_wants() -> None:
    vendor, user = make_vendor("Quillmark"), make_user()
    wish = Wish("daily", 9, ("added", "source"), False, (vendor.id,), 2)

    channel = make_channel("  Privacy  team ", "email", settings=EMAIL, wish=wish, user=user)

    kept = Channel.get_by_id(channel.id)
    assert kept.name == "Privacy team"
    assert kept.settings == EMAIL
    assert wish_of(kept) == wish
    assert AuditEvent.get(action="channel made").user_id == user.id


def test_a_webhook_gets_a_secret_of_its_own() -> None:
    one = make_channel("One", "webhook", settings=HOOK, wish=Wish())
    two = make_channel("Two", "webhook", settings=HOOK, wish=Wish())

    assert len(one.settings["secret"]) > 30
    assert one.settings["secret"] != two.settings["secret"]


def test_a_secret_that_is_left_empty_stays() -> None:
    login = {"username": "onward", "password": "hunter2"}
    channel = make_channel("Team", "email", settings=EMAIL | login, wish=Wish())

    alter_channel(
        channel, "Team", settings=EMAIL | {"username": "onward", "password": ""}, wish=Wish()
    )

    assert Channel.get_by_id(channel.id).settings["password"] == "hunter2"


def test_a_new_secret_takes_the_place_of_the_old() -> None:
    channel = make_channel("Hook", "webhook", settings=HOOK, wish=Wish())
    old = channel.settings["secret"]

    new = renew_secret(channel)

    assert Channel.get_by_id(channel.id).settings == HOOK | {"secret": new}
    assert new != old


def test_altering_a_channel_replaces_the_vendors_it_hears_of() -> None:
    first, second = make_vendor(), make_vendor()
    channel = make_channel("Team", "email", settings=EMAIL, wish=Wish(vendor_ids=(first.id,)))

    alter_channel(channel, "Team", settings=EMAIL, wish=Wish(vendor_ids=(second.id, 9_999)))

    assert [row.vendor_id for row in Subscription.select()] == [second.id]


@pytest.mark.parametrize(
    ("name", "kind", "given", "wish", "sentence"),
    [
        ("", "email", EMAIL, Wish(), "give the channel a name"),
        ("x" * 101, "email", EMAIL, Wish(), "at most 100 characters"),
        ("Taken", "email", EMAIL, Wish(), "there is a channel named Taken already"),
        ("New", "email", EMAIL | {"to": ["nobody"]}, Wish(), "is not a valid address"),
        ("New", "webhook", {"url": "file:///etc"}, Wish(), "must begin with https://"),
        ("New", "apprise", {"url": "nonsense"}, Wish(), "Apprise does not understand"),
        ("New", "pigeon", {}, Wish(), "there is no kind of channel 'pigeon'"),
        ("New", "email", EMAIL, Wish(kinds=()), "choose at least one kind of news"),
        ("New", "email", EMAIL, Wish(pace="daily", digest_hour=24), "an hour from 0 to 23"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    name: str, kind: str, given: dict[str, object], wish: Wish, sentence: str
) -> None:
    make_channel("Taken", "email", settings=EMAIL, wish=Wish())

    with pytest.raises(ChannelFaults) as raised:
        make_channel(name, kind, settings=given, wish=wish)

    assert sentence in str(raised.value)
    assert Channel.select().count() == 1


def test_a_channel_can_be_silenced_and_heard_again() -> None:
    channel = make_channel("Team", "email", settings=EMAIL, wish=Wish())

    set_active(channel, False)
    was_silent = not Channel.get_by_id(channel.id).is_active
    set_active(channel, True)

    assert was_silent
    assert Channel.get_by_id(channel.id).is_active
