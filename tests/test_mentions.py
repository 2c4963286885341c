"""What a policy merely mentions is no recipient: sign-in, makers, own pages, ways to pay."""

import pytest

from scrapers.documents.markdown import markdown_document
from scrapers.documents.text import text_document
from scrapers.shapes.prose import read_prose

INTRO = 'Larkfield Ltd ("Larkfield", "we") runs an online shop for bird seed.'


OPENINGS = {
    "en": "We tell you here what we do with the data that you give to us and what your rights are.",
    "de": "Wir sagen Ihnen hier, was wir mit den Daten machen, die Sie uns geben, und warum.",
    "fr": "Nous vous disons ici ce que nous faisons des données que vous nous donnez et pour quoi.",
    "es": "Aquí le decimos lo que hacemos con los datos que nos da y cuáles son sus derechos.",
    "it": "Qui vi diciamo che cosa facciamo con i dati che ci date e quali sono i vostri diritti.",
    "nl": "Wij vertellen u hier wat wij doen met de gegevens die u ons geeft en wat u mag.",
    "sv": "Vi berättar här vad vi gör med de uppgifter som du ger till oss och vad du får.",
    "da": "Vi fortæller her, hvad vi gør med de oplysninger, som du giver os, og hvad du får.",
}


def names(text: str) -> list[str]:
    document = text_document(f"Privacy Policy\n{INTRO}\n{text}")
    return [entry.entity for entry in read_prose(document)]


def names_in(language: str, text: str) -> list[str]:
    """Read a sentence below the opening of a policy in its language."""
    document = text_document(f"{OPENINGS[language]}\n{text}")
    return [entry.entity for entry in read_prose(document)]


@pytest.mark.parametrize(
    "text",
    [
        "If you sign in through a third-party service such as Facebook, we get your name.",
        "You may use your Google account, which gives us your e-mail address.",
        "Wenn Sie sich mit Diensten wie Facebook anmelden, erhalten wir Ihren Namen.",
        "Vous pouvez vous inscrire par des services tiers tels que Facebook ou Google.",
        "Puede iniciar sesión con servicios de terceros como Google.",
        "Puoi accedere tramite servizi di terzi come Facebook.",
        "Du kan logga in via tjänster som Facebook.",
    ],
)
def test_where_people_sign_in_is_no_recipient(text):
    assert names(text) == []


def test_bullets_of_ways_to_sign_in_are_no_recipients():
    text = "## Third parties\n\nWe share data with these:\n\n- Google: when you sign in with it\n"

    assert not read_prose(markdown_document(f"# Privacy Policy\n\n{INTRO}\n\n{text}"))


def test_what_is_shared_with_a_network_where_people_sign_in_is_read():
    assert names("We share your address with Facebook when you sign in.") == ["Facebook"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "We use Mixpanel, a tool provided by Fallowfield Inc., to count.", ["Mixpanel"]),
        ("de", "Wir nutzen Mixpanel, ein Werkzeug, angeboten von Feldrain GmbH.", ["Mixpanel"]),
        ("fr", "Nous utilisons Mixpanel, un outil proposé par Jachère SAS.", ["Mixpanel"]),
    ],
)
def test_who_makes_a_tool_is_not_told_twice(language, text, found):
    assert names_in(language, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We maintain pages on services such as Facebook and Instagram.",
        "Our site has links to Tern Logistics B.V. and others.",
        "To pay, you will be redirected to PayPal.",
        "Larkfield is part of the Blue Harbour Group.",
        "What you read is used to Merlin Inc. as well.",
        "The terms of third parties such as WindyWare apply.",
        "We have no influence on what Facebook collects.",
        "We work with a firm at Dalekovej 37A in Odense.",
        "[Blue Harbour Privacy Policy](https://blue.example/privacy) tells how data is used by it.",
    ],
)
def test_a_mention_is_no_recipient(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We never sell it, but we share your address with Brevo.", ["Brevo"]),
        ("We do not keep cards. We use Stripe.", ["Stripe"]),
        ("Attribution is provided by adjust GmbH, in Berlin.", ["adjust GmbH"]),
        ("We use Fallowtide to send letters.", ["Fallowtide"]),
        ("All traffic to my shop travels through Cloudflare.", ["Cloudflare"]),
    ],
)
def test_what_the_author_does_counts_whatever_is_denied_beside(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "We use Kestrelpay (Kestrel Payments Ltd., One Heron Way, Redhill, 94107 Utah) here.",
            ["Kestrelpay"],
        ),
        (
            "en",
            "We send mail through Mailgun (Mailgun Technologies, Inc., San Antonio, Texas).",
            ["Mailgun"],
        ),
        (
            "de",
            "Unser Dienstleister (Reiher Post GmbH, Seestraße, 20457 Hamburg) liest mit.",
            ["Reiher Post GmbH"],
        ),
    ],
)
def test_a_company_with_its_address_in_brackets_is_told_once(language, text, found):
    assert names_in(language, text) == found


def test_initials_in_brackets_are_no_name():
    text = "Contactez le service du délégué à la protection des données (DPD) par lettre."

    assert names_in("fr", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your profile can be found by search engines (e.g. Bing, Yahoo)."),
        ("en", "We will cooperate with Swiss authorities."),
        ("fr", "Nous utilisons Kestrelmètre, un outil de mesure libre, sur nos serveurs."),
        ("fr", "Nous écrivons aux services du Premier Ministre."),
        ("fr", "Ces informations ne sont partagées avec personne en dehors de Kestrel2Go."),
        ("de", "Vereinsregisternummer: VerR 702, in Hamburg"),
        ("nl", "De techniek voor deze dienst, WebRTC, staat vast."),
    ],
)
def test_engines_authorities_and_free_software_are_no_recipients(language, text):
    assert names_in(language, text) == []


def test_fields_of_a_form_are_no_recipients():
    text = (
        "# Politique de confidentialité\n\nNotre site fait appel à des partenaires. Lors de la"
        " réservation de services, nous collectons les données suivantes :\n\n* Civilité\n* Nom\n"
    )

    assert not read_prose(markdown_document(text))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "fr",
            "Elles sont traitées par Tersi qui intervient en qualité de sous-traitant.",
            "Tersi",
        ),
        ("it", "I dati sono trattati da Tersi, che agisce come responsabile esterno.", "Tersi"),
        ("es", "Los datos son tratados por Tersi, que actúa como encargado.", "Tersi"),
        ("nl", "De gegevens worden verwerkt door Tersi, die optreedt als verwerker.", "Tersi"),
        ("sv", "Uppgifterna behandlas av Tersi, som personuppgiftsbiträde.", "Tersi"),
        ("da", "Oplysningerne behandles af Tersi, som databehandler.", "Tersi"),
        (
            "it",
            "Dati comuni, non sensibili potranno essere condivisi con Google LLC.",
            "Google LLC",
        ),
        ("it", "Abbiamo un accordo di trattamento dei dati con Google LLC.", "Google LLC"),
        ("sv", "Vi har ingått ett personuppgiftsbiträdesavtal med Google LLC.", "Google LLC"),
    ],
)
def test_who_acts_as_a_processor_is_read(language, text, found):
    assert names_in(language, text) == [found]


def test_the_end_of_an_address_is_no_name():
    assert "co.uk" not in names("We use seedpost.co.uk to send parcels.")
