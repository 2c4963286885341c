"""What we look at, and each look: the page, what was read from it, how it went."""

from peewee import (
    SQL,
    BooleanField,
    CharField,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)
from playhouse.fields import CompressedField

from inventory.columns import Table, UtcField, one_of, utcnow
from inventory.models.people import User
from inventory.models.vendors import Vendor
from scrapers.page import KINDS

SOURCE_KINDS = KINDS
INTERVALS = ("hourly", "daily", "weekly", "off")
OUTCOMES = ("baseline", "changed", "unchanged", "unreachable", "unreadable")
SOURCE_NEWS = ("went-bad", "healed", "clauses")


class Source(Table):
    """One URL that we look at. `problem` and `bad_since` are set while the last look found it
    bad."""

    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    url = TextField(unique=True)
    kind = CharField(default="list", constraints=[one_of("kind", SOURCE_KINDS)])
    interval = CharField(default="daily", constraints=[one_of('"interval"', INTERVALS)])
    etag = TextField(null=True)
    last_modified = TextField(null=True)
    robots_exempted_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    problem = TextField(null=True)
    bad_since = UtcField(null=True)
    checked_at = UtcField(null=True)
    confirmed_at = UtcField(null=True)  # the last complete reading
    next_check_at = UtcField(default=utcnow, index=True)
    claimed_until = UtcField(null=True)
    needs_rendering = BooleanField(default=False)  # only a browser shows it, as a look found
    trusted_sha256 = CharField(null=True)  # a page that a person found whole where we had doubts
    created_at = UtcField(default=utcnow)


class Snapshot(Table):
    """A page as a server answered it, stored once and never altered. `content` is packed; `size`
    counts unpacked bytes."""

    source = ForeignKeyField(Source, on_delete="RESTRICT")
    sha256 = CharField(max_length=64)
    content = CompressedField(compression_level=1)
    size = IntegerField()
    media_type = CharField()
    charset = CharField(null=True)
    final_url = TextField(null=True)
    fetched_at = UtcField(default=utcnow)
    asked_url = TextField(null=True)  # where it was asked for, if the source moved since

    class Meta:
        indexes = ((("source", "sha256"), True),)


class Reading(Table):
    """What one version of the reader made of one snapshot. `entries` and `notice` are the value
    types as JSON. `meanings` tells which meanings of titles it was told by a person, if any."""

    snapshot = ForeignKeyField(Snapshot, on_delete="RESTRICT")
    reader_version = IntegerField()
    kind = CharField()
    complete = BooleanField()
    problem = TextField(null=True)
    language = CharField(null=True)
    title = TextField(null=True)
    last_updated = DateField(null=True)
    entries = JSONField()
    notice = JSONField()
    contradictions = JSONField(null=True)  # null: read before they were looked for
    read_at = UtcField(default=utcnow)
    meanings = CharField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        indexes = ((("snapshot", "reader_version", "meanings"), True),)


class Check(Table):
    """One look at one source, and how it went.

    `remark` tells what befell the page as a whole without being a change. `is_variant`: the page
    showed another of the variants in which it is served, and what that says was not recorded.
    `moved_to` is the address to which a page that lost its list points.
    """

    source = ForeignKeyField(Source, on_delete="RESTRICT")
    outcome = CharField(constraints=[one_of("outcome", OUTCOMES)])
    problem = TextField(null=True)
    snapshot = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT", index=False)
    reading = ForeignKeyField(Reading, null=True, on_delete="RESTRICT", index=False)
    news = CharField(
        null=True, constraints=[one_of("news", SOURCE_NEWS)]
    )  # the source went bad, or healed, or its clauses changed
    remark = TextField(null=True)
    is_variant = BooleanField(default=False)
    moved_to = TextField(null=True)
    started_at = UtcField(default=utcnow)
    finished_at = UtcField(null=True)

    class Meta:
        indexes = ((("source", "started_at"), False),)
