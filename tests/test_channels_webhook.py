"""Alerts by webhook, at a real receiver that checks the signature."""

import json
import time
from typing import Any

import pytest

from inventory.channels import ChannelError, Message, send, signing, validate, webhook
from tests.servers import Answer, HttpServer, made_certificate, pages, server_side, serving

SECRET = signing.new_secret()
MESSAGE = Message(
    id="m1", subject="s", text="t", payload={"kind": "news", "events": [{"vendor": "Zoë & Cie"}]}
)


def settings_for(receiver: HttpServer, **more: Any) -> dict[str, Any]:
    return {"url": f"{receiver.url}/hook", "secret": SECRET, "allow_private": True} | more


def refused(settings: dict[str, Any]) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        webhook.send(settings, MESSAGE)
    assert SECRET not in str(caught.value)
    assert "/hook" not in str(caught.value)
    return caught.value


def test_a_receiver_gets_signed_json_and_an_id() -> None:
    with serving(pages(hook="thanks")) as receiver:
        send("webhook", settings_for(receiver), MESSAGE)

    request = receiver.requests[0]
    signature = request.headers["onward-signature"]
    assert request.method == "POST"
    assert json.loads(request.body) == {"id": "m1", **MESSAGE.payload}
    assert request.headers["onward-delivery"] == "m1"
    assert request.headers["content-type"] == "application/json; charset=utf-8"
    assert signing.verify(SECRET, signature, request.body)
    assert not signing.verify("another secret than ours", signature, request.body)
    assert not signing.verify(SECRET, signature, request.body + b" ")


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(400, True), (401, True), (404, True), (410, True), (408, False), (429, False), (500, False)],
)
def test_a_refusal_is_final_or_not(status: int, permanent: bool) -> None:
    with serving(pages(hook=Answer(status=status))) as receiver:
        error = refused(settings_for(receiver))

    assert str(error) == f"127.0.0.1 answered {status} to the message"
    assert error.permanent is permanent


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_thanks_will_do(status: int) -> None:
    with serving(pages(hook=Answer(status=status))) as receiver:
        webhook.send(settings_for(receiver), MESSAGE)

    assert len(receiver.requests) == 1


def test_a_redirect_is_not_followed() -> None:
    with (
        serving(pages(hook="stolen")) as elsewhere,
        serving(pages(hook=Answer(status=307, headers={"Location": elsewhere.url}))) as receiver,
    ):
        error = refused(settings_for(receiver))

    assert "wants to send us elsewhere (307)" in str(error)
    assert error.permanent
    assert elsewhere.requests == []


def test_a_private_address_is_refused_unless_allowed() -> None:
    with serving(pages(hook="thanks")) as receiver:
        error = refused(settings_for(receiver, allow_private=False))

    assert "127.0.0.1 is not a public address" in str(error)
    assert error.permanent
    assert receiver.requests == []


def test_a_slow_receiver_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "PATIENCE", 0.2)
    slow = Answer(lambda _: time.sleep(0.4), status=0)
    with serving(pages(hook=slow)) as receiver:
        error = refused(settings_for(receiver))

    assert "no answer within 0.2 s" in str(error)
    assert not error.permanent


def test_a_receiver_that_is_down_is_tried_again() -> None:
    error = refused({"url": "http://127.0.0.1:9/hook", "secret": SECRET, "allow_private": True})

    assert "Connection refused" in str(error)
    assert not error.permanent


def test_a_receiver_that_nobody_vouches_for_gets_nothing() -> None:
    with serving(pages(hook="thanks"), tls=server_side(made_certificate())) as receiver:
        url = receiver.url.replace("http:", "https:") + "/hook"
        error = refused({"url": url, "secret": SECRET, "allow_private": True})

    assert "its certificate is not valid" in str(error)
    assert receiver.requests == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"url": ""}, "must begin with https://"),
        ({"url": "ftp://example.org/"}, "must begin with https://"),
        ({"url": "https://example.org:x/"}, "malformed"),
        ({"url": "https://ann:pw@example.org/"}, "name or password"),
        ({"secret": "short"}, "at least 16 characters"),
    ],
)
def test_wrong_settings_are_told_in_a_sentence(wrong: dict[str, Any], words: str) -> None:
    found = validate("webhook", {"url": "https://example.org/hook", "secret": SECRET} | wrong)

    assert len(found) == 1
    assert words in found[0]
