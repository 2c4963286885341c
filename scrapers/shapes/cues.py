"""What in a sentence says that a name receives data, and what says that it does not.

Patterns end (`before`) or start (`after`) at the name. They look at short stretches only, so that
no text can make them slow.
"""

import re
from dataclasses import dataclass
from functools import cache

from scrapers.shapes.cues_de import GERMAN
from scrapers.shapes.cues_en import ENGLISH, NEAR
from scrapers.shapes.cues_fr import FRENCH
from scrapers.shapes.cues_north import NORTHERN
from scrapers.shapes.cues_south import SOUTHERN

REACH = 260  # characters before a name in which a cue may stand
AHEAD = 140


@dataclass(frozen=True)
class Cues:
    """The cues of one language, compiled."""

    before: tuple[re.Pattern[str], ...]
    any_before: re.Pattern[str]
    tight: re.Pattern[str]
    acts: re.Pattern[str]
    intro: re.Pattern[str]
    kinds: re.Pattern[str]
    after: tuple[re.Pattern[str], ...]
    subject: re.Pattern[str]
    denied: re.Pattern[str]
    veto: re.Pattern[str]
    veto_after: re.Pattern[str]
    chosen: re.Pattern[str]
    lead: re.Pattern[str]
    bad_lead: re.Pattern[str]
    example: re.Pattern[str]
    their_terms: re.Pattern[str]
    flows: re.Pattern[str]
    info: re.Pattern[str]


_INFO = (
    r"\b(?:learn more|find out|more information|further information|more about|information on how"
    r"|weitere informationen|mehr informationen|en savoir plus|más información"
    r"|maggiori informazioni|meer informatie|mer information|mere information|explains? how)\b"
)
_FLOWS = r"\b(?:shared|sent|transferred|transmitted|disclosed|processed) (?:with|to|by)\b"
_THEIR_TERMS = (
    r"\b(?:their|its) (?:own )?(?:terms|privacy|policies)\b"
    r"|\b(?:we|us) (?:will |may |can )?(?:also )?(?:receive|collect"
    r"|obtain|retrieve|access)\b"
)
_SETS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
_SETS |= dict.fromkeys(["es", "it", "pt", "ro"], SOUTHERN)
_SETS |= dict.fromkeys(["nl", "sv", "da", "no"], NORTHERN)


def cues_for(language: str | None) -> Cues:
    """Give the cues of a language (BCP 47); of one that we lack, the English ones."""
    return _compile((language or "en").split("-")[0])


@cache
def _compile(language: str) -> Cues:
    words = _SETS.get(language, ENGLISH)

    def one(key: str) -> re.Pattern[str]:
        return re.compile(str(words[key]).replace("{near}", NEAR), re.IGNORECASE)

    def many(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in words[key])

    words = {"tight": words["before"][-1], **words}
    single = (
        "tight",
        "acts",
        "intro",
        "kinds",
        "subject",
        "denied",
        "veto",
        "veto_after",
        "chosen",
        "lead",
        "bad_lead",
        "example",
    )
    their_terms = re.compile(_THEIR_TERMS, re.IGNORECASE)
    return Cues(
        their_terms=their_terms,
        flows=re.compile(_FLOWS, re.IGNORECASE),
        info=re.compile(_INFO, re.IGNORECASE),
        before=many("before"),
        any_before=re.compile("|".join(f"(?:{text})" for text in words["before"]), re.IGNORECASE),
        after=many("after"),
        **{key: one(key) for key in single},
    )
