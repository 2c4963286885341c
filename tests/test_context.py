"""Each block knows the headings and the text above it."""

from scrapers.documents.model import Item, Table
from tests.reading import placed, table


def context_of(markup, kind):
    return next(context for block, context in placed(markup) if isinstance(block, kind))


def test_the_nearest_heading_is_the_section():
    markup = "<h2>Core</h2><p>x</p><h3>Mail</h3>" + table([("Acme",)])

    context = context_of(markup, Table)

    assert context.section == "Mail"
    assert context.headings == ("Sub-processors", "Core", "Mail")


def test_a_short_bold_line_above_a_table_is_a_heading():
    markup = "<p><b>Mail services</b></p>" + table([("Acme",)])

    context = context_of(markup, Table)

    assert context.section == "Mail services"


def test_a_nearer_promise_beats_a_further_one():
    markup = "<h2>Cookies</h2>" + table([("Acme",)])

    context = context_of(markup, Table)

    assert context.promise == "other"


def test_an_aside_under_a_clear_heading_does_not_turn_it_round():
    markup = (
        "<h2>Current sub-processors</h2><p>Those marked are not our sub-processors.</p><ul><li>Acme"
    )

    context = context_of(markup, Item)

    assert context.promise == "subprocessors"


def test_headings_say_what_is_planned_and_what_is_past():
    planned = context_of("<h2>Planned sub-processors</h2><ul><li>Acme", Item)
    past = context_of("<h2>Former sub-processors</h2><ul><li>Acme", Item)

    assert (planned.status, past.status) == ("announced", "former")


def test_headings_tell_affiliates():
    context = context_of("<h2>Quillmark affiliates</h2><ul><li>Quillmark GmbH", Item)

    assert context.role == "affiliate"


def test_menus_are_left_out():
    markup = "<nav><ul><li>Prices</li></ul></nav>"

    items = [block for block, _ in placed(markup) if isinstance(block, Item)]

    assert items == []
