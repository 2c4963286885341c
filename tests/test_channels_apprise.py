"""Alerts through Apprise, at a real receiver of its JSON form."""

import json
import logging

import pytest

from inventory.channels import ChannelError, Message, apprise, send, validate
from tests.servers import Answer, pages, serving

MESSAGE = Message(id="m1", subject="Acme added Zendesk", text="Acme added Zendesk.")


def test_a_service_gets_subject_and_text() -> None:
    with serving(pages(hook="thanks")) as service:
        url = f"json://127.0.0.1:{service.server_port}/hook"
        send("apprise", {"url": url, "allow_private": True}, MESSAGE)

    body = json.loads(service.requests[0].body)
    assert (body["title"], body["message"]) == (MESSAGE.subject, MESSAGE.text)


@pytest.mark.parametrize(
    ("printed", "called"),
    [
        ("Acme @everyone Ltd", "@everyone"),
        ("mail@here", "@here"),
        ("<!channel> Hosting", "<!channel>"),
        ("<!subteam^S012|all>", "<!subteam"),
        ("<@U024BE7LH>", "<@U024"),
        ("<@&88> and <#C1>", "<@&"),
        ("ask @Ann", "@Ann"),
    ],
)
def test_what_a_page_prints_rings_no_room(printed: str, called: str) -> None:
    hostile = Message(id="m1", subject=printed, text=printed)
    with serving(pages(hook="thanks")) as service:
        url = f"json://127.0.0.1:{service.server_port}/hook"
        send("apprise", {"url": url, "allow_private": True}, hostile)

    body = json.loads(service.requests[0].body)
    assert called not in body["message"]
    assert called not in body["title"]
    assert body["message"].replace("\u200b", "") == printed


def test_addresses_stay_as_they_are() -> None:
    text = "Write to privacy@acme.example, see https://onward.example/changes/7"

    assert apprise.hushed(text) == text


def test_a_refusal_is_told_without_the_address(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), serving(pages(hook=Answer(status=500))) as service:
        url = f"json://user:s3cret@127.0.0.1:{service.server_port}/hook"

        with pytest.raises(ChannelError) as caught:
            apprise.send({"url": url, "allow_private": True}, MESSAGE)

    assert "did not take the message" in str(caught.value)
    assert not caught.value.permanent
    assert "s3cret" not in str(caught.value) + caplog.text


def test_a_private_address_is_refused_unless_allowed() -> None:
    with serving(pages(hook="thanks")) as service:
        url = f"json://localhost:{service.server_port}/hook"

        with pytest.raises(ChannelError, match="not public") as caught:
            apprise.send({"url": url}, MESSAGE)

    assert caught.value.permanent
    assert service.requests == []


@pytest.mark.parametrize("url", ["", "nonsense", "nonsense://x", "syslog://", "https://"])
def test_a_wrong_address_is_told_in_a_sentence(url: str) -> None:
    assert len(validate("apprise", {"url": url})) == 1


def test_a_known_form_of_address_is_good() -> None:
    assert validate("apprise", {"url": "json://example.org/hook"}) == []
