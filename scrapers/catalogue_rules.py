"""What the catalogue may say: each breach is a sentence with the file, the vendor and the field."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn, Protocol
from urllib.parse import urlsplit

from scrapers.errors import CatalogueError
from scrapers.names import normal_form
from scrapers.page import KINDS

_REQUIRED = {"key": str, "name": str, "purpose": str}
_OPTIONAL = {
    "aliases": list,
    "entities": list,
    "parent": str,
    "domains": list,
    "country": str,
    "publishes": list,
    "ambiguous": bool,
}
_PUBLICATION = {"kind": str, "url": str, "confirmed": bool}
_NOTE = {"note": str}
_WORDS = {str: "text", list: "a list", bool: "true or false"}
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.I)
_ENDINGS = """
co.uk org.uk ac.uk gov.uk com.au net.au org.au co.nz co.jp ne.jp or.jp co.kr co.in com.br com.mx
com.ar com.tr com.cn com.hk com.tw com.sg com.my co.za co.il co.id co.th com.ua com.pl
"""
_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
# Endings before which stands the name that one registers, as in example.co.uk.
_SECOND_LEVEL = frozenset(_ENDINGS.split())
_COUNTRIES = frozenset(_CODES.split())


class Named(Protocol):
    """What `check_names` needs of a vendor."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def entities(self) -> tuple[str, ...]: ...


def check_tables(tables: Sequence[dict[str, Any]], *, file: str) -> None:
    """Check each vendor's fields, then what must be unique or must exist; normal forms wait."""
    if not tables:
        raise CatalogueError(f"{file}: there is no vendor in it")
    for table in tables:
        _check_vendor(table, file=file)
    _check_unique(tables, file=file)
    _check_parents({table["key"]: table.get("parent") for table in tables}, file=file)


def check_names(vendors: Iterable[Named], *, file: str) -> None:
    """No two vendors share a name, and no alias says what the vendor's name says already."""
    owners: dict[str, tuple[str, str]] = {}
    for vendor in vendors:
        own = {normal_form(vendor.name)}
        for alias in vendor.aliases:
            if normal_form(alias) in own:
                _fail(file, vendor.key, "aliases", f"{alias!r} means another of its names: drop it")
            own.add(normal_form(alias))
        _claim(owners, "name", (vendor.name,), vendor=vendor.key, file=file)
        _claim(owners, "aliases", vendor.aliases, vendor=vendor.key, file=file)
        _claim(owners, "entities", vendor.entities, vendor=vendor.key, file=file)


def is_registrable(domain: str) -> bool:
    """Whether `domain` is what one registers: example.com, example.co.uk, not www.example.com."""
    labels = domain.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        return False
    return len(labels) == (3 if ".".join(labels[-2:]) in _SECOND_LEVEL else 2)


def _fail(file: str, vendor: str, field: str, reason: str) -> NoReturn:
    raise CatalogueError(f"{file}: vendor {vendor!r}, field {field!r}: {reason}")


def _check_vendor(table: dict[str, Any], *, file: str) -> None:
    vendor = str(table.get("key", table.get("name", "without a key")))
    _check_fields(table, _REQUIRED, _OPTIONAL, vendor=vendor, file=file)
    if not _KEY.fullmatch(table["key"]):
        _fail(file, vendor, "key", "use small letters and digits with single hyphens between")
    if table.get("country", "US") not in _COUNTRIES:
        reason = f"{table['country']!r} is no ISO 3166-1 code of two capital letters"
        _fail(file, vendor, "country", reason)
    for field in ("aliases", "entities", "domains"):
        _check_texts(table.get(field, []), field, vendor=vendor, file=file)
    for domain in table.get("domains", []):
        if not is_registrable(domain):
            reason = f"{domain!r} is not a bare registrable domain such as example.com"
            _fail(file, vendor, "domains", reason)
    for entry in table.get("publishes", []):
        _check_publication(entry, vendor=vendor, file=file)


def _check_fields(
    table: dict[str, Any],
    required: Mapping[str, type],
    optional: Mapping[str, type],
    *,
    vendor: str,
    file: str,
) -> None:
    for field in required.keys() - table.keys():
        _fail(file, vendor, field, "is missing")
    for field, value in table.items():
        expected = required.get(field) or optional.get(field)
        if expected is None:
            known = ", ".join([*required, *optional])
            _fail(file, vendor, field, f"is not known here; known are {known}")
        if not isinstance(value, expected):
            _fail(file, vendor, field, f"must be {_WORDS[expected]}")
        if isinstance(value, str) and not value.strip():
            _fail(file, vendor, field, "is empty")


def _check_texts(values: list[Any], field: str, *, vendor: str, file: str) -> None:
    for value in values:
        if not isinstance(value, str) or not value.strip():
            _fail(file, vendor, field, f"{value!r} must be text that is not empty")


def _check_publication(entry: Any, *, vendor: str, file: str) -> None:
    if not isinstance(entry, dict):
        _fail(file, vendor, "publishes", f"{entry!r} must be a table with kind, url, confirmed")
    _check_fields(entry, _PUBLICATION, _NOTE, vendor=vendor, file=file)
    if entry["kind"] not in KINDS:
        _fail(file, vendor, "kind", f"{entry['kind']!r} is none of {', '.join(KINDS)}")
    if not _is_page(entry["url"]):
        _fail(file, vendor, "url", f"{entry['url']!r} is no full http or https address")
    if not entry["confirmed"] and "note" not in entry:
        _fail(file, vendor, "note", f"is missing: say why {entry['url']} is not confirmed")


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = not any(mark.isspace() for mark in url) and parts.username is None
    return plain and parts.scheme in ("http", "https") and bool(_HOST.fullmatch(host))


def _check_unique(tables: Sequence[dict[str, Any]], *, file: str) -> None:
    keys: dict[str, tuple[str, str]] = {}
    domains: dict[str, tuple[str, str]] = {}
    for table in tables:
        if table["key"] in keys:
            _fail(file, table["key"], "key", "is used by two vendors")
        keys[table["key"]] = (table["key"], table["key"])
        for domain in table.get("domains", []):
            if domain in domains:
                reason = f"{domain!r} is already a domain of {domains[domain][0]!r}"
                _fail(file, table["key"], "domains", reason)
            domains[domain] = (table["key"], domain)


def _check_parents(parents: dict[str, str | None], *, file: str) -> None:
    for key, parent in parents.items():
        if parent is not None and parent not in parents:
            _fail(file, key, "parent", f"no vendor has the key {parent!r}")
    for key in parents:
        above, seen = parents[key], [key]
        while above is not None:
            if above in seen:
                _fail(file, key, "parent", f"goes round in a circle: {' > '.join([*seen, above])}")
            seen.append(above)
            above = parents[above]


def _claim(
    owners: dict[str, tuple[str, str]],
    field: str,
    names: tuple[str, ...],
    *,
    vendor: str,
    file: str,
) -> None:
    if len(set(names)) < len(names):
        doubled = next(name for name in names if names.count(name) > 1)
        _fail(file, vendor, field, f"{doubled!r} stands there twice")
    for name in names:
        owner, printed = owners.setdefault(normal_form(name), (vendor, name))
        if owner != vendor:
            _fail(file, vendor, field, f"{name!r} already means {owner!r} (as {printed!r})")
