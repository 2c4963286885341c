"""Alerts by e-mail, at a real mail server."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from inventory.channels import ChannelError, Message, email, send, smtp, validate
from tests.mail import receiving_mail
from tests.servers import made_certificate

SUBJECT = "Acme added Zendesk"
MESSAGE = Message(id="m1", subject=SUBJECT, text=f"{SUBJECT}.\n", html="<p>x</p>")


def settings_for(port: int, **more: Any) -> dict[str, Any]:
    return {
        "host": "localhost",
        "port": port,
        "security": "plain",
        "from": "onward@example.org",
        "to": ["ann@example.org"],
    } | more


@pytest.fixture
def certificate(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server's certificate, trusted as an administrator would make it trusted."""
    certificate = made_certificate()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


def test_a_mail_holds_text_html_and_honest_headers() -> None:
    with receiving_mail() as (mailbox, port):
        remark = send("email", settings_for(port), MESSAGE)

    mail = mailbox.mails[0]
    assert remark is None
    assert mail["Subject"] == "Acme added Zendesk"
    assert (mail["From"], mail["To"]) == ("Onward <onward@example.org>", "ann@example.org")
    assert mail["Message-ID"] == "<m1@example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "onward-alerts.example.org" in mail["List-Id"]
    assert mail["Date"].datetime.tzinfo is not None
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert text.get_content().strip() == "Acme added Zendesk."
    assert html is not None
    assert html.get_content().strip() == "<p>x</p>"


def test_starttls_encrypts_before_anything_is_said(certificate: Path) -> None:
    with receiving_mail(certificate, asks_log_in=True) as (mailbox, port):
        log_in = {"username": "onward", "password": "right password"}
        send("email", settings_for(port, security="starttls", **log_in), MESSAGE)

    assert mailbox.was_encrypted == [True]


def test_tls_encrypts_from_the_start(certificate: Path) -> None:
    with receiving_mail(certificate, implicit_tls=True) as (mailbox, port):
        send("email", settings_for(port, security="tls"), MESSAGE)

    assert len(mailbox.mails) == 1


def test_a_server_that_nobody_vouches_for_gets_nothing() -> None:
    with receiving_mail(made_certificate()) as (mailbox, port):
        error = refused(settings_for(port, security="starttls"))

    assert "the certificate of the mail server localhost is not valid" in str(error)
    assert mailbox.mails == []


def test_a_server_without_starttls_gets_nothing() -> None:
    with receiving_mail() as (mailbox, port):
        error = refused(settings_for(port, security="starttls"))

    assert "does not offer STARTTLS" in str(error)
    assert mailbox.mails == []


def refused(settings: dict[str, Any]) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        email.send(settings, MESSAGE)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_told_without_the_password() -> None:
    log_in = {"username": "onward", "password": "wrong pässword"}
    with receiving_mail(asks_log_in=True) as (_, port):
        plain = refused(settings_for(port, username="onward", password="wrong one"))
        odd = refused(settings_for(port, **log_in))

    assert "refuses the user name or password (535)" in str(plain)
    assert not plain.permanent
    assert "wrong" not in f"{plain} {odd}"


@pytest.mark.parametrize(("code", "permanent"), [("550 no", True), ("450 later", False)])
def test_a_refused_receiver_is_named(code: str, permanent: bool) -> None:
    with receiving_mail() as (mailbox, port):
        mailbox.refuses["ann@example.org"] = code
        error = refused(settings_for(port))

    assert f"refuses ann@example.org ({code[:3]})" in str(error)
    assert error.permanent is permanent


def test_one_refused_receiver_does_not_keep_the_mail_from_the_others() -> None:
    with receiving_mail() as (mailbox, port):
        mailbox.refuses["bob@example.org"] = "550 no"
        remark = email.send(settings_for(port, to=["ann@example.org", "bob@example.org"]), MESSAGE)

    assert mailbox.receivers == [["ann@example.org"]]
    assert remark == "localhost refused bob@example.org and took the rest"


@pytest.mark.parametrize(("code", "permanent"), [("554 no", True), ("451 later", False)])
def test_a_refused_message_is_final_or_not(code: str, permanent: bool) -> None:
    with receiving_mail() as (mailbox, port):
        mailbox.refuses_data = code
        error = refused(settings_for(port))

    assert error.permanent is permanent


def test_a_server_that_is_down_is_tried_again() -> None:
    error = refused(settings_for(9))

    assert "could not connect to localhost, port 9 (Connection refused)" in str(error)
    assert not error.permanent


def test_no_header_can_be_smuggled_in() -> None:
    evil = Message(id="m1", subject="Acme\r\nBcc: eve@example.org\n\nbody", text="text")
    with receiving_mail() as (mailbox, port):
        email.send(settings_for(port), evil)
        error = refused(settings_for(port, to=["ann@example.org\r\nBcc: eve@example.org"]))

    assert mailbox.mails[0]["Bcc"] is None
    assert mailbox.receivers == [["ann@example.org"]]
    assert "is not a valid address" in str(error)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"host": "", "security": "tls"}, "no valid name"),
        ({"host": "smtp.example.org\n", "security": "tls"}, "no valid name"),
        ({"security": "none"}, "security must be one of starttls, tls, plain"),
        ({"host": "smtp.example.org"}, "may only go to this machine"),
        ({"port": 99999}, "the port must be a number"),
        ({"from": "onward"}, "sender has no valid address"),
        ({"to": []}, "nobody to send to"),
        ({"to": ["ann"]}, "'ann' is not a valid address"),
    ],
)
def test_wrong_settings_are_told_in_a_sentence(wrong: dict[str, Any], words: str) -> None:
    found = validate("email", settings_for(25) | wrong)

    assert len(found) == 1
    assert words in found[0]


def test_good_settings_are_good() -> None:
    assert validate("email", settings_for(25)) == []
    assert validate("email", settings_for(587, host="smtp.example.org", security="starttls")) == []


def test_receivers_may_stand_in_one_line() -> None:
    with receiving_mail() as (mailbox, port):
        email.send(settings_for(port, to="ann@example.org, bob@example.org;"), MESSAGE)

    assert mailbox.receivers == [["ann@example.org", "bob@example.org"]]


def talking(*answers: bytes, pause: float = 0) -> AbstractContextManager[int]:
    """Run a server that says these answers whatever it hears, and hangs up; give its port."""

    @contextmanager
    def running() -> Iterator[int]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            thread = threading.Thread(target=talk, args=(server,))
            thread.start()
            yield server.getsockname()[1]
            thread.join()

    def talk(server: socket.socket) -> None:
        client, _ = server.accept()
        with client, suppress(OSError):
            for answer in answers:
                client.sendall(answer)
                time.sleep(pause)
                if answer.endswith(b"\n"):
                    client.recv(10_000)

    return running()


def test_a_server_that_drips_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "IN_ALL", 0.3)
    with talking(*[b"2"] * 20, pause=0.05) as port:
        error = refused(settings_for(port))

    assert "no answer in time" in str(error)
    assert not error.permanent


def test_mail_that_was_taken_is_not_sent_twice_because_of_a_rude_good_bye() -> None:
    talk = [
        b"220 hi\r\n",
        b"250 ok\r\n",
        b"250 ok\r\n",
        b"250 ok\r\n",
        b"354 go\r\n",
        b"250 ok\r\n",
    ]
    with talking(*talk, b"500 go away\r\n") as port:
        remark = email.send(settings_for(port), MESSAGE)

    assert remark is None
