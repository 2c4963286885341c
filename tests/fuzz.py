"""Look for bytes that the reader cannot take, guided by the code that they reach.

    python -m tests.fuzz [SECONDS] [FOLDER]

It wants Atheris, which is in no requirements file: `pip install atheris` into an environment of its
own, beside requirements.txt. What it finds stands in FOLDER, once for each place in the code.
"""

import json
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from scrapers.page import Page

TESTS = Path(__file__).parent
KINDS = {
    "h": "text/html",
    "m": "text/markdown",
    "t": "text/plain",
    "c": "text/csv",
    "j": "application/json",
    "p": "application/pdf",
}
SUFFIXES = {".html": "h", ".md": "m", ".txt": "t", ".csv": "c", ".json": "j", ".pdf": "p"}
LONGEST = 12_000  # bytes of one input; what size does is bench/bounds.py's part
SLOW = 2.0  # seconds for one input
WORDS = (
    "Sub-processors|Purpose|Location|Name|Country|Entity|Data|We use|We share|such as|to process"
    "|within 30 days|notify you|object|third parties|Last updated|Privacy policy|Inc.|GmbH|Stripe"
    "|Amazon Web Services|Ireland|Germany|not|removed|until|January|2026-01-02|, and |(|)|–|/|;"
    "|<table>|<tr>|<td>|<th>|<ul>|<li>|<h2>|<p>|<b>|<div class=a>|<br>|<dl>|<dt>|<dd>|<a href=x>"
    "|<s>|<details>|<summary>|<script>|</script>|</table>|</ul>|</div>|rowspan=3|colspan=9|&amp;"
    '|&#0;|&#x202e;|<!--|-->|# |## |- |* |1. |**|](|```|~~~|[^1]|---|{"name":|"purpose":|[{'
    '|}]|\\u0000|__next_f.push([1,|JSON.parse("| BT | Tj | Td | re | Do | obj|endobj|stream'
)


def check(data: bytes) -> None:
    """Read, explain, print and compare what an input holds. Raises where a promise is broken."""
    from inventory.diff import compare_readings
    from scrapers.documents import document_text, open_document
    from scrapers.explain import explain, explanation_to_json
    from scrapers.quotes import find_quote
    from scrapers.wire import reading_to_json

    page = page_of(data)
    explanation = explain(page)
    reading = explanation.reading
    assert reading.complete or reading.problem, "incomplete, and no problem told"
    text = document_text(open_document(page)) if reading.entries or reading.notice else ""
    for quote in [entry.quote for entry in reading.entries] + [
        term.quote for term in reading.notice
    ]:
        assert find_quote(text, quote), f"a quote that is not on the page: {quote!r}"
    said = reading_to_json(reading, page.url) | explanation_to_json(explanation)
    json.dumps(said, ensure_ascii=False).encode()
    assert compare_readings(reading, reading).differences == (), "a page differs from itself"


def page_of(data: bytes) -> Page:
    """The page that an input stands for: its first byte tells the kind, the others are its own."""
    kind = list(KINDS.values())[data[0] % len(KINDS) if data else 0]
    return Page("https://vendor.example/list", data[1:], kind)


def seeds() -> Iterator[bytes]:
    """Inputs to begin with: the pages of our own that tests read, and PDFs made here."""
    for path in sorted((TESTS / "pages").rglob("*")):
        if kind := SUFFIXES.get(path.suffix):
            yield _input(kind, path.read_bytes())
    for path in sorted((TESTS.parent / "inventory" / "demo" / "pages").rglob("*.html")):
        yield _input("h", path.read_bytes())
    clauses = (TESTS / "clauses.txt").read_bytes()
    yield from (_input("t", clauses[at : at + 4_000]) for at in range(0, len(clauses), 4_000))
    yield _input("c", b'Name,Purpose,Country\nFjordline AS,Hosting,Norway\n"A, B",Mail,\n')
    yield _input("j", b'{"subprocessors": [{"name": "Fjordline AS", "purpose": "Hosting"}]}')
    yield from (_input("p", content) for content in _pdfs())


def found_before() -> Iterator[tuple[str, bytes]]:
    """What earlier runs found, by name; it stays mended."""
    for path in sorted((TESTS / "fuzzed").glob("*")):
        yield path.name, _input(SUFFIXES[path.suffix], path.read_bytes())


def _input(kind: str, content: bytes) -> bytes:
    return bytes([list(KINDS).index(kind)]) + content[:LONGEST]


def _pdfs() -> Iterator[bytes]:
    """Small PDFs, none of them packed: what is packed cannot be changed byte by byte."""
    from tests.pdfs import GRID, LINES, bullets, columns, heading, made_pdf, paragraph, table

    rows = [("Sub-processor", "Purpose", "Location"), ("Fjordline AS", "Hosting", "Norway")]
    head, text = heading("Sub-processors"), "We tell you of changes 30 days in advance."
    for style in (GRID, LINES, ()):
        yield made_pdf(head, table(rows, style), pageCompression=0)
    yield made_pdf(head, paragraph(text), bullets("Fjordline AS: hosting"), pageCompression=0)
    yield made_pdf(head, columns(text, text, text, text), head="Acme", pageCompression=0)


def _in_this_process() -> None:
    """Open PDFs here: a worker for each would cost a thousand times what is tried, and hide it."""
    from scrapers import pdf_worker
    from scrapers.documents import pdf

    pdf_worker.SECONDS = float("inf")  # of the whole process's time
    pdf._ask_worker = lambda content: json.loads(json.dumps(pdf_worker.extract(content)))


class Findings:
    """Runs inputs and keeps those that break a promise, one for each place in the code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places: set[str] = set()

    def __call__(self, data: bytes) -> None:
        if not data:
            return
        started = process_time()
        try:
            check(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}", data)
        if process_time() - started > SLOW:
            self._keep(f"slow-{len(self.places)}", data)

    def _keep(self, name: str, data: bytes) -> None:
        if name in self.places:
            return
        self.places.add(name)
        (self.folder / name).write_bytes(data)
        print(f"found {name}", file=sys.stderr)


def main() -> None:
    import atheris

    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/onward-fuzz")
    inputs, findings = folder / "inputs", folder / "findings"
    for path in (inputs, findings):
        path.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (inputs / f"seed-{number}").write_bytes(seed)
    spelt = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS.split("|"))
    (folder / "words").write_text("".join(f'"{word}"\n' for word in spelt))
    with atheris.instrument_imports(include=["scrapers", "inventory.diff"]):
        import scrapers.documents.markdown
        import scrapers.documents.pdf
        import scrapers.documents.text
        import scrapers.explain
        import scrapers.pdf_worker
        import scrapers.read
        import scrapers.wire  # noqa: F401 - imported here to be instrumented
    _in_this_process()
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=60"]
    options += [f"-dict={folder / 'words'}", "-print_final_stats=1", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], *options, str(inputs)], Findings(findings))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
