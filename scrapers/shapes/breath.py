"""Names as they are told together: in one breath, said again in brackets, or never recipients."""

import re

from scrapers.patterns import late
from scrapers.shapes.at_home import ADDRESSED
from scrapers.shapes.proper import Name
from scrapers.shapes.stoplists import NEVER

_AND = late(
    r"\s\((?:or|and|ou|et|oder|und|o|e|y|of|en|eller|och|og)\s"
    r"|[\s\"”’»®™*]{0,4}(?:group\s)?(?:\([^()]{0,80}\)[\s\"”’»]{0,3})?"
    r"(?:,\s*(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|eller|și)?(?:\([^()]{1,30}\))?"
    r"|/|&|\b(?:and|or|und|oder|sowie|bzw\.|et|ou|y|e|o"
    r"|en|of|och|og|eller|și|as well as|ainsi que)\b|;)[\s\"“„«]{0,3}(?:(?:the"
    r"|die|der|la|le|les|by|from|von)\s)?"
)

_BRACKETED = late(r"\([^()]*\)")
_NUMBER = late(r"\d{4}")
_MADE = late(
    r"[\"”’»)®™]{0,2}[^.;]{0,90}?\b(?:provided|offered|operated|supplied|developed|run|made|owned"
    r"|bereitgestellt|angeboten|betrieben|fournie?|proposée?|exploitée?|éditée?|offert[oa]"
    r"|fornit[oa]|gestit[oa]|proporcionad[oa]|ofrecid[oa]|prestad[oa]|operad[oa]|fornecid[oa]"
    r"|oferecid[oa]|aangeboden|geleverd|tillhandahålls|levereras|udbydes|leveres)"
    r"\s(?:by|von|durch|par|da|dalla|por|pela|door|av|af)\s(?:(?:the|der|die|la)\s)?",
    re.IGNORECASE,
)


def is_never(name: str) -> bool:
    """Say whether a name is none of a recipient: an authority, a law, a browser, an identifier."""
    return bool(NEVER.search(name))


def is_label(names: list[Name], following: list[list[Name]], text: str) -> bool:
    """Say whether capital words are only the label of names behind them: "Fonts: Acme"."""
    if not following or any(name.is_strong for name in names):
        return False
    if following[0][0].text.casefold().startswith(f"{names[-1].text.casefold()}."):
        return False  # an address
    between = _BRACKETED.sub("", text[names[-1].end : following[0][0].start])
    return between.strip(' "“„«') == ":" and following[0][0].is_strong


def is_topic(names: list[Name], following: list[list[Name]], text: str) -> bool:
    """Say whether capital words are only what a line is about, that goes on with a sentence on
    those that we know: "Speech: texts are read out by Acme"."""
    if any(name.is_known or name.is_strong or name.is_linked for name in names):
        return False
    behind = _BRACKETED.sub("", text[names[-1].end :]).lstrip()
    if not behind.startswith(":") or ADDRESSED.match(behind):
        return False
    return any(name.is_strong for some in following for name in some)


def is_maker(names: list[Name], before: list[Name], text: str) -> bool:
    """Say whether names are only those of who makes what is named before: "X, a tool by Y"."""
    if not before or not before[-1].is_strong:
        return False
    return bool(_MADE.fullmatch(text, before[-1].end, names[0].start))


def without_aliases(names: list[Name], text: str, *, capitalises: bool = False) -> list[Name]:
    """Leave out what only repeats the words before it in brackets: "Blue Harbour (BH)".

    So does a company with its address, and where nouns are small, whatever the name before it.
    """
    kept: list[Name] = []
    for name in names:
        if kept and _is_address(name, kept[-1], names, text, capitalises=capitalises):
            continue
        before = text[max(0, name.start - 80) : name.start].rstrip("\"“„«'")
        is_bracketed = (
            before.endswith("(") and text[name.end : name.end + 2].strip("\"”“»'")[:1] == ")"
        )
        follows = bool(kept) and kept[-1].end >= name.start - 3
        if not is_bracketed or not (follows or _is_initials(name.text, before)):
            kept.append(name)
    return kept


def _is_address(
    name: Name, outer: Name, names: list[Name], text: str, *, capitalises: bool
) -> bool:
    """Say whether a name stands in brackets that give the company behind the name before them."""
    opened = text.rfind("(", outer.end, name.start)
    if opened < 0 or text[outer.end : opened].strip('"”’»®™ '):
        return False
    closed = text.find(")", opened)
    if closed < name.end:
        return False
    inside = [other for other in names if opened < other.start < closed]
    forms = sum(1 for other in inside if other.has_form)
    if outer.has_form:
        return forms == 0 and bool(_NUMBER.search(text, opened, closed))
    if forms != 1:
        return False
    return outer.is_strong or (not capitalises and bool(_NUMBER.search(text, opened, closed)))


def _is_initials(name: str, before: str) -> bool:
    if len(name) < 2:
        return False
    words = re.findall(r"[^\W_]+", before)
    long = [word for word in words if len(word) > 3]
    return any(
        "".join(word[0] for word in some[-len(name) :]).casefold() == name.casefold()
        for some in (words, long)
    )


def group(names: list[Name], text: str) -> list[list[Name]]:
    """Put names together that are told in one breath: "A, B and C", "A (its X, its Y) and B"."""
    groups: list[list[Name]] = []
    for name in names:
        told = [last for last in groups[-2:] if _AND.fullmatch(text, last[-1].end, name.start)]
        if told:
            told[-1].append(name)
        else:
            groups.append([name])
    return groups
