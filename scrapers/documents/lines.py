"""Lines out of stretches of text: white space folded, styles kept, lengths bounded."""

import re

from scrapers.documents.model import Line, Run
from scrapers.documents.set_columns import GAP, kept_wide, narrowed

FIRST_SIGN = "\U0001f1e6"  # from which on signs are flags and the like
MAX_LINES = 8_000  # some five times the longest real page; keeps memory and time in bounds
MAX_TEXT = 1_200_000  # characters of text, likewise
MAX_RUN = 100_000  # characters of one stretch of text


HARD_GAP = "\xa0\xa0"  # blanks that nobody sets but to see them
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"  # signs without a look, of which editors leave many
_UNSEEN = re.compile(rf"[\s{UNSEEN}]+")


def is_unseen(text: str) -> bool:
    """True for a text of nothing but such signs, with which editors keep a line open."""
    return _UNSEEN.fullmatch(text) is not None


class LineReader:
    """Collects runs into lines; what opens and closes elements sets the style of what follows."""

    def __init__(self) -> None:
        self.left_over = 0
        self._runs: list[Run] = []
        self._lines: list[Line] = []
        self._gap = self._edge = self._closed = False
        self._bold = self._struck = self._pre = 0
        self._size = self._line_count = 0
        self._href: str | None = None
        self._has_gaps = False  # wide ones, in the lines that were not yet taken

    def text(self, text: str) -> None:
        """Take a stretch of text; white space is folded, but for line breaks where they count."""
        if self._pre and "\n" in text:
            for line in text.split("\n"):
                self._words(line)
                self.end_line()
        elif HARD_GAP in text:
            self._words(text)
        elif text.isspace() or (not text.isascii() and is_unseen(text)):
            self._gap = True
        else:
            self._words(text)

    def _words(self, text: str) -> None:
        if not text:
            return  # what stands between two line ends
        self._size += len(text)
        if (len(text) > MAX_RUN or self._size > MAX_TEXT) and self._is_too_much():
            return
        if HARD_GAP in text or (self._pre and "  " in text):
            piece = self._with_gaps(text[:MAX_RUN])
            if not self._runs and piece.isspace():
                self._gap = True
                return
        else:
            piece = " ".join(text[:MAX_RUN].split())
        if not piece.isascii():
            piece = piece.strip(UNSEEN) or piece
        if self._runs:
            piece = self._joined(piece, text)
        elif not piece:
            return
        self._edge = self._closed = False
        self._gap = text[-1].isspace() and piece[-1:] != GAP
        self._runs.append(Run(piece, self._href, self._bold > 0, self._struck > 0))

    def _with_gaps(self, text: str) -> str:
        """A piece whose wide gaps may set columns."""
        self._has_gaps = True
        return kept_wide(text, is_set=self._pre > 0).strip(" ")

    def _is_too_much(self) -> bool:
        """Count what is left over; True where nothing more is taken."""
        self.left_over += 1
        return self._size > MAX_TEXT

    def _joined(self, piece: str, text: str) -> str:
        """A piece as it goes on with its line, or the first of a new line."""
        is_blank = self._gap or text[0].isspace()
        if self._edge and piece and self._are_apart(piece[0], is_blank=is_blank):
            self.end_line()  # two chips side by side: the gap between them is in the style
            return piece
        return f" {piece}" if is_blank and piece[:1] != GAP else piece

    def _are_apart(self, after: str, *, is_blank: bool) -> bool:
        """True for two texts in elements of their own, between which a reader sees a gap."""
        before = self._runs[-1].text[-1:]
        if before.islower() and after.isupper() and not is_blank:
            return True
        is_word = after.isalnum() or after >= FIRST_SIGN
        return is_word and (before.isalnum() or before in ".)") and self._is_box(is_blank=is_blank)

    def _is_box(self, *, is_blank: bool) -> bool:
        """True for an element that is a box among boxes, and no part of a text."""
        return False

    def take_lines(self) -> tuple[Line, ...]:
        """Give the lines read so far, and begin anew."""
        lines, self._lines = tuple(self._lines), []
        if self._has_gaps:
            self._has_gaps = False
            return narrowed(lines)
        return lines

    def take_raw(self) -> tuple[Line, ...]:
        """Give the lines read so far with their gaps, and begin anew."""
        self._has_gaps = False
        return self.take_lines()

    def end_line(self) -> None:
        """Finish the line that is being read."""
        self._gap = False
        if self._runs:
            if self._line_count < MAX_LINES:
                self._line_count += 1
                self._lines.append(Line(tuple(self._runs)))
            else:
                self.left_over += 1
            self._runs = []
