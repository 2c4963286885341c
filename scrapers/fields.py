"""What a column title or a label means, in the languages that lists are written in."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from scrapers.meanings import told_meanings
from scrapers.phrases import Phrases, Rule
from scrapers.titles import (
    CONTENT,
    NAMED,
    STEMS,
    STEMS_BEYOND_ASCII,
    STRONG_VENDOR,
    SUBPROCESSOR,
    SUBPROCESSOR_EAST,
    TOPICS,
    Field,
)

__all__ = [
    "Field",
    "are_told",
    "columns",
    "is_change_log",
    "is_strong",
    "is_told",
    "may_name_subprocessors",
    "meaning",
    "names_data",
    "names_subprocessors",
    "places",
    "plain",
    "title_key",
]

MAX_TITLE = 90  # a longer cell is no column title
SUBPROCESSORS = Phrases(*SUBPROCESSOR, east=SUBPROCESSOR_EAST)


def _compiled(table: Sequence[tuple[Field, str]]) -> tuple[tuple[Field, Rule], ...]:
    return tuple((field, Rule(pattern)) for field, pattern in table)


_TOPIC_RULES = _compiled(TOPICS)
_CONTENT_RULES = _compiled(CONTENT)
_STRONG_RULE = Rule(STRONG_VENDOR)
_NAMED_RULES = {field: Rule(pattern) for field, pattern in NAMED.items()}
_SERVICE_ACTS = re.compile(
    r"\bservices? (?:provided|performed|offered|description|rendered|used for)\b"
)
_NAME_AND = re.compile(
    r"\b(?:names?|nom|nombre|nome|naam|firma) (?:and|und|et|y|e|en) (?:\w+ )?"
    r"(?:address|anschrift|adresse|direccion|indirizzo|endereco|adres)"
)
_NO_PLACE = re.compile(  # addresses that are data
    r"(?:ip|e ?mail|mail) ?(?:address(?:es)?|adress\w*)"
    r"|(?:adress\w*|adres\w*|direcci\w+|enderec\w+|indirizz\w+) (?:(?:de|d|di) )?"
    r"(?:ip|e ?mail|mail|courriel|correo(?: electronico)?)"
)
_NAME_OF = re.compile(r"^(?:name|nom|nombre|nome|naam|namn|navn|nazwa|nazev|nimi|nume|nev|onoma)\b")


_PLACE = re.compile(r"\d+/\d+")
LONGEST = 20_000  # characters of a text that are compared
_WORDS = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_TYPOGRAPHY = dict.fromkeys(map(ord, "‘’“”„«»–—―…·•\u00a0\u2009\u202f\u200b®™©§→✓"), " ")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Casefold, drop accents and punctuation, fold white space: how titles are compared."""
    text = text[:LONGEST]
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY)  # most texts beyond ASCII hold only these
    if text.isascii():
        return " ".join(_WORDS.findall(text.lower()))
    bare = _ACCENTS.sub("", text)  # a long run of accents would take the square of its length
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    kept = _ACCENTS.sub("", decomposed).translate(_LETTERS)
    return " ".join(_WORDS.findall(unicodedata.normalize("NFC", kept)))


_PURPOSE_FIRST = re.compile(
    r"^(?:nature|purpose|zweck|finalit|finalid|proposito|doel|andamal|syfte|formal|scopo|objet"
    r"|目的|목적)"
)
_KIND_OF_DATA = re.compile(
    r"^(?:nature|art|types?|tipos?|tip[oi]|kinds?) (?:\w+ ){0,2}"
    r"(?:data|\w*daten|donnees|datos|dati|dados)$"
)
_TYPE_OF = re.compile(
    r"^(?:entity|vendor|company|service|provider|(?:sub ?)?processor|organi[sz]ation) (?:type"
    r"|category)$"
    r"|^(?:types?|kinds?|categor(?:y|ies)) of (?!(?:\w+ ){0,2}(?:data|information)\b)"
)


def meaning(title: str) -> Field | None:
    """Tell what a column title or label means, None if nothing that is known. What a person says
    of it counts first."""
    if is_told(title):
        return told_meanings()[title_key(title)]
    return _known_meaning(title)


def title_key(title: str) -> str:
    """What tells a title again however it is set: an untitled column's place as it is."""
    return title if _PLACE.fullmatch(title) else plain(title)


def is_told(title: str) -> bool:
    """True if a person said what a title means, be it nothing."""
    return bool(told := told_meanings()) and title_key(title) in told


def are_told(titles: Sequence[str]) -> bool:
    """True if a person said of every title what it means."""
    return any(titles) and all(is_told(title) for title in titles if title)


def places(size: int) -> tuple[str, ...]:
    """What the columns of a table without titles go by."""
    return tuple(f"{at}/{size}" for at in range(1, size + 1))


@lru_cache(maxsize=2048)
def _known_meaning(title: str) -> Field | None:
    """Tell by the words of a title what it means."""
    if len(title) > MAX_TITLE:
        return None
    text = plain(title)
    if not text or re.fullmatch(r"no|nr|n|id|pos|num|number|sl no|s no|lp|番号", text):
        return "number"
    if _NO_PLACE.fullmatch(text):
        return None
    if _NAME_OF.match(text) or _NAME_AND.search(text):
        return "vendor"
    if _KIND_OF_DATA.match(text):
        return "data"
    if _PURPOSE_FIRST.match(text) or _SERVICE_ACTS.search(text):
        return "purpose"
    if _TYPE_OF.search(text):
        return "section"
    return _earliest(text, _TOPIC_RULES) or _vendor_or_content(text)


def may_name_subprocessors(text: str) -> bool:
    """False for a text as printed that surely speaks of no sub-processors; quick."""
    lowered = text.lower()
    if any(stem in lowered for stem in STEMS):
        return True
    return not text.isascii() and any(stem in lowered for stem in STEMS_BEYOND_ASCII)


def names_subprocessors(text: str) -> bool:
    """True if a folded text speaks of sub-processors, in any language."""
    return SUBPROCESSORS.are_in(text)


def names_data(title: str) -> bool:
    """True for a title that speaks of data, whatever else it speaks of."""
    return dict(_CONTENT_RULES)["data"].start(plain(title)) is not None


def is_strong(title: str) -> bool:
    """True for a title that can only stand over the names of processors."""
    if is_told(title):
        return meaning(title) == "vendor"
    return _STRONG_RULE.start(plain(title)) is not None


def _vendor_or_content(text: str) -> Field | None:
    named: tuple[tuple[Field, Rule], ...] = (
        ("vendor", _STRONG_RULE),
        ("entity", _NAMED_RULES["entity"]),
        ("vendor", _NAMED_RULES["vendor"]),
        ("service", _NAMED_RULES["service"]),
    )
    return _earliest(text, (*named, *_CONTENT_RULES[:2])) or _earliest(text, _CONTENT_RULES[2:])


def _earliest(text: str, rules: Sequence[tuple[Field, Rule]]) -> Field | None:
    """The field whose words stand first; the order of the rules settles ties."""
    best: tuple[int, Field] | None = None
    for field, rule in rules:
        start = rule.start(text)
        if start is not None and (best is None or start < best[0]):
            best = (start, field)
    return best[1] if best else None


_BEFORE = re.compile(
    r"before|previously|from|old(?: \w+)?|vorher|bisher|avant|antes|prima|voor(?:heen)?|fore|for"
    r"|tidigare|przed"
)
_AFTER = re.compile(
    r"after|now|to|new(?: \w+)?|nachher|neu|kunftig|apres|despues|depois|dopo|na|nu|efter|po"
)
_SERVICES = re.compile(
    r"(?:services|dienste|leistungen|prestations|servicios|servizi|servicos|diensten|tjanster)\b"
)
# Which of several columns with one meaning tells it: the words in its title; what the others are.
_ONE_OF: tuple[tuple[Field, str, Field], ...] = (
    (
        "purpose",
        r"\b(?:purpose|zweck|finalit|finalid|scopo|doel|andamal|syfte|formal)|目的",
        "notes",
    ),
    (
        "location",
        r"process|verarbeit|traitement|tratam|trattam|verwerk|behandl|処理",
        "entity_location",
    ),
    ("entity_location", r"countr|\bland\b|\bpays\b|\bpais\b|\bpaese\b|\bkraj\b|国", "notes"),
    ("data", r"^(?!.*(?:subject|betroffen|concern|interes|betrokken)).*$", "notes"),
)


def columns(titles: Sequence[str]) -> tuple[Field | None, ...]:
    """Tell what each column of a table means; at most one is `vendor`, and one place is `location`.

    Where the page has no column of its own for a purpose or a place of processing, the nearest
    thing stands in.
    """
    found: list[Field | None] = [meaning(title) for title in titles]
    if is_change_log(titles):
        found = [
            "status" if _AFTER.fullmatch(plain(title)) else field
            for title, field in zip(titles, found, strict=True)
        ]
    _choose_vendor(found, titles)
    free = [at for at, title in enumerate(titles) if not is_told(title)]
    for field, best, other in _ONE_OF:
        if found.count(field) > 1:
            _keep_one(found, titles, [at for at in free if found[at] == field], best, other)
    _stand_in(found, "purpose", ("service", "section"), free, titles)
    _stand_in(found, "location", ("storage", "entity_location"), free)
    return tuple(found)


def is_change_log(titles: Sequence[str]) -> bool:
    """True for titles of which one stands over what was, another over what is now."""
    texts = [plain(title) for title in titles]
    return any(map(_BEFORE.fullmatch, texts)) and any(map(_AFTER.fullmatch, texts))


def _choose_vendor(found: list[Field | None], titles: Sequence[str]) -> None:
    """Keep one vendor column: the surest one; let the others be a legal entity or a service."""
    for at, title in enumerate(titles):
        if found[at] == "vendor" and title.endswith(("?", "？")) and not is_told(title):
            found[at] = "notes"  # a question is answered with yes or no, not with names
    named = [at for at, field in enumerate(found) if field == "vendor"]
    if not named:
        _stand_in(found, "vendor", ("entity", "service"), range(len(found)))
        return
    best = next((at for at in named if is_strong(titles[at])), named[0])
    for at in named:
        if at != best:
            is_other = is_strong(titles[at]) and is_strong(titles[best])  # whom it engages in turn
            found[at] = "notes" if "entity" in found or is_other else "entity"


def _keep_one(
    found: list[Field | None], titles: Sequence[str], same: Sequence[int], best: str, other: Field
) -> None:
    """Of columns with one meaning keep the one whose title says it best; purposes never join."""
    told = [at for at in same if re.search(best, plain(titles[at]))]
    if not told and found[same[0]] != "purpose":
        return
    kept = (told or same)[0]
    for at in same:
        if at != kept:
            found[at] = other


def _stand_in(
    found: list[Field | None],
    wanted: Field,
    instead: Sequence[Field],
    free: Sequence[int],
    titles: Sequence[str] = (),
) -> None:
    """Let one of the `free` columns be the wanted one where the page has none of its own; of
    products and services, the services say what for."""
    if wanted in found:
        return
    for field in instead:
        if same := [at for at in free if found[at] == field]:
            found[
                next((at for at in same if titles and _SERVICES.match(plain(titles[at]))), same[0])
            ] = wanted
            return
