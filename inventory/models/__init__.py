"""The register's tables, as the design names them. Rows are history: a check closes them, it never
deletes them."""

from inventory.columns import Table, new_stamp, utcnow
from inventory.models.changes import CAUSES, CHANGE_KINDS, DECISIONS, Change, Review
from inventory.models.corrections import CORRECTED, Correction, DataPhrase
from inventory.models.engagements import (
    SILENCES,
    TERM_KINDS,
    UNITS,
    ContractTerm,
    Engagement,
    EngagementData,
    NoticeTerm,
)
from inventory.models.people import AuditEvent, SavedFilter, User
from inventory.models.sources import (
    INTERVALS,
    OUTCOMES,
    SOURCE_KINDS,
    SOURCE_NEWS,
    Check,
    Reading,
    Snapshot,
    Source,
)
from inventory.models.telling import CHANNEL_KINDS, PACES, Channel, Delivery, Subscription
from inventory.models.vendors import Alias, DataCategory, SentData, Vendor

__all__ = [
    "CAUSES",
    "CHANGE_KINDS",
    "CHANNEL_KINDS",
    "CORRECTED",
    "DECISIONS",
    "INTERVALS",
    "OUTCOMES",
    "PACES",
    "SILENCES",
    "SOURCE_KINDS",
    "SOURCE_NEWS",
    "TABLES",
    "TERM_KINDS",
    "UNITS",
    "Alias",
    "AuditEvent",
    "Change",
    "Channel",
    "Check",
    "ContractTerm",
    "Correction",
    "DataCategory",
    "DataPhrase",
    "Delivery",
    "Engagement",
    "EngagementData",
    "NoticeTerm",
    "Reading",
    "Review",
    "SavedFilter",
    "SentData",
    "Snapshot",
    "Source",
    "Subscription",
    "User",
    "Vendor",
    "new_stamp",
    "utcnow",
]

TABLES: tuple[type[Table], ...] = tuple(Table.__subclasses__())  # each behind those it refers to
