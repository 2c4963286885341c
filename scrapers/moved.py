"""Where a list went: the address that a page names which no longer holds it."""

import re
from urllib.parse import unquote

from scrapers.documents.model import Document, Run
from scrapers.fields import names_subprocessors, plain
from scrapers.links import split_link

_TRUST = re.compile(r"\btrust (?:cent(?:er|re)|portal|page|hub)\b")
_TRUST_HOST = re.compile(r"^trust\.|(?:^|[/.-])trust-?cent(?:er|re)(?:$|[/.-])", re.IGNORECASE)
_ASIDE = ("navigation", "footer", "dialog", "form")  # links there stand on every page


def find_new_home(document: Document) -> str | None:
    """The web address to which a page points for its list of sub-processors, or its trust centre.

    The surest one, the first of several as sure; None where no link says so.
    """
    best: tuple[int, str] | None = None
    for block, line in document.lines():
        for run in line.runs:
            weight = _weight(run)
            if weight and block.region in _ASIDE:
                weight = 1
            if weight and run.href and (best is None or weight > best[0]):
                best = weight, run.href
    return best[1] if best else None


def _weight(run: Run) -> int:
    """How sure a link's words and target are to lead to the list: 0 not at all."""
    target = split_link(run.href)
    if target.scheme not in ("http", "https") or not target.hostname:
        return 0
    text, address = plain(run.text), target.hostname + unquote(target.path)
    if names_subprocessors(plain(address)):
        return 4
    if names_subprocessors(text):
        return 3
    return 2 if _TRUST.search(text) or _TRUST_HOST.search(address) else 0
