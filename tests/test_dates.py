"""A page's own date is read where words announce it, and never guessed."""

import time
from datetime import date

import pytest
from hypothesis import given, strategies as st

from scrapers.dates import find_last_updated, parse_date
from scrapers.documents.text import text_document


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("2025-03-04", None, "2025-03-04"),
        ("7th of July 2020", None, "2020-07-07"),
        ("July 7, 2020", None, "2020-07-07"),
        ("25-Aug-2018", None, "2018-08-25"),
        ("6. September 2025", "de", "2025-09-06"),
        ("1er juin 2024", "fr", "2024-06-01"),
        ("1ᵉʳ mai 2026", "fr", "2026-05-01"),
        ("May, 15, 2025", None, "2025-05-15"),
        ("27 de agosto de 2021", "es", "2021-08-27"),
        ("3 marzo 2023", "it", "2023-03-03"),
        ("12 de março de 2024", "pt", "2024-03-12"),
        ("2 mei 2024", "nl", "2024-05-02"),
        ("den 5 maj 2024", "sv", "2024-05-05"),
        ("10. januar 2025", "da", "2025-01-10"),
        ("2024年5月1日", "ja", "2024-05-01"),
        ("15.04.2020", None, "2020-04-15"),
        ("01/01/2025", None, "2025-01-01"),
        ("22/10/2025", None, "2025-10-22"),
        ("01/15/2025", None, "2025-01-15"),
        ("03/04/2025", "en-US", "2025-03-04"),
        ("03/04/2025", "fr", "2025-04-03"),
        ("Juni 2021", "de", "2021-06"),
        ("03/04/2025", "en", None),
        ("2017 Mar 17", None, "2017-03-17"),
        ("2022-11-027", None, None),
        ("31 February 2024", None, None),
        ("Mai 2", None, None),
        ("version 1.2.3", None, None),
        ("", None, None),
    ],
)
def test_a_printed_date_is_read_in_one_way_or_not_at_all(text, language, read):
    found = parse_date(text, language)

    assert (found.isoformat() if found else None) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Privacy Policy\nLast updated: 3 May 2024\nWe care.", "2024-05-03"),
        ("Privacy Policy\nLast updated\nMay 3, 2024\nWe care.", "2024-05-03"),
        ("Version 3.0, effective July 7, 2020\nWe care about you.", "2020-07-07"),
        ("Effective 1 May 2020. Last revised on 2 June 2021.\nWe care.", "2021-06-02"),
        ("Datenschutz\nStand: Juni 2021\nWir achten auf Ihre Daten und auf Sie.", "2021-06"),
        ("Stand: 6. September 2025\nWir achten auf Ihre Daten und das ist gut.", "2025-09-06"),
        ("Confidentialité\nDernière mise à jour : le 2 juin 2021\nTexte.", "2021-06-02"),
        ("Fecha de la última modificación 27 de agosto de 2021\nTexto.", "2021-08-27"),
        ("Ultimo aggiornamento: 4 luglio 2023\nTesto.", "2023-07-04"),
        ("Última atualização: 12/12/2022\nTexto.", "2022-12-12"),
        ("Laatst bijgewerkt op 1 juni 2023\nTekst.", "2023-06-01"),
        ("Senast uppdaterad den 5 maj 2024\nText.", "2024-05-05"),
        ("Senest opdateret 10. januar 2025\nTekst.", "2025-01-10"),
        ("May 25th, 2018\nWe care about what you tell us.", "2018-05-25"),
        ("We care about what you tell us.\nOslo, 22 June 2021", "2021-06-22"),
        ("Updated on 03/04/2024. We care.\nThe form was signed on 25/12/2023.", "2024-04-03"),
        ("Updated - December 29, 2011\nWe care about you.", "2011-12-29"),
        ("Modificado por última vez: 25/10/2018\nTexto de la página.", "2018-10-25"),
        ("Esta página se aplica.\nÚltima alteração: 3 de maio de 2021\nTexto.", "2021-05-03"),
        ("La présente charte s’applique à compter du 13/12/2022.\nLe texte est ici.", "2022-12-13"),
        ("Senaste uppdatering: 4 maj 2022\nText.", "2022-05-04"),
        ("Seneste opdatering: 14. november 2023\nTekst.", "2023-11-14"),
        ("Conditions à jour du 4 juin 2022\nTexte.", "2022-06-04"),
        ("Version 1.8. Mise en ligne le 18 avril 2023.\nTexte.", "2023-04-18"),
        ("Versie 1.2, d.d. 30 maart 2020\nTekst.", "2020-03-30"),
        ("Issued: 4 March 2021\nWe care.", "2021-03-04"),
        ("Updated 03/04/2024.\nThe Data Protection Act 2018 gives you rights.", "2024-04-03"),
        ("Updated 03/04/2024.\nThe Data Protection Act 2018 holds, and California has laws.", None),
        (
            "We care.\nWrite to us: Mill Lane 4, Dublin, Ireland\nUpdated 03/04/2024 in Ireland",
            None,
        ),
        ("We care. Write to us in Lyon, France. Version of 06/04/2020", "2020-04-06"),
        ("We care. Write to us in Utah, United States. Version of 06/04/2020", None),
        (
            f"{'We care about all of this. ' * 300}Write to Lyon, FranceVersion of 06/04/2020",
            "2020-04-06",
        ),
        ("The law of 6 January 1978 applies.\nWe started on 3 March 2020.", None),
        (
            "As of May 25, 2018, a new regulation applies to all who handle personal data here.",
            None,
        ),
        ("We may update this page.\nSee it now and then.", None),
        ("", None),
    ],
)
def test_the_page_s_own_date_stands_behind_words_that_say_so(text, read):
    found = find_last_updated(text_document(text))

    assert (found.isoformat() if found else None) == read


def test_a_month_without_a_day_can_be_computed_with():
    month = parse_date("June 2021")

    assert month == date(2021, 6, 1)
    assert str(month) == "2021-06"


@given(st.text(alphabet="0123456789./- MayJune,th年月日", max_size=60))
def test_any_text_is_a_date_or_none(text):
    found = parse_date(text)

    assert found is None or 1990 <= found.year <= 2100


@pytest.mark.parametrize("piece", ["updated ", "1.", "2020-", "May ", ",", "A", "(", "effective 1"])
def test_hostile_text_is_searched_in_linear_time(piece):
    document = text_document(piece * (10_000_000 // len(piece)))
    started = time.process_time()

    find_last_updated(document)

    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Datenschutz\nStand: 10/2026\nWir lesen.", "2026-10"),
        ("Politique\nDernière mise à jour réalisée le 07/07/2021\nBonjour.", "2021-07-07"),
        ("Privacy\nStatus: May 25, 2018\nWe read.", "2018-05-25"),
        ("Datenschutz\nFassung 27.12.2020\nWir lesen.", "2020-12-27"),
        (f"{'Help. ' * 1500}This policy was last updated on April 26, 2012. {'Bye. ' * 900}",
         "2012-04-26"),
    ],
)  # fmt: skip
def test_more_ways_to_print_the_day_of_a_page(text, read):
    assert str(find_last_updated(text_document(text))) == read
