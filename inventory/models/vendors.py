"""Companies, by which names they are printed, and what we send them."""

from peewee import BooleanField, CharField, ForeignKeyField, TextField

from inventory.columns import Table, UtcField, utcnow
from inventory.models.people import User


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


class DataCategory(Table):
    """A kind of personal data, by its key in the Fides taxonomy."""

    key = CharField(unique=True)
    name = CharField()
    description = TextField()
    is_special = BooleanField(default=False)  # GDPR Art. 9 or 10
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")


class SentData(Table):
    """What we send to a vendor, set by people and never by a source."""

    vendor = ForeignKeyField(Vendor, on_delete="CASCADE")
    category = ForeignKeyField(DataCategory, on_delete="RESTRICT", index=True)
    set_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
    set_at = UtcField(default=utcnow)

    class Meta:
        indexes = ((("vendor", "category"), True),)
