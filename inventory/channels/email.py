"""Tell by e-mail, over SMTP.

Settings: `host`; `security` (`starttls`, `tls`, or `plain`, which only a server on this machine may
use); `port` (587, 465 or 25 if left out); `username` and `password` if it asks for them; `from`, an
address; `to`, a list of addresses.
"""

import re
import smtplib
import ssl
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from ipaddress import ip_address

from inventory.channels import ChannelError, Message, Settings

SECRETS = ("password",)
PORTS = {"starttls": 587, "tls": 465, "plain": 25}
PATIENCE = 20.0  # seconds for each answer of the server
ADDRESS = re.compile(r"""[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,255}""")
HOST = re.compile(r"[A-Za-z0-9._:-]{1,255}")


def problems(settings: Settings) -> list[str]:
    """What is wrong with the settings, a sentence each."""
    found = []
    host, security = str(settings.get("host") or ""), settings.get("security", "starttls")
    if not HOST.fullmatch(host):
        found.append("the mail server has no valid name; give one such as smtp.example.org")
    if security not in PORTS:
        found.append(f"security must be one of {', '.join(PORTS)}, not {security!r}")
    elif security == "plain" and not _is_this_machine(host):
        found.append("mail without encryption may only go to this machine; choose starttls or tls")
    port = settings.get("port") or 25
    if not str(port).isdigit() or not 0 < int(port) < 65536:
        found.append(f"the port must be a number from 1 to 65535, not {port!r}")
    if not ADDRESS.fullmatch(str(settings.get("from") or "")):
        found.append("the sender has no valid address; give one such as onward@example.org")
    if not settings.get("to"):
        found.append("there is nobody to send to; give at least one address")
    found += [
        f"{address!r} is not a valid address; give one such as ann@example.org"
        for address in _receivers(settings)
        if not ADDRESS.fullmatch(address)
    ]
    return found


def send(settings: Settings, message: Message) -> str | None:
    """Send a message to all receivers; return whom the server refused while it took others."""
    wrong = problems(settings)
    if wrong:
        raise ChannelError(wrong[0], permanent=True)
    host = settings["host"]
    try:
        mail = _compose(settings, message)
        with _connect(settings) as server:
            _log_in(server, settings)
            refused = server.send_message(mail, settings["from"], _receivers(settings))
    except ssl.SSLCertVerificationError as error:
        raise ChannelError(
            f"the certificate of the mail server {host} is not valid ({error.verify_message})",
            permanent=False,
        ) from None
    except (OSError, smtplib.SMTPException, UnicodeError, ValueError) as error:
        raise _explained(host, error) from None
    return f"{host} refused {', '.join(sorted(refused))} and took the rest" if refused else None


def _connect(settings: Settings) -> smtplib.SMTP:
    host, security = settings["host"], settings.get("security", "starttls")
    port = int(settings.get("port") or PORTS[security])
    if security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
    server = smtplib.SMTP(host, port, timeout=PATIENCE)
    if security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def _log_in(server: smtplib.SMTP, settings: Settings) -> None:
    if settings.get("username"):
        server.login(str(settings["username"]), str(settings.get("password") or ""))


def _compose(settings: Settings, message: Message) -> EmailMessage:
    mail = EmailMessage()
    domain = settings["from"].partition("@")[2]
    mail["From"] = Address("Onward", addr_spec=settings["from"])
    mail["To"] = tuple(Address(addr_spec=address) for address in _receivers(settings))
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = f"<{message.id}@{domain}>"
    mail["List-Id"] = f"Onward alerts <onward-alerts.{domain}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers, please
    mail.set_content(message.text)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
    return mail


def _receivers(settings: Settings) -> list[str]:
    to = settings.get("to") or []
    return [to] if isinstance(to, str) else [str(address) for address in to]


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _explained(host: str, error: Exception) -> ChannelError:
    """What went wrong at a mail server, without its own words, which may repeat what we sent."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return ChannelError(
            f"the mail server {host} refuses the user name or password ({error.smtp_code})",
            permanent=False,  # somebody will correct it, and the news should still go out then
        )
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return ChannelError(
            f"the mail server {host} refuses {', '.join(sorted(error.recipients))} "
            f"({', '.join(map(str, sorted(set(codes))))})",
            permanent=all(code >= 500 for code in codes),
        )
    if isinstance(error, smtplib.SMTPResponseException):
        return ChannelError(
            f"the mail server {host} refuses the message ({error.smtp_code})",
            permanent=500 <= error.smtp_code < 600,
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return ChannelError(
            f"the mail server {host} does not offer STARTTLS, or the log-in asked for; "
            "choose another security",
            permanent=False,
        )
    if isinstance(error, UnicodeError | ValueError) and not isinstance(error, OSError):
        return ChannelError(
            "the user name, password or an address holds characters that mail cannot carry",
            permanent=True,
        )
    is_slow = isinstance(error, TimeoutError)
    reason = getattr(error, "strerror", None) or ("no answer in time" if is_slow else "broken off")
    return ChannelError(f"the mail server {host} cannot be reached ({reason})", permanent=False)
