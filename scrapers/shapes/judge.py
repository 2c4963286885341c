"""Weigh whether a sentence tells the names in it as recipients of data."""

import re
from dataclasses import dataclass

from scrapers.entry import Condition
from scrapers.patterns import late
from scrapers.places import find_countries
from scrapers.shapes.cues import AHEAD, REACH, Cues
from scrapers.shapes.familiar import networks
from scrapers.shapes.listed import is_labelled, is_listed
from scrapers.shapes.passages import Sentence
from scrapers.shapes.proper import Name
from scrapers.shapes.roles import role_in
from scrapers.shapes.sign_in import is_sign_in

SURE, FAIR, WEAK, NONE = 3, 2, 1, 0

_NEAR = 60
_CLAUSE = 100
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
_ASIDE = late(r"\((?=(?:We|Our|Wir|Unsere?|Nous)\b)")
_IN_DEFINITION = late(r"\([^()]{0,70}[\"“„«‘]$")
_NAMED = late(
    r"\b(?:dienst|tool|anbieter|plattform|software|system|netzwerks?|hoster|dienstleister)"
    r"\s?[\"„“]?$",
    re.IGNORECASE,
)
_NOUN = late(r"(?:ung|heit|keit|schaft|tion|daten|seiten?|dienste?|system|recht|zeit|gesetz)e?n?$")
_HOUSE_NUMBER = late(r"[.,]?\s\d{1,5}\s?[a-zA-Z]?\b(?!\s?%)")
_HOUSE = late(r"\s\d{1,4}[a-zA-Z]$")
_CAPITALISING = frozenset(["de"])  # languages whose every noun looks like a name


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that names are recipients, whether as a list's label, and the condition."""

    strength: int
    is_listed: bool = False
    condition: Condition = "stated"


class Judge:
    """The cues of one language, put to use; `plain` writes the company's own names as "we"."""

    def __init__(self, cues: Cues, language: str | None) -> None:
        self._cues = cues
        self._language = language
        self.capitalises = (language or "")[:2] in _CAPITALISING

    def weigh(self, names: list[Name], sentence: Sentence, left: str) -> Verdict:
        """Weigh names told in one breath; `left` is what stands before them."""
        right = sentence.text[names[-1].end : names[-1].end + AHEAD]
        if "(" in left:
            left = _ASIDE.split(left)[-1]
        listed = is_listed(names, sentence, self._cues)
        is_sure = listed or is_labelled(names, sentence, self._cues)
        told = SURE if is_sure else self._told(left[-REACH:], right, names, whole=sentence.text)
        strength = told
        if strength == NONE:
            return Verdict(NONE)
        condition = self._condition(left, sentence)
        if condition == "customer-chosen" and self._cues.their_terms.search(sentence.text):
            strength = NONE
        return Verdict(strength, listed, condition)

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
        if self._cues.denied.search(left):
            return True
        if self._cues.before[0].search(left) or self._cues.acts.search(left[-_CLAUSE:]):
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
        if _ACCOUNTS.search(base) or _THEIR_TEXTS.search(base):
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
        if name.is_strong and (verdict.strength >= FAIR or self._is_enough(name)):
            return True
        if _HOUSE_NUMBER.match(sentence.text, name.end) or _HOUSE.search(name.text):
            return False
        if verdict.strength < FAIR or find_countries(name.text, self._language):
            return False
        if name.is_ambiguous or name.is_linked:
            return len(name.text) > 1 or any(other.is_strong for other in names)
        if self.capitalises:
            return bool(_NAMED.search(before)) and not (name.is_cut or _NOUN.search(name.text))
        if verdict.is_listed:
            is_item = sentence.passage.is_item or any(other.is_strong for other in names)
            return is_item and not self._cues.kinds.fullmatch(name.text)
        return self._is_plain_name(name, names, before, strength=verdict.strength)

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
        if name.is_cut or is_first or self._cues.kinds.fullmatch(name.text):
            return False
        return strength >= SURE or any(other.is_strong for other in names)

    def _condition(self, left: str, sentence: Sentence) -> Condition:
        if self._cues.chosen.search(sentence.text):
            return "customer-chosen"
        return "example" if self._cues.example.search(left) else "stated"
