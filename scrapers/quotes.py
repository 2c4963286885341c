"""Find a quote again in a page, however the page wraps its white space."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise

from scrapers.documents.model import Run

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00"
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*\])"
)
_EMPHASIS = re.compile(r"(?:<br>)+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_SHOWN = re.compile(r"\][(\[]|_|<br>")
_PIECE = re.compile(rf"[^\s{_INVISIBLE}]+")


def fold(text: str) -> str:
    """Squeeze white space to single blanks, trim, and drop characters that nobody sees."""
    seen = text.replace("\0", "") if text.isascii() else _HIDDEN.sub("", text)
    return " ".join(seen.split())


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Say where `quote` stands in `text`, as offsets in `text` itself; None if it does not."""
    return FoldedText(text).find(quote)


def _gap(match: re.Match[str]) -> str:
    return " " if match[0][0] == "<" else ""


class FoldedText:
    """A text made ready for many quotes: folded once, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces: tuple[list[int], list[int]] | None = None
        self._last = 0

    @cached_property
    def folded(self) -> str:
        return " ".join(filter(None, map(fold, self.text.split("\n"))))  # ASCII lines are quick

    @cached_property
    def _on_one_line(self) -> str:
        return self.text.replace("\n", " ")

    def beginning(self, quote: str) -> str:
        """The longest beginning of a quote, in whole words, that stands in the text."""
        words = quote.split()
        counts = range(1, len(words) + 1)
        count = bisect_left(counts, True, key=lambda n: " ".join(words[:n]) not in self)
        return " ".join(words[:count])

    def find(self, quote: str) -> tuple[int, int] | None:
        """Say where `quote` first stands, as offsets in the unfolded text.

        A quote from Markdown shows where links lead; the text of a page read into blocks does not.
        """
        found = self._locate(quote)
        if found is None:
            return None
        start, length = found
        return self._unfold(start), self._unfold(start + length - 1) + 1

    def __contains__(self, quote: str) -> bool:
        wanted = fold(quote)  # stands just so in nearly every text, which need not be folded then
        line = self._on_one_line
        start = line.find(wanted, self._last) if wanted else -1  # quotes come in the page's order
        start = line.find(wanted) if wanted and start < 0 else start
        self._last = max(start, 0)
        return start >= 0 or self._locate(quote) is not None

    def _locate(self, quote: str) -> tuple[int, int] | None:
        """Say where a quote starts in the folded text, and how long it is there."""
        wanted = fold(quote)
        start = self.folded.find(wanted) if wanted else -1
        if start < 0 and _SHOWN.search(wanted):
            wanted = fold(_EMPHASIS.sub(_gap, _LINK.sub(r"\1", wanted)))
            start = self.folded.find(wanted)
        return (start, len(wanted)) if start >= 0 else None

    def _unfold(self, offset: int) -> int:
        """Give the offset in the text of the folded character at `offset`, which is no blank."""
        starts, sources = self._pieces = self._pieces or self._split()
        piece = bisect_right(starts, offset) - 1
        return sources[piece] + offset - starts[piece]

    def _split(self) -> tuple[list[int], list[int]]:
        """List where each unbroken piece starts, in the folded text and in the text."""
        spans = [match.span() for match in _PIECE.finditer(self.text)]
        gaps = [0, *(self._gap(a[1], b[0]) for a, b in pairwise(spans))]
        lengths = [0, *(end - start for start, end in spans[:-1])]
        starts = list(accumulate(gap + length for gap, length in zip(gaps, lengths, strict=True)))
        return starts, [start for start, _ in spans]

    def _gap(self, end: int, start: int) -> int:
        """Say how many blanks the fold left between two pieces."""
        return 1 if any(char.isspace() for char in self.text[end:start]) else 0


def printed_text(runs: Iterable[Run]) -> str:
    """Give a stretch of a page as its source prints it, the addresses of links with it."""
    return "".join(map(_printed, runs)).strip()


def _printed(run: Run) -> str:
    opening = "[" if run.printed and run.printed.startswith("]") else ""
    return f"{opening}{run.text}{run.printed or ''}"
