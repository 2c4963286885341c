"""Tell through any service that Apprise knows (Slack, Teams, …).

Settings: `url`, in Apprise's own form, such as `slack://…`; all of it is a secret.
"""

import logging
import re
import socket
from contextlib import nullcontext
from typing import Any

from inventory.channels import ChannelError, Message, Settings
from inventory.channels.fence import Fenced, fence
from scrapers.guard import Guard

SECRETS = ("url",)
LOCAL = {  # works on the server itself: windows that pop up, its log, its lamps
    *("blink1", "dbus", "gio", "glib", "gnome", "kde", "macosx", "qt", "syslog", "windows"),
}
CALLS = re.compile(  # what makes a chat ring for everybody, or for somebody
    r"@(?=everyone\b|here\b|channel\b|all\b|room\b|team\b)|(?<!\w)@(?=\w)|(?<=<)(?=[@!#])", re.I
)
PATIENCE = 10.0  # seconds for each step of a connection
NOT_PUBLIC = (
    "the service is at an address that is not public; "
    "set ONWARD_ALLOW_PRIVATE=1 to let Onward reach private addresses"
)


def problems(settings: Settings) -> list[str]:
    """What is wrong with the settings, a sentence each."""
    url = str(settings.get("url") or "").strip()
    if not url:
        return ["there is no address; give one in Apprise's form, such as slack://…"]
    if url.partition(":")[0].lower() in LOCAL:
        return ["this kind of address shows messages on the server itself; give another"]
    service = _service(url)
    if service is None:
        return ["Apprise does not understand the address; compare it with Apprise's documentation"]
    if _names_files(service):
        return ["the address names a file of the server to be read; leave that out"]
    return []


def send(settings: Settings, message: Message) -> None:
    """Hand a message to the service; long ones go in several pieces."""
    wrong = problems(settings)
    if wrong:
        raise ChannelError(wrong[0], permanent=True)
    import apprise

    service = _service(str(settings["url"]).strip())
    service.overflow_mode = apprise.OverflowMode.SPLIT
    service.socket_connect_timeout = service.socket_read_timeout = PATIENCE
    if not settings.get("allow_private"):
        _refuse_private(service)
    with nullcontext(Fenced()) if settings.get("allow_private") else fence(Guard()) as fenced:
        sent = service.notify(
            title=hushed(message.subject),
            body=hushed(message.text),
            body_format=apprise.NotifyFormat.TEXT,
        )
    if fenced.refused:
        raise ChannelError(NOT_PUBLIC, permanent=True)
    if not sent:
        name = getattr(service, "service_name", "the service")
        raise ChannelError(
            f"{name} did not take the message; check that the channel's address still holds",
            permanent=False,
        )


def hushed(text: str) -> str:
    """The text with an empty character in all that would call people: a page that we quote must
    not ring a room."""
    return CALLS.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


def _names_files(service: Any) -> bool:
    """True if a template or a key is to be read from a file, and perhaps sent."""
    import apprise

    within = [one for one in vars(service).values() if hasattr(one, "__dict__")]
    held = [one for part in (service, *within) for one in vars(part).values()]
    return any(isinstance(one, apprise.AppriseAttachment) and len(one) for one in held)


def _service(url: str) -> Any:
    """What Apprise makes of an address, None if it makes nothing of it."""
    import apprise  # slow, and wanted by few

    logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)  # it logs addresses, with tokens
    return apprise.Apprise.instantiate(url, suppress_exceptions=True)


def _refuse_private(service: Any) -> None:
    """Refuse a service whose host is not public, by the rule that pages go by."""
    host, port = getattr(service, "host", None), getattr(service, "port", None)
    if not isinstance(host, str):
        return
    try:
        found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return  # with many services it is no host but a token
    for *_, target in found:
        if not Guard().permits(str(target[0]), port or 443):
            raise ChannelError(NOT_PUBLIC, permanent=True)
