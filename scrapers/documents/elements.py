"""What each HTML element means for reading: its kind, its style, its region, whether it shows."""

import re
from dataclasses import dataclass
from functools import lru_cache

from scrapers.documents.model import Region


class Kind:
    """How the walk treats an element. Plain numbers: members of an Enum are slow to look up by."""

    BLOCK = 0
    INLINE = 1
    PARAGRAPH = 2
    HEADING = 3
    LIST = 4
    ITEM = 5
    TABLE = 6
    ROW = 7
    CELL = 8
    CAPTION = 9
    BREAK = 10
    PASS = 11  # groups that neither break a line nor hold blocks of their own
    DROPPED = 12  # what holds no text of the page
    CHIP = 13  # a badge in a line: a box of its own, whatever stands beside it


LINES = frozenset((Kind.INLINE, Kind.BREAK, Kind.PASS, Kind.CHIP))  # what stands within a line


def words(text: str) -> list[str]:
    """The words of a text; long lists of names read better so."""
    return text.split()


DROPPED = (
    *(
        "title",
        "script",
        "style",
        "svg",
        "template",
        "select",
        "textarea",
        "iframe",
        "object",
        "video",
    ),
    *("audio", "canvas", "math", "datalist", "noscript", "input", "img", "link", "meta", "source"),
)

_INLINE = (
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark nobr "
    "output q rp rt ruby s samp small span strike strong sub sup time tt u var picture progress "
    "slot"
)

KINDS: dict[str, int] = {
    **dict.fromkeys(DROPPED, Kind.DROPPED),
    **dict.fromkeys(words(_INLINE), Kind.INLINE),
    **dict.fromkeys(words("p pre address blockquote figcaption legend center"), Kind.PARAGRAPH),
    **dict.fromkeys(words("h1 h2 h3 h4 h5 h6 summary"), Kind.HEADING),
    **dict.fromkeys(words("ul ol menu dir dl"), Kind.LIST),
    **dict.fromkeys(words("li dt dd"), Kind.ITEM),
    **dict.fromkeys(words("td th"), Kind.CELL),
    **dict.fromkeys(words("br hr"), Kind.BREAK),
    **dict.fromkeys(words("html head body thead tbody tfoot colgroup col wbr"), Kind.PASS),
    "table": Kind.TABLE,
    "tr": Kind.ROW,
    "caption": Kind.CAPTION,
}

WRAPPERS = frozenset(("a", "button", "label"))  # inline by name, blocks where they hold blocks

ROLES: dict[str, int] = {
    **dict.fromkeys(("table", "grid", "treegrid"), Kind.TABLE),
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), Kind.CELL),
    "row": Kind.ROW,
    "rowgroup": Kind.PASS,
    "heading": Kind.HEADING,
    "list": Kind.LIST,
    "listitem": Kind.ITEM,
}

_TAG_REGIONS: dict[str, Region] = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "dialog": "dialog",
    "form": "form",
}
_ROLE_REGIONS: dict[str, Region] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
_CLASS_REGIONS: dict[str, Region] = {
    **dict.fromkeys(
        words("nav navbar navigation menu breadcrumb breadcrumbs mega-menu"), "navigation"
    ),
    **dict.fromkeys(words("site-nav main-nav topnav sidenav nav-menu site-header"), "navigation"),
    **dict.fromkeys(words("footer site-footer page-footer global-footer"), "footer"),
}
_CONSENT = re.compile(
    r"cookie-?_?(?:banner|consent|notice|bar|popup|dialog|law|modal|overlay)|cookiebot|onetrust|cookieyes"
    r"|usercentrics|didomi|osano|cc-window|consent-?_?(?:banner|modal|dialog)",
    re.IGNORECASE,
)
_BOLD = re.compile(
    r"(?:^|\s)(?:font-(?:semi|extra)?bold|font-medium|fw-(?:semi)?bold|bold)(?:\s|$)"
)
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
_STRUCK = re.compile(r"(?:^|\s)(?:line-through|strikethrough)(?:\s|$)")
_CHIP = re.compile(
    r"(?:^|[\s_-])(?:badge|chip|pill|tag|lozenge|rounded-full)(?:$|[\s_-])", re.IGNORECASE
)
_CHIP_TAGS = frozenset(("span", "em", "small", "b", "strong", "i", "mark", "code"))
_HIDDEN_STYLE = re.compile(r"display:\s*none|visibility:\s*hidden")


BOLD_TAGS = frozenset(("b", "strong", "th", "dt"))
STRUCK_TAGS = frozenset(("s", "strike", "del"))


@dataclass(frozen=True, slots=True)
class Look:
    """What an element's name and attributes say of it and of everything inside it.

    Elements that are `is_plain` change nothing at all; those that `has_effect` change how what is
    inside them looks.
    """

    tag: str
    kind: int
    classes: tuple[str, ...] = ()
    role: str | None = None
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    region: Region | None = None
    is_plain: bool = False
    has_effect: bool = False


@lru_cache(maxsize=4096)
def look_of(
    tag: str,
    classes: str | None = None,
    style: str | None = None,
    role: str | None = None,
    identity: str | None = None,
    hidden: str | None = None,
) -> Look:
    """Read an element's attributes once for all elements that carry the same."""
    classes, style, role = classes or "", style or "", (role or "").strip().lower()
    kind = ROLES.get(role) or KINDS.get(tag, Kind.BLOCK)
    if classes and tag in _CHIP_TAGS and kind == Kind.INLINE and _CHIP.search(classes):
        kind = Kind.CHIP
    bold = tag in BOLD_TAGS or _BOLD.search(classes) or _BOLD_STYLE.search(style)
    struck = tag in STRUCK_TAGS or _STRUCK.search(classes) or "line-through" in style
    is_hidden = hidden is not None or _HIDDEN_STYLE.search(style)
    region = _region(tag, tokens=tuple(classes.split()), role=role, identity=identity or "")
    has_effect = bool(bold or struck or is_hidden or region or tag in ("a", "pre"))
    return Look(
        tag,
        kind,
        tuple(classes.split()),
        role or None,
        bold=bool(bold),
        struck=bool(struck),
        hidden=bool(is_hidden),
        region=region,
        is_plain=kind in (Kind.INLINE, Kind.PASS) and tag not in WRAPPERS and not has_effect,
        has_effect=has_effect,
    )


def _region(tag: str, *, tokens: tuple[str, ...], role: str, identity: str) -> Region | None:
    """Tell the part of the page that an element opens, None if it opens none."""
    by_name = _TAG_REGIONS.get(tag) or _ROLE_REGIONS.get(role)
    if by_name or tag in ("html", "body", "main"):
        return by_name
    if _CONSENT.search(identity) or any(_CONSENT.search(token) for token in tokens):
        return "dialog"
    named = (*tokens, identity.lower())
    return next((_CLASS_REGIONS[name] for name in named if name in _CLASS_REGIONS), None)
