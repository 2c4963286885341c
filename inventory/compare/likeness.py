"""When two printed texts say the same. Pure: texts in, judgements out."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import urlsplit

from scrapers.names import fold_letters

_WORDS = re.compile(r"[^\W_]+")
_FILLERS = frozenset(("a", "an", "and", "the"))
_SEPARATORS = re.compile(r"\s*(?:[,;/|•·\n]|<br\s*/?>|</br>|\s(?:and|und|et|y|&)\s)\s*")
_TRACKING = re.compile(r"(?:utm_\w+|gclid|fbclid|mc_[ce]id|ref|hsLang|_ga)=")


@lru_cache(maxsize=65536)
def fold_text(text: str | None) -> str:
    """Write small letters without accents and punctuation."""
    return " ".join(_WORDS.findall(fold_letters(text))) if text else ""


def plain_text(text: str | None) -> str:
    """Fold white space alone."""
    return " ".join(text.split()) if text else ""


@lru_cache(maxsize=65536)
def likeness(one: str | None, other: str | None) -> float:
    """Share of words in common: 1.0 the same, 0.0 nothing; two empty texts are the same."""
    left, right = fold_text(one), fold_text(other)
    if left == right:
        return 1.0
    these, those = Counter(left.split()), Counter(right.split())
    common = sum((these & those).values())
    return 2 * common / (these.total() + those.total()) if common else 0.0


def says_the_same(one: str, other: str) -> bool:
    """True where only case, punctuation, accents, articles or a misspelling differ."""
    these, those = fold_text(one).split(), fold_text(other).split()
    if [w for w in these if w not in _FILLERS] == [w for w in those if w not in _FILLERS]:
        return True
    if "".join(these) == "".join(those):
        return True
    if len(these) != len(those):
        return False
    unlike = [(this, that) for this, that in zip(these, those, strict=True) if this != that]
    return len(unlike) <= max(1, len(these) // 5) and all(
        looks_like_a_misspelling(this, that) for this, that in unlike
    )


def looks_like_a_misspelling(one: str, other: str) -> bool:
    """True for long words that begin alike and differ in a letter or two: "recieve", "receive"."""
    if min(len(one), len(other)) < 4 or one[:2] != other[:2] or not (one + other).isalpha():
        return False
    if len(one) > 4 and sorted(one) == sorted(other):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.86


@lru_cache(maxsize=65536)
def pieces(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The single things that a list names, sorted, however it strings them together."""
    found = (part for text in texts for part in _SEPARATORS.split(plain_text(text)))
    return tuple(sorted(part.strip(" .") for part in found if part.strip(" .")))


@lru_cache(maxsize=65536)
def bare_link(link: str | None) -> str:
    """Write an address without what does not change its target; blank if it leads to no page."""
    if not link or link.startswith(("#", "mailto:", "tel:", "javascript:")):
        return ""
    if "/cdn-cgi/l/email-protection" in link:
        return ""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return link.strip()
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    host = parts.netloc.lower().removeprefix("www.")
    tail = f"?{query}" if query else ""
    return f"{host}{parts.path.rstrip('/')}{tail}{'#' + parts.fragment if parts.fragment else ''}"


def host_of(link: str | None) -> str:
    """The host of an address, without www."""
    return re.split(r"[/?#]", bare_link(link), maxsplit=1)[0]
