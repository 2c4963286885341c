"""HTML becomes blocks in reading order, whatever a page does."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from scrapers.documents.html import CUT, DEEP, MAX_TAGS, open_html
from scrapers.documents.model import Heading, Item, Paragraph, Table
from scrapers.page import Page
from tests.reading import page, text_blocks


def test_headings_paragraphs_and_items_come_in_page_order():
    markup = "<h1>Who</h1><p>We use:</p><ul><li>Acme<ul><li>Mail</li></ul></li></ul>"

    blocks = text_blocks(markup)

    assert blocks == ["Heading: Who", "Paragraph: We use:", "Item: Acme", "Item: Mail"]


def test_a_nested_item_knows_its_depth():
    markup = "<ul><li>Acme<ul><li>Mail</li></ul></li><li>Beta</li></ul>"

    items = [block for block in open_html(page(markup)).blocks if isinstance(block, Item)]

    assert [item.depth for item in items] == [0, 1, 0]


def test_a_page_that_leaves_out_the_tags_of_its_head_is_read():
    markup = "<!doctype html><meta charset=utf-8><title>Q</title><main><h1>Who</h1><p>We use:</p>"

    document = open_html(page(markup))

    assert text_blocks(markup) == ["Heading: Who", "Paragraph: We use:"]
    assert document.title == "Q"


def test_white_space_is_folded_and_none_is_invented():
    markup = "<p>  One\n  <b>t</b>wo&nbsp;three </p>"

    blocks = text_blocks(markup)

    assert blocks == ["Paragraph: One two three"]


def test_a_line_break_starts_a_line():
    markup = "<p>Acme<br>Norway</p>"

    paragraph = open_html(page(markup)).blocks[0]

    assert isinstance(paragraph, Paragraph)
    assert [line.text for line in paragraph.lines] == ["Acme", "Norway"]


def test_chips_side_by_side_are_lines_of_their_own():
    markup = "<div><span>Hosting</span><span>Norway</span></div>"

    paragraph = open_html(page(markup)).blocks[0]

    assert isinstance(paragraph, Paragraph)
    assert [line.text for line in paragraph.lines] == ["Hosting", "Norway"]


def test_scripts_styles_and_pictures_hold_no_text():
    markup = "<style>a{}</style><p>Acme<svg><title>logo</title></svg></p><script>x</script>"

    blocks = text_blocks(markup)

    assert blocks == ["Paragraph: Acme"]


def test_bold_struck_and_linked_text_is_told_apart():
    markup = '<p><b>Acme</b> <s>old</s> <a href="/x">more</a></p>'

    runs = open_html(page(markup)).blocks[0].lines[0].runs

    assert [(run.bold, run.struck, run.href) for run in runs] == [
        (True, False, None),
        (False, True, None),
        (False, False, "https://quillmark.example/x"),
    ]


def test_hidden_content_counts_and_is_marked():
    markup = '<div style="display:none"><p>Acme</p></div>'

    block = open_html(page(markup)).blocks[0]

    assert block.hidden


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        ("<nav><p>x</p></nav>", "navigation"),
        ("<footer><p>x</p></footer>", "footer"),
        ("<div id=cookie-banner><p>x</p></div>", "dialog"),
        ("<div class=breadcrumbs><p>x</p></div>", "navigation"),
        ("<main><p>x</p></main>", "main"),
    ],
)
def test_a_block_knows_its_region(markup, region):
    block = open_html(page(markup)).blocks[0]

    assert block.region == region


def test_blocks_know_the_containers_around_them():
    markup = '<div class="card"><p>a</p><p>b</p></div><div class="card"><p>c</p></div>'

    document = open_html(page(markup))

    first, second, third = (block.containers for block in document.blocks)
    assert first == second != third
    assert document.containers[first[-1]].classes == ("card",)


def test_an_aria_table_is_a_table():
    markup = (
        "<div role=table><div role=row><span role=columnheader>Name</span></div>"
        "<div role=row><span role=cell>Acme</span></div></div>"
    )

    table = open_html(page(markup)).blocks[0]

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["Name"], ["Acme"]]


def test_a_table_that_only_arranges_the_page_is_no_table():
    markup = "<table><tr><td><h2>Who</h2><table><tr><td>Acme</td></tr></table></td></tr></table>"

    blocks = open_html(page(markup)).blocks

    assert [type(block) for block in blocks] == [Heading, Table]


def test_a_summary_stands_one_below_the_heading_before():
    markup = "<h2>List</h2><details><summary>A</summary></details><details><summary>B</summary>"

    levels = [block.level for block in open_html(page(markup)).blocks]

    assert levels == [2, 3, 3]


def test_title_and_language_are_what_the_page_declares():
    markup = "<html lang=de><head><title> Liste  A </title></head><body>x"

    document = open_html(page(markup))

    assert (document.title, document.language) == ("Liste A", "de")


@pytest.mark.parametrize("href", ["javascript:x()", "#top", "http://[", ""])
def test_what_is_no_address_is_no_link(href):
    markup = f'<p><a href="{href}">x</a></p>'

    document = open_html(page(markup))

    assert document.blocks[0].lines[0].href is None


def test_deep_nesting_is_told_and_does_not_hurt():
    markup = "<div>" * 100_000 + "Acme"

    document = open_html(page(markup))

    assert document.problem == DEEP


def test_more_tags_than_can_be_read_are_cut_and_told():
    markup = "<p>Acme" * (MAX_TAGS + 10)

    document = open_html(page(markup))

    assert document.problem == CUT


def test_preformatted_lines_stay_lines():
    markup = "<pre>Acme\nBeta</pre>"

    paragraph = open_html(page(markup)).blocks[0]

    assert [line.text for line in paragraph.lines] == ["Acme", "Beta"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_blocks(content):
    document = open_html(Page(url="x", content=content))

    assert document.blocks is not None


FRAGMENTS = [
    "<table>",
    "<tr>",
    "<td rowspan=9999999>",
    "</table>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
]
MORE = [
    "<h2>",
    "</h2>",
    "<p>",
    "<div role=row>",
    "</div>",
    "<dt>",
    "<dd>",
    "<b>",
    "Acme",
    "\x00",
    "<br>",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS + MORE), max_size=60))
def test_broken_markup_gives_blocks(parts):
    document = open_html(page("".join(parts)))

    assert document.blocks is not None


@pytest.mark.slow
def test_ten_megabytes_take_less_than_two_seconds():
    markup = "<p>We share data with Acme, Inc. for mail.</p>" * 220_000

    start = time.process_time()
    open_html(page(markup))

    assert time.process_time() - start < 2


@pytest.mark.parametrize("tag", ["div", "ul><li", "nav", "table><tr><td", "h1", "a"])
def test_a_page_of_any_depth_is_read_where_the_stack_is_already_deep(tag: str):
    markup = f"<{tag}>" * 100_000 + "Acme"

    def below(calls: int) -> None:
        if calls:
            below(calls - 1)
        else:
            open_html(page(markup))

    below(250)


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<div><span>Acme SAS</span><span>AI features</span></div>", ["Acme SAS", "AI features"]),
        ("<div><b><span>USA</span></b><span>India</span></div>", ["USAIndia"]),
        ("<td><span>Link</span><a>www.acme.example</a></td>", ["Link", "www.acme.example"]),
        ("<div><span>Place</span>\n<span>🇳🇴 Norway</span></div>", ["Place", "🇳🇴 Norway"]),
        ("<div><span>Place</span> <span>Norway</span></div>", ["Place", "Norway"]),
        ("<div><span>Place:</span> <span>Norway</span></div>", ["Place: Norway"]),
        ("<div><a>Terms</a> <a>Privacy</a></div>", ["Terms Privacy"]),
        ("<div><p>​</p><p>Norway​</p></div>", ["Norway"]),
        ("<p><span>Amaz</span><span>on</span></p>", ["Amazon"]),
        ("<div>of <span>Amaz</span><span>on</span></div>", ["of Amazon"]),
    ],
)
def test_boxes_side_by_side_are_lines_of_their_own(markup, lines):
    assert [line.text for _, line in open_html(page(markup)).lines()] == lines
