"""Column titles mean the same in every language."""

import pytest

from scrapers.fields import (
    columns,
    is_strong,
    may_name_subprocessors,
    meaning,
    names_subprocessors,
    plain,
)


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (("Name of sub-processor", "Purpose", "Country"), ("vendor", "purpose", "location")),
        (("Unterauftragnehmer", "Zweck", "Standort"), ("vendor", "purpose", "location")),
        (("Sous-traitant", "Finalité", "Pays"), ("vendor", "purpose", "location")),
        (("Subencargado", "Finalidad", "País"), ("vendor", "purpose", "location")),
        (("Sub-responsabile", "Finalità", "Paese"), ("vendor", "purpose", "location")),
        (("Subprocessador", "Finalidade", "País"), ("vendor", "purpose", "location")),
        (("Subverwerker", "Doel", "Land"), ("vendor", "purpose", "location")),
        (("Underbiträde", "Ändamål", "Plats"), ("vendor", "purpose", "location")),
        (("Underdatabehandler", "Formål", "Sted"), ("vendor", "purpose", "location")),
        (("Alikäsittelijä", "Käyttötarkoitus", "Sijainti"), ("vendor", "purpose", "location")),
        (("Underleverandør", "Formål", "Lokasjon"), ("vendor", "purpose", "location")),
        (("Další zpracovatel", "Účel", "Umístění"), ("vendor", "purpose", "location")),
        (("Podwykonawca", "Cel", "Kraj"), ("vendor", "purpose", "location")),
        (("Al-adatfeldolgozó", "Tevékenység", "Ország"), ("vendor", "purpose", "location")),
        (("Subîmputernicit", "Scopul", "Țara"), ("vendor", "purpose", "location")),
        (("Alt veri işleyen", "Amaç", "Ülke"), ("vendor", "purpose", "location")),
        (("Субпроцессор", "Цель", "Страна"), ("vendor", "purpose", "location")),
        (("Υπεργολάβος", "Σκοπός", "Χώρα"), ("vendor", "purpose", "location")),
        (("מעבד משנה", "מטרה", "מדינה"), ("vendor", "purpose", "location")),
        (("サブプロセッサー", "利用目的", "国"), ("vendor", "purpose", "location")),
        (("수탁업체", "업무 내용", "국가"), ("vendor", "purpose", "location")),
        (("子处理者", "用途", "地区"), ("vendor", "purpose", "location")),
    ],
)
def test_the_usual_columns_are_known_in_many_languages(titles, fields):
    assert columns(titles) == fields


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Location of processing", "location"),
        ("Corporate location", "entity_location"),
        ("Provider location", "entity_location"),
        ("What they process", "purpose"),
        ("Hosting region", "storage"),
        ("Data center", "storage"),
        ("Transfermechanismus", "transfer"),
        ("Waarborg", "transfer"),
        ("Podstawa prawna transferu", "transfer"),
        ("Yurt dışına aktarım", "transfer"),
        ("Siedziba podmiotu", "entity_location"),
        ("Az adatfeldolgozó székhelye", "entity_location"),
        ("Местоположение", "location"),
        ("Asukoht", "location"),
        ("İşlenen veri", "data"),
        ("Категорії даних", "data"),
        ("Hizmet", "service"),
        ("Svrha obrade", "purpose"),
        ("Data dodania", "effective"),
        ("Type of data transferred", "data"),
        ("Data shared with sub-processor", "data"),
        ("Art der Daten", "data"),
        ("Art der Verarbeitung", "purpose"),
        ("Nature des données", "data"),
        ("Nature of processing", "purpose"),
        ("Persoonsgegevens", "data"),
        ("Type personopplysninger", "data"),
        ("Training on customer data", "notes"),
        ("Purpose of the transfer", "purpose"),
        ("Transfer mechanism", "transfer"),
        ("Legal basis for transfer", "transfer"),
        ("Rechtsgrundlage der Übermittlung", "transfer"),
        ("Cookie name", "cookie"),
        ("Contact person", "notes"),
        ("Retention period", "notes"),
        ("DPA", "link"),
        ("Since", "effective"),
        ("#", "number"),
        ("Quillmark", None),
    ],
)
def test_a_title_is_told_by_its_first_telling_words(title, field):
    assert meaning(title) == field


def test_a_lone_place_column_is_the_place_of_processing():
    assert columns(["Entity name", "Entity country"]) == ("vendor", "location")


def test_two_place_columns_are_kept_apart():
    found = columns(["Vendor", "Processing location", "Registered office"])

    assert found == ("vendor", "location", "entity_location")


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (("Vendor", "Country", "Processing location"), ("entity_location", "location")),
        (
            ("Vendor", "Address", "Country", "Processing location"),
            ("notes", "entity_location", "location"),
        ),
        (("Vendor", "Description of service", "Purpose of processing"), ("notes", "purpose")),
        (("Vendor", "Data subjects", "Data categories"), ("notes", "data")),
        (("Processor", "Purpose", "Sub-processors"), ("purpose", "notes")),
        (("Company", "Product", "Services"), ("service", "purpose")),
    ],
)
def test_of_columns_with_one_meaning_the_best_titled_tells_it(titles, fields):
    assert columns(titles)[1:] == fields


def test_the_surest_of_two_name_columns_holds_the_vendors():
    found = columns(["Company", "Sub-processor", "Purpose"])

    assert found.index("vendor") == 1


def test_a_service_column_stands_in_for_a_purpose():
    assert columns(["Provider", "Service"]) == ("vendor", "purpose")


def test_only_titles_over_processors_are_strong():
    assert is_strong("Sub-Processors")
    assert not is_strong("Company")


def test_folding_keeps_japanese_marks():
    assert plain("  Größe – Übertragung; プロセッサー ") == "grosse ubertragung プロセッサー"


@pytest.mark.parametrize(
    "printed",
    [
        *("Sub-processors", "Subcontractors", "Unterauftragsverarbeiter", "Subunternehmer"),
        *("Sous-traitants ultérieurs", "Subencargados", "Sub-responsabili", "Suboperadores"),
        *("Subverwerkers", "Underbiträden", "Underdatabehandlere", "Underleverandører"),
        *(
            "Alikäsittelijät",
            "サブプロセッサー",
            "再委託先",
            "子处理者",
            "수탁자",
            "Субобработчики",
            "Podprocesorzy",
        ),
    ],
)
def test_a_quick_look_misses_no_sub_processors(printed):
    assert may_name_subprocessors(printed)
    assert names_subprocessors(plain(printed))


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("IP address", None),
        ("Endereço IP", None),
        ("Dirección de correo electrónico", None),
        ("Business address", "entity_location"),
        ("Beskrivning av behandlingen", "purpose"),
        ("AV-Vertrag", "link"),
        ("Kaka", "cookie"),
        ("Lp.", "number"),
        ("Zakres usług", "purpose"),
    ],
)
def test_a_title_is_not_taken_for_another(title, field):
    assert meaning(title) == field
