"""What a heading or a sentence promises: sub-processors, recipients of data, or something else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from scrapers.fields import is_strong, may_name_subprocessors, names_subprocessors, plain
from scrapers.patterns import late
from scrapers.phrases import Phrases

Promise = Literal["subprocessors", "recipients", "other", "nothing"]

MAX_WORDS = 800  # characters at the end of a text that can promise what follows it
RECIPIENTS = Phrases(
    "(?:data )?processors?|(?:service )?providers?|vendors?|suppliers?|third part(?:y|ies)"
    "|3rd part(?:y|ies)",
    "recipients?|shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ures?)",
    r"auftragsverarbeiter\w*|dienstleister\w*|empfanger\w*|drittanbieter\w*|dritte[nr]?|weitergabe",
    "prestataires?|destinataires?|tiers|fournisseurs?",
    "encargad[oa]s?|destinatari[oi]s?|proveedor(?:es)?|prestador(?:es)?|tercer[oa]s|terceiros"
    "|fornecedor(?:es)?|operadores",
    "responsabili|fornitor[ei]|terze parti|terzi|verwerkers?|ontvangers?|leveranciers?|derden",
    r"personuppgiftsbitrade\w*|mottagare|leverantor\w*|databehandler\w*|modtagere?|leverandor\w*"
    r"|tredje ?part\w*|delning|deling",
    east=r"委託先|提供先|第三者|业务伙伴|第三方|受托|위탁|제3자|수탁|третьи|обработчик",
)
DENIED = Phrases(
    r"not (?:\w+ ){0,3}(?:sub ?)?processors|not on this list|keine (?:unter)?auftrag\w+"
    r"|no son (?:sub)?encargad\w+",
    r"ne sont pas des sous traitants|geen (?:sub)?verwerkers|non sono (?:sub )?responsabil\w+",
    "(?:user|customer) (?:directed|enabled|controlled)|connected services?",
    "(?:connected|optional|available|supported) (?:integrations?|connectors?)",
    east="サブプロセッサーではなく|連携サービス|オプション連携",
)
CHANGE_LOG = Phrases(
    "change ?log|change history|(?:version|revision) history|version control|history of changes",
    "changes? (?:to|in) (?:this|the) (?:page|list|document)|updates? to this (?:page|list)",
    "anderungshistorie|anderungsverlauf|historial de cambios|historique des (?:modifications"
    "|versions)",
    "wijzigingsgeschiedenis|historico de alteracoes",
    east="変更履歴|更新履歴|변경 이력|修订记录",
)
OTHER = Phrases(
    r"cookies?|cookie\w*richtlinie|tracking technolog\w+|local storage|pixels?",
    "definitions|glossary|begriffsbestimmungen|definitionen",
    r"retention|aufbewahrung\w*|speicherdauer|opbevaring\w*|conservation",
    "(?:trusted|advertising|marketing|media|channel|technology|integration) partners",
    "integrat(?:es?|ing) with|works with|compatible with|integrations? (?:directory|marketplace)",
    "our (?:customers|clients)|(?:security|technical and organi[sz]ational) measures"
    "|frequently asked|faqs?",
)
_THEY_ARE_NOT = late(  # a denial of all that the words around it speak of
    r"\b(?:they|these|those) (?:\w+ ){0,2}are not\b|\bdiese? (?:\w+ ){0,3}keine\b"
    r"|\b(?:ils|elles|qui) ne sont pas\b|\b(?:que|estos|estas) no son\b|\bnon sono\b|\bnao sao\b"
    r"|\bzijn geen\b|\b(?:ar|er) (?:inte|ikke)\b"
)
_EXPLAINS = late(  # what is told of sub-processors in general
    r"(?:what (?:is|does|are) (?:an?|the term)\b|how (?:to|do|does)\b|why\b|was (?:ist|sind)\b"
    r"|wie man\b"
    r"|qu est ce qu|que es\b|cos e\b|o que e\b|wat (?:is|zijn)\b)"
)
_BELOW = late(
    r"\b(?:(?:the )?following|(?:listed )?below|onderstaande|volgende|(?:nach|unten)stehend\w*"
    r"|folgende\w*|suivants?|ci dessous|siguientes|seguenti|foljande|nedanstaende|nedenstaende)\b"
)
_NOTIFIES = late(
    r"\b(?:notif\w+|subscri\w+|inform(?:ed|s|iert\w*)?|hear|learn|alert\w*|sign up|rss|object"
    r"|abonn\w+|benachrichtig\w+|avis\w*|inform[ea]\w*|suscri\w+)\b"
)
_BARE_INTEGRATIONS = re.compile(r"integrations?$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


@lru_cache(maxsize=8192)
def promise_of(words: str) -> Promise:
    """Tell what a heading or a sentence promises."""
    if not words:
        return "nothing"
    sentences = [plain(part) for part in _SENTENCE.split(words[-MAX_WORDS:])]
    allowed = [sentence for sentence in sentences if not _is_denial(sentence)]
    may_name = may_name_subprocessors(words)
    if may_name and any(names_subprocessors(sentence) for sentence in allowed):
        return "nothing" if _explains(words, sentences[0]) else "subprocessors"
    text = " ".join(allowed)
    if len(allowed) < len(sentences):
        if any(map(_THEY_ARE_NOT.search, sentences)):
            return "other"
        return "nothing" if RECIPIENTS.are_in(text) else "other"
    if OTHER.are_in(text) or _is_change_log(allowed):
        return "other"
    return "recipients" if RECIPIENTS.are_in(text) else "nothing"


@lru_cache(maxsize=8192)
def is_about_subprocessors(words: str) -> bool:
    """True if a text speaks of sub-processors at all, or says that processors are listed below."""
    if not may_name_subprocessors(words):
        return False
    text = plain(words[-MAX_WORDS:])
    return names_subprocessors(text) or bool(_BELOW.search(text) and is_strong(text[-MAX_WORDS:]))


def denies(words: str) -> bool:
    """True if a sentence of a text says of something that it is no sub-processor."""
    return any(_is_denial(plain(sentence)) for sentence in _SENTENCE.split(words[-MAX_WORDS:]))


def _is_change_log(sentences: Sequence[str]) -> bool:
    """True if sentences announce what has changed, and not how one hears of changes to come."""
    return any(CHANGE_LOG.are_in(text) and not _NOTIFIES.search(text) for text in sentences)


def _explains(words: str, first: str) -> bool:
    """True for a question that the text below answers in general, as titles of articles are."""
    return words.rstrip()[-1:] not in ".:" and bool(_EXPLAINS.match(first))


def _is_denial(sentence: str) -> bool:
    return DENIED.are_in(sentence) or bool(_BARE_INTEGRATIONS.match(sentence))
