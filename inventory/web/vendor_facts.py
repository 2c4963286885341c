"""Find what the pages of one vendor show, a function a tab."""

from dataclasses import dataclass, field
from typing import Any

from peewee import JOIN, fn

from inventory.corrections.words import normal_words
from inventory.models import (
    Alias,
    Change,
    Check,
    DataCategory,
    DataPhrase,
    Engagement,
    EngagementData,
    NoticeTerm,
    SentData,
    Source,
    User,
    Vendor,
)
from inventory.web.inbox_rows import IS_HIDDEN, IS_OPEN, Company, with_companies
from inventory.web.pages import Page, paginate
from inventory.web.vendor_rows import NOW_ENGAGED

STRIP = 60
LATEST = 6
MOST_PAST = 200
Parent = Vendor.alias()


@dataclass
class Branch:
    """A category of data with those below it."""

    category: DataCategory
    is_sent: bool
    published_for: int  # sub-processors for which the vendor publishes it
    below: list["Branch"] = field(default_factory=list)

    @property
    def is_used(self) -> bool:
        """Whether it, or one below it, is sent or published: such a branch is shown open."""
        used = self.is_sent or self.published_for > 0
        return used or any(branch.is_used for branch in self.below)

    @property
    def sent_within(self) -> int:
        """How many categories of the branch are sent."""
        return self.is_sent + sum(branch.sent_within for branch in self.below)


def vendor_of(slug: str) -> Vendor | None:
    """The vendor of an address, with its parent and owner."""
    query = (
        Vendor.select(Vendor, Parent, User)
        .join(Parent, JOIN.LEFT_OUTER, on=(Vendor.parent == Parent.id), attr="parent")
        .switch(Vendor)
        .join(User, JOIN.LEFT_OUTER, on=Vendor.owner)
    )
    found: Vendor | None = query.where(Vendor.slug == slug).first()
    return found


def counts(vendor: Vendor) -> dict[str, int]:
    """The figures beside the tabs."""
    engaged = Engagement.select(fn.COUNT(Engagement.subprocessor.distinct()))
    using = Engagement.select(fn.COUNT(Engagement.vendor.distinct()))
    sources = Source.select(fn.COUNT(Source.id))
    waiting = Change.select(fn.COUNT(Change.id))
    return {
        "sub-processors": engaged.where(Engagement.vendor == vendor, NOW_ENGAGED).scalar(),
        "used-by": using.where(Engagement.subprocessor == vendor, NOW_ENGAGED).scalar(),
        "sources": sources.where(Source.vendor == vendor).scalar(),
        "changes": waiting.where(Change.vendor == vendor, IS_OPEN, ~IS_HIDDEN).scalar(),
    }


def aliases(vendor: Vendor) -> list[Alias]:
    return list(Alias.select().where(Alias.vendor == vendor).order_by(Alias.name))


def companies_below(vendor: Vendor) -> list[Vendor]:
    return list(Vendor.select().where(Vendor.parent == vendor).order_by(Vendor.name).limit(LATEST))


def engaged_now(vendor: Vendor) -> Page:
    """The sub-processors that the vendor publishes now; suggested ones after the stated."""
    rule = (Engagement.vendor == vendor) & NOW_ENGAGED
    order = (Engagement.certainty, fn.LOWER(Company.name), Engagement.id)
    return paginate(
        _with_company(rule).order_by(*order), total=Engagement.select().where(rule).count()
    )


def engaged_before(vendor: Vendor) -> list[Engagement]:
    """Engagements that ended, the last ended first."""
    rule = (Engagement.vendor == vendor) & Engagement.closed_at.is_null(False)
    return list(
        _with_company(rule & Engagement.rejected_by.is_null())
        .order_by(Engagement.closed_at.desc())
        .limit(MOST_PAST)
    )


def rejected(vendor: Vendor) -> list[Engagement]:
    """What people said is no engagement."""
    rule = (Engagement.vendor == vendor) & Engagement.rejected_by.is_null(False)
    rule &= Engagement.closed_at.is_null()
    return list(_with_company(rule).order_by(fn.LOWER(Company.name)).limit(MOST_PAST))


def data_of(engagements: list[Engagement]) -> dict[int, list[str]]:
    """The words that are printed for the data of each engagement."""
    query = (
        EngagementData.select(EngagementData.engagement, EngagementData.printed)
        .where(EngagementData.engagement.in_([row.id for row in engagements]))
        .order_by(EngagementData.id)
    )
    found: dict[int, dict[str, None]] = {}
    for engagement_id, printed in query.tuples():
        found.setdefault(engagement_id, {})[printed] = None
    return {row_id: list(words) for row_id, words in found.items()}


def published_by_category(vendor: Vendor) -> list[tuple[DataCategory | None, list[str], int]]:
    """What the vendor publishes: a category, the companies it goes to, and how many they are.
    Words without a category stand last, as None."""
    query = (
        EngagementData.select(EngagementData, DataCategory, Engagement, Company)
        .join(DataCategory, JOIN.LEFT_OUTER)
        .switch(EngagementData)
        .join(Engagement)
        .join(Company, on=(Engagement.subprocessor == Company.id), attr="subprocessor")
        .where(Engagement.vendor == vendor, NOW_ENGAGED)
        .order_by(DataCategory.key, fn.LOWER(Company.name))
    )
    grouped: dict[Any, tuple[DataCategory | None, dict[str, None]]] = {}
    for row in query:
        names = grouped.setdefault(row.category_id, (row.category, {}))[1]
        words = row.engagement.subprocessor.name
        names[words if row.category_id else f"{words}: {row.printed}"] = None
    rows = [(category, list(names), len(names)) for category, names in grouped.values()]
    return sorted(rows, key=lambda row: (row[0] is None, row[0].key if row[0] else ""))


def said_words(vendor: Vendor) -> dict[int | None, list[DataPhrase]]:
    """What people said that words mean which the vendor publishes now, by category; None: they are
    no personal data."""
    rows = DataPhrase.select(DataPhrase, User).join(User, JOIN.LEFT_OUTER, on=DataPhrase.set_by)
    said = {row.normal: row for row in rows.where(DataPhrase.withdrawn_at.is_null())}
    query = EngagementData.select(EngagementData.printed, EngagementData.category).distinct()
    printed = query.join(Engagement).where(Engagement.vendor == vendor, NOW_ENGAGED) if said else ()
    found: dict[int | None, dict[int, DataPhrase]] = {}
    for row in printed:
        if phrase := said.get(normal_words(row.printed)):
            found.setdefault(row.category_id, {})[phrase.id] = phrase
    return {category: list(phrases.values()) for category, phrases in found.items()}


def data_tree(vendor: Vendor, published: list[tuple[Any, list[str], int]]) -> list[Branch]:
    """Every category of data as a tree: which we send to the vendor, which it publishes."""
    sent = SentData.select(SentData.category).where(SentData.vendor == vendor).tuples()
    sent_ids = {category_id for (category_id,) in sent}
    passed = {category.id: count for category, _, count in published if category}
    rows = DataCategory.select().order_by(DataCategory.key)
    return grown_tree([Branch(row, row.id in sent_ids, passed.get(row.id, 0)) for row in rows])


def grown_tree(found: list[Branch]) -> list[Branch]:
    """Hang each branch below the one above it; return those that have none above."""
    branches = {branch.category.id: branch for branch in found}
    roots: list[Branch] = []
    for branch in found:
        above = branches.get(branch.category.parent_id)
        (above.below if above else roots).append(branch)
    return roots


def terms(vendor: Vendor) -> list[NoticeTerm]:
    """The clauses on changes, those in force first."""
    query = NoticeTerm.select(NoticeTerm, Source).join(Source).where(NoticeTerm.vendor == vendor)
    return list(query.order_by(NoticeTerm.closed_at.is_null(False), NoticeTerm.id))


def sources(vendor: Vendor) -> list[Source]:
    return list(Source.select().where(Source.vendor == vendor).order_by(Source.kind, Source.url))


def last_checks(source: Source) -> list[Check]:
    """The last checks of a source, oldest first."""
    query = Check.select().where(Check.source == source).order_by(Check.started_at.desc())
    return list(query.limit(STRIP))[::-1]


def possible_owners(vendor: Vendor) -> Any:
    """Who may look after a vendor: everybody who may sign in, and whoever does now."""
    query = User.select().where(User.is_active | (User.id == vendor.owner_id))
    return query.order_by(User.name)


def latest_changes(vendor: Vendor) -> list[Change]:
    rule = (Change.vendor == vendor) & ~IS_HIDDEN
    return list(with_companies().where(rule).order_by(Change.id.desc()).limit(LATEST))


def used_by(vendor: Vendor) -> Page:
    """Who passes data to this company now: ours first."""
    rule = (Engagement.subprocessor == vendor) & NOW_ENGAGED
    query = (
        Engagement.select(Engagement, Vendor)
        .join(Vendor, on=Engagement.vendor)
        .where(rule)
        .order_by(Vendor.is_ours.desc(), fn.LOWER(Vendor.name), Engagement.id)
    )
    return paginate(query, total=Engagement.select().where(rule).count())


def _with_company(rule: Any) -> Any:
    return (
        Engagement.select(Engagement, Company, Source)
        .join(Company, on=(Engagement.subprocessor == Company.id), attr="subprocessor")
        .switch(Engagement)
        .join(Source)
        .where(rule)
    )
