"""What an attacker, a hostile page or a careless admin tries, against the real thing."""

import json
import threading
from pathlib import Path
from urllib.parse import quote

import pytest
import requests

from inventory.channels import ChannelError, Message, apprise, validate
from inventory.channels.fence import Fenced, fence
from scrapers.guard import Guard
from tests.servers import Answer, pages, serving

MESSAGE = Message(id="m1", subject="Acme added Zendesk", text="Acme added Zendesk.")


def test_a_service_that_sends_us_on_to_a_private_address_is_not_followed() -> None:
    with serving(pages(secret="the metadata of a cloud")) as inner:
        moved = Answer(status=307, headers={"Location": f"{inner.url}/secret"})
        with serving(pages(hook=moved)) as outer:
            guard = Guard(exempt=frozenset({outer.address}))

            with fence(guard) as fenced, pytest.raises(requests.ConnectionError):
                requests.post(f"{outer.url}/hook", timeout=5)

    assert fenced.refused == "127.0.0.1"
    assert (outer.paths(), inner.paths()) == (["/hook"], [])


def test_a_mail_server_named_aside_of_the_host_is_no_way_round_the_guard() -> None:
    with serving(pages()) as service:
        url = (
            f"mailto://ann:pass@nobody.invalid:{service.server_port}?smtp=127.0.0.1&to=a@b.example"
        )

        with pytest.raises(ChannelError, match="not public"):
            apprise.send({"url": url}, MESSAGE)


def test_a_fence_stands_in_its_own_thread_alone() -> None:
    statuses = []

    def ask() -> None:
        statuses.append(requests.get(f"{service.url}/page", timeout=5).status_code)

    with serving(pages(page="hello")) as service:
        thread = threading.Thread(target=ask)
        thread.start()
        with fence(Guard()):
            thread.join()
        ask()

    assert statuses == [200, 200]


def test_within_a_fence_no_program_starts(tmp_path: Path) -> None:
    import subprocess

    with fence(Guard()) as fenced, pytest.raises(PermissionError):
        subprocess.run(["touch", str(tmp_path / "made")], check=False)

    assert fenced == Fenced(refused="subprocess.Popen")
    assert not (tmp_path / "made").exists()


def test_no_address_of_a_service_reads_files_of_the_server(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps({"type": "message", "text": "s3cret"}))
    with serving(pages()) as service:
        url = f"workflows://127.0.0.1:{service.server_port}/WORKFLOWID/SIGNATURE/"
        settings = {"url": f"{url}?template={quote(str(secret))}", "allow_private": True}

        with pytest.raises(ChannelError, match="file of the server"):
            apprise.send(settings, MESSAGE)

    assert all(b"s3cret" not in request.body for request in service.requests)
    assert len(validate("apprise", settings)) == 1


@pytest.mark.parametrize("scheme", ["syslog", "SysLog", "dbus", "gio", "glib", "gnome", "blink1"])
def test_no_service_works_on_the_server_itself(scheme: str) -> None:
    assert "the server itself" in validate("apprise", {"url": f"{scheme}://"})[0]
