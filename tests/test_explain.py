"""Why a page was read so: what a person is told of each entry and of what was left out."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from scrapers.explain import SHAPES, Column, Explanation, explain, explanation_to_json
from scrapers.page import Page
from scrapers.read import read
from tests.reading import list_page, page, table

TITLES = ("Sub-processor", "Purpose", "Favourite colour")
LIST = table([("Stripe", "Payments", "red"), ("Twilio", "SMS", "blue")], TITLES)
COOKIES = table([("_qm", "Quillmark", "1 day")], ("Cookie", "Provider", "Duration"))
HISTORY = "<h2>Change history</h2>" + table(
    [("Brightpost", "Mail", "2025"), ("Zendesk", "Support", "2024")], ("Vendor", "Purpose", "Date")
)


def explained(markup: str) -> Explanation:
    return explain(list_page(markup))


def reasons(explanation: Explanation) -> dict[str, str]:
    return {one.what: one.why for one in explanation.left_out}


def test_each_entry_says_its_shape_its_columns_and_its_quote() -> None:
    found = explained(LIST)

    assert [(why.entity, why.shape, why.quote) for why in found.entries] == [
        ("Stripe", "table", "Stripe Payments red"),
        ("Twilio", "table", "Twilio SMS blue"),
    ]
    assert found.entries[0].columns == (
        Column("Sub-processor", "vendor"),
        Column("Purpose", "purpose"),
        Column("Favourite colour", None),
    )
    assert found.whole.startswith("1 list with 2 entries read to the end")


@pytest.mark.parametrize(
    ("markup", "shape"),
    [
        ("<ul><li>Stripe – payments</li><li>Twilio – SMS</li></ul>", "bullets"),
        ("<h2>Stripe</h2><p>Purpose: payments</p><h2>Twilio</h2><p>Purpose: SMS</p>", "headings"),
        (
            "<div><div><h3>Stripe</h3><p>Payments</p></div><div><h3>Twilio</h3><p>SMS</p></div></div>",
            "headings",
        ),
    ],
)
def test_every_shape_is_named(markup: str, shape: str) -> None:
    found = explained(markup)

    assert {why.shape for why in found.entries} == {shape}
    assert shape in SHAPES


def test_a_table_of_one_vendor_shows_what_its_labels_mean() -> None:
    rows = [("Name", "Stripe"), ("Purpose", "Payments"), ("Location", "Ireland")]

    found = explained(table(rows))

    assert found.entries[0].columns == (
        Column("Name", "vendor"),
        Column("Purpose", "purpose"),
        Column("Location", "location"),
    )


def test_a_sentence_is_named_as_the_source_of_an_entry() -> None:
    head = "<title>Privacy policy</title><h1>Privacy policy</h1>"

    found = explain(page(f"{head}<p>We use Stripe to process payments.</p>"))

    assert [(why.shape, why.quote) for why in found.entries] == [
        ("prose", "We use Stripe to process payments.")
    ]
    assert found.whole.startswith("Every sentence")


@pytest.mark.parametrize(
    ("markup", "what", "why"),
    [
        (COOKIES, "table “Cookie | Provider | Duration”", "cookies"),
        (HISTORY, "table “Vendor | Purpose | Date” under “Change history”", "“Change history”"),
        (LIST, "table “Sub-processor | Purpose | Favourite colour”", "names the same companies"),
        (table([("red", "12"), ("blue", "9")]), "table “red | 12”", "column titles"),
        ("<footer><ul><li>Imprint</li></ul></footer>", "menus and footers", "no list"),
        (
            "<h2>Our offices</h2><ul><li>Oslo</li><li>Bergen</li></ul>",
            "list “Oslo” under “Our offices”",
            "Too few",
        ),
    ],
)
def test_what_is_left_out_says_why(markup: str, what: str, why: str) -> None:
    found = reasons(explained(LIST + markup))

    assert [reason for part, reason in found.items() if part.startswith(what) and why in reason], (
        found
    )


@pytest.mark.parametrize("nobody", ["N/A", "E-mail provider"])
def test_a_row_that_names_nobody_is_told(nobody: str) -> None:
    found = explained(table([("Stripe", "Payments"), (nobody, "nobody yet")], TITLES[:2]))

    assert [why.entity for why in found.entries] == ["Stripe"]
    assert f"row “{nobody} | nobody yet”" in reasons(found)


def test_a_page_that_could_not_be_read_says_so_in_the_same_place() -> None:
    found = explain(Page(url="https://x.example/a", content=b" \n"))

    assert found.entries == ()
    assert found.whole == found.reading.problem


def test_a_vendors_own_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "stripe.py").write_text(
        '"""Stripe prints one name."""\n'
        "from scrapers.vendors import Publisher, Row\n"
        'PUBLISHES = Publisher("stripe", lambda soup: [Row("Zendesk", soup.pre.string)])\n'
    )
    monkeypatch.setattr("scrapers.vendors.read_vendor.__kwdefaults__", {"folder": tmp_path})

    found = explain(Page("https://stripe.com/legal/list", b"<pre>we use zendesk</pre>"))

    assert [(why.shape, why.quote) for why in found.entries] == [("vendor", "we use zendesk")]


def test_what_is_printed_is_parallel_to_the_entries() -> None:
    found = explained(LIST + HISTORY)

    line = explanation_to_json(found)

    assert [why["quote"] for why in line["explained"]] == [
        entry.quote for entry in found.reading.entries
    ]
    assert set(line) == {"whole", "explained", "left_out"}


PARTS = [LIST, COOKIES, HISTORY, "<ul>", "<li>Stripe – mail", "</ul>", "<h2>Twilio</h2>", "<p>x"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_explaining_changes_nothing_in_the_reading(parts: list[str]) -> None:
    source = list_page(" ".join(parts))

    found = explain(source)

    assert found.reading == read(source)
    assert len(found.entries) == len(found.reading.entries)
    assert "prose" not in {why.shape for why in found.entries}


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["text/html", "application/json", "text/csv", "x/y"])
)
def test_any_bytes_are_explained(content: bytes, media_type: str) -> None:
    found = explain(Page(url="https://x.example/a", content=content, media_type=media_type))

    assert found.whole
