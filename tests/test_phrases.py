"""Phrases are found as whole words."""

from scrapers.phrases import Phrases


def test_a_phrase_is_found_at_the_beginning_and_inside():
    phrases = Phrases("service providers?", "vendors")

    assert phrases.are_in("service provider list")
    assert phrases.are_in("our vendors")


def test_a_part_of_a_word_is_no_phrase():
    phrases = Phrases("vendors", "data")

    assert not phrases.are_in("newvendors database")


def test_eastern_phrases_need_no_blanks():
    phrases = Phrases("vendors", east="委託先")

    assert phrases.are_in("業務委託先一覧")
