"""A page that cannot be read says why."""

import pytest

from scrapers.read import read
from tests.reading import INTRO, entries, list_page, page, table


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        ("<title>Just a moment...</title><p>Enable JavaScript and cookies to continue", "robots"),
        ("<title>Page not found</title><h1>404</h1>", "not found"),
        ("<title>Error</title><h1>502 Bad Gateway</h1>", "error page"),
        ("<title>Sign in</title><h1>Sign in to continue</h1><form><button>Go</button>", "log in"),
        ("<title>List</title><div id=root></div><script src=a.js></script>", "rendering"),
        ("<title>List</title><h1>Sub-processors</h1><p>Loading…</p>", "rendering"),
        ('<meta http-equiv="refresh" content="0; url=https://b.example/"><p>Moved', "b.example"),
        ("<title>About</title><p>We make pens.</p>", "No list"),
    ],
)
def test_the_problem_is_one_sentence(markup, says):
    reading = read(page(markup))

    assert (reading.kind, reading.complete, reading.entries) == ("none", False, ())
    assert says in (reading.problem or "")


@pytest.mark.parametrize(
    "more",
    [
        "Load more",
        "Next page",
        "Page 1 of 3",
        "Mehr anzeigen",
        "Show all 23",
        "Seite 1 von 3",
        "12 more",
    ],
)
def test_a_list_that_goes_on_elsewhere_is_incomplete(more):
    markup = (
        table([("Stripe", "Payments")], ("Sub-processor", "Purpose")) + f"<button>{more}</button>"
    )

    reading = read(list_page(markup))

    assert not reading.complete
    assert more in (reading.problem or "")


@pytest.mark.parametrize(
    "counts", ["Showing 1 to 1 of 9 entries", "Showing 1–1 of 9", "Results 1 - 1 of 9"]
)
def test_a_list_that_counts_more_than_it_shows_is_incomplete(counts):
    markup = table([("Stripe", "x")], ("Sub-processor", "Purpose")) + f"<p>{counts}</p>"

    assert not read(list_page(markup)).complete


def test_a_whole_list_is_complete():
    reading = read(list_page(table([("Stripe", "Payments")], ("Sub-processor", "Purpose"))))

    assert (reading.complete, reading.problem) == (True, None)
    assert entries("<p>x</p>") == ()


TAB = '<button role="tab" aria-controls="{id}" aria-selected="{on}">{name}</button>'


def _tabs(second: str) -> str:
    tabs = TAB.format(id="p1", on="true", name="Europe") + TAB.format(id="p2", on="", name="Asia")
    first = table([("Stripe", "Payments")], ("Sub-processor", "Purpose"))
    return (
        f'<div role="tablist">{tabs}</div><div role="tabpanel" id="p1">{first}</div>'
        f'<div role="tabpanel" id="p2">{second}</div>'
    )


def test_a_tab_whose_panel_is_empty_leaves_the_list_incomplete():
    reading = read(list_page(_tabs("")))

    assert (len(reading.entries), reading.complete) == (1, False)
    assert "Asia" in (reading.problem or "")


def test_tabs_whose_panels_are_all_there_hold_a_whole_list():
    other = table([("Nimbusfold", "Search")], ("Sub-processor", "Purpose"))

    reading = read(list_page(_tabs(other)))

    assert (len(reading.entries), reading.complete) == (2, True)


@pytest.mark.parametrize(
    ("links", "is_complete"),
    [("<a>1</a><a>2</a><a>Next</a>", False), ("<a><b>Next</b><br>Privacy</a>", True)],
)
def test_next_is_of_the_list_where_pages_are_numbered(links, is_complete):
    menu = "<nav><a>Home</a></nav><nav><a>Docs</a></nav>" * 9
    markup = f"{menu}{INTRO}" + table([("Stripe", "Payments")], ("Sub-processor", "Purpose"))

    reading = read(page(f"<main>{markup}<nav>{links}</nav></main>"))

    assert reading.complete is is_complete


def test_more_behind_boxes_is_noticed():
    card = '<div class="c"><h3>{}</h3><p>Purpose: {}</p></div>'
    cards = card.format("Stripe", "Payments") + card.format("Brightpost Ltd", "Mail")
    rest = "<p>We write to you before we engage another.</p>" * 9

    assert not read(list_page(f"<div>{cards}</div><button>Load more</button>{rest}")).complete


@pytest.mark.parametrize(
    ("offer", "is_whole"),
    [("View all 7", False), ("View all 2", True), ("Ver. 7", True), ("See 7", True)],
)
def test_an_offer_of_more_entries_than_the_page_holds_is_told(offer, is_whole):
    rows = "<li>Stripe, Inc. – payments</li><li>Brightpost GmbH – mail</li>"
    read_page = read(list_page(f"<button>{offer}</button><ul>{rows}</ul>"))

    assert read_page.complete == is_whole
    assert is_whole or "View all 7" in str(read_page.problem)


@pytest.mark.parametrize(("shown", "is_whole"), [("1 to 2 of 2", True), ("1 to 2 of 9", False)])
def test_a_list_that_says_it_shows_all_has_no_next_page(shown, is_whole):
    rows = (
        "<tr><th>Sub-processor</th><th>Purpose</th></tr><tr><td>Stripe, Inc.</td><td>Pay</td></tr>"
    )
    pages = f"<div>Showing {shown} entries</div><a>Previous</a> <a>1</a> <a>Next</a>"

    assert read(list_page(f"<table>{rows}</table>{pages}")).complete == is_whole


def test_an_offer_of_more_in_a_footer_is_not_of_the_list():
    rows = "<li>Stripe, Inc. – payments</li><li>Brightpost GmbH – mail</li>"

    behind = "<p>We tell you of changes.</p>" * 20

    assert read(list_page(f"<ul>{rows}</ul>{behind}<footer><a>View all 40</a></footer>")).complete
