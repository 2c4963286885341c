"""Whether names are what a line or an item is about, below words that promise recipients."""

import re
from functools import lru_cache

from scrapers.patterns import late
from scrapers.places import country_of
from scrapers.shapes.at_home import ADDRESSED
from scrapers.shapes.cues import Cues
from scrapers.shapes.familiar import networks
from scrapers.shapes.passages import Sentence
from scrapers.shapes.proper import Name
from scrapers.shapes.roles import role_in
from scrapers.shapes.sign_in import is_sign_in

_ROW = 20  # words
_TITLE = 8  # words of a line that may stand above a list without a stop
_STOPS = (".", ":", "!", ")", "*")
_LEAD_END = 80
_SAID = 200
_LABEL_END = late(
    r"(?:\s(?:SDKs?|APIs?|Plug-?ins?|Pixels?))?(?:\s*[:–—(]|\s-\s|,?\s+please\b|\.(?:\s|$)|$)"
)
_PROFILE = late(
    r"[\s:–(\[]*(?:https?://|www\.)(?![^\s]*(?:polic|priva|datenschutz|legal|terms))\S*\s*",
    re.IGNORECASE,
)
_SAID_END = late(
    r",\s(?=[a-zà-ÿ])|\s(?:for|to|as|für|zur?|zum|als|pour|afin|comme|para|per|come|como|voor|för|til)\b"
)
_ITEM_LABEL = late(r"[^:.;()]{2,70}(?:\([^()]{1,30}\)\s?)?:\s{0,2}[\"“„«]?(?:(?:the|la|die|de)\s)?")
_LABEL_START = late(r"(?:(?:for|by|with|from|the|our|pour|für|para|per)\s)?[\"“„«]?", re.IGNORECASE)
_DATA = late(
    r"\b(?:following|folgenden?) (?:\w+ ){0,2}(?:data|information|details|daten|angaben)\b"
    r"|\b(?:données|informations|datos|información|dati|informazioni|dados|informações)"
    r"(?: \w+)? (?:suivante?s?|siguientes?|seguent[ei]|seguintes?)\b"
    r"|\b(?:siguientes|seguent[ei]|seguintes|volgende|följande|følgende)"
    r" (?:\w+ )?(?:datos|informaciones|dati|informazioni|dados|informações|\w*gegevens"
    r"|informatie|\w*uppgifter|information|\w*oplysninger|opplysninger|data)\b",
    re.IGNORECASE,
)
_SENTENCE_END = late(r"(?<=[.!?])\s")


def is_listed(names: list[Name], sentence: Sentence, cues: Cues) -> bool:
    """Say whether the names are what an item, or a line that starts with them, is about."""
    start = _LABEL_START.match(sentence.text)
    if sentence.start or not start or names[0].start > start.end():
        return False
    if is_sign_in(names, sentence.passage.text[:_SAID]) or _is_profile(names, sentence):
        return False
    is_strong = sentence.passage.is_item and any(name.is_strong for name in names)
    end = names[-1].end
    is_label = any(_LABEL_END.match(sentence.text, name.end) for name in (names[0], names[-1]))
    is_label = is_label or (names[0].is_strong and _is_row(sentence.passage.text))
    if not is_label and not (is_strong and _SAID_END.match(sentence.text, end)):
        return False
    return _is_led(sentence, cues)


def _is_row(text: str) -> bool:
    """Say whether a line ends with a country, as the row of a table that lost its rules does."""
    words = text.split()
    is_short = 2 < len(words) <= _ROW and text[-1:] not in ".:"
    return is_short and any(country_of(" ".join(words[-size:])) for size in (1, 2))


def _is_profile(names: list[Name], sentence: Sentence) -> bool:
    """Say whether a line only gives the address where the author posts, or is a link there."""
    if not all(name.text.casefold() in networks() for name in names):
        return False
    is_bare = len(sentence.passage.text.strip()) <= names[-1].end - names[0].start
    if is_bare and not sentence.passage.is_item and names[0].is_linked:
        return True
    return bool(_PROFILE.fullmatch(sentence.text, names[-1].end))


def is_labelled(names: list[Name], sentence: Sentence, cues: Cues) -> bool:
    """Say whether an item says in front what its known names are for: "Fonts: A and B"."""
    if sentence.start or not sentence.passage.is_item:
        return False
    label = sentence.text[: names[0].start]
    if not label.rstrip(' "“„«').endswith((":", ": the", ": la", ": die", ": de")):
        return False
    if not _ITEM_LABEL.fullmatch(label) or not any(name.is_strong for name in names):
        return False
    is_vetoed = cues.veto.search(label) or cues.denied.search(label)
    return not is_vetoed and not cues.bad_lead.search(label) and _is_led(sentence, cues)


def _is_led(sentence: Sentence, cues: Cues) -> bool:
    """Say whether what stands above a line or an item promises recipients."""
    passage = sentence.passage
    lead = passage.lead if passage.is_item else passage.before
    nearest = _SENTENCE_END.split(lead.rstrip())[-1]
    if cues.bad_lead.search(f"{passage.section or ''} {nearest[-_LEAD_END:]}"):
        return False
    if _DATA.search(nearest[-_LEAD_END:]) or cues.denied.search(nearest[-2 * _LEAD_END :]):
        return False
    context = f"{' '.join(passage.headings[-2:])} {lead[-900:]}"
    return _leads(cues.lead, context)


def is_closely_led(sentence: Sentence, cues: Cues) -> bool:
    """Say whether the sentence or heading right above an item promises recipients, or what the
    item says behind its name tells what they do."""
    passage = sentence.passage
    if role_in(passage.text) or ADDRESSED.search(passage.text):
        return True
    lead = (passage.lead if passage.is_item else passage.before).rstrip()
    nearest = _SENTENCE_END.split(lead)[-1]
    if nearest[-1:] not in _STOPS and len(nearest.split()) > _TITLE:
        nearest = ""  # entries of a menu, one after the other
    return bool(cues.lead.search(f"{passage.section or ''} {nearest[-_SAID:]}"))


@lru_cache(maxsize=256)
def _leads(pattern: re.Pattern[str], context: str) -> bool:
    """Whether a context promises; all items of a list stand in one."""
    return bool(pattern.search(context))
