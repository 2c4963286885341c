"""Names are told from roles, placeholders and sentences."""

import pytest

from scrapers.shapes.naming import (
    clean,
    has_legal_form,
    is_generic,
    is_possible,
    is_sure,
    looks_like_name,
    without_address,
    without_stop,
)


@pytest.mark.parametrize(
    "text", ["Quillmark", "Brightpost Ltd", "open.example", "Acme & Sons", "株式会社ブライト"]
)
def test_names_look_like_names(text):
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hosting provider",
        "Email delivery provider",
        "Zahlungsdienstleister",
        "your data is stored safely",
        "We use this service to send mail to all of our customers.",
        "[Vendor name]",
        "{{name}}",
        "None currently",
        "n/a",
        "GitHub Subprocessors",
        "caf\ufffd",
        "12",
        "United States",
    ],
)
def test_what_names_nobody_does_not(text):
    assert not looks_like_name(text)


def test_a_role_is_generic_and_a_company_is_not():
    assert is_generic("Cloud hosting and storage")
    assert not is_generic("Nimbusfold hosting")


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Brightpost GmbH, Marktplatz 3, 10115 Berlin", "Brightpost GmbH"),
        ("Brightpost Ltd – Ireland", "Brightpost Ltd"),
        ("Brightpost, Inc.", "Brightpost, Inc."),
        ("Brightpost Ltd, payments", "Brightpost Ltd, payments"),
    ],
)
def test_an_address_is_no_part_of_a_name(printed, bare):
    assert without_address(printed) == bare


def test_a_legal_form_is_seen_through_brackets():
    assert has_legal_form("Brightpost Ltd (mail)")
    assert not has_legal_form("Brightpost")


def test_the_full_stop_of_a_legal_form_stays():
    assert without_stop("Brightpost, Inc.") == "Brightpost, Inc."
    assert without_stop("Brightpost.") == "Brightpost"


def test_marks_are_cleaned_off():
    assert clean(" • Brightpost* ↗ ") == "Brightpost"


def test_a_sentence_is_no_possible_name():
    assert not is_possible("This is a sentence that says a lot about nobody.")


def test_a_stranger_with_a_legal_form_in_brackets_is_sure():
    assert is_sure("Prove (Brightpost Ltd, Norway)")
    assert not is_sure("Brightpost")


@pytest.mark.parametrize(
    "form", ["Inc.", "A.Ş.", "Ltd. Şti.", "Sp. z o.o.", "Zrt.", "S.A. de C.V."]
)
def test_the_stop_of_a_legal_form_stays(form):
    assert without_stop(f"Brightpost {form}") == f"Brightpost {form}"
