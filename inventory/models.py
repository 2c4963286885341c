"""The register's tables, as the design names them. Rows are history: a check closes them, it never
deletes them."""

from peewee import (
    SQL,
    BooleanField,
    CharField,
    Check as Constraint,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)
from playhouse.fields import CompressedField

from inventory.columns import Table, UtcField, new_stamp as new_stamp, one_of, utcnow as utcnow
from scrapers.page import KINDS

SOURCE_KINDS = KINDS
INTERVALS = ("hourly", "daily", "weekly", "off")
OUTCOMES = ("baseline", "changed", "unchanged", "unreachable", "unreadable")
CHANGE_KINDS = ("added", "removed", "renamed", "amended")
SOURCE_NEWS = ("went-bad", "healed", "clauses")
DECISIONS = ("accepted", "objected", "dismissed")
CHANNEL_KINDS = ("email", "webhook", "apprise")
PACES = ("at-once", "daily")
TERM_KINDS = ("notice", "objection")
SILENCES = ("consent", "refusal")
UNITS = ("days", "business-days", "months")
CAUSES = ("vendor", "reader", "person")
CORRECTED = ("entry", "no-entry", "missed", "title")
IS_A_LEVEL = Constraint("severity BETWEEN 0 AND 3")


class User(Table):
    """A person who may sign in, or might before they left. A session lasts as long as its
    password and `session_stamp` do."""

    name = CharField()
    email = CharField(unique=True)  # stored in lower case
    password_hash = CharField()
    is_admin = BooleanField(default=False)
    is_active = BooleanField(default=True)
    must_change_password = BooleanField(default=False)  # it was given by an admin
    session_stamp = CharField(default=new_stamp)
    created_at = UtcField(default=utcnow)
    signed_in_at = UtcField(null=True)


class SavedFilter(Table):
    """A filter of the inbox that a person kept under a name; `query` is the end of its address."""

    user = ForeignKeyField(User, on_delete="CASCADE")
    name = CharField()
    query = TextField()
    created_at = UtcField(default=utcnow)

    class Meta:
        indexes = ((("user", "name"), True),)


class Vendor(Table):
    """Any company in the register. Being a sub-processor is a relation, not a kind; `is_ours` means
    we use it."""

    slug = CharField(unique=True)
    name = CharField()
    catalogue_key = CharField(null=True, unique=True)
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    domain = CharField(null=True)
    country = CharField(null=True)  # ISO 3166-1 alpha-2, of the head office
    holiday_country = CharField(null=True)  # whose public holidays are no business days
    purpose = TextField(null=True)
    is_ours = BooleanField(default=False, index=True)
    owner = ForeignKeyField(User, null=True, on_delete="SET NULL")
    created_at = UtcField(default=utcnow)


class Alias(Table):
    """A name under which a vendor is printed. `normal` is what scrapers.names.normal_form makes of
    it; one vendor each."""

    vendor = ForeignKeyField(Vendor, on_delete="CASCADE", index=True)
    name = CharField()
    normal = CharField(unique=True)
    created_at = UtcField(default=utcnow)


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


class DataCategory(Table):
    """A kind of personal data, by its key in the Fides taxonomy."""

    key = CharField(unique=True)
    name = CharField()
    description = TextField()
    is_special = BooleanField(default=False)  # GDPR Art. 9 or 10
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")


class EngagementData(Table):
    """What a source says goes to a sub-processor: the words it prints, and the category that we
    read them as."""

    engagement = ForeignKeyField(Engagement, on_delete="CASCADE", index=True)
    category = ForeignKeyField(DataCategory, null=True, on_delete="RESTRICT", index=True)
    printed = TextField()


class SentData(Table):
    """What we send to a vendor, set by people and never by a source."""

    vendor = ForeignKeyField(Vendor, on_delete="CASCADE")
    category = ForeignKeyField(DataCategory, on_delete="RESTRICT", index=True)
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    set_at = UtcField(default=utcnow)

    class Meta:
        indexes = ((("vendor", "category"), True),)


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


class Change(Table):
    """A difference that was stored.

    It happened after `not_before`, the last complete reading that showed the old state, and not
    after `not_after`, the first that showed the new one; `detected_at` is when it was recorded (a
    removal only after a second look). `effective_on`, `is_announced` and `page_updated_on` are what
    the vendor says itself. `cause` is `vendor`, or `reader` for a correction made by a better
    reader, or `person` for one made by `corrected_by`: nobody is alerted to those. `deadline` is
    the earliest day on which the right to object may end, `deadline_note` how it was computed.
    `severity` counts from 0 (none) to 3 (high) without what depends on the day on which it is
    shown. `takes_back` is the change after which the state had been left that this one restores:
    both belong to one story.
    """

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
    cause = CharField(default="vendor", constraints=[one_of("cause", CAUSES)])
    is_minor = BooleanField(default=False)
    certainty = CharField(default="stated")
    not_before = UtcField(null=True)
    not_after = UtcField(default=utcnow)
    effective_on = DateField(null=True)
    is_announced = BooleanField(default=False)
    page_updated_on = DateField(null=True)
    detected_at = UtcField(default=utcnow, index=True)
    deadline = DateField(null=True)
    deadline_note = TextField(null=True)
    notice_term = ForeignKeyField(NoticeTerm, null=True, on_delete="RESTRICT", index=False)
    contract_term = ForeignKeyField(ContractTerm, null=True, on_delete="RESTRICT", index=False)
    severity = IntegerField(default=0, index=True, constraints=[IS_A_LEVEL])
    reasons = JSONField(default=list)  # each with its rule, level and sentence
    takes_back = ForeignKeyField("self", null=True, on_delete="RESTRICT", index=True)
    decision = CharField(
        null=True, index=True, constraints=[one_of("decision", DECISIONS)]
    )  # of the latest review
    corrected_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)


class Review(Table):
    """A person's decision on a change. Later ones do not erase earlier ones."""

    change = ForeignKeyField(Change, on_delete="RESTRICT", index=True)
    user = ForeignKeyField(User, null=True, on_delete="SET NULL")
    decision = CharField(null=True, constraints=[one_of("decision", DECISIONS)])  # null: reopened
    note = TextField(default="")
    decided_at = UtcField(default=utcnow)
    takes_back = IntegerField(null=True)  # the id of the review before, if that was a slip


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


class Correction(Table):
    """What a person says of a source where the reader is wrong. Withdrawn, never altered.

    It is `about` a field of an entry, an entry that is none, one that was missed, or what a title
    means. It is known by the `name` and `section` that the page prints, or by the title. `quote`
    is what stood there that day, `before` what the reader made of it, `value` what it is. `seen`
    is the entry as it last was when this applied, by which it is told again; `lapsed_at` is when
    it was not found, or said something else. See inventory.fixes.
    """

    source = ForeignKeyField(Source, on_delete="RESTRICT", index=True)
    about = CharField(constraints=[one_of("about", CORRECTED)])
    name = TextField()
    section = TextField(null=True)
    quote = TextField(null=True)
    field = CharField(null=True)
    before = JSONField(null=True)
    value = JSONField(null=True)
    note = TextField(default="")
    seen = JSONField(null=True)
    lapsed_at = UtcField(null=True)
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    set_at = UtcField(default=utcnow)
    withdrawn_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    withdrawn_at = UtcField(null=True)


class DataPhrase(Table):
    """What a person says that words for data mean in this workspace, by the keys of categories;
    none: they are no personal data. `normal` is how `inventory.data_words` folds the words.
    Withdrawn, never altered."""

    normal = TextField(index=True)
    printed = TextField()
    keys = JSONField()
    note = TextField(default="")
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    set_at = UtcField(default=utcnow)
    withdrawn_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    withdrawn_at = UtcField(null=True)


class AuditEvent(Table):
    """Who did what, when. Never altered."""

    at = UtcField(default=utcnow, index=True)
    user = ForeignKeyField(User, null=True, on_delete="SET NULL")
    action = CharField(index=True)
    subject = TextField(null=True)
    detail = TextField(null=True)
    address = CharField(null=True)


TABLES: tuple[type[Table], ...] = tuple(Table.__subclasses__())  # in the order of this file
