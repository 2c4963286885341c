"""How much a change may matter, and why. Pure: facts in, a level and its reasons out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale

from scrapers.adequacy import load_adequacy
from scrapers.ai import find_ai

Level = Literal["none", "low", "medium", "high"]
LEVELS: tuple[Level, ...] = ("none", "low", "medium", "high")
MANY = 5  # other vendors of ours
VERY_NEAR, NEAR = 7, 14  # days
PLACES = ("locations", "entity_location", "storage_location")
WORDS = ("purpose", "service", "notes", "data")
WEIGHTY = {
    "purpose": "the purpose",
    "data": "the kinds of data",
    "transfer": "the transfer mechanism",
    "role": "the role",
    "condition": "the condition",
    "locations": "the place of processing",
    "entity_location": "the place of establishment",
    "storage_location": "the place of storage",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as docs/severity.md lists it."""

    id: str
    level: Level
    when: str


RULES = {
    rule.id: rule
    for rule in (
        Rule("country-without-adequacy", "high", "a country without an adequacy decision"),
        Rule("country-certified-only", "medium", "a decision that covers listed companies only"),
        Rule("country-adequate", "low", "a country outside the EEA with an adequacy decision"),
        Rule("country-not-named", "medium", "no country is named"),
        Rule("special-data-published", "high", "special or children's data, as published"),
        Rule("special-data-sent", "medium", "special or children's data among what we send"),
        Rule("ai-training", "high", "models are trained"),
        Rule("ai-use", "medium", "artificial intelligence is used"),
        Rule("relied-on", "medium", f"at least {MANY} other vendors of ours use the company"),
        Rule("deadline-very-near", "high", f"the period to object ends within {VERY_NEAR} days"),
        Rule("deadline-near", "medium", f"the period to object ends within {NEAR} days"),
        Rule("new-recipient", "low", "a sub-processor was added"),
        Rule("amended", "low", "purpose, data, place, transfer or role was amended"),
    )
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a change has its level: a rule, and a sentence with the facts."""

    rule: str
    text: str

    @property
    def level(self) -> Level:
        return RULES[self.rule].level


@dataclass(frozen=True, slots=True)
class Side:
    """What an entry says, before or after: countries by code, the names of special categories of
    data, the words in which artificial intelligence would be mentioned, the transfer mechanism."""

    countries: tuple[str, ...] = ()
    special: tuple[str, ...] = ()
    words: str = ""
    transfer: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at. `sent` names the special categories that we send the vendor,
    `others` counts our other vendors that use the company, `day` is when the change was found."""

    vendor: str
    company: str
    kind: str
    day: date
    field: str | None = None
    before: Side = Side()
    after: Side = Side()
    sent: tuple[str, ...] = ()
    others: int = 0
    is_news: bool = True  # neither minor nor a correction of ours


def reasons(facts: Facts) -> tuple[Reason, ...]:
    """Every rule that applies, the gravest first. What depends on today is left to
    `deadline_reason`."""
    if not facts.is_news or facts.kind == "removed":
        return ()
    found = [*_places(facts), *_data(facts), *_ai(facts), *_company(facts)]
    return tuple(sorted(found, key=lambda reason: -rank(reason.level)))


def deadline_reason(deadline: date | None, today: date) -> Reason | None:
    """The reason that a deadline gives on a day, for a change that nobody has decided on."""
    left = (deadline - today).days if deadline else -1
    if not deadline or not 0 <= left <= NEAR:
        return None
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    rule = "deadline-very-near" if left <= VERY_NEAR else "deadline-near"
    return Reason(rule, f"The period to object may end {when}, on {deadline}.")


def level_of(found: Iterable[Reason]) -> Level:
    """The gravest level among reasons; `none` where there are none."""
    return max((reason.level for reason in found), key=rank, default="none")


def rank(level: Level) -> int:
    """The level as a number that sorts, as it is stored."""
    return LEVELS.index(level)


def reason_to_json(reason: Reason) -> dict[str, str]:
    return {"rule": reason.rule, "level": reason.level, "text": reason.text}


def reason_from_json(value: Mapping[str, str]) -> Reason | None:
    """The reason that was stored; None where its rule is no longer known."""
    return Reason(value["rule"], value["text"]) if value["rule"] in RULES else None


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """The English name of a country, or the code where it has none."""
    return str(Locale("en").territories.get(code.upper(), code))


def special_sent(facts: Facts) -> Reason | None:
    """The reason that what we send gives; it is looked at again when people change that."""
    grows = facts.kind == "added" or facts.field in (*PLACES, "purpose", "data")
    if not facts.sent or not grows or not facts.is_news:
        return None
    what = f"We send {facts.vendor} {_listed(facts.sent)}"
    return Reason("special-data-sent", f"{what}, which may reach {facts.company}.")


def _places(facts: Facts) -> Iterator[Reason]:
    if facts.kind != "added" and facts.field not in PLACES:
        return
    area = load_adequacy()
    if not facts.after.countries:
        yield Reason("country-not-named", f"No country is named for {facts.company}.")
    new = [code for code in facts.after.countries if code not in facts.before.countries]
    outside = [code for code in new if not area.is_inside(code)]
    bare = [code for code in outside if area.decision(code, facts.day) is None]
    if bare:
        text = f"{_listed(map(country_name, bare))}: outside the EEA, without an adequacy decision."
        yield Reason("country-without-adequacy", text)
    yield from (_covered(facts, code) for code in outside if code not in bare)


def _covered(facts: Facts, code: str) -> Reason:
    """What an adequacy decision says of a country outside the EEA."""
    decision = load_adequacy().decision(code, facts.day)
    assert decision is not None  # the others were told before
    where, by = country_name(code), f"decision {decision.number}"
    if decision.certified and not _is_certified(facts.after.transfer):
        text = f"{where}: {by} covers only {decision.scope}, which the entry does not mention."
        return Reason("country-certified-only", text)
    scope = f", which covers {decision.scope}" if decision.scope else ""
    return Reason("country-adequate", f"{where}: outside the EEA, adequate by {by}{scope}.")


def _is_certified(transfer: str | None) -> bool:
    """Whether the transfer mechanism that is printed is the framework with the list."""
    words = (transfer or "").casefold()
    return "data privacy framework" in words or "dpf" in words.replace("/", " ").split()


def _data(facts: Facts) -> Iterator[Reason]:
    if facts.kind == "added" or facts.field == "data":
        new = [name for name in facts.after.special if name not in facts.before.special]
        if new:
            text = f"{facts.vendor} publishes that {facts.company} receives {_listed(new)}."
            yield Reason("special-data-published", text)
    if sent := special_sent(facts):
        yield sent


def _ai(facts: Facts) -> Iterator[Reason]:
    if facts.kind != "added" and facts.field not in WORDS:
        return
    before, after = find_ai(facts.before.words), find_ai(facts.after.words)
    if after is None or (before and before.is_training >= after.is_training):
        return
    said = f"The list says of {facts.company}: “{after.words}”."
    if after.is_training:
        yield Reason("ai-training", f"Models are trained. {said}")
    else:
        yield Reason("ai-use", f"Artificial intelligence is used. {said}")


def _company(facts: Facts) -> Iterator[Reason]:
    if facts.others >= MANY:
        yield Reason(
            "relied-on", f"{facts.others} other vendors of ours use {facts.company} as well."
        )
    if facts.kind == "added":
        yield Reason(
            "new-recipient", f"{facts.company} is a new recipient of what {facts.vendor} holds."
        )
    elif facts.field in WEIGHTY:
        what = f"{WEIGHTY[facts.field]} of {facts.company}"
        yield Reason("amended", f"{facts.vendor} amended {what}.")


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
