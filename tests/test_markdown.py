"""Markdown becomes the same blocks as any page."""

import time

import pytest
from hypothesis import given, strategies as st

from scrapers.documents.markdown import MAX_LINES, markdown_document, open_markdown
from scrapers.documents.model import Heading, Item, Paragraph, Table
from scrapers.page import Page


def outline(text: str) -> list[str]:
    """Write the blocks one a line, with what kind each is."""
    out = []
    for block in markdown_document(text).blocks:
        if isinstance(block, Heading):
            out.append(f"h{block.level} {block.line.text}")
        elif isinstance(block, Item):
            out.append(f"i{block.depth} " + " / ".join(line.text for line in block.lines))
        elif isinstance(block, Table):
            out.extend("t " + " | ".join(cell.text for cell in row) for row in block.rows)
        elif isinstance(block, Paragraph):
            out.append("p " + " / ".join(line.text for line in block.lines))
    return out


def test_both_kinds_of_heading_are_read():
    text = "Privacy\n=======\n\nWho\n---\n\n### Partners ###\nText\n"

    blocks = outline(text)

    assert blocks == ["h1 Privacy", "h2 Who", "h3 Partners", "p Text"]


def test_soft_breaks_join_and_hard_breaks_part_lines():
    text = "We use  \nBlue Harbour\nand Red<br>Quay.\n\nNext."

    blocks = outline(text)

    assert blocks == ["p We use / Blue Harbour and Red / Quay.", "p Next."]


def test_nested_lists_keep_their_depth():
    text = "*   One\n    goes on\n    * Two\n\n        More of two\n*   Three\n\nAfter\n"
    text += "\n1. First\n2. Second"

    blocks = outline(text)

    assert blocks == [
        *("i0 One goes on", "i1 Two / More of two", "i0 Three", "p After"),
        *("i0 First", "i0 Second"),
    ]


def test_html_between_markdown_is_read_as_html():
    text = "# Privacy\n\n<h2>Who</h2>\n<p>We use it.</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n"
    text += "\n- Three\n\n<div>\n\nNext <b>one</b>.\n\n</div>\n<br>Last\n"

    blocks = outline(text)

    assert blocks == [
        *("h1 Privacy", "h2 Who", "p We use it.", "i0 One", "i0 Two", "i0 Three"),
        *("p Next one.", "p Last"),
    ]


def test_lists_in_html_are_lists_of_their_own():
    document = markdown_document("- a\n\n<ul><li>b</ul>\n\n- c")

    lists = [block.list_id for block in document.blocks if isinstance(block, Item)]

    assert len(set(lists)) == 3


def test_a_heading_in_an_item_is_a_line_of_it():
    text = "1. #### Hosting\nWe rent it.\n2. ### Mail"

    blocks = outline(text)

    assert blocks == ["i0 Hosting / We rent it.", "i0 Mail"]


def test_two_lists_apart_are_two_lists():
    document = markdown_document("- a\n- b\n\nBetween\n\n- c")

    lists = [block.list_id for block in document.blocks if isinstance(block, Item)]

    assert lists == [1, 1, 2]


def test_a_pipe_table_is_read_with_its_header_and_links():
    text = "| Name | For |\n| --- | :-: |\n"
    text += "| [Coinly](https://coinly.example) | pay \\| bill<br>more |\n| B |\n"

    table = markdown_document(text).blocks[0]

    assert isinstance(table, Table)
    assert [cell.header for cell in table.rows[0]] == [True, True]
    assert table.rows[1][0].lines[0].href == "https://coinly.example"
    assert [line.text for line in table.rows[1][1].lines] == ["pay | bill", "more"]
    assert [cell.text for cell in table.rows[2]] == ["B", ""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Bold** and *it* and _it_ and __bold__", "Bold and it and it and bold"),
        ("Nutzer*innen, snake_case_name, 3 * 4", "Nutzer*innen, snake_case_name, 3 * 4"),
        (r"\*kept\* \[this\] &amp; that", "*kept* [this] & that"),
        ("`code` <b>html</b> <https://a.example>", "code html https://a.example"),
        ("[![logo](l.png)](https://a.example) ![alt](i.png) end", "alt end"),
        ("see [one][1] and [two]", "see one and [two]"),
        ("mail \\[email protected\\]", "mail [email protected]"),
        (r"at https://a.example/x#in\_short", "at https://a.example/x#in_short"),
    ],
)
def test_inline_marks_leave_what_a_reader_sees(text, shown):
    document = markdown_document(f"{text}\n\n[1]: https://one.example\n")

    assert document.blocks[0].text == shown


def test_links_keep_where_they_lead_and_how_the_page_shows_it():
    page = Page("https://a.example/x/", b'Go [**there**](../y "T") now.', "text/markdown")

    runs = open_markdown(page).blocks[0].lines[0].runs

    assert [run.text for run in runs] == ["Go ", "there", " now."]
    assert runs[1].href == "https://a.example/y"
    assert runs[1].bold
    assert runs[1].printed == '](../y "T")'


def test_front_matter_names_title_and_language():
    document = markdown_document("---\ntitle: Our list\nlang: de\n---\n\n# Other\n")

    assert (document.title, document.language) == ("Our list", "de")


def test_a_text_with_too_many_lines_says_so():
    document = markdown_document("x\n" * (MAX_LINES + 5))

    assert document.problem


@given(st.text(alphabet="#*_-=|[]()!<>`~\\ \n1.ab", max_size=200))
def test_any_text_gives_blocks(text):
    assert markdown_document(text).blocks is not None


@pytest.mark.parametrize(
    "piece", ["[", "*", "_", "|", "`", "<", "![", "](", "a,", "**a", "\\", "- ", "> "]
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_hostile_text_is_read_in_linear_time(piece, end):
    text = (piece + end) * (1_000_000 // len(piece + end))
    started = time.process_time()

    markdown_document(text)

    assert time.process_time() - started < 4


def test_bullets_within_a_line_are_items_as_text_out_of_a_pdf_has_them():
    text = "We work with: • Nimbusfold GmbH (hosting),• Kestrel AG (mail)\n\n• a •b • c\n"

    assert outline(text) == [
        "p We work with:",
        "i0 Nimbusfold GmbH (hosting),",
        "i0 Kestrel AG (mail)",
        "i0 a",
        "i0 b",
        "i0 c",
    ]


def test_two_links_side_by_side_are_two_lines():
    text = "[Services](https://a.example/s)[Compute](https://a.example/c)"

    assert outline(text) == ["p Services / Compute"]
