"""Say a change, and a source's news, in one sentence: the same on the screen and in an alert."""

from datetime import datetime

from inventory.models import Change, Check

FIELDS = {
    "purpose": "the purpose",
    "locations": "the locations",
    "entity_location": "the place of establishment",
    "data": "the kinds of data",
    "transfer": "the transfer mechanism",
    "link": "the link",
    "section": "the section",
    "service": "the service",
    "notes": "the notes",
}
NOTHING = "nothing stated"
LONG = 80  # characters of a value that still read well within a sentence


def describe(change: Change) -> str:
    """One sentence that says who did what with whom."""
    vendor, company = change.vendor.name, change.subprocessor.name
    seems = " seems to have" if change.certainty == "suggested" else ""
    if change.kind == "added":
        return f"{vendor}{seems} added {company}" + _for(change.after, company) + "."
    if change.kind == "removed":
        return f"{vendor}{seems} removed {company}."
    if change.kind == "renamed":
        return f"{vendor} now lists {change.before} as {change.after}."
    what = FIELDS.get(change.field or "", "an entry")
    before, after = _value(change.before), _value(change.after)
    return f"{vendor} amended {what} of {company} from {before} to {after}."


def describe_news(check: Check) -> str:
    """One sentence on a source that went bad or healed."""
    source = check.source
    what = {"list": "list of sub-processors", "policy": "privacy policy", "dpa": "DPA"}[source.kind]
    if check.news == "healed":
        return f"The {what} of {source.vendor.name} can be read again."
    return f"The {what} of {source.vendor.name} could not be read: {check.problem}"


def interval(change: Change) -> str:
    """The time within which a change happened, as far as two looks can tell."""
    if change.not_before is None:
        return f"before {_moment(change.not_after)}"
    return f"between {_moment(change.not_before)} and {_moment(change.not_after)}"


def _for(printed: str | None, company: str) -> str:
    """The name as printed, where it differs from the register's."""
    return f" (“{printed}”)" if printed and printed != company else ""


def _value(text: str | None) -> str:
    if not text:
        return NOTHING
    return f"“{text if len(text) <= LONG else text[: LONG - 1].rstrip() + '…'}”"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
