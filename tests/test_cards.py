"""Cards and grids that are only nested containers are read."""

from scrapers.read import read
from tests.reading import entries, names, page


def test_a_grid_of_rows_under_titles():
    markup = (
        "<div><div><div>Company</div><div>Purpose</div><div>Location</div></div>"
        "<div><div>Nimbusfold</div><div>Search</div><div>Norway</div></div>"
        "<div><div>Brightpost</div><div>Mail</div><div>Ireland</div></div></div>"
    )

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold", "Search", ("Norway",)),
        ("Brightpost", "Mail", ("Ireland",)),
    ]


def test_labels_beside_their_values_are_no_titles_of_a_grid():
    card = (
        '<div class="card"><div>{}</div><div><span class="tag">Purpose</span>'
        '<span class="tag">{}</span></div><div><span class="tag">Location</span>'
        '<span class="tag">{}</span></div></div>'
    )
    cards = [("Stripe", "Payments", "USA"), ("Mailgun", "AI services", "USA")]
    markup = "<div>" + "".join(card.format(*texts) for texts in cards) + "</div>"

    assert names(entries(markup)) == ["Stripe", "Mailgun"]


def test_titles_may_be_chips_in_one_container():
    markup = (
        "<div><div><span>Provider</span><span>Purpose</span></div>"
        "<div><p>Nimbusfold</p><p>Search</p></div></div>"
    )

    assert names(entries(markup)) == ["Nimbusfold"]


def test_cards_that_begin_with_a_name():
    card = '<div class="card"><div>{}</div><p>{}</p><span>{}</span></div>'
    cards = card.format("Stripe", "Payments", "USA") + card.format("Brightpost", "Mail", "Norway")
    markup = f"<div>{cards}</div>"

    found = entries(markup)

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Stripe", "Payments", ("USA",)),
        ("Brightpost", "Mail", ("Norway",)),
    ]


def test_labels_in_cards_make_strangers_vendors():
    card = (
        "<section class=c><p>{}</p><dl><dt>Purpose</dt><dd>{}</dd>"
        "<dt>Location</dt><dd>Norway</dd></dl></section>"
    )
    markup = card.format("Nimbusfold", "Search") + card.format("Brightpost", "Mail")

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Nimbusfold", "Search"),
        ("Brightpost", "Mail"),
    ]


def test_cards_of_integrations_are_no_list():
    markup = (
        "<h1>Integrations</h1><p>Connect Quillmark with third-party tools.</p><div>"
        "<div class=c><h3>Slack</h3><p>Chat</p></div>"
        "<div class=c><h3>Zapier</h3><p>Flows</p></div></div>"
    )

    assert read(page(markup)).entries == ()


def test_a_line_that_every_card_has_is_a_label():
    card = (
        "<section class=c><p>{}</p><div><div>Purpose</div><div>{}</div></div>"
        "<div><div>Location</div><div>{}</div></div>"
        "<div><div>Data</div><div>Email address, name</div></div></section>"
    )
    markup = card.format("Nimbusfold", "Product analytics", "Norway") + card.format(
        "Brightpost", "Mail", "Ireland"
    )

    found = entries(f"<div>{markup}</div>")

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold", "Product analytics", ("Norway",)),
        ("Brightpost", "Mail", ("Ireland",)),
    ]
    assert {entry.data for entry in found} == {("Email address", "name")}


def test_certificates_are_no_purpose():
    card = "<section class=c><h3>{}</h3><p>{}</p><span>SOC 2 Type II</span></section>"
    markup = card.format("Stripe", "Payments") + card.format("Brightpost Ltd", "Mail")

    found = entries(f"<div>{markup}</div>")

    assert [(entry.purpose, entry.notes) for entry in found] == [
        ("Payments", "SOC 2 Type II"),
        ("Mail", "SOC 2 Type II"),
    ]


def test_a_place_on_its_own_line_may_say_where_in_the_country():
    card = '<div class="card"><h4>{}</h4><p>{}</p><p>{}</p></div>'
    cards = [
        ("Nimbusfold Inc.", "Search", "United States (us-east-1)"),
        ("Brightpost Ltd", "Mail", "EU (Dublin)"),
    ]

    found = entries("<div>" + "".join(card.format(*texts) for texts in cards) + "</div>")

    assert [(entry.purpose, entry.locations) for entry in found] == [
        ("Search", ("United States (us-east-1)",)),
        ("Mail", ("EU (Dublin)",)),
    ]


def test_cells_of_a_grid_may_stand_beside_their_titles():
    texts = ["Vendor", "Purpose", "Location"]
    texts += ["Nimbusfold", "Search", "Norway", "Brightpost", "Mail", "Ireland"]

    found = entries("<div>" + "".join(f"<div>{text}</div>" for text in texts) + "</div>")

    assert [(entry.entity, entry.purpose, entry.locations) for entry in found] == [
        ("Nimbusfold", "Search", ("Norway",)),
        ("Brightpost", "Mail", ("Ireland",)),
    ]


def test_cards_of_each_section_are_one_list():
    card = '<div class="card"><div>{}</div><div>{}</div><div>Norway</div></div>'
    sections = [
        ("Infrastructure", [("Nimbusfold Inc.", "Hosting"), ("Stripe", "Payments")]),
        ("Support", [("Brightpost Ltd", "Mail"), ("Zendesk", "Tickets")]),
        ("Analytics", [("Quillmoor AB", "Web analytics")]),
    ]
    markup = "".join(
        f"<h2>{title}</h2><div>{''.join(card.format(*texts) for texts in cards)}</div>"
        for title, cards in sections
    )

    found = entries(f"<div>{markup}</div>")

    assert [(entry.entity, entry.section) for entry in found] == [
        ("Nimbusfold Inc.", "Infrastructure"),
        ("Stripe", "Infrastructure"),
        ("Brightpost Ltd", "Support"),
        ("Zendesk", "Support"),
        ("Quillmoor AB", "Analytics"),
    ]


def test_what_is_said_above_the_first_card_holds_for_all_and_a_monogram_is_no_name():
    card = (
        '<div class="card"><div>{}</div><div><div>{}</div><div>Database</div>'
        "<p>{} keeps what we hold.</p><p>It does so day and night.</p></div></div>"
    )
    cards = card.format("SB", "Supabase", "Supabase") + card.format("St", "Stripe", "Stripe")
    markup = (
        "<html><body><main><h1>Contracts</h1><p>We have a contract with all processors below.</p>"
        f"<div>{cards}</div></main></body></html>"
    )

    assert names(read(page(markup)).entries) == ["Supabase", "Stripe"]


def test_a_row_of_titles_of_which_one_means_nothing_heads_a_grid():
    rows = "".join(
        f"<div class=r><div><b>{name}</b></div><div>Mail</div><div>Names</div><div>Web</div></div>"
        for name in ("Resend", "Nimbusfold")
    )
    head = "<div>Proveedor</div><div>Función</div><div>Datos</div><div>Xyzzy</div>"
    markup = f"<div><div class='row head'>{head}</div>{rows}</div>"

    assert [(e.entity, e.purpose, e.data) for e in entries(markup)] == [
        ("Resend", "Mail", ("Names",)),
        ("Nimbusfold", "Mail", ("Names",)),
    ]


def test_labels_that_come_again_in_each_card_are_no_cards():
    card = (
        '<div class="c"><div>{}</div><div>{} Ltd</div><div><span>Location of processing</span>'
        "<span>Norway</span></div><div><span>Description of services</span>"
        "<span>{}</span></div></div>"
    )
    cards = [("Nimbusfold", "Search"), ("Brightpost", "Mail"), ("Callowmere", "Hosting")]
    markup = "<section>" + "".join(card.format(n, n, said) for n, said in cards) + "</section>"

    found = entries(markup)

    assert [(entry.entity, entry.purpose) for entry in found] == [
        ("Nimbusfold Ltd", "Search"),
        ("Brightpost Ltd", "Mail"),
        ("Callowmere Ltd", "Hosting"),
    ]
