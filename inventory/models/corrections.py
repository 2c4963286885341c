"""What people say where the reader is wrong, or does not know a word."""

from peewee import CharField, ForeignKeyField, JSONField, TextField

from inventory.columns import Table, UtcField, one_of, utcnow
from inventory.models.people import User
from inventory.models.sources import Source

CORRECTED = ("entry", "no-entry", "missed", "title")


class Correction(Table):
    """What a person says of a source where the reader is wrong. Withdrawn, never altered.

    It is `about` a field of an entry, an entry that is none, one that was missed, or what a title
    means. It is known by the `name` and `section` that the page prints, or by the title. `quote`
    is what stood there that day, `before` what the reader made of it, `value` what it is. `seen`
    is the entry as it last was when this applied, by which it is told again; `lapsed_at` is when
    it was not found, or said something else. See inventory.corrections.fixes.
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
    none: they are no personal data. `normal` is how `inventory.corrections.words` folds the words.
    Withdrawn, never altered."""

    normal = TextField(index=True)
    printed = TextField()
    keys = JSONField()
    note = TextField(default="")
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    set_at = UtcField(default=utcnow)
    withdrawn_by = ForeignKeyField(User, null=True, on_delete="SET NULL", index=False)
    withdrawn_at = UtcField(null=True)
