"""Markdown inside a line: links, emphasis, code and the odd HTML tag become runs."""

import re
from html import unescape
from urllib.parse import urljoin

from scrapers.documents.model import Line, Run

LONGEST = 50_000  # nobody writes a longer line of Markdown; it is kept as plain text

_TARGET = r"\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_TEXT = r"((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)"
_TOKEN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])"
    rf"|`(?P<code>[^`]+)`"
    rf"|\[!\[[^\[\]]*\]\([^()]*\)\]{_TARGET}"
    rf"|!\[(?P<alt>[^\[\]]*)\]{_TARGET}"
    rf"|\[(?P<text>{_TEXT[1:-1]})\](?P<printed>{_TARGET}|\[(?P<label>[^\[\]]*)\])"
    rf"|<(?P<auto>(?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>"
    rf"|(?P<url>(?<![\w/])(?:https?://|www\.)[^\s<>()\[\]*_`\"]+[^\s<>()\[\]*`\"]*(?<![.,;:!?'_]))"
    rf"|<(?P<tag>/?[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>"
    rf"|(?P<mark>\*{{1,3}}|(?<!\w)_{{1,3}}(?=\S)|(?<=\S)_{{1,3}}(?!\w)|~~)"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BOLD_TAGS = frozenset(["b", "strong"])


def read_lines(text: str, *, base_url: str | None, labels: dict[str, str]) -> tuple[Line, ...]:
    """Give the lines of one paragraph, item, heading or cell; `labels` are the reference links."""
    if len(text) > LONGEST:
        return (Line((Run(" ".join(text.split())),)),)
    reader = _Reader(base_url, labels)
    reader.read(text)
    return reader.finish()


class _Reader:
    """The runs so far and the styles that are on."""

    def __init__(self, base_url: str | None, labels: dict[str, str]) -> None:
        self._base_url = base_url
        self._labels = labels
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._bold = False
        self._struck = False

    def read(self, text: str, href: str | None = None) -> None:
        """Take a stretch of Markdown; inside a link, `href` is where it leads."""
        end = 0
        for match in _TOKEN.finditer(text):
            self._plain(text[end : match.start()], href)
            self._token(match, text, href)
            end = match.end()
        self._plain(text[end:], href)

    def finish(self) -> tuple[Line, ...]:
        """Give the lines, white space folded, without empty ones."""
        self._break()
        return tuple(self._lines)

    def _token(self, match: re.Match[str], text: str, href: str | None) -> None:
        found = match.groupdict()
        if found["text"] is not None:
            self._link(match)
        elif found["mark"]:
            self._mark(found["mark"], match, text, href=href)
        elif found["tag"]:
            self._tag(found["tag"].lower())
        elif address := found["auto"] or found["url"]:
            address = _ESCAPED.sub(r"\1", address) if "\\" in address else address
            self._plain(address, self._resolve(address))
        else:
            self._plain(found["escaped"] or found["code"] or found["alt"] or "", href)

    def _link(self, match: re.Match[str]) -> None:
        printed = match["printed"]
        target = self._target(match, printed)
        if target is None:
            self.read(match["text"])
            self._plain(printed, None)
            return
        if self._runs and _touches(self._runs[-1], match["text"]):
            self._break()
        first = len(self._runs)
        self.read(match["text"], self._resolve(target))
        if len(self._runs) > first:
            last = self._runs[-1]
            self._runs[-1] = Run(last.text, last.href, last.bold, last.struck, f"]{printed}")

    def _target(self, match: re.Match[str], printed: str) -> str | None:
        if printed.startswith("["):
            return self._labels.get((match["label"] or match["text"]).casefold())
        return printed[1:-1].strip().split(" ")[0].strip("<>")

    def _mark(self, mark: str, match: re.Match[str], text: str, *, href: str | None) -> None:
        """Switch a style, or keep the character where it is no mark."""
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        is_word = before.isalnum() and after.isalnum() and len(mark) == 1
        if is_word or (before.isspace() and after.isspace()):
            self._plain(mark, href)
            return
        if mark[0] == "_":
            self._show(mark)
        if mark == "~~":
            self._struck = not self._struck
        elif len(mark) > 1:
            self._bold = not self._bold

    def _show(self, mark: str) -> None:
        """Note what the source shows behind the text so far."""
        if not self._runs and self._lines:
            *runs, last = self._lines[-1].runs
            self._lines[-1] = Line((*runs, last._replace(printed=(last.printed or "") + mark)))
        elif self._runs:
            last = self._runs[-1]
            self._runs[-1] = last._replace(printed=(last.printed or "") + mark)

    def _tag(self, tag: str) -> None:
        if tag == "br":
            self._show("<br>")
            self._break()
        elif tag.lstrip("/") in _BOLD_TAGS:
            self._bold = not tag.startswith("/")

    def _plain(self, text: str, href: str | None) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._break()
            if line:
                run = unescape(line) if "&" in line else line
                self._runs.append(Run(run, href, self._bold, self._struck))

    def _break(self) -> None:
        runs = _folded(self._runs)
        if runs:
            self._lines.append(Line(runs))
        self._runs = []

    def _resolve(self, target: str) -> str | None:
        if "@" in target and ":" not in target:
            return f"mailto:{target}"
        target = f"https://{target}" if target.startswith("www.") else target
        try:
            return urljoin(self._base_url or "", target) or None
        except ValueError:
            return None


def _touches(last: Run, text: str) -> bool:
    """True for two links side by side, between which the page lost what set them apart."""
    return bool(last.href) and last.text[-1:].islower() and text[:1].isupper()


def _folded(runs: list[Run]) -> tuple[Run, ...]:
    """Fold white space within and across runs, and join neighbours of one style."""
    out: list[Run] = []
    ends_blank = True
    for run in runs:
        text = " ".join(run.text.split())
        if run.text[0].isspace() and not ends_blank:
            text = f" {text}"
        if text and text != " " and run.text[-1].isspace():
            text = f"{text} "
        if not text and not run.printed:
            continue
        ends_blank = text.endswith(" ")
        last = out[-1] if out else None
        if last and not last.printed and _style(last) == _style(run):
            out[-1] = Run(last.text + text, run.href, run.bold, run.struck, run.printed)
        else:
            out.append(Run(text, run.href, run.bold, run.struck, run.printed))
    if out:
        last = out[-1]
        out[-1] = Run(last.text.rstrip(), last.href, last.bold, last.struck, last.printed)
    return tuple(out) if any(run.text.strip() for run in out) else ()


def _style(run: Run) -> tuple[str | None, bool, bool]:
    return run.href, run.bold, run.struck
