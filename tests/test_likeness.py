"""When two printed texts say the same."""

import pytest
from hypothesis import given, strategies as st

from inventory.compare.likeness import (
    bare_link,
    fold_text,
    host_of,
    likeness,
    pieces,
    says_the_same,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Payment Processing", "payment processing."),
        ("Storage & backup", "Storage and backup"),
        ("The storage of data", "Storage of data"),
        ("e-mail delivery", "email delivery"),
        ("Recieving of mail", "Receiving of mail"),
        ("Sales tax calcuation", "Sales tax calculation"),
        ("Hébergement", "Hebergement"),
        ("Newsletter service", "Newsletter services"),
    ],
)
def test_spelling_says_the_same(one, other):
    assert says_the_same(one, other)
    assert says_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Authorised staff", "Unauthorised staff"),
        ("Encrypted backups", "Unencrypted backups"),
        ("Storage", "Storage and training of models"),
        ("Certified to ISO 27001", "Certified to ISO 27018"),
        ("Hosted in the EU", "Hosted in the US"),
        ("Personal data", "Personnel data"),
        ("Increase of limits", "Decrease of limits"),
        ("No data", "Data"),
    ],
)
def test_another_word_says_something_else(one, other):
    assert not says_the_same(one, other)


@pytest.mark.parametrize(
    ("link", "bare"),
    [
        ("https://www.acme.example/", "acme.example"),
        ("http://acme.example", "acme.example"),
        ("https://Acme.example/Legal/?utm_source=x&page=2", "acme.example/Legal?page=2"),
        ("https://acme.example/a#terms", "acme.example/a#terms"),
        ("mailto:privacy@acme.example", ""),
        ("/cdn-cgi/l/email-protection#9f8e", ""),
        ("#top", ""),
        ("https://[broken", "https://[broken"),
        (None, ""),
    ],
)
def test_a_link_is_where_it_leads(link, bare):
    assert bare_link(link) == bare


def test_a_host_is_the_link_up_to_its_path():
    assert host_of("https://www.acme.example/legal?x=1") == "acme.example"


@pytest.mark.parametrize(
    "texts",
    [("Ireland, Japan and Peru",), ("Japan", "Peru", "Ireland"), ("Peru; Japan", "Ireland ")],
)
def test_a_list_names_the_same_things_however_it_strings_them(texts):
    assert pieces(texts) == ("Ireland", "Japan", "Peru")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_whole_only_for_the_same_words(one, other):
    share = likeness(one, other)

    assert share == likeness(other, one)
    assert 0.0 <= share <= 1.0
    assert share == 1.0 or fold_text(one) != fold_text(other)
