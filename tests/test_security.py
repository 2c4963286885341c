"""What an attacker, a hostile page or a careless admin tries, against the real thing."""

import json
import pickle
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any
from urllib.parse import quote

import pytest
import requests
from flask.testing import FlaskClient

from app import create_app
from inventory import schedule
from inventory.channels import ChannelError, Message, apprise, validate
from inventory.channels.fence import Fenced, fence
from inventory.database import connected, open_database
from inventory.models import AuditEvent, Source
from inventory.people.accounts import AccountError, authenticate, change_password
from inventory.server import listening
from inventory.settings import Settings, SettingsError, kept_secret
from scrapers.documents import document_text, open_document
from scrapers.guard import Guard
from scrapers.page import Page
from scrapers.read import read
from tests.factories import PASSWORD, make_channel, make_source, make_user
from tests.servers import Answer, pages, serving
from tests.test_server import free_port

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


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The screens as `make run` serves them, without the worker."""
    app = create_app(settings)
    app.config["WTF_CSRF_ENABLED"] = False
    port = free_port()
    server = listening(app, replace(settings, port=port))
    over = threading.Event()

    def run() -> None:
        while not over.is_set():
            server.asyncore.loop(timeout=0.02, map=server._map, count=1)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        over.set()
        thread.join()
        server.task_dispatcher.shutdown()
        server.close()


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.9")])
def test_only_a_proxy_of_ours_says_whom_it_speaks_for(
    workspace: Settings, proxies: int, seen: str
) -> None:
    user = make_user()
    given = {"email": user.email, "password": "wrong"}
    told = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}

    with served(replace(workspace, proxies=proxies)) as base:
        requests.post(f"{base}/sign-in", data=given, headers=told, timeout=10)

    assert AuditEvent.get(AuditEvent.action == "sign-in failed").address == seen


def test_nobody_fills_the_disk_with_one_request(workspace: Settings) -> None:
    make_user()
    with (
        served(workspace) as base,
        socket.create_connection(("127.0.0.1", int(base.rpartition(":")[2])), timeout=5) as sock,
    ):
        head = b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n"
        sock.sendall(head + b"x" * 100_000)

        answer = sock.recv(1000)

    assert answer.startswith(b"HTTP/1.1 413")


def test_what_is_kept_is_kept_from_others_on_the_machine(settings: Settings) -> None:
    settings.data.mkdir(mode=0o755)
    open_database(settings)
    with connected():
        make_channel()
        schedule.queue(settings).pending_count()
        kept_secret(settings.data / "secret-key")

        loose = [file.name for file in settings.data.iterdir() if file.stat().st_mode & 0o077]
        names = {file.name for file in settings.data.iterdir()}

    assert {"onward.db", "onward.db-wal", "queue.db", "secret-key"} <= names
    assert loose == []


def test_whoever_writes_into_the_queue_runs_nothing(workspace: Settings, tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "ran",)

    huey = schedule.queue(workspace)
    schedule.check_soon([7], workspace)
    task = huey.dequeue()
    huey.storage.enqueue(pickle.dumps(Bomb()))

    with pytest.raises(ValueError, match="no task of ours"):
        huey.dequeue()

    assert task.args == (7,)
    assert not (tmp_path / "ran").exists()


def test_the_password_of_the_database_is_shown_to_nobody(settings: Settings) -> None:
    url = "nonsense://onward:s3cr:e@t@db.invalid/onward"

    with pytest.raises(SettingsError) as caught:
        open_database(replace(settings, database=url))

    assert "nonsense://onward:…@db.invalid/onward" in str(caught.value)


def test_an_address_cannot_bend_the_links_of_a_round(signed_in: FlaskClient) -> None:
    asked = "_scheme=javascript&_external=1&_anchor=x&endpoint=y&_method=POST"

    answer = signed_in.get(f"/sources/round?{asked}")

    assert answer.status_code == 200
    assert 'data-round="/sources/round/state?_scheme=' in answer.text


def test_a_form_cannot_fill_the_queue(signed_in: FlaskClient) -> None:
    settings = signed_in.application.config["ONWARD"]
    source = make_source()
    made_up = [str(number) for number in range(1, 5_000)]

    signed_in.post("/sources/round", data={"source": [str(source.id)] * 50 + made_up})
    signed_in.post("/sources/round")
    signed_in.post("/sources/round", data={"source": made_up})

    assert [task.args for task in schedule.queue(settings).pending()] == [(source.id,)]


def test_a_stranger_gets_little_work_done(client: FlaskClient) -> None:
    user = make_user()

    long = client.post("/sign-in", data={"email": user.email, "password": "x" * 60_000})
    longer = client.post("/sign-in", data={"email": user.email, "password": "x" * 70_000})

    assert (long.status_code, longer.status_code) == (422, 413)


def test_a_password_of_a_megabyte_costs_next_to_nothing(workspace: Settings) -> None:
    user = make_user()
    started = time.process_time()

    with pytest.raises(AccountError):
        authenticate(user.email, "ﷺ" * 600_000, "here")  # NFKC makes it 18 times as long

    assert time.process_time() - started < 0.7


def test_a_password_that_is_too_long_is_told_so(client: FlaskClient) -> None:
    user = make_user()

    with pytest.raises(AccountError, match="at most 1,000 characters"):
        change_password(user, PASSWORD, "é" * 1_001, address="here")


@pytest.mark.parametrize("name", ["Ann\x1b[31m", "Ann\u202eimda", "\x00"])
def test_no_name_holds_what_cannot_be_seen(signed_in: FlaskClient, name: str) -> None:
    as_person = signed_in.post("/account/name", data={"name": name})
    as_vendor = signed_in.post(
        "/preview/watch", data={"vendor": name, "url": "https://a.example/", "kind": "list"}
    )

    assert (as_person.status_code, as_vendor.status_code) == (422, 422)
    assert "can be seen" in as_person.text


ADMINS_OWN = {
    *("account.add_person", "channels.new", "channels.edit", "channels.do", "sources.set_robots"),
    *("merging.choose", "merging.merge", "account.set_active", "account.give_password"),
    "start.remove",
}
FOR_ALL = {"static", "bootstrap.static", "account.sign_in"}


def every_route(client: FlaskClient, method: str) -> list[tuple[str, str]]:
    """The name and a path of every route that takes a method."""
    example = {
        "change_id": 1, "channel_id": 1, "engagement_id": 1, "snapshot_id": 1, "source_id": 1,
        "slug": "acme", "what": "test", "verdict": "confirm", "filename": "onward.css",
        "term_id": 1, "note_id": 1, "user_id": 1, "person_id": 1, "verb": "deactivate",
        "correction_id": 1, "key": "0123456789abcdef", "filter_id": 1, "phrase_id": 1,
    }  # fmt: skip
    rules = client.application.url_map.iter_rules()
    found = [rule for rule in rules if method in (rule.methods or ())]
    return [
        (rule.endpoint, rule.build({name: example[name] for name in rule.arguments})[1])  # type: ignore[index]
        for rule in found
    ]


def test_every_post_without_its_token_is_refused(signed_in: FlaskClient) -> None:
    routes = every_route(signed_in, "POST")
    signed_in.application.config["WTF_CSRF_ENABLED"] = True

    done = {path for name, path in routes if signed_in.post(path).status_code != 400}

    assert len(routes) > 15
    assert done == {"/setup", "/sign-in"} or done == set()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_route_leads_a_stranger_to_the_door(client: FlaskClient, method: str) -> None:
    make_user()

    for name, path in every_route(client, method):
        with client.open(path, method=method) as answer:
            led = (answer.location or "").partition("?")[0]

        assert led == ("/" if name == "setup.setup" else "/sign-in") or name in FOR_ALL, path


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_member_is_kept_from_what_is_for_admins(client: FlaskClient, method: str) -> None:
    member = make_user(is_admin=False)
    client.post("/sign-in", data={"email": member.email, "password": PASSWORD})
    routes = [one for one in every_route(client, method) if one[0] != "account.sign_out"]

    refused = {name for name, path in routes if client.open(path, method=method).status_code == 403}

    assert refused == ADMINS_OWN & {name for name, _ in routes}


def test_a_member_sees_no_address_that_may_hold_a_token(client: FlaskClient) -> None:
    channel = make_channel(settings={"url": "https://hooks.example/T0/s3cret", "secret": "w" * 20})
    member = make_user(is_admin=False)
    client.post("/sign-in", data={"email": member.email, "password": PASSWORD})

    answer = client.get(f"/channels/{channel.id}")

    assert "hooks.example" in answer.text
    assert "s3cret" not in answer.text


def test_the_sample_does_not_mix_with_what_is_real(signed_in: FlaskClient) -> None:
    make_source()

    signed_in.post("/start/demo")

    assert Source.select().count() == 1


def filled(unit: str, before: str = "", after: str = "", size: int = 9_500_000) -> bytes:
    return (before + unit * (size // len(unit)) + after).encode()


LIST = "<h1>Sub-processors</h1><table><tr><th>Sub-processor<th>Purpose<th>Location"
POLICY = "# Privacy policy\n\nWe share personal data with service providers such as "
SCRIPT = "<script>var processor "
HOSTILE = {
    "one long word": ("text/plain", filled("A")),
    "capitals": ("text/plain", filled("Acme ")),
    "commas": ("text/html", filled("Acme, ", POLICY)),
    "brackets": ("text/markdown", filled("[a](b) ")),
    "open brackets": ("text/markdown", filled("[a](")),
    "dashes": ("text/markdown", filled("- ")),
    "open comments": ("text/markdown", filled("<!--")),
    "a long pipe table": ("text/markdown", filled("|a|b|\n", "| Sub-processor | Use |\n|-|-|\n")),
    "digits": ("text/plain", filled("30 ", POLICY)),
    "NULs": ("text/plain", filled("a\x00")),
    "right to left": ("text/markdown", filled("\u202eabc ", size=8_000_000)),
    "accents": ("text/plain", filled("\u0301\u0316", "a", size=4_500_000)),
    "ligatures": ("text/plain", filled("ﷺ", size=3_000_000)),
    "nested tags": ("text/html", filled("<div>a")),
    "a huge table": ("text/html", filled("<tr><td>Acme Inc<td>Hosting<td>USA", LIST)),
    "a wide row": ("text/html", filled("<td>a", LIST + "<tr>")),
    "spans": ("text/html", filled("<tr><td rowspan=65534 colspan=1000>a", LIST)),
    "nested data": ("text/html", filled("[1,", SCRIPT, "</script>", size=3_900_000)),
    "broken data": ("text/html", filled("=[", SCRIPT, "</script>", size=3_900_000)),
    "broken quotes": ("text/html", filled("JSON.parse('", SCRIPT, "</script>", size=3_900_000)),
    "records": (
        "application/json",
        filled('{"name":"Acme","purpose":"mail"},', '{"subprocessors":[', "{}]}"),
    ),
    "columns": ("text/csv", filled("a,")),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_no_page_takes_long_or_much(shape: str) -> None:
    media_type, content = HOSTILE[shape]
    page = Page(url="https://hostile.example/", content=content, media_type=media_type)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    started = time.process_time()

    reading = read(page)

    assert not reading.complete
    assert time.process_time() - started < 4  # two on an idle machine
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 250_000  # KiB


@pytest.mark.parametrize("media_type", ["text/html", "application/xhtml+xml", "text/plain"])
def test_no_entity_is_resolved(media_type: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret")
    laughs = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 20))
    head = f'<!DOCTYPE html [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "{secret.as_uri()}">{laughs}]>'
    content = f'<?xml version="1.0"?>{head}<html><h1>Sub-processors</h1><p>&f; &e19;</p>'.encode()

    document = open_document(Page(url="https://a.example/", content=content, media_type=media_type))

    assert "s3cret" not in document_text(document)
    assert len(document_text(document)) < 10_000
