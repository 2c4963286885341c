"""The catalogue's names, word by word, for finding them in running text."""

import re
from functools import cache, lru_cache

from scrapers.shapes.familiar import familiar_names

WORD = re.compile(r"[^\W_][\w'’.+!×&-]*[\w+!]|[^\W_]")
_FORMS = """
inc llc ltd limited corp corporation incorporated gmbh mbh ag se sas sasu sarl sa spa srl bv nv ab
a/s aps as oy oyj pbc plc pty pte pvt sl slu uab oü ltda lda kg eg ug llp sro kft co dac
"""
FORM_WORDS = frozenset(_FORMS.split())
MARKS = re.compile(r"[®™©]")


@cache
def known_names() -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Names of the catalogue, and those that policies mention often, by their first word, longest
    first; True for those that are words."""
    from scrapers.catalogue import load_catalogue  # read only when a sentence asks for it

    index: dict[str, set[tuple[tuple[str, ...], bool]]] = {}
    for vendor in load_catalogue().vendors:
        for alias in vendor.names:
            words = tuple(plain_word(word) for word in WORD.findall(MARKS.sub("", alias)))
            is_word = vendor.ambiguous and (alias == vendor.name or len(alias) < 3)
            if words:
                index.setdefault(words[0], set()).add((words, is_word))
    for name, is_word in familiar_names():
        words = tuple(plain_word(word) for word in WORD.findall(name))
        index.setdefault(words[0], set()).add((words, is_word))
    return {key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in index.items()}


def is_catalogued(name: str) -> bool:
    """Say whether the catalogue has a vendor of this name."""
    words = tuple(plain_word(word) for word in WORD.findall(MARKS.sub("", name)))
    return bool(words) and any(
        words[: len(known)] == known for known, _ in known_names().get(words[0], ())
    )


@lru_cache(maxsize=65536)
def plain_word(word: str) -> str:
    return word.casefold().rstrip(".").removesuffix("'s").removesuffix("’s")
