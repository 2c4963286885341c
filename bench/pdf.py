"""Reading PDFs of 1 to 100 pages: what the worker costs, what finding blocks costs, how it grows.

    .venv/bin/python bench/pdf.py [FILE ...]

The worker's start is what a small file costs; the rest should grow with the pages.
"""

import resource
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from scrapers.documents import open_document
from scrapers.page import Page
from tests.pdfs import GRID, LINES, heading, made_pdf, paragraph, table

PAGES = (1, 10, 50, 100)
STYLES = {"ruled": GRID, "lines": LINES, "borderless": ()}
TEXT = "We pass personal data on to those who help us, and to nobody else, as set out here. " * 10


def made(pages: int, style: str) -> Page:
    """A file of about so many pages: half of them text, half a table."""
    header = ("Sub-processor", "Purpose", "Location")
    rows = [
        (f"Fjordline {number}, Inc.", "Storage of data", "Norway") for number in range(pages * 15)
    ]
    text = [paragraph(TEXT) for _ in range(pages * 5)]
    content = made_pdf(heading("List"), *text, table([header, *rows], STYLES[style]))
    return Page(f"{pages} pages, {style}", content, "application/pdf")


def measure(page: Page) -> tuple[float, float]:
    """CPU seconds of the worker and of ours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = process_time()
    open_document(page)
    ours = process_time() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, ours


def main() -> None:
    pages = [Page.from_file(path) for path in sys.argv[1:]]
    pages = pages or [made(count, style) for style in STYLES for count in PAGES]
    print("file                     worker      ours      size")
    for page in pages:
        best = min((measure(page) for _ in range(3)), key=sum)
        worker, ours = (f"{seconds * 1000:6.0f} ms" for seconds in best)
        print(f"{page.url[-22:]:22} {worker} {ours} {len(page.content) / 1000:6.0f} kB")


if __name__ == "__main__":
    main()
