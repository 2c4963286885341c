"""What stands above a block: its headings and the sentence that leads into it, and what they promise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from scrapers.documents.model import Block, Document, Heading, Item, Paragraph, Table
from scrapers.entry import Status
from scrapers.fields import SUBPROCESSOR, plain

Promise = Literal["subprocessors", "recipients", "other", "nothing"]

PSEUDO_LEVEL = 7  # a bold or short line above a list, below every real heading
MAX_PSEUDO = 90
_SUBPROCESSORS = re.compile(SUBPROCESSOR)
_RECIPIENTS = re.compile(
    r"\b(?:data |third[ -]party |service |external )?(?:processors?|service providers?|providers?|vendors?|suppliers?)\b"
    r"|\bthird[ -]part(?:y|ies)\b|\b(?:recipients?|shar(?:e|ed|ing)|disclos\w+)\b|\b3rd party\b"
    r"|\bauftragsverarbeiter\w*|\b(?:dienstleister\w*|empfanger\w*|drittanbieter\w*|dritte[nr]?|weitergabe)\b"
    r"|\b(?:prestataires?|destinataires?|partenaires? tiers|tiers|fournisseurs?)\b"
    r"|\b(?:encargad[oa]s?|destinatari[oi]s?|proveedor(?:es)?|prestador(?:es)?|tercer[oa]s|terceiros|fornecedor(?:es)?|operadores)\b"
    r"|\b(?:responsabili|fornitor[ei]|terze parti|terzi)\b|\b(?:verwerkers?|ontvangers?|leveranciers?|derden)\b"
    r"|\b(?:personuppgiftsbitrade\w*|mottagare|leverantor\w*|databehandler\w*|modtagere?|leverandor\w*|tredjepart\w*)\b"
    r"|委託先|提供先|第三者|业务伙伴|第三方|受托|위탁|제3자|수탁|третьи\w*|обработчик\w*"
)
_NOT_PROCESSORS = re.compile(
    r"\bnot (?:\w+ ){0,3}(?:sub ?)?processors\b|\bnot on this list\b|\bkeine (?:unter)?auftrag\w+"
    r"|\bno son (?:sub)?encargad|\bne sont pas des sous traitants|\bgeen (?:sub)?verwerkers|\bnon sono (?:sub )?responsabil"
    r"|サブプロセッサーではなく|\b(?:user directed|customer directed|customer enabled|customer controlled)\b"
    r"|\b(?:connected|optional|available|supported) (?:integrations?|connectors?)\b|\bconnected services?\b"
    r"|^integrations?$|連携サービス|オプション連携"
)
_OTHER = re.compile(
    r"\bcookies?\b|\bcookie\w*richtlinie|\btracking technolog\w+|\blocal storage\b|\bpixels?\b"
    r"|\b(?:change ?log|change history|version history|revision history|version control|history of changes|changes? (?:to|in) (?:this|the) (?:page|list|document)|updates? to this (?:page|list))\b"
    r"|\b(?:anderungshistorie|anderungsverlauf|historial de cambios|historique des (?:modifications|versions)|wijzigingsgeschiedenis|historico de alteracoes)\b"
    r"|変更履歴|更新履歴|변경 이력|修订记录|\b(?:definitions|glossary|begriffsbestimmungen|definitionen)\b"
    r"|\b(?:retention|aufbewahrung\w*|speicherdauer|opbevaring\w*|conservation)\b"
    r"|\btrusted partners\b|\b(?:advertising|marketing|media|channel|technology|integration) partners\b|\bour (?:customers|clients)\b"
    r"|\b(?:security|technical and organi[sz]ational) measures\b|\bfrequently asked\b|^faq"
)
_ANNOUNCED = re.compile(
    r"\b(?:planned|upcoming|future|forthcoming|proposed|pending|announced|intended) (?:sub|additions?|changes?|processors?|vendors?|providers?)"
    r"|\b(?:kunftige|geplante|zukunftige)\b|\b(?:a venir|futurs?|previstos?|proximos?)\b|今後|予定のサブ"
)
_FORMER = re.compile(
    r"\b(?:former|past|previous|removed|discontinued|retired|terminated|deprecated|no longer (?:used|engaged|in use)|historical|inactive) ?(?:sub|processors?|vendors?|providers?|$)"
    r"|\b(?:ehemalige|fruhere|anciens?|antiguos?|anteriores|voormalige|tidigare|tidligere)\b|過去の|旧サブ"
)
_CURRENT = re.compile(r"\b(?:current|active|aktuelle?|actuels?|actuales|attuali|atuais|huidige|nuvarande|nuvaerende)\b|現在")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


@dataclass(frozen=True)
class Context:
    """Headings from the outermost to the nearest, the paragraphs since the nearest, the page's title."""

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

    @cached_property
    def promise(self) -> Promise:
        """What the nearest words say that follows; further words count where nearer ones say nothing."""
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
            _SUBPROCESSORS.search(plain(words))
            for words in (self.caption, *self.leads, *self.headings, self.page)
        )

    @property
    def status(self) -> Status:
        """Whether the nearest heading says that what follows is planned or past."""
        nearest = plain(self.caption or (self.headings[-1] if self.headings else ""))
        if _CURRENT.search(nearest):
            return "current"
        if _FORMER.search(nearest):
            return "former"
        return "announced" if _ANNOUNCED.search(nearest) else "current"


@lru_cache(maxsize=4096)
def promise_of(words: str) -> Promise:
    """Tell what a heading or a sentence promises."""
    sentences = [plain(part) for part in _SENTENCE.split(words[-800:])]
    denied = [bool(_NOT_PROCESSORS.search(sentence)) for sentence in sentences]
    for sentence, is_denied in zip(sentences, denied, strict=True):
        if not is_denied and _SUBPROCESSORS.search(sentence):
            return "subprocessors"
    text = " ".join(part for part, is_denied in zip(sentences, denied, strict=True) if not is_denied)
    if any(denied):
        return "nothing" if _RECIPIENTS.search(text) else "other"
    if _OTHER.search(text):
        return "other"
    return "recipients" if _RECIPIENTS.search(text) else "nothing"


def in_context(document: Document) -> Iterator[tuple[Block, Context]]:
    """Every block of a document with what stands above it."""
    trail: list[tuple[int, str]] = []
    page = document.title or ""
    lead: list[str] = []
    for at, block in enumerate(document.blocks):
        level, words = _heading(document, at)
        if level:
            if level == 1 and not trail:
                page = f"{page} {words}".strip()
            while trail and trail[-1][0] >= level:
                trail.pop()
            trail.append((level, words))
            lead = []
        headings = tuple(text for _, text in trail)
        yield block, Context(headings, tuple(lead[-2:]), page, _caption(block))
        if isinstance(block, Paragraph) and not level:
            lead.append(block.text)
        elif isinstance(block, Table):
            lead = []


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
    if len(words) > MAX_PSEUDO or words[-1:] in ".:;,!?。：" or line.href:
        return 0, ""
    is_bold = all(run.bold or not run.text.strip() for run in line.runs)
    follows = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    is_above_list = isinstance(follows, Table) or (isinstance(follows, Item) and is_bold)
    return (PSEUDO_LEVEL, words) if is_bold or is_above_list else (0, "")
