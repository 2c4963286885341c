"""Company names: the form in which two spellings are the same, and the name people use."""

import re
import unicodedata
from functools import lru_cache

from scrapers.patterns import late

_ENGLISH = """
inc; incorporated; corp; corporation; co; company; ltd; limited; llc; l l c; llp; lllp; pllc; lp;
plc; pbc; ulc; dac; clg; cic; pcl; jsc; opc; public benefit corp; public benefit corporation;
public limited company; ltd co; limited liability company; limited liability partnership;
limited partnership; joint stock company; designated activity company; unlimited company;
unlimited; and co; and company; pty; pty ltd; proprietary limited; pte; pte ltd; pvt; pvt ltd;
p ltd; private limited; public company limited; sdn bhd; bhd; sendirian berhad; berhad; tbk; fzco;
fze; fz llc; dmcc; wll; lc
"""
_GERMAN_DUTCH = """
gmbh; mbh; ggmbh; gesmbh; ges mbh; ag; kg; kgaa; ohg; ug; ug haftungsbeschrankt;
haftungsbeschrankt; gbr; ek; e k; ev; e v; eg; se; sce; gmbh and co kg; gmbh co kg;
gmbh and co kgaa; gmbh and co ohg; ag and co kg; ag and co kgaa; se and co kg; se and co kgaa;
ug and co kg; ug haftungsbeschrankt and co kg; and co kg; and co kgaa; co kg;
gesellschaft mit beschrankter haftung; aktiengesellschaft; anstalt; bv; b v; nv; n v; vof; cv;
bvba; cvba; sprl; besloten vennootschap; naamloze vennootschap
"""
_ROMANCE = """
sa; s a; sas; s a s; sasu; sarl; s a r l; sa rl; s arl; sarl s; eurl; snc; sci; sca; scs; scsp;
scop; gie; spa; s p a; srl; s r l; srls; sapa; scarl; sagl; societa per azioni; srl unipersonale;
spa unipersonale; societe anonyme; societe par actions simplifiee;
societe a responsabilite limitee; sl; s l; slu; sl u; s l u; sau; sa u; sac; eirl;
sociedad limitada; sociedad anonima; sa de cv; s a de c v; sapi de cv; s de rl de cv; s de rl; lda;
unipessoal lda; ltda; cia ltda; eireli; sgps; sociedade anonima
"""
_NORTH_EAST = """
ab; ab publ; aktiebolag; publ; as; a s; asa; aps; oy; oyj; oy ab; osakeyhtio; ehf; hf; ans; hb; ou;
osauhing; uab; sia; sp z oo; sp z o o; sp zoo; sp z oo sp k; spzoo; spolka z oo; spolka akcyjna;
spolka z ograniczona odpowiedzialnoscia; sp k; spk; sp j; psa; sro; s r o; spol s r o; spol s ro;
spol sro; kft; zrt; nyrt; doo; d o o; dd; d d; ood; eood; ike; epe; ltd sti; sti; limited sirketi;
anonim sirketi; ооо; оао; зао; пао; тов; оод; еоод; ад; еад
"""
_EAST = """
kk; k k; gk; g k; yk; kabushiki kaisha; kabushiki gaisha; godo kaisha; yugen kaisha; בעמ
"""
_EASTERN_FORMS = (  # written without a space after or before the name
    *("股份有限公司", "有限责任公司", "有限公司", "股份公司"),
    *("株式会社", "有限会社", "合同会社", "주식회사", "유한회사"),
)
LEGAL_FORMS = frozenset(
    tuple(form.split())
    for group in (_ENGLISH, _GERMAN_DUTCH, _ROMANCE, _NORTH_EAST, _EAST, ";".join(_EASTERN_FORMS))
    for form in group.split(";")
)
# Few: "SAS Institute" and "AS Roma" begin with what only looks like a legal form.
LEADING_FORMS = frozenset(
    ["ооо", "оао", "зао", "пао", "тов", "ooo", "oao", "zao", "uab", *_EASTERN_FORMS]
)

_LAST_WORDS = frozenset(form[-1] for form in LEGAL_FORMS)
_LONGEST = max(len(form) for form in LEGAL_FORMS)
_EASTERN = late(f"({'|'.join(_EASTERN_FORMS)})")
_MARKS = late(r"[™®©℠†‡*¹²³⁰⁴-⁹]+")
_ACCENTS = late("[\u0300-\u036f]")
_INVISIBLE = late("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})
_BRACKETS = late(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_INSIDE = late(r"[./'’‘ʼ`״]")
_SIMPLE = late(r"[a-z0-9]+(?:,? [a-z0-9]+)*\.?")  # most names, once letters are small
_LETTERS_ONLY = late(r"[a-z0-9]+")
_CLOSING = late(r"[)\]!?]+")
_TOKEN = late(
    r"[^\W_](?:[./][^\W_])+(?![^\W_])"  # S.A., A/S, S.r.l
    r"|[^\W_]+(?:['’‘ʼ`״][^\W_]+)*"
    r"|&"
)
_ALIAS = late(
    r"[\s,;(]+(?:d/b/a|d\.b\.a\.?|dba|doing business as|t/a|trading as|operating as|o/a)[\s:]+"
    r"(?P<name>.+)$",
    re.IGNORECASE,
)
_FORMER = late(
    r"[\s,;(]+(?:f/k/a|fka|a/k/a|aka|n/k/a|formerly|previously|also known as|part of)\b.*$",
    re.IGNORECASE,
)
_BELONGING = late(
    r"[\s,;]+(?:and|&)\s+(?:its|their|other|certain)\s.*$|,\s+an?\s+[^,]*$", re.IGNORECASE
)

_Token = tuple[str, int, int]


def normal_form(name: str) -> str:
    """Write `name` so that spellings of one company become equal; only blank gives blank.

    Case, accents, punctuation, bracketed text, a leading "The" and the legal form go, unless
    nothing would remain.
    """
    return _normal_form(name)


@lru_cache(maxsize=4096)  # a name is asked about by its list, its entry and its comparison
def strip_legal_form(name: str) -> str:
    """Cut the legal form off a printed name, unless nothing would remain."""
    text = _tidy(name)
    tokens = _tokens(text)
    kept = _without_forms(tokens)
    if len(kept) == len(tokens):
        return text
    start = 0 if kept[0] == tokens[0] else kept[0][1]
    closing = _CLOSING.match(text, kept[-1][2])
    return text[start : closing.end() if closing else kept[-1][2]].strip()


@lru_cache(maxsize=8192)
def common_name(entity: str) -> str:
    """Give the name people use for an entity as printed: no legal form, remark or former name."""
    text = _tidy(entity)
    outer = _outside_brackets(text)
    for part in (outer, text):
        alias = _ALIAS.search(part)
        if alias and _tokens(alias["name"]):
            return _bare(alias["name"].rstrip(" )]"))
    return _bare(outer)


def _bare(text: str) -> str:
    for unwanted in (_FORMER, _BELONGING):
        shorter = unwanted.sub("", text).strip(" ,;")
        text = shorter if _tokens(shorter) else text
    return strip_legal_form(_before_address(text)).strip(" ,;:–—-") or text


def _before_address(text: str) -> str:
    """Cut what follows a legal form and a comma: "Acme, Inc., 1 High Street" is "Acme, Inc."."""
    tokens = _tokens(text)
    for at in range(1, len(tokens) - 1):
        gap = text[tokens[at][2] : tokens[at + 1][1]]
        if (
            re.match(r"\.?(?:\s*[,;]|\s+[–—-]\s)", gap)
            and len(_without_forms(tokens[: at + 1])) <= at
        ):
            if all(_is_form((token[0],)) for token in tokens[at + 1 :]):
                return text
            return text[: tokens[at][2]]
    return text


@lru_cache(maxsize=65536)
def _normal_form(name: str) -> str:
    text = fold_letters(_tidy(name))
    tokens = _without_forms(_tokens(_outside_brackets(text)))
    while len(tokens) > 2 and tokens[0][0] == "the":
        tokens = _without_forms(tokens[1:])
    return " ".join(token[0] for token in tokens) or " ".join(text.split()) or _tidy(name)


def fold_letters(text: str) -> str:
    """Write letters small and without accents, look-alikes of one letter the same."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold()).casefold()
    text = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", text).translate(_LETTERS))


def _tidy(name: str) -> str:
    if name.isascii():
        return " ".join(name.replace("*", "").split()) or " ".join(name.split())
    text = _MARKS.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", name)))
    return " ".join(text.split()) or " ".join(name.split())


def _outside_brackets(text: str) -> str:
    """Drop bracketed text where a name remains outside it."""
    if not _BRACKETS.search(text):
        return text
    outside = text
    while (shorter := _BRACKETS.sub(" ", outside)) != outside:
        outside = shorter
    words = tuple(token[0] for token in _tokens(outside))
    return " ".join(outside.split()).replace(" ,", ",") if words and not _is_form(words) else text


def _tokens(text: str) -> list[_Token]:
    if _SIMPLE.fullmatch(text):
        return [(match[0], match.start(), match.end()) for match in _LETTERS_ONLY.finditer(text)]
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        at, word = match.start(), match.group()
        for part in (word,) if word.isascii() else _EASTERN.split(word):
            if part:
                found.append((_word(part), at, at + len(part)))
            at += len(part)
    return found


def _word(part: str) -> str:
    if part.isalnum():
        return fold_letters(part)
    return "and" if part == "&" else _INSIDE.sub("", fold_letters(part))


def _is_form(words: tuple[str, ...]) -> bool:
    return words in LEGAL_FORMS


def _without_forms(tokens: list[_Token]) -> list[_Token]:
    """Drop legal forms from the end, the longest first, as long as a word remains."""
    kept = tokens
    while len(kept) > 1:
        if kept[-1][0] not in _LAST_WORDS and kept[0][0] not in LEADING_FORMS:
            break
        words = tuple(token[0] for token in kept[-_LONGEST:])
        sizes = range(min(len(words), len(kept) - 1), 0, -1)
        size = next((n for n in sizes if _is_form(words[-n:])), 0)
        if size:
            kept = kept[:-size]
        elif kept[0][0] in LEADING_FORMS:
            kept = kept[1:]
        else:
            break
    return kept
