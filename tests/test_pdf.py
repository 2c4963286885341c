"""PDFs into blocks: tables with and without rules, columns, lists, and files meant to harm."""

import resource
import time
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from scrapers.documents import document_text, open_document
from scrapers.documents.model import Document, Heading, Item, Paragraph, Table
from scrapers.errors import ReadError
from scrapers.page import Page
from scrapers.quotes import find_quote
from scrapers.read import read
from tests.pdfs import (
    GRID,
    LINES,
    bullets,
    columns,
    drawn_pdf,
    heading,
    made_pdf,
    paragraph,
    raw_pdf,
    table,
)

HEADER = ("Sub-processor", "Purpose", "Location")
ROWS = (
    HEADER,
    ("Northbeam Hosting GmbH", "Hosting of the service and of all the data in it", "Germany"),
    ("Quillmail, Inc.", "Sending e-mail", "United States"),
    ("Tessera Support and Customer Care Limited", "Support", "Ireland"),
)
MANY = (
    HEADER,
    *((f"Fjordline {name}, Inc.", "Storage", "Norway") for name in map(chr, range(65, 91))),
)
STYLES = pytest.mark.parametrize("style", [GRID, LINES, ()], ids=["ruled", "lines", "borderless"])


def page_of(content: bytes) -> Page:
    return Page("https://acme.example/list.pdf", content, "application/pdf")


def opened(content: bytes) -> Document:
    return open_document(page_of(content))


def table_texts(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def refusal(content: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        opened(content)
    return str(caught.value)


@STYLES
def test_a_table_is_read_by_its_cells(style: list[tuple[object, ...]]) -> None:
    document = opened(made_pdf(heading("Sub-processors"), table(ROWS, style)))

    assert table_texts(document) == [[list(row) for row in ROWS]]


@STYLES
def test_every_quote_is_found_again_in_the_text(style: list[tuple[object, ...]]) -> None:
    page = page_of(made_pdf(heading("Sub-processors"), table(ROWS, style)))

    reading = read(page)
    text = document_text(open_document(page))

    assert [entry.entity for entry in reading.entries] == [row[0] for row in ROWS[1:]]
    assert all(find_quote(text, entry.quote) for entry in reading.entries)
    assert reading.entries[0].quote == " ".join(ROWS[1])


@STYLES
@pytest.mark.parametrize("repeats_header", [True, False])
def test_a_table_goes_on_over_pages(style: list[tuple[object, ...]], repeats_header: bool) -> None:
    rows = (HEADER, *MANY[1:], *((name.replace("line", "mark"), *rest) for name, *rest in MANY[1:]))
    content = made_pdf(
        heading("Sub-processors"),
        table(rows, style, repeats_header=repeats_header),
        paragraph("This list is kept up to date."),
        head="Acme Cloud – Sub-processors",
    )

    document = opened(content)

    assert table_texts(document) == [[list(row) for row in rows]]


def test_a_header_that_looks_like_one_is_marked() -> None:
    [found] = [b for b in opened(made_pdf(table(ROWS, GRID))).blocks if isinstance(b, Table)]

    assert all(cell.header for cell in found.rows[0])
    assert not any(cell.header for row in found.rows[1:] for cell in row)


def test_cells_that_span_are_one_object() -> None:
    style = [*GRID, ("SPAN", (0, 1), (2, 1)), ("SPAN", (0, 2), (0, 3))]
    rows = [
        HEADER,
        ("Infrastructure", "", ""),
        ("Northbeam", "Hosting", "Norway"),
        ("", "Mail", "Chile"),
    ]

    [found] = [b for b in opened(made_pdf(table(rows, style))).blocks if isinstance(b, Table)]

    assert found.rows[1][0] is found.rows[1][1] is found.rows[1][2]
    assert found.rows[2][0] is found.rows[3][0]
    assert found.rows[3][1].text == "Mail"


def test_headings_paragraphs_and_items_are_told_apart() -> None:
    content = made_pdf(
        heading("Data processing"),
        heading("Changes", 2),
        paragraph("We tell you of every new sub-processor by e-mail, thirty days before. " * 4),
        bullets("Northbeam Hosting GmbH: hosting " * 5, "Quillmail, Inc.: e-mail"),
    )

    kinds = [(type(block), getattr(block, "level", None)) for block in opened(content).blocks]
    items = [block.text for block in opened(content).blocks if isinstance(block, Item)]

    assert kinds == [(Heading, 1), (Heading, 2), (Paragraph, None), (Item, None), (Item, None)]
    assert items == [("Northbeam Hosting GmbH: hosting " * 5).strip(), "Quillmail, Inc.: e-mail"]


def test_text_in_two_columns_is_read_column_by_column() -> None:
    left, right = (
        f"{word} " + "goes on and on to the very end of its own column. " * 12
        for word in ("One", "Two")
    )

    document = opened(made_pdf(paragraph("A whole line above. " * 6), columns(left, right)))
    text = document_text(document).replace("\n", " ")

    assert table_texts(document) == []
    assert " ".join((left + right).split()) in text


def test_a_link_keeps_its_address() -> None:
    content = made_pdf(
        paragraph('See <link href="https://northbeam.example/dpa">their terms</link>.')
    )

    [block] = opened(content).blocks

    assert isinstance(block, Paragraph)
    assert [(run.text.strip(), run.href) for run in block.lines[0].runs][1] == (
        "their terms.",
        "https://northbeam.example/dpa",
    )


def test_struck_out_names_are_marked() -> None:
    content = made_pdf(paragraph("We used <strike>Quillmail, Inc.</strike> before."))

    [block] = opened(content).blocks

    assert isinstance(block, Paragraph)
    assert [run.text.strip() for run in block.lines[0].runs if run.struck] == ["Quillmail, Inc."]


def test_running_heads_and_page_numbers_stand_apart() -> None:
    content = made_pdf(
        *[paragraph("All of this is text. " * 60) for _ in range(9)], head="Acme – Version 3"
    )

    blocks = opened(content).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]

    assert texts[0] == "Acme – Version 3"
    assert sum("Version 3" in text for text in texts) == 1
    assert blocks[-1].region == "footer"


def test_a_page_lying_on_its_side_is_read_upright() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4))  # stored upright, turned when shown
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    for at, row in enumerate(ROWS):
        for x, text in zip((50, 320, 650), row, strict=True):
            canvas.drawString(x, 500 - at * 20, text)
    canvas.save()

    document = opened(buffer.getvalue())

    assert table_texts(document) == [[list(row) for row in ROWS]]


def test_a_scan_is_said_to_be_one() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 0, 0, *A4)
    canvas.save()

    assert "pictures of text only" in refusal(buffer.getvalue())


def test_a_locked_file_says_so() -> None:
    content = made_pdf(paragraph("Secret"), encrypt=StandardEncryption("open sesame"))

    assert "asks for a password" in refusal(content)


def test_a_file_of_too_many_pages_is_read_in_part() -> None:
    document = opened(drawn_pdf(b"BT /F 9 Tf 50 700 Td (Northbeam Hosting GmbH) Tj ET", pages=400))

    assert document.problem == "Only the first 300 of the PDF's 400 pages were read."


def test_a_cut_file_is_no_pdf_that_can_be_read() -> None:
    content = made_pdf(heading("Sub-processors"), table(ROWS, GRID))

    assert "acme.example" in refusal(content[: len(content) // 3])


WORDS = b"".join(
    b"1 0 0 1 %d %d Tm (Acme%d) Tj " % (20 + i % 10 * 55, i // 10 % 780, i) for i in range(40_000)
)
RULES = b"".join(
    b"%d 0 m %d 800 l S 0 %d m 600 %d l S " % (i % 600, i % 600, i % 800, i % 800)
    for i in range(5_000)
)
HOSTILE = {
    "a page of 40,000 words": drawn_pdf(b"BT /F 8 Tf " + WORDS + b"ET"),
    "10,000 rules": drawn_pdf(RULES + b"BT /F 9 Tf 20 20 Td (Hello) Tj ET"),
    "200 MB of blanks": drawn_pdf(b" " * 200_000_000),
    "6,000,000 letters": drawn_pdf(
        b"BT /F 8 Tf 1 0 0 1 50 50 Tm " + b"(A) Tj " * 6_000_000 + b"ET"
    ),
    "20,000,000 saved states": drawn_pdf(b"q " * 20_000_000),
    "a form within itself": drawn_pdf(b"/X Do"),
    "2,000 full pages": drawn_pdf(b"BT /F 8 Tf " + WORDS[:60_000] + b"ET", pages=2_000),
    "200,000 brackets": raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Kids[3 0 R]>>", b"[" * 200_000
    ),
    "a tree of pages in a circle": raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 99999999>>"
    ),
    "10 MB of noise": b"%PDF-1.7\n" + bytes(range(256)) * 40_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_costs_little_and_is_said_not_to_be_whole(content: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.thread_time()

    reading = read(page_of(content))

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = time.thread_time() - started + after.ru_utime - before.ru_utime
    assert not reading.complete
    assert reading.problem
    assert took < 6  # two seconds on a machine with nothing else to do


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_bytes_give_blocks_or_a_problem(data: st.DataObject) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(0, 20))):
        content[data.draw(st.integers(5, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(5, len(content)))

    reading = read(page_of(bytes(content[:end])))

    assert reading.problem or reading.complete


SOUND = made_pdf(heading("Sub-processors"), table(ROWS, GRID))
