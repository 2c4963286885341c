"""Names out of a cell or a line: brand, legal entity, place and remarks told apart, vendors split."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from scrapers.catalogue import CatalogueVendor, load_catalogue
from scrapers.documents.model import Line
from scrapers.fields import names_subprocessors, plain
from scrapers.names import LEGAL_FORMS, common_name, strip_legal_form
from scrapers.places import find_countries

MAX_NAME = 120
MAX_WORDS = 14
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦‣○●]|\d{1,2}[.)])\s+")
_EDGES = " \t\u200b\u200c\u200d\u2060\ufeff,;:–—-|*†‡→›»"
_NOTHING = re.compile(
    r"^(?:n a|na|none(?: currently| at (?:this time|present))?|tbd|tba|to be (?:determined|confirmed|announced)|pending|keine?|aucun\w*|ninguno|nessuno|geen|inga|ingen|x|nil|なし|없음|无|not applicable|coming soon)$"
)
_PLACEHOLDER = re.compile(
    r"\[[^\]]*\]|<<?[\w\s]+>?>|\{\{?.*?\}?\}|_{3,}|\.{4,}|\b(?:lorem ipsum|placeholder|insert|example (?:vendor|company|inc)|(?:sub ?processor|vendor|company) (?:name|[a-z0-9])\b)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    """
    a all ai an and any api app application applications as at authentication authorised authorized b2b back backup
    banks bank based business by call cdn center centers centre centres certain chat chosen client clients
    cloud collaboration communication communications companies company compliance computing conferencing consultants consulting
    content crm customer customers data database databases delivery dependent design desk development device digital dns e
    email emails end engine engineering engines entities entity error errors event events external financial
    first for fraud fulfilment fulfillment functions gateway gateways government group help helpdesk host hosted hosting
    identity independent individual infrastructure installers insurance insurers integration integrations internal internet it large
    legal llm local log logging logistics logs machine mail mailing maintenance management managed marketing
    mapping maps measurement media message messages messaging ml model models monitoring network networks newsletter
    notification notifications observability of office on online operations operators optional or other our
    outsourced partner partners parties party payment payments performance platform platforms postal
    prevention print process processing processor processors product production professional provider providers public push
    related relationship relevant reporting resources sales search security selected server servers service services
    session shipping site sms social software spam specialist speech staff storage sub subcontractor
    subcontractors subprocessor subprocessors supplier suppliers support survey surveys system systems team
    technical technology telecommunications telephone telephony text the their third ticket ticketing to tool
    tools tracking training transactional translation transmission user users various vendor vendors verification
    via video virtual voice web website websites with workspace you your advisors advisers auditors lawyers accountants
    analytics analysis advertising agencies authorities accounting accountant administration cybersecurity language languages inference
    access audit audits confidentiality control controls deletion encryption liability measures obligations notification audit affiliates contractors integrated os sources widget widgets font fonts vault secrets credential privacy respecting vetted notifications relations
    anbieter dienstleister dienste dienst und fur der die das von zur zum kunden kundensupport zahlungsdienstleister zahlungsabwicklung
    hostinganbieter rechenzentrum rechenzentren versand versanddienstleister emailversand mailversand analyse speicherung
    fournisseur fournisseurs prestataire prestataires de d des du la le les et services paiement paiements hebergement hebergeur
    transactionnel messagerie analyse outils outil
    proveedor proveedores servicio servicios pago pagos correo electronico alojamiento nube y del el los las gestionado pendiente seleccion
    fornitore fornitori servizi servizio pagamento pagamenti posta elettronica fornecedor fornecedores servicos pagamento provedor
    provedores hospedagem nuvem leverancier leveranciers betalingen betaling leverantor leverantorer tjanster betalning betalningar
    leverandor leverandorer betaling tjenester vps gateway stores store app banking card cards
    """.split()
)
_ADDRESS_AFTER = re.compile(
    r"^(?P<name>.{2,80}?\b(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|AG|KG|SE|S\.?A\.?S?|SARL|S\.?r\.?l|S\.p\.A|B\.?V|N\.V|AB|AS"
    r"|ApS|A/S|Oy|Corp|Corporation|PLC|plc|PBC|Pty|OÜ|S\.L|SL|Co|Company|UG|e\.V)\b\.?)\s*[,;–-]\s*(?P<rest>.*)$"
)
_ABBREVIATED = re.compile(
    r"\b(?:Inc|Ltd|Corp|Co|LLC|L\.L\.C|Pty|Pte|Bros|S\.A|S\.A\.S|S\.L|B\.V|N\.V|S\.r\.l|S\.p\.A|e\.V|s\.r\.o|d\.o\.o)$"
)
_SPLIT = re.compile(r"\s+/\s+|\s*;\s*|\s+&\s+|\s+\+\s+|,\s+|\s+(?:and|und|et|y|e|en|och|og)\s+|/")
_SURE_SPLIT = re.compile(r"\s*;\s*|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """One vendor as a cell or a line names it. `brand` is the common name where an entity stands beside it."""

    entity: str
    brand: str | None = None
    link: str | None = None
    places: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def read_names(lines: Sequence[Line], language: str | None = None) -> tuple[Name, ...]:
    """The vendors that a name cell names, empty if it names none."""
    kept = [line for line in lines if clean(line.text)]
    if not kept:
        return ()
    if len(kept) > 1 and all(_BULLET.match(line.text) for line in kept):
        return tuple(name for line in kept for name in read_names((_bare(line),), language))
    head, *others = kept
    name = _with_others(Name(clean(head.text), link=web_link(kept)), others, language)
    if not is_possible(name.entity):
        return ()
    parts = split_vendors(name.entity)
    return tuple(replace(name, entity=part) for part in parts) if len(parts) > 1 else (name,)


def _with_others(name: Name, others: Sequence[Line], language: str | None) -> Name:
    """Sort the lines below a name: legal entity, place, or something said about it."""
    places, rest = [], []
    for line in others:
        text = clean(line.text)
        bracketed = text.strip("()（）") if text[:1] in "(（" else ""
        if has_legal_form(bracketed or text) and not has_legal_form(name.entity) and not name.brand:
            name = replace(name, entity=without_address(bracketed or text), brand=name.entity)
        elif len(text) < 60 and find_countries(text, language):
            places.append(text)
        elif bracketed and not rest:
            name = replace(name, entity=f"{name.entity} {text}")
        else:
            rest.append(text)
    return replace(name, entity=without_address(name.entity), places=tuple(places), rest=tuple(rest))


def _bare(line: Line) -> Line:
    """A line without its bullet mark."""
    first, *others = line.runs
    return Line((replace(first, text=_BULLET.sub("", first.text)), *others))


def clean(text: str) -> str:
    """Strip bullet marks, footnote marks and stray punctuation off a name."""
    bare = _BULLET.sub("", text).strip(_EDGES)
    return re.sub(r"\s*\[\d+\]$|[¹²³⁴⁵*†‡]+$", "", bare).strip(_EDGES)


def without_stop(text: str) -> str:
    """Cut punctuation off the end, but for the full stop of a legal form."""
    bare = text.rstrip(" .;,")
    return f"{bare}." if text.startswith(f"{bare}.") and _ABBREVIATED.search(bare) else bare


def web_link(lines: Sequence[Line]) -> str | None:
    """The first address on the web that lines link to."""
    for line in lines:
        for run in line.runs:
            if run.href and not run.href.startswith(("mailto:", "tel:")):
                return run.href
    return None


@lru_cache(maxsize=8192)
def has_legal_form(text: str) -> bool:
    """True if a name ends in a legal form, brackets aside."""
    outside = re.sub(r"\s*[(（][^()（）]*[)）]\s*", " ", text).strip(_EDGES)
    return bool(outside) and strip_legal_form(outside) != " ".join(outside.split())


def without_address(text: str) -> str:
    """Cut a postal address or a country off the end of a name with a legal form."""
    found = _ADDRESS_AFTER.match(text)
    if not found or not found["rest"]:
        return text
    rest = found["rest"]
    if re.match(r"(?i)(?:inc|llc|ltd|limited|l\.l\.c|s\.?a|gmbh|co)\b", rest):
        return text
    is_place = any(char.isdigit() for char in rest) or find_countries(rest)
    return found["name"] if is_place else text


def is_possible(text: str) -> bool:
    """True unless a text cannot be a name: nothing, a placeholder, a sentence."""
    words = text.split()
    if not text or len(text) > MAX_NAME or len(words) > MAX_WORDS or "\ufffd" in text:
        return False
    folded = plain(text)
    if not folded or _NOTHING.match(folded) or _PLACEHOLDER.search(text) or folded.isdecimal():
        return False
    return not (len(words) > 8 and text.endswith("."))


def is_generic(text: str) -> bool:
    """True for a role or a group ("Hosting provider"), which names nobody."""
    words = plain(text).split()
    if known(text) is not None:
        return False
    if names_subprocessors(" ".join(words)):
        return True
    return all(word in _GENERIC or word.isdecimal() for word in words)


def looks_like_name(text: str) -> bool:
    """True for what reads as a company's or product's name, standing by itself."""
    if not is_possible(text) or is_generic(text):
        return False
    if known(text) is not None or has_legal_form(text):
        return True
    words = re.sub(r"\([^()]*\)", "", text).split()
    if not words or len(words) > 7:
        return False
    if re.search(r"[\u3040-\ud7ff]", text):
        return len(text) <= 30
    small = [word for word in words if word[:1].islower() and plain(word) not in _GENERIC]
    is_domain = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", words[0]) is not None
    is_odd = len(words) == 1 and any(char.isupper() or char.isdigit() for char in text)
    return not small or is_domain or is_odd


def is_sure(name: str) -> bool:
    """True for a name that cannot be an ordinary phrase."""
    if known(name) is not None or has_legal_form(name) or known_beginning(name):
        return True
    inside = re.findall(r"\(([^()]*)\)", name)
    return any(has_legal_form(part) for text in inside for part in text.split(", "))


def known_beginning(name: str) -> bool:
    """True if the first words are a vendor's name, or one stands before or in brackets."""
    outside = re.sub(r"\s*\([^()]*\)", "", name)
    parts = [outside, *re.split(r"\s*(?:/|&|,|\band\b)\s*", outside)]
    words = outside.split()
    parts.extend(" ".join(words[:size]) for size in (1, 2, 3) if size < len(words))
    return any(known(part) is not None for part in parts if len(part) > 2)


def known(text: str) -> CatalogueVendor | None:
    """The vendor of the catalogue that a name means, None for one that is not in it."""
    return load_catalogue().find(text)


def split_vendors(text: str) -> tuple[str, ...]:
    """Split a cell that names several vendors; one vendor with two names stays one."""
    if known(text) is not None or len(text) < 5:
        return (text,)
    sure = [part for part in (clean(part) for part in _SURE_SPLIT.split(text)) if part]
    if len(sure) > 1 and all(looks_like_name(part) for part in sure):
        return tuple(sure)
    outside = re.sub(r"\([^()]*\)", lambda found: "\0" * len(found[0]), text)
    places = [match.span() for match in _SPLIT.finditer(outside)]
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(text)]
    parts = [clean(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    parts = _with_forms([part for part in parts if part])
    families = [_family(part) for part in parts]
    strangers = families.count(None)
    if len(parts) < 2 or len(set(families)) < len(families) or strangers * 3 > len(parts):
        return (text,)
    return tuple(parts) if all(looks_like_name(part) for part in parts) else (text,)


def _with_forms(parts: list[str]) -> list[str]:
    """Give legal forms that a comma cut off back to their names."""
    whole: list[str] = []
    for part in parts:
        words = tuple(re.sub(r"[.,]", "", part.casefold()).split())
        if whole and words in LEGAL_FORMS:
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _family(text: str) -> str | None:
    """The topmost parent of the vendor that a name, or its beginning, means."""
    words = text.split()
    for size in range(min(len(words), 4), 0, -1):
        vendor = known(" ".join(words[:size]))
        if vendor:
            break
    else:
        return None
    catalogue = load_catalogue()
    for _ in range(5):
        parent = catalogue.get(vendor.parent) if vendor.parent else None
        if parent is None:
            break
        vendor = parent
    return vendor.key


def vendor_name(name: Name) -> str:
    """The commonly used name of a vendor."""
    brands = [name.brand, *_SPLIT.split(name.brand)] if name.brand else []
    for printed in (*brands, name.entity):
        vendor = known(printed)
        if vendor:
            return vendor.name
    return common_name(name.brand or name.entity) or name.entity
