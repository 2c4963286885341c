"""The catalogue's rules: what a person who edits the file is told, in one sentence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scrapers.catalogue import Catalogue, load_catalogue
from scrapers.catalogue_rules import is_registrable
from scrapers.errors import CatalogueError

ACME = """
[[vendor]]
key = "acme"
name = "Acme"
aliases = ["Acme Cloud"]
entities = ["Acme, Inc.", "Acme Ireland Limited"]
domains = ["acme.example"]
country = "IE"
purpose = "rockets"
publishes = [
    { kind = "list", url = "https://acme.example/list", confirmed = true },
    { kind = "dpa", url = "https://acme.example/dpa", confirmed = false, note = "not seen" },
]
"""
ROCKETS = """
[[vendor]]
key = "rockets"
name = "Rockets by Acme"
parent = "acme"
purpose = "small rockets"
"""

Load = Callable[[str], Catalogue]


@pytest.fixture
def load(tmp_path: Path) -> Iterator[Load]:
    """Load a catalogue of the given text."""

    def write_and_load(text: str) -> Catalogue:
        path = tmp_path / "vendors.toml"
        path.write_text(text, encoding="utf-8")
        return load_catalogue(path)

    yield write_and_load
    load_catalogue.cache_clear()


def test_a_product_is_looked_at_on_its_parents_pages(load: Load) -> None:
    catalogue = load(ACME + ROCKETS)
    rockets = catalogue.get("rockets")
    assert rockets is not None

    pages = catalogue.publications(rockets)

    assert [page.url for page in pages] == ["https://acme.example/list", "https://acme.example/dpa"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Acme"\n', "", "vendor 'acme', field 'name': is missing"),
        ('purpose = "rockets"', 'purpose = ""', "vendor 'acme', field 'purpose': is empty"),
        ('purpose = "rockets"', 'use = "x"\npurpose = "x"', "field 'use': is not known here"),
        ('country = "IE"', 'country = "UK"', "field 'country': 'UK' is no ISO 3166-1 code"),
        ('country = "IE"', 'country = "ie"', "field 'country': 'ie' is no ISO 3166-1 code"),
        ('country = "IE"', "ambiguous = 1", "field 'ambiguous': must be true or false"),
        ('["Acme Cloud"]', '"Acme Cloud"', "field 'aliases': must be a list"),
        ('["Acme Cloud"]', "[3]", "field 'aliases': 3 must be text"),
        ('key = "acme"', 'key = "Acme Inc"', "field 'key': use small letters"),
        ('["acme.example"]', '["www.acme.example"]', "is not a bare registrable domain"),
        ('["acme.example"]', '["https://acme.example"]', "is not a bare registrable domain"),
        ('["acme.example"]', '["acme.example/x"]', "is not a bare registrable domain"),
        ('["acme.example"]', '["co.uk"]', "is not a bare registrable domain"),
        ('kind = "list"', 'kind = "page"', "field 'kind': 'page' is none of list, policy, dpa"),
        ("https://acme.example/list", "acme.example/list", "no full http or https address"),
        ("https://acme.example/list", "ftp://acme.example/", "no full http or https address"),
        ("https://acme.example/list", "https://acme example/", "no full http or https address"),
        ("https://acme.example/list", "https://[acme/", "no full http or https address"),
        (', note = "not seen"', "", "field 'note': is missing: say why https://acme.example/dpa"),
        ("confirmed = true", 'confirmed = "yes"', "field 'confirmed': must be true or false"),
        ("confirmed = true", "confirmed = true, seen = 1", "field 'seen': is not known here"),
    ],
)
def test_each_breach_is_one_sentence(load: Load, old: str, new: str, message: str) -> None:
    assert old in ACME

    with pytest.raises(CatalogueError) as error:
        load(ACME.replace(old, new, 1))

    assert str(error.value).startswith("vendors.toml: vendor ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('key = "acme"\nname = "Other"', "vendor 'acme', field 'key': is used by two vendors"),
        (
            'key = "b"\nname = "B"\ndomains = ["acme.example"]',
            "vendor 'b', field 'domains': 'acme.example' is already a domain of 'acme'",
        ),
        ('key = "b"\nname = "B"\nparent = "zeta"', "field 'parent': no vendor has the key 'zeta'"),
        ('key = "b"\nname = "B"\nparent = "b"', "'parent': goes round in a circle: b > b"),
    ],
)
def test_vendors_must_fit_together(load: Load, more: str, message: str) -> None:
    text = f'{ACME}\n[[vendor]]\n{more}\npurpose = "x"\n'

    with pytest.raises(CatalogueError) as error:
        load(text)

    assert message in str(error.value)


def test_a_circle_of_parents_is_told(load: Load) -> None:
    circle = ACME.replace('country = "IE"', 'parent = "rockets"') + ROCKETS

    with pytest.raises(CatalogueError, match="goes round in a circle: acme > rockets > acme"):
        load(circle)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('name = "ACME Corp."', "field 'name': 'ACME Corp.' already means 'acme' (as 'Acme')"),
        (
            'name = "B"\naliases = ["acme cloud"]',
            "field 'aliases': 'acme cloud' already means 'acme' (as 'Acme Cloud')",
        ),
        (
            'name = "B"\nentities = ["ACME Ireland Ltd."]',
            "field 'entities': 'ACME Ireland Ltd.' already means 'acme'"
            " (as 'Acme Ireland Limited')",
        ),
        ('name = "B"\naliases = ["b"]', "field 'aliases': 'b' means another of its names"),
        ('name = "B"\nentities = ["C Ltd", "C Ltd"]', "'entities': 'C Ltd' stands there twice"),
    ],
)
def test_a_name_means_one_vendor_only(load: Load, more: str, message: str) -> None:
    catalogue = load(f'{ACME}\n[[vendor]]\nkey = "b"\n{more}\npurpose = "x"\n')

    with pytest.raises(CatalogueError) as error:
        catalogue.find("anything")

    assert message in str(error.value)


@pytest.mark.parametrize("text", ["", "[[vendor]", 'title = "x"', "vendor = []", "vendor = 3"])
def test_a_file_that_is_no_catalogue_is_told(load: Load, text: str) -> None:
    with pytest.raises(CatalogueError, match=r"^vendors\.toml: "):
        load(text)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no such file"):
        load_catalogue(tmp_path / "none.toml")


@pytest.mark.parametrize("domain", ["example.com", "a-b.io", "example.co.uk", "x.com.au"])
def test_a_bare_domain_is_registrable(domain: str) -> None:
    assert is_registrable(domain)


@pytest.mark.parametrize("domain", ["com", "a.b.com", "-a.com", "A.com", "1.2", "a..com", ""])
def test_anything_else_is_not_registrable(domain: str) -> None:
    assert not is_registrable(domain)
