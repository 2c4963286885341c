"""Running text as sentences, each knowing what introduces it and the headings above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from scrapers.documents.model import Block, Document, Heading, Item, Line, Paragraph, Run
from scrapers.memory import remembered
from scrapers.quotes import printed_text

LONGEST_SENTENCE = 4_000  # a longer stretch without a full stop is no sentence of a policy

SHORT = 120  # characters of a line that stands in a list without marks
LABEL = 4  # words of one that is a label in such a list
_ANNOUNCED = -1  # where `leads` keeps what announced such a list

LONGEST_PASSAGE = 500_000

_BOUNDARY = re.compile(  # one set first, for which a pattern looks quickest
    r"[\n.!?…;。！？●](?:(?<=[\n。！？●])"
    r"|(?:(?<!;)|(?<=[.\w)];))[\"”’»)\]*]{0,3}\s+(?=[\"“„«(\[•●-]?\s?[A-ZÀ-ÞŒ0-9Ѐ-Я]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|LLC|Pty|Pte|No|Nr|Art|Abs|Dr|Mr|Mrs|Ms"
    r"|St|vs|etc|bzw|ca|vgl|ggf|inkl|sog|usw"
    r"|incl|approx|dba|fig|cf|ex|al|Bl|Str|Tel|Sec|S\.A|S\.L|B\.V|N\.V"
    r"|S\.r\.l|S\.p\.A|S\.A\.S)"
    r"|\b[a-zA-Z](?:\.\s?[a-zA-Z])+|\b[A-Z])\.$"
)


class Passage(NamedTuple):  # as many as lines: tuples are made quickest
    """One line of running text, or an item, with what stands above it."""

    runs: tuple[Run, ...]
    text: str
    block: Block
    section: str | None
    headings: tuple[str, ...] = ()
    lead: str = ""
    is_item: bool = False
    before: str = ""

    @property
    def links(self) -> tuple[tuple[int, int, str], ...]:
        """Where links stand in the text, and where they lead."""
        found, at = [], 0
        if not any([run.href for run in self.runs]):
            return ()
        for run in self.runs:
            if run.href:
                found.append((at, at + len(run.text), run.href))
            at += len(run.text)
        return tuple(found)

    def printed(self, start: int, end: int) -> str:
        """Give a stretch of the text as the source prints it."""
        parts: list[Run] = []
        at = 0
        for run in self.runs:
            first, last = max(start - at, 0), min(end - at, len(run.text))
            if first < last:
                shown = run.printed if last == len(run.text) and last + at < end else None
                shown = run.printed if first == 0 and last == len(run.text) else shown
                parts.append(run._replace(text=run.text[first:last], printed=shown))
            at += len(run.text)
        return printed_text(parts).rstrip("_ ").replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `before` are the two sentences that precede it there."""

    passage: Passage
    start: int
    end: int
    before: str = ""
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.passage.text[self.start : self.end])

    @property
    def quote(self) -> str:
        return self.passage.printed(self.start, self.end)


def find_passages(document: Document) -> tuple[Passage, ...]:
    """Give the document's running text in page order; tables, menus and forms are left out."""
    if "passages" not in document.kept:
        document.kept["passages"] = tuple(_passages(document))
    found: tuple[Passage, ...] = document.kept["passages"]
    return found


def _passages(document: Document) -> Iterator[Passage]:
    trail: list[tuple[int, str]] = []
    above: tuple[str, ...] = ()
    leads: dict[int, str] = {}
    for block in document.blocks:
        if block.region in ("navigation", "dialog", "form") or block.hidden:
            continue
        if isinstance(block, Heading):
            _climb(trail, block.level, block.line.text)
            leads = {}
            above = tuple([words for _, words in trail])
            yield _passage((block.line,), block, above[:-1])
        elif isinstance(block, Paragraph):
            yield from _paragraph(block, above, leads)
        elif isinstance(block, Item):
            yield _passage(block.lines, block, above, lead=_lead(leads, block.depth))
            leads[block.depth + 1] = block.text[-600:]


def _climb(trail: list[tuple[int, str]], level: int, text: str) -> None:
    while trail and trail[-1][0] >= level:
        trail.pop()
    trail.append((level, text))


def _lead(leads: dict[int, str], depth: int) -> str:
    """Join what introduces an item: the paragraph before its list, the items around it."""
    return " ".join(leads[level] for level in range(depth + 1) if level in leads)


def _paragraph(
    block: Paragraph, above: tuple[str, ...], leads: dict[int, str]
) -> Iterator[Passage]:
    """Give a paragraph line by line; a line that goes on in small letters is no new one."""
    lines: list[Line] = []
    before = leads.get(0, "")
    for line in block.lines:
        if lines and not line.text[:1].islower():
            yield _passage(tuple(lines), block, above, before=before)
            before = f"{before} {_text(lines)}"[-600:]
            lines = []
        lines.append(line)
    if lines:
        yield _passage(tuple(lines), block, above, before=before)
    _remember(leads, block.text)


def _remember(leads: dict[int, str], text: str) -> None:
    """Keep a paragraph as the lead of what follows; one that ends in a colon is the lead of all
    short lines behind it."""
    announced = leads.get(_ANNOUNCED, "")
    if text.rstrip().endswith(":") and not (announced and len(text.split()) <= LABEL):
        announced = text
    is_short = len(text) <= SHORT or announced == text
    leads.clear()
    leads[0] = text[-1500:]
    if announced and is_short:
        leads[_ANNOUNCED] = announced[-600:]
        leads[0] = f"{announced[-600:]} {text}" if announced != text else leads[0]


def _text(lines: list[Line]) -> str:
    return " ".join(line.text for line in lines)


def _passage(
    lines: tuple[Line, ...],
    block: Block,
    headings: tuple[str, ...],
    *,
    lead: str = "",
    before: str = "",
) -> Passage:
    runs = lines[0].runs if len(lines) == 1 else tuple(_runs(lines))
    text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    section = headings[-1] if headings else None
    is_item = isinstance(block, Item)
    return Passage(runs, text, block, section, headings, lead, is_item, before)


def _runs(lines: tuple[Line, ...]) -> Iterator[Run]:
    """Give the runs of several lines, a blank where the line broke."""
    for number, line in enumerate(lines):
        if number:
            yield Run(" " if line.text[:1].islower() else "\n")
        yield from line.runs


def split_sentences(passage: Passage) -> Iterator[Sentence]:
    """Give the sentences of a passage, leaving out stretches too long to be one."""
    start, text = 0, passage.text[:LONGEST_PASSAGE]
    before, last = "", ""
    for end in _ends(text):
        yield from _sentence(passage, start, end, f"{before}{last}")
        before, last = last, text[start:end][-1000:]
        start = end
    yield from _sentence(passage, start, len(text), f"{before}{last}")


@remembered
def _ends(text: str) -> tuple[int, ...]:
    """Where each sentence of a text ends, but for the last."""
    ends = [0]
    for match in _BOUNDARY.finditer(text):
        if not _ABBREVIATION.search(text[max(ends[-1], match.start() - 12) : match.start() + 1]):
            ends.append(match.end())
    return tuple(ends[1:])


def _sentence(passage: Passage, start: int, end: int, before: str) -> Iterator[Sentence]:
    if 1 < end - start <= LONGEST_SENTENCE:
        yield Sentence(passage, start, end, before)
