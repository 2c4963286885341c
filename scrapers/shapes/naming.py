"""What reads as a company's or product's name, and what only as a role, a sentence or nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache

from scrapers.catalogue import CatalogueVendor, load_catalogue
from scrapers.fields import names_subprocessors, plain
from scrapers.names import LEGAL_FORMS, strip_legal_form
from scrapers.places import country_of, find_countries
from scrapers.shapes.generic import GENERIC

BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦‣○●]|\d{1,2}[.)])\s+")
MAX_NAME = 120
MAX_WORDS = 14
_EDGES = " \t\u200b\u200c\u200d\u2060\ufeff,;:–—-|*†‡→›↗➔⧉"
_FOOTNOTE = re.compile(r"\s*\[\d+\]$|[¹²³⁴⁵*†‡]+$")
_NOTE_ENDS = "]¹²³⁴⁵*†‡"
_BRACKET = re.compile(r"\([^()]*\)")
_NOTHING = re.compile(
    r"^(?:n a|na|none(?: yet| currently| at (?:this time|present))?|tbd|tba|to be (?:determined"
    r"|confirmed|announced)|pending|keine?|aucun\w*|ninguno|nessuno|geen|inga|ingen|x|nil|なし|없음"
    r"|无|not applicable|coming soon)$"
)
_PLACEHOLDER = re.compile(
    r"\[[^\]]*\]|\((?:tbd|tba|to be (?:determined|confirmed|decided|selected)|noch offen|a definir"
    r"|da definire|a determiner|nog te bepalen)\)"
    r"|^(?:por (?:definir|confirmar|determinar)|to be (?:named|selected|confirmed)"
    r"|noch (?:offen|zu)|\u00e0 d\u00e9finir|da definire|nog te bepalen)\b"
    r"|<<?[\w\s]+>?>|\{\{?.*?\}?\}|_{3,}|\.{4,}"
    r"|\b(?:lorem ipsum|placeholder|insert"
    r"|example (?:vendor|company|inc)|(?:sub ?processor|vendor|company) (?:name|[a-z0-9])\b)",
    re.IGNORECASE,
)
_ADDRESS_AFTER = re.compile(
    r"^(?P<name>.{2,80}?\b(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|AG|KG|SE|S\.?A\.?S?|SARL|S\.?r\.?l"
    r"|S\.p\.A|B\.?V|N\.V|AB|AS"
    r"|ApS|A/S|Oy|Corp|Corporation|PLC|plc|PBC|Pty|OÜ|S\.L|SL|Co|Company|UG"
    r"|e\.V)\b\.?)\s*[,;–-]\s*(?P<rest>.*)$"
)
_LAST_WORDS = frozenset(form[-1] for form in LEGAL_FORMS)
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_ABBREVIATED = re.compile(  # legal forms that a full stop ends, those with stops inside among them
    r"\b(?:[Ii]nc|Ltd|Lda|Ltda|Kft|Zrt|Nyrt|Corp|Co|LLC|Pty|Pte|Bros|Bhd|Şti|(?:\w{1,2}\.){1,3}\w{1,2}"
    r"|S\.A\. de C\.V)$"
)


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Strip bullet marks, footnote marks and stray punctuation off a name."""
    bare = BULLET.sub("", text).strip(_EDGES)
    return _FOOTNOTE.sub("", bare).strip(_EDGES) if bare[-1:] in _NOTE_ENDS else bare


def without_stop(text: str) -> str:
    """Cut punctuation off the end, but for the full stop of a legal form."""
    bare = text.rstrip(" .;,")
    return f"{bare}." if text.startswith(f"{bare}.") and _ABBREVIATED.search(bare) else bare


def is_abbreviated(text: str) -> bool:
    """True for a text whose full stop belongs to the legal form that it ends in."""
    return text.endswith(".") and _ABBREVIATED.search(text[:-1]) is not None


@lru_cache(maxsize=8192)
def has_legal_form(text: str) -> bool:
    """True if a name ends in a legal form, brackets aside."""
    outside = _BRACKETED.sub(" ", text).strip(_EDGES)
    last = plain(outside).rsplit(" ", 1)[-1]
    if outside.isascii() and len(last) > 1 and last not in _LAST_WORDS:
        return False
    return bool(outside) and strip_legal_form(outside) != " ".join(outside.split())


def without_address(text: str, language: str | None = None) -> str:
    """Cut a postal address or a country off the end of a name with a legal form."""
    found = _ADDRESS_AFTER.match(text)
    if not found or not found["rest"]:
        return text
    rest = found["rest"]
    if re.match(r"(?i)(?:inc|llc|ltd|limited|l\.l\.c|s\.?a|gmbh|co)\b", rest):
        return text
    is_place = any(char.isdigit() for char in rest) or find_countries(rest, language)
    return found["name"] if is_place else text


@lru_cache(maxsize=8192)
def is_placeholder(text: str) -> bool:
    """True for what only keeps a place for a name."""
    return bool(_PLACEHOLDER.search(text))


def is_possible(text: str) -> bool:
    """True unless a text cannot be a name: nothing, a placeholder, a sentence."""
    words = text.split()
    if not text or len(text) > MAX_NAME or len(words) > MAX_WORDS or "\ufffd" in text:
        return False
    folded = plain(text)
    if not folded or _NOTHING.match(folded) or is_placeholder(text) or folded.isdecimal():
        return False
    return not (len(words) > 8 and text.endswith("."))


@lru_cache(maxsize=8192)
def is_generic(text: str) -> bool:
    """True for a role or a group ("Hosting provider"), which names nobody."""
    words = plain(text.replace("(s)", "s")).split()
    if known(text) is not None:
        return False
    if names_subprocessors(" ".join(words)):
        return True
    return all(word in GENERIC or word.isdecimal() for word in words)


@lru_cache(maxsize=8192)  # each shape asks it of the same lines
def looks_like_name(text: str) -> bool:
    """True for what reads as a company's or product's name, standing by itself."""
    if not is_possible(text) or is_generic(text):
        return False
    if known(text) is not None or has_legal_form(text):
        return True
    words = _BRACKET.sub("", text).split()
    if not words or len(words) > 7 or country_of(text):
        return False
    if re.search(r"[\u3040-\ud7ff]", text):
        return len(text) <= 30
    small = [word for word in words if word[:1].islower() and plain(word) not in GENERIC]
    is_domain = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", words[0]) is not None
    is_odd = len(words) == 1 and any(char.isupper() or char.isdigit() for char in text)
    return not small or is_domain or is_odd


def is_sure_alone(name: str) -> bool:
    """True for a name that the catalogue has whole, or that ends in a legal form."""
    return known(name) is not None or has_legal_form(name)


@lru_cache(maxsize=8192)
def is_sure(name: str) -> bool:
    """True for a name that cannot be an ordinary phrase."""
    if known(name) is not None or has_legal_form(name) or known_beginning(name):
        return True
    inside = re.findall(r"\(([^()]*)\)", name)
    return any(has_legal_form(part) for text in inside for part in text.split(", "))


def known_beginning(name: str) -> bool:
    """True if the first words are a vendor's name, or one stands before or in brackets."""
    outside = re.sub(r"\s*\([^()]*\)", "", name)
    parts = [outside, *re.split(r"\s*(?:/|&|,|\band\b)\s*", outside)]
    words = outside.split()
    parts.extend(" ".join(words[:size]) for size in (1, 2, 3) if size < len(words))
    return any(known(part) is not None for part in parts if len(part) > 2)


@lru_cache(maxsize=8192)
def known(text: str) -> CatalogueVendor | None:
    """The vendor of the catalogue that a name means, None for one that is not in it."""
    words = plain(text).split()
    if not words or words[words[0] == "the" and len(words) > 1] not in _first_words():
        return None
    return load_catalogue().find(text)


def may_begin(words: Sequence[str]) -> bool:
    """True if a text's first words may hold a name that we know, or one with a legal form."""
    folded = [plain(word).split() for word in words]
    first = next((parts[0] for parts in folded if parts), "")
    return first in _first_words() or any(parts and parts[-1] in _LAST_WORDS for parts in folded)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The words that names in the catalogue begin with; most texts begin with none of them."""
    names = (name for vendor in load_catalogue().vendors for name in vendor.names)
    words = [plain(name).split() for name in names]
    return frozenset(first for name in words for first in name[:2])
