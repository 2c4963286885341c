"""Recipients that running text names: who receives data, for what, under which condition."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.catalogue import load_catalogue
from scrapers.categories import FoundPhrase
from scrapers.documents.model import Document, Heading
from scrapers.entry import Entry
from scrapers.language import find_language
from scrapers.names import common_name, normal_form
from scrapers.patterns import late
from scrapers.shapes.breath import group, is_label, is_maker, is_never, is_topic, without_aliases
from scrapers.shapes.cues import REACH, cues_for
from scrapers.shapes.details import data_of, purpose_of, role_of
from scrapers.shapes.judge import NONE, SURE, Judge, Verdict, capitalises
from scrapers.shapes.ourselves import count_subjects, find_own_names, own_key, own_vendors
from scrapers.shapes.passages import Passage, Sentence, find_passages, split_sentences
from scrapers.shapes.proper import Name, find_names

_LOWER = re.compile(r"(?<![\w.@/-])[a-zà-ÿ]{3,}(?![\w@/])")
_CAPITALS = re.compile(r"(?:(?<!\w)\d{1,4}[A-Za-zÀ-ÿ]|[A-ZÀ-Þ])[\w.&’'-]*")
_BARE = late(
    r"(?:^|[.!?]\s)([A-ZÄÖÜ][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:verwendet|speichert|erhebt|verarbeitet|nutzt"
    r"|überträgt|erhält|sammelt|betreibt|übermittelt)\b"
)
_WHAT_FOR = r"\s(?:to|for|für|zur|zum|pour|per|para|voor|för|til)\b[^.;:()]{3,90}?"
_ALSO = late(
    rf"(?:\s\([^()]{{1,40}}\)(?:{_WHAT_FOR})?|{_WHAT_FOR}(?:\s\([^()]{{1,40}}\))?),?\s"
    r"(?:(?:and|or|as well as|und|oder|sowie|et|ou|y|e|en|och|og)\s)?(?:may also include\s)?"
)
_SO_DOES = late(r"\s(?:to|for|für|zur|zum|pour|per|para|voor|för|til)\s|\s?[(,]|\.?$")
_MAKER = 60  # characters behind a name that may say who made it
_OURS_MADE = late(  # what the author made itself
    r"\s\((?:developed|built|made|run|operated|hosted|développée?|éditée?|hébergée?|entwickelt|betrieben"
    r"|desarrollad[oa]|sviluppat[oa])\s(?:by|par|von|por|da)\s(?:l['’])?(?:us|we|nous|uns|wir)\b"
)
_ACTS = 4  # times that a name of which we know nothing acts before it is the author's own
_MENTIONS = 5
_CONDITIONS = ("stated", "example", "customer-chosen")


@dataclass(frozen=True, slots=True)
class Finding:
    """A name that a sentence tells as a recipient."""

    name: Name
    sentence: Sentence
    verdict: Verdict
    end: int  # of the names told with it


def read_prose(document: Document, *, company: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """Give the recipients that the document's sentences name, each once; all are `suggested`."""
    found: dict[str, list[Finding]] = {}
    for finding in _Reader(document, company).findings():
        found.setdefault(normal_form(finding.name.text), []).append(finding)
    _join_short_forms(found)
    _drop_mere_makers(found)
    sentences = {id(f.sentence): f.sentence for findings in found.values() for f in findings}
    data = {key: list(data_of(sentence)) for key, sentence in sentences.items()}
    return tuple(_entry(findings, data) for findings in found.values())


class _Reader:
    """What holds for the whole document while its sentences are read."""

    def __init__(self, document: Document, company: tuple[str, ...]) -> None:
        self._document = document
        language = find_language(document)
        bare = _bare_words(document) if capitalises(language) else ()
        self._judge = Judge(cues_for(language), language, bare)
        self._subjects = count_subjects(document)
        self._own = find_own_names(document, company, self._subjects)
        self._own_vendors = own_vendors(self._own)
        self._common = _common_words(document)
        self._mentions: Counter[str] = Counter()

    def findings(self) -> list[Finding]:
        """Give every finding, save of an unknown name that the document speaks of most of all."""
        found = [
            finding
            for passage in find_passages(self._document)
            if self._is_read(passage)
            for sentence in split_sentences(passage)
            for finding in self._read(sentence)
        ]
        top = max(self._mentions.values(), default=0)
        return [finding for finding in found if self._count(finding.name) < max(top, _MENTIONS)]

    def _is_read(self, passage: Passage) -> bool:
        """Say whether to look for names in a passage: of headings only in those that explain a name
        in brackets, or that stand under one of recipients."""
        if not isinstance(passage.block, Heading) or passage.text.endswith(")"):
            return True
        return bool(passage.headings) and self._judge.promises(passage.headings[-1])

    def _count(self, name: Name) -> int:
        return 0 if name.is_known or name.has_form else self._mentions[own_key(name.text)]

    def _read(self, sentence: Sentence) -> Iterator[Finding]:
        names = [name for name in find_names(sentence, self._common) if self._is_other(name)]
        self._mentions.update(own_key(name.text) for name in names)
        names = without_aliases(names, sentence.text, capitalises=self._judge.capitalises)
        groups = group(names, sentence.text)
        told: tuple[int, Verdict] | None = None  # where the last recipients end, and their verdict
        for at, members in enumerate(groups):
            if _is_passed_over(groups, at, sentence.text):
                continue
            verdict = self._weigh(members, sentence, told)
            if verdict.strength == SURE:
                told = members[-1].end, verdict
            if not (verdict.is_listed and is_topic(members, groups[at + 1 :], sentence.text)):
                yield from self._accepted(members, sentence, verdict)

    def _weigh(
        self, members: list[Name], sentence: Sentence, told: tuple[int, Verdict] | None
    ) -> Verdict:
        """Weigh names told in one breath; in "we use A to mail and B (Oslo)" B is told as A is."""
        text = sentence.text
        left = self._plain(text[max(0, members[0].start - REACH) : members[0].start])
        if _OURS_MADE.match(self._plain(text[members[-1].end : members[-1].end + _MAKER])):
            return Verdict(NONE)
        verdict = self._judge.weigh(members, sentence, left)
        if verdict.strength or not told or not _SO_DOES.match(text, members[-1].end):
            return verdict
        first = next((name for name in members if name.is_strong), None)
        return told[1] if first and _ALSO.fullmatch(text, told[0], first.start) else verdict

    def _accepted(
        self, members: list[Name], sentence: Sentence, verdict: Verdict
    ) -> Iterator[Finding]:
        """Give those of a breath that may stand; of a heading only what is known, or bracketed."""
        kept = [name for name in members if not is_never(name.text)]
        is_title = isinstance(sentence.passage.block, Heading) and not sentence.text.endswith(")")
        for name in kept:
            is_read = not is_title or (name.is_strong and verdict.is_listed)
            if is_read and self._judge.accepts(name, kept, sentence, verdict):
                yield Finding(name, sentence, verdict, members[-1].end)

    def _is_other(self, name: Name) -> bool:
        """Say whether a name is not the company's own."""
        key = own_key(name.text)
        if not key or any(key in own or (len(own) > 3 and own in key) for own in self._own):
            return False
        if name.is_known and self._own_vendors and (vendor := load_catalogue().find(name.text)):
            return vendor.key not in self._own_vendors
        return self._subjects[key] < (_ACTS * 2 if name.is_known else _ACTS)

    def _plain(self, text: str) -> str:
        """Write the company's own names as "we"."""
        return _CAPITALS.sub(lambda match: "we" if self._is_own(match[0]) else match[0], text)

    def _is_own(self, word: str) -> bool:
        return own_key(word) in self._own or own_key(word.partition(".")[0]) in self._own


def _is_passed_over(groups: list[list[Name]], at: int, text: str) -> bool:
    """Say whether names are never recipients, a label, or who makes what is named before."""
    members = groups[at]
    if all(is_never(name.text) for name in members):
        return True
    if is_label(members, groups[at + 1 : at + 2], text):
        return True
    return at > 0 and is_maker(members, groups[at - 1], text)


def _bare_words(document: Document) -> frozenset[str]:
    """Collect German words that act at the beginning of a sentence, as nouns without an article
    hardly do."""
    return frozenset(match[1] for text in document.texts for match in _BARE.finditer(text))


def _common_words(document: Document) -> frozenset[str]:
    """Collect the words that the document prints in small letters."""
    words: set[str] = set()
    for text in document.texts:
        words.update(_LOWER.findall(text))
    return frozenset(words)


def _join_short_forms(found: dict[str, list[Finding]]) -> None:
    """Put "Firebase Analytics" to "Google Firebase Analytics", where a document has both."""
    for long in sorted(found, key=len, reverse=True):
        for short in [key for key in found if key != long and long.endswith(f" {key}")]:
            if found[short][0].name.is_known and len(short.split()) > 1:
                found[long].extend(found.pop(short))


def _drop_mere_makers(found: dict[str, list[Finding]]) -> None:
    """Leave out "Google" where only "Google Analytics" is surely told."""
    for maker in [key for key in found if any(other.startswith(f"{key} ") for other in found)]:
        if all(finding.verdict.strength < SURE for finding in found[maker]):
            del found[maker]


def _entry(findings: list[Finding], data: dict[int, list[FoundPhrase]]) -> Entry:
    """Make one entry of all findings of a name; the surest is quoted, best if it tells of data."""
    best = max(findings, key=lambda f: (f.verdict.strength, bool(data[id(f.sentence)])))
    entity = best.name.text
    known = load_catalogue().find(entity)
    purposes = (purpose_of(f.name, f.sentence, f.end) for f in [best, *findings])
    purpose = next((text for text in purposes if text), None)
    phrases = [phrase for finding in findings for phrase in data[id(finding.sentence)]]
    sure = [f for f in findings if f.verdict.strength == best.verdict.strength]
    conditions = {finding.verdict.condition for finding in sure}
    return Entry(
        vendor=known.name if known else common_name(entity),
        entity=entity,
        quote=best.sentence.quote,
        role=role_of(best.name, best.sentence, purpose),
        condition=min(conditions, key=_CONDITIONS.index),
        purpose=purpose,
        data=tuple(dict.fromkeys(phrase.text for phrase in phrases)),
        data_categories=tuple(dict.fromkeys(key for phrase in phrases for key in phrase.keys)),
        section=best.sentence.passage.section,
        certainty="suggested",
    )
