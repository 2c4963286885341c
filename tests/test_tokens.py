"""Pages that differ in nothing but a token need not be read again; all others must be."""

import pytest
from hypothesis import given, strategies as st

from scrapers.page import Page
from scrapers.read import read
from scrapers.tokens import differ_in_tokens

PAGE = """<!doctype html><html lang="en"><head><title>Sub-processors</title>
<meta name="csrf-token" content="{0}"><meta name="description" content="who gets data">
<script nonce="{0}">var a = "<b>";</script></head><body>
<form><input type="hidden" name="t" value="{0}"><input type="text" value="name"></form>
<h1>Sub-processors</h1><p>We use these sub-processors:</p>
<table><tr><th>Sub-processor</th><th>Purpose</th></tr>
<tr><td>Hetzner</td><td>Hosting</td></tr><tr><td>Stripe</td><td>Payments</td></tr></table>
<p data-nonce='{0}'>Questions? <a href="/cdn/{1}">Write to us</a></p></body></html>"""
SAFE = st.text(st.sampled_from("abcXYZ0189+/=_-"), max_size=40)


@given(SAFE, SAFE)
def test_other_tokens_are_the_same_page(one: str, other: str) -> None:
    old, new = PAGE.format(one, "x"), PAGE.format(other, "x")

    assert differ_in_tokens(old.encode(), new.encode())


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_counts_as_a_token_reads_the_same(one: str, other: str) -> None:
    old, new = PAGE.format(one, "x").encode(), PAGE.format(other, "x").encode()

    if differ_in_tokens(old, new):
        assert read(Page("p", old)) == read(Page("p", new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hetzner", "Scaleway"),
        ("<td>Stripe</td>", "<td>Stripe </td>"),
        ('href="/cdn/y"', 'href="/cdn/z"'),
        ('value="name"', 'value="other"'),
        ('content="who gets data"', 'content="nobody gets data"'),
        ('"<b>"', '"<i>"'),
        ("<table>", '<table hidden="">'),
        ('lang="en"', 'lang="de"'),
        ("<h1>", '<h1 nonce="1">More '),
        ("<tr><td>Hetzner</td><td>Hosting</td></tr>", ""),
    ],
)
def test_anything_else_has_to_be_read(old: str, new: str) -> None:
    page = PAGE.format("abc", "y")

    assert old in page
    assert not differ_in_tokens(page.encode(), page.replace(old, new, 1).encode())
