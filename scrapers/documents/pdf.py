"""PDF into blocks. The file itself is opened by a worker process that may do nothing else."""

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scrapers.documents.model import Block, Document, Heading
from scrapers.documents.pdf_blocks import pdf_blocks
from scrapers.documents.pdf_page import PdfPage, page_from_json
from scrapers.errors import ReadError
from scrapers.page import Page

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 10.0  # seconds of waiting for the worker, whose own time counts only while it works
MOST_JSON = 60_000_000  # characters that a worker may say
NO_TITLE = re.compile(
    r"^(?:\(.*\)|untitled.*|about:blank|.*\.(?:docx?|pdf|html?|pages|odt|tex))$", re.I
)
PROBLEMS = {
    "locked": "asks for a password: save a copy without one, and upload that.",
    "broken": "cannot be opened: look whether it is whole, and upload a good copy.",
    "crashed": "cannot be read within the time and memory that it may take: "
    "give the address of the list's web page, or save its text as .txt and upload that.",
}


def open_pdf(page: Page) -> Document:
    """Read a PDF into blocks. Raises ReadError where none of its text can be had."""
    if find_spec("pypdfium2_raw") is None:
        raise ReadError(f"{page.url} is a PDF: install what requirements.txt names to read it.")
    found = _ask_worker(page.content)
    if "error" in found:
        raise ReadError(f"{page.url} is a PDF that {PROBLEMS[found['error']]}")
    pages = [page_from_json(one) for one in found["pages"]]
    blocks, read = pdf_blocks(pages)
    if not any(one.words for one in pages):
        holds = "pictures of text only" if any(one.is_picture for one in pages) else "no text"
        raise ReadError(
            f"{page.url} is a PDF that holds {holds}: have its text recognised (OCR) or copied, "
            "save it as .txt, and upload that."
        )
    return Document(
        tuple(blocks),
        title=_title(found["title"], blocks),
        problem=_problem(pages[:read], found["count"]),
    )


def _ask_worker(content: bytes) -> dict[str, Any]:
    """What a worker says of a PDF's bytes; an `error` where it says nothing sensible."""
    command = [sys.executable, "-m", "scrapers.pdf_worker"]
    keep = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, cwd=ROOT, env=keep, timeout=PATIENCE
        )
        if done.returncode or len(done.stdout) > MOST_JSON:
            return {"error": "crashed"}
        found = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError, RecursionError):
        return {"error": "crashed"}
    return found if isinstance(found, dict) else {"error": "crashed"}


def _title(printed: str, blocks: list[Block]) -> str | None:
    """What the file calls itself, unless that is a name of a file; else its first heading."""
    if printed and not NO_TITLE.match(printed):
        return printed
    headings = (block.line.text for block in blocks if isinstance(block, Heading))
    return next(headings, None)


def _problem(pages: list[PdfPage], count: int) -> str | None:
    """What part of the file was not read, None if all was."""
    if len(pages) < count:
        return f"Only the first {len(pages)} of the PDF's {count} pages were read."
    for at, one in enumerate(pages, 1):
        is_cover = at in (1, count)
        if one.is_broken or (one.is_picture and not one.words and not is_cover):
            what = (
                "is damaged or overfull"
                if one.is_broken
                else "is a picture, whose text cannot be read"
            )
            return f"Page {at} of the PDF {what}: look at it yourself."
    return None
