"""Whether a text speaks of artificial intelligence, and of training it."""

import re
from dataclasses import dataclass

from scrapers.patterns import late

LONGEST = 3_000  # characters that are looked at
_MARGIN = 60  # characters shown on either side

_NAMED = (
    r"\bartificial intelligence\b|\bmachine learning\b|\bdeep learning\b|\blanguage models?\b"
    r"|\bfoundation models?\b|\bgenerative\b|\bLLMs?\b"
    r"|\bkünstliche[rn]? intelligenz\b|\bmaschinelle[ns]? lernen\w*|\bsprachmodell\w*"
    r"|\bintelligence artificielle\b|\bapprentissage automatique\b|\bmodèles? de langage\b"
    r"|\binteligencia artificial\b|\baprendizaje automático\b|\binteligência artificial\b"
    r"|\baprendizado de máquina\b|\bintelligenza artificiale\b|\bapprendimento automatico\b"
    r"|\bkunstmatige intelligentie\b|\bkunstig intelligens\b|\bartificiell intelligens\b"
    r"|\bmaskin(?:l[æä]ring|inlärning)\b"
)
_AI = late(rf"(?i:{_NAMED})|\b(?:AI|A\.I\.|KI|IA)(?![\w.]*\w)")
_TRAIN = (
    r"(?:\btrain(?:s|ed|ing|iert|ieren|en)?\b|\bfine-?\s?tun\w+|\bentra[îi]n\w+|\bentren\w+"
    r"|\baddestr\w+|\bträna\w*|\btræn\w+|\btrein\w+)"
)
_MODEL = (
    r"(?:\bmodel(?:l|le|s|len|os?|li)?\b|\bmodèles?\b|\bmodell(?:er|en)?\b|\balgorit[hm]\w+"
    rf"|(?-i:\b(?:AI|KI|IA)\b)|{_NAMED})"
)
_TRAINING = late(
    rf"(?i){_TRAIN}[^.;:!?]{{0,80}}?{_MODEL}|{_MODEL}[^.;:!?]{{0,20}}?{_TRAIN}|\bmodelltraining\b"
)
_NOT = late(
    r"(?i)\b(?:not|never|no|nor|without|neither|prohibit\w*|nicht|nie|niemals|kein\w*|ohne|ne|pas|jamais"
    r"|sans|sin|nunca|não|sem|non|mai|senza|niet|nooit|geen|zonder|inte|aldrig|ikke|aldri)\b|n['’]t\b"
)


@dataclass(frozen=True, slots=True)
class AiMention:
    """What a text says of artificial intelligence, with the words around it.

    `is_training` where models are said to be trained, and not said not to be.
    """

    is_training: bool
    words: str


def find_ai(text: str | None) -> AiMention | None:
    """The strongest thing that a text says of artificial intelligence, if it speaks of it."""
    given = " ".join((text or "")[:LONGEST].split())
    for match in _TRAINING.finditer(given):
        if not _is_denied(given, match.start(), match.end()):
            return AiMention(True, _around(given, match))
    mention = _AI.search(given) or _TRAINING.search(given)
    return AiMention(False, _around(given, mention)) if mention else None


def denies_training(sentence: str) -> bool:
    """Whether a sentence says that no models are trained."""
    found = list(_TRAINING.finditer(sentence[:LONGEST]))
    return bool(found) and all(
        _is_denied(sentence[:LONGEST], match.start(), match.end()) for match in found
    )


def _is_denied(text: str, start: int, end: int) -> bool:
    """Whether a "not" stands before these words, or in them, in the same sentence."""
    sentence = max(text.rfind(mark, 0, start) for mark in ".;!?") + 1
    return _NOT.search(text, max(sentence, start - 120), end) is not None


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - _MARGIN), min(len(text), match.end() + _MARGIN)
    if start:
        start = text.find(" ", start, match.start()) + 1 or match.start()
    if end < len(text):
        end = max(text.rfind(" ", match.end(), end), match.end())
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
