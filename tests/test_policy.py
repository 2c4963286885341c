"""Policies are told from lists and contracts."""

import pytest

from scrapers.documents import open_document
from scrapers.shapes.policy import is_policy
from tests.reading import page


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Privacy Policy | Quillmark</title><p>x",
        "<h1>Datenschutzerklärung</h1><p>x",
        "<h1>Politique de confidentialité</h1>",
        "<h1>Política de privacidad</h1>",
        "<h1>Charte pour la protection des données</h1>",
        "<h1>Informativa sul trattamento dei dati personali</h1>",
        "<h1>Política de tratamento de dados</h1>",
        "<h1>Privacy-verklaring van de vereniging</h1>",
        "<h1>Personuppgiftspolicy</h1>",
        "<h1>Fortrolighedspolitik</h1>",
        "<h1>Cookie- og privatpolitik</h1>",
        "<p>Who we are</p><p>The information we collect.</p><p>How we use it. Your rights.",
    ],
)
def test_policies_are_policies(markup):
    assert is_policy(open_document(page(markup)))


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Sub-processors</title><h1>Sub-processors</h1><p>Stripe",
        "<title>Data Processing Agreement</title><h1>Data Processing Agreement</h1>",
        "<title>Terms of Service</title><h1>Terms of Service</h1><p>Pay us.",
    ],
)
def test_lists_and_contracts_are_none(markup):
    assert not is_policy(open_document(page(markup)))
