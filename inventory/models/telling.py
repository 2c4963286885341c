"""Where news goes, of whom, and what became of each message."""

from peewee import (
    SQL,
    BooleanField,
    CharField,
    Check as Constraint,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)

from inventory.columns import Table, UtcField, one_of, utcnow
from inventory.models.changes import Change
from inventory.models.sources import Check
from inventory.models.vendors import Vendor

CHANNEL_KINDS = ("email", "webhook", "apprise")
PACES = ("at-once", "daily")


class Channel(Table):
    """Where alerts go. `settings` is what inventory.channels needs to send by this kind, as
    JSON."""

    name = CharField(unique=True)
    kind = CharField(constraints=[one_of("kind", CHANNEL_KINDS)])
    settings = JSONField()
    pace = CharField(default="at-once", constraints=[one_of("pace", PACES)])
    digest_hour = IntegerField(default=7)  # UTC
    kinds = (
        JSONField()
    )  # the kinds of change wanted, with "source" for sources that went bad or healed
    wants_suggested = BooleanField(default=True)
    is_active = BooleanField(default=True)
    problem = TextField(null=True)  # of the last attempt
    created_at = UtcField(default=utcnow)
    least_severity = IntegerField(  # of a change that is told; sources are told at any
        default=0, constraints=[SQL("DEFAULT 0"), Constraint("least_severity BETWEEN 0 AND 3")]
    )


class Subscription(Table):
    """A vendor that a channel wants to hear of. A channel without any hears of every vendor."""

    channel = ForeignKeyField(Channel, on_delete="CASCADE")
    vendor = ForeignKeyField(Vendor, on_delete="CASCADE", index=True)

    class Meta:
        indexes = ((("channel", "vendor"), True),)


class Delivery(Table):
    """One piece of news that one channel must hear of: a change, or a check at which the source
    went bad or healed.

    Born in the transaction of its news, claimed with a lease, sent at least once. Deliveries of one
    channel that are due together leave in one message, whose id they share.
    """

    channel = ForeignKeyField(Channel, on_delete="CASCADE")
    change = ForeignKeyField(Change, null=True, on_delete="RESTRICT", index=True)
    check_row = ForeignKeyField(
        Check, null=True, column_name="check_id", on_delete="RESTRICT", index=True
    )
    due_at = UtcField(default=utcnow)
    claimed_until = UtcField(null=True)
    attempts = IntegerField(default=0)
    message_id = CharField(null=True)
    problem = TextField(null=True)
    sent_at = UtcField(null=True)
    given_up_at = UtcField(null=True)
    created_at = UtcField(default=utcnow)

    class Meta:
        indexes = ((("channel", "sent_at"), False),)
        constraints = [SQL("CHECK ((change_id IS NULL) <> (check_id IS NULL))")]
