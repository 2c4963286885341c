"""A stored page is shown with its quote marked, and can do nothing."""

import re

import pytest
from hypothesis import given, strategies as st

from scrapers.inert import inert_page
from tests.reading import page


def marked(markup: str) -> str:
    """What stands in marks, one blank between two of them."""
    return " ".join(" ".join(re.findall(r"<mark[^>]*>(.*?)</mark>", markup, re.DOTALL)).split())


@pytest.mark.parametrize(
    ("markup", "quote"),
    [
        ("<p>We use Granite for mail.</p>", "We use Granite for mail."),
        ("<p>We use <b>Granite</b> for mail.</p>", "We use Granite for mail."),
        ("<p>We use <a href=/x>Gran</a>ite\n for  mail. More.</p>", "use Granite for mail."),
        ("<table><tr><td>Granite</td><td>Mail<br>Norway</td></tr></table>", "Granite Mail Norway"),
        ("<ul><li><b>Granite</b><ul><li>Mail</li></ul></li></ul>", "Granite Mail"),
        ("<p>x</p>Granite<p>y</p>", "Granite"),
    ],
)
def test_a_quote_is_marked_across_elements(markup: str, quote: str) -> None:
    shown, is_marked = inert_page(page(markup), quote)

    assert is_marked
    assert marked(shown).replace(" ", "") == quote.replace(" ", "")
    assert shown.count('id="quote"') == 1


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    shown, is_marked = inert_page(page("<p>We use Granite.</p>"), "We use Marble.")

    assert (is_marked, marked(shown)) == (False, "")
    assert "We use Granite." in shown


HOSTILE = """
<script>alert(1)</script><style>p{color:red}</style>
<p onclick=alert(1) style="position:fixed">one</p>
<a href="javascript:alert(1)">two</a><a href="https://evil.example/">three</a>
<img src=https://evil.example/x.png onerror=alert(1)><iframe src=https://evil.example></iframe>
<form action=https://evil.example><input name=x><button formaction=x>four</button></form>
<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>
<math><mi//xlink:href="data:x,<script>"></mi></math>
<meta http-equiv=refresh content="0;url=https://evil.example"><base href=https://evil.example>
<link rel=stylesheet href=https://evil.example><object data=x></object><embed src=x>
<mark id=quote>five</mark><p id=quote>six</p>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></p></noscript>
<table background=https://evil.example><td style="background:url(https://evil.example)">seven
"""


def test_nothing_that_acts_or_reaches_out_is_left() -> None:
    shown, _ = inert_page(page(HOSTILE), "one")

    assert set(re.findall(r"\s([a-z:-]+)=", re.sub(r">[^<]*<", "><", shown))) <= {"id"}
    assert not re.search(r"(?i)<(?:script|style|img|iframe|form|input|button|svg|math|meta)", shown)
    assert not re.search(r"(?i)<(?:base|link|object|embed|noscript)", shown)
    assert "evil" not in re.sub(r">[^<]*<", "><", shown)
    assert shown.count('id="quote"') == 1
    for word in ("one", "two", "three", "six", "seven"):
        assert word in shown


@given(st.text(alphabet="<>/ab'\"=&;\n\x00 pscripttd", max_size=200), st.text("ab t", max_size=5))
def test_any_markup_gives_a_page(markup: str, quote: str) -> None:
    shown, _ = inert_page(page(markup), quote)

    assert "<script" not in shown
