"""Weigh whether a sentence tells the names in it as recipients of data."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from scrapers.entry import Condition
from scrapers.patterns import late
from scrapers.places import find_countries
from scrapers.shapes.at_home import is_at_home
from scrapers.shapes.cues import AHEAD, REACH, Cues
from scrapers.shapes.familiar import networks
from scrapers.shapes.listed import is_closely_led, is_labelled, is_listed
from scrapers.shapes.passages import Sentence
from scrapers.shapes.proper import Name
from scrapers.shapes.roles import role_in
from scrapers.shapes.sign_in import is_sign_in

SURE, FAIR, WEAK, NONE = 3, 2, 1, 0

_MENU = 5  # words
_FLOW = 25  # characters within which data flow to a name
_NEAR = 60
_CLAUSE = 160
_LABEL = 50
_SERVED = late(
    r"\b[\w-]{3,}\s(?:via|vía|by|through|with|on|par|chez|sur|durch|mit|bei|über|auf|por|mediante"
    r"|tramite|attraverso|su|da|pela|pelo|através d[eoa]|a través de|door|bij|met|av|hos|på|af)\s"
    r"(?:(?:the|la|le)\s)?$",
    re.IGNORECASE,
)
_ACCOUNTS = late(r"\b(?:accounts?|konten|kontos?|konton)[\s,]*$", re.IGNORECASE)
_THEIR_TEXTS = late(
    r"\b(?:polic(?:y|ies)|terms|datenschutz\w*|politiques?|políticas?|informative)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
_OWN_PRODUCTS = late(
    r"\b(?:our|we|unsere[rn]?|wir|nos|nous) (?:\w+ )?(?:software|products?|brands?|games?"
    r"|produkten?|marken|spielen?|produits|marques|jeux)[\s,(]*$",
    re.IGNORECASE,
)
_GENERATOR = late(  # whose text a policy is
    r"\b(?:privacy|polic\w+|datenschutz\w*|cookie\w*|rgpd|gdpr|dsgvo)[- ](?:\w+[- ])?"
    r"gener(?:ator|atore|ador)\b|\bdatenschutz\w*generator\b|\bgénérateur de",
    re.IGNORECASE,
)
_RUN_BY_US = late(  # said behind a name
    r"[^.;]{0,70}?\b(?:self[- ](?:hosted|managed)|on (?:our|its|my) own (?:servers?|infrastructure)"
    r"|(?:auf|von) (?:unser\w*|eigen\w*)(?: eigen\w*)? (?:servern?|infrastruktur)"
    r"|selbst (?:gehostet|betr)"
    r"|sur nos (?:propres )?serveurs|auto-?héberg)",
    re.IGNORECASE,
)
_SELF_RUN = late(
    r"\b(?:self[- ](?:hosted|managed)|selbst ?gehostete\w*)\s[^.;]{0,25}$", re.IGNORECASE
)
_NO_DATA = late(  # said in brackets behind a name
    r"\s?\([^()]{0,90}\b(?:no|inga|ingen|keine|aucune|ninguna?|nessuna?|nessun|geen|nenhuns?)\s"
    r"(?:personal|personenbezogenen?|personuppgifter|personoplysninger|donn|datos|dat[io]|dados"
    r"|persoons)",
    re.IGNORECASE,
)
_ASIDE = late(r"\((?=(?:We|Our|Wir|Unsere?|Nous)\b)")
_IN_DEFINITION = late(r"\([^()]{0,70}[\"“„«‘]$")
_NAMED = late(
    r"\b(?:[\w-]*dienst(?:e?s)?|tools?|anbieters?|plattform|software|systems?|netzwerks?|hosters?"
    r"|dienstleisters?)\s?(?:von\s|namens\s|der\sfirma\s)?[\"„“]?$",
    re.IGNORECASE,
)
_NOUN = late(r"(?:ung|heit|keit|schaft|tion|daten|seiten?|dienste?|system|recht|zeit|gesetz)e?n?$")
_HOUSE_NUMBER = late(r"[.,]?\s\d{1,5}\s?[a-zA-Z]?\b(?!\s?%)")
_HOUSE = late(r"\s\d{1,4}[a-zA-Z]$")
_CAPITALISING = frozenset(["de"])  # languages whose every noun looks like a name


def capitalises(language: str | None) -> bool:
    """Say whether every noun of a language looks like a name."""
    return (language or "")[:2] in _CAPITALISING


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that names are recipients, whether as a list's label, and the condition."""

    strength: int
    is_listed: bool = False
    condition: Condition = "stated"


def _is_credit(text: str) -> bool:
    """Say whether a sentence only says who wrote the policy."""
    return bool(_GENERATOR.search(text))


def _is_headed(name: Name, sentence: Sentence, cues: Cues) -> bool:
    """Say whether the heading above begins with a name, among those of recipients."""
    headings = sentence.passage.headings
    if len(headings) < 2 or not headings[-1].startswith(name.text):
        return False
    return bool(cues.lead.search(headings[-2]))


def _is_brief(sentence: Sentence, before: str) -> bool:
    """Say whether a name is all of a line but for a word before it, as in menus."""
    return len(before.split()) == 1 and len(sentence.text.split()) < _MENU


class Judge:
    """The cues of one language, put to use; `bare` are words that act without an article."""

    def __init__(self, cues: Cues, language: str | None, bare: Collection[str] = ()) -> None:
        self._cues = cues
        self._bare = bare
        self._language = language
        self.capitalises = capitalises(language)

    def weigh(self, names: list[Name], sentence: Sentence, left: str) -> Verdict:
        """Weigh names told in one breath; `left` is what stands before them."""
        right = sentence.text[names[-1].end : names[-1].end + AHEAD]
        if "(" in left:
            left = _ASIDE.split(left)[-1]
        listed = is_listed(names, sentence, self._cues)
        is_sure = listed or is_labelled(names, sentence, self._cues)
        told = SURE if is_sure else self._told(left[-REACH:], right, names, whole=sentence.text)
        strength = told
        is_ours = bool(_RUN_BY_US.match(right) or _SELF_RUN.search(left))
        if strength == NONE or _NO_DATA.match(right) or is_ours or _is_credit(sentence.text):
            return Verdict(NONE)
        condition = self._condition(left, sentence)
        if condition == "customer-chosen" and self._cues.their_terms.search(sentence.text):
            strength = NONE
        return Verdict(strength, listed, condition)

    def promises(self, heading: str) -> bool:
        """Say whether a heading promises recipients."""
        cues = self._cues
        return bool(cues.lead.search(heading)) and not cues.bad_lead.search(heading)

    def _told(self, left: str, right: str, names: list[Name], *, whole: str) -> int:
        """Weigh what stands before and after the names; `whole` is their sentence."""
        cues = self._cues
        intro = cues.intro.search(left)
        is_told = bool(cues.any_before.search(left))
        is_told = is_told or bool(cues.tight.search(left)) or self._is_served(left, names)
        if not (intro or is_told or self._is_explained(right)):
            return NONE  # as for most names: what denies need not be looked for
        acts = is_told and self._acts(left, names)
        if cues.veto_after.search(right) or (not acts and self._is_denied(left, names, whole)):
            return NONE
        if intro:
            strength = self._introduced(left[: intro.start()], intro[0], right, names=names)
            if strength is not None:
                return strength
        if not acts and cues.veto.search(left):
            return NONE
        if is_told:
            return SURE if acts else self._behind_cue(left, right, names)
        if cues.info.search(left):
            return NONE
        return WEAK if self._is_explained(right) else NONE

    def _is_denied(self, left: str, names: list[Name], whole: str) -> bool:
        """Say whether the words before deny, or the names are only where people sign in."""
        cues = self._cues
        if cues.denied.search(left):
            return True
        if cues.before[0].search(left) or cues.acts.search(left[-_CLAUSE:]):
            return False
        if cues.flows.search(left[-_FLOW:]):
            return False
        return is_sign_in(names, whole)

    def _acts(self, left: str, names: list[Name]) -> bool:
        """Say whether the author uses the names itself, whatever the words before deny or ask for.

        To use a network may be no more than to post there.
        """
        is_posting = all(name.text.casefold() in networks() for name in names)
        return not is_posting and bool(self._cues.acts.search(left[-_CLAUSE:]))

    def _is_served(self, left: str, names: list[Name]) -> bool:
        """Say whether a role stands right before a name that we know: "payment via"."""
        if not any(name.is_known and name.is_strong for name in names):
            return False
        return bool(_SERVED.search(left[-_NEAR:]) and role_in(left[-_NEAR:]))

    def _is_explained(self, right: str) -> bool:
        """Say whether what stands behind names tells what they do."""
        cues = self._cues
        explained = any(pattern.search(right) for pattern in cues.after)
        return explained or bool(cues.subject.search(right))

    def _introduced(self, base: str, intro: str, right: str, *, names: list[Name]) -> int | None:
        """Weigh names behind "such as", a colon or a bracket; None if that tells nothing."""
        cues = self._cues
        if cues.bad_lead.search(base[-60:]) or cues.veto.search(base[-45:]):
            return NONE
        if _OWN_PRODUCTS.search(base) or _ACCOUNTS.search(base) or _THEIR_TEXTS.search(base):
            return NONE
        if len(base) < _LABEL and role_in(base) and self._is_label(intro, right, names):
            return SURE
        if cues.kinds.search(base[-140:]) or cues.any_before.search(base):
            is_said = intro.strip("(: ") or any(name.is_strong for name in names)
            return SURE if is_said else WEAK
        return SURE if cues.flows.search(right) else None

    def _is_label(self, intro: str, right: str, names: list[Name]) -> bool:
        """Say whether a role before names is all that is said: "Payment: A", "Payment (A)"."""
        if intro.strip() == ":":
            return True
        return right == ")" and intro.strip() == "(" and any(name.is_strong for name in names)

    def _behind_cue(self, left: str, right: str, names: list[Name]) -> int:
        if any(name.is_strong for name in names) or self._cues.tight.search(left):
            return SURE
        if self._cues.after[0].search(right):
            return SURE
        return FAIR if any(p.search(left[-_NEAR:]) for p in self._cues.before) else WEAK

    def accepts(self, name: Name, names: list[Name], sentence: Sentence, verdict: Verdict) -> bool:
        """Say whether a name of these may stand with a verdict on all of them."""
        before = sentence.text[max(0, name.start - 80) : name.start].rstrip()
        if verdict.strength == NONE or _IN_DEFINITION.search(before):
            return False
        is_strong = name.is_strong or is_at_home(name, sentence)
        if is_strong and (verdict.strength >= FAIR or self._is_enough(name)):
            return True
        if verdict.strength < FAIR or self._is_place(name, sentence):
            return False
        has_strong = any(other.is_strong for other in names)
        if verdict.is_listed and not (
            name.is_known or has_strong or is_closely_led(sentence, self._cues)
        ):
            return False
        if name.is_ambiguous or name.is_linked:
            return len(name.text) > 1 or has_strong
        return self._is_named(name, names, sentence, verdict=verdict)

    def _is_named(
        self, name: Name, names: list[Name], sentence: Sentence, *, verdict: Verdict
    ) -> bool:
        """Say whether a name that nothing but its words and its place tell is one."""
        before = sentence.text[max(0, name.start - 80) : name.start].rstrip()
        has_strong = any(other.is_strong for other in names)
        if self.capitalises:
            is_named = bool(_NAMED.search(before)) or _is_headed(name, sentence, self._cues)
            is_named = is_named or (verdict.strength >= SURE and name.text in self._bare)
            return is_named and not (name.is_cut or _NOUN.search(name.text))
        if verdict.is_listed:
            is_named = sentence.passage.is_item or has_strong
            return is_named and not self._cues.kinds.fullmatch(name.text)
        if _is_brief(sentence, before):
            return False
        return self._is_plain_name(name, names, before, strength=verdict.strength)

    def _is_place(self, name: Name, sentence: Sentence) -> bool:
        """Say whether a name is a street's or a country's."""
        if _HOUSE_NUMBER.match(sentence.text, name.end) or _HOUSE.search(name.text):
            return True
        return bool(find_countries(name.text, self._language))

    def _is_enough(self, name: Name) -> bool:
        """Say whether a strong name may stand with a weak verdict. An odd spelling alone does
        not do, but where verbs stand at the end, what follows a name is no less sure."""
        if name.text.casefold() in networks():
            return False
        return name.is_known or name.has_form or self.capitalises

    def _is_plain_name(self, name: Name, names: list[Name], before: str, *, strength: int) -> bool:
        """Say whether a name of which nothing is known may be one all the same."""
        before = before.rstrip("\"“„«' ")
        is_first = not before or before.endswith((":", "."))
        is_cut = name.is_cut and not any(other.has_form for other in names)
        if is_cut or is_first or self._cues.kinds.fullmatch(name.text):
            return False
        return strength >= SURE or any(other.is_strong for other in names)

    def _condition(self, left: str, sentence: Sentence) -> Condition:
        if self._cues.chosen.search(sentence.text):
            return "customer-chosen"
        return "example" if self._cues.example.search(left) else "stated"
