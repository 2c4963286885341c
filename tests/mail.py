"""A real mail server on loopback for tests: what it took, and what it refuses."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.servers import server_side


class Mailbox:
    """Takes mail and keeps it. `refuses` maps a receiver to the server's refusal."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.receivers: list[list[str]] = []
        self.refuses: dict[str, str] = {}
        self.refuses_data: str | None = None
        self.was_encrypted: list[bool] = []

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuses_data:
            return self.refuses_data
        mail: Any = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append(mail)
        self.receivers.append(envelope.rcpt_tos)
        self.was_encrypted.append(session.ssl is not None)
        return "250 OK"


class _Server(Controller):
    def _trigger_server(self) -> None:
        """Come in once, at the port that the server found free, as its start-up expects."""
        listening: Any = self.server
        self.port = listening.sockets[0].getsockname()[1]
        with socket.create_connection(("127.0.0.1", self.port), 1):
            pass


def _authenticate(*given: Any) -> AuthResult:
    data = given[-1]
    good = isinstance(data, LoginPassword) and data.password == b"right password"
    return AuthResult(success=good, handled=False)


@contextmanager
def receiving_mail(
    certificate: Path | None = None, *, implicit_tls: bool = False, asks_log_in: bool = False
) -> Iterator[tuple[Mailbox, int]]:
    """Run a mail server until the block ends; give its mailbox and port."""
    mailbox = Mailbox()
    settings: dict[str, Any] = {}
    tls: ssl.SSLContext | None = server_side(certificate) if certificate else None
    if tls and not implicit_tls:
        settings = {"tls_context": tls, "require_starttls": True}
    if asks_log_in:
        settings |= {"authenticator": _authenticate, "auth_required": True}
        settings |= {} if tls else {"auth_require_tls": False}
    server = _Server(
        mailbox,
        hostname="127.0.0.1",
        port=0,
        server_hostname="mail.test",
        ssl_context=tls if implicit_tls else None,
        **settings,
    )
    server.start()
    try:
        yield mailbox, server.port
    finally:
        server.stop()
