"""A document's own company is known by how the document speaks of it."""

import pytest

from scrapers.documents.model import Document
from scrapers.documents.text import text_document
from scrapers.shapes.ourselves import count_subjects, find_own_names, own_key, own_vendors


def own(text: str, *company: str, title: str | None = None) -> frozenset[str]:
    """Find the own names of a text."""
    document = Document(text_document(text).blocks, title=title)
    return find_own_names(document, company, count_subjects(document))


@pytest.mark.parametrize(
    "text",
    [
        'Larkfield Ltd ("Larkfield", "we") sells seed. We like birds.',
        'Larkfield Inc. ("us", "we", or "our") sells seed. We like birds.',
        "The controller of your data under this notice is:\nLarkfield Ltd, Mill Lane 4, Oslo.",
        "Le responsable du traitement de vos données est : Larkfield SAS, à Lyon.",
        "Le responsable du traitement de vos données est la société LARKFIELD, à Lyon.",
        "At Larkfield, we sell seed to people.",
        "Larkfield does not sell your personal information. We like birds.",
        "Larkfield ne vend pas vos données. Nous aimons les oiseaux.",
        "Our website address is: https://larkfield.example. We sell seed.",
        "L’adresse de notre site Web est : https://www.larkfield.example. Bonjour.",
        "Die Adresse unserer Website ist: https://larkfield.example. Guten Tag.",
        "Un juego desarrollado por Larkfield (en adelante, “el Desarrollador”).",
        "Larkfield Privacy Policy\nWe sell seed to people who like birds.",
        "This site is operated by Larkfield Ltd. We sell seed.",
        "We sell seed. Write to privacy@larkfield.example or to us.",
        "We sell seed. © 2024 Larkfield Ltd",
        "Larkfield may ask. Larkfield will tell. Larkfield uses data. The rest is silence.",
    ],
)
def test_a_company_is_known_by_definition_title_mail_or_deeds(text):
    assert "larkfield" in own(text)


def test_a_known_vendor_is_not_taken_for_the_author_at_once():
    text = (
        "We sell seed. Our host is Stripe (“Stripe”). Write to a@larkfield.example, b@stripe.com."
    )

    assert "stripe" not in own(text)


def test_a_known_vendor_that_acts_is_not_the_author_where_another_is():
    text = (
        "Larkfield Ltd (“we”) sells seed. Our statistics are provided by Google. Google uses"
        " cookies. Google may keep them. Google will tell you more."
    )

    assert own(text) == frozenset(["larkfield"])


def test_what_a_policy_is_about_the_use_of_is_not_its_author():
    names = own("We sell seed to people.", title="Privacy policy for the use of Google")

    assert not names


def test_a_provider_of_the_author_is_not_the_author():
    assert not own("We look at numbers provided by Ternletter, our newsletter provider.")


def test_a_known_vendor_s_products_are_its_own():
    names = own("We sell seed to people.", title="Privacy Policy - Google")

    assert "google-analytics" in own_vendors(names)


def test_the_company_that_is_asked_for_is_own():
    assert own("Nothing here says so.", "Larkfield Ltd") == frozenset(["larkfield"])


def test_names_are_compared_without_form_case_and_marks():
    assert own_key("Larkfield, Inc.") == own_key("LARK-FIELD") == "larkfield"
    assert own_key("Limited") == "limited"
