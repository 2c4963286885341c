"""What a source says that holds: whom a vendor engages, and which periods it grants."""

from peewee import (
    BooleanField,
    CharField,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)

from inventory.columns import Table, UtcField, one_of, utcnow
from inventory.models.people import User
from inventory.models.sources import Source
from inventory.models.vendors import DataCategory, Vendor

TERM_KINDS = ("notice", "objection")
SILENCES = ("consent", "refusal")
UNITS = ("days", "business-days", "months")


class Engagement(Table):
    """A vendor's use of a sub-processor, as one source publishes it, from first to last sight.

    `entry` is the entry last confirmed, as JSON; the columns beside it are those that people
    filter and sort by. `not_before` is the last complete reading without the entry (null if it
    stood in the first one), `first_seen_at` the first with it. While it is listed, the source's
    `confirmed_at` is when it was last seen; from the first complete reading that lacks it
    (`missing_since`) on, `last_seen_at` is. The second such reading sets `closed_at`. `since` and
    `until` are dates that the vendor itself gives.
    """

    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT")
    subprocessor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    source = ForeignKeyField(Source, on_delete="RESTRICT")
    entity = TextField()
    role = CharField()
    condition = CharField()
    status = CharField()
    certainty = CharField()
    purpose = TextField(null=True)
    countries = JSONField()
    section = TextField(null=True)
    quote = TextField()
    entry = JSONField()
    since = DateField(null=True)
    until = DateField(null=True)
    not_before = UtcField(null=True)
    first_seen_at = UtcField()
    last_seen_at = UtcField()
    missing_since = UtcField(null=True)
    closed_at = UtcField(null=True)
    confirmed_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    rejected_by = ForeignKeyField(User, null=True, on_delete="SET NULL")

    class Meta:
        indexes = ((("vendor", "closed_at"), False), (("source", "closed_at"), False))


class EngagementData(Table):
    """What a source says goes to a sub-processor: the words it prints, and the category that we
    read them as."""

    engagement = ForeignKeyField(Engagement, on_delete="CASCADE", index=True)
    category = ForeignKeyField(DataCategory, null=True, on_delete="RESTRICT", index=True)
    printed = TextField()


class NoticeTerm(Table):
    """A clause on changes as a source prints it; closed when the source no longer does.

    It is news where it came or went after the first reading, by the vendor's doing, and with it a
    length or a trigger that was not there before: not where a sentence was merely put otherwise.
    """

    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    source = ForeignKeyField(Source, on_delete="RESTRICT", index=True)
    kind = CharField(constraints=[one_of("kind", TERM_KINDS)])
    period = IntegerField(null=True)
    unit = CharField(null=True, constraints=[one_of("unit", UNITS)])
    trigger = CharField(null=True)
    quote = TextField()
    first_seen_at = UtcField()
    closed_at = UtcField(null=True)
    opening_is_news = BooleanField(default=False)
    closing_is_news = BooleanField(default=False)
    silence = CharField(null=True, constraints=[one_of("silence", SILENCES)])
    conditions = JSONField(null=True)  # null: found before they were looked for


class ContractTerm(Table):
    """A period from the signed contract, set by a person; it wins over what sources print. Never
    altered: closed, and another one set."""

    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    kind = CharField(constraints=[one_of("kind", TERM_KINDS)])
    period = IntegerField()
    unit = CharField(constraints=[one_of("unit", UNITS)])
    trigger = CharField(null=True)
    note = TextField(default="")
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    set_at = UtcField(default=utcnow)
    closed_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    closed_at = UtcField(null=True)
