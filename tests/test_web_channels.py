"""The screens of channels: nothing secret comes back, failures are visible."""

import json
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from inventory.channels.signing import verify
from inventory.models import Channel, Delivery, Subscription, User, utcnow
from inventory.telling.subscribe import Wish, make_channel
from inventory.web.vendor_choice import FEW, SHOWN
from tests.factories import make_change, make_check, make_engagement, make_source, make_vendor
from tests.servers import Answer, serving

EMAIL = {
    "host": "smtp.onward.test",
    "from": "onward@onward.test",
    "to": ["ann@onward.test"],
    "username": "onward",
    "password": "hunter2-secret",
}
FORM = {
    "name": "Privacy team",
    "pace": "daily",
    "digest_hour": "9",
    "kinds": ["added", "removed"],
    "least_severity": "medium",
}
EMAIL_FORM = FORM | {
    "to": "ann@onward.test\nbob@onward.test",
    "sender": "onward@onward.test",
    "host": "smtp.onward.test",
    "security": "starttls",
    "username": "onward",
    "password": "hunter2-secret",
}


@pytest.fixture
def team(signed_in: FlaskClient) -> Channel:
    return make_channel("Team", "email", settings=EMAIL, wish=Wish())


def text(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, response.status
    return " ".join(response.get_data(as_text=True).split())


def test_without_channels_the_page_says_what_to_do(signed_in: FlaskClient) -> None:
    page = text(signed_in, "/channels")

    assert "Nobody is alerted yet" in page
    assert "/channels/new" in page


@pytest.mark.parametrize("kind", ["", "pigeon"])
def test_the_ways_of_telling_can_be_chosen_from(signed_in: FlaskClient, kind: str) -> None:
    page = text(signed_in, f"/channels/new?kind={kind}")

    assert all(f"kind={way}" in page for way in ("email", "webhook", "apprise"))


def test_an_email_channel_can_be_added(signed_in: FlaskClient) -> None:
    vendor = make_vendor("Quillmark")
    make_source(vendor)

    response = signed_in.post(
        "/channels/new?kind=email", data=EMAIL_FORM | {"vendors": [vendor.id]}
    )

    channel = Channel.get()
    assert response.location == f"/channels/{channel.id}"
    assert channel.settings["to"] == ["ann@onward.test", "bob@onward.test"]
    assert (channel.pace, channel.digest_hour) == ("daily", 9)
    assert channel.least_severity == 2
    assert "<dt>Severity</dt><dd>medium and above</dd>" in text(signed_in, response.location)
    assert channel.kinds == ["added", "removed"]
    assert channel.wants_suggested is False
    assert Subscription.get().vendor_id == vendor.id


@pytest.fixture
def many(signed_in: FlaskClient) -> list[int]:
    """More watched vendors than a form lists."""
    vendors = [make_vendor(f"Tarnwell {number:03}") for number in range(FEW + SHOWN)]
    for vendor in vendors:
        make_source(vendor, url=f"https://{vendor.slug}.example/list")
    return [vendor.id for vendor in vendors]


def test_of_many_vendors_the_form_lists_those_chosen(
    signed_in: FlaskClient, many: list[int]
) -> None:
    wish = Wish(vendor_ids=(many[7],))
    channel = make_channel("Team", "email", settings=EMAIL, wish=wish)

    page = text(signed_in, f"/channels/{channel.id}/edit")

    assert page.count('name="vendors"') == 1
    assert "Tarnwell 007" in page
    assert "Find among 50 vendors" in page


def test_a_vendor_is_found_before_the_channel_is_kept(
    signed_in: FlaskClient, many: list[int]
) -> None:
    form = EMAIL_FORM | {"vendors": [many[7]]}

    found = signed_in.post("/channels/new?kind=email", data=form | {"find": "nwell 042"})
    made = Channel.select().count()
    signed_in.post("/channels/new?kind=email", data=form | {"vendors": [many[7], many[42]]})

    page = " ".join(found.get_data(as_text=True).split())
    assert (found.status_code, made) == (200, 0)
    assert "1 found for “nwell 042”" in page
    assert f'value="{many[7]}" checked>' in page
    assert f'value="{many[42]}" autofocus>' in page
    assert 'value="Privacy team"' in page
    assert "hunter2-secret" not in page
    assert "Type it again" in page
    assert [row.vendor_id for row in Subscription.select()] == [many[7], many[42]]


@pytest.mark.parametrize(
    ("find", "sentence"),
    [
        ("tarnwell", "20 of 50 found for “tarnwell”"),
        ("", "20 of 50 found:"),
        ("Quillmark", "No vendor that is watched is called “Quillmark”"),
    ],
)
def test_a_search_among_vendors_says_what_it_found(
    signed_in: FlaskClient, many: list[int], find: str, sentence: str
) -> None:
    sent = EMAIL_FORM | {"find": find, "look": "1"}

    page = signed_in.post("/channels/new?kind=email", data=sent).get_data(as_text=True)

    assert sentence in " ".join(page.split())
    assert page.count('name="vendors"') <= SHOWN


def test_a_chosen_vendor_that_is_no_longer_watched_stays_chosen(signed_in: FlaskClient) -> None:
    wish = Wish(vendor_ids=(make_vendor("Quillmark").id,))
    channel = make_channel("Team", "email", settings=EMAIL, wish=wish)

    assert "Quillmark</label>" in text(signed_in, f"/channels/{channel.id}/edit")


@pytest.mark.parametrize(
    ("kind", "change", "sentence"),
    [
        ("email", {"to": "nobody"}, "is not a valid address"),
        ("email", {"host": ""}, "the mail server has no valid name"),
        ("email", {"security": "plain"}, "may only go to this machine"),
        ("email", {"kinds": []}, "choose at least one kind of news"),
        ("email", {"name": ""}, "give the channel a name"),
        ("email", {"digest_hour": "soon"}, "Not a valid integer value"),
        ("webhook", {"url": "file:///etc/passwd"}, "must begin with https://"),
        ("apprise", {"url": "nonsense"}, "Apprise does not understand"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    signed_in: FlaskClient, kind: str, change: dict[str, Any], sentence: str
) -> None:
    response = signed_in.post(f"/channels/new?kind={kind}", data=EMAIL_FORM | change)

    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert sentence in page
    assert "hunter2-secret" not in page
    assert "name" in change or 'value="Privacy team"' in page
    assert Channel.select().count() == 0


def test_the_secret_of_a_webhook_is_shown_once(signed_in: FlaskClient) -> None:
    made = signed_in.post(
        "/channels/new?kind=webhook", data=FORM | {"url": "https://hook.example/"}
    ).get_data(as_text=True)

    channel = Channel.get()
    secret = channel.settings["secret"]
    assert secret in made
    for path in ("/channels", f"/channels/{channel.id}", f"/channels/{channel.id}/edit"):
        assert secret not in text(signed_in, path)


def test_a_webhook_can_be_given_another_secret(signed_in: FlaskClient) -> None:
    channel = make_channel("Hook", "webhook", settings={"url": "https://h.example/"}, wish=Wish())
    old = channel.settings["secret"]

    page = signed_in.post(f"/channels/{channel.id}/secret").get_data(as_text=True)

    new = Channel.get().settings["secret"]
    assert new in page
    assert new != old


def test_an_apprise_url_is_never_shown_again(signed_in: FlaskClient) -> None:
    url = "json://user:s3cret-token@hook.example/"
    signed_in.post("/channels/new?kind=apprise", data=FORM | {"url": url})
    channel = Channel.get()

    pages = [text(signed_in, f"/channels/{channel.id}{end}") for end in ("", "/edit")]
    signed_in.post(f"/channels/{channel.id}/edit", data=FORM | {"url": ""})

    assert not any("s3cret-token" in page for page in pages)
    assert Channel.get().settings["url"] == url


def test_a_password_that_is_left_empty_stays(signed_in: FlaskClient, team: Channel) -> None:
    page = text(signed_in, f"/channels/{team.id}/edit")
    signed_in.post(f"/channels/{team.id}/edit", data=EMAIL_FORM | {"password": ""})

    assert "hunter2-secret" not in page
    assert "ann@onward.test" in page
    assert Channel.get().settings["password"] == "hunter2-secret"
    assert Channel.get().name == "Privacy team"


def test_a_login_can_be_forgotten(signed_in: FlaskClient, team: Channel) -> None:
    form = EMAIL_FORM | {"password": "", "username": ""}

    signed_in.post(f"/channels/{team.id}/edit", data=form)

    assert "username" not in Channel.get().settings
    assert "password" not in Channel.get().settings


def test_a_channel_can_be_turned_off_and_on(signed_in: FlaskClient, team: Channel) -> None:
    signed_in.post(f"/channels/{team.id}/off")
    was_off = "This channel is turned off" in text(signed_in, f"/channels/{team.id}")

    signed_in.post(f"/channels/{team.id}/on")

    assert was_off
    assert Channel.get().is_active


def test_a_test_message_arrives_signed(signed_in: FlaskClient) -> None:
    with serving(lambda request: Answer(b"ok")) as server:
        hook = {"url": f"{server.url}/hook"}
        channel = make_channel("Hook", "webhook", settings=hook, wish=Wish())
        page = signed_in.post(f"/channels/{channel.id}/test", follow_redirects=True)

    (request,) = server.requests
    assert "The test message was taken" in page.get_data(as_text=True)
    assert verify(channel.settings["secret"], request.headers["onward-signature"], request.body)
    assert json.loads(request.body)["kind"] == "test"


def test_a_channel_that_refuses_is_one_sentence(signed_in: FlaskClient) -> None:
    with serving(lambda request: Answer(b"no", status=503)) as server:
        hook = {"url": f"{server.url}/hook"}
        channel = make_channel("Hook", "webhook", settings=hook, wish=Wish())
        response = signed_in.post(f"/channels/{channel.id}/test", follow_redirects=True)

    page = response.get_data(as_text=True)
    assert "The test message did not leave: 127.0.0.1 answered 503 to the message." in page


def test_failures_and_the_fate_of_each_delivery_are_visible(
    signed_in: FlaskClient, team: Channel
) -> None:
    now = utcnow()
    source = make_source(make_vendor("Quillmark"))
    change = make_change(make_engagement(source, make_vendor("Kestrelmail")))
    bad = make_check(source, "unreachable", problem="no answer", news="went-bad")
    Delivery.create(channel=team, change=change, attempts=1, sent_at=now)
    Delivery.create(channel=team, change=change, attempts=8, given_up_at=now, problem="refused")
    Delivery.create(channel=team, change=change, attempts=2, problem="busy", due_at=now)
    Delivery.create(channel=team, check_row=bad, due_at=now + timedelta(hours=2))
    Channel.update(problem="the mail server refuses").execute()

    page = text(signed_in, f"/channels/{team.id}")

    for words in ("sent", "given up", "trying again", "waiting"):
        assert f"</svg>{words}</span>" in page
    assert "Quillmark added Kestrelmail" in page
    assert "The list of sub-processors of Quillmark could not be read" in page
    assert "The last message did not leave: the mail server refuses" in page
    assert "1 delivery was given up" in page
    assert "failing" in text(signed_in, "/channels")


def test_what_was_given_up_can_be_sent_after_all(signed_in: FlaskClient, team: Channel) -> None:
    change = make_change(make_engagement(make_source()))
    Delivery.create(channel=team, change=change, attempts=8, given_up_at=utcnow())

    signed_in.post(f"/channels/{team.id}/retry")

    assert Delivery.get().given_up_at is None


@pytest.mark.parametrize("path", ["new?kind=email", "1/edit", "1/test", "1/secret", "1/off"])
def test_only_an_admin_may_change_where_news_goes(
    signed_in: FlaskClient, team: Channel, path: str
) -> None:
    User.update(is_admin=False).execute()

    response = signed_in.post(f"/channels/{path}", data=EMAIL_FORM)

    assert response.status_code == 403
    assert Channel.get().is_active


def test_a_channel_that_there_is_not_is_one_sentence(signed_in: FlaskClient) -> None:
    assert signed_in.get("/channels/9").status_code == 404


@pytest.mark.parametrize("kind", ["email", "webhook", "apprise"])
def test_a_form_that_is_sent_empty_keeps_nothing(signed_in: FlaskClient, kind: str) -> None:
    response = signed_in.post(
        f"/channels/new?kind={kind}", data={"pace": "daily", "digest_hour": 7}
    )

    assert response.status_code == 422
    assert Channel.select().count() == 0
