"""What tells that names nobody knows are companies: the page says of each what it does."""

from scrapers.fields import plain
from scrapers.patterns import late
from scrapers.shapes.generic import GENERIC
from scrapers.shapes.roles import role_in

MAX_STRANGER = 4  # words of a name that only what is said of it tells
MAX_SAID = 14  # words that may name a service; a longer text must say that it is used, or serves
_BRACKETED = late(r"\([^()]*\)")
_BEGINNING = 160  # characters that tell what a text is about
_OBLIGES = late(
    r"\b(?:shall|must|ensures?|will (?:not )?(?:be|notify|inform)|required|muss|müssen|darf"
    r"|doit|doivent|debe|deben|deve|devono|moet|moeten|ska|skal)\b"
)
_USED = late(
    r"\b(?:we|wir|nous)\b[\w\s()]{0,20}\b(?:use|employ|rely on|host|store|send|nutzen|verwenden"
    r"|utilisons)\b"
    r"|\b(?:is|are|wird|werden|est|sont|es|son|è|sono|wordt)\s(?:used|our|the|an?|running"
    r"|responsible|verwendet|genutzt|eingesetzt|utilisée?s?|utilizad[oa]s?|utilizzat[oi]|gebruikt)\b"
    r"|\bused (?:to|for|by|as)\b|\b(?:helps?|allows?|enables?|lets) us\b"
    r"|^\W*(?:(?:an?|our|the)\s)?(?:[\w-]+\s){0,4}(?:service|platform|provider|tool|processor)s?\b"
    r"|^\W*(?:provid|process|host|deliver|stor|manag|handl|send|monitor|track|offer|power|enabl)"
    r"(?:es|s|ing|ers?|ors?)\b",
)


def serves(said: str) -> bool:
    """Tell whether what is said of a name is what a service does: its role, or the use of it."""
    text = said[:_BEGINNING].lower()
    if not text or _OBLIGES.search(text):
        return False
    if _USED.search(text):
        return True
    is_brief = len(said.split()) <= MAX_SAID
    return is_brief and (role_in(said) is not None or _is_role(said))


def _is_role(said: str) -> bool:
    """Tell whether words, brackets aside, are mostly those that roles are made of."""
    words = plain(_BRACKETED.sub(" ", said)).split()
    return sum(word in GENERIC for word in words) * 2 > len(words)


def is_short(name: str) -> bool:
    """Tell whether a name is short enough to be told by what is said of it alone."""
    return len(name.split()) <= MAX_STRANGER
