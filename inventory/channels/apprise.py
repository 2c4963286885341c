"""Tell through any service that Apprise knows (Slack, Teams, …).

Settings: `url`, in Apprise's own form, such as `slack://…`; all of it is a secret.
"""

import logging
import socket
from typing import Any

from inventory.channels import ChannelError, Message, Settings
from scrapers.guard import Guard

SECRETS = ("url",)
LOCAL = {
    "dbus",
    "gnome",
    "glib",
    "kde",
    "macosx",
    "qt",
    "syslog",
    "windows",
}  # pop up on the server


def problems(settings: Settings) -> list[str]:
    """What is wrong with the settings, a sentence each."""
    url = str(settings.get("url") or "").strip()
    if not url:
        return ["there is no address; give one in Apprise's form, such as slack://…"]
    if url.partition(":")[0].lower() in LOCAL:
        return ["this kind of address shows messages on the server itself; give another"]
    if _service(url) is None:
        return ["Apprise does not understand the address; compare it with Apprise's documentation"]
    return []


def send(settings: Settings, message: Message) -> None:
    """Hand a message to the service; long ones go in several pieces."""
    wrong = problems(settings)
    if wrong:
        raise ChannelError(wrong[0], permanent=True)
    import apprise

    service = _service(str(settings["url"]).strip())
    if not settings.get("allow_private"):
        _refuse_private(service)
    service.overflow_mode = apprise.OverflowMode.SPLIT
    sent = service.notify(
        title=message.subject, body=message.text, body_format=apprise.NotifyFormat.TEXT
    )
    if not sent:
        name = getattr(service, "service_name", "the service")
        raise ChannelError(
            f"{name} did not take the message; check that the channel's address still holds",
            permanent=False,
        )


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
            raise ChannelError(
                "the service is at an address that is not public; "
                "set ONWARD_ALLOW_PRIVATE=1 to let Onward reach private addresses",
                permanent=True,
            )
