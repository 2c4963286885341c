"""Which countries a text names: in the page's language, as flags, as codes."""

import re
import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError

UNION = "EU"
SHORT_FORMS = {
    **dict.fromkeys(("us", "usa", "u s", "u s a", "united states of america", "america"), "US"),
    **dict.fromkeys(
        ("etats unis", "eua", "ee uu", "eeuu", "e u a", "vs", "vereinigte staaten"), "US"
    ),
    **dict.fromkeys(
        ("estados unidos de america", "stati uniti d america", "förenta staterna"), "US"
    ),
    **dict.fromkeys(("uk", "u k", "great britain", "england", "scotland", "wales"), "GB"),
    **dict.fromkeys(("northern ireland", "grossbritannien", "großbritannien", "vk"), "GB"),
    **dict.fromkeys(("the netherlands", "holland", "nederland"), "NL"),
    **dict.fromkeys(("czech republic", "tschechische republik"), "CZ"),
    **dict.fromkeys(("south korea", "korea", "republic of korea"), "KR"),
    **dict.fromkeys(("uae", "u a e"), "AE"),
    **dict.fromkeys(("turkey", "türkei"), "TR"),
    **dict.fromkeys(("russia", "russian federation"), "RU"),
    **dict.fromkeys(("hong kong", "hongkong"), "HK"),
    **dict.fromkeys(("macedonia",), "MK"),
    **dict.fromkeys(("viet nam",), "VN"),
    **dict.fromkeys(("republic of ireland", "eire"), "IE"),
    **dict.fromkeys(("eu", "e u", "european union", "ue", "u e", "europäische union"), UNION),
    **dict.fromkeys(
        ("union europeenne", "union européenne", "unión europea", "unione europea"), UNION
    ),
    **dict.fromkeys(("união europeia", "europese unie", "europeiska unionen"), UNION),
    **dict.fromkeys(("den europæiske union", "union europea", "uniao europeia"), UNION),
}
STATES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania "
    "tennessee texas utah vermont virginia wisconsin wyoming"
)
STATES_OF_TWO_WORDS = (
    *("new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota"),
    *("rhode island", "south carolina", "south dakota", "west virginia", "washington state"),
)
# Names that mean something else more often than the country they also are.
AMBIGUOUS = {"georgia", "jersey", "man", "chad", "guinea", "niger", "mali", "cuba", "oman", "as"}
CODES_THAT_ARE_WORDS = {
    "AI",
    "IT",
    "IN",
    "IS",
    "AT",
    "BE",
    "DO",
    "NO",
    "SO",
    "TO",
    "ME",
    "MY",
    "ID",
    "IO",
    "LA",
}
JAPANESE_SHORT = {
    "米国": "US",
    "英国": "GB",
    "独": "DE",
    "日本": "JP",
    "韓国": "KR",
    "中国": "CN",
    "美国": "US",
    "미국": "US",
}
CJK = ("ja", "ko", "zh")
FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
ELIDED = re.compile(r"\b(?:l|dell|nell|all|dall|sull)['’]", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ONLY_CODES = re.compile(r"[A-Z]{2}(?:(?:\s*[,;/|&+·-]\s*|\s+)[A-Z]{2})*")
IN_BRACKETS = re.compile(r"\(([A-Z]{2})\)")
REGION_CODE = re.compile(
    r"\b(us|eu|ca|sa|ap|me|af)-(?:gov-)?(?:north|south|east|west|central)\w*(?:-\d)?\b"
)
REGIONS = {"us": "US", "eu": UNION, "ca": "CA"}
LONGEST = 6  # words in the longest name of a country
MAX_TEXT = 2_000  # characters: a place is a short text


@lru_cache(maxsize=4096)
def find_countries(text: str, language: str | None = None) -> tuple[str, ...]:
    """Countries that a text names, in its order: ISO 3166-1 alpha-2 codes, EU for the Union."""
    text = text[:MAX_TEXT]
    found = {match.start(): _flag(match[0]) for match in FLAGS.finditer(text)}
    found.update(_codes(text))
    found.update(_named(text, _names(_base(language))))
    if text.isascii() is False:
        found.update(_written_without_blanks(text))
    for match in REGION_CODE.finditer(text.lower()):
        found.setdefault(match.start(), REGIONS.get(match[1], ""))
    return tuple(dict.fromkeys(code for _, code in sorted(found.items()) if code))


@lru_cache(maxsize=4096)
def country_of(text: str) -> str | None:
    """The code of a country whose name in English, or an abbreviation of it, is the whole text."""
    name = " ".join(plain_word(word) for word in WORD.findall(text))
    return None if name in STATES or name in STATES_OF_TWO_WORDS else _names("en").get(name)


def _base(language: str | None) -> str:
    return (language or "en").split("-")[0].split("_")[0].lower()


def _flag(pair: str) -> str:
    code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in pair)
    return {"UK": "GB"}.get(code, code)


def _codes(text: str) -> dict[int, str]:
    """Two-letter codes, where nothing but codes stands or in brackets."""
    known = _known_codes()
    bare = text.strip()
    places = [(match.start(1), match[1]) for match in IN_BRACKETS.finditer(text)]
    if ONLY_CODES.fullmatch(bare):
        places = [(match.start(), match[0]) for match in re.finditer("[A-Z]{2}", text)]
    else:
        places = [(at, code) for at, code in places if code not in CODES_THAT_ARE_WORDS]
    return {at: {"UK": "GB"}.get(code, code) for at, code in places if code in known}


@lru_cache(maxsize=1)
def _known_codes() -> frozenset[str]:
    territories = map(str, Locale.parse("en").territories)
    codes = {code for code in territories if len(code) == 2 and code.isalpha()}
    return frozenset(codes - {"XK", "ZZ", "EZ", "UN", "QO", "XA", "XB"} | {"UK", UNION})


def _named(text: str, names: dict[str, str]) -> dict[int, str]:
    if "'" in text or "’" in text:
        text = ELIDED.sub(lambda found: " " * len(found[0]), text)
    words = [(match.start(), plain_word(match[0])) for match in WORD.finditer(text)]
    found: dict[int, str] = {}
    at = 0
    while at < len(words):
        length, code = _longest(words, at, names)
        if code:
            found[words[at][0]] = code
        at += length
    return found


def _longest(words: list[tuple[int, str]], at: int, names: dict[str, str]) -> tuple[int, str]:
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        code = names.get(" ".join(word for _, word in words[at : at + length]))
        if code:
            return length, code
    return 1, ""


def _written_without_blanks(text: str) -> dict[int, str]:
    """Names in scripts that put no blanks between words."""
    if not any("\u3040" <= char <= "\ud7ff" for char in text):
        return {}
    return {text.index(name): code for name, code in _cjk_names().items() if name in text}


@lru_cache(maxsize=1)
def _cjk_names() -> dict[str, str]:
    names = {}
    for language in CJK:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and len(name) > 1:
                names[name] = code
    names.update(JAPANESE_SHORT)
    return {name: code for name, code in names.items() if code in _known_codes()}


@lru_cache(maxsize=32)
def _names(language: str) -> dict[str, str]:
    """Folded names of countries in English and in one other language."""
    names: dict[str, str] = {}
    for tongue in dict.fromkeys(("en", language)):
        names.update(_territories(tongue))
    names = {name: code for name, code in names.items() if name not in AMBIGUOUS}
    names.update({plain_word(name): code for name, code in SHORT_FORMS.items()})
    names.update(dict.fromkeys((*STATES.split(), *STATES_OF_TWO_WORDS), "US"))
    if language == "en":
        names.pop("vs", None)
    return names


def _territories(language: str) -> dict[str, str]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    known = _known_codes()
    folded = {}
    for code, name in territories.items():
        if code in known:
            key = " ".join(plain_word(word) for word in WORD.findall(name))
            folded[key] = code
    return folded


@lru_cache(maxsize=8192)
def plain_word(word: str) -> str:
    """Casefold and drop accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return kept.replace("'", " ")
