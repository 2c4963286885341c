"""HTML into blocks: one walk over lxml's tree, bounded in size and depth."""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from scrapers.charset import decode
from scrapers.documents.builder import Builder
from scrapers.documents.elements import DROPPED
from scrapers.documents.model import Block, Data, Document
from scrapers.documents.scripts import MAX_SCRIPT, values_of
from scrapers.documents.tabs import find_unseen_tabs
from scrapers.links import join_link
from scrapers.page import Page

MAX_TAGS = 200_000  # some 20 times the heaviest real list; keeps memory and time in bounds
HUGE = 2_000_000  # characters of a page in which one text may be more than libxml2 takes
NO_ADDRESS = ("javascript:", "data:", "about:", "#")
CUT = "The page is larger than what is read; its end was left out."
ENDS_EARLY = "The page ends in the middle: the server may have sent a part of it only."
OPENED = re.compile(r"<(?:table|ul|ol|dl|div|section|article|main)[\s>]", re.IGNORECASE)
CLOSED = re.compile(r"</(?:table|ul|ol|dl|div|section|article|main)\s*>", re.IGNORECASE)
_HAS_TABS = re.compile(r"""role=["']?tab["'\s>]""")
DEEP = "The page nests its elements too deeply; what stands inside was left out."


def open_html(page: Page) -> Document:
    """Read a page's HTML into blocks. Takes any bytes."""
    markup, is_cut = bounded(decode(page.content, page.charset).replace("\x00", ""))
    root, is_stopped = parse(markup)
    if root is None:
        return Document(blocks=())
    data, title, resolve = _scripts(root), _title(root), _resolver(root, page)
    etree.strip_elements(root, *DROPPED, with_tail=False)
    builder = Builder(resolve)
    builder.read(root)
    return Document(
        blocks=(*builder.blocks, *data),
        language=_language(root),
        title=title,
        containers=tuple(builder.containers),
        problem=_problem(builder, is_cut=is_cut or is_stopped)
        or (ENDS_EARLY if _ends_early(markup) else None),
        unseen_tabs=find_unseen_tabs(root) if _HAS_TABS.search(markup) else (),
    )


def read_fragment(markup: str, base_url: str | None) -> list[Block]:
    """Give the blocks of a piece of HTML that stands in a text of another kind."""
    root, _ = parse(bounded(markup)[0])
    if root is None:
        return []
    etree.strip_elements(root, *DROPPED, with_tail=False)
    builder = Builder(lambda href: _absolute(href.strip(), base_url or ""))
    builder.read(root)
    return [replace(block, containers=()) for block in builder.blocks]


def bounded(markup: str) -> tuple[str, bool]:
    """Cut markup with more tags than can be read in the time and memory allowed."""
    if markup.count("<") <= MAX_TAGS:
        return markup, False
    end = 0
    for _ in range(MAX_TAGS):
        end = markup.index("<", end) + 1
    return markup[: end - 1], True


def _ends_early(markup: str) -> bool:
    """True if a whole page was begun, and neither it nor what stands in it was ended.

    Many pages leave out `</html>`, and many a container is left open; hardly one does both.
    """
    if "</html" in markup:
        return False  # as nearly every page has it; what follows is slow
    if not re.search("<html", markup[:5_000], re.IGNORECASE) or re.search(
        "</html", markup, re.IGNORECASE
    ):
        return False
    return len(OPENED.findall(markup)) > len(CLOSED.findall(markup))


def parse(markup: str) -> tuple[etree._Element | None, bool]:
    """The root of a page's tree, None without any element; True if a huge text ended it early."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False  # no element at all
    if len(markup) < HUGE:
        return root, False
    last = parser.error_log.last_error
    return root, last is not None and last.level_name == "FATAL"


def _scripts(root: etree._Element) -> list[Data]:
    """Scripts that may hold a list: those that name processors."""
    found: list[Data] = []
    left = MAX_SCRIPT
    for number, script in enumerate(root.iter("script")):
        text = script.text or ""
        if len(text) <= left and ("rocessor" in text or "ROCESSOR" in text):
            left -= len(text)
            name = script.get("id") or f"script {number + 1}"
            found.extend(Data(value, name) for value in values_of(text))
    return found


def _title(root: etree._Element) -> str | None:
    title = next(root.iter("title"), None)
    return " ".join(title.text.split()) or None if title is not None and title.text else None


def _language(root: etree._Element) -> str | None:
    """The language that the page declares of itself."""
    declared = root.get("lang") or root.get("xml:lang")
    if not declared:
        meta = root.find(".//meta[@http-equiv='content-language']")
        declared = meta.get("content") if meta is not None else None
    return declared.strip() or None if declared else None


def _resolver(root: etree._Element, page: Page) -> Callable[[str], str | None]:
    """Make links absolute; what is no address becomes None."""
    base_element = next(root.iter("base"), None)
    named = (base_element.get("href") or "") if base_element is not None else ""
    base = join_link(page.base_url, named) or page.base_url
    known: dict[str, str | None] = {}

    def resolve(href: str) -> str | None:
        if href not in known:
            known[href] = _absolute(href.strip(), base)
        return known[href]

    return resolve


def _absolute(href: str, base: str) -> str | None:
    if not href or href.lower().startswith(NO_ADDRESS):
        return None
    if "://" not in base or (href.startswith(("http://", "https://")) and "[" not in href):
        return href
    return join_link(base, href)


def _problem(builder: Builder, *, is_cut: bool) -> str | None:
    """Say what of the page could not be taken in."""
    if builder.is_deep:
        return DEEP
    return CUT if is_cut or builder.left_over else None
