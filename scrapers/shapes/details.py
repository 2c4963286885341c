"""What a sentence says about a recipient beside its name: role, purpose and kinds of data."""

import re
from collections.abc import Iterator

from scrapers.categories import FoundPhrase, find_phrases
from scrapers.patterns import late
from scrapers.shapes.passages import Sentence
from scrapers.shapes.proper import Name
from scrapers.shapes.roles import role_in

LONGEST_PURPOSE = 240
_NEAR = 60

_LABELLED = late(
    r"(?:\s*\([^()]{0,80}\))?[\])]?\s*(?:[:–—]|\s-\s)\s*(?P<text>[^.]{3,240}?)\s*(?:[.;]|$)"
)
_ENDS = late(
    r",\s(?:and|und|et|y|e)\s(?=[A-ZÀ-Þ])|[.;:]\s|[.;:]$|\s\("
    r"|,?\s(?:and|und|et)\s(?:we|wir|nous|therefore|is|are)\b"
)
_AFTER = late(
    r"\b(?:in order to|to|for|um|zur|zum|für|zwecks|afin de|pour|para|per|voor|om|för|til)"
    r"\s(?!us\b|you\b|the (?:us|united|eu|european)\b|more\b|example\b)(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = late(
    r"^(?:in order to|to|for|zur|zum|für|um|afin de|pour|para|per|voor|om)"
    r"\s(?!example|instance|more|further|this)(?P<text>[^,.;]{4,160}?),?\s(?:we|wir|nous|our|unsere?"
    r"|the company|nutzen|verwenden|setzen|utilizamos|utilizziamo|gebruiken)\b",
    re.IGNORECASE,
)
_GOES_ON = late(
    r"\W*(?:for example|for instance|e\.g\.|zum beispiel|par exemple|these)\b", re.IGNORECASE
)
_THEIRS = late(
    r"\b(?:third|partner|provider|processor|vendor|anbieter|dienstleister|dritte|prestataire|tiers"
    r"|sous-traitant|terceros|terzi|derden|leverant|leverand)",
    re.IGNORECASE,
)
_TAKE = late(
    r"\b(?:collect|receiv|shar|process|transfer|provid|disclos|access|erheb|verarbeit|übermittel"
    r"|weitergeb|trait|transmet|partag|compart|trat|verzamel|verwerk|samla|behandl)",
    re.IGNORECASE,
)
_COMMA = late(
    r"\W{0,4}(?:(?:and|or|your|their|the|an?|und|oder|ihre?|et|ou|votre|y|e|o|en|of|och|og)\W{1,3}){0,3}"
)
_WHOLE_WORDS = late(r"^\w*\W")
_SENTENCES = late(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
# Words that are kinds of data in a list of such, and anything else in a sentence.
_LOOSE_WORDS = """
contact company organisation organization activity interaction title position document file review
comment feedback message conversation age race sex language country city town cookie preference
navigation location metadata membership identity phone telephone profession report invoice letter
name photo foto transcript unternehmen firma dokument nachricht browser email e-mail logs log
"""
_LOOSE = frozenset(_LOOSE_WORDS.split())


def purpose_of(name: Name, sentence: Sentence, end: int) -> str | None:
    """Give the words that say what the recipient is for, as printed; None if none do.

    `end` is where the names end that are told together with this one.
    """
    rest = sentence.text[end:]
    if sentence.start == 0 and (labelled := _LABELLED.match(rest)) and "//" not in labelled["text"]:
        return labelled["text"].strip()
    if before := _BEFORE.match(sentence.text[: name.start]):
        return before["text"].strip()
    after = _AFTER.search(rest[:400])
    if not after or after.start() > _NEAR or rest.startswith(")"):
        return None
    text = after["text"]
    stop = _ENDS.search(text)
    text = text[: stop.start()] if stop else text
    return text[:LONGEST_PURPOSE].strip(" ,)") or None


def role_of(name: Name, sentence: Sentence, purpose: str | None) -> str:
    """Name the role that the nearest words tell: the purpose, the sentence, the list's lead."""
    passage = sentence.passage
    near = _WHOLE_WORDS.sub("", sentence.text[max(0, name.start - 90) : name.end + 90])
    lead = passage.lead if passage.is_item else passage.before
    texts = (purpose or "", near, sentence.text, lead[-300:], passage.section or "")
    return next((role for text in texts if text and (role := role_in(text))), "other")


def data_of(sentence: Sentence) -> Iterator[FoundPhrase]:
    """Give the kinds of data that the sentence, or what it hangs on, says the recipient gets."""
    yield from _phrases(sentence.text)
    if _GOES_ON.match(sentence.text):
        yield from _phrases(sentence.before)
    if sentence.passage.is_item and sentence.start == 0:
        for text in _SENTENCES.split(sentence.passage.lead):
            if _THEIRS.search(text) and _TAKE.search(text):
                yield from _phrases(text)


def _phrases(text: str) -> Iterator[FoundPhrase]:
    """Give the kinds of data in a sentence, but words that may as well be something else."""
    found = list(find_phrases(text))
    for phrase in found:
        is_loose = phrase.text.casefold().removesuffix("s") in _LOOSE
        has_like = any(_are_listed(text, *sorted([other, phrase], key=_start)) for other in found)
        if phrase.keys != ("user",) and (not is_loose or has_like):
            yield phrase


def _start(phrase: FoundPhrase) -> int:
    return phrase.start


def _are_listed(text: str, first: FoundPhrase, second: FoundPhrase) -> bool:
    """Say whether two phrases follow each other in a list."""
    return first is not second and bool(_COMMA.fullmatch(text, first.end, second.start))
