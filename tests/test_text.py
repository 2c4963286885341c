"""Plain text becomes the same blocks as any page."""

import time

import pytest
from hypothesis import given, strategies as st

from scrapers.documents.model import Heading, Item, Paragraph
from scrapers.documents.text import open_text, text_document
from scrapers.page import Page


def outline(text: str) -> list[str]:
    """Write the blocks one a line, with what kind each is."""
    names = {Heading: "h", Item: "i", Paragraph: "p"}
    blocks = text_document(text).blocks
    return [
        f"{names[type(block)]} {block.line.text if isinstance(block, Heading) else block.text}"
        for block in blocks
    ]


def test_short_lines_over_text_are_headings():
    text = (
        "Privacy Policy\nWe care about what you give us.\n1. Sharing\nPartners include:\n- Coinly\n"
    )

    blocks = outline(text)

    assert blocks == [
        *("h Privacy Policy", "p We care about what you give us.", "h 1. Sharing"),
        *("p Partners include:", "i Coinly"),
    ]


@pytest.mark.parametrize("mark", ["-", "•", "*", "–", "1.", "(a)", "iv)", "▪"])
def test_marked_lines_are_items(mark):
    blocks = outline(f"We use these:\n{mark} Blue Harbour, Inc. — backups.\n{mark} Red Quay\nend.")

    assert blocks[1:3] == ["i Blue Harbour, Inc. — backups.", "i Red Quay"]


def test_indented_items_are_deeper():
    document = text_document("List:\n- a\n  - b\n  - c\n- d")

    depths = [block.depth for block in document.blocks if isinstance(block, Item)]

    assert depths == [0, 1, 1, 0]


def test_lines_broken_at_a_column_are_joined():
    text = (
        "We hand your delivery address to the carriers that bring you the goods\n"
        "and to nobody else. Our storage is run for us by Blue Harbour, Inc., a\n"
        "company in Norway.\n\nThe second paragraph begins here and it is also\nbroken in two.\n"
    )

    blocks = outline(text)

    assert len(blocks) == 2
    assert blocks[0].endswith("Blue Harbour, Inc., a company in Norway.")


def test_addresses_are_links():
    page = Page("policy.txt", b"See www.coinly.example/privacy. Then go on.\nEnd.", "text/plain")

    line = open_text(page).blocks[0].lines[0]

    assert line.href == "https://www.coinly.example/privacy"
    assert line.text == "See www.coinly.example/privacy. Then go on."


@given(st.text(max_size=300))
def test_any_text_gives_blocks(text):
    assert text_document(text).blocks is not None


@pytest.mark.parametrize(
    "piece", [",", "A", "(", "- ", "1.1.", "http://", " ", "\n", "A\n", "- a\n"]
)
def test_hostile_text_is_read_in_linear_time(piece):
    text = piece * (2_000_000 // len(piece))
    started = time.process_time()

    text_document(text)

    assert time.process_time() - started < 4


def test_a_copyright_line_is_no_item():
    assert outline("Some words of a page.\n(c) 2024 Nimbusfold Inc.")[-1].startswith("p ")


def test_an_underlined_line_is_a_heading():
    assert outline("Who we use\n-----\n\nRed Quay") == ["h Who we use", "p Red Quay"]


def test_short_lines_under_the_text_of_an_item_belong_to_it():
    text = "We use:\n\n 1. Red Quay\n    Mail delivery\n    Norway\n\n 2. Coinly\n    Payments\n"

    assert outline(text)[1:] == ["i Red Quay Mail delivery Norway", "i Coinly Payments"]


def test_a_text_under_a_numbered_title_is_no_part_of_it():
    text = "1. Scope\n   These terms hold for all that we do.\n2. Parties\n   We and you.\n"

    assert outline(text)[0] == "h 1. Scope"
