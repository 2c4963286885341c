"""Say a change, and a source's news, in one sentence: the same on the screen and in an alert."""

from datetime import datetime

from inventory.models import Change, Check, ContractTerm, NoticeTerm
from inventory.notice.scope import scope_told

FIELDS = {
    "purpose": "the purpose",
    "locations": "the place of processing",
    "entity_location": "the place of establishment",
    "storage_location": "the place of storage",
    "data": "the kinds of data",
    "transfer": "the transfer mechanism",
    "link": "the link",
    "section": "the section",
    "service": "the service",
    "notes": "the notes",
    "role": "the role",
    "condition": "the condition",
    "status": "the status",
    "effective_on": "the date of effect",
}
PAGES = {"list": "list of sub-processors", "policy": "privacy policy", "dpa": "DPA"}
UNITS = {"days": "day", "business-days": "business day", "months": "month"}
STARTS = {
    "notice-sent": "from when the notice is sent",
    "notice-received": "from when the notice is received",
    "posted": "from when the change is posted",
    "informed": "from when we are informed",
    "before-change": "counted back from the change",
}
LONGEST = 80  # characters of a value that still read well within a sentence


def describe(change: Change) -> str:
    """One sentence that says who did what with whom. Reads the vendor and the sub-processor."""
    sentence = _told(change)
    if change.cause == "reader":
        return f"Read better than before: {sentence}"
    if change.cause == "person":
        return f"Corrected by a person: {sentence}"
    return sentence


def _told(change: Change) -> str:
    vendor, company = change.vendor.name, change.subprocessor.name
    seems = "seems to have " if change.certainty == "suggested" else ""
    if change.kind == "added":
        return f"{vendor} {seems}added {company}{_as_printed(change.after, company)}."
    if change.kind == "removed":
        return f"{vendor} {seems}removed {company}{_as_printed(change.before, company)}."
    if change.kind == "renamed":
        return f"{vendor} now lists {_value(change.before)} as {_value(change.after)}."
    return _amended(change, vendor, company)


def _amended(change: Change, vendor: str, company: str) -> str:
    what = f"{FIELDS.get(change.field or '', 'the entry')} of {company}"
    if not change.before:
        return f"{vendor} now states {what}: {_value(change.after)}."
    if not change.after:
        return f"{vendor} no longer states {what}, which was {_value(change.before)}."
    return f"{vendor} amended {what} from {_value(change.before)} to {_value(change.after)}."


def describe_news(check: Check) -> str:
    """One sentence on a source that went bad or healed, or whose clauses changed. Reads the
    source, its vendor and its clauses."""
    page = _page(check)
    if check.news == "clauses":
        return clauses_told(check)
    if check.news == "healed":
        clauses = clauses_changed(check)
        return f"{page} can be read again{f'; its clauses changed: {clauses}' if clauses else ''}."
    problem = " ".join((check.problem or "no reason is known").split()).rstrip(".")
    return f"{page} could not be read: {problem}."


def clauses_told(check: Check) -> str:
    """One sentence on the clauses that a look found changed."""
    return f"{_page(check)} changed its clauses: {clauses_changed(check)}."


def clauses_changed(check: Check) -> str:
    """Which periods a look found new, and which gone: `now 10 days to object; no longer 14`."""
    came = (NoticeTerm.first_seen_at == check.started_at) & NoticeTerm.opening_is_news
    went = (NoticeTerm.closed_at == check.started_at) & NoticeTerm.closing_is_news
    rows = NoticeTerm.select().where((NoticeTerm.source == check.source_id) & (came | went))
    said = []
    for row in rows.order_by(NoticeTerm.closed_at.is_null(False), NoticeTerm.id):
        verb = "no longer" if row.closed_at == check.started_at else "now"
        said.append(f"{verb} {period(row)}")
    return "; ".join(dict.fromkeys(said))


def period(term: NoticeTerm | ContractTerm) -> str:
    """What a clause gives, in few words: `14 days to object, from when we are informed`."""
    what = "to object" if term.kind == "objection" else "of notice before a change"
    if term.period is None:
        what = "a right to object" if term.kind == "objection" else "notice before a change"
        return f"{what}, no length stated"
    unit = UNITS[term.unit or "days"] + ("" if term.period == 1 else "s")
    start = f", {STARTS[term.trigger]}" if term.trigger in STARTS else ""
    scope = "".join(f" ({sentence[:-1]})" for sentence in scope_of(term))
    return f"{term.period} {unit} {what}{start}{scope}"


def scope_of(term: NoticeTerm | ContractTerm) -> list[str]:
    """Sentences on whom a printed clause holds for and what not objecting means."""
    if isinstance(term, ContractTerm):
        return []
    return list(scope_told(term.silence, term.conditions or ()))


def interval(change: Change) -> str:
    """The time within which a change happened, as far as two looks can tell."""
    if change.not_before is None:
        return f"before {_moment(change.not_after)}"
    return f"between {_moment(change.not_before)} and {_moment(change.not_after)}"


def _page(check: Check) -> str:
    source = check.source
    return f"The {PAGES.get(source.kind, 'page')} of {source.vendor.name}"


def _as_printed(printed: str | None, company: str) -> str:
    """The name as printed, where it differs from the register's."""
    return f" ({_value(printed)})" if printed and printed != company else ""


def _value(text: str | None) -> str:
    folded = " ".join((text or "").split())
    return f"“{folded if len(folded) <= LONGEST else folded[: LONGEST - 1].rstrip() + '…'}”"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
