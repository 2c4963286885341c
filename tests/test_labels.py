"""Labels are told from the text behind them."""

import pytest

from scrapers.documents.model import Line, Run
from scrapers.shapes.labels import is_labelled, read_labels, split_label


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("Purpose: hosting", "purpose", "hosting"),
        ("2. Location：日本", "location", "日本"),
        ("Zweck: Versand", "purpose", "Versand"),
        ("Mail is sent by us: daily", None, "Mail is sent by us: daily"),
    ],
)
def test_a_label_is_split_off(text, what, value):
    assert split_label(text) == (what, value)


def test_a_label_alone_goes_with_the_lines_below_it():
    lines = [Line((Run("Purpose:"),)), Line((Run("Hosting"),)), Line((Run("Backups"),))]

    found = read_labels(lines)

    assert found.texts == {"purpose": ["Hosting", "Backups"]}
    assert is_labelled(lines)


def test_a_line_that_only_sounds_like_a_label_is_text():
    found = read_labels([Line((Run("Platform usage"),))])

    assert (found.texts, found.rest) == ({}, ["Platform usage"])


def test_the_name_of_a_linked_document_is_no_text():
    found = read_labels([Line((Run("Privacy policy", "https://a.example/p"),))])

    assert (found.rest, found.link) == ([], "https://a.example/p")
