"""Say a change, and a source's news, in one sentence: the same on the screen and in an alert."""

from datetime import datetime

from inventory.models import Change, Check

FIELDS = {
    "purpose": "the purpose",
    "locations": "the place of processing",
    "entity_location": "the place of establishment",
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
LONGEST = 80  # characters of a value that still read well within a sentence


def describe(change: Change) -> str:
    """One sentence that says who did what with whom. Reads the vendor and the sub-processor."""
    sentence = _told(change)
    if change.cause == "reader":
        return f"Read better than before: {sentence}"
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
    """One sentence on a source that went bad or healed. Reads the source and its vendor."""
    source = check.source
    page = f"The {PAGES.get(source.kind, 'page')} of {source.vendor.name}"
    if check.news == "healed":
        return f"{page} can be read again."
    problem = " ".join((check.problem or "no reason is known").split()).rstrip(".")
    return f"{page} could not be read: {problem}."


def interval(change: Change) -> str:
    """The time within which a change happened, as far as two looks can tell."""
    if change.not_before is None:
        return f"before {_moment(change.not_after)}"
    return f"between {_moment(change.not_before)} and {_moment(change.not_after)}"


def _as_printed(printed: str | None, company: str) -> str:
    """The name as printed, where it differs from the register's."""
    return f" ({_value(printed)})" if printed and printed != company else ""


def _value(text: str | None) -> str:
    folded = " ".join((text or "").split())
    return f"“{folded if len(folded) <= LONGEST else folded[: LONGEST - 1].rstrip() + '…'}”"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
