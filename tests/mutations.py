"""Pages of our own writing in ten layouts, and what design, fault and fact do to them."""

import html
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from scrapers.page import Page


@dataclass(frozen=True)
class Row:
    """One company as a list prints it."""

    name: str
    purpose: str
    place: str
    link: str
    section: str = "Infrastructure"


ROWS = (
    Row("Borealis Compute, Inc.", "Hosting of servers and databases", "Ireland", "borealis"),
    Row("Mailwind GmbH", "Delivery of transactional e-mail", "Germany", "mailwind"),
    Row("Coinbridge B.V.", "Processing of card payments", "Netherlands", "coinbridge"),
    Row("Logpine Software LLC", "Collection of error reports", "United States", "logpine"),
    Row("Talkfern, Inc.", "Live chat with customers", "United States", "talkfern", "Support"),
    Row("Gridmoss SAS", "Measurement of web traffic", "France", "gridmoss", "Support"),
    Row(
        "Deskharbor Pty Ltd", "Ticketing of support requests", "Australia", "deskharbor", "Support"
    ),
    Row("Quillmark Oy", "Signing of contracts", "Finland", "quillmark", "Support"),
)
SPARE = (
    Row("Vaultwren Ltd.", "Storage of encrypted backups", "United Kingdom", "vaultwren"),
    Row("Pagemoth Inc.", "Rendering of documents", "Canada", "pagemoth", "Support"),
)
PLACES = ("Japan", "Brazil", "Norway", "Singapore")
PURPOSES = ("Prediction of churn by statistical models", "Translation of user content")


@dataclass(frozen=True)
class Chrome:
    """Everything of a page that is not its list."""

    title: str = "Subprocessors"
    intro: str = "Acme uses the following subprocessors to provide its services."
    updated: str | None = "Last updated: March 3, 2025"
    headings: tuple[str, str, str] = ("Subprocessor", "Purpose", "Location")
    navigation: tuple[str, ...] = ("Product", "Pricing", "Docs")
    footer: str = "© 2024 Acme. All rights reserved."
    banner: str = ""
    css: str = ""
    order: tuple[int, int, int] = (0, 1, 2)


@dataclass(frozen=True)
class Sheet:
    """A page before it is written: rows, what surrounds them, what is done to the text at last."""

    rows: tuple[Row, ...] = ROWS
    chrome: Chrome = field(default_factory=Chrome)
    finish: tuple[Callable[[str], str], ...] = ()


def _e(text: str) -> str:
    return html.escape(text)


def _link(row: Row) -> str:
    return f'<a href="https://{row.link}.example/legal">{_e(row.name)}</a>'


def _frame(sheet: Sheet, body: str, language: str = "en") -> str:
    chrome = sheet.chrome
    links = "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in chrome.navigation)
    updated = f"<p>{chrome.updated}</p>\n" if chrome.updated else ""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{chrome.title} | Acme</title>\n</head>\n<body>\n{chrome.banner}"
        f"<header><nav><ul>{links}</ul></nav></header>\n<main>\n<h1>{chrome.title}</h1>\n"
        f"<p>{chrome.intro}</p>\n{updated}{body}\n</main>\n"
        f"<footer><p>{chrome.footer}</p></footer>\n</body>\n</html>\n"
    )


def _class(sheet: Sheet) -> str:
    return f' class="{sheet.chrome.css}"' if sheet.chrome.css else ""


def _table_of(sheet: Sheet, rows: Sequence[Row]) -> str:
    order, cls = sheet.chrome.order, _class(sheet)
    head = "".join(f"<th{cls}>{sheet.chrome.headings[i]}</th>" for i in order)
    lines = [
        "<tr>"
        + "".join(f"<td{cls}>{(_link(r), _e(r.purpose), _e(r.place))[i]}</td>" for i in order)
        + "</tr>"
        for r in rows
    ]
    body = "\n".join(lines)
    return f"<table{cls}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _sections(rows: Sequence[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.section, []).append(row)
    return groups


def table(sheet: Sheet) -> str:
    return _frame(sheet, _table_of(sheet, sheet.rows))


def sectioned_tables(sheet: Sheet) -> str:
    return _frame(
        sheet,
        "\n".join(
            f"<h2>{name}</h2>\n{_table_of(sheet, rows)}"
            for name, rows in _sections(sheet.rows).items()
        ),
    )


def german_table(sheet: Sheet) -> str:
    titles = {"Subprocessor": "Unterauftragnehmer", "Purpose": "Zweck", "Location": "Land"}
    chrome = replace(
        sheet.chrome,
        title="Unterauftragsverarbeiter",
        intro="Wir setzen die folgenden Unterauftragsverarbeiter ein.",
        updated="Stand: 3. März 2025" if sheet.chrome.updated else None,
        headings=tuple(titles.get(h, h) for h in sheet.chrome.headings),
    )
    german = replace(sheet, chrome=chrome)
    return _frame(german, _table_of(german, german.rows), "de")


def grid(sheet: Sheet) -> str:
    """A table of divs with ARIA roles."""
    order = sheet.chrome.order
    head = "".join(f'<div role="columnheader">{sheet.chrome.headings[i]}</div>' for i in order)
    rows = "\n".join(
        '<div role="row">'
        + "".join(
            f'<div role="cell">{(_link(r), _e(r.purpose), _e(r.place))[i]}</div>' for i in order
        )
        + "</div>"
        for r in sheet.rows
    )
    return _frame(sheet, f'<div role="table"><div role="row">{head}</div>\n{rows}\n</div>')


def cards(sheet: Sheet) -> str:
    titles = sheet.chrome.headings
    return _frame(
        sheet,
        f'<div class="grid {sheet.chrome.css}">\n'
        + "\n".join(
            f'<div class="card"><h3>{_link(r)}</h3>'
            f"<p><strong>{titles[1]}:</strong> {_e(r.purpose)}</p>"
            f"<p><strong>{titles[2]}:</strong> {_e(r.place)}</p></div>"
            for r in sheet.rows
        )
        + "\n</div>",
    )


def bullets(sheet: Sheet) -> str:
    items = "\n".join(
        f"<li{_class(sheet)}><strong>{_link(r)}</strong> – {_e(r.purpose)} ({_e(r.place)})</li>"
        for r in sheet.rows
    )
    return _frame(sheet, f"<ul>\n{items}\n</ul>")


def headings(sheet: Sheet) -> str:
    titles = sheet.chrome.headings
    return _frame(
        sheet,
        "\n".join(
            f"<h3>{_link(r)}</h3>\n<p>{titles[1]}: {_e(r.purpose)}</p>\n"
            f"<p>{titles[2]}: {_e(r.place)}</p>"
            for r in sheet.rows
        ),
    )


def definitions(sheet: Sheet) -> str:
    titles = sheet.chrome.headings
    items = "\n".join(
        f"<dt>{_link(r)}</dt><dd>{titles[1]}: {_e(r.purpose)}</dd>"
        f"<dd>{titles[2]}: {_e(r.place)}</dd>"
        for r in sheet.rows
    )
    return _frame(sheet, f"<dl{_class(sheet)}>\n{items}\n</dl>")


def markdown(sheet: Sheet) -> str:
    chrome, order = sheet.chrome, sheet.chrome.order
    head = " | ".join(chrome.headings[i] for i in order)
    rule = " | ".join("---" for _ in order)
    lines = [
        " | ".join(
            (f"[{r.name}](https://{r.link}.example/legal)", r.purpose, r.place)[i] for i in order
        )
        for r in sheet.rows
    ]
    table_lines = "\n".join(f"| {line} |" for line in (head, rule, *lines))
    updated = f"{chrome.updated}\n\n" if chrome.updated else ""
    return f"# {chrome.title}\n\n{chrome.intro}\n\n{updated}{table_lines}\n\n{chrome.footer}\n"


def sectioned_bullets(sheet: Sheet) -> str:
    parts = [
        f"<h2>{name}</h2>\n<ul>\n"
        + "\n".join(f"<li>{_link(r)}: {_e(r.purpose)} ({_e(r.place)})</li>" for r in rows)
        + "\n</ul>"
        for name, rows in _sections(sheet.rows).items()
    ]
    return _frame(sheet, "\n".join(parts))


LAYOUTS: dict[str, Callable[[Sheet], str]] = {
    one.__name__: one
    for one in (
        table,
        sectioned_tables,
        german_table,
        grid,
        cards,
        bullets,
        sectioned_bullets,
        headings,
        definitions,
        markdown,
    )
}


def write(layout: str, sheet: Sheet) -> Page:
    """The page as a server would send it."""
    text = LAYOUTS[layout](sheet)
    for change in sheet.finish:
        text = change(text)
    media_type = "text/markdown" if layout == "markdown" else "text/html"
    return Page(
        url="https://acme.example/subprocessors", content=text.encode(), media_type=media_type
    )


# -- what changes nothing ------------------------------------------------------------------------


def _finish(change: Callable[[str], str]) -> Callable[[Sheet, random.Random], Sheet]:
    return lambda sheet, _: replace(sheet, finish=(*sheet.finish, change))


def _chrome(**fields: object) -> Callable[[Sheet, random.Random], Sheet]:
    return lambda sheet, _: replace(sheet, chrome=replace(sheet.chrome, **fields))


def _reorder(sheet: Sheet, rng: random.Random) -> Sheet:
    return replace(sheet, rows=tuple(rng.sample(sheet.rows, len(sheet.rows))))


def _regroup(sheet: Sheet, rng: random.Random) -> Sheet:
    names = ("Core platform", "Add-ons", "Operations")
    rows = [replace(row, section=names[i % 3]) for i, row in enumerate(sheet.rows)]
    return replace(sheet, rows=tuple(sorted(rows, key=lambda row: row.section)))


def _nonces(text: str) -> str:
    count = iter(range(10_000))
    return re.sub(r"<(p|div|td|li|h\d)\b", lambda m: f'<{m[1]} data-v="k{next(count)}x"', text)


def _entities(text: str) -> str:
    return re.sub(r"(?<=[a-z]) of (?=[a-z])", "&nbsp;&#111;f&#x20;", text)


def _zero_width(text: str) -> str:
    return text.replace(" of ", " of\u200b ")


def _minify(text: str) -> str:
    return re.sub(r">\s+<", "><", text)


def _spread(text: str) -> str:
    return re.sub(r"(</?(?:tr|td|li|div|p|h\d|dt|dd)\b[^>]*>)", r"\n    \1\n    ", text)


def _scripts(text: str) -> str:
    extra = '<script nonce="r4nd0m">window.t=1732;</script><style>.a{color:red}</style></head>'
    return text.replace("</head>", extra)


def _wrapped(text: str) -> str:
    opened = text.replace("<main>", '<main><div class="w-full"><div class="px-4"><section>')
    return opened.replace("</main>", "</section></div></div></main>")


def _carousel(text: str) -> str:
    words = "<li>“Best tool ever” – Kim, Lumen</li><li>“We love it” – Ola</li>"
    return text.replace("<footer>", f"<aside><ul>{words}</ul></aside><footer>")


BANNER = (
    '<div role="dialog" class="cookie"><p>We use cookies to improve this site.</p>'
    "<button>Accept</button></div>\n"
)
COSMETIC: dict[str, Callable[[Sheet, random.Random], Sheet]] = {
    "rows reordered": _reorder,
    "regrouped": _regroup,
    "columns reordered": _chrome(order=(0, 2, 1)),
    "headings retitled": _chrome(headings=("Company name", "Description of service", "Country")),
    "restyled": _chrome(css="tbl tbl--wide"),
    "date line moved on": _chrome(updated="Last updated: April 9, 2025"),
    "date line gone": _chrome(updated=None),
    "intro reworded": _chrome(intro="To provide our services we engage these subprocessors:"),
    "page title": _chrome(title="List of Subprocessors"),
    "navigation": _chrome(navigation=("Platform", "Customers", "Blog", "Careers")),
    "footer year": _chrome(footer="© 2025 Acme. All rights reserved."),
    "cookie banner": _chrome(banner=BANNER),
    "nonces": _finish(_nonces),
    "entities": _finish(_entities),
    "zero width": _finish(_zero_width),
    "minified": _finish(_minify),
    "spread out": _finish(_spread),
    "scripts": _finish(_scripts),
    "wrapped": _finish(_wrapped),
    "carousel": _finish(_carousel),
    "comment": _finish(lambda text: text.replace("<h1>", "<!-- built 17:32 --><h1>")),
    "line ends": _finish(lambda text: text.replace("\n", "\r\n")),
}
HTML_ONLY = frozenset(
    ("nonces", "minified", "spread out", "entities", "scripts", "wrapped", "carousel", "comment")
)


# -- what is no list any more ----------------------------------------------------------------------


def _shell(body: str) -> Callable[[str], str]:
    return lambda _: (
        f'<!doctype html><html lang="en"><head><title>Acme</title></head><body>{body}</body></html>'
    )


FAULTS: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "blank": _shell(""),
    "challenge": _shell(
        '<h1>One moment</h1><p>Checking your browser before you go on.</p><div id="check"></div>'
        "<noscript>Enable JavaScript and cookies to continue</noscript>"
    ),
    "log-in": _shell(
        '<h1>Sign in</h1><form action="/login"><label>E-mail<input name="email"></label>'
        '<label>Password<input type="password"></label><button>Log in</button></form>'
    ),
    "maintenance": _shell("<h1>We will be back soon</h1><p>Acme is down for maintenance.</p>"),
    "not found": _shell("<h1>404</h1><p>The page you are looking for does not exist.</p>"),
    "shell": _shell(
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'
        '<script src="/static/main.3f2a.js"></script>'
    ),
    "moved": _shell(
        "<h1>Subprocessors</h1><p>Our list of subprocessors now lives in our "
        '<a href="https://trust.acme.example">Trust Center</a>.</p>'
    ),
    "truncated": lambda text: text[: int(len(text) * 0.55)],
    "cut early": lambda text: text[: int(len(text) * 0.3)],
}


# -- what is a change ------------------------------------------------------------------------------

Expected = set[tuple[str, str, str | None]]


def common(row: Row) -> str:
    return re.sub(r",? (?:Inc\.|GmbH|B\.V\.|LLC|SAS|Pty Ltd|Oy|Ltd\.)$", "", row.name)


def _swap(sheet: Sheet, at: int, **fields: str) -> Sheet:
    rows = list(sheet.rows)
    rows[at] = replace(rows[at], **fields)
    return replace(sheet, rows=tuple(rows))


def add(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    new = rng.choice(SPARE)
    at = rng.choice([i for i, row in enumerate(sheet.rows) if row.section == new.section])
    rows = (*sheet.rows[:at], new, *sheet.rows[at:])
    return replace(sheet, rows=rows), {("added", common(new), None)}


def remove(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at = rng.randrange(len(sheet.rows))
    rows = (*sheet.rows[:at], *sheet.rows[at + 1 :])
    return replace(sheet, rows=rows), {("removed", common(sheet.rows[at]), None)}


def supplant(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at, other = rng.randrange(len(sheet.rows)), rng.choice(SPARE)
    gone = ("removed", common(sheet.rows[at]), None)
    return (
        _swap(sheet, at, name=other.name, link=other.link),
        {gone, ("added", common(other), None)},
    )


def rename(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at = rng.randrange(len(sheet.rows))
    old = common(sheet.rows[at])
    return _swap(sheet, at, name=f"Newbrand (formerly {old})"), {("renamed", "Newbrand", None)}


def amend_purpose(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at = rng.randrange(len(sheet.rows))
    told = ("amended", common(sheet.rows[at]), "purpose")
    return _swap(sheet, at, purpose=rng.choice(PURPOSES)), {told}


def amend_place(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at = rng.randrange(len(sheet.rows))
    told = ("amended", common(sheet.rows[at]), "locations")
    return _swap(sheet, at, place=rng.choice(PLACES)), {told}


def amend_link(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    at = rng.randrange(len(sheet.rows))
    told = ("amended", common(sheet.rows[at]), "link")
    return _swap(sheet, at, link=f"privacy.{sheet.rows[at].link}"), {told}


def amend_two(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    one, other = rng.sample(range(len(sheet.rows)), 2)
    told = {
        ("amended", common(sheet.rows[one]), "purpose"),
        ("amended", common(sheet.rows[other]), "locations"),
    }
    sheet = _swap(sheet, one, purpose=rng.choice(PURPOSES))
    return _swap(sheet, other, place=rng.choice(PLACES)), told


def add_and_remove(sheet: Sheet, rng: random.Random) -> tuple[Sheet, Expected]:
    less, gone = remove(sheet, rng)
    more, come = add(less, rng)
    return more, gone | come


REAL = {
    one.__name__: one
    for one in (
        add,
        remove,
        supplant,
        rename,
        amend_purpose,
        amend_place,
        amend_link,
        amend_two,
        add_and_remove,
    )
}
