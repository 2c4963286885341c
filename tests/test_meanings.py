"""What a person says that titles mean is what the reader takes them to mean."""

from scrapers.explain import explain
from scrapers.fields import meaning, title_key
from scrapers.meanings import Meaning, in_force
from scrapers.read import read
from scrapers.reading import Reading
from scrapers.titled import find_titled
from tests.reading import list_page, page, table

ROWS = [("Alder Mail", "Sending of e-mail", "Ireland"), ("Birch Cloud", "Hosting", "Germany")]
PLAIN = table(ROWS, ("Name", "Nature of engagement", "Country"))
STRANGE = table(ROWS, ("Whoever", "What with", "Nation"))


def told(markup: str, **meanings: str | None) -> Reading:
    given = [Meaning(title_key(title.replace("_", " ")), what) for title, what in meanings.items()]
    return read(list_page(markup), given)


def test_a_column_means_what_a_person_says() -> None:
    reading = told(PLAIN, nature_of_engagement="data", country="entity_location")

    alder = reading.entries[0]
    assert (alder.purpose, alder.data) == (None, ("Sending of e-mail",))
    assert (alder.locations, alder.entity_location) == ((), ("Ireland",))


def test_a_column_that_means_nothing_is_not_read() -> None:
    reading = told(PLAIN, Country=None)

    assert [(entry.purpose, entry.locations) for entry in reading.entries] == [
        ("Sending of e-mail", ()),
        ("Hosting", ()),
    ]


def test_a_table_whose_titles_nobody_knows_is_a_list_once_a_person_names_them() -> None:
    before = read(list_page(STRANGE))

    after = told(STRANGE, whoever="vendor", what_with="purpose", nation="location")

    assert before.entries == ()
    assert after.complete
    assert [(one.entity, one.purpose, one.countries) for one in after.entries] == [
        ("Alder Mail", "Sending of e-mail", ("IE",)),
        ("Birch Cloud", "Hosting", ("DE",)),
    ]


def test_a_table_of_which_only_a_column_was_named_is_no_list_for_that() -> None:
    cookies = f"<h2>Cookies</h2>{table([('_a', 'us')], ('Name', 'Provider'))}"

    reading = told(PLAIN + cookies, Name="vendor")

    assert [entry.entity for entry in reading.entries] == ["Alder Mail", "Birch Cloud"]


def test_columns_without_titles_go_by_their_places() -> None:
    bare = page(f"<h1>Firms</h1>{table(ROWS)}")
    given = [Meaning("1/3", "vendor"), Meaning("2/3", "purpose"), Meaning("3/3", None)]

    reading = read(bare, given)

    assert read(bare).entries == ()
    assert [(entry.entity, entry.locations) for entry in reading.entries] == [
        ("Alder Mail", ()),
        ("Birch Cloud", ()),
    ]


def test_a_label_means_what_a_person_says() -> None:
    lines = "".join(
        f"<h3>{name}</h3><p>Purpose: {purpose}</p><p>Outpost: {place}</p><p>Badge: gold</p>"
        for name, purpose, place in ROWS
    )

    reading = told(lines, Outpost="location", Badge=None)

    assert [(one.entity, one.locations, one.purpose, one.notes) for one in reading.entries] == [
        ("Alder Mail", ("Ireland",), "Sending of e-mail", None),
        ("Birch Cloud", ("Germany",), "Hosting", None),
    ]


def test_a_label_that_a_person_named_stands_for_nothing_else() -> None:
    lines = "".join(
        f"<h3>{name}</h3><p>Purpose: {what}</p><p>Outpost: {place}</p>"
        for name, what, place in ROWS
    )

    reading = told(lines, Outpost="entity_location")

    alder = reading.entries[0]
    assert (alder.locations, alder.entity_location) == ((), ("Ireland",))


def test_what_was_said_of_one_page_holds_for_no_other() -> None:
    with in_force([Meaning("country", None)]):
        inside = meaning("Country")

    assert (inside, meaning("Country")) == (None, "location")


def test_an_explanation_knows_what_a_person_said() -> None:
    found = explain(list_page(PLAIN), [Meaning("country", "data")])

    assert [column.meaning for column in found.entries[0].columns] == ["vendor", "purpose", "data"]


def test_every_title_of_a_page_is_found_with_what_it_is_taken_to_mean() -> None:
    markup = PLAIN + STRANGE + "<p>Badge: gold</p><p>Badge: <b>tin</b></p><p>Once: only</p>"

    found = find_titled(list_page(markup), [Meaning("nation", "location")])

    assert [[(one.printed, one.meaning) for one in group.titles] for group in found] == [
        [("Name", "vendor"), ("Nature of engagement", "purpose"), ("Country", "location")],
        [("Whoever", None), ("What with", None), ("Nation", "location")],
        [("Badge", None)],
    ]
    assert [group.is_read for group in found] == [True, False, True]
    assert [title.sample for title in found[1].titles] == list(ROWS[0])


def test_columns_without_titles_are_found_by_their_places() -> None:
    found = find_titled(page(f"<h1>Firms</h1>{table(ROWS)}"))

    assert [title.key for title in found[0].titles] == ["1/3", "2/3", "3/3"]


def test_bytes_that_are_no_page_have_no_titles() -> None:
    assert find_titled(page("%PDF-1.7 nothing", "application/pdf")) == ()
    assert find_titled(page("")) == ()
