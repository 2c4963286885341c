"""What one version of the reader made of one page."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scrapers.entry import Entry

Kind = Literal["subprocessor-list", "privacy-policy", "none"]
Unit = Literal["days", "business-days", "months"]
Silence = Literal["consent", "refusal"]
Topic = Literal["tracking", "sharing", "place", "training"]


@dataclass(frozen=True, slots=True)
class NoticeTerm:
    """A clause on changes: how long before a change the vendor tells (notice), how long one may
    object (objection).

    `period` counts `unit`s and both are None where the clause gives no length. `trigger` is what
    starts the period: `notice-sent`, `notice-received`, `posted`, `informed`, `before-change`, or
    None where the clause does not say. `silence` says whether who does not object consents or
    refuses, None where that is not stated. `conditions` are for whom or what only the period
    holds: `subscribers`, `plans`, `places`, `contract`, `material`, `emergency` (which it excepts).
    """

    kind: Literal["notice", "objection"]
    quote: str
    period: int | None = None
    unit: Unit | None = None
    trigger: str | None = None
    silence: Silence | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a text denies, and what it says elsewhere, both in its own words."""

    topic: Topic
    denial: str
    statement: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Entries and clauses of a page, and whether the whole list was seen.

    `complete` is False where part of a list could not be read, or nothing could; `problem` then
    says what is wrong in one sentence. `language` is BCP 47. `last_updated` is the date that the
    page itself prints.
    """

    kind: Kind
    complete: bool
    entries: tuple[Entry, ...] = ()
    problem: str | None = None
    language: str | None = None
    last_updated: date | None = None
    notice: tuple[NoticeTerm, ...] = ()
    title: str | None = None
    contradictions: tuple[Contradiction, ...] = ()
