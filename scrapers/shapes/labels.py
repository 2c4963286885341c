"""Labelled texts ("Purpose: hosting") out of lines, and what stands there without a label."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scrapers.documents.model import Block, Item, Line, Run, Table, block_lines
from scrapers.fields import Field, is_told, meaning, plain
from scrapers.places import country_of, find_countries
from scrapers.shapes.naming import is_sure

MAX_LABEL = 45
_COLON = re.compile(r"\s*[:：]\s*")
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_BADGES = frozenset(("scc", "sccs", "dpf"))  # alone on a line they are what is said, no label
MAX_WORDS = 5  # of a label
_WITH_VALUE = re.compile(r"[:：]\s*\S")
MANY = 4  # each how manieth of like parts must have a label
_IGNORED = ("number", "cookie")
UNREAD: Field = "number"  # what is said under such a label is part of nothing


@dataclass(slots=True)
class Labelled:
    """Texts by meaning, the lines that have no label, and the links of all."""

    texts: dict[Field, list[str]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    link: str | None = None

    def add(self, what: Field, text: str) -> None:
        if text:
            self.texts.setdefault(what, []).append(text)


def read_labels(lines: Iterable[Line], titles: Collection[str] = ()) -> Labelled:
    """Sort lines by their labels; a label alone on its line goes with the line below it.

    `titles` are lines that are known to be labels, whatever they look like.
    """
    found = Labelled()
    waiting: Field | None = None
    is_due = False  # whether the line before was a title: its value may read as one too
    for line in lines:
        text = line.text
        is_title = text in titles and not is_due
        what, value = (None, text) if is_due else split_label(text)
        if is_title:
            what, value = meaning(text) or what, ""
        is_due = is_title
        if what and not (value or is_due or _stands_out(line)):
            what = None
        found.link = found.link or _web_link(line)
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


def _web_link(line: Line) -> str | None:
    href = line.href
    return None if href is None or href.startswith(("mailto:", "tel:")) else href


def split_label(text: str) -> tuple[Field | None, str]:
    """Meaning of a line's label and what stands behind it; (None, text) where there is no label."""
    parts = _COLON.split(_NUMBER.sub("", text), maxsplit=1)
    label = parts[0].strip(" *•·–-")
    if len(label) > MAX_LABEL:
        label = label.partition(" / ")[0]  # the same in another language
    if len(label) > MAX_LABEL or len(label.split()) > MAX_WORDS:
        return None, text
    is_alone = len(parts) == 1
    if is_alone and (len(label) > 30 or plain(label) in _BADGES):
        return None, text
    what = meaning(label)
    if what is None and is_told(label):
        what = UNREAD  # a person says so
    elif what is None or what in _IGNORED:
        return None, text
    return what, "" if is_alone else parts[1].strip()


def shared_titles(parts: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Labels that several like parts have alone on a line, each with a value below it; a field
    that is empty is often left out with its label."""
    counts = Counter(text for lines in parts for text in {line.text for line in lines[:-1]})
    found = frozenset(
        text
        for text, count in counts.items()
        if count * MANY >= len(parts) and count > 1 and is_title(text)
    )
    if found:
        found -= _without_value(parts, found)
    return bold_ones([line for lines in parts for line in lines], found)


def _without_value(parts: Sequence[Sequence[Line]], titles: frozenset[str]) -> set[str]:
    """Of labels those that have another label with its value right below: they are values."""
    return {
        line.text
        for lines in parts
        for line, following in pairwise(lines)
        if line.text in titles and _WITH_VALUE.search(following.text)
        if split_label(following.text)[0]
    }


def bold_ones(lines: Iterable[Line], titles: frozenset[str]) -> frozenset[str]:
    """Of labels those that are set in bold, where several are: what else reads so is a value."""
    bold = {line.text for line in lines if line.text in titles and _is_bold(line)}
    return frozenset(bold) if len(bold) > 1 else titles


def is_title(text: str) -> bool:
    """True for what reads as a label without a value."""
    if len(text) > MAX_LABEL or len(text.split()) > MAX_WORDS or _WITH_VALUE.search(text):
        return False
    is_value = plain(text) in _BADGES or is_sure(text) or country_of(text)
    return meaning(text) in _TITLES and not is_value


def describes(lines: Sequence[Line], language: str | None) -> bool:
    """True for lines that say of a processor what lists say: labels, or a place on its own line."""
    places = [line.text for line in lines if len(line.text) < 40 and len(line.text.split()) <= 4]
    return is_labelled(lines) or any(find_countries(place, language) for place in places)


def _stands_out(line: Line) -> bool:
    """True for a line that is a label by its looks: bold, or with a colon at its end."""
    return line.text[-1:] in ":：" or _is_bold(line)


def _is_bold(line: Line) -> bool:
    return all(run.bold for run in line.runs)


TELLING = frozenset(
    ("purpose", "location", "storage", "entity_location", "data", "service", "section")
)

_TITLES = TELLING | {"vendor", "entity", "transfer", "link"}


def is_labelled(lines: Iterable[Line]) -> bool:
    """True if labels say what one asks of a processor."""
    return bool(TELLING & read_labels(lines).texts.keys())


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """All lines of running text in blocks; tables hold none."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Item) and len(block.lines) > 1 and _has_one_label(block.lines):
            lines.append(_as_one(block.lines))
        elif not isinstance(block, Table):
            lines.extend(block_lines(block))
    return lines


def _has_one_label(lines: Sequence[Line]) -> bool:
    """True for a label whose value goes on over the lines of its item."""
    what, value = split_label(lines[0].text)
    return bool(what and value) and all(split_label(line.text)[0] is None for line in lines[1:])


def _as_one(lines: Sequence[Line]) -> Line:
    runs = [run for line in lines for run in (*line.runs, Run(" "))]
    return Line(tuple(runs[:-1]))
