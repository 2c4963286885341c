"""Suggest what to call a page's vendor and of which kind it is, for a person to correct. Pure."""

import html
import re
from urllib.parse import urlsplit

from scrapers.catalogue import load_catalogue
from scrapers.names import normal_form, strip_legal_form
from scrapers.reading import Reading

_DIVIDER = re.compile(r"\s+[|–—·•:-]+\s+|\s*[|»]\s*|:\s+")
_ABOUT_PAGE = re.compile(
    r"sub-?\s?process|privacy|datenschutz|confidentialit|polic|unterauftrag|\blist\b|legal|terms|"
    r"agreement|notice|dpa\b|data protection|data processing|trust|security|home|welcome",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?:the\s+)?(?P<name>[^’']{2,40})[’']s\s", re.IGNORECASE)
_DPA = re.compile(r"\bdpa\b|data[ -]processing[ -](?:agreement|addendum|terms)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>https?://[^\s<>]+) -->")
_LINK = re.compile(r"<link\s[^<>]{1,3000}>", re.I)
_CANONICAL = re.compile(r"""\srel\s*=\s*["']?canonical\b""", re.I)
_HREF = re.compile(r"""\shref\s*=\s*["']?(?P<url>https?://[^\s"'<>]+)""", re.I)
HEAD = 200_000  # bytes: where a saved page may name its address
_TWO_PART = frozenset(["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "gob"])


def suggest_vendor(url: str, reading: Reading) -> str:
    """The vendor's likely name: from the catalogue by host, else from the title or the host; empty
    if nothing tells."""
    host = urlsplit(url).hostname or ""
    known = load_catalogue().by_domain(host) if host else None
    if known:
        return known.name
    label = _label(host)
    return _from_title(reading.title or "", label) or label.capitalize()


def suggest_kind(url: str, reading: Reading) -> str:
    """The kind of source that a page is likely to be: list, policy or dpa."""
    if reading.kind == "subprocessor-list":
        return "list"
    if _DPA.search(f"{urlsplit(url).path} {reading.title or ''}".replace("_", " ")):
        return "dpa"
    return "policy" if reading.kind == "privacy-policy" else "list"


def suggest_url(content: bytes) -> str:
    """The address that a saved page names as its own; empty if it names none."""
    start = content[:HEAD].decode("utf-8", "replace")
    found = _SAVED_FROM.search(start)
    links = (link[0] for link in _LINK.finditer(start) if _CANONICAL.search(link[0]))
    found = found or next((href for link in links if (href := _HREF.search(link))), None)
    return html.unescape(found["url"]) if found else ""


def _from_title(title: str, label: str) -> str:
    """The part of a title that names the company: the one like the host, else the shortest that
    does not name the page."""
    title = " ".join(title.split())
    parts = [part.strip(" .,") for part in _DIVIDER.split(title) if part.strip(" .,")]
    parts += [found["name"] for part in parts if (found := _POSSESSIVE.match(part))]
    names = [strip_legal_form(part) for part in parts if not _ABOUT_PAGE.search(part)]
    like = [name for name in names if label and label in normal_form(name).replace(" ", "")]
    short = [name for name in names if len(name) <= 40]
    return min(like or short, key=len, default="")


def _label(host: str) -> str:
    """The part of a host that is most like a name: `acme` of www.acme.co.uk."""
    labels = host.removeprefix("www.").split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return ""
    is_two_part = len(labels) > 2 and labels[-2] in _TWO_PART and len(labels[-1]) == 2
    return labels[-3] if is_two_part else labels[-2]
