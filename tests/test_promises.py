"""Headings and sentences say what follows them."""

import pytest

from scrapers.shapes.promises import promise_of


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        ("Sub-processors", "subprocessors"),
        ("Liste der Unterauftragsverarbeiter", "subprocessors"),
        ("We use the following sub-processors. See our cookie policy.", "subprocessors"),
        ("Service providers", "recipients"),
        ("We share your data with:", "recipients"),
        ("Cookies", "other"),
        ("Change history", "other"),
        ("Trusted partners", "other"),
        ("These services are not sub-processors.", "other"),
        (
            "These vendors process data for us. Apps that you connect are not sub-processors.",
            "nothing",
        ),
        ("These third parties serve files. They are not sub-processors:", "other"),
        ("What is a sub-processor?", "nothing"),
        ("How to object to a new sub-processor", "nothing"),
        ("Which sub-processors do we use?", "subprocessors"),
        ("Opening hours", "nothing"),
        ("", "nothing"),
    ],
)
def test_the_promise_of_words(words, promise):
    assert promise_of(words) == promise


def test_how_one_hears_of_changes_is_no_history_of_them():
    assert promise_of("To be notified of changes to this page, subscribe here.") == "nothing"
    assert promise_of("Changes to this page") == "other"
