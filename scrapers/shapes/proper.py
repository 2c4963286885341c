"""Names of companies and products in a sentence, known or only spelt like names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scrapers.memory import remembered
from scrapers.patterns import late
from scrapers.shapes.generic import GENERIC
from scrapers.shapes.known import FORM_WORDS, MARKS, known_names, plain_word
from scrapers.shapes.passages import Sentence
from scrapers.shapes.stoplists import ARTICLES, BEGINNINGS, COMPANY_WORDS, NEVER_WORDS, STOP_WORDS

_DOMAIN = late(
    r"(?!(?:com?|org|ac|gov|net)\.)[\w-]{2,}\.(?:com|net|org|io|ai|co|app|dev|so|me|tv|eu|de|fr|it"
    r"|es|nl|se|dk|uk|us|cloud)"
    r"|[A-Z][A-Z-]+\.(?:COM|NET|ORG|IO|AI|DE|FR|IT|NL|SE|DK|CH|AT)"
)
_CAMEL = late(
    r"(?=.*[a-zà-ÿ])(?:[a-zà-ÿ]+[A-ZÀ-Þ]\w*|[A-ZÀ-Þ]\w+[A-ZÀ-Þ]\w*|[A-ZÀ-Þ]+\d\w*"
    r"|\d+[A-Z]{2,}\w*)"
)
_PLURAL = late(r"[A-Z]{2,}s")
_PROPER = late(  # words with a capital, and domains
    r"(?<![\w])(?:[a-zà-ÿ0-9]*[A-ZÀ-ÞŒ](?:[\w'’.+!×&-]*[\w+!])?"
    rf"|(?:{_DOMAIN.pattern})(?![\w.-]))"
)
_SHORT_FORM = late(r"(?:\b(?:Inc|Ltd|Corp|Co)|\w\.\w+)$")
_EDITION = late(r"\s(?:4|360|365)(?![\w.,]*\d|\s(?:days|hours|months|weeks|years))\b")
_HUMP = late(r"(?<=[a-zà-ÿ])[A-ZÀ-Þ][a-zà-ÿ]+")
_FORM = late(
    r"(?:,\s{0,2}|\s{1,2})(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation"
    r"|Incorporated|GmbH(?:\s&\sCo\.?\sKGa?A?)?|mbH"
    r"|AG|SE|SAS|S\.A\.S|SASU|SARL|S\.à\sr\.l|S\.A\.R\.L|SA|S\.A|SpA"
    r"|S\.p\.A|Srl|S\.r\.l|SRL|BV|B\.V|NV"
    r"|N\.V|AB|A/S|ApS|Aps|AS|Oyj?|PBC|PLC|plc|Pty\.?\sLtd|Pte\.?\sLtd"
    r"|Pvt\.?\sLtd|SLU?|S\.L\.?U?|UAB"
    r"|OÜ|DAC|Ltda|Lda|K\.K|KG|e\.\s?V|eG|s\.r\.o|a\.s|d\.o\.o|Kft|UG|LLP"
    r"|L\.P|Sp\.\sz\so\.o)(?![\w])\.?"
)
_SMALL_FORM = late(
    r"(?:[,(:]\s?|\b(?:and|or|by|from|von|durch|par|der|die|bei|mit|ist)\s)"
    r"(?!\w+\s(?:by|of|from|with|to|at|for|in|on)\s|(?:die|der|das|den|dem|the)\s)"
    rf"((?:[a-zà-ÿ][\w-]*\s){{0,2}}[a-zà-ÿ][\w-]*(?=,?\s[A-Z]){_FORM.pattern}"
    rf")"
)
_ELIDED = late(r"^(?:[ldnsjmtc]|qu|dell|all|nell|sull)['’]")
_KIND_OF = late(  # what German compounds end in that say what is named behind them
    r"\w{3}(?:plattform|dienst(?:e?s)?|anbieters?|dienstleisters?|unternehmens?|firma|software|tools?"
    r"|hosters?|systems?|netzwerks?)$"
)
_GENITIVES = ("'s", "’s")
_TAIL_WORDS = frozenset(
    ["ireland", "europe", "emea", "uk", "us", "usa", "international", "group", "germany"]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, where it stands in its sentence, and what speaks for its being one."""

    start: int
    end: int
    text: str
    is_known: bool = False
    is_ambiguous: bool = False
    has_form: bool = False
    is_linked: bool = False
    is_odd: bool = False  # spelt as no common word is: inner capitals, a domain
    is_cut: bool = False  # common words in capitals belong to it, as in "Bundled Subscriptions"

    @property
    def is_strong(self) -> bool:
        return (self.is_known and not self.is_ambiguous) or self.has_form or self.is_odd


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    word: str  # as `plain_word` writes it

    @property
    def is_odd(self) -> bool:
        return _is_odd(self.text)

    @property
    def is_glued(self) -> bool:
        return _is_glued(self.text)


@lru_cache(maxsize=16384)
def _is_odd(word: str) -> bool:
    """Say whether a word is spelt as no common word is."""
    text = word.rstrip(".")
    if _DOMAIN.fullmatch(text):
        return True
    return bool(_CAMEL.fullmatch(text)) and not _PLURAL.fullmatch(text) and not _is_glued(word)


@lru_cache(maxsize=16384)
def _is_glued(word: str) -> bool:
    """Say whether a blank was lost before a common word: "worksWe"."""
    humps = _HUMP.findall(word.rstrip("."))
    return bool(humps) and plain_word(humps[-1]) in BEGINNINGS


def find_names(sentence: Sentence, common: frozenset[str]) -> list[Name]:
    """Give the names in a sentence; `common` are words that the document prints small as well."""
    text, tokens = _tokens(sentence.text)
    if not tokens:
        return []
    names = []
    if not FORM_WORDS.isdisjoint([token.word for token in tokens]):
        names = [
            Name(*match.span(1), match[1], has_form=True) for match in _SMALL_FORM.finditer(text)
        ]
    at, taken = 0, {offset for name in names for offset in range(name.start, name.end)}
    while at < len(tokens):
        end = _run_end(tokens, at, text)
        if tokens[at].start in taken or (end == at + 1 and _is_mere_word(tokens[at])):
            at += 1
            continue
        name = _name(tokens[at:end], text, sentence, common=common)
        if name:
            names.append(name)
        while name and end < len(tokens) and tokens[end].start < name.end:
            end += 1
        at = end
    return sorted(names, key=lambda name: name.start)


@remembered
def _tokens(text: str) -> tuple[str, tuple[_Token, ...]]:
    """A sentence without marks, and its words in capitals."""
    plain = MARKS.sub(" ", text)
    found = _PROPER.finditer(plain)
    return plain, tuple([_Token(m[0], m.start(), m.end(), plain_word(m[0])) for m in found])


def _is_mere_word(token: _Token) -> bool:
    """Say at little cost whether a capital word that stands alone is surely no name."""
    return token.word in STOP_WORDS and token.word not in known_names()


def _run_end(tokens: Sequence[_Token], at: int, text: str) -> int:
    """Say where the row of capital words that starts at `at` ends, "&" within a legal name."""
    end = _row_end(tokens, at, text)
    while end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] == " & ":
        further = _row_end(tokens, end, text)
        if not _ends_in_form(tokens, end, further, text):
            break
        end = further
    return end


def _row_end(tokens: Sequence[_Token], at: int, text: str) -> int:
    end = at + 1
    while end < len(tokens):
        gap = text[tokens[end - 1].end : tokens[end].start]
        if gap.strip(" \t\xa0\u202f") or len(gap) > 2 or tokens[end - 1].text.endswith(_GENITIVES):
            break
        end += 1
    return end


def _ends_in_form(tokens: Sequence[_Token], at: int, end: int, text: str) -> bool:
    """Say whether the words from `at` to `end` are the end of a name in legal form, not a name in
    one by itself: "Sons Ltd", but not "Acme Ltd" behind "Blue Ltd"."""
    before = text[: tokens[at - 1].end].rpartition(" ")[2]
    has_form = bool(_form_at(text, tokens[at].start, tokens[end - 1].end))
    return has_form and plain_word(before) not in FORM_WORDS


def _name(
    tokens: Sequence[_Token], text: str, sentence: Sentence, *, common: frozenset[str]
) -> Name | None:
    """Give the name in a row of capital words: from the first known or else uncommon word on."""
    if len(tokens) == 1 and tokens[0].word in common and not _may_be_name(tokens[0], text):
        return None
    row_form = _form_at(text, tokens[0].start, tokens[-1].end)
    first = _first(tokens, common)
    if row_form and (first is None or not _known_length(tokens, first)):
        first = _after_articles(tokens)
    if first is None or (first == len(tokens) - 1 and _is_form(tokens[first])):
        return None
    length, is_ambiguous = _known_length(tokens, first) or (0, False)
    last = len(tokens) if row_form else _last(tokens, first + max(length, 1))
    start, end = tokens[first].start, tokens[last - 1].end
    end -= len(text[start:end]) - len(_without_genitive(text[start:end]))
    form = _form_at(text, start, end)
    if edition := _EDITION.match(text, end):
        end = edition.end()
    start, end = _linked_whole(sentence, start, max(end, form))
    return Name(
        start,
        end,
        sentence.text[start:end].strip(),
        is_known=bool(length),
        is_ambiguous=is_ambiguous,
        has_form=bool(form),
        is_linked=_is_linked(sentence, start, end),
        is_odd=any(token.is_odd for token in tokens[first:last]),
        is_cut=last < len(tokens)
        or any(_is_common(t, common) for t in tokens[first + 1 : _tail(tokens, first, last)])
        or any(t.start and t.word not in ARTICLES for t in tokens[:first]),
    )


def _tail(tokens: Sequence[_Token], first: int, last: int) -> int:
    """Say where in a name the words begin that tell a company or what it does: "Acme Media"."""
    while last > first + 1 and tokens[last - 1].word in COMPANY_WORDS:
        last -= 1
    return last


def _may_be_name(token: _Token, text: str) -> bool:
    """Say at little cost whether a lone word that is also printed small may be a name."""
    is_known = token.word in known_names() or token.word in FORM_WORDS
    return is_known or token.is_odd or bool(_FORM.match(text, token.end))


def _form_at(text: str, start: int, end: int) -> int:
    """Say where the legal form ends that follows `end`, or in which the text ends there; else 0."""
    if follows := _FORM.match(text, end):
        return follows.end()
    for match in _FORM.finditer(text, max(start, end - 40), end):
        if match.end() == end:
            return end + (text[end : end + 1] == "." and bool(_SHORT_FORM.search(text, 0, end)))
    return 0


def _is_form(token: _Token) -> bool:
    return token.word in FORM_WORDS


def _first(tokens: Sequence[_Token], common: frozenset[str]) -> int | None:
    """Say where in a row of capital words a name starts."""
    for at in range(len(tokens)):
        known = _known_length(tokens, at)
        if known and not known[1]:
            return at
    for at, token in enumerate(tokens):
        if _known_length(tokens, at) or not _is_common(token, common):
            return at
    return None


def _after_articles(tokens: Sequence[_Token]) -> int | None:
    """Say where a name in legal form starts: any capital word may belong to it but an article."""
    return next((at for at, t in enumerate(tokens) if not _only_leads(t, tokens[-1])), None)


def _only_leads(token: _Token, last: _Token) -> bool:
    """Say whether a word stands before a name without belonging to it."""
    return token.word in ARTICLES or (token is not last and bool(_KIND_OF.search(token.word)))


def _linked_whole(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Take the whole text of a short link that holds the name and no small words."""
    for a, b, _ in sentence.passage.links:
        first, last = a - sentence.start, b - sentence.start
        if first <= start and end <= last and first >= 0 and last <= len(sentence.text):
            words = sentence.text[first:last].split()
            if NEVER_WORDS.isdisjoint([plain_word(word) for word in words]) and (
                len(words) <= 5
                and all(word[0].isupper() or not word[0].isalpha() for word in words)
            ):
                return first, last
    return start, end


def _without_genitive(text: str) -> str:
    for ending in ("'s", "’s", "."):
        text = text.removesuffix(ending)
    return text


def _known_length(tokens: Sequence[_Token], first: int) -> tuple[int, bool] | None:
    """Say how many words from `first` on are a name in the catalogue."""
    candidates = known_names().get(tokens[first].word)
    if candidates is None:
        return None
    words = tuple(token.word for token in tokens[first : first + 6])
    for known, is_ambiguous in candidates:
        if words[: len(known)] == known:
            return len(known), is_ambiguous
    return None


def _last(tokens: Sequence[_Token], at: int) -> int:
    """Say where a name ends: "Google" is followed by "Ireland", or "Firebase Analytics"."""
    while at < len(tokens):
        word = tokens[at].word
        is_tail = word in _TAIL_WORDS or word in COMPANY_WORDS
        if word in NEVER_WORDS or (word in STOP_WORDS and not is_tail):
            break
        at += 1
    return at


def _is_common(token: _Token, common: frozenset[str]) -> bool:
    word = _ELIDED.sub("", token.word)
    if token.is_odd:
        return False
    if token.is_glued:
        return True
    if "-" in word and all(_is_part_common(part, common) for part in word.split("-")):
        return True
    forms = {word, word.removesuffix("s"), f"{word}s"}
    return len(word) == 1 or not forms.isdisjoint(STOP_WORDS) or not forms.isdisjoint(common)


def _is_part_common(word: str, common: frozenset[str]) -> bool:
    return word in STOP_WORDS or word in GENERIC or word in common


def _is_linked(sentence: Sentence, start: int, end: int) -> bool:
    offset = sentence.start
    return any(a < end + offset and start + offset < b for a, b, _ in sentence.passage.links)
