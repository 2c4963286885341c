"""Who receives data is read from sentences, and who merely is named is not."""

import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from scrapers.documents import open_document
from scrapers.documents.markdown import markdown_document
from scrapers.documents.text import text_document
from scrapers.entry import Entry
from scrapers.page import Page
from scrapers.quotes import find_quote
from scrapers.shapes.prose import read_prose

POLICIES = Path(__file__).parents[2] / "shared" / "corpus" / "policies"
INTRO = 'Privacy Policy\nLarkfield Ltd ("Larkfield", "we") runs an online shop for bird seed.\n'


def read(text: str) -> dict[str, Entry]:
    """Read a policy of a made-up company; the entries by the name as printed."""
    return {entry.entity: entry for entry in read_prose(text_document(INTRO + text))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We use Google Analytics to measure traffic.", ["Google Analytics"]),
        ("Our site uses Stripe, PayPal and Adyen for payments.", ["Stripe", "PayPal", "Adyen"]),
        ("Card data is processed by our payment processor (Quillpay, Inc.).", ["Quillpay, Inc."]),
        ("The shop is hosted on servers of Blue Harbour GmbH in Oslo.", ["Blue Harbour GmbH"]),
        ("We share your e-mail address with Mailchimp.", ["Mailchimp"]),
        (
            "Larkfield sends parcels' data to a carrier, Tern Logistics B.V., each day.",
            ["Tern Logistics B.V."],
        ),
        (
            "Service providers such as Zendesk, Twilio and GitHub help us.",
            ["Zendesk", "Twilio", "GitHub"],
        ),
        ("Third parties, including Google, also collect data through our site.", ["Google"]),
        ("Our newsletter is powered by Mailjet.", ["Mailjet"]),
        ("Blue Harbour, Inc., a hosting provider, stores our backups.", ["Blue Harbour, Inc."]),
    ],
)
def test_a_cue_tells_the_recipients(text, names):
    assert list(read(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Wir nutzen Google Analytics und das Kartenmaterial von Mapbox.",
            ["Google Analytics", "Mapbox"],
        ),
        ("Die Website wird bei der Strato AG gehostet und von ihr betrieben.", ["Strato AG"]),
        ("Nous utilisons les services de Stripe pour les paiements de nos clients.", ["Stripe"]),
        (
            "Utilizamos Google Analytics para medir las visitas a nuestro sitio.",
            ["Google Analytics"],
        ),
        ("Utilizziamo Stripe per i pagamenti che ci vengono fatti nel negozio.", ["Stripe"]),
        ("Wij maken gebruik van Mailchimp om u nieuwsbrieven te sturen.", ["Mailchimp"]),
        ("Vi använder Stripe för att ta emot dina betalningar till oss.", ["Stripe"]),
        ("Für die Statistik nutze ich Matomo Cloud nicht, sondern Hotjar von nebenan.", ["Hotjar"]),
        ("Die Seite lädt ihre Schriften und Bilder von Fastly aus dem Netz.", ["Fastly"]),
        ("Les paiements et les cartes sont encaissés auprès de Mollie pour vous.", ["Mollie"]),
        ("Le site utilise le service de paiement sécurisé QUILLPAY pour vous.", ["QUILLPAY"]),
        (
            "Votre carte est lue par le prestataire de paiement de la boutique, Stripe, pour vous.",
            ["Stripe"],
        ),
        ("Para contar las visitas que recibe mi sitio utilizo Hotjar y nada más.", ["Hotjar"]),
        ("I dati sono conservati tramite Supabase per il nostro sito.", ["Supabase"]),
        ("Questo sito include una mappa che ci è offerta da Mapbox per i tuoi viaggi.", ["Mapbox"]),
        ("O aplicativo faz uso de serviços da OpenAI para os seus textos.", ["OpenAI"]),
        ("Uw gegevens worden bewaard via Airtable op onze site.", ["Airtable"]),
        (
            "Enkele partijen zitten buiten Europa (o.a. Vercel en Airtable) en dat is niet erg.",
            ["Vercel", "Airtable"],
        ),
        (
            "Vi delar dina uppgifter med våra personuppgiftsbiträden för drift (t.ex. Loopia).",
            ["Loopia"],
        ),
        ("Formularen er baseret på cookies leveret af Hotjar til os.", ["Hotjar"]),
    ],
)
def test_a_cue_tells_the_recipients_in_other_languages(text, names):
    found = [entry.entity for entry in read_prose(text_document(text))]

    assert found == names


@pytest.mark.parametrize(
    "text",
    [
        "We do not share your data with Google or Facebook.",
        "We never use Google Analytics.",
        "This text is based upon the Automattic Privacy Policy and licensed by Creative Commons.",
        "Automattic is not connected with us and does not endorse this shop.",
        "Larkfield Ltd uses your address to send you seed.",
        "You may complain to the Information Commissioner or the Federal Trade Commission.",
        "You can opt out by visiting Google's Ad Settings page.",
        "Learn more in the privacy policy of Google.",
        "You may register using your Google account or log in with Facebook.",
        "Our app runs on iOS and Android, in Chrome, Firefox or Safari.",
        "We may collect identifiers (for example IDFA, Google AdID or UDID).",
        "Stripe and PayPal are trademarks of their owners.",
        "Transfers follow the Privacy Shield and the Standard Contractual Clauses.",
        "If you use services like YouTube or Spotify, their privacy policies govern that use.",
        "Our Data Protection Officer answers questions about Personal Data and Cookies.",
        "Larkfield maintains pages in social networks such as Twitter, LinkedIn or Facebook.",
        "If you follow our accounts on platforms such as Twitter, we may receive what you post.",
        "We have no influence on what the provider (Apple or Google) does with it.",
        "You may upload photos from your accounts (for example Instagram or Dropbox).",
        "Larkfield is part of the Ternholm Group of companies.",
        "We count visits on our own servers, with an alternative to Google Analytics.",
        "This shop is built with Jekyll and served over TLS by Let's Encrypt.",
        "The shop is owned and operated by larkField Limited.",
    ],
)
def test_a_name_alone_tells_no_recipient(text):
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("When you visit our shop, we use Hotjar to count you.", ["Hotjar"]),
        ("We do not sell your data, but we use Stripe for payments.", ["Stripe"]),
        ("We collect figures from registered users of the shop using Mixpanel.", ["Mixpanel"]),
        ("You visit the forum (We employ Hotjar there, which sets cookies).", ["Hotjar"]),
        ("Our form is powered by Quillmail, our e-mail service provider.", ["Quillmail"]),
        ("Our contractors help us (hosting, payment via Stripe).", ["Stripe"]),
        (
            "Processors of ours are: Supabase (Auth, Postgres, Storage) and Netlify.",
            ["Supabase", "Netlify"],
        ),
        (
            "Our processors: Zendesk, (perhaps) Mailjet, Intercom/Hotjar.",
            ["Zendesk", "Mailjet", "Intercom", "Hotjar"],
        ),
    ],
)
def test_what_the_author_does_outweighs_what_stands_before(text, names):
    assert list(read(text)) == names


def test_a_heading_may_name_who_does_what_in_brackets():
    text = "# Larkfield Privacy Policy\n\n## Hosting (Netlify)\n\nWe like it.\n\n## Cookies (all)\n"

    assert [entry.entity for entry in read_prose(markdown_document(text))] == ["Netlify"]


@pytest.mark.parametrize(
    "text",
    [
        "Services we use:\n- 🇩🇪 Backend: Hetzner in Germany\n- Storage of forms: Airtable",
        "Service providers:\n- Hetzner for hosting\n- Airtable, which keeps our forms",
        "The processors that we work with are:\n\nHetzner:\n\nSee their terms.\n\nAirtable:",
        "Dienste, die wir nutzen und die für Sie da sind:\n- Technik: Hetzner\n- Texte: Airtable",
        "Services que nous utilisons pour vous et les autres :\n- Serveur : Hetzner\n"
        "- Formulaires : Airtable",
        "Intervienen los siguientes prestadores de servicio para los usuarios:\n"
        "- Hetzner, alojamiento de la web\n- Airtable, envío del formulario",
        "Wij maken gebruik van derde partijen voor het volgende op onze site:\n"
        "- De server van onze site: Hetzner\n- Het bewaren van de gegevens: Airtable",
        "Vi använder personuppgiftsbiträden och delar dina uppgifter med dem:\n"
        "- Hetzner, för drift\n- Airtable, för formulär",
    ],
)
def test_items_below_a_lead_name_recipients_before_or_behind_what_they_are_for(text):
    entries = read_prose(markdown_document(text) if text[0] != "T" else text_document(text))

    assert [entry.entity for entry in entries] == ["Hetzner", "Airtable"]


def test_a_list_under_a_lead_is_read_with_purpose_and_role():
    entries = read(
        "Our sub-processors include:\n- Quillpay, Inc. — payment processing\n- Ternhost — hosting"
    )

    assert [(e.entity, e.purpose, e.role) for e in entries.values()] == [
        ("Quillpay, Inc.", "payment processing", "payment"),
        ("Ternhost", "hosting", "hosting"),
    ]


def test_data_of_a_sentence_is_kept_as_printed_and_as_keys():
    entries = read("We pass your name, e-mail address and IP address on to Zendesk.")

    assert entries["Zendesk"].data == ("name", "e-mail address", "IP address")
    assert entries["Zendesk"].data_categories == (
        *("user.name", "user.contact.email", "user.device.ip_address"),
    )


def test_examples_and_choices_are_told_apart():
    entries = read(
        "We use providers such as Zendesk for support.\n"
        "If you choose to connect Dropbox, we send your files to Dropbox.\n"
        "We use Stripe to take payments."
    )

    conditions = {name: entry.condition for name, entry in entries.items()}

    assert conditions == {"Zendesk": "example", "Dropbox": "customer-chosen", "Stripe": "stated"}


def test_the_quote_is_the_sentence_and_everything_is_suggested():
    text = "We sell seed. We use Stripe to take payments. We like birds."

    entry = read(text)["Stripe"]

    assert entry.quote == "We use Stripe to take payments."
    assert entry.certainty == "suggested"
    assert entry.purpose == "take payments"


def test_a_quote_from_markdown_shows_its_links():
    text = "We use [Stripe](https://stripe.example/privacy) to take payments."

    entry = read_prose(markdown_document(f"# Larkfield Privacy Policy\n\n{text}\n"))[0]

    assert entry.quote == text
    assert find_quote("We use Stripe to take payments.", entry.quote)


@given(st.text(alphabet="Ab ,.:;()-—\"'\nwe use Google GmbH", max_size=300))
def test_any_text_is_read(text):
    for entry in read_prose(text_document(text)):
        assert find_quote(text, entry.quote)


@pytest.mark.parametrize(
    "piece", [",", "A", "(", "A ", "A, ", "we use ", "Google, ", "[", '"', "a. ", "A. ", "- A\n"]
)
def test_hostile_text_is_read_in_linear_time(piece):
    document = text_document(piece * (5_000_000 // len(piece)))
    started = time.process_time()

    read_prose(document)

    assert time.process_time() - started < 2


# What the project's first five documents say: condition and role.
STATED, EXAMPLE, CHOSEN = "stated", "example", "customer-chosen"
SEEDS = {
    "seed-n3xt.txt": dict.fromkeys(
        (
            *("Google Analytics", "Stytch", "Persona", "Sardine", "Mailgun", "Intercom", "Vercel"),
            *("Cloudflare", "Webflow"),
        ),
        (STATED, "analytics"),
    ),
    "seed-inextcrm.txt": {
        "Google Analytics": (STATED, "analytics"),
        **dict.fromkeys(["Google Applications", "GoToMeeting", "Dropbox"], (CHOSEN, "integration")),
    },
    "seed-infinext.txt": {"Amazon": (EXAMPLE, "analytics")},
    "seed-nejix.txt": {
        "Stripe, Inc.": (STATED, "payment"),
        "Twilio Inc.": (STATED, "telephony"),
        "Anthropic, PBC": (STATED, "ai"),
        **dict.fromkeys(["AWS", "GCP"], (EXAMPLE, "hosting")),
    },
    "seed-netjump.txt": dict.fromkeys(["Google", "Google Analytics"], (STATED, "analytics")),
}
SEED_DATA = {
    ("seed-n3xt.txt", "Webflow"): {"user.device.ip_address", "user.device"}
    | {"user.behavior.browsing_history", "user.telemetry"},
    ("seed-nejix.txt", "Stripe, Inc."): {"user.financial.credit_card"},
    ("seed-netjump.txt", "Google"): {"user.device.cookie_id", "user.device.device_id"}
    | {"user.device.ip_address", "user.location", "user.behavior"},
}


@pytest.mark.skipif(not POLICIES.is_dir(), reason="the corpus of real documents is not here")
@pytest.mark.parametrize("name", SEEDS)
def test_the_first_five_policies_give_their_recipients_and_nothing_else(name):
    document = open_document(Page.from_file(POLICIES / name))

    entries = {entry.entity: entry for entry in read_prose(document)}

    assert {key: (e.condition, e.role) for key, e in entries.items()} == SEEDS[name]
    for (policy, entity), keys in SEED_DATA.items():
        assert policy != name or keys <= set(entries[entity].data_categories)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We partner with ValueHarbour Media to serve ads on our site.", ["ValueHarbour Media"]),
        (
            "We will share your name, order details, and parcel data with Seel Insurance Company.",
            ["Seel Insurance Company"],
        ),
        (
            "We use Ternmail.io to send news, and Quillpost.io to bill members.",
            ["Ternmail.io", "Quillpost.io"],
        ),
        (
            "Service providers include: Netsuite, Inc. for billing (USA), Tern LLC for surveys.",
            ["Netsuite, Inc.", "Tern LLC"],
        ),
        (
            "We share data with Larch & Sons Ltd and with Blue Harbour, Inc. each day.",
            ["Larch & Sons Ltd", "Blue Harbour, Inc."],
        ),
        ("Old tickets of ours are kept by OLD-TERN.DE on a server.", ["OLD-TERN.DE"]),
    ],
)
def test_more_ways_to_tell_recipients(text, names):
    assert list(read(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "We sell software, e.g. LarkPro, to schools.",
        "If you apply, we will collect what you make available to us on LinkedIn.",
        "Erstellt mit dem Datenschutz-Generator von AdSimple.",
        "We may share data with other tools, such as Crash Reporting or Remote Config.",
        "We use Matomo on our own servers to count visits.",
        "We use a self-hosted Sentry to find mistakes.",
        "Larkfield previously used Google Analytics for statistics.",
        "Our mail server uses STARTTLS, DNSSEC and Postfix.",
        "Processors: the software NESTBOOK (developed by Larkfield).",
    ],
)
def test_more_that_is_no_recipient(text):
    assert read(text) == {}


def listed(text: str) -> list[str]:
    head = "# Larkfield Privacy Policy\n\nLarkfield (“we”) sells seed.\n\n"
    return [entry.entity for entry in read_prose(markdown_document(head + text))]


def test_an_item_may_say_more_on_a_line_below_its_name():
    text = (
        "The payment processors we work with are:\n\n* **Square**\n\n    Their policy is at "
        "[https://square.example/p](https://square.example/p)\n\n* **EVO Payments**\n\n    Theirs "
        "is at [https://evo.example/p](https://evo.example/p)\n"
    )

    assert listed(text) == ["Square", "EVO Payments"]


def test_a_name_before_an_address_that_is_called_the_same_is_one():
    text = "Our partners:\n\n* Ternómail : https://www.ternomail.example/privacy\n"

    assert listed(text) == ["Ternómail"]


def test_what_a_line_is_about_is_no_recipient_beside_those_it_names():
    text = (
        "Your data is processed by these services:\n\n"
        "* Speech-to-Text: sounds are processed by Deepgram.\n"
        "* Plain Answers: texts are sent to OpenAI.\n"
    )

    assert listed(text) == ["Deepgram", "OpenAI"]


def test_a_row_of_a_table_that_lost_its_rules_is_led_as_an_item_is():
    text = (
        "We use these third-party providers:\n\nZendesk Support tickets USA  \nTwilio Calls USA\n"
    )

    assert [name.split()[0] for name in listed(text)] == ["Zendesk", "Twilio"]


def test_entries_of_a_menu_are_no_recipients():
    text = (
        "Larkfield Seed Shop companies Larkfield Nest Boxes for all partners of birds\n\n"
        "* Blog\n* Apparel\n"
    )

    assert listed(text) == []


def test_a_bare_profile_is_no_recipient():
    assert listed("Third parties\n\nInstagram: https://www.instagram.com/larkfield\n") == []


def test_what_gets_no_personal_data_is_no_recipient():
    assert listed("Our providers:\n\n* Buffer (posting, handles no personal data)\n") == []


def test_a_german_stranger_is_known_by_acting_without_an_article():
    text = (
        "# Datenschutzerklärung von Larkfield\n\nFür Webinare, die wir halten, nutzen wir "
        "Devest. Devest verwendet Technologien, um Informationen über die Nutzer zu sammeln.\n"
    )

    assert [entry.entity for entry in read_prose(markdown_document(text))] == ["Devest"]


def test_a_german_name_stands_behind_what_it_is():
    text = (
        "# Datenschutzerklärung von Larkfield\n\nWir nutzen das Ticketsystem der "
        "Kundenserviceplattform Quill, Inc. für Ihre Anfragen an unseren Kundendienst.\n"
    )

    assert [entry.entity for entry in read_prose(markdown_document(text))] == ["Quill, Inc."]


def test_headings_under_one_of_providers_name_those_that_are_known():
    text = (
        "# Datenschutzhinweise von Larkfield\n\n## Eingesetzte Dienstleister\n\n"
        "### DHL – Versand\n\nWir mögen Pakete.\n\n### Kartons – Versand\n\nAuch die.\n"
    )

    assert [entry.entity for entry in read_prose(markdown_document(text))] == ["DHL"]
