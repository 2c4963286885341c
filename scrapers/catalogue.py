"""The vendors we know, from catalogue.toml: found by exact name, by domain, by a few letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from scrapers.catalogue_rules import check_names, check_tables
from scrapers.errors import CatalogueError
from scrapers.names import normal_form
from scrapers.tables import read_table

CATALOGUE = Path(__file__).with_name("catalogue.toml")


@dataclass(frozen=True)
class Publication:
    """A page on which a vendor publishes; `confirmed` if its address was looked up and seen."""

    kind: str  # list, policy or dpa
    url: str
    confirmed: bool
    note: str | None = None


@dataclass(frozen=True)
class CatalogueVendor:
    """A company or product, as the catalogue has it."""

    key: str
    name: str
    aliases: tuple[str, ...]
    entities: tuple[str, ...]
    parent: str | None  # the key of another vendor
    domains: tuple[str, ...]  # registrable, like example.co.uk
    country: str | None  # of the head office, ISO 3166-1 alpha-2
    purpose: str
    publishes: tuple[Publication, ...]
    ambiguous: bool = False  # the name is also an ordinary word: prose must give a cue

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.entities)


@dataclass(frozen=True)
class Catalogue:
    """All vendors, in the order of the file."""

    vendors: tuple[CatalogueVendor, ...]
    file: str = CATALOGUE.name

    def get(self, key: str) -> CatalogueVendor | None:
        return self._by_key.get(key)

    def find(self, name: str) -> CatalogueVendor | None:
        """The vendor of exactly this name, alias or entity, case, punctuation and form aside."""
        return self._by_name.get(normal_form(name))

    def by_domain(self, host: str) -> CatalogueVendor | None:
        """The vendor whose registrable domain `host` is or lies under."""
        labels = host.casefold().strip().rstrip(".").split(".")
        tails = (".".join(labels[at:]) for at in range(len(labels)))
        return next((self._by_domain[tail] for tail in tails if tail in self._by_domain), None)

    def search(self, text: str) -> list[CatalogueVendor]:
        """Vendors with `text` in a name: whole names first, then beginnings, then the rest."""
        wanted = normal_form(text)
        if not wanted:
            return []
        ranked = [(rank, vendor) for vendor in self.vendors if (rank := self._rank(vendor, wanted))]
        return [vendor for _, vendor in sorted(ranked, key=lambda found: found[0])]

    def publications(self, vendor: CatalogueVendor) -> tuple[Publication, ...]:
        """What the vendor publishes, or else the nearest parent that publishes anything."""
        while not vendor.publishes and vendor.parent:
            vendor = self._by_key[vendor.parent]
        return vendor.publishes

    def _rank(self, vendor: CatalogueVendor, wanted: str) -> int:
        names = self._normal_names[vendor.key]
        if wanted in names:
            return 1
        if any(name.startswith(wanted) for name in names):
            return 2
        return 3 if any(f" {wanted}" in name for name in names) else 0

    @cached_property
    def _by_key(self) -> dict[str, CatalogueVendor]:
        return {vendor.key: vendor for vendor in self.vendors}

    @cached_property
    def _by_domain(self) -> dict[str, CatalogueVendor]:
        return {domain: vendor for vendor in self.vendors for domain in vendor.domains}

    @cached_property
    def _normal_names(self) -> dict[str, tuple[str, ...]]:
        return {v.key: tuple(normal_form(name) for name in v.names) for v in self.vendors}

    @cached_property
    def _by_name(self) -> dict[str, CatalogueVendor]:
        """Built when first asked for, because normal forms take longer than reading the file."""
        check_names(self.vendors, file=self.file)
        keys = self._normal_names
        return {name: vendor for vendor in self.vendors for name in keys[vendor.key]}


@lru_cache(maxsize=8)
def load_catalogue(path: Path = CATALOGUE) -> Catalogue:
    """Read and check the catalogue; CatalogueError names the file, the vendor and the field.

    Two names that differ, but mean the same once legal form and punctuation are gone, show when
    the first name is looked for: `make check` does that for our own file.
    """
    tables = _read(path)
    check_tables(tables, file=path.name)
    return Catalogue(tuple(_vendors(tables)), file=path.name)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        document = read_table(path)
    except FileNotFoundError:
        raise CatalogueError(
            f"{path}: there is no such file; the catalogue cannot be read"
        ) from None
    except ValueError as error:
        raise CatalogueError(f"{path.name}: not readable as TOML: {error}") from None
    tables = document.pop("vendor", None)
    if document or not isinstance(tables, list):
        raise CatalogueError(f"{path.name}: expected only [[vendor]] tables, at least one")
    return tables


def _vendors(tables: list[dict[str, Any]]) -> Iterator[CatalogueVendor]:
    for table in tables:
        yield CatalogueVendor(
            key=table["key"],
            name=table["name"],
            aliases=tuple(table.get("aliases", ())),
            entities=tuple(table.get("entities", ())),
            parent=table.get("parent"),
            domains=tuple(table.get("domains", ())),
            country=table.get("country"),
            purpose=table["purpose"],
            publishes=tuple(Publication(**entry) for entry in table.get("publishes", ())),
            ambiguous=table.get("ambiguous", False),
        )
