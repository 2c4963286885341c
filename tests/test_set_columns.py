"""Columns that are set with blanks are read as tables; blanks that set none change nothing."""

import pytest

from tests.reading import entries, text_blocks

LINES = (
    "Vendor              What for           Country",
    "Nimbusfold          Search             Norway",
    "Brightpost, Inc.    Letters            Ireland",
    "Callowmere          Error tracking     Canada",
)


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>Sub-processors</h1><pre>" + "\n".join(LINES) + "</pre>",
        "<h1>Sub-processors</h1><pre>We use:\n\n"
        + "\n".join([LINES[0], "------  ------", *LINES[1:]])
        + "</pre>",
        "<h1>Sub-processors</h1><p><tt>"
        + "<br>\n".join(LINES).replace("  ", "&nbsp;&nbsp;").replace("; ", ";&nbsp;")
        + "</tt></p>",
    ],
)
def test_lines_whose_gaps_stand_below_each_other_are_rows(markup):
    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold", "Search", ("Norway",)),
        ("Brightpost, Inc.", "Letters", ("Ireland",)),
        ("Callowmere", "Error tracking", ("Canada",)),
    ]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>One.&nbsp;&nbsp;Two<br>&nbsp; &nbsp;three</p>", ["Paragraph: One. Two three"]),
        ("<pre>if  one:\n    two\n  three</pre>", ["Paragraph: if one: two three"]),
        (
            "<p>(a)&nbsp;&nbsp;One<br>(b)&nbsp;&nbsp;Two<br>(c)&nbsp;&nbsp;Three</p>",
            ["Paragraph: (a) One (b) Two (c) Three"],
        ),
        ("<p><b>One</b>&nbsp;&nbsp;<i>two</i></p>", ["Paragraph: One two"]),
    ],
)
def test_blanks_that_set_no_columns_are_one(markup, blocks):
    assert text_blocks(markup) == blocks
