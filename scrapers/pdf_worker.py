"""Runs in a process of its own: a PDF's bytes in, its words, rules and links out as JSON.

PDFium is written in C++ and PDFs come from anywhere, so it works here, alone, with little memory,
little time and nothing to steal. What the words mean is found out by those who started us.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from math import hypot
from typing import Any

import pypdfium2_raw.bindings as pdfium

MEMORY = 160_000_000  # bytes of its own, beside those of the file
CPU = 3  # seconds until the system ends us, should SECONDS not be kept
SECONDS = 1.2  # of work, after which no other page is begun
MOST_PAGES = 300
MOST_WORDS = 10_000  # of one page
MOST_LETTERS = 100_000  # of one page
MOST_SHAPES = 20_000  # of one page: more are a drawing, no table
MOST_LINKS = 2_000  # of one page
DEEPEST = 3  # forms within forms
THIN = 3.0  # points: what is thicker is an area, no rule
DOT = (1.5, 8.0)  # points: what is drawn as round and as small as this is a bullet
PASSWORD = 4  # FPDF_ERR_PASSWORD
BOLD = ("bold", "black", "heavy", "demi")
HYPHEN = "\x02\ufffe"  # PDFium's signs for one where a line breaks
WORD = re.compile(rf"[^\s\x00-\x1f{HYPHEN}]+[{HYPHEN}]?")
Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


def main() -> None:
    """Read stdin, write one JSON object."""
    content = sys.stdin.buffer.read()
    most = MEMORY + len(content)
    for limit, value in (
        (resource.RLIMIT_DATA, most),
        (resource.RLIMIT_CPU, CPU),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        resource.setrlimit(limit, (value, value))
    sys.stdout.write(json.dumps(extract(content), separators=(",", ":")))


def extract(content: bytes) -> dict[str, Any]:
    """What a PDF shows, page by page; `error` says why nothing can be had of it."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        is_locked = pdfium.FPDF_GetLastError() == PASSWORD
        return {"error": "locked" if is_locked else "broken"}
    count = pdfium.FPDF_GetPageCount(document)
    pages: list[dict[str, Any]] = []
    for number in range(min(count, MOST_PAGES)):
        if time.process_time() > SECONDS:
            break
        page = pdfium.FPDF_LoadPage(document, number)
        pages.append(_Page(document, page).read() if page else {"is_broken": True})
        pdfium.FPDF_ClosePage(page)
    return {
        "pages": pages,
        "count": count,
        "title": _title(document),
    }


def _title(document: Any) -> str:
    buffer = create_string_buffer(1_000)
    length = pdfium.FPDF_GetMetaText(document, b"Title", buffer, len(buffer))
    return buffer.raw[: min(length, len(buffer))].decode("utf-16-le", "replace").strip("\x00 ")


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object share."""

    size: float
    is_bold: bool
    is_upright: bool


@dataclass(slots=True)
class _Page:
    """One open page. Places are in points from the top left corner of the page as it is shown."""

    document: Any
    page: Any
    bounds: Box = (0, 0, 612, 792)
    turn: int = 0
    is_cut: bool = False
    boxes: tuple[Any, Any] = field(default_factory=lambda: (pdfium.FS_RECTF(), pdfium.FS_RECTF()))
    styles: dict[int, _Style] = field(default_factory=dict)

    def read(self) -> dict[str, Any]:
        bounds = pdfium.FS_RECTF()
        if pdfium.FPDF_GetPageBoundingBox(self.page, byref(bounds)):
            self.bounds = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        self.turn = pdfium.FPDFPage_GetRotation(self.page) % 4
        rules, dots, pictures = self._shapes()
        left, bottom, right, top = self.bounds
        area = (right - left) * (top - bottom)
        return {
            "width": right - left if self.turn % 2 == 0 else top - bottom,
            "height": top - bottom if self.turn % 2 == 0 else right - left,
            "words": self._words() + dots,
            "rules": rules,
            "links": list(self._links()),
            "is_picture": pictures > area / 2,
            "is_broken": self.is_cut,
        }

    def _shown(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of the page's own coordinates as it is shown: turned, and from the top left."""
        left, bottom, right, top = self.bounds
        if self.turn == 0:
            shown = (x0 - left, top - y1, x1 - left, top - y0)
        elif self.turn == 1:
            shown = (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        elif self.turn == 2:
            shown = (right - x1, y0 - bottom, right - x0, y1 - bottom)
        else:
            shown = (top - y1, right - x1, top - y0, right - x0)
        return round(shown[0], 1), round(shown[1], 1), round(shown[2], 1), round(shown[3], 1)

    def _words(self) -> list[list[Any]]:
        text = pdfium.FPDFText_LoadPage(self.page)
        if not text:
            return []
        count = pdfium.FPDFText_CountChars(text)
        words: list[list[Any]] = []
        for found in WORD.finditer(_letters(text, min(count, MOST_LETTERS))):
            word = self._word(text, found.start(), found.end() - 1)
            if word:
                words.append([_shown_text(found[0]), *word])
            if len(words) == MOST_WORDS:
                break
        self.is_cut = len(words) == MOST_WORDS or count > MOST_LETTERS
        pdfium.FPDFText_ClosePage(text)
        return words

    def _word(self, text: Any, first: int, last: int) -> list[Any] | None:
        """Where a word stands and how it looks; None if it is not to be read on this page."""
        style = self._style(text, first)
        if not style.is_upright or style.size < 1:
            return None
        one, other = self.boxes
        pdfium.FPDFText_GetLooseCharBox(text, first, byref(one))
        pdfium.FPDFText_GetLooseCharBox(text, last, byref(other))
        x0, x1 = min(one.left, other.left), max(one.right, other.right)
        y0, y1 = min(one.bottom, other.bottom), max(one.top, other.top)
        left, bottom, right, top = self.bounds
        if x1 < left or x0 > right or y1 < bottom or y0 > top:
            return None
        return [*self._shown(x0, y0, x1, y1), style.size, int(style.is_bold)]

    def _style(self, text: Any, at: int) -> _Style:
        thing = pdfium.FPDFText_GetTextObject(text, at)
        key = int.from_bytes(bytes(thing), sys.byteorder) if thing else 0
        if key not in self.styles:
            self.styles[key] = self._look(text, at)
        return self.styles[key]

    def _look(self, text: Any, at: int) -> _Style:
        matrix, name = pdfium.FS_MATRIX(), create_string_buffer(120)
        pdfium.FPDFText_GetMatrix(text, at, byref(matrix))
        pdfium.FPDFText_GetFontInfo(text, at, name, len(name), byref(c_int()))
        size = pdfium.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        weight = pdfium.FPDFText_GetFontWeight(text, at)
        a, b = matrix.a, matrix.b
        across, down = ((a, -b), (b, a), (-a, b), (-b, -a))[self.turn]
        called = name.value.decode("latin-1").lower()
        return _Style(
            size=round(size, 1),
            is_bold=weight >= 600 or any(word in called for word in BOLD),
            is_upright=across > 0 and abs(down) < across / 10,
        )

    def _shapes(self) -> tuple[list[Box], list[list[Any]], float]:
        """The rules and the bullets drawn on a page, and the area that pictures cover."""
        rules: list[Box] = []
        dots: list[list[Any]] = []
        pictures = 0.0
        for shape, matrix in self._objects(self.page, SAME, 0):
            kind = pdfium.FPDFPageObj_GetType(shape)
            box = _moved(_bounds(shape), matrix)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                pictures += (box[2] - box[0]) * (box[3] - box[1])
            elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_dot(box):
                dots.append(["•", *self._shown(*box), 6, 0])
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                rules += [self._shown(*_moved(rule, matrix)) for rule in _rules(shape)]
            if len(rules) > MOST_SHAPES:
                return [], [], pictures
        return rules, dots, pictures

    def _objects(self, holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
        count, get = (
            (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            if depth
            else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
        )
        for at in range(min(count(holder), MOST_SHAPES * 2)):
            shape = get(holder, at)
            if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_FORM:
                yield shape, matrix
            elif depth < DEEPEST:
                yield from self._objects(shape, _product(_matrix(shape), matrix), depth + 1)

    def _links(self) -> Iterator[list[Any]]:
        at, link = c_int(0), pdfium.FPDF_LINK()
        for _ in range(MOST_LINKS):
            if not pdfium.FPDFLink_Enumerate(self.page, byref(at), byref(link)):
                return
            action = pdfium.FPDFLink_GetAction(link)
            address = create_string_buffer(2_000)
            length = pdfium.FPDFAction_GetURIPath(self.document, action, address, len(address))
            box = pdfium.FS_RECTF()
            if 1 < length <= len(address) and pdfium.FPDFLink_GetAnnotRect(link, byref(box)):
                x0, x1 = sorted((box.left, box.right))
                y0, y1 = sorted((box.bottom, box.top))
                yield [*self._shown(x0, y0, x1, y1), address.value.decode("utf-8", "replace")]


def _letters(text: Any, count: int) -> str:
    """The page's characters, one for each that PDFium counts."""
    buffer = (c_ushort * (2 * count + 1))()
    length = pdfium.FPDFText_GetText(text, 0, count, buffer)
    letters = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(letters) == count and length - 1 == count:
        return letters
    return "".join(chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(count))


def _shown_text(word: str) -> str:
    """A word without halves of characters; a hyphen where a line breaks is one as any other."""
    whole = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return f"{whole[:-1]}-" if whole[-1] in HYPHEN else whole


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return all(DOT[0] <= side <= DOT[1] for side in (width, height)) and 0.7 < width / height < 1.4


def _rules(path: Any) -> Iterator[Box]:
    """The straight lines that a path draws, along or down the page; of a thin area its middle."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    x0, y0, x1, y1 = _bounds(path)
    if min(x1 - x0, y1 - y0) <= THIN:
        yield x0, y0, x1, y1
        return
    if not stroke.value:
        return
    matrix = _matrix(path)
    before = first = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(path), MOST_SHAPES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        x, y = c_float(), c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = _point(x.value, y.value, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(before, point)
        before = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(point, first)


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Box]:
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    if min(x1 - x0, y1 - y0) <= 1 < max(x1 - x0, y1 - y0):
        yield x0, y0, x1, y1


def _bounds(shape: Any) -> Box:
    corners = [c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(shape, *map(byref, corners))
    x0, y0, x1, y1 = (corner.value for corner in corners)
    return x0, y0, x1, y1


def _matrix(shape: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(box: Box, matrix: Matrix) -> Box:
    if matrix is SAME:
        return box
    ax, ay = _point(box[0], box[1], matrix)
    bx, by = _point(box[2], box[3], matrix)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _product(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does what `one` does and then what `other` does."""
    a, b, c, d, e, f = one
    x, y = _point(e, f, other)
    ax, ay = _point(a, b, (*other[:4], 0, 0))
    cx, cy = _point(c, d, (*other[:4], 0, 0))
    return ax, ay, cx, cy, x, y


if __name__ == "__main__":
    main()
