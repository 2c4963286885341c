"""Hand one mail to a mail server within a time limit, or say why it would not have it."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from inventory.channels import ChannelError
from scrapers.errors import FetchError
from scrapers.guard import Guard
from scrapers.meter import MeteredTLSSocket, SpentError, meter

PORTS = {"starttls": 587, "tls": 465, "plain": 25}
PATIENCE = 20.0  # seconds for each answer of the server
IN_ALL = 60.0  # seconds for the whole exchange
MOST_BYTES = 1_000_000  # that a server may answer


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where to hand mail in, and as whom."""

    host: str
    port: int
    security: str
    username: str = ""
    password: str = ""


class _Client(smtplib.SMTP):
    """SMTP over a socket that the meter watches; mail servers may well be at private addresses."""

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:
        return Guard(allow_private=True).connect(host, port, timeout=timeout)

    def getreply(self) -> tuple[int, bytes]:
        try:
            return super().getreply()
        except SpentError:
            self.close()  # as smtplib does for the errors that it knows
            raise


class _TLSClient(smtplib.SMTP_SSL, _Client):
    """The same, encrypted from the start."""


def hand_in(server: MailServer, mail: EmailMessage, receivers: list[str]) -> list[str]:
    """Hand a mail to a server; return the receivers it refused while it took others.

    Raises ChannelError if it took none.
    """
    try:
        with meter.allow(seconds=IN_ALL, size=MOST_BYTES):
            client = _connect(server)
            try:
                if server.username:
                    client.login(server.username, server.password)
                refused = client.send_message(mail, mail["From"].addresses[0].addr_spec, receivers)
                with suppress(Exception):  # taken is taken, however it says good-bye
                    client.quit()
            finally:
                client.close()
    except FetchError as error:
        raise ChannelError(str(error), permanent=False) from None
    except (OSError, SpentError, UnicodeError, ValueError) as error:
        raise _explained(server.host, error) from None
    return sorted(refused)


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.security == "tls":
        return _TLSClient(server.host, server.port, timeout=PATIENCE, context=_tls())
    client = _Client(server.host, server.port, timeout=PATIENCE)
    if server.security == "starttls":
        try:
            client.starttls(context=_tls())
        except BaseException:
            client.close()
            raise
    return client


def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.sslsocket_class = MeteredTLSSocket
    return context


def _explained(host: str, error: Exception) -> ChannelError:
    """What went wrong at a mail server, without its own words, which may repeat what we sent."""
    if isinstance(error, ssl.SSLCertVerificationError):
        message = f"the certificate of the mail server {host} is not valid ({error.verify_message})"
        return ChannelError(message, permanent=False)
    if isinstance(error, smtplib.SMTPException):
        return _refusal(host, error)
    if isinstance(error, UnicodeError | ValueError) and not isinstance(error, OSError):
        message = "the user name, password or an address holds characters that mail cannot carry"
        return ChannelError(message, permanent=True)
    is_slow = isinstance(error, TimeoutError | SpentError)
    reason = getattr(error, "strerror", None) or ("no answer in time" if is_slow else "broken off")
    return ChannelError(f"the mail server {host} cannot be reached ({reason})", permanent=False)


def _refusal(host: str, error: smtplib.SMTPException) -> ChannelError:
    """What a mail server did not like. A wrong log-in is not final: somebody will correct it."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        message = f"the mail server {host} refuses the user name or password ({error.smtp_code})"
        return ChannelError(message, permanent=False)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = sorted({code for code, _ in error.recipients.values()})
        whom, why = ", ".join(sorted(error.recipients)), ", ".join(map(str, codes))
        message = f"the mail server {host} refuses {whom} ({why})"
        return ChannelError(message, permanent=codes[0] >= 500)
    if isinstance(error, smtplib.SMTPResponseException):
        message = f"the mail server {host} refuses the message ({error.smtp_code})"
        return ChannelError(message, permanent=500 <= error.smtp_code < 600)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        message = f"the mail server {host} does not offer STARTTLS, or the log-in asked for"
        return ChannelError(f"{message}; choose another security", permanent=False)
    return ChannelError(f"the mail server {host} broke off the talk", permanent=False)
