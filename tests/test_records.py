"""Labelled lines and tables of two columns are read, a vendor each."""

from tests.reading import entries, names


def test_lines_that_begin_with_the_label_of_a_name():
    markup = (
        "<p>1. Name: Nimbusfold SARL<br>Address: 3 Quay, Dublin, Ireland<br>"
        "Description of processing: Search</p>"
        "<p>2. Name: Brightpost Ltd<br>Description of processing: Mail</p>"
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Nimbusfold SARL", "Search"),
        ("Brightpost Ltd", "Mail"),
    ]


def test_a_table_of_labels_describes_one_vendor():
    row = "<tr><th>{}</th><td>{}</td></tr>"
    markup = "".join(
        "<table>" + row.format("Name", name) + row.format("Purpose", "Mail") + "</table>"
        for name in ("Nimbusfold Inc.", "Brightpost Ltd")
    )

    assert names(entries(markup)) == ["Nimbusfold Inc.", "Brightpost Ltd"]


def test_lines_written_like_bullets_are_read_like_bullets():
    markup = "<p>Amazon Web Services – hosting<br>Brightpost – mail<br>Stripe – payments</p>"

    assert names(entries(markup)) == ["Amazon Web Services", "Brightpost", "Stripe"]


def test_a_table_of_labels_about_something_else_is_no_vendor():
    markup = (
        "<table><tr><th>Period</th><td>30 days</td></tr><tr><th>How</th><td>mail</td></tr></table>"
    )

    assert entries(markup) == ()


def test_a_row_over_both_columns_names_the_vendor_of_a_table_of_labels():
    markup = "".join(
        f"<table><tr><th colspan=2>{name}</th></tr><tr><td>Purpose</td><td>{purpose}</td></tr>"
        "<tr><td>Location</td><td>United States</td></tr></table>"
        for name, purpose in (("Stripe", "Payments"), ("Quillmoor", "AI services"))
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Stripe", "Payments", ("United States",)),
        ("Quillmoor", "AI services", ("United States",)),
    ]
    assert found[0].quote.startswith("Stripe Purpose Payments")


def test_a_table_of_one_label_describes_the_vendor_above_it():
    markup = "".join(
        f"<div>{name}</div><table><tr><th>Purpose</th><td>{purpose}</td></tr></table>"
        for name, purpose in (("Nimbusfold", "Data warehouse"), ("Brightpost", "Mail delivery"))
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Nimbusfold", "Data warehouse"),
        ("Brightpost", "Mail delivery"),
    ]


def test_a_legal_form_may_end_the_name_above_a_table_of_labels():
    rows = "<tr><td>Purpose</td><td>Mail</td></tr><tr><td>Location</td><td>Norway</td></tr>"
    markup = "".join(
        f"<div>{name}</div><table>{rows}</table>" for name in ("Nimbusfold, Inc.", "Brightpost")
    )

    assert names(entries(markup)) == ["Nimbusfold, Inc.", "Brightpost"]


def test_lettered_paragraphs_are_items_without_their_letters():
    markup = (
        "<p>We have engaged the following sub-processors:</p>"
        "<p>(a)&nbsp;&nbsp;Nimbusfold AB (Sweden) – Mail;</p>"
        "<p>(b)&nbsp;&nbsp;Brightpost Ltd (Ireland) – Search;</p>"
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold AB", "Mail", ("Sweden",)),
        ("Brightpost Ltd", "Search", ("Ireland",)),
    ]
