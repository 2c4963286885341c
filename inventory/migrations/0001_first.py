"""The first schema. A frozen copy, so that later models cannot alter what this step did."""

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    CharField,
    Check as Constraint,
    Database,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator

SOURCE_KINDS = ("list", "policy", "dpa")
INTERVALS = ("hourly", "daily", "weekly", "off")
OUTCOMES = ("baseline", "changed", "unchanged", "unreachable", "unreadable")
CHANGE_KINDS = ("added", "removed", "renamed", "amended")
SOURCE_NEWS = ("went-bad", "healed", "clauses")
DECISIONS = ("accepted", "objected", "dismissed")
CHANNEL_KINDS = ("email", "webhook", "apprise")
PACES = ("at-once", "daily")
TERM_KINDS = ("notice", "objection")
UNITS = ("days", "business-days", "months")

IS_A_LEVEL = Constraint("severity BETWEEN 0 AND 3")


def one_of(column: str, words: tuple[str, ...]) -> Constraint:
    return Constraint(f"{column} IN ({', '.join(repr(word) for word in words)})")


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class User(Table):
    name = CharField()
    email = CharField(unique=True)
    password_hash = CharField()
    is_admin = BooleanField()
    is_active = BooleanField()
    must_change_password = BooleanField()
    session_stamp = CharField()
    created_at = DateTimeField()
    signed_in_at = DateTimeField(null=True)


class Vendor(Table):
    slug = CharField(unique=True)
    name = CharField()
    catalogue_key = CharField(null=True, unique=True)
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    domain = CharField(null=True)
    country = CharField(null=True)
    holiday_country = CharField(null=True)
    purpose = TextField(null=True)
    is_ours = BooleanField(index=True)
    owner = ForeignKeyField(User, null=True, on_delete="SET NULL")
    created_at = DateTimeField()


class Alias(Table):
    vendor = ForeignKeyField(Vendor, on_delete="CASCADE", index=True)
    name = CharField()
    normal = CharField(unique=True)
    created_at = DateTimeField()


class Source(Table):
    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    url = TextField(unique=True)
    kind = CharField(constraints=[one_of("kind", SOURCE_KINDS)])
    interval = CharField(constraints=[one_of('"interval"', INTERVALS)])
    etag = TextField(null=True)
    last_modified = TextField(null=True)
    robots_exempted_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    problem = TextField(null=True)
    bad_since = DateTimeField(null=True)
    checked_at = DateTimeField(null=True)
    confirmed_at = DateTimeField(null=True)
    next_check_at = DateTimeField(index=True)
    claimed_until = DateTimeField(null=True)
    needs_rendering = BooleanField()
    trusted_sha256 = CharField(null=True)
    created_at = DateTimeField()


class Snapshot(Table):
    source = ForeignKeyField(Source, on_delete="RESTRICT")
    sha256 = CharField(max_length=64)
    content = BlobField()
    size = IntegerField()
    media_type = CharField()
    charset = CharField(null=True)
    final_url = TextField(null=True)
    fetched_at = DateTimeField()

    class Meta:
        indexes = ((("source", "sha256"), True),)


class Reading(Table):
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
    contradictions = JSONField(null=True)
    read_at = DateTimeField()

    class Meta:
        indexes = ((("snapshot", "reader_version"), True),)


class Check(Table):
    source = ForeignKeyField(Source, on_delete="RESTRICT")
    outcome = CharField(constraints=[one_of("outcome", OUTCOMES)])
    problem = TextField(null=True)
    snapshot = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT", index=False)
    reading = ForeignKeyField(Reading, null=True, on_delete="RESTRICT", index=False)
    news = CharField(null=True, constraints=[one_of("news", SOURCE_NEWS)])
    remark = TextField(null=True)
    is_variant = BooleanField()
    moved_to = TextField(null=True)
    started_at = DateTimeField()
    finished_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("source", "started_at"), False),)


class Engagement(Table):
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
    not_before = DateTimeField(null=True)
    first_seen_at = DateTimeField()
    last_seen_at = DateTimeField()
    missing_since = DateTimeField(null=True)
    closed_at = DateTimeField(null=True)
    confirmed_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    rejected_by = ForeignKeyField(User, null=True, on_delete="SET NULL")

    class Meta:
        indexes = ((("vendor", "closed_at"), False), (("source", "closed_at"), False))


class DataCategory(Table):
    key = CharField(unique=True)
    name = CharField()
    description = TextField()
    is_special = BooleanField()
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")


class EngagementData(Table):
    engagement = ForeignKeyField(Engagement, on_delete="CASCADE", index=True)
    category = ForeignKeyField(DataCategory, null=True, on_delete="RESTRICT", index=True)
    printed = TextField()


class SentData(Table):
    vendor = ForeignKeyField(Vendor, on_delete="CASCADE")
    category = ForeignKeyField(DataCategory, on_delete="RESTRICT", index=True)
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    set_at = DateTimeField()

    class Meta:
        indexes = ((("vendor", "category"), True),)


class NoticeTerm(Table):
    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    source = ForeignKeyField(Source, on_delete="RESTRICT", index=True)
    kind = CharField(constraints=[one_of("kind", TERM_KINDS)])
    period = IntegerField(null=True)
    unit = CharField(null=True, constraints=[one_of("unit", UNITS)])
    trigger = CharField(null=True)
    quote = TextField()
    first_seen_at = DateTimeField()
    closed_at = DateTimeField(null=True)
    opening_is_news = BooleanField()
    closing_is_news = BooleanField()


class ContractTerm(Table):
    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    kind = CharField(constraints=[one_of("kind", TERM_KINDS)])
    period = IntegerField()
    unit = CharField(constraints=[one_of("unit", UNITS)])
    trigger = CharField(null=True)
    note = TextField()
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    set_at = DateTimeField()
    closed_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    closed_at = DateTimeField(null=True)


class Change(Table):
    source = ForeignKeyField(Source, on_delete="RESTRICT", index=True)
    check_row = ForeignKeyField(
        Check, null=True, column_name="check_id", on_delete="RESTRICT", index=True
    )
    vendor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    subprocessor = ForeignKeyField(Vendor, on_delete="RESTRICT", index=True)
    engagement = ForeignKeyField(Engagement, on_delete="RESTRICT", index=True)
    kind = CharField(constraints=[one_of("kind", CHANGE_KINDS)])
    field = CharField(null=True)
    before = TextField(null=True)
    after = TextField(null=True)
    quote_before = TextField(null=True)
    quote_after = TextField(null=True)
    snapshot_before = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT", index=False)
    snapshot_after = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT", index=False)
    cause = CharField(constraints=[one_of("cause", ("vendor", "reader"))])
    is_minor = BooleanField()
    certainty = CharField()
    not_before = DateTimeField(null=True)
    not_after = DateTimeField()
    effective_on = DateField(null=True)
    is_announced = BooleanField()
    page_updated_on = DateField(null=True)
    detected_at = DateTimeField(index=True)
    deadline = DateField(null=True)
    deadline_note = TextField(null=True)
    notice_term = ForeignKeyField(NoticeTerm, null=True, on_delete="RESTRICT", index=False)
    contract_term = ForeignKeyField(ContractTerm, null=True, on_delete="RESTRICT", index=False)
    severity = IntegerField(index=True, constraints=[IS_A_LEVEL])
    reasons = JSONField()
    takes_back = ForeignKeyField("self", null=True, on_delete="RESTRICT", index=True)
    decision = CharField(null=True, index=True, constraints=[one_of("decision", DECISIONS)])


class Review(Table):
    change = ForeignKeyField(Change, on_delete="RESTRICT", index=True)
    user = ForeignKeyField(User, null=True, on_delete="SET NULL")
    decision = CharField(null=True, constraints=[one_of("decision", DECISIONS)])
    note = TextField()
    decided_at = DateTimeField()


class Channel(Table):
    name = CharField(unique=True)
    kind = CharField(constraints=[one_of("kind", CHANNEL_KINDS)])
    settings = JSONField()
    pace = CharField(constraints=[one_of("pace", PACES)])
    digest_hour = IntegerField()
    kinds = JSONField()
    wants_suggested = BooleanField()
    is_active = BooleanField()
    problem = TextField(null=True)
    created_at = DateTimeField()


class Subscription(Table):
    channel = ForeignKeyField(Channel, on_delete="CASCADE")
    vendor = ForeignKeyField(Vendor, on_delete="CASCADE", index=True)

    class Meta:
        indexes = ((("channel", "vendor"), True),)


class Delivery(Table):
    channel = ForeignKeyField(Channel, on_delete="CASCADE")
    change = ForeignKeyField(Change, null=True, on_delete="RESTRICT", index=True)
    check_row = ForeignKeyField(
        Check, null=True, column_name="check_id", on_delete="RESTRICT", index=True
    )
    due_at = DateTimeField()
    claimed_until = DateTimeField(null=True)
    attempts = IntegerField()
    message_id = CharField(null=True)
    problem = TextField(null=True)
    sent_at = DateTimeField(null=True)
    given_up_at = DateTimeField(null=True)
    created_at = DateTimeField()

    class Meta:
        indexes = ((("channel", "sent_at"), False),)
        constraints = [SQL("CHECK ((change_id IS NULL) <> (check_id IS NULL))")]


class AuditEvent(Table):
    at = DateTimeField(index=True)
    user = ForeignKeyField(User, null=True, on_delete="SET NULL")
    action = CharField(index=True)
    subject = TextField(null=True)
    detail = TextField(null=True)
    address = CharField(null=True)


TABLES = (
    User,
    Vendor,
    Alias,
    Source,
    Snapshot,
    Reading,
    Check,
    Engagement,
    DataCategory,
    EngagementData,
    SentData,
    NoticeTerm,
    ContractTerm,
    Change,
    Review,
    Channel,
    Subscription,
    Delivery,
    AuditEvent,
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES, safe=False)
