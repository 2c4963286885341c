"""Countries are told in the page's own language, as flags and as codes."""

import pytest
from hypothesis import given, strategies as st

from scrapers.places import country_of, find_countries


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("United States", "en", ("US",)),
        ("EU (Frankfurt, Germany)", "en", ("EU", "DE")),
        ("Deutschland, Österreich", "de", ("DE", "AT")),
        ("États-Unis", "fr", ("US",)),
        ("Estados Unidos y España", "es", ("US", "ES")),
        ("Tyskland (EU)", "sv", ("DE", "EU")),
        ("日本、米国", "ja", ("JP", "US")),
        ("🇩🇪 🇺🇸", None, ("DE", "US")),
        ("DE, FR, IT", "en", ("DE", "FR", "IT")),
        ("US/EU", "en", ("US", "EU")),
        ("the Netherlands", "en", ("NL",)),
        ("Oregon", "en", ("US",)),
        ("eu-central-1", "en", ("EU",)),
        ("United Kingdom of Great Britain", "en", ("GB",)),
    ],
)
def test_countries_are_found_in_the_order_of_the_text(text, language, countries):
    assert find_countries(text, language) == countries


@pytest.mark.parametrize("text", ["Global", "IT support in the cloud", "Georgia", "", "See above"])
def test_what_names_no_country_for_sure_gives_none(text):
    assert find_countries(text, "en") == ()


@given(st.text(max_size=200), st.sampled_from([None, "en", "ja", "xx", "de-AT"]))
def test_any_text_gives_codes_of_two_letters(text, language):
    assert all(len(code) == 2 for code in find_countries(text, language))


def test_an_article_before_a_country_is_passed_over():
    assert find_countries("server nell'Unione europea", "it") == ("EU",)
    assert find_countries("dans l’Union européenne", "fr") == ("EU",)


@pytest.mark.parametrize("text", ["USA", "U.S.", "United States", "united states of america"])
def test_a_country_that_is_the_whole_text(text):
    assert country_of(text) == "US"


@pytest.mark.parametrize("text", ["", "Dublin, Ireland", "USA, Europe", "Virginia", "Europe"])
def test_more_or_less_than_a_country(text):
    assert country_of(text) is None
