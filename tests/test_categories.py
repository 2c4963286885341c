"""Printed kinds of data become keys of the taxonomy, or nothing."""

import time
import tomllib

import pytest

from scrapers.categories import LEXICON, find_categories, find_phrases
from scrapers.data_categories import load_data_categories


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("Name, e-mail address", ["user.name", "user.contact.email"]),
        ("IP Addresses; browser type", ["user.device.ip_address", "user.device"]),
        ("last four digits of payment card", ["user.financial.credit_card"]),
        ("Cookie IDs and device IDs", ["user.device.cookie_id", "user.device.device_id"]),
        ("card data", ["user.financial.credit_card"]),
        ("First and last name", ["user.name"]),
        ("customer data", ["user"]),
        ("customer data (phone numbers)", ["user.contact.phone_number"]),
        (
            "IP-Adressen und Kreditkartendaten",
            ["user.device.ip_address", "user.financial.credit_card"],
        ),
        ("Anschrift, Geburtsdatum", ["user.contact.address", "user.demographic.date_of_birth"]),
        ("Nom et prénom, adresse électronique", ["user.name", "user.contact.email"]),
        ("dirección IP, correo electrónico", ["user.device.ip_address", "user.contact.email"]),
        ("nome e cognome, indirizzo e-mail", ["user.name", "user.contact.email"]),
        ("dados de pagamento, endereço de e-mail", ["user.payment", "user.contact.email"]),
        ("e-mailadres, betaalgegevens", ["user.contact.email", "user.payment"]),
        (
            "namn, e-postadress, IP-adress",
            ["user.name", "user.contact.email", "user.device.ip_address"],
        ),
        (
            "navn, telefonnummer, IP-adresser",
            ["user.name", "user.contact.phone_number", "user.device.ip_address"],
        ),
        ("biscuits and gravy", []),
        ("", []),
    ],
)
def test_a_printed_phrase_gives_its_keys(phrase, keys):
    assert list(find_categories(phrase)) == keys


def test_every_key_of_the_lexicon_is_one_of_the_taxonomy():
    known = {category.key for category in load_data_categories()}

    used = set(tomllib.loads(LEXICON.read_text(encoding="utf-8")))

    assert used <= known


def test_phrases_are_given_as_printed():
    found = [
        phrase.text for phrase in find_phrases("We pass on your E-Mail Address and IP-Adresse.")
    ]

    assert found == ["E-Mail Address", "IP-Adresse"]


@pytest.mark.parametrize("piece", ["name ", ",", "e mail e ", "A", "(", "address"])
def test_hostile_text_is_searched_in_linear_time(piece):
    started = time.process_time()

    list(find_phrases(piece * (10_000_000 // len(piece))))

    assert time.process_time() - started < 2
