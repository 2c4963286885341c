"""Tell by e-mail, over SMTP.

Settings: `host`; `security` (`starttls`, `tls`, or `plain`, which only a server on this machine may
use); `port` (587, 465 or 25 if left out); `username` and `password` if it asks for them; `from`, an
address; `to`, a list of addresses
(or a text with commas between them).
"""

import re
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from ipaddress import ip_address

from inventory.channels import ChannelError, Message, Settings
from inventory.channels.smtp import PORTS, MailServer, hand_in

SECRETS = ("password",)
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
    security = settings.get("security", "starttls")
    server = MailServer(
        host=settings["host"],
        port=int(settings.get("port") or PORTS[security]),
        security=security,
        username=str(settings.get("username") or ""),
        password=str(settings.get("password") or ""),
    )
    refused = hand_in(server, _compose(settings, message), _receivers(settings))
    return f"{server.host} refused {', '.join(refused)} and took the rest" if refused else None


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
    return re.findall(r"[^,;\s]+", to) if isinstance(to, str) else [str(one) for one in to]


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
