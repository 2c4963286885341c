"""PDFs for tests: proper ones by reportlab, hostile ones written byte by byte."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    Flowable,
    ListFlowable,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

STYLES = getSampleStyleSheet()
WIDTHS = (150, 180, 110)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)]
Rows = Sequence[Sequence[str]]


def made_pdf(*parts: Flowable, title: str = "", head: str = "", **options: Any) -> bytes:
    """A PDF of these parts, one below the other, with a running head and a page number."""
    buffer = BytesIO()

    def decorate(canvas: Canvas, document: Any) -> None:
        if head:
            canvas.drawString(72, A4[1] - 40, head)
            canvas.drawString(280, 30, f"Page {document.page}")

    document = SimpleDocTemplate(buffer, pagesize=A4, title=title or None, invariant=1, **options)
    document.build(list(parts), onFirstPage=decorate, onLaterPages=decorate)
    return buffer.getvalue()


def heading(text: str, level: int = 1) -> Flowable:
    return Paragraph(text, STYLES[f"Heading{level}"])


def paragraph(text: str) -> Flowable:
    return Paragraph(text, STYLES["BodyText"])


def bullets(*texts: str) -> Flowable:
    return ListFlowable([paragraph(text) for text in texts], bulletType="bullet")


def columns(*texts: str) -> Flowable:
    return BalancedColumns([paragraph(text) for text in texts], nCols=2, innerPadding=18)


def table(rows: Rows, style: Sequence[Any] = (), *, repeats_header: bool = False) -> Flowable:
    """A table whose first row is bold."""
    cells = [[paragraph(f"<b>{text}</b>") for text in rows[0]]]
    cells += [[paragraph(text) for text in row] for row in rows[1:]]
    return Table(
        cells, colWidths=WIDTHS[: len(rows[0])], style=list(style), repeatRows=int(repeats_header)
    )


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (keys, len(packed))
    return head + b"stream\n" + packed + b"\nendstream"


def drawn_pdf(content: bytes, *, pages: int = 1, keys: bytes = b"") -> bytes:
    """A PDF whose every page draws the same."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>%s>>" % keys,
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(
            b"/X Do /X Do /X Do",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
        ),
    )
