"""Company names: one company's spellings become one, and no name is lost."""

import pytest
from hypothesis import given, strategies as st

from scrapers.names import LEGAL_FORMS, common_name, normal_form, strip_legal_form

NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "Acme",
                "the",
                "Café",
                "&",
                "Co.",
                "GmbH",
                "S.à r.l.",
                "(UK)",
                "Ltd",
                "Limited",
                "A/S",
                "株式会社",
                "d/b/a",
                ",",
            ]
        ),
        max_size=7,
    ).map(" ".join),
)


@pytest.mark.parametrize(
    "printed",
    [
        "Acme Widgets", "ACME WIDGETS", "Acme Widgets, Inc.", "Acme Widgets Inc",
        "Acme Widgets, LLC", "Acme Widgets L.L.C.", "Acme Widgets Ltd.", "Acme Widgets Limited",
        "Acme Widgets GmbH & Co. KG", "Acme Widgets GmbH", "Acme Widgets S.à r.l.",
        "Acme Widgets S.A R.L.", "Acme Widgets SARL", "Acme Widgets S.p.A.",
        "Acme Widgets Sp. z o.o.", "Acme Widgets sp. z o. o.", "Acme Widgets AB",
        "Acme Widgets A/S", "Acme Widgets ApS", "Acme Widgets Oy", "Acme Widgets B.V.",
        "Acme Widgets N.V.", "Acme Widgets S.A.S.", "Acme Widgets, Lda.", "Acme Widgets Pty Ltd",
        "Acme Widgets (Pty) Ltd", "Acme Widgets Pte. Ltd.", "Acme Widgets K.K.",
        "Acme Widgets 株式会社", "株式会社 Acme Widgets", "Acme Widgets, PBC", "Acme Widgets DAC",
        "Ácme Wïdgets", "Acme Widgets Co., Ltd.", "Acme Widgets Sdn. Bhd.", "Acme Widgets s.r.o.",
        "Acme Widgets spol. s r.o.", "Acme Widgets d.o.o.",
        "Acme Widgets UG (haftungsbeschränkt)", "Acme Widgets AB (publ)", "Acme Widgets Kft.",
        "Acme Widgets, S.A. de C.V.", "Acme Widgets A.Ş.", "Acme Widgets OÜ", "UAB Acme Widgets",
        "Acme Widgets™", "Acme Widgets*", "The Acme Widgets Company",
        "Acme Widgets (formerly Bolt)", "Acme\u200b Widgets", "Acme-Widgets",
        "Acme Widgets S.L.U.", "Acme Widgets SE & Co. KGaA",
    ],
)  # fmt: skip
def test_spellings_of_one_company_become_equal(printed):
    assert normal_form(printed) == "acme widgets"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("Limited", "limited"), ("Co. Ltd.", "co"), ("(Acme)", "acme"), ("(Acme) Inc.", "acme"),
        ("The Acme", "the acme"), ("Fuß & Söhne", "fuss and sohne"), ("Smørebrød A/S", "smorebrod"),
        ("monday.example", "monday example"), ("O’Hara's", "oharas"), ("7Geese", "7geese"),
        ("SAS Analytics", "sas analytics"), ("株式会社さくらガス", "さくらガス"), ("***", "***"),
        ("", ""), ("  ", ""), ("Groß AG", "gross"), ("Łódź Data S.A.", "lodz data"),
    ],
)  # fmt: skip
def test_a_name_is_never_lost(printed, normal):
    assert normal_form(printed) == normal


@pytest.mark.parametrize(
    ("one", "other"), [("plaid", "plain"), ("Acme Pay", "Acme"), ("Boxly", "Box"), ("カキ", "ガギ")]
)
def test_likeness_is_not_sameness(one, other):
    assert normal_form(one) != normal_form(other)


@pytest.mark.parametrize(
    ("entity", "common"),
    [
        ("Amazon Web Services, Inc.", "Amazon Web Services"),
        ("Stripe Payments Europe, Limited", "Stripe Payments Europe"),
        ("Sentry (Functional Software, Inc.)", "Sentry"),
        ("MailChimp (Rocket Science Group LLC d/b/a MailChimp)", "MailChimp"),
        ("The Rocket Science Group, LLC d/b/a Mailchimp", "Mailchimp"),
        ("Rocket Science Group (dba Mailchimp)", "Mailchimp"),
        ("Acme, Inc., a Delaware corporation", "Acme"),
        ("Acme, Inc., 1 High Street, London", "Acme"),
        ("Acme Inc. - London", "Acme"),
        ("Acme Co., Ltd.", "Acme"),
        ("Acme GmbH and its affiliates", "Acme"),
        ("Acme (formerly Bolt)", "Acme"),
        ("Acme Inc. f/k/a Bolt Inc.", "Acme"),
        ("Acme Inc. (part of Bolt)", "Acme"),
        ("Acme! Inc.", "Acme!"),
        ("npm, Inc.", "npm"),
        ("Limited", "Limited"),
        ("Fly.example", "Fly.example"),
        ("Acme®", "Acme"),
        ("株式会社さくらガス", "さくらガス"),
        ("Acme & Co. KG", "Acme"),
    ],
)
def test_the_common_name_is_what_people_say(entity, common):
    assert common_name(entity) == common


def test_the_legal_form_goes_and_the_printed_name_stays():
    printed = "ÉcoLogis  S.à r.l."

    assert strip_legal_form(printed) == "ÉcoLogis"


@given(NAMES)
def test_a_normal_form_is_its_own_normal_form(name):
    once = normal_form(name)

    assert normal_form(once) == once


@given(NAMES)
def test_only_a_blank_name_is_blank(name):
    is_blank = not name.split()

    assert (not normal_form(name)) == is_blank
    assert (not common_name(name)) == is_blank
    assert (not strip_legal_form(name)) == is_blank


@given(st.text(alphabet="abcXYZ éßñ.&'-(),", max_size=30))
def test_case_and_space_make_no_difference(name):
    assert normal_form(name.upper()) == normal_form(name.lower())
    assert normal_form("  " + name.replace(" ", "   ") + "\n") == normal_form(name)


@given(st.sampled_from(sorted(LEGAL_FORMS)))
def test_every_legal_form_can_be_cut_and_none_can_empty_a_name(form):
    words = " ".join(form)

    assert normal_form(f"Quxqux {words}") == "quxqux"
    assert normal_form(words)
