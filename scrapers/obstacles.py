"""What stands between a reader and the list: a challenge, a log-in, an error, an empty shell."""

import re
from collections.abc import Iterable
from itertools import islice

from scrapers.documents.model import RUNNING, Block, Document, Heading, Table
from scrapers.fields import plain
from scrapers.patterns import late
from scrapers.shapes.context import is_read

NEEDS_RENDERING = "it needs rendering in a browser."
MAX_SHELL = 400  # characters below which a page with scripts holds nothing by itself
MAX_NOTICE = 2_500  # an error or log-in page says little else
NEAR = 8  # blocks behind a list in which "load more" belongs to it

_CHALLENGE = late(
    r"\b(?:just a moment|attention required|checking (?:your browser|if the site connection)"
    r"|verify (?:that )?you are (?:a )?human"
    r"|enable javascript and cookies to continue|ddos protection|are you a robot|unusual traffic"
    r"|pardon our interruption"
    r"|access (?:to this page has been )?denied|request (?:was )?blocked|security check|captcha"
    r"|human verification|bot detection)\b"
)
_NOT_FOUND = late(
    r"\b(?:404|410|page (?:not found|doesn t exist|does not exist|cannot be found"
    r"|could not be found|isn t available)|not found|seite (?:wurde )?nicht gefunden"
    r"|page (?:introuvable|non trouvee)|pagina (?:no encontrada|non trovata|nao encontrada"
    r"|niet gevonden)|sidan (?:hittades inte|kunde inte hittas)|siden (?:blev|kunne) ikke)\b"
    r"|見つかりません|찾을 수 없|找不到|未找到"
)
_BROKEN = late(
    r"\b(?:50[0234]\b.{0,20}error|internal server error|bad gateway"
    r"|service (?:temporarily )?unavailable|gateway time ?out|temporarily (?:unavailable|down)"
    r"|something went wrong|application error|under maintenance|an error (?:has )?occurred"
    r"|unexpected error|wartungsarbeiten|upstream connect error)\b"
)
_LOG_IN = late(
    r"\b(?:sign in|log ?in|signin|single sign on|authentication required|password|anmelden"
    r"|einloggen|connexion|se connecter|iniciar sesion|accedi|entrar|inloggen|logga in"
    r"|log ind)\b|ログイン|로그인|登录"
)
_LOADING = late(
    r"^(?:loading|please wait|ladt|wird geladen|chargement|cargando|caricamento"
    r"|laden)(?: .{0,30})?$"
)
_MAY_LOAD = late(r"[\W_]*[lpwc]", re.IGNORECASE)
_NEEDS_SCRIPT = late(
    r"\b(?:enable javascript|javascript (?:is )?(?:required|disabled|must be enabled)"
    r"|requires javascript|activer javascript|javascript aktivieren)\b"
)
_MORE = late(
    r"^(?:load|show|view|see) (?:\d+ )?(?:more|all)(?: \d+)?(?: (?:sub ?processors|vendors|results"
    r"|entries|rows|providers|items))?(?: \d+)?$|^\d+ more(?: \w+)?$|^next page$"
    r"|^(?:page|seite|pagina|sida|side) 1 (?:of |von |sur |de |di |van |av |af )?(?!1$)\d+$"
    r"|^(?:mehr (?:laden|anzeigen)|weitere (?:laden|anzeigen)|nachste seite|(?:voir"
    r"|afficher) plus|charger plus|(?:ver|mostrar|cargar) mas|carica altro|mostra altro|ver mais"
    r"|carregar mais|meer laden|toon meer|visa fler|vis flere)$"
    r"|^もっと見る$|^더 ?보기$|^(?:加载更多|查看更多)$"
)
_NEXT = late(r"^(?:next|nachste|weiter|suivant|siguiente|successiva|proxima|volgende|nasta)$")
_SHOWN = late(
    r"\b(?:showing|displaying|viewing|results|entries|zeige|affichage de|mostrando)"
    r" (?:\d+ (?:to |bis |a )?)?(\d+) (?:out of|of|von|sur|de|di) (\d+)(?!\d)"
)
_ALL = late(
    r"(?:(?:view|show|see|browse|voir|ver|vedi|bekijk|visa|vis) )?"
    r"(?:all|alla?|alle|les|tou[st]e?s|tod[ao]s|tutt[ie]) (\d{1,4})"
    r"(?: (?:sub ?)?(?:processors?|vendors?|entries))?(?: anzeigen)?$"
)
_REFRESH = re.compile(
    rb"""<meta[^>]{0,80}http-equiv\s*=\s*["']?refresh["']?[^>]{0,80}?url\s*=\s*['"]?([^"'>\s]+)""",
    re.IGNORECASE,
)

LONGEST_MORE = 1_000  # characters of a block that may say that a list goes on
LONGEST_OFFER = 40  # characters of a button that offers all of a list
LONGEST_LOADING = 100  # characters of a line that only says that the rest is on its way


def needs_rendering(problem: str | None) -> bool:
    """Whether this is what is said of a page that only a browser can show."""
    return problem is not None and problem.endswith(NEEDS_RENDERING)


def find_obstacle(document: Document, content: bytes) -> str | None:
    """Say in one sentence what kept a page from being read, None if nothing did."""
    texts = [text for text in _texts(document.blocks) if text]
    length = sum(map(len, texts))
    if length < MAX_NOTICE:
        headings = _headings(document) or texts[:3]
        head = plain(" ".join((document.title or "", *headings)))
        found = _of_short_page(head, texts)
        if found:
            return found
    if forwarded := _REFRESH.search(content[:20_000]):
        target = forwarded[1].decode("utf-8", "replace")[:200]
        return f"The page only forwards to {target}: watch that address instead."
    if any(_says_loading(text) for text in texts):
        return f"The page loads its content by script: {NEEDS_RENDERING}"
    if length < MAX_SHELL and b"<script" in content:
        return f"The page is an empty shell that scripts fill: {NEEDS_RENDERING}"
    return None


def _says_loading(text: str) -> bool:
    """Whether a line only says that the rest is on its way; its first letter rules most out."""
    is_short = len(text) < LONGEST_LOADING
    return is_short and bool(_MAY_LOAD.match(text)) and bool(_LOADING.match(plain(text)))


def _of_short_page(head: str, texts: list[str]) -> str | None:
    whole = plain(" ".join(texts))[:MAX_NOTICE]
    if _CHALLENGE.search(head) or _CHALLENGE.search(whole):
        return (
            "The server answered with a check for robots instead of the page: "
            "try later, or ask the vendor."
        )
    if _NOT_FOUND.search(head):
        return "The page was not found: look for the address where the list stands now."
    if _BROKEN.search(head):
        return "The server answered with an error page: try again later."
    if _NEEDS_SCRIPT.search(whole):
        return f"The page shows nothing without scripts: {NEEDS_RENDERING}"
    if _LOG_IN.search(head) and len(whole) < MAX_SHELL * 2:
        return "The page asks to log in: give an address that anyone may read."
    return None


def find_more(document: Document, last: int) -> str | None:
    """Say that a list goes on elsewhere, judging by what stands behind its last block; `last`
    counts the blocks that are read, without menus and footers."""
    at = _behind(document, last)
    if document.unseen_tabs and _is_in_tab(document, at):
        return f"The tab “{document.unseen_tabs[0]}” is beside the list, and not in this page."
    is_numbered = False  # whether numbers of pages stand before "next", which titles also follow
    for text in _texts(document.blocks[at : at + NEAR]):
        folded = plain(text[:LONGEST_MORE])
        is_numbered = is_numbered or (len(folded) < 4 and folded.isdecimal())
        if len(folded) < 60 and (_MORE.match(folded) or (is_numbered and _NEXT.match(folded))):
            return f"The list goes on behind “{text}”, which this page does not hold."
        if shown := _SHOWN.search(folded):
            is_part = int(shown[1]) < int(shown[2])
            return f"The page shows only {shown[1]} of {shown[2]} entries." if is_part else None
    return None


def find_unshown(document: Document, count: int) -> str | None:
    """Say that a page offers, outside of its menus, more entries than the `count` read."""
    for text in _texts(filter(is_read, document.blocks)):
        found = _ALL.match(plain(text)) if len(text) < LONGEST_OFFER else None
        if found and int(found[1]) > count:
            return f"“{text}” leads to more entries than the {count} that this page holds."
    return None


def _is_in_tab(document: Document, at: int) -> bool:
    """True if the block before this place stands in the panel of a tab."""
    around = document.blocks[at - 1].containers if 0 < at <= len(document.blocks) else ()
    return any(document.containers[container].role == "tabpanel" for container in around)


def _behind(document: Document, last: int) -> int:
    """Where in a document the block stands that follows so many that are read."""
    if last <= 0:
        return 0
    read = (at for at, block in enumerate(document.blocks) if is_read(block))
    return next(islice(read, last - 1, None), len(document.blocks)) + 1


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, RUNNING):
            yield from (line.text for line in block.lines)
        elif isinstance(block, Heading):
            yield block.line.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows[:2] for cell in row)


def _headings(document: Document) -> list[str]:
    return [block.line.text for block in document.blocks if isinstance(block, Heading)][:2]
