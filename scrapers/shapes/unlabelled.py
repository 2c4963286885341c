"""What lines without a label say of a vendor: what for, where, on which terms, and the rest."""

import re

from scrapers.fields import Field, plain
from scrapers.patterns import late
from scrapers.places import FLAGS, find_countries
from scrapers.shapes.entries import MAX_BADGE, speaks_of_transfer, split_place, status_of
from scrapers.shapes.naming import known

LOCATED = re.compile(
    r"\b(?:located|based|hosted|stored|processed) (?:exclusively |only |primarily )?(?:in"
    r"|within) (?:the )?(?P<place>[^.:;]{2,60})[.:;]?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z\u00df-\u00ff)]{2}[.!])|(?<=\b[A-Z]{2}[.!]))\s+(?=[A-Z\u00c0-\u00de])"
)
_BEHIND_DASH = re.compile(r"(?P<purpose>.{3,}?)\s+[–—]\s+(?P<tail>[^–—]{2,60})$")
_BEHIND_COMMA = re.compile(r"(?P<purpose>.{3,}), (?P<place>[A-Z][\w. ]{1,30})$")
_REMARK = re.compile(r"(?P<purpose>[^()]+?)\s*\((?P<remark>[^()]+)\)\.?$")
_SHORT_FOR = re.compile(r"[A-Z][A-Z0-9&/-]{1,6}")  # "(CRM)" says again what stands before it
_TRANSFER = re.compile(
    r"\btransfers? (?:is |are |to \S+ )?(?:covered|governed|based|protected|safeguarded|secured"
    r"|made)? ?(?:by|on|under|via) (?:the )?(?P<mechanism>.+)",
    re.IGNORECASE,
)
_WIDE = late(  # places without a country
    r"(?:global(?:ly)?|worldwide|weltweit|mondial|mundial|wereldwijd|emea|apac|eea|ewr)"
    r"(?: (?:edge|network|edge network|regions?))?$",
    re.IGNORECASE,
)
_REGIONS = late(r"(?:[a-z]{2}-(?:[a-z]+-)+\d(?:,? |$))+$")
_PLACE_WITHIN = late(  # the town, or a cloud's region, of a country
    r"(?P<place>[^()]{2,40}?)\s*\((?:[A-Z][\w.' -]*|[a-z]{2,3}-[a-z-]+\d?)\)$"
)
_DIGIT = re.compile(r"\d")
_TRANSFERS = re.compile(
    r"\b(?:trasferiment\w+|transferenci\w+|transferts?|\u00fcbermittlung\w*|doorgifte)\b[^.]*?"
    r"\b(?:copert\w+ da|basat\w+ su|amparad\w+ (?:por|en)|encadr\u00e9\w* par|fond\u00e9\w* sur"
    r"|auf (?:Grundlage|Basis) (?:von|der)|gem\u00e4\u00df|op (?:grond|basis) van)"
    r" (?P<mechanism>.+)",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"\b(?:data|information|ip address|collects?|stores?d?|processes|process|receives?|daten"
    r"|donnees|datos|dati|dados|gegevens)\b",
    re.IGNORECASE,
)
POINTER = re.compile(
    r"(?:you (?:may|can)|see|read|learn|find out|for (?:more|further)|more information|siehe|voir"
    r"|ver|vedi|zie)\b",
    re.IGNORECASE,
)
_CERTIFIED = late(  # what a company is certified for, and nothing else
    r"(?:(?:soc ?[123](?: type (?:ii?|[12]))?|iso(?: iec)?(?: \d{4,5}){1,2}|gdpr|hipaa|pci(?: dss)?"
    r"|fedramp|hitrust|csa star|c5|tisax|dpf|avv|sccs?|dpa(?: signed)?)"
    r"(?: (?:certified|compliant|ready))?(?: |$))+$"
)


def sort_rest(rest: list[str], texts: dict[Field, list[str]], language: str | None) -> None:
    """What has no label is the purpose, but for where, on which terms, with which data."""
    is_behind = False  # whether the line before was a place
    for printed in rest:
        was_place, is_behind = is_behind, False
        line = printed.lstrip("•·|") or printed  # what parts it from the badge beside it
        if len(line) <= MAX_BADGE and status_of((line,), "current") != "current":
            texts.setdefault("status", []).append(line)
            continue
        if is_place(line, language):
            held = find_countries("; ".join(texts.get("location", ())), language)
            is_new = was_place and not set(find_countries(line, language)) <= set(held)
            is_behind = is_new or "location" not in texts
            texts.setdefault("location" if is_behind else "notes", []).append(line)
            continue
        if len(line) < 60 and _CERTIFIED.match(plain(line)):
            is_transfer = "transfer" not in texts and speaks_of_transfer(line)
            texts.setdefault("transfer" if is_transfer else "notes", []).append(line)
            continue
        first, *others = _SENTENCE_END.split(line)
        _sort_sentence(first, texts, language)
        for sentence in others:
            _sort_further(sentence, texts)


def is_place(line: str, language: str | None) -> bool:
    """True for a short line of nothing but places."""
    if len(line) > 60 or len(line.split()) > 6 or known(line):
        return False
    if "(" in line[2:]:
        found = _PLACE_WITHIN.match(line)
        return found is not None and is_place(found["place"], language)
    if _WIDE.match(line) or _REGIONS.match(line):
        return True
    has_phrase = any(len(word) > 3 and word[0].islower() for word in line.split())
    bare = FLAGS.sub("", line).strip() or line
    return not has_phrase and bool(find_countries(bare, language))


def _sort_sentence(sentence: str, texts: dict[Field, list[str]], language: str | None) -> None:
    """The first thing said of a vendor: a purpose, and in brackets a place or a remark."""
    flags = "".join(FLAGS.findall(sentence))
    if flags and "location" not in texts:
        bare = FLAGS.sub("", sentence).strip()
        if not split_place(bare, language)[1]:  # else the flag only stands beside the place
            texts["location"] = [flags]
        sentence = bare
    sentence = _without_tail(sentence, texts, language)
    purpose, place = split_place(sentence, language)
    behind = _BEHIND_COMMA.match(sentence)
    if not place and behind and find_countries(behind["place"], language):
        purpose, place = behind["purpose"], behind["place"]
    remark = _REMARK.match(purpose or "")
    if remark and len(remark["purpose"]) > 2 and not _SHORT_FOR.fullmatch(remark["remark"]):
        texts.setdefault("notes", []).append(remark["remark"])
        purpose = remark["purpose"]
    if place and "location" not in texts:
        texts["location"] = [place]
    if purpose:
        texts.setdefault("purpose", []).append(purpose)


def _without_tail(sentence: str, texts: dict[Field, list[str]], language: str | None) -> str:
    """Take a place, or terms of transfer, off the end of a purpose, where a dash sets it apart."""
    found = _BEHIND_DASH.match(sentence)
    if not found:
        return sentence
    tail = found["tail"]
    if "transfer" not in texts and speaks_of_transfer(tail):
        texts["transfer"] = [tail]
    elif "location" not in texts and not _DIGIT.search(tail) and find_countries(tail, language):
        texts["location"] = [tail]
    else:
        return sentence
    return found["purpose"]


def _sort_further(sentence: str, texts: dict[Field, list[str]]) -> None:
    transfer = _TRANSFER.search(sentence) or _TRANSFERS.search(sentence)
    located = LOCATED.search(sentence)
    if transfer and "transfer" not in texts:
        texts["transfer"] = [transfer["mechanism"].strip(" .")]
    elif located and "location" not in texts and find_countries(located["place"]):
        texts["location"] = [located["place"].strip()]
    elif _OF_DATA.search(sentence) or POINTER.match(sentence) or "notes" in texts:
        texts.setdefault("notes", []).append(sentence)
    else:
        texts.setdefault("purpose", []).append(sentence)
