"""Plain text into blocks: short lines are headings, marked lines are items, the rest paragraphs."""

import re

from scrapers.charset import decode
from scrapers.documents.lines import MAX_LINES, MAX_TEXT
from scrapers.documents.model import Block, Document, Heading, Item, Line, Paragraph, Run
from scrapers.page import Page

TOO_LONG = "The text is longer than what is read; its end was left out."
HEADING_LENGTH = 90
MAX_HANGING = 5  # lines of an item below its first; more are a text under a number
WRAP_WIDTH = 100

_BULLET = re.compile(
    r"(\s*)(?!\([cC]\)\s+\d{4}\b)(?:[-–—•*·▪●○◦‣⁃]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_NUMBER = re.compile(r"\s*(?:§\s*)?(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
_ADDRESS = re.compile(r"https?://|www\.|@")
_URL = re.compile(r"(?<![\w/])(?:https?://|www\.)[^\s<>\"“”]+(?<![.,;:!?)\]'’])")
_SENTENCE_END = (".", ";", ",", ":", "!", "…", "。", "-")


def open_text(page: Page) -> Document:
    """Read a page's plain text into blocks. Takes any bytes."""
    return text_document(decode(page.content, page.charset))


def text_document(text: str) -> Document:
    """Give the blocks of a plain text; of one too long those of its first MAX_LINES lines."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    lines = [line.rstrip() for line in text[:MAX_TEXT].split("\n", MAX_LINES)]
    problem = TOO_LONG if len(lines) > MAX_LINES or len(text) > MAX_TEXT else None
    lines = lines[:MAX_LINES]
    blocks = _blocks(_unwrapped(lines) if _is_wrapped(lines) else lines)
    return Document(tuple(blocks), title=_title(blocks), problem=problem)


def _title(blocks: list[Block]) -> str | None:
    """Give the first heading, unless it is a section's or says something of the text."""
    headings = (block.line.text for block in blocks[:4] if isinstance(block, Heading))
    return next((text for text in headings if not _NUMBER.match(text) and ":" not in text), None)


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether lines were broken at a column: none is long, and many end near one width."""
    full = [line for line in lines if line.strip()]
    longest = max(map(len, full), default=0)
    near = sum(longest - 16 <= len(line) for line in full)
    return 50 <= longest <= WRAP_WIDTH and near * 4 > len(full) > 2


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a paragraph or an item again."""
    longest = max(map(len, lines), default=0)
    out: list[str] = []
    pieces: list[str] = []
    for line in lines:
        follows = pieces and line.strip() and not _BULLET.match(line)
        if follows and (len(pieces[-1]) >= longest - 25 or line.lstrip()[:1].islower()):
            pieces.append(line.strip())
            continue
        out.append(" ".join(pieces))
        pieces = [line]
    return [*out, " ".join(pieces)]


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    indents: list[int] = []
    list_count = 0
    is_numbered = False
    end = 0
    for at, (line, following) in enumerate(zip(lines, _followers(lines), strict=True)):
        if at < end or not line.strip():
            continue
        below = _hanging(lines, at)
        end = at + 1 + len(below)
        goes_on = is_numbered and _NUMBER.match(line)
        is_numbered = False
        if underline := _underline(lines, at):
            indents, end = [], at + 2
            blocks.append(Heading(1 if underline == "=" else 3, _line(line)))
        elif not (goes_on or below) and _is_heading(line, following):
            indents = []
            blocks.append(Heading(_level(line), _line(line)))
        elif bullet := _BULLET.match(line):
            list_count += not indents
            is_numbered = bool(_NUMBER.match(line))
            depth = _depth(indents, len(bullet[1].expandtabs(4)))
            own = (line[bullet.end() :], *below)
            blocks.append(Item(depth, tuple(map(_line, own)), list_id=list_count))
        else:
            indents = []
            blocks.append(Paragraph((_line(line),)))
    return blocks


def _underline(lines: list[str], at: int) -> str:
    """The sign that underlines a short line as a title, empty where none does."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    is_line = len(below) >= 3 and below[0] in "=-" and not below.strip(below[0])
    is_title = is_line and len(lines[at]) <= HEADING_LENGTH and any(map(str.isalpha, lines[at]))
    return below[0] if is_title else ""


def _hanging(lines: list[str], at: int) -> list[str]:
    """The few short lines below an item that stand under its text: they belong to it."""
    if not (bullet := _BULLET.match(lines[at])):
        return []
    found: list[str] = []
    for line in lines[at + 1 : at + 2 + MAX_HANGING]:
        indent = len(line) - len(line.lstrip())
        if not line or indent < bullet.end() or _BULLET.match(line):
            break
        found.append(line)
    is_text = any(len(line) > HEADING_LENGTH or line.endswith(_SENTENCE_END) for line in found)
    return [] if is_text or len(found) > MAX_HANGING else found


def _followers(lines: list[str]) -> list[str]:
    """Give for each line the next one that is not empty."""
    out: list[str] = []
    following = ""
    for line in reversed(lines):
        out.append(following)
        following = line if line.strip() else following
    return out[::-1]


def _depth(indents: list[int], indent: int) -> int:
    """Keep the open indents up to date, and say how deep an item with `indent` stands."""
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1] + 1:
        indents.append(indent)
    return len(indents) - 1


def _is_heading(line: str, following: str) -> bool:
    """Say whether a line is short, ends like no sentence, and has something below it."""
    text = line.strip()
    if len(text) > HEADING_LENGTH or text.endswith(_SENTENCE_END) or _ADDRESS.search(text):
        return False
    if not following or not any(map(str.isalpha, text)):
        return False
    if _NUMBER.match(line):
        return not _NUMBER.match(following) or len(following) > HEADING_LENGTH
    return not _BULLET.match(line) and (text[0].isupper() or not text[0].isalpha())


def _level(line: str) -> int:
    number = _NUMBER.match(line)
    if number:
        return min(2 + number[1].count("."), 6)
    return 2 if line.isupper() else 3


def _line(text: str) -> Line:
    """Make a line of runs, the addresses in it links."""
    text = " ".join(text.split())
    runs: list[Run] = []
    end = 0
    for match in _URL.finditer(text):
        if match.start() > end:
            runs.append(Run(text[end : match.start()]))
        href = match[0] if match[0].startswith("http") else f"https://{match[0]}"
        runs.append(Run(match[0], href))
        end = match.end()
    if end < len(text) or not runs:
        runs.append(Run(text[end:]))
    return Line(tuple(runs))
