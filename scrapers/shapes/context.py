"""What stands above a block, its headings and the text that leads to it, and what they promise."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from scrapers.documents.model import Block, Document, Heading, Item, Paragraph, Table
from scrapers.entry import Status
from scrapers.fields import plain
from scrapers.phrases import Phrases
from scrapers.shapes.naming import clean, is_abbreviated
from scrapers.shapes.promises import Promise, is_about_subprocessors, promise_of

AFFILIATES = Phrases(
    r"affiliat\w+|subsidiar\w+|group companies|group members|intra ?group|internal sub ?processors",
    r"verbundene\w* unternehmen|konzern\w*|tochter\w+|filiales|societes du groupe|filiales",
    "empresas del grupo|societa del gruppo|empresas do grupo|groepsmaatschappijen|koncern",
    east="関連会社|グループ会社|계열사|关联公司",
)
UNREAD = ("navigation", "footer")  # their headings would mislead, their lists are menus
PSEUDO_LEVEL = 7  # a bold or short line above a list, below every real heading
MAX_PSEUDO = 90
_ANNOUNCED = re.compile(
    r"\b(?:planned|upcoming|future|forthcoming|proposed|pending|announced|intended) (?:sub"
    r"|additions?|changes?|processors?|vendors?|providers?)"
    r"|\b(?:kunftige|geplante|zukunftige)\b|\b(?:a venir|futurs?|previstos?|proximos?)\b"
    r"|今後|予定のサブ"
)
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|past|previous(?:ly)?|removed|discontinued|retired|terminated|deprecated"
    r"|no longer (?:used|engaged|in use)|historical|inactive)"
    r"(?: (?:used|engaged|approved|authori[sz]ed))? ?(?:sub|processors?|vendors?|providers?|$)"
    r"|\bno longer use\b"
    r"|\b(?:ehemalige|fruhere|anciens?|antiguos?|anteriores|voormalige|tidigare|tidligere)\b|過去の"
    r"|旧サブ"
)
_CURRENT = re.compile(
    r"\b(?:current|active|aktuelle?|actuels?|actuales|attuali|atuais|huidige|nuvarande"
    r"|nuvaerende)\b|現在"
)


@dataclass(frozen=True)
class Context:
    """Headings, outermost first; the paragraphs since the nearest; the page's title."""

    headings: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    page: str = ""
    caption: str = ""

    @property
    def lead(self) -> str:
        """The paragraph directly above."""
        return self.leads[-1] if self.leads else ""

    @property
    def section(self) -> str | None:
        """The nearest heading, unless it is the page's own."""
        return self.caption or (self.headings[-1] if self.headings else None)

    def outside(self, names: Collection[str]) -> "Context":
        """The context without the names that are headings, or look like them."""
        headings = tuple(text for text in self.headings if clean(text) not in names)
        return replace(self, headings=headings)

    @cached_property
    def promise(self) -> Promise:
        """What the nearest words promise; further ones count where nearer ones say nothing."""
        own = self.headings[-1] if self.headings else ""
        nearest = "nothing" if own in self.page else promise_of(own)
        for words in (self.caption, *reversed(self.leads), *reversed(self.headings), self.page):
            promise = promise_of(words)
            if promise == "other" and words in self.leads and nearest == "subprocessors":
                continue  # an aside under a heading that says what the list is
            if promise != "nothing":
                return promise
        return "nothing"

    @cached_property
    def is_about_subprocessors(self) -> bool:
        return any(
            is_about_subprocessors(words)
            for words in (self.caption, *self.leads, *self.headings, self.page)
        )

    @cached_property
    def role(self) -> str:
        """`affiliate` where the nearest heading speaks of companies of one's own."""
        nearest = plain(self.caption or (self.headings[-1] if self.headings else ""))
        return "affiliate" if AFFILIATES.are_in(nearest) else "sub-processor"

    @cached_property
    def status(self) -> Status:
        """Whether the nearest heading says that what follows is planned or past."""
        nearest = plain(self.caption or (self.headings[-1] if self.headings else ""))
        if _CURRENT.search(nearest):
            return "current"
        if _FORMER.search(nearest):
            return "former"
        return "announced" if _ANNOUNCED.search(nearest) else "current"


def in_context(document: Document) -> Iterator[tuple[Block, Context]]:
    """Every block of a document with what stands above it; blocks in one place share a context."""
    above = _Above(document.title or "")
    for at, block in enumerate(document.blocks):
        if not is_read(block):
            continue
        level, words = _heading(document, at)
        if level:
            above.enter(level, words)
        yield block, above.context(_caption(block))
        if isinstance(block, Paragraph) and not level:
            above.pass_by(block.text)
        elif isinstance(block, Table):
            above.pass_by(None)


def is_read(block: Block) -> bool:
    """False for what stands in a menu or a footer; a table is read wherever it stands."""
    return block.region not in UNREAD or isinstance(block, Table)


class _Above:
    """What stands above the place that a walk over the blocks has come to."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._trail: list[tuple[int, str]] = []
        self._leads: list[str] = []
        self._context: Context | None = None

    def enter(self, level: int, words: str) -> None:
        """Go below a heading."""
        if level == 1 and not self._trail:
            self._page = f"{self._page} {words}".strip()
        while self._trail and self._trail[-1][0] >= level:
            self._trail.pop()
        self._trail.append((level, words))
        self.pass_by(None)

    def pass_by(self, text: str | None) -> None:
        """Leave a paragraph behind, or a table, behind which all begins anew."""
        self._leads = [*self._leads[-1:], text] if text is not None else []
        self._context = None

    def context(self, caption: str) -> Context:
        """The context here."""
        if self._context is None or caption:
            headings = tuple(words for _, words in self._trail)
            made = Context(headings, tuple(self._leads), self._page, caption)
            if caption:
                return made
            self._context = made
        return self._context


def _caption(block: Block) -> str:
    return (block.caption or "") if isinstance(block, Table) else ""


def _heading(document: Document, at: int) -> tuple[int, str]:
    """Level and words of the heading that a block is, (0, "") for any other."""
    block = document.blocks[at]
    if isinstance(block, Heading):
        return block.level, block.line.text
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return 0, ""
    line = block.lines[0]
    words = line.text
    if len(words) > MAX_PSEUDO or (words[-1:] in ".:;,!?。：" and not is_abbreviated(words)):
        return 0, ""
    if line.href:
        return 0, ""
    is_bold = all(run.bold or not run.text.strip() for run in line.runs)
    follows = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    is_above_list = isinstance(follows, Table) or (isinstance(follows, Item) and is_bold)
    return (PSEUDO_LEVEL, words) if is_bold or is_above_list else (0, "")
