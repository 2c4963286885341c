"""Two sentences of one text that cannot both be meant: what it denies, and what it says it does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from scrapers.adequacy import load_adequacy
from scrapers.ai import denies_training, find_ai
from scrapers.documents.model import Document
from scrapers.entry import Entry
from scrapers.memory import remembered
from scrapers.patterns import late
from scrapers.reading import Contradiction, Topic
from scrapers.shapes.passages import Sentence, find_passages, split_sentences

TRACKERS = ("analytics", "advertising", "social")  # roles of those who collect on a page

_THIRD = r"(?:third[- ]part(?:y|ies)|dritte[nr]?\b|drittanbieter\w*|tiers\b)"
_OUR_DATA = (
    r"(?:\b(?:personal|your|customer|user|all|any|no)\b[^.;]{0,30}\b(?:data|information|content)\b"
    r"|\bdaten\b|\bdonnées\b)"
)
_EUROPE = (
    r"(?:EU\b|EEA\b|EWR\b|UE\b|EEE\b|European (?:Union|Economic Area)\b|Europe\b"
    r"|europäische[nr]? (?:union|wirtschaftsraum\w*)|union européenne|espace économique européen)"
)
_NOT_EN = (
    r"\b(?:do|does|did|will|shall|is|are) (?:not|never)\b|\b(?:don|doesn|won)['’]t\b|\bnever\b"
)
_TOPICS = (
    *("third", "dritte", "drittanbieter", "tiers", "partner", "partenaire", "advertiser", "werbe"),
    *("europ", "analy", "track", "train", "tuning", "tuned", "entra"),
)
_SHORT = ("EU", "EEA", "EWR", "UE", "EEE")
_NO_TRACKING = late(
    rf"(?i)(?:{_NOT_EN}) (?:allow|permit|let|enable|authori[sz]e)\b[^.;]{{0,60}}{_THIRD}"
    rf"[^.;]{{0,60}}\b(?:collect|gather|track)|\bno {_THIRD}[^.;]{{0,30}}\b(?:collects?|tracks?)\b"
    rf"|(?:{_NOT_EN}) use\b[^.;]{{0,40}}\b(?:analytics|tracking (?:tools?|technolog\w+)|trackers)\b"
    rf"|\b(?:erlauben|gestatten)\b[^.;]{{0,40}}\b(?:nicht|keine\w*)\b[^.;]{{0,40}}dritte[nr]?\b"
    rf"|\b(?:erlauben|gestatten)\b[^.;]{{0,40}}dritte[nr]?\b[^.;]{{0,20}}\bnicht\b"
    r"|\b(?:verwenden|nutzen|setzen)\b[^.;]{0,20}\bkeine\w*\b[^.;]{0,30}(?:analyse|tracking)\w*"
    r"|\bn['’]autorisons (?:pas|aucun)\b[^.;]{0,40}\btiers\b[^.;]{0,40}\bcollecter"
    r"|\bn['’]utilisons (?:pas|aucun)\b[^.;]{0,40}(?:d['’]analyse|mesure d['’]audience|traceurs?)\b"
)
_NO_SHARING = late(
    rf"(?i)(?:{_NOT_EN})\b[^.;]{{0,60}}\b(?:shared?|disclosed?|give|provided?|transmit(?:ted)?"
    rf"|pass(?:ed)?(?: on)?)\b[^.;]{{0,60}}\b(?:with|to) (?:any )?(?:\w+ )?{_THIRD}"
    r"|\bdaten\b[^.;]{0,60}\bnicht an dritte\b[^.;]{0,20}\b(?:weiter|übermittel)\w*"
    r"|\bkeine (?:weitergabe|übermittlung)\b[^.;]{0,40}\ban dritte\b"
    r"|\bne (?:partageons|communiquons|transmettons|divulguons)\b[^.;]{0,20}\b"
    r"(?:pas|jamais|aucun\w*)\b[^.;]{0,60}\btiers\b"
)
_SHARING = late(
    rf"(?i)\bwe (?:may |also |will |can ){{0,2}}(?:share|disclose|pass on)\b[^.;]{{0,80}}\b"
    rf"(?:with|to) (?:our |other |certain |selected )?(?:{_THIRD}|(?:\w+ )?partners|advertisers)"
    rf"|\bwir (?:geben|übermitteln)\b[^.;]{{0,60}}\ban (?:\w+ )?(?:dritte|partner|werbe\w+)\b"
    rf"|\bnous (?:partageons|communiquons|transmettons)\b[^.;]{{0,60}}\b(?:tiers|partenaires)\b"
)
_ONLY_EUROPE = late(
    rf"(?i)(?:{_NOT_EN})[^.;]{{0,20}}\b(?:transfer|store|process|sen[dt]|move)\w*\b[^.;]{{0,60}}"
    rf"\boutside (?:of )?(?:the )?{_EUROPE}|\bnever leaves? (?:the )?{_EUROPE}"
    rf"|\b(?:exclusively|only|solely)\b[^.;]{{0,40}}\b(?:within|in|inside) (?:the )?{_EUROPE}"
    rf"|\b(?:nicht|keine\w*)\b[^.;]{{0,60}}\baußerhalb (?:der |des )?{_EUROPE}"
    rf"|\b(?:ausschließlich|nur) (?:in|innerhalb) (?:der |des )?{_EUROPE}"
    rf"|\b(?:pas|aucun\w*|jamais)\b[^.;]{{0,60}}\b(?:hors|en dehors) de l['’ ]{_EUROPE}"
    rf"|\b(?:exclusivement|uniquement) (?:dans|au sein de) l['’ ]{_EUROPE}"
)
_QUALIFIED = late(
    r"(?i)\b(?:except|unless|without|other than|apart from|save (?:as|for)|beyond|if|where"
    r"|by default|(?:this|these|such|those) (?:data|information)"
    r"|outside of (?:this|what)|as (?:described|set out|stated)|only (?:if|when|with)"
    r"|for (?:their|the purposes?|[\w ]{0,30}purposes)"
    r"|standardmäßig|außer|ausgenommen|es sei denn|sofern|soweit|wenn|ohne|mit ausnahme"
    r"|nur (?:wenn|mit)|zwecken?"
    r"|par défaut|sauf|sans|hormis|excepté|à l['’]exception|à des fins|si)\b"
)
_NEGATIONS = frozenset(
    """
    not never no only solely nicht ausschließlich nur pas aucun aucune jamais uniquement
    """.split()  # noqa: SIM905 - words read better so
)
_NEGATED = ("n't", "n’t", "exclusive", "kein")
_TRAINING = ("train", "tun", "entra", "entren", "addestr", "trän", "træn", "trein")
_DENIABLE = (  # one of these is in every sentence that denies something below
    *("third", "dritt", "tiers", "analy", "track", "traceur", "audience", "europ", " eu", "'eu"),
    *("’eu", "eea", "ewr", " ue", "'ue", "’ue", "eee", *_TRAINING),
)
_WORD = late(r"\w+")
_ABOUT = late(r"(?i)\b(?:describes?|explains?|circumstances|how we|whether)\b")
_EXCEPTION = late(
    r"(?i)\s*(?:this (?:does not|doesn['’]t) (?:include|apply)|however|except|unless|but\b|the only"
    r"|exceptions?\b|we may\b|dies gilt nicht|ausnahme|jedoch|cela ne|toutefois|cependant)"
)
_DENIALS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("tracking", _NO_TRACKING),
    ("sharing", _NO_SHARING),
    ("place", _ONLY_EUROPE),
)


def find_contradictions(document: Document, entries: Sequence[Entry]) -> tuple[Contradiction, ...]:
    """Point out where a text denies what it says elsewhere, at most once a topic.

    A denial with a condition ("unless", "except", "for marketing purposes"), or with an exception
    in the next sentence, denies nothing.
    """
    text = _Text(document, entries)
    found: dict[Topic, Contradiction | None] = {}
    for topic, denial in text.denials():
        if topic not in found:  # what says the opposite is the same for all denials of a topic
            statement = text.statement(topic)
            found[topic] = Contradiction(topic, denial.quote, statement) if statement else None
    return tuple(one for one in found.values() if one)


class _Text:
    """The sentences of a document that a contradiction may rest on, and its entries."""

    def __init__(self, document: Document, entries: Sequence[Entry]) -> None:
        self._passages = [one for one in find_passages(document) if _is_on_topic(one.text)]
        self._entries = entries

    def denials(self) -> Iterator[tuple[Topic, Sentence]]:
        for passage in self._passages:
            if not _may_deny(passage.text):
                continue
            sentences = list(split_sentences(passage))
            for sentence, following in pairwise([*sentences, None]):
                assert sentence is not None  # only the last one is
                topic = _denied(sentence.text)
                if topic and not (following and _EXCEPTION.match(following.text)):
                    yield topic, sentence

    def statement(self, topic: Topic) -> str | None:
        """What says the opposite of a denial, as printed."""
        if topic == "tracking":
            return _quote(one for one in self._entries if one.role in TRACKERS)
        if topic == "place":
            area = load_adequacy()
            return _quote(
                one for one in self._entries if any(not area.is_inside(c) for c in one.countries)
            )
        says = _trains if topic == "training" else _shares
        return next((one.quote for one in self._sentences if says(one.text)), None)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return [one for passage in self._passages for one in split_sentences(passage)]


@remembered
def _is_on_topic(text: str) -> bool:
    """Whether a text may say anything that matters here: found fast, for most do not."""
    return _has(text.lower(), _TOPICS) or _has(text, _SHORT)


def _has(text: str, words: Iterable[str]) -> bool:
    """Whether one of a few words stands in a text."""
    for word in words:  # noqa: SIM110 - any() would make a generator for each of many texts
        if word in text:
            return True
    return False


def _is_negated(text: str) -> bool:
    """Whether a text denies or restricts anything."""
    small = text.lower()
    return not _NEGATIONS.isdisjoint(_WORD.findall(small)) or _has(small, _NEGATED)


@remembered
def _may_deny(text: str) -> bool:
    """Whether a text denies or restricts anything, and speaks of what may be denied below."""
    return _has(text.lower(), _DENIABLE) and _is_negated(text)


@remembered
def _denied(sentence: str) -> Topic | None:
    """What a sentence denies without a condition."""
    if not _may_deny(sentence) or _QUALIFIED.search(sentence):
        return None
    speaks_of_training = _has(sentence.lower(), _TRAINING) and denies_training(sentence)
    if speaks_of_training and re.search(_OUR_DATA, sentence, re.IGNORECASE):
        return "training"
    return next((topic for topic, pattern in _DENIALS if pattern.search(sentence)), None)


def _shares(sentence: str) -> bool:
    """Whether a sentence says that data are shared with others."""
    return bool(_SHARING.search(sentence)) and not _denied(sentence) and not _ABOUT.search(sentence)


def _trains(sentence: str) -> bool:
    """Whether a sentence says, without a condition, that models are trained on people's data."""
    if _QUALIFIED.search(sentence) or not re.search(_OUR_DATA, sentence, re.IGNORECASE):
        return False
    mention = find_ai(sentence)
    return bool(mention and mention.is_training)


def _quote(entries: Iterable[Entry]) -> str | None:
    """The quote of the first entry that is meant as it stands, and denies nothing itself."""
    meant = (one for one in entries if one.condition == "stated" and one.status == "current")
    return next((one.quote for one in meant if not _denied(one.quote)), None)
