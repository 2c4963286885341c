"""Sentences that print each vendor in bold, on a page that is about processors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Paragraph, Run
from scrapers.entry import Entry
from scrapers.links import split_link
from scrapers.patterns import late
from scrapers.quotes import printed_text
from scrapers.shapes.context import Context
from scrapers.shapes.details import purpose_of
from scrapers.shapes.groups import Group, entries_of
from scrapers.shapes.headings import Placed
from scrapers.shapes.labels import Labelled, split_label
from scrapers.shapes.naming import clean, is_sure, known, looks_like_name
from scrapers.shapes.passages import Passage, Sentence, split_sentences
from scrapers.shapes.proper import Name
from scrapers.shapes.unlabelled import POINTER

LEAST = 3  # names in bold from which a page is taken to print its vendors so
SENTENCE = 20  # characters beside a name that make a sentence of its line
_ELSEWHERE = re.compile(r"(?:this|that|these|those|it|them|us|you|see)\b|\S+$", re.IGNORECASE)
_USED = late(  # what stands right before a company that is made use of
    r"\b(?:us(?:e|es|ing)|employs?|on|with|by|via|through|called|named|currently|providers?"
    r"|processors?|such as|from"
    r"|nutzen|verwenden|setzen|von|über|bei|mit|durch|namens|utilis\w+|par|avec|chez|sur"
    r"|usamos|utilizamos|por|con|en|usiamo|utilizziamo|da|tramite|gebruiken|van|door|bij|met"
    r"|använder|av|hos|med|bruger|af)\s(?:(?:a|an|the|tool|dienst|service)\s)?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where it stands in a passage."""

    name: str
    start: int
    end: int
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of running text with the names that it prints apart."""

    passage: Passage
    names: tuple[Named, ...]
    context: Context


def read_emphasis(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of sentences on a page of processors that print each vendor in bold."""
    found = list(_tellings(placed))
    if not _are_vendors(found):
        return ()
    entries: dict[str, Entry] = {}
    for telling in found:
        for entry in _entries(telling, language):
            entries.setdefault(entry.entity, entry)
    return tuple(entries.values())


def _are_vendors(found: Sequence[Telling]) -> bool:
    """True if the names in bold are companies: most are known, or some and most are used."""
    bold = [(telling, named) for telling in found for named in telling.names if named.is_bold]
    sure = sum(is_sure(named.name) for _, named in bold)
    used = sum(
        bool(_USED.search(f"{telling.passage.text[: named.start].rstrip()} "))
        for telling, named in bold
    )
    is_likely = sure * 2 >= len(bold) or (sure * 6 >= len(bold) and used * 3 >= len(bold) * 2)
    return len(bold) >= LEAST and is_likely


def _tellings(placed: Sequence[Placed]) -> Iterator[Telling]:
    for block, context in placed:
        if not isinstance(block, Paragraph) or block.region != "main":
            continue
        lines = [line for line in block.lines if len(line.runs) > 1 and _is_sentence(line.runs)]
        if lines and context.is_about_subprocessors and _is_open(context):
            for line in lines:
                text = "".join([run.text for run in line.runs])
                if names := tuple(_names_in(line.runs)):
                    yield Telling(Passage(line.runs, text, block, None), names, context)


def _is_sentence(runs: Sequence[Run]) -> bool:
    return any(not run.bold and len(run.text) > SENTENCE for run in runs)


def _is_open(context: Context) -> bool:
    """True unless the headings say that something else follows."""
    return replace(context, leads=()).promise != "other"


def _names_in(runs: Sequence[Run]) -> Iterator[Named]:
    at = 0
    for run in runs:
        name = clean(run.text) if run.bold or run.href else ""
        if name and (_is_name(name) if run.bold else _leads_home(name, run.href)):
            yield Named(name, at, at + len(run.text), is_bold=run.bold)
        at += len(run.text)


def _is_name(name: str) -> bool:
    is_label = split_label(name)[0] is not None and known(name) is None
    return (looks_like_name(name) or is_sure(name)) and not is_label


def _leads_home(name: str, link: str | None) -> bool:
    """True for a name whose link leads to the host that is called the same."""
    host = (split_link(link).hostname or "").split(".")
    key = name.replace(" ", "").casefold()
    return len(host) > 1 and key == host[-2] and name[:1].isupper() and looks_like_name(name)


def _entries(telling: Telling, language: str | None) -> Iterator[Entry]:
    """Entries of the names in a line: what for, and the sentences that name them."""
    sentences = list(split_sentences(telling.passage))
    ends = [*(named.start for named in telling.names[1:]), len(telling.passage.text)]
    for named, end in zip(telling.names, ends, strict=True):
        naming = next((one for one in sentences if one.start <= named.start < one.end), None)
        purpose = _purpose(named, naming) if naming else None
        said = Labelled(rest=[purpose or telling.context.section or ""])
        said.texts["notes"] = list(_own(named, telling, sentences))
        link = _link(telling, named, end)
        group = Group(named.name, said, printed_text(telling.passage.runs), link)
        yield from entries_of(group, telling.context, language)


def _own(named: Named, telling: Telling, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The sentences that tell of a company; one that several share is none of theirs."""
    others = [other for other in telling.names if other.name != named.name]
    for one in sentences:
        is_shared = any(one.start <= other.start < one.end for other in others)
        if named.name in one.text and not is_shared and not POINTER.match(one.text.strip()):
            yield one.text.strip()


def _purpose(named: Named, sentence: Sentence) -> str | None:
    """What the sentence says that the company is for; None where that points elsewhere."""
    start, end = named.start - sentence.start, named.end - sentence.start
    purpose = purpose_of(Name(start, end, named.name), sentence, end)
    return None if purpose is None or _ELSEWHERE.match(purpose) else purpose


def _link(telling: Telling, named: Named, end: int) -> str | None:
    """The link told with a name: best one that begins with it; an address must hold the name."""
    is_alone = len(telling.names) == 1
    links = [
        (telling.passage.text[first:last].strip(), href)
        for first, last, href in telling.passage.links
        if (is_alone or named.start <= first < end) and not href.startswith(("mailto:", "tel:"))
    ]
    key = named.name.replace(" ", "").casefold()
    own = (href for text, href in links if text.startswith(named.name))
    fitting = (href for text, href in links if not _ADDRESS.fullmatch(text) or key in text.lower())
    return next(own, None) or next(fitting, None)
