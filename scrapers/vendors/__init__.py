"""Pages that the shapes cannot read: one small file a vendor, found by its name, listed nowhere."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from scrapers.catalogue import load_catalogue
from scrapers.charset import decode
from scrapers.entry import Entry
from scrapers.fields import Field
from scrapers.links import split_link
from scrapers.page import Page
from scrapers.shapes.cells import Name
from scrapers.shapes.entries import Facts, make_entry

if TYPE_CHECKING:
    from bs4 import BeautifulSoup  # slow to load, and few pages need it

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One line of a vendor's list: the name, the words on the page that prove it, its texts.

    `quote` must stand on the page as it is given, white space aside, or the row is left out.
    """

    name: str
    quote: str
    texts: Mapping[Field, str] = field(default_factory=dict)
    link: str | None = None
    section: str | None = None


@dataclass(frozen=True)
class Publisher:
    """How the page of one vendor, named by its key in the catalogue, is read."""

    vendor: str
    read: Callable[["BeautifulSoup"], Iterable[Row]]


def read_vendor(page: Page, *, folder: Path = FOLDER) -> tuple[Entry, ...] | None:
    """The entries by the file of the vendor whose page this is; None where there is no file."""
    host = split_link(page.base_url).hostname
    vendor = load_catalogue().by_domain(host) if host else None
    publisher = _publisher(vendor.key, folder) if vendor else None
    if publisher is None:
        return None
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(decode(page.content, page.charset), "lxml")
    return tuple(_entry(row) for row in publisher.read(soup))


@lru_cache
def _publisher(key: str, folder: Path) -> Publisher | None:
    path = folder / f"{key.replace('-', '_')}.py"
    spec = spec_from_file_location(f"scrapers.vendors.{path.stem}", path)
    if spec is None or spec.loader is None or not path.exists():
        return None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    publisher: Publisher = module.PUBLISHES
    return publisher


def _entry(row: Row) -> Entry:
    texts = {meaning: [text] for meaning, text in row.texts.items()}
    facts = Facts(quote=row.quote, texts=texts, link=row.link, section=row.section)
    return make_entry(Name(row.name), facts)
