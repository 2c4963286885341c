"""Lists in one sentence: "we use the following sub-processors: A (hosting), B (mail) and C"."""

import re
from collections.abc import Iterator, Sequence

from scrapers.documents.model import Line, Paragraph, Run
from scrapers.entry import Entry
from scrapers.patterns import late
from scrapers.shapes.bullets import announces, take_apart
from scrapers.shapes.cells import with_forms
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.headings import Placed
from scrapers.shapes.naming import is_sure, looks_like_name, without_stop

LONGEST = 2_000  # characters of a paragraph that may hold such a sentence
_NUMBER = late(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+")
_AND = late(r"^(?:and|und|et|y|e|en|och|og)\s+", re.IGNORECASE)
_END = late(r"(?<=[a-z)]{2})\.\s+(?=[A-Z])")


def read_sentences(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of every sentence that says that what stands behind its colon are sub-processors."""
    found: list[Entry] = []
    for block, context in placed:
        if not isinstance(block, Paragraph) or block.region != "main":
            continue
        if not context.is_about_subprocessors or ":" not in block.text[:LONGEST]:
            continue
        parts = list(_parts(block.text[:LONGEST]))
        bullets = [take_apart((Line((Run(part),)),)) for part in parts]
        named = [bullet for bullet in bullets if looks_like_name(bullet.name)]
        sure = [bullet for bullet in named if is_sure(bullet.name)]
        if len(parts) > 1 and len(named) == len(parts) and len(sure) * 2 >= len(parts):
            for bullet in named:
                group = group_of(bullet.name, (), head=bullet.head, said=bullet.said)
                found.extend(entries_of(group, context, language))
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """What a sentence that announces sub-processors lists, one by one."""
    lead, _, rest = text.partition(":")
    if not announces(f"{lead}:"):
        return
    listed = without_stop(_END.split(rest, maxsplit=1)[0].strip())
    mark = ";" if ";" in listed else ","
    for part in with_forms([part.strip() for part in _outside_brackets(listed, mark)]):
        bare = _AND.sub("", _NUMBER.sub("", part), count=1) if part else ""
        if bare:
            yield bare


def _outside_brackets(text: str, mark: str) -> list[str]:
    """Parts of a text between marks that stand outside brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if char == mark and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
