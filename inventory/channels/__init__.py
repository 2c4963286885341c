"""Ways of telling, one file each: each sends a message by a channel's settings, or says why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

KINDS = ("email", "webhook", "apprise")
Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What one channel is told at one time, in each form that a channel may need.

    `id` stays the same when the message is sent again, so that a receiver may drop the second.
    """

    id: str
    subject: str
    text: str
    html: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


class ChannelError(Exception):
    """The message did not leave; the sentence says why and holds no secret."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


def send(kind: str, settings: Settings, message: Message) -> str | None:
    """Send by a kind of channel. Raises ChannelError. A remark is returned where part of it failed.

    `allow_private` in the settings lets it reach private addresses.
    """
    way: Callable[[Settings, Message], str | None] = _module(kind).send
    return way(settings, message)


def validate(kind: str, settings: Settings) -> list[str]:
    """What is wrong with the settings of a channel, a sentence each; empty if nothing is."""
    if kind not in KINDS:
        return [f"there is no kind of channel {kind!r}; choose one of {', '.join(KINDS)}"]
    problems: Callable[[Settings], list[str]] = _module(kind).problems
    return problems(settings)


def secret_fields(kind: str) -> tuple[str, ...]:
    """The settings of a kind that no screen and no log may show."""
    fields: tuple[str, ...] = _module(kind).SECRETS
    return fields


def _module(kind: str) -> Any:
    if kind not in KINDS:
        raise ChannelError(f"there is no kind of channel {kind!r}", permanent=True)
    return import_module(f"{__name__}.{kind}")
