"""Pages of any size and of every shape that is hard to read, made here.

Each takes a size in bytes and gives about as many, but for PDFs, whose bytes are packed.
"""

import json
import zlib
from collections.abc import Callable
from itertools import cycle

Make = Callable[[int], bytes]
HEAD = "<html lang=en><title>Sub-processors</title><h1>Sub-processors</h1><p>We use these.</p>"
POLICY = "<html lang=en><title>Privacy policy</title><h1>Privacy policy</h1>"
TITLES = "<table><tr><th>Name</th><th>Purpose</th><th>Location</th></tr>"
SENTENCES = (
    "We share your personal data with Stripe, Inc., which processes payments for us in Ireland.",
    "We do not share your personal data with third parties.",
    "Our service providers, such as Amazon Web Services, Zendesk and Intercom, store usage data.",
    "We will notify you at least 30 days before we engage a new sub-processor.",
    "You may object to a new sub-processor within 14 days of receiving our notice.",
    "We use Google Analytics to learn how our website is used; it receives your IP address.",
    "Data never leaves the European Union, but it is transferred to the United States.",
    "You have the right to ask us for a copy of what we hold, and to have it corrected.",
)
NAMES = ("Fjordline AS", "Northwind Mail, Inc.", "Stripe", "Zendesk", "Kestrel Labs Ltd.", "Acme")


def repeated(head: str, *parts: str, tail: str = "") -> Make:
    """A head, and parts in turn until the size is reached; `#` in a part becomes a number."""

    def make(size: int) -> bytes:
        left, found = size - len(head), [head]
        for number, part in enumerate(cycle(parts)):
            found.append(part.replace("#", str(number)))
            left -= len(found[-1])
            if left <= 0:
                break
        return "".join([*found, tail]).encode()

    return make


def deep(opening: str, closing: str, head: str = HEAD) -> Make:
    """Elements each inside the one before."""

    def make(size: int) -> bytes:
        depth = size // (len(opening) + len(closing))
        return f"{head}{opening * depth}Stripe{closing * depth}".encode()

    return make


def of_rows(row: Callable[[int], object], wrap: Callable[[list[object]], str]) -> Make:
    """As many rows as fill the size, wrapped as one text."""

    def make(size: int) -> bytes:
        length = len(wrap([row(1), row(2)])) - len(wrap([row(1)]))
        return wrap([row(number) for number in range(size // length)]).encode()

    return make


def record(number: int) -> dict[str, str]:
    return {"name": f"Company {number}, Inc.", "purpose": "Hosting", "country": "Ireland"}


def _json(rows: list[object]) -> str:
    return json.dumps({"subprocessors": rows})


def _state(rows: list[object]) -> str:
    return f"{HEAD}<script>window.__STATE__ = {_json(rows)};</script>"


def _entities(size: int) -> bytes:
    """Entities that stand for others, ten times each; libxml2 must not take them at their word."""
    levels = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE html [<!ENTITY l0 "Stripe">{levels}]>{HEAD}<p>&l9;</p>'
    return repeated(head, "<p>&l9;&amp;&#x26;&nbsp;&bogus;</p>")(size)


def _mixed(size: int) -> bytes:
    """Lines in one charset after the other."""
    line = "<p>Stripe verarbeitet Zahlungen für uns – größtenteils.</p>"
    lines = [line.encode(name, "replace") for name in ("utf-8", "cp1252", "utf-16-le", "shift_jis")]
    whole = HEAD.encode() + b"".join(lines)
    return (whole * (size // len(whole) + 1))[:size]


def _bytes(size: int) -> bytes:
    """No text at all, and no two stretches alike."""
    state, found = 1, bytearray()
    while len(found) < min(size, 65_536):
        state = (state * 1_103_515_245 + 12_345) & 0x7FFFFFFF
        found.append(state >> 16 & 0xFF or 1)
    return (b"<p>" + bytes(found)) * (size // len(found) + 1)


def pdf(size: int, content: bytes, *, pages: int = 1) -> bytes:
    """A PDF whose every page draws the same, `content` until unpacked it is `size` bytes."""
    packed = zlib.compress(content * (size // len(content)), 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


_ROW = "<tr><td>Company #, Inc.</td><td>Hosting</td><td>Ireland</td></tr>"
_CSV = "Company #, Inc.;Hosting of data;Ireland\n"
_MD_ROW = "| Company #, Inc. | Hosting | Ireland |\n"
_TEXT = b"BT /F 12 Tf 50 700 Td (Stripe, Inc. hosts data) Tj ET\n"
SHAPES: dict[str, tuple[str, Make]] = {
    "page of a list": (".html", repeated(HEAD + TITLES, _ROW, tail="</table></html>")),
    "tiny cells": (".html", repeated(HEAD + TITLES + "<tr>", "<td>a")),
    "tiny cells in rows": (".html", repeated(HEAD + TITLES, "<tr><td>a<td>b")),
    "rowspan": (".html", repeated(HEAD + TITLES, "<tr><td rowspan=1000000>Stripe<td>Mail#")),
    "colspan": (".html", repeated(HEAD + TITLES, "<tr><td colspan=1000000>Stripe<td>Mail#")),
    "tables": (".html", repeated(HEAD, TITLES + "<tr><td>Acme #<td>Mail<td>Norway</table>")),
    "tables in tables": (".html", deep("<table><tr><td>", "</table>")),
    "nested tags": (".html", deep("<div>", "</div>")),
    "nested lists": (".html", deep("<ul><li>", "")),
    "nested bold": (".html", deep("<b>", "")),
    "never closed": (".html", repeated(HEAD, "<div><p><b>Stripe<table><li>")),
    "broken markup": (".html", repeated(HEAD, "<<p <a href='x><td></b></p><!-- <li>", "Stripe, ")),
    "entities": (".html", _entities),
    "ampersands": (".html", repeated(HEAD, "&amp;")),
    "mixed encodings": (".html", _mixed),
    "random bytes": (".html", _bytes),
    "NULs": (".html", repeated(HEAD, "<p>S\0tripe\0\0\0\0\0\0\0\0</p>")),
    "only NULs": (".html", repeated("", "\0")),
    "right to left marks": (".html", repeated(HEAD, "<p>\u202eStripe\u202c \u200f\u200f</p>")),
    "bullets": (".html", repeated(HEAD + "<ul>", "<li>Company #, Inc. - payments (USA)</li>")),
    "headings": (".html", repeated(HEAD, "<h3>Company #, Inc.</h3><p>Purpose: mail</p>")),
    "cards": (".html", repeated(HEAD, "<div class=c><h3>Company #</h3><p>Mail</p></div>")),
    "labelled lines": (".html", repeated(HEAD, "<p>Name: Company #</p><p>Purpose: mail</p>")),
    "short lines": (".html", repeated(HEAD, "<p>Company #</p>")),
    "attributes": (".html", repeated(HEAD, "<p class='a# b' data-x=1 style='color:red'>A</p>")),
    "one element's attributes": (".html", repeated(HEAD + "<p ", "a#=b ")),
    "links": (".html", repeated(HEAD, "<a href='/legal/#'>Company #, Inc.</a> ")),
    "links in one line": (".html", repeated(HEAD + "<p>", "<a href='/#'>Company #</a>, ")),
    "comments": (".html", repeated(HEAD, "<!-- Stripe, Inc. -->")),
    "one open comment": (".html", repeated(HEAD + "<!--", "Stripe, Inc. ")),
    "script with state": (".html", of_rows(record, _state)),
    "script of empty lists": (
        ".html",
        of_rows(
            lambda _: [], lambda rows: f"{HEAD}<script>processor = {json.dumps(rows)};</script>"
        ),
    ),
    "scripts of empty lists": (
        ".html",
        repeated(HEAD, f"<script>processor = [{'[],' * 30_000}[]];</script>"),
    ),
    "scripts": (".html", repeated(HEAD, "<script>var processor = [{'a': [1, {;</script>")),
    "program": (".html", repeated(HEAD + "<script>// processor\n", "f({a: [1, {b: 2}], c: d([")),
    "prose": (".html", repeated(POLICY, *(f"<p>{text}</p>" for text in SENTENCES))),
    "prose, one paragraph": (".html", repeated(POLICY, *(f"{text} " for text in SENTENCES))),
    "prose, no full stop": (".html", repeated(POLICY, "we share data with Stripe and Acme # and ")),
    "names": (".html", repeated(POLICY, *(f"{name}, " for name in NAMES))),
    "names in a text": (".txt", repeated("We share data with ", *(f"{name}, " for name in NAMES))),
    "one word": (".txt", repeated("", "a")),
    "capitals": (".txt", repeated("We use ", "A")),
    "blanks": (".txt", repeated("We use ", " ")),
    "brackets": (".txt", repeated("We use Stripe ", "(")),
    "quotes": (".txt", repeated("We use ", "\u201cStripe ")),
    "short lines of text": (".txt", repeated("Sub-processors\n\n", "Company #, Inc. - mail\n")),
    "empty lines": (".txt", repeated("We use Stripe", "\n")),
    "text policy": (".txt", repeated("Privacy policy\n\n", *(f"{text}\n" for text in SENTENCES))),
    "Markdown table": (
        ".md",
        repeated("# Sub-processors\n\n|Name|Purpose|Place|\n|-|-|-|\n", _MD_ROW),
    ),
    "Markdown bullets": (".md", repeated("# Sub-processors\n\n", "- **Company #** (USA): mail\n")),
    "Markdown quotes": (".md", repeated("# Sub-processors\n\n", ">")),
    "Markdown brackets": (".md", repeated("We use ", "[")),
    "Markdown stars": (".md", repeated("We use ", "*a ")),
    "Markdown links": (".md", repeated("We use ", "[Company #](https://x.example/#), ")),
    "Markdown code": (".md", repeated("We use ", "`a")),
    "CSV": (".csv", repeated("Name;Purpose;Country\n", _CSV)),
    "CSV, one row": (".csv", repeated("Name;Purpose;Country\n", "Stripe;")),
    "CSV, one cell": (".csv", repeated('Name;Purpose\n"', "Stripe, Inc.\n")),
    "CSV, quotes": (".csv", repeated("Name,Purpose\n", '"')),
    "JSON": (".json", of_rows(record, _json)),
    "JSON, nested": (".json", deep('{"a":[', "", head="")),
    "JSON, nested and whole": (".json", deep("[", "]", head="")),
    "JSON, one list": (".json", of_rows(lambda number: number, json.dumps)),
    "JSON, empty lists": (".json", of_rows(lambda _: [], json.dumps)),
    "JSON, empty objects": (".json", of_rows(lambda _: {}, json.dumps)),
    "JSON, one text": (
        ".json",
        of_rows(lambda number: "ab ", lambda rows: json.dumps("".join(rows))),
    ),
    "PDF, many words": (".pdf", lambda size: pdf(size, _TEXT)),
    "PDF, many pages": (".pdf", lambda size: pdf(size // 2_000, _TEXT, pages=size // 2_000)),
    "PDF, a bomb": (".pdf", lambda size: pdf(size * 40, b" ")),
    "PDF, many rules": (".pdf", lambda size: pdf(size, b"0 0 m 9 9 l 50 50 200 100 re S\n")),
    "PDF, noise": (".pdf", lambda size: b"%PDF-1.7\n" + _bytes(size)),
}
