"""Where alerts go: channels as people make, alter and silence them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from inventory import channels
from inventory.channels.signing import new_secret
from inventory.database import transaction
from inventory.models import CHANGE_KINDS, PACES, AuditEvent, Channel, Subscription, User, Vendor

NEWS_KINDS = (*CHANGE_KINDS, "source")
MAX_NAME = 100


class ChannelFaults(Exception):
    """A channel cannot be kept as it is; one sentence a fault."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = tuple(sentences)


@dataclass(frozen=True)
class Wish:
    """What a channel is told of, and when. Without `vendor_ids` it hears of every vendor."""

    pace: str = "at-once"
    digest_hour: int = 7  # UTC
    kinds: tuple[str, ...] = NEWS_KINDS
    wants_suggested: bool = True
    vendor_ids: tuple[int, ...] = ()
    least_severity: int = 0  # of a change, as inventory.severity ranks it


def make_channel(
    name: str, kind: str, *, settings: Mapping[str, Any], wish: Wish, user: User | None = None
) -> Channel:
    """Make a channel. A webhook gets a secret of its own. Raises ChannelFaults."""
    kept = _given(settings)
    if kind == "webhook":
        kept["secret"] = new_secret()
    channel = Channel(name=_tidy(name), kind=kind, settings=kept)
    return _keep(channel, wish, user, "channel made")


def alter_channel(
    channel: Channel,
    name: str,
    *,
    settings: Mapping[str, Any],
    wish: Wish,
    user: User | None = None,
) -> Channel:
    """Alter a channel; a secret that is left empty stays as it was, one that is None goes. Raises
    ChannelFaults."""
    secrets = set(channels.secret_fields(channel.kind))
    stays = {key for key in secrets & channel.settings.keys() if settings.get(key, "") is not None}
    kept = {key: channel.settings[key] for key in stays}
    channel.name, channel.settings = _tidy(name), kept | _given(settings)
    return _keep(channel, wish, user, "channel altered")


def renew_secret(channel: Channel, *, user: User | None = None) -> str:
    """Give a webhook another secret and return it; the old one no longer signs."""
    secret = new_secret()
    channel.settings = {**channel.settings, "secret": secret}
    with transaction():
        channel.save(only=[Channel.settings])
        _note("channel secret renewed", channel, user)
    return secret


def set_active(channel: Channel, is_active: bool, *, user: User | None = None) -> None:
    """Let a channel speak, or silence it; what came up meanwhile is told neither way."""
    channel.is_active = is_active
    with transaction():
        channel.save(only=[Channel.is_active])
        _note("channel turned on" if is_active else "channel turned off", channel, user)


def wish_of(channel: Channel) -> Wish:
    """What a channel is told of now."""
    vendors = Subscription.select(Subscription.vendor).where(Subscription.channel == channel)
    return Wish(
        pace=channel.pace,
        digest_hour=channel.digest_hour,
        kinds=tuple(channel.kinds),
        wants_suggested=channel.wants_suggested,
        vendor_ids=tuple(vendor_id for (vendor_id,) in vendors.tuples()),
        least_severity=channel.least_severity,
    )


def _keep(channel: Channel, wish: Wish, user: User | None, action: str) -> Channel:
    if faults := [*_faults_of(channel, wish), *channels.validate(channel.kind, channel.settings)]:
        raise ChannelFaults(faults)
    for column, value in asdict(wish).items():
        if column != "vendor_ids":
            setattr(channel, column, list(value) if column == "kinds" else value)
    known = Vendor.select(Vendor.id).where(Vendor.id.in_(wish.vendor_ids)).tuples()
    with transaction():
        channel.problem = None
        channel.save()
        Subscription.delete().where(Subscription.channel == channel).execute()
        for (vendor_id,) in known:
            Subscription.create(channel=channel, vendor=vendor_id)
        _note(action, channel, user)
    return channel


def _faults_of(channel: Channel, wish: Wish) -> list[str]:
    """What is wrong with all but the settings."""
    faults = []
    if not 0 < len(channel.name) <= MAX_NAME:
        faults.append(f"give the channel a name of at most {MAX_NAME} characters")
    same_name = (Channel.name == channel.name) & (Channel.id != (channel.id or 0))
    if Channel.select().where(same_name).exists():
        faults.append(f"there is a channel named {channel.name} already; choose another name")
    if not wish.kinds or set(wish.kinds) - set(NEWS_KINDS):
        faults.append("choose at least one kind of news, or turn the channel off")
    if wish.pace not in PACES or wish.digest_hour not in range(24):
        faults.append("choose a pace, and for a daily digest an hour from 0 to 23")
    return faults


def _given(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if value}


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _note(action: str, channel: Channel, user: User | None) -> None:
    AuditEvent.create(user=user, action=action, subject=channel.name, detail=channel.kind)
