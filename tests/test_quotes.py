"""Quotes are found again however the page wraps them."""

import time

from hypothesis import given, strategies as st

from scrapers.documents.inline import read_lines
from scrapers.quotes import FoldedText, find_quote, fold, printed_text


def test_a_quote_is_found_across_line_ends_and_odd_blanks():
    text = "Our list:\n\n  Blue Harbour,\u00a0Inc.   stores\n\tbackups in\u200b Oslo."

    start, end = find_quote(text, "Blue Harbour, Inc. stores backups in Oslo.") or (0, 0)

    assert text[start:end] == "Blue Harbour,\u00a0Inc.   stores\n\tbackups in\u200b Oslo."


def test_what_does_not_stand_there_is_not_found():
    assert find_quote("We use Blue Harbour.", "We use Red Harbour.") is None
    assert find_quote("We use Blue Harbour.", "") is None
    assert find_quote("", "x") is None


def test_a_quote_from_markdown_is_found_in_the_text_that_people_see():
    line = read_lines(
        "We pay by [Coinly](https://coinly.example/a_(b)).", base_url=None, labels={}
    )[0]

    quote = printed_text(line.runs)

    assert quote == "We pay by [Coinly](https://coinly.example/a_(b))."
    assert find_quote("Intro. We pay by Coinly.", quote) == (7, 24)


def test_many_quotes_share_one_fold():
    page = FoldedText("one  two three")

    assert "two three" in page
    assert "two  four" not in page


@given(st.text(alphabet="ab \n\t\u200b\u00a0.", max_size=60), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]

    found = find_quote(text, quote)

    assert (found is None) == (not fold(quote))
    assert found is None or fold(text[slice(*found)]) == fold(quote)


def test_long_texts_are_searched_in_linear_time():
    text = "a " * 400_000 + "the end"
    started = time.process_time()

    found = find_quote(text, "a a a a a the  end")

    assert found == (799_990, 800_007)
    assert time.process_time() - started < 4


def test_links_by_reference_and_brackets_within_links_are_passed_over():
    text = "Cloudfold Inc. CDN Privacy, GDPR write to [email protected] please"

    assert "Cloudfold Inc. CDN [Privacy][cf_pp], [GDPR][cf_gdpr]" in FoldedText(text)
    assert "to [[email protected]](https://x.example/p) please" in FoldedText(text)


def test_the_beginning_of_a_quote_stands_where_the_rest_does_not():
    page = FoldedText("Acme stores backups. Menu. Prices.")

    assert page.beginning("Acme stores backups. Prices.") == "Acme stores backups."
    assert page.beginning("Nobody") == ""
    assert page.beginning("Acme stores") == "Acme stores"
