"""Markdown into blocks: headings, lists, pipe tables and paragraphs, a line at a time."""

import re
from dataclasses import dataclass, field

from scrapers.charset import decode
from scrapers.documents.html import read_fragment
from scrapers.documents.inline import read_lines
from scrapers.documents.lines import MAX_LINES, MAX_TEXT
from scrapers.documents.model import Block, Cell, Document, Heading, Item, Line, Paragraph, Table
from scrapers.page import Page

TOO_LONG = "The text is longer than what is read; its end was left out."

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}([*_-])(?:\s*\1){2,}+\s*$")
_RUN_IN = re.compile(r"\s*[•▪]\s*")
_BULLET = re.compile(r"(\s*)(?:[-*+•]|\d{1,4}[.)])(?:\s+(?=\S)|$)")
_TABLE_LINE = re.compile(r"\s{0,3}\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_LABEL = re.compile(r"\s{0,3}\[([^\[\]]+)\]:\s+<?([^\s<>]+)>?(?:\s+[\"'(].*)?$")
_BOLD_LINE = re.compile(r"\s+(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HTML = re.compile(
    r"\s{0,3}<(?:address|article|aside|blockquote|center|div|dl|fieldset|figure|form|h[1-6]|header"
    r"|li|main|ol|p|section|table|tbody|td|th|thead|tr|ul)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_LANGUAGE = re.compile(r"^lang(?:uage)?:\s*[\"']?([a-zA-Z-]+)", re.MULTILINE)


def open_markdown(page: Page) -> Document:
    """Read a page's Markdown into blocks. Takes any bytes."""
    base_url = page.base_url if "://" in page.base_url else None
    return markdown_document(decode(page.content, page.charset), base_url=base_url)


def markdown_document(text: str, *, base_url: str | None = None) -> Document:
    """Give the blocks of a Markdown text; of one too long those of its first MAX_LINES lines."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    text = _COMMENT.sub("", text[front.end() :] if front else text)
    lines = text[:MAX_TEXT].split("\n", MAX_LINES)
    blocks = _Reader(lines[:MAX_LINES], base_url).read()
    title = _TITLE.search(front[1]) if front else None
    language = _LANGUAGE.search(front[1]) if front else None
    return Document(
        tuple(blocks),
        language=language[1] if language else None,
        title=title[1] if title else _first_title(blocks),
        problem=TOO_LONG if len(lines) > MAX_LINES or len(text) > MAX_TEXT else None,
    )


def _first_title(blocks: list[Block]) -> str | None:
    headings = (block for block in blocks if isinstance(block, Heading) and block.level == 1)
    return next((heading.line.text for heading in headings), None)


@dataclass(slots=True)
class _Open:
    """What is being read: a paragraph, or the item whose text may go on."""

    lines: list[str] = field(default_factory=list)
    depth: int | None = None


class _Reader:
    """One pass over the lines."""

    def __init__(self, lines: list[str], base_url: str | None) -> None:
        self._lines = lines
        self._base_url = base_url
        self._labels = _labels(lines)
        self._blocks: list[Block] = []
        self._open = _Open()
        self._indents: list[int] = []
        self._list_count = 0
        self._after_blank = False

    def read(self) -> list[Block]:
        number = 0
        while number < len(self._lines):
            number += self._take(number)
        self._close()
        return self._blocks

    def _take(self, number: int) -> int:
        """Read the line, and those that belong with it; say how many."""
        line = self._lines[number]
        if not line.strip():
            self._blank()
            return 1
        if taken := self._special(line, number):
            self._after_blank = False
            return taken
        if self._after_blank and self._indents and self._leaves_list(line, number):
            self._end_list()
        elif self._after_blank:
            self._close_paragraph()
        self._open.lines.append(line)
        self._after_blank = False
        return 1

    def _leaves_list(self, line: str, number: int) -> bool:
        """True for a line at the margin, or one in bold over a list of its own."""
        below = self._lines[number + 1] if number + 1 < len(self._lines) else ""
        is_title = _BOLD_LINE.match(line) and _BULLET.match(below)
        return not line[0].isspace() or bool(is_title)

    def _special(self, line: str, number: int) -> int:
        """Read what is no running text and say how many lines it took; 0 if it is running text."""
        start = line.lstrip()[:1]
        if start in "#=-*_[" and (taken := self._marked(line, start)):
            return taken
        if start in "`~" and (fence := _FENCE.match(line)):
            return self._fenced(number, fence[1])
        if "|" in line and (rows := self._table(number)):
            return rows
        if bullet := _BULLET.match(line):
            return self._bullet(line, bullet)
        if start == "<" and _HTML.match(line):
            return self._html(number)
        if start == ">":
            self._lines[number] = line.lstrip("> \t") or " "
            return self._take(number)
        return 0

    def _marked(self, line: str, start: str) -> int:
        """Read a heading, a line under one, a rule, or the target of a reference link."""
        if start == "#" and (heading := _HEADING.match(line)):
            return self._heading(len(heading[1]), heading[2] or "")
        if start in "=-" and self._underlined(line):
            return 1
        if start in "*_-" and _RULE.match(line):
            return self._end_list()
        return int(start == "[" and bool(_LABEL.match(line)))

    def _blank(self) -> None:
        if self._open.depth is None:
            self._close()
        self._after_blank = True

    def _heading(self, level: int, text: str) -> int:
        self._end_list()
        for line in self._inline(text)[:1]:
            self._blocks.append(Heading(level, line))
        return 1

    def _underlined(self, line: str) -> bool:
        """Make a heading of the paragraph above, if the line underlines one."""
        is_open = self._open.lines and self._open.depth is None and not self._after_blank
        if not is_open or not _UNDERLINE.match(line):
            return False
        text, self._open = " ".join(self._open.lines), _Open()
        return bool(self._heading(1 if line.strip()[0] == "=" else 2, text))

    def _end_list(self) -> int:
        self._close()
        self._indents = []
        return 1

    def _fenced(self, number: int, fence: str) -> int:
        self._close()
        taken = 1
        for line in self._lines[number + 1 :]:
            taken += 1
            if line.strip().startswith(fence):
                break
            if line.strip():
                self._open.lines.append(f"{line.strip()}  ")
        self._close()
        return taken

    def _html(self, number: int) -> int:
        """Read lines of HTML; they go on to the next blank line."""
        self._end_list()
        end = number
        while end < len(self._lines) and self._lines[end].strip():
            end += 1
        blocks = read_fragment("\n".join(self._lines[number:end]), self._base_url)
        for block in blocks:
            if isinstance(block, Item):
                block.list_id += self._list_count
            self._blocks.append(block)
        ids = [block.list_id for block in blocks if isinstance(block, Item)]
        self._list_count = max([self._list_count, *ids])
        return end - number

    def _bullet(self, line: str, bullet: re.Match[str]) -> int:
        self._close()
        indent = len(bullet[1].expandtabs(4))
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents:
            self._list_count += 1
        if not self._indents or indent > self._indents[-1] + 1:
            self._indents.append(indent)
        text = line[bullet.end() :]
        if heading := _HEADING.match(text):
            text = f"{heading[2] or ''}  "
        self._open = _Open([text], len(self._indents) - 1)
        return 1

    def _table(self, number: int) -> int:
        """Read a pipe table that starts here; 0 if none does."""
        below = self._lines[number + 1] if number + 1 < len(self._lines) else ""
        if self._open.lines or "-" not in below or not _TABLE_LINE.match(below):
            return 0
        self._close()
        rows = [_split_row(self._lines[number])]
        end = number + 2
        while end < len(self._lines) and "|" in self._lines[end] and self._lines[end].strip():
            rows.append(_split_row(self._lines[end]))
            end += 1
        self._blocks.append(Table(self._cells(rows)))
        return end - number

    def _cells(self, rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
        width = max(len(row) for row in rows)
        has_header = any(text.strip() for text in rows[0])
        body = rows if has_header else rows[1:]
        empty = Cell(())
        return tuple(
            tuple(
                Cell(self._inline(text), header=has_header and not number) if text else empty
                for text in row + [""] * (width - len(row))
            )
            for number, row in enumerate(body)
        )

    def _close_paragraph(self) -> None:
        """Start a new paragraph within the item that is open, if one is."""
        depth = self._open.depth
        if depth is not None and self._open.lines:
            self._open.lines[-1] += "  "

    def _close(self) -> None:
        """Hand over the paragraph or item that is open."""
        opened, self._open = self._open, _Open()
        first, *others = _at_bullets(_joined(opened.lines))
        if lines := self._inline(first):
            if opened.depth is None:
                self._blocks.append(Paragraph(lines))
            else:
                self._blocks.append(Item(opened.depth, lines, list_id=self._list_count))
        self._run_in(others, opened.depth)

    def _run_in(self, texts: list[str], depth: int | None) -> None:
        """Take bullets that stand within a line, as text out of a PDF has them."""
        self._list_count += bool(texts) and depth is None
        for text in texts:
            if lines := self._inline(text):
                self._blocks.append(Item(depth or 0, lines, list_id=self._list_count))

    def _inline(self, text: str) -> tuple[Line, ...]:
        return read_lines(text, base_url=self._base_url, labels=self._labels)


def _joined(lines: list[str]) -> str:
    """Join lines by blanks; two blanks or a backslash at a line's end break it."""
    parts: list[str] = []
    for line in lines:
        is_hard = line.endswith(("  ", "\\"))
        parts.append(line.rstrip("\\").strip() + ("\n" if is_hard else " "))
    return "".join(parts).strip()


def _at_bullets(text: str) -> list[str]:
    """Take a text apart at the bullets within it, if there are several."""
    return _RUN_IN.split(text) if len(_RUN_IN.findall(text)) > 1 else [text]


def _labels(lines: list[str]) -> dict[str, str]:
    """Collect the targets of reference links."""
    found = (_LABEL.match(line) for line in lines if line.lstrip().startswith("["))
    return {match[1].casefold(): match[2] for match in found if match}


def _split_row(line: str) -> list[str]:
    text = line.strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(text)]
