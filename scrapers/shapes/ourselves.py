"""The names under which a document speaks of its own company, which is no recipient."""

import re
from collections import Counter
from functools import lru_cache

from scrapers.catalogue import load_catalogue
from scrapers.documents.model import Document, Heading
from scrapers.memory import remembered
from scrapers.patterns import late
from scrapers.shapes.known import FORM_WORDS, is_catalogued, plain_word
from scrapers.shapes.stoplists import STOP_WORDS

_NAME = (
    r"(?<!\w)((?:\d{1,4})?[A-ZÀ-Þ][\w.&'’+-]{0,40}"
    r"(?:[ ,]{1,2}(?:[A-ZÀ-Þ][\w.&'’+-]{0,40}|of|de|und|e\.V\.)){0,5})"
)
_BRACKETS = late(r"\(([^()]{1,160})\)")
_BREAK = late(r"(?:(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)\.|[()\n])\s")
_WE = late(
    r"(?:^|[\"“”'‘„«»]\s?)(?:we|us|our|wir|uns|nous|company|the company|noi|nosotros)\b", re.I
)
_NAMED = late(_NAME)
_QUOTED = late(rf"[\"“„«'‘*]{_NAME},?[\"”“»'’*]")
_OPENING = (
    late(rf"\b(?i:at|bei|chez) {_NAME},? (?i:we|wir|nous)\b"),
    late(
        r"\b(?i:provided|operated|owned|run|published|offered|developed|betrieben|angeboten"
        r"|entwickelt|éditée?|développée?|desarrollad[oa]|desenvolvid[oa]|sviluppat[oa])"
        rf"(?: and [a-z]+)? (?i:by|von|par|por|da) (?:the )?{_NAME}"
        r"(?![\w.&'’+-]|[ ,]{1,2}[A-ZÀ-Þ]|,? (?:our|unser\w*|notre|nuestr\w|nostr\w|nosso|nossa)\b)"
    ),
    late(
        rf"{_NAME} (?:does not|doesn['’]t|will not|never|ne) "
        r"(?:(?:ever|jamais) )?(?:sell|rent|trade|vend|loue)\b"
    ),
    late(
        r"\b(?i:our|unserer|notre|nuestr[ao]|nostro|nosso|ons|vår|vores)"
        r" (?i:web|site|sito)[\w -]{0,25}(?i:is|ist|lautet|est|es|è|é|är|er)\s?:? (?:https?://)?(?:www\.)?([\w-]{3,60})\.[a-z]{2}"
    ),
)
_OPERATOR = late(
    rf"{_NAME},? (?i:who|which|qui|che|que|die|der) (?i:operates?|owns?|runs?|publishes|exploite"
    r"|édite|gère|opère|gestisce|explota|gestiona|betreibt) (?i:this|the|our|le|ce|la|cette|il|el"
    r"|este|diese|die|das) (?i:web|site|sito|sitio|app|service|plat)"
)
_DEFINED = (
    late(rf"(?:^|\b(?i:we are|wir sind|nous sommes) ){_NAME},? \([^()\"“„]{{0,20}}[\"“„]", re.M),
    late(
        rf"\b(?i:collectively|hereinafter|ci-après)[^\"“„«»]{{0,40}}[\"“„«]\s?{_NAME},?[\"”“»"
        rf"]"
    ),
    late(rf"(?i:©|copyright)\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?\s*(?i:by )?{_NAME}"),
    late(
        r"(?i:controller|verantwortlicher?|verantwortliche stelle|responsable d[ue] traitement"
        r"|titolare|responsable del tratamiento|verwerkingsverantwoordelijke"
        r"|personuppgiftsansvarig|dataansvarlig|responsável pelo tratamento)[^.]{0,110}?"
        rf"(?:\b(?i:is|are|ist|est|è|es|é|är|er)|:)\s{{1,3}}(?i:the |die |la )?"
        rf"(?i:company |société |firma |società |empresa |sociedad )?{_NAME}"
    ),
)
_CUES = {  # one of these is in every text that a pattern finds anything in
    _OPENING[2]: (" sell", " rent", " trade", " vend", " loue"),
    _DEFINED[1]: ("collectively", "hereinafter", "ci-après"),
    _DEFINED[2]: ("©", "copyright"),
    _DEFINED[3]: (
        *("controller", "verantwortliche", "respons", "titolare", "verwerkingsverantwoordelijke"),
        *("personuppgiftsansvarig", "dataansvarlig"),
    ),
}
_TITLES = late(
    r"^(?i:privacy (?:policy|notice|statement)|datenschutzerklärung"
    r"|politique de confidentialité)"
    rf"\s*(?i:[-–|:]|of|for|der|von|de)\s*{_NAME}$"
    rf"|^{_NAME}(?:['’]s)?\s*[-–|:]?\s*(?i:website |online )?"
    r"(?i:privacy|datenschutz|cookie|politique|política|sub-?processor)"
)
_USE_OF = late(
    r"\b(?:use of|uso d[eio]l?|utilisation d[eu]|(?:nutzung|verwendung|einsatz) von|gebruik van"
    r"|användning av|brug af)\b",
    re.IGNORECASE,
)
_ACTS = late(
    r"(?<!\w)((?:[a-z]|\d{1,4})?[A-ZÀ-Þ][\w.&'’+-]*(?: [A-ZÀ-Þ][\w.&'’+-]*){0,3})(?:['’]s?|) "
    r"(?:may|will|shall|does not|do not|is committed|uses|collects?|reserves"
    r"|respects|takes|processes"
    r"|has|receives|recueille|utilise|s['’]engage|verarbeitet|nutzt"
    r"|erhebt|realiza|tratará|raccoglie"
    r"|website|platform|services?|app|account|products?|users?|members?"
    r"|employees|customers|clients)\b"
)
_MAIL = late(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,64})\.(?:[a-z]{2,3}\.)?[a-z]{2,24}\b")
_COMMON_MAIL = frozenset(
    ["gmail", "outlook", "hotmail", "yahoo", "proton", "protonmail", "example", "icloud", "gmx"]
)
_WORDS_LIMIT = 30_000
_SURE = 6_000
_FIRST = 2_500
_EARLY = 10_000
_LINKS = 5  # to one site from which it may be the author's
_HOST = late(r"https?://(?:www\.)?([\w.-]+)")
_ACTS_ENOUGH = 3
_ACTS_ALWAYS = 8
_TERM = late(
    (
        r"\b(?:act|services?|site|terms|privacy|data|policy|general|regulation"
        r"|tracking|advertisers?|your?|our|third|gdpr|ccpa|is|claim|shine)\b"
    ),
    re.I,
)


def find_own_names(
    document: Document, company: tuple[str, ...], subjects: Counter[str]
) -> frozenset[str]:
    """Give the company's own names, folded to small letters and digits."""
    text = _opening(document)
    sure = {*company, *_we(text[:_SURE]), *_titled(document)}
    mailed = _mailed(text)
    sure |= {match[1] for match in _OPERATOR.finditer(text)}
    if lone := _lone(mailed, others=bool(sure)):
        sure.add(lone)
    likely = {*_defined(text[:_FIRST], _OPENING), *_defined(text[:_EARLY], _DEFINED), *mailed}
    likely |= _linked(document)
    keys = _keys(sure | {name for name in likely if not is_catalogued(name)})
    acting = {key for key in _foremost(subjects) if not _TERM.search(key)}
    keys |= {key for key in acting if not is_catalogued(key)}
    if not keys:  # what others may be named for is the author's only where nothing else can be
        first = {key for key, count in subjects.most_common(1) if count > 1} - STOP_WORDS
        keys = acting | first | {key for key in _keys(likely) if subjects[key] > 1}
    return frozenset(keys)


def _lone(mailed: Counter[str], *, others: bool) -> str | None:
    """The name in most mail addresses; one alone proves little beside `others`."""
    (name, count), *_ = mailed.most_common(1) or [("", 0)]
    return name if count > 1 or (len(mailed) == 1 and not others) else None


def _keys(names: set[str]) -> set[str]:
    """Fold names for comparison, leaving out terms and what is too short to tell a company."""
    keys = {own_key(name) for name in names if not _TERM.search(name)}
    return {key for key in keys if len(key) > 2 and key not in STOP_WORDS}


def own_vendors(own: frozenset[str]) -> frozenset[str]:
    """Give the catalogue's keys of the vendors that bear the company's own names, and of theirs."""
    vendors = load_catalogue().vendors
    keys = {v.key for v in vendors if own_key(v.name) in own}
    return frozenset(keys | {v.key for v in vendors if v.parent in keys})


def _foremost(subjects: Counter[str]) -> set[str]:
    """Give the names that act far more often than others in a document do."""
    acting = [(key, count) for key, count in subjects.most_common() if key not in STOP_WORDS]
    second = acting[1][1] if len(acting) > 1 else 0
    return {
        key
        for at, (key, count) in enumerate(acting)
        if count >= _ACTS_ALWAYS or (at == 0 and count >= max(_ACTS_ENOUGH, 2 * second))
    }


@lru_cache(maxsize=65536)
def own_key(name: str) -> str:
    """Fold a name for comparison: letters and digits only, small, without a legal form or what
    makes a site's address of it."""
    words = [word for part in name[:200].removesuffix(".com").split() if (word := _folded(part))]
    while len(words) > 1 and words[-1] in FORM_WORDS:
        words.pop()
    return "".join(words)


def _folded(part: str) -> str:
    return "".join(char for char in plain_word(part) if char.isalnum())


def count_subjects(document: Document) -> Counter[str]:
    """Count how often each name acts in the document as only its author would."""
    counts: Counter[str] = Counter()
    for text in document.texts:
        for name in _acting(text[:6000]):
            counts[name] += 1
    return counts


@remembered
def _acting(text: str) -> tuple[str, ...]:
    """The names that act in a text."""
    return tuple([own_key(match[1]) for match in _ACTS.finditer(text)])


def _opening(document: Document) -> str:
    lines, size = [], 0
    for _, line in document.lines():
        lines.append(line.text)
        size += len(line.text)
        if size > _WORDS_LIMIT:
            break
    return "\n".join(lines)[:_WORDS_LIMIT]


def _defined(text: str, patterns: tuple[re.Pattern[str], ...]) -> set[str]:
    small = text.lower()
    likely = [
        pattern
        for pattern in patterns
        if pattern not in _CUES or any(cue in small for cue in _CUES[pattern])
    ]
    names = (match[1] for pattern in likely for match in pattern.finditer(text))
    return {_until_form(name.split(". ")[0]) for name in names}


def _until_form(name: str) -> str:
    """Cut off what follows a legal form: an address."""
    words = name.split()
    ends = [at for at, word in enumerate(words[1:], 2) if plain_word(word.strip(",")) in FORM_WORDS]
    return " ".join(words[: ends[0]]) if ends else name


def _we(text: str) -> set[str]:
    """Collect the names that the text explains as "we", and those it gives in the same brackets."""
    found: set[str] = set()
    for match in _BRACKETS.finditer(text):
        if _WE.search(match[1]):
            before = text[max(0, match.start() - 140) : match.start()].rstrip(" .,")
            before = _BREAK.split(before)[-1]
            found |= {*_NAMED.findall(before)[:1], *_QUOTED.findall(match[1])}
    return found


def _titled(document: Document) -> set[str]:
    """Collect the names in the document's title and its first heading."""
    headings = [block.line.text for block in document.blocks[:8] if isinstance(block, Heading)]
    found = (_TITLES.search(title.strip()[:120]) for title in [document.title or "", *headings])
    named = {name for match in found if match for name in match.groups() if name}
    return named | {
        name for title in [document.title or "", *headings[:1]] for name in _rows(title)
    }


def _linked(document: Document) -> set[str]:
    """Give the name of the site to which most links of a document lead: its own."""
    links = [run.href for _, line in document.lines() for run in line.runs if run.href]
    hosts = Counter(match[1].casefold() for link in links if (match := _HOST.match(link)))
    (host, count), *_ = hosts.most_common(1) or [("", 0)]
    is_most = count >= _LINKS and count * 2 > hosts.total()
    return {host.rsplit(".", 2)[-2]} if is_most and "." in host else set()


def _rows(title: str) -> list[str]:
    """Give the rows of capital words in a title, without words that any title may have."""
    words = _USE_OF.split(title[:120])[0].replace("|", " | ").split()
    rows: list[list[str]] = [[]]
    for word in words:
        is_name = word[:1].isupper() or any(map(str.isupper, word[1:]))
        if is_name and plain_word(word.strip(".,:;()")) not in STOP_WORDS:
            rows[-1].append(word)
        elif rows[-1]:
            rows.append([])
    return [" ".join(row) for row in rows if row]


def _mailed(text: str) -> Counter[str]:
    """Count the names in mail addresses."""
    words = [word for word in text.split() if "@" in word]  # the pattern is slow at any other
    labels = (match[1].casefold() for word in words for match in _MAIL.finditer(word))
    return Counter(label for label in labels if label not in _COMMON_MAIL)
