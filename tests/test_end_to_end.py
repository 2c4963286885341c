"""The main job on the five first policies, from `flask add` to what a person sees and is sent."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from waitress.server import create_server

from app import create_app
from inventory.channels.signing import verify
from inventory.database import open_database
from inventory.people.accounts import setup_code
from inventory.settings import load_settings
from tests.browser import browsing, needs_browser
from tests.mail import Mailbox, receiving_mail
from tests.servers import Answer, HttpServer, Request, serving

ROOT = Path(__file__).parent.parent
POLICIES = ROOT.parent / "shared/corpus/policies"
COMPANIES = ("N3XT", "iNextCRM", "Infinext", "Nejix", "netjump")
PASSWORD = "correct horse battery staple"

pytestmark = [
    needs_browser,
    pytest.mark.browser,
    pytest.mark.skipif(
        not POLICIES.exists(), reason="the labelled documents are not beside this checkout"
    ),
]


@dataclass
class World:
    """Everything outside Onward: the companies' pages, a mail server, a receiver of webhooks."""

    texts: dict[str, str]
    mail: Mailbox
    mail_port: int
    server: HttpServer
    hooks: list[Request]

    def url(self, company: str) -> str:
        return f"{self.server.url}/{company.lower()}.txt"

    def received(self) -> tuple[int, int]:
        return len(self.mail.mails), len(self.hooks)


@pytest.fixture
def world() -> Iterator[World]:
    texts = {
        name.lower(): (POLICIES / f"seed-{name.lower()}.txt").read_text() for name in COMPANIES
    }
    hooks: list[Request] = []

    def site(request: Request) -> Answer:
        if request.method == "POST":
            hooks.append(request)
            return Answer(b"ok")
        text = texts.get(request.path.strip("/").removesuffix(".txt"))
        if text is None:
            return Answer(status=404)
        return Answer(text.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})

    with serving(site) as server, receiving_mail() as (mailbox, port):
        yield World(texts, mailbox, port, server, hooks)


class Workspace:
    """A fresh data folder, used by the commands and by the screens."""

    def __init__(self, folder: Path) -> None:
        self.environ = {"ONWARD_DATA": str(folder), "ONWARD_ALLOW_PRIVATE": "1"}
        self.settings = load_settings(self.environ)

    def flask(self, *arguments: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "flask", *arguments],
            env={**os.environ, **self.environ}, cwd=ROOT, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.splitlines()

    def check(self) -> list[str]:
        return [json.loads(line)["outcome"] for line in self.flask("check", "--json")]

    def changes(self) -> list[tuple[str, str]]:
        lines = map(json.loads, self.flask("changes", "--json"))
        return [(line["kind"], line["subprocessor"]) for line in lines]

    @contextmanager
    def screens(self) -> Iterator[str]:
        """Serve the screens without a worker: in this test, only `flask check` looks."""
        open_database(self.settings)
        server = create_server(create_app(self.settings), host="127.0.0.1", port=0)
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.effective_port}"
        finally:
            server.close()
            thread.join(timeout=5)


def make_account(page: Any, address: str, workspace: Workspace) -> None:
    page.goto(address)
    page.fill("[name=code]", setup_code(workspace.settings) or "")
    page.fill("[name=name]", "Pat Privacy")
    page.fill("[name=email]", "pat@acme.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url(lambda url: "/setup" not in url)


def make_channels(page: Any, address: str, world: World) -> str:
    """Ask for e-mail and for a webhook; return the webhook's secret."""
    page.goto(f"{address}/channels/new?kind=email")
    page.fill("[name=name]", "Privacy team")
    page.fill("[name=to]", "privacy@acme.example")
    page.fill("[name=sender]", "onward@acme.example")
    page.fill("[name=host]", "127.0.0.1")
    page.select_option("[name=security]", "plain")
    page.fill("[name=port]", str(world.mail_port))
    page.get_by_role("button", name="Add the channel").click()
    page.get_by_text("Privacy team was made").wait_for()
    page.goto(f"{address}/channels/new?kind=webhook")
    page.fill("[name=name]", "Ticket system")
    page.fill("[name=url]", f"{world.server.url}/hook")
    page.get_by_role("button", name="Add the channel").click()
    secret: str = page.locator("code.secret").inner_text()
    return secret


def shown(page: Any, address: str) -> list[str]:
    """The sentences in the inbox, newest first."""
    page.goto(address)
    return [link.inner_text() for link in page.locator("tbody th a").all()]


def test_two_changes_by_hand_are_exactly_two_changes_told_once(
    tmp_path: Path, world: World
) -> None:
    workspace = Workspace(tmp_path / "data")
    for company in COMPANIES:
        workspace.flask("add", company, world.url(company), "--kind", "policy")
    with workspace.screens() as address, browsing() as page:
        make_account(page, address, workspace)
        secret = make_channels(page, address, world)

        assert workspace.check() == ["baseline"] * 5
        assert shown(page, address) == []
        assert world.received() == (0, 0)

        text = world.texts["nejix"].replace(
            "- Twilio Inc. — telephony and phone-number provisioning\n", ""
        )
        line = "- Postmark — delivery of transactional e-mail\n- Stripe, Inc."
        world.texts["nejix"] = text.replace("- Stripe, Inc.", line)
        assert sorted(workspace.check()) == ["changed", *["unchanged"] * 4]
        added = shown(page, address)
        assert len(added) == 1
        assert "added Postmark" in added[0] or "added" in added[0]
        assert "Postmark" in added[0]
        assert world.received() == (1, 1)

        assert sorted(workspace.check()) == ["changed", *["unchanged"] * 4]
        both = shown(page, address)
        assert len(both) == 2
        assert {"removed" in both[0], "Twilio" in both[0]} == {True}
        assert world.received() == (2, 2)

        assert workspace.check() == ["unchanged"] * 5
        assert world.received() == (2, 2)
        page.get_by_role("link", name=both[1]).click()
        page.get_by_text("Postmark — delivery of transactional e-mail").first.wait_for()
        page.goto(f"{address}/vendors/nejix/sub-processors")
        page.get_by_text("Twilio").first.wait_for()

    assert sorted(workspace.changes()) == [("added", "Postmark"), ("removed", "Twilio")]
    for hook in world.hooks:
        assert verify(secret, hook.headers["onward-signature"], hook.body)
    letters = [letter.get_body(("plain",)).get_content() for letter in world.mail.mails]  # type: ignore[union-attr]
    assert ["Postmark" in letter for letter in letters] == [True, False]
    assert ["Twilio" in letter for letter in letters] == [False, True]
