"""Tables of sub-processors are read, whatever their form; other tables are left alone."""

import pytest

from tests.reading import entries, names, table

TITLES = ("Sub-processor", "Purpose", "Country")


def test_each_row_is_an_entry_with_its_cells_as_quote():
    (entry,) = entries(table([("Brightpost Ltd", "Mail", "Norway")], TITLES))

    assert (entry.entity, entry.purpose, entry.locations) == ("Brightpost Ltd", "Mail", ("Norway",))
    assert entry.countries == ("NO",)
    assert entry.quote == "Brightpost Ltd Mail Norway"


def test_the_three_kinds_of_place_are_kept_apart():
    titles = ("Sub-processor", "Entity country", "Location of processing", "Hosting region")

    (entry,) = entries(table([("Brightpost", "Norway", "Chile", "Japan")], titles))

    assert entry.entity_location == ("Norway",)
    assert entry.locations == ("Chile",)
    assert entry.storage_location == ("Japan",)
    assert entry.countries == ("CL",)


def test_where_a_page_tells_only_where_data_are_stored_that_is_the_place():
    titles = ("Sub-processor", "Hosting region")

    (entry,) = entries(table([("Brightpost", "Japan")], titles))

    assert (entry.locations, entry.storage_location) == (("Japan",), ())


def test_a_header_without_header_cells_is_found():
    found = entries(table([TITLES, ("Brightpost", "Mail", "Norway")]))

    assert names(found) == ["Brightpost"]


def test_an_empty_row_above_the_header_does_not_hide_it():
    found = entries(table([TITLES, ("Brightpost", "Mail", "Norway")], ("", "", "")))

    assert names(found) == ["Brightpost"]


def test_a_title_over_all_columns_does_not_hide_the_header():
    markup = (
        "<table><thead><tr><th colspan=3>Our list</th></tr><tr><th>Name</th><th>Purpose</th>"
        "<th>Country</th></tr></thead><tr><td>Brightpost</td><td>Mail</td><td>NO</td></tr></table>"
    )

    assert names(entries(markup)) == ["Brightpost"]


def test_numbers_logos_and_categories_may_come_first():
    rows = [("1", "Mail", "Brightpost", "NO"), ("2", "Search", "Nimbusfold", "NO")]

    found = entries(table(rows, ("No.", "Category", "Vendor", "Country")))

    assert names(found) == ["Brightpost", "Nimbusfold"]
    assert [entry.purpose for entry in found] == ["Mail", "Search"]


def test_a_cell_over_several_rows_counts_for_each_but_is_quoted_once():
    markup = (
        "<table><tr><th>Category</th><th>Vendor</th><th>Purpose</th></tr>"
        "<tr><td rowspan=2>Core</td><td>Brightpost</td><td>Mail</td></tr>"
        "<tr><td>Nimbusfold</td><td>Backups</td></tr></table>"
    )

    found = entries(markup)

    assert [entry.quote for entry in found] == ["Core Brightpost Mail", "Nimbusfold Backups"]
    assert [entry.section for entry in found] == ["Core", "Core"]


def test_a_row_over_all_columns_is_a_section():
    markup = (
        "<table><tr><th>Sub-processor</th><th>Purpose</th></tr>"
        "<tr><td colspan=2>Mail</td></tr><tr><td>Brightpost</td><td>Letters</td></tr></table>"
    )

    (entry,) = entries(markup)

    assert (entry.entity, entry.section) == ("Brightpost", "Mail")


def test_row_headers_are_names():
    markup = (
        "<table><tr><th>Vendor</th><th>Purpose</th></tr>"
        "<tr><th>Brightpost</th><td>Mail</td></tr></table>"
    )

    assert names(entries(markup)) == ["Brightpost"]


def test_a_table_without_titles_is_read_by_what_stands_in_it():
    rows = [("Amazon Web Services", "Hosting", "USA"), ("Stripe", "Payments", "Ireland")]

    found = entries(table(rows))

    assert names(found) == ["Amazon Web Services", "Stripe"]
    assert found[1].locations == ("Ireland",)


def test_a_legal_entity_in_a_column_of_its_own_is_the_entity():
    rows = [("Brightpost", "Brightpost Holdings Ltd", "Mail")]

    (entry,) = entries(table(rows, ("Service", "Legal entity", "Purpose")))

    assert entry.entity == "Brightpost Holdings Ltd"


def test_a_transfer_mechanism_in_the_place_column_is_told_apart():
    (entry,) = entries(table([("Brightpost", "Mail", "USA (EU-US DPF)")], TITLES))

    assert (entry.locations, entry.transfer) == (("USA",), "EU-US DPF")


def test_struck_out_rows_are_former():
    found = entries(table([("<s>Brightpost</s>", "Mail", "NO"), ("Stripe", "x", "US")], TITLES))

    assert [entry.status for entry in found] == ["former", "current"]


def test_a_status_column_says_what_is_planned():
    rows = [("Brightpost", "Mail", "Planned"), ("Stripe", "Payments", "Current")]

    found = entries(table(rows, ("Provider", "Purpose", "Status")))

    assert [entry.status for entry in found] == ["announced", "current"]


def test_the_link_is_the_names_or_the_rows():
    linked = '<a href="https://brightpost.example">Brightpost</a>'
    policy = '<a href="https://nimbusfold.example/dpa">DPA</a>'

    found = entries(table([(linked, "Mail", ""), ("Nimbusfold", "x", policy)], TITLES))

    assert [entry.link for entry in found] == [
        "https://brightpost.example",
        "https://nimbusfold.example/dpa",
    ]


def test_a_word_on_who_is_none_does_not_hide_a_table_that_calls_its_rows_sub_processors():
    aside = "<p>Customer-controlled webhooks are not listed here as our subprocessors.</p>"
    rows = [("Brightpost Ltd", "Mail", "Norway"), ("Nimbusfold Inc", "Search", "Ireland")]

    named = entries(aside + table(rows, TITLES))
    unnamed = entries(aside + table(rows, ("Webhook", "Purpose", "Country")))

    assert names(named) == ["Brightpost Ltd", "Nimbusfold Inc"]
    assert unnamed == ()


def test_what_a_vendor_receives_is_data():
    titles = ("Provider", "Purpose", "What it receives", "Country")
    rows = [("Brightpost Ltd", "Mail", "Names and addresses", "Norway")]

    (entry,) = entries(table(rows, titles))

    assert (entry.purpose, entry.data) == ("Mail", ("Names and addresses",))


def test_a_column_that_asks_is_no_column_of_names():
    titles = ("Service", "Purpose", "External recipient?")
    rows = [("Brightpost", "Mail", "Yes"), ("Stripe", "Payments", "No, we host it ourselves")]

    assert names(entries(table(rows, titles))) == ["Brightpost", "Stripe"]


def test_a_link_within_a_sentence_of_a_cell_is_not_the_rows():
    sentence = (
        "Answers questions of users. It keeps nothing, except for models that it lists in its"
        ' <a href="https://brightpost.example/retention">policy</a>, for which it keeps 30 days.'
    )

    (entry,) = entries(table([("Brightpost Ltd", sentence, "Norway")], TITLES))

    assert entry.link is None


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>Cookies</h2>"
        + table([("_ga", "Brightpost", "2 years")], ("Cookie", "Provider", "Expiry")),
        "<h2>Change history</h2>"
        + table([("2026-01-01", "Brightpost", "Added")], ("Date", "Sub-processor", "Change")),
        table(
            [("Hosting provider", "Hosting"), ("Email provider", "Mail")], ("Provider", "Purpose")
        ),
        table([("[Vendor]", "[Purpose]"), ("{{name}}", "x")], ("Sub-processor", "Purpose")),
        table([("None", "We use none")], ("Sub-processor", "Purpose")),
        table([("30 days", "by mail")], ("Period", "How")),
    ],
    ids=["cookies", "history", "roles", "template", "none", "other"],
)
def test_other_tables_give_no_entry(markup):
    assert entries(markup) == ()


def test_several_tables_are_told_apart_by_their_headings():
    markup = (
        "<h2>Core</h2>"
        + table([("Brightpost", "Mail")], ("Name", "Purpose"))
        + "<h2>Affiliates</h2>"
        + table([("Quillmark GmbH", "Support")], ("Entity", "Purpose"))
    )

    found = entries(markup)

    assert [(entry.section, entry.role) for entry in found] == [
        ("Core", "sub-processor"),
        ("Affiliates", "affiliate"),
    ]


def test_kinds_of_data_below_a_name_are_data_where_no_column_gives_them():
    rows = [
        ("Brightpost<p>Names and e-mail addresses</p>", "Mail"),
        ("Stripe<p>Card numbers</p>", "x"),
    ]

    found = entries(table(rows, ("Sub-processor", "Purpose")))

    assert [entry.data for entry in found] == [("Names and e-mail addresses",), ("Card numbers",)]


def test_a_column_of_purposes_and_data_gives_both():
    rows = [
        ("Brightpost", "Mail delivery. Receives names, e-mail addresses."),
        ("Stripe", "Payments."),
    ]

    found = entries(table(rows, ("Sub-processor", "Purpose and data")))

    assert (found[0].purpose, found[0].data) == ("Mail delivery.", ("names", "e-mail addresses"))


def test_chips_in_a_cell_are_things_of_their_own():
    chips = '<span class="chip">US</span><span class="chip">IE</span>'

    (entry,) = entries(
        table([('Stripe<span class="badge">Planned</span>', "Payments", chips)], TITLES)
    )

    assert (entry.entity, entry.locations, entry.countries) == (
        "Stripe",
        ("US", "IE"),
        ("US", "IE"),
    )
    assert entry.status == "announced"


def test_a_column_of_answers_gives_no_field():
    titles = ("Sub-processor", "Purpose", "May receive customer data")

    found = entries(table([("Stripe", "Payments", "Yes (if enabled)"), ("Dub", "x", "No")], titles))

    assert [entry.data for entry in found] == [(), ()]


def test_the_first_of_two_columns_of_purposes_counts():
    titles = ("Sub-processor", "Activity", "Use of the product")

    (entry,) = entries(table([("Stripe", "Payments", "Check-out")], titles))

    assert (entry.purpose, entry.notes) == ("Payments", "Check-out")


def test_where_the_provider_sits_is_not_where_it_processes():
    titles = ("Name", "Purpose", "Provider location", "Processing location")

    (entry,) = entries(table([("Nimbusfold", "Search", "Germany", "Ireland")], titles))

    assert (entry.entity_location, entry.locations) == (("Germany",), ("Ireland",))


def test_brackets_that_tell_the_status_are_no_part_of_the_name():
    (entry,) = entries(table([("Intercom (coming soon)", "Support", "USA")], TITLES))

    assert (entry.entity, entry.status) == ("Intercom", "announced")


def test_what_a_company_conforms_to_is_no_place():
    (entry,) = entries(table([("Supabase", "Storage (EU GDPR compliant)")], TITLES[:2]))

    assert (entry.purpose, entry.locations) == ("Storage (EU GDPR compliant)", ())


def test_titles_in_the_middle_begin_another_table_with_columns_of_its_own():
    found = entries(
        table(
            [
                ("Brightpost Ltd", "Mail", "Norway"),
                ("Calmwater Inc", "Search", "Chile"),
                tuple(f"<b>{title}</b>" for title in ("Affiliate", "Country", "Service")),
                ("Brightpost Pty Ltd", "Australia", "Support"),
            ],
            TITLES,
        )
    )

    assert names(found) == ["Brightpost Ltd", "Calmwater Inc", "Brightpost Pty Ltd"]
    assert (found[-1].purpose, found[-1].locations) == ("Support", ("Australia",))


@pytest.mark.parametrize(
    "form", ["<span>{}:</span> <span>{}</span>", "<span>{}</span><span>{}</span>"]
)
def test_cells_may_say_their_titles_again(form):
    titles = ("Company", "Purpose", "Location")
    vendors = [("Nimbusfold Inc.", "Search", "Norway"), ("Brightpost Ltd", "Mail", "Ireland")]
    rows = [[form.format(*cell) for cell in zip(titles, row, strict=True)] for row in vendors]

    found = entries(table(rows, titles))

    assert [(entry.entity, entry.purpose, *entry.locations) for entry in found] == vendors


def test_names_that_lead_to_pages_of_the_publisher_are_no_links_to_the_company():
    rows = [
        (f'<a href="{name}.html">{name}</a>', "Mail", f'<a href="https://{name}.example/">DPA</a>')
        for name in ("nimbusfold", "brightpost")
    ]

    found = entries(table(rows, ("Sub-processor", "Purpose", "Link")))

    links = [entry.link for entry in found]
    assert links == ["https://nimbusfold.example/", "https://brightpost.example/"]


def test_a_table_of_changes_names_only_those_that_left_or_will_come():
    rows = [
        ("Nimbusfold", "Location: Norway", "Location: Ireland"),
        ("Brightpost", "In use", "No longer used"),
    ]

    found = entries(table(rows, ("Sub-processor", "Before", "After")))

    assert [(entry.entity, entry.status) for entry in found] == [("Brightpost", "former")]


def test_companies_one_a_line_with_their_countries_in_brackets_are_several():
    cell = "<p>Nimbusfold AB (Sweden)</p><p>Brightpost Ltd (Ireland, USA)</p>"

    found = entries(table([("Mail", cell)], ("Activity", "Sub-processors engaged")))

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold AB", "Mail", ("Sweden",)),
        ("Brightpost Ltd", "Mail", ("Ireland, USA",)),
    ]


def test_brackets_behind_a_name_stay_where_they_are_no_place_or_a_column_has_it():
    aside = table([("Nimbusfold AB (Mailfold)", "Mail")], TITLES[:2])
    beside = table([("Nimbusfold AB (Sweden)", "Mail", "Ireland")], TITLES)

    assert names(entries(aside)) == ["Nimbusfold AB (Mailfold)"]
    assert entries(beside)[0].locations == ("Ireland",)


def test_marks_below_the_names_of_places_say_where():
    rows = [("Nimbusfold", "Mail", "x", ""), ("Brightpost", "Search", "x", "✓")]
    plain = table(rows, ("Sub-processor", "Purpose", "Norway", "Ireland"))
    over = (
        "<table><tr><th rowspan=2>Sub-processor</th><th rowspan=2>Purpose</th><th colspan=2>Region"
        "</th></tr><tr><th>Norway</th><th>Ireland</th></tr><tr><td>Nimbusfold</td><td>Mail</td>"
        "<td>●</td><td>&nbsp;</td></tr><tr><td>Brightpost</td><td>Search</td><td>●</td><td>●</td>"
        "</tr></table>"
    )

    for markup in (plain, over):
        found = entries(markup)

        assert [(entry.entity, entry.locations) for entry in found] == [
            ("Nimbusfold", ("Norway",)),
            ("Brightpost", ("Norway", "Ireland")),
        ]


def test_numbers_before_a_purpose_make_no_table_of_purposes():
    markup = (
        "<h2>List of sub-processors</h2><table><tr><td>No.</td><td>Purpose</td><td>Name</td>"
        "<td>Location</td></tr><tr><td>1.</td><td>Hosting</td><td>Nimbusfold GmbH</td>"
        "<td>Germany</td></tr></table>"
    )

    assert [(e.entity, e.purpose) for e in entries(markup)] == [("Nimbusfold GmbH", "Hosting")]


def test_links_that_are_called_like_their_column_are_links():
    rows = [
        (name, "Mail", f'<a href="https://{name}.example/">Website</a>')
        for name in ("Nimbusfold", "Brightpost")
    ]

    found = entries(table(rows, ("Sub-processor", "Purpose", "Website")))

    assert [entry.link for entry in found] == [
        "https://Nimbusfold.example/",
        "https://Brightpost.example/",
    ]


def test_a_second_row_of_titles_is_no_entry():
    markup = (
        "<h2>Sub-processors</h2><table><tr><th rowspan=2>Company</th><th rowspan=2>Purpose</th>"
        "<th>Place</th></tr><tr><th>USA</th></tr>"
        "<tr><td>Nimbusfold GmbH</td><td>Hosting</td><td>yes</td></tr></table>"
    )

    assert names(entries(markup)) == ["Nimbusfold GmbH"]
