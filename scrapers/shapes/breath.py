"""Names as they are told together: in one breath, said again in brackets, or never recipients."""

import re

from scrapers.patterns import late
from scrapers.shapes.proper import Name
from scrapers.shapes.stoplists import NEVER

_AND = late(
    r"[\s\"”’»®™*]{0,4}(?:group\s)?(?:\([^()]{0,80}\)[\s\"”’»]{0,3})?"
    r"(?:,\s*(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|eller|și)?(?:\([^()]{1,30}\))?"
    r"|/|&|\b(?:and|or|und|oder|sowie|bzw\.|et|ou|y|e|o"
    r"|en|of|och|og|eller|și|as well as|ainsi que)\b|;)[\s\"“„«]{0,3}(?:(?:the"
    r"|die|der|la|le|les|by|from|von)\s)?"
)


def is_never(name: str) -> bool:
    """Say whether a name is none of a recipient: an authority, a law, a browser, an identifier."""
    return bool(NEVER.search(name))


def is_label(names: list[Name], following: list[list[Name]], text: str) -> bool:
    """Say whether capital words are only the label of names behind them: "Fonts: Acme"."""
    if not following or any(name.is_strong for name in names):
        return False
    between = text[names[-1].end : following[0][0].start]
    return between.strip(' "“„«') == ":" and following[0][0].is_strong


def without_aliases(names: list[Name], text: str) -> list[Name]:
    """Leave out what only repeats the words before it in brackets: "Blue Harbour (BH)"."""
    kept: list[Name] = []
    for name in names:
        before = text[max(0, name.start - 80) : name.start].rstrip("\"“„«'")
        is_bracketed = (
            before.endswith("(") and text[name.end : name.end + 2].strip("\"”“»'")[:1] == ")"
        )
        follows = bool(kept) and kept[-1].end >= name.start - 3
        if not is_bracketed or not (follows or _is_initials(name.text, before)):
            kept.append(name)
    return kept


def _is_initials(name: str, before: str) -> bool:
    words = re.findall(r"[^\W_]+", before)[-len(name) :]
    return len(name) > 1 and "".join(word[0] for word in words).casefold() == name.casefold()


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
