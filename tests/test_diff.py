"""Comparing readings: what is a change, what is none, and when nothing can be said."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, strategies as st

from inventory.diff import compare, compare_readings, comparison_to_json
from scrapers.entry import Entry
from scrapers.reading import Reading


def entry(vendor: str, **fields) -> Entry:
    entity = fields.pop("entity", vendor)
    fields.setdefault("purpose", f"{vendor} does its work")
    fields["quote"] = f"{entity} {fields['purpose'] or ''}"
    return Entry(vendor=vendor, entity=entity, **fields)


def reading(*entries: Entry, **fields) -> Reading:
    return Reading(**{"kind": "subprocessor-list", "complete": True, **fields}, entries=entries)


LIST = tuple(
    entry(name, purpose=purpose, locations=(place,), link=f"https://{name.lower()}.example/")
    for name, purpose, place in (
        ("Borealis", "Cloud hosting", "Ireland"),
        ("Mailwind", "Transactional e-mail", "United States"),
        ("Coinbridge", "Payment processing", "Netherlands"),
        ("Logpine", "Error tracking", "Germany"),
        ("Talkfern", "Customer support chat", "United States"),
        ("Gridmoss", "Web analytics", "France"),
    )
)


def said(differences, *, minor=False):
    return [(d.kind, d.vendor, d.field) for d in differences if d.is_minor == minor]


def changed(index, **fields):
    return [*LIST[:index], replace(LIST[index], **fields), *LIST[index + 1 :]]


def test_equal_lists_have_no_differences():
    assert compare(LIST, LIST) == []


def test_an_entry_more_is_added_and_one_less_is_removed():
    new = [*LIST[1:], entry("Newcomer", entity="Newcomer, Inc.")]

    differences = compare(LIST, new)

    assert said(differences) == [("removed", "Borealis", None), ("added", "Newcomer", None)]
    assert differences[1].after_text == "Newcomer, Inc."


def test_another_company_in_the_same_row_is_removed_and_added():
    new = changed(1, vendor="Postelm", entity="Postelm", link="https://postelm.example/")

    assert said(compare(LIST, new)) == [("removed", "Mailwind", None), ("added", "Postelm", None)]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("purpose", "Cold storage of backups", "Cold storage of backups"),
        ("locations", ("Ireland", "Japan"), "Ireland, Japan"),
        ("entity_location", ("Malta",), "Malta"),
        ("storage_location", ("Malta",), "Malta"),
        ("data", ("Names", "Photos"), "Names, Photos"),
        ("transfer", "Standard Contractual Clauses", "Standard Contractual Clauses"),
        ("link", "https://borealis.example/dpa", "https://borealis.example/dpa"),
        ("service", "Borealis Vaults", "Borealis Vaults"),
        ("notes", "Only for customers in Japan", "Only for customers in Japan"),
    ],
)
def test_each_amended_field_is_told_with_before_and_after(field, value, text):
    differences = compare(LIST, changed(0, **{field: value}))

    assert said(differences) == [("amended", "Borealis", field)]
    assert differences[0].after_text == text
    assert differences[0].before == LIST[0]


def test_two_fields_amended_are_two_differences():
    new = changed(2, purpose="Fraud scoring", locations=("Japan",))

    assert said(compare(LIST, new)) == [
        ("amended", "Coinbridge", "purpose"),
        ("amended", "Coinbridge", "locations"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": "Cloud Hosting."},
        {"purpose": "The cloud hosting"},
        {"purpose": "Cluod hosting"},
        {"link": "http://www.borealis.example"},
        {"link": "https://borealis.example/?utm_source=list"},
        {"locations": ("IRELAND",)},
        {"entity": "Borealis, Inc."},
        {"entity": "BOREALIS"},
    ],
)
def test_spelling_is_minor(fields):
    differences = compare(LIST, changed(0, **fields))

    assert said(differences) == []
    assert len(said(differences, minor=True)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": "  Cloud \n hosting "},
        {"locations": (" Ireland",)},
        {"quote": "Quite another quote"},
        {"countries": ("IE",)},
    ],
)
def test_layout_is_no_difference_at_all(fields):
    assert compare(LIST, changed(0, **fields)) == []


def test_the_same_countries_in_other_words_are_minor():
    old = [entry("Borealis", locations=("USA", "Germany"), countries=("US", "DE"))]
    new = [entry("Borealis", locations=("Deutschland, United States",), countries=("DE", "US"))]

    differences = compare(old, new)

    assert said(differences) == []
    assert said(differences, minor=True) == [("amended", "Borealis", "locations")]


@pytest.mark.parametrize("field", ["entity_location", "storage_location"])
def test_the_same_country_of_establishment_in_other_words_is_minor(field):
    old = [entry("Borealis", **{field: ("United States of America",)})]
    new = [entry("Borealis", **{field: ("USA",)})]
    moved = [entry("Borealis", **{field: ("Canada",)})]
    told_closer = [entry("Borealis", **{field: ("Austin, USA",)})]

    assert said(compare(old, new)) == []
    assert said(compare(old, moved)) == [("amended", "Borealis", field)]
    assert said(compare(old, told_closer)) == [("amended", "Borealis", field)]


def test_a_country_in_other_words_among_other_places_is_minor():
    old = [entry("Borealis", locations=("USA, Europe",), countries=("US",))]
    same = [entry("Borealis", locations=("U.S., Europe",), countries=("US",))]
    moved = [entry("Borealis", locations=("U.S., Asia",), countries=("US",))]

    assert said(compare(old, same)) == []
    assert said(compare(old, moved)) == [("amended", "Borealis", "locations")]


def test_texts_that_changed_places_are_no_change():
    old = [entry("Borealis", purpose="Cloud hosting", notes="Where the service runs")]
    turned = [entry("Borealis", purpose="Where the service runs", notes="Cloud hosting")]
    moved_on = [entry("Borealis", purpose="Where the service runs", notes="Search")]

    assert compare(old, turned) == []
    assert [field for _, _, field in said(compare(old, moved_on))] == ["purpose", "notes"]


def test_austria_is_no_misspelling_of_australia():
    old, new = (
        [entry("Borealis", locations=("Austria",))],
        [entry("Borealis", locations=("Australia",))],
    )

    assert said(compare(old, new)) == [("amended", "Borealis", "locations")]


@given(st.randoms(use_true_random=False))
def test_order_makes_no_difference(random: Random):
    new = list(LIST)
    random.shuffle(new)

    assert compare(LIST, new) == []


def test_entries_grouped_into_new_sections_are_no_change():
    new = [replace(e, section="Core" if i < 3 else "Add-ons") for i, e in enumerate(LIST)]

    assert compare(LIST, new) == []
    assert compare(new, [replace(e, section="All of them") for e in new]) == []


def test_a_section_retitled_gives_its_entries_no_other_purpose():
    old = [replace(e, purpose="Statistics", section="Statistics") for e in LIST]
    new = [replace(e, purpose="Usage", section="Usage") for e in LIST]

    assert said(compare(old, new)) == []


def test_an_entry_that_changes_sections_alone_is_amended():
    old = [replace(e, section="Core" if i < 3 else "Add-ons") for i, e in enumerate(LIST)]
    new = [replace(old[0], section="Add-ons"), *old[1:]]

    assert said(compare(old, new)) == [("amended", "Borealis", "section")]


def test_an_entry_told_to_be_an_affiliate_is_amended():
    new = changed(3, section="Our group", role="affiliate")

    assert said(compare(LIST, new)) == [("amended", "Logpine", "section")]


@pytest.mark.parametrize("field", ["transfer", "notes", "data", "storage_location", "service"])
def test_a_column_added_or_dropped_for_all_rows_is_no_change(field):
    value = ("Said of all",) if field in ("data", "storage_location") else "Said of all"
    new = [replace(e, **{field: value}) for e in LIST]

    assert compare(LIST, new) == []
    assert compare(new, LIST) == []


def test_a_column_under_another_title_is_no_change():
    new = [replace(e, purpose=None, notes=e.purpose) for e in LIST]

    assert compare(LIST, new) == []


def test_rows_of_one_vendor_are_told_apart_by_service():
    old = [
        entry("Borealis", service="Vaults", purpose="Storage", locations=("Ireland",)),
        entry("Borealis", service="Queues", purpose="Messages", locations=("Spain",)),
    ]
    new = [replace(old[1], locations=("Japan",)), old[0]]

    differences = compare(old, new)

    assert said(differences) == [("amended", "Borealis", "locations")]
    assert differences[0].before == old[1]


def test_one_more_row_of_a_vendor_is_added():
    new = [*LIST, entry("Borealis", purpose="Speech recognition")]

    assert said(compare(LIST, new)) == [("added", "Borealis", None)]


def test_a_service_that_gives_way_to_another_is_removed_and_added():
    old = [
        entry("Borealis", service="Vaults"),
        entry("Borealis", service="Queues", purpose="Messages"),
    ]
    new = [old[0], entry("Borealis", service="Speech", purpose="Recognition of voices")]

    assert said(compare(old, new)) == [("removed", "Borealis", None), ("added", "Borealis", None)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Azimuth (Borealis)", "Borealis (Azimuth)"),
        ("Mailwind", "Mailwind & Mailwind Postroom"),
        ("Mailwind", "Postelm (formerly Mailwind)"),
        ("Mailwind", "Mailwind (Postroom)"),
        ("Postelm Group LLC d/b/a Mailwind", "Mailwind"),
    ],
)
def test_the_same_company_under_another_name_is_renamed(before, after):
    from scrapers.names import common_name

    old = changed(1, vendor=common_name(before), entity=before)
    new = changed(1, vendor=common_name(after), entity=after, quote=f"{after} Transactional e-mail")

    differences = compare(old, new)

    assert [d.kind for d in differences] == ["renamed"]
    assert (differences[0].before_text, differences[0].after_text) == (before, after)


def test_a_brand_change_shows_in_a_link_that_stayed():
    new = changed(1, vendor="Postelm", entity="Postelm")

    assert said(compare(LIST, new)) == [("renamed", "Postelm", None)]


def test_a_catalogue_can_tell_that_two_names_are_one_company():
    new = changed(1, vendor="Postelm", entity="Postelm", link=None, purpose="Newsletters")

    differences = compare(
        LIST, new, identify=lambda e: "mail" if e.vendor in ("Mailwind", "Postelm") else None
    )

    assert ("renamed", "Postelm", None) in said(differences)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mailwind, Inc.", "mailwind Inc"),
        ("Mail Wind", "Mailwind"),
        ("Mailwind.com", "Mailwind"),
        ("Mailwnid", "Mailwind"),
        ("Mailwind", "Mailwind GmbH & Co. KG"),
        ("Northern Mail Wind (NMW)", "Northern Mail Wind"),
    ],
)
def test_a_name_respelt_is_a_minor_renaming(before, after):
    from scrapers.names import common_name

    old = changed(1, vendor=common_name(before), entity=before)
    new = changed(1, vendor=common_name(after), entity=after)

    differences = compare(old, new)

    assert [(d.kind, d.is_minor) for d in differences] == [("renamed", True)]


@pytest.mark.parametrize(
    ("before", "after", "is_minor"),
    [
        ("Borealis Cloud, Inc.", "Borealis (Borealis Cloud, Inc.)", True),
        ("Borealis (Borealis AB)", "Borealis", True),
        ("Borealis", "Borealis (Norway)", True),
        ("Borealis", "Borealis (Skylark)", False),
    ],
)
def test_a_name_with_its_entity_or_place_beside_it_is_the_same(before, after, is_minor):
    old, new = entry("Borealis", entity=before), entry("Borealis", entity=after)

    assert [(d.kind, d.is_minor) for d in compare([old], [new])] == [("renamed", is_minor)]


def test_texts_that_were_all_cut_elsewhere_are_minor():
    new = [replace(e, purpose=f"{e.purpose}. Data processing agreement") for e in LIST]

    assert said(compare(LIST, new)) == []
    assert said(compare(new, LIST)) == []
    assert len(said(compare(LIST, [*new[:2], *LIST[2:]]))) == 2


def test_links_that_were_all_rewritten_are_no_change():
    new = [replace(e, link=f"https://acme.example/go/{e.vendor}") for e in LIST]

    assert compare(LIST, new) == []


def test_a_list_printed_twice_is_one_list():
    assert compare(LIST, [*LIST, *LIST]) == []
    assert compare([*LIST, *LIST], LIST) == []
    assert said(compare([*LIST, *LIST], LIST[1:])) == [("removed", "Borealis", None)]


def test_a_former_entry_is_not_on_the_list():
    assert said(compare(LIST, changed(0, status="former"))) == [("removed", "Borealis", None)]


@pytest.mark.parametrize("field", ["purpose", "data", "locations", "link", "notes"])
def test_prose_reworded_around_a_name_is_minor(field):
    value = ("Something", "else") if field in ("data", "locations") else "Something else"
    old = [replace(e, certainty="suggested") for e in LIST]
    new = [replace(old[0], **{field: value}), *old[1:]]

    differences = compare(old, new)

    assert said(differences) == []
    assert said(differences, minor=True) == [("amended", "Borealis", field)]


def test_another_sentence_about_a_company_named_before_is_minor():
    more = entry("Borealis", certainty="suggested", purpose="Sentence in prose")

    differences = compare(LIST, [*LIST, more])

    assert said(differences) == []
    assert said(differences, minor=True) == [("added", "Borealis", None)]
    assert said(compare([*LIST, more], LIST), minor=True) == [("removed", "Borealis", None)]


def test_a_translated_page_tells_no_change_of_words_but_of_facts():
    old = reading(*LIST, language="en")
    german = [
        replace(e, purpose=f"Etwas auf Deutsch {i}", section="Teil") for i, e in enumerate(LIST)
    ]
    new = reading(*german[1:], language="de-AT")

    comparison = compare_readings(old, new)

    assert said(comparison.differences) == [("removed", "Borealis", None)]
    assert comparison.remark == "The page is in de-AT now, it was in en."


@pytest.mark.parametrize(
    "bad",
    [
        reading(complete=False, problem="The answer is a log-in page."),
        reading(*LIST, complete=False, problem="The table ends in the middle."),
        reading(),
        reading(kind="none"),
        reading(*LIST[:2]),
        reading(*(entry(f"Stranger {i}") for i in range(6))),
        reading(kind="privacy-policy"),
    ],
    ids=["log-in", "cut", "empty", "no list", "halved", "another list", "another kind"],
)
def test_what_cannot_be_compared_is_a_source_to_look_at(bad):
    good = reading(*LIST)

    comparison = compare_readings(good, bad)

    assert not comparison.readable
    assert comparison.problem
    assert comparison.differences == ()


def test_a_list_that_named_nobody_can_grow():
    comparison = compare_readings(reading(), reading(*LIST))

    assert [d.kind for d in comparison.differences] == ["added"] * 6


def test_prose_beside_a_list_is_no_part_of_it():
    old = reading(*LIST, entry("Passerby", certainty="suggested"))

    assert compare_readings(old, reading(*LIST)).differences == ()


def test_a_list_that_comes_to_a_policy_is_a_baseline():
    prose = reading(entry("Passerby", certainty="suggested"), kind="privacy-policy")
    both = reading(*LIST, *prose.entries, kind="privacy-policy")

    assert not compare_readings(prose, both).readable
    assert not compare_readings(both, prose).readable


def test_a_policy_in_prose_may_name_one_more():
    old = reading(entry("Passerby", certainty="suggested"), kind="privacy-policy")
    new = reading(*old.entries, entry("Other", certainty="suggested"), kind="privacy-policy")

    assert said(compare_readings(old, new).differences) == [("added", "Other", None)]


def test_a_company_that_two_sentences_name_is_told_once():
    old = reading(entry("Passerby", certainty="suggested"), kind="privacy-policy")
    twice = [entry("Other", entity=name, certainty="suggested") for name in ("Other", "Other Ltd")]
    new = reading(*old.entries, *twice, kind="privacy-policy")

    assert said(compare_readings(old, new).differences) == [("added", "Other", None)]


def test_a_policy_may_name_its_first_recipient_and_lose_its_last():
    bare = reading(kind="privacy-policy")
    named = reading(entry("Passerby", certainty="suggested"), kind="privacy-policy")

    assert said(compare_readings(bare, named).differences) == [("added", "Passerby", None)]
    assert said(compare_readings(named, bare).differences) == [("removed", "Passerby", None)]


def test_what_customers_may_connect_makes_no_list_of_a_policy():
    chosen = entry("Passerby", certainty="suggested", condition="customer-chosen")
    policy = reading(chosen, kind="privacy-policy")

    assert not compare_readings(policy, policy).readable
    assert compare_readings(policy, policy, of_policy=True).readable


def test_a_short_list_may_lose_half_of_its_entries():
    comparison = compare_readings(reading(*LIST[:3]), reading(LIST[0]))

    assert [d.kind for d in comparison.differences] == ["removed", "removed"]


def test_what_the_command_prints_leaves_out_the_minor():
    comparison = compare_readings(
        reading(*LIST), reading(*changed(0, locations=("Japan",), entity="Borealis Inc"))
    )

    assert comparison_to_json("a.html", "b.html", comparison) == {
        "old": "a.html",
        "new": "b.html",
        "readable": True,
        "problem": None,
        "changes": [
            {
                "type": "amended",
                "vendor": "Borealis",
                "entity": "Borealis Inc",
                "field": "locations",
                "before": "Ireland",
                "after": "Japan",
            }
        ],
        "remark": None,
    }


NAMES = ("Borealis", "Mailwind", "Coinbridge", "Mailwind Inc", "Logpine (Fern)")
ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from(NAMES),
        purpose=st.sampled_from((None, "Hosting", "E-mail", "Hosting of e-mail")),
        service=st.sampled_from((None, "Vaults", "Queues")),
        section=st.sampled_from((None, "Core", "Add-ons")),
        locations=st.sampled_from(((), ("Ireland",), ("Japan", "Spain"))),
    ),
    max_size=8,
)


@given(ENTRIES, ENTRIES)
def test_every_entry_is_told_of_once(old, new):
    differences = compare(old, new)

    removed = [d.before for d in differences if d.kind == "removed"]
    added = [d.after for d in differences if d.kind == "added"]
    assert len(removed) <= len(old)
    assert len(added) <= len(new)
    assert all(any(entry is e for e in old) for entry in removed)
    assert all(any(entry is e for e in new) for entry in added)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_no_list_differs_from_itself_shuffled(entries, random: Random):
    shuffled = random.sample(entries, len(entries))

    assert compare(entries, shuffled) == []


ANY_TEXT = st.text(max_size=12)
ANY_ENTRIES = st.lists(
    st.builds(
        Entry,
        vendor=ANY_TEXT,
        entity=ANY_TEXT,
        quote=ANY_TEXT,
        purpose=st.none() | ANY_TEXT,
        link=st.none() | ANY_TEXT,
        locations=st.lists(ANY_TEXT, max_size=2).map(tuple),
        certainty=st.sampled_from(("stated", "suggested")),
    ),
    max_size=5,
)


@given(ANY_ENTRIES, ANY_ENTRIES)
def test_any_text_can_be_compared(old, new):
    differences = compare(old, new)

    assert compare(old, new) == differences
    assert compare(old, old) == []
