"""Whether running text about a company says something else now. Pure: texts in, judgements out.

A cell that reads otherwise is amended; sentences are polished all the time, and few of the words
that they lose or gain mean anything.
"""

import re
from collections import Counter
from functools import lru_cache

from inventory.compare.likeness import fold_text
from scrapers.entry import Entry

LONG = 5  # words from which a text that names its company is taken for running text
MATTERS = 2  # words of meaning that came or went, from which a text says something else
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ASIDE = re.compile(r"\((?:see|siehe|voir|ver|vedi|zie)\b[^()]*\)", re.IGNORECASE)
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "al", "y")
_LIMITS = frozenset(
    """
    not no never only none without except may might can could optional optionally disabled
    nicht kein keine nie nur ohne kann konnen konnte
    pas jamais seulement sans peut peuvent
    nunca solo sin puede pueden
    non mai senza puo possono
    niet geen nooit alleen zonder kan kunnen
    inte aldrig bara utan ikke aldri kun uden
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_SMALL = frozenset(
    """
    a an the and or of to in on at by for from with as is are was were be been being it its this
    that these those there here we us our you your they their them he she i my do does did done has
    have had having will would shall should if when then than so also which who whom whose what more
    most very just into over under about use used using uses make makes making made get gets getting
    currently way etc
    der die das den dem des ein eine einen einer eines und oder von zu zur zum im am an auf fur mit
    als ist sind wird werden wir uns unser unsere sie ihr ihre es dass auch nutzen verwenden setzen
    le la les un une et ou de du au aux en dans sur pour par avec est sont nous notre nos vous votre
    vos il elle ils el los las una y o del al con por para su sus se lo gli uno e da di che per
    het een van op met voor te wij ons onze u uw og det till av af och att med
    """.split()  # noqa: SIM905
)


def is_running(entry: Entry, text: str | None) -> bool:
    """True for a text that tells of its company in a sentence of its own, by name."""
    folded = fold_text(text)
    return folded.count(" ") >= LONG - 1 and fold_text(entry.entity) in folded


def says_something_else(one: str, other: str) -> bool:
    """True where words of meaning came or went, or a single one that limits what is said."""
    these, those = _meaning(one), _meaning(other)
    gone, came = these - those, those - these
    if any(word in _LIMITS or word[0].isdigit() for word in gone | came):
        return True
    return max(gone.total(), came.total()) >= MATTERS


def means_the_same(one: str, other: str) -> bool:
    """True where no word of meaning came or went: the sentence only goes another way."""
    return _meaning(one) == _meaning(other)


def _meaning(text: str) -> Counter[str]:
    """The words of a text that mean something, without their endings and asides."""
    words = fold_text(_HYPHEN.sub("", _ASIDE.sub("", text))).split()
    return Counter(word if word in _LIMITS else _stem(word) for word in words if word not in _SMALL)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without its ending: "hosting" and "hosted" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
