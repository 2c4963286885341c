"""What differed from look to look, and what people decided on it."""

from peewee import (
    BooleanField,
    CharField,
    Check as Constraint,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)

from inventory.columns import Table, UtcField, one_of, utcnow
from inventory.models.engagements import ContractTerm, Engagement, NoticeTerm
from inventory.models.people import User
from inventory.models.sources import Check, Snapshot, Source
from inventory.models.vendors import Vendor

CHANGE_KINDS = ("added", "removed", "renamed", "amended")
DECISIONS = ("accepted", "objected", "dismissed")
CAUSES = ("vendor", "reader", "person")
IS_A_LEVEL = Constraint("severity BETWEEN 0 AND 3")


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
