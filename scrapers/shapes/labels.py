"""Labelled texts ("Purpose: hosting") out of lines, and what stands there without a label."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scrapers.documents.model import Block, Line, Table, block_lines
from scrapers.fields import Field, meaning
from scrapers.places import find_countries

MAX_LABEL = 45
_COLON = re.compile(r"\s*[:：]\s*")
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_IGNORED = ("number", "cookie")


@dataclass(slots=True)
class Labelled:
    """Texts by meaning, the lines that have no label, and the links of all."""

    texts: dict[Field, list[str]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    link: str | None = None

    def add(self, what: Field, text: str) -> None:
        if text:
            self.texts.setdefault(what, []).append(text)


def read_labels(lines: Iterable[Line]) -> Labelled:
    """Sort lines by their labels; a label alone on its line goes with the line below it."""
    found = Labelled()
    waiting: Field | None = None
    for line in lines:
        text = line.text
        what, value = split_label(text)
        if what and not value and not _stands_out(line):
            what = None
        if found.link is None and line.href and not line.href.startswith(("mailto:", "tel:")):
            found.link = line.href
        if all(run.href for run in line.runs) and meaning(text) == "link":
            waiting = None  # the name of a linked document
        elif what and value:
            found.add(what, value)
        elif what or waiting is None:
            if what is None:
                found.rest.append(text)
        else:
            found.add(waiting, text)
            continue  # a label's value may go on over several lines
        waiting = what if what and not value else None
    return found


def split_label(text: str) -> tuple[Field | None, str]:
    """Meaning of a line's label and what stands behind it; (None, text) where there is no label."""
    parts = _COLON.split(_NUMBER.sub("", text), maxsplit=1)
    label = parts[0].strip(" *•·–-")
    if len(label) > MAX_LABEL or len(label.split()) > 5:
        return None, text
    is_alone = len(parts) == 1
    if is_alone and len(label) > 30:
        return None, text
    what = meaning(label)
    if what is None or what in _IGNORED:
        return None, text
    return what, "" if is_alone else parts[1].strip()


def describes(lines: Sequence[Line], language: str | None) -> bool:
    """True for lines that say of a processor what lists say: labels, or a place on its own line."""
    places = [line.text for line in lines if len(line.text) < 40 and len(line.text.split()) <= 4]
    return is_labelled(lines) or any(find_countries(place, language) for place in places)


def _stands_out(line: Line) -> bool:
    """True for a line that is a label by its looks: bold, or with a colon at its end."""
    return line.text[-1:] in ":：" or all(run.bold for run in line.runs)


TELLING = frozenset(
    ("purpose", "location", "storage", "entity_location", "data", "service", "section")
)


def is_labelled(lines: Iterable[Line]) -> bool:
    """True if labels say what one asks of a processor."""
    return bool(TELLING & read_labels(lines).texts.keys())


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """All lines of running text in blocks; tables hold none."""
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Table):
            lines.extend(block_lines(block))
    return lines
