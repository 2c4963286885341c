"""Names out of a cell: brand, legal entity, place and remarks told apart, several vendors split."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrapers.catalogue import load_catalogue
from scrapers.documents.model import Line
from scrapers.names import LEGAL_FORMS, common_name
from scrapers.patterns import late
from scrapers.places import find_countries
from scrapers.shapes.naming import (
    BULLET,
    clean,
    has_legal_form,
    is_possible,
    known,
    looks_like_name,
    without_address,
)

_SPLIT = re.compile(r"\s+/\s+|\s*;\s*|\s+&\s+|\s+\+\s+|,\s+|\s+(?:and|und|et|y|e|en|och|og)\s+|/")
_BEHIND_DOT = late(r"(?<=\w\S)\s+[·•|]\s.*")  # the role that a cell says beside a name
_SURE_SPLIT = re.compile(r"\s*;\s*|\s*\n\s*")


_IN_PLACE = late(r"(?P<name>.{2,80}?)\s*\((?P<places>[^()]{2,60})\)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One vendor as a cell or a line names it. `brand` is the common name beside an entity."""

    entity: str
    brand: str | None = None
    link: str | None = None
    places: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def read_names(
    lines: Sequence[Line], language: str | None = None, *, as_list: bool = False
) -> tuple[Name, ...]:
    """The vendors that a name cell names, empty if it names none; `as_list`: one on each line."""
    kept = [line for line in lines if clean(line.text)]
    if not kept:
        return ()
    if len(kept) > 1 and all(BULLET.match(line.text) for line in kept):
        return tuple(name for line in kept for name in read_names((_bare(line),), language))
    if len(kept) > 1 and (as_list or are_different(kept) or _are_placed(kept, language)):
        return tuple(name for line in kept for name in read_names((line,), language))
    head, *others = kept
    printed = clean(_BEHIND_DOT.sub("", head.text))
    name = _with_others(Name(printed, link=web_link(kept)), others, language)
    if not is_possible(name.entity):
        return ()
    parts = split_vendors(name.entity)
    return tuple(replace(name, entity=part) for part in parts) if len(parts) > 1 else (name,)


def are_different(lines: Sequence[Line]) -> bool:
    """True for lines that each name a vendor that we know, none the same as another's parent."""
    names = [clean(line.text) for line in lines]
    families = [_family(name) if known(name) else None for name in names]
    return len(lines) > 1 and None not in families and len(set(families)) == len(families)


def split_places(text: str, language: str | None) -> tuple[str, str | None]:
    """A name and the countries that stand behind it in brackets, if only countries do."""
    found = _IN_PLACE.match(text) if text[-1:] == ")" else None
    if found is None:
        return text, None
    parts = re.split(r"\s*[,;/]\s*", found["places"])
    is_place = all(len(part.split()) <= 3 and find_countries(part, language) for part in parts)
    return (found["name"], found["places"]) if is_place else (text, None)


def _are_placed(lines: Sequence[Line], language: str | None) -> bool:
    """True for lines of companies, each with where it is in brackets."""
    split = [split_places(clean(line.text), language) for line in lines]
    return all(place and (has_legal_form(name) or known(name)) for name, place in split)


def _with_others(name: Name, others: Sequence[Line], language: str | None) -> Name:
    """Sort the lines below a name: legal entity, place, or something said about it."""
    places: list[str] = []
    rest: list[str] = []
    for line in others:
        text = clean(line.text)
        bracketed = text.strip("()（）") if text[:1] in "(（" else ""
        if has_legal_form(bracketed or text) and not has_legal_form(name.entity) and not name.brand:
            name = replace(
                name, entity=without_address(bracketed or text, language), brand=name.entity
            )
        elif len(text) < 60 and find_countries(text, language):
            places.append(text)
        elif bracketed and not rest:
            name = replace(name, entity=f"{name.entity} {text}")
        elif not _is_address(text):
            rest.append(text)
    return replace(
        name, entity=without_address(name.entity, language), places=tuple(places), rest=tuple(rest)
    )


def _is_address(text: str) -> bool:
    """True for a line of a postal address: short, with a number, not a sentence."""
    return len(text) < 60 and any(char.isdigit() for char in text) and not text.endswith(".")


def _bare(line: Line) -> Line:
    """A line without its bullet mark."""
    first, *others = line.runs
    return Line((first._replace(text=BULLET.sub("", first.text)), *others))


def web_link(lines: Sequence[Line]) -> str | None:
    """The first address on the web that lines link to."""
    for line in lines:
        for run in line.runs:
            if run.href and not run.href.startswith(("mailto:", "tel:")):
                return run.href
    return None


def split_vendors(text: str) -> tuple[str, ...]:
    """Split a cell that names several vendors; one vendor with two names stays one."""
    if known(text) is not None or len(text) < 5:
        return (text,)
    sure = [part for part in (clean(part) for part in _SURE_SPLIT.split(text)) if part]
    if len(sure) > 1 and all(looks_like_name(part) for part in sure):
        return tuple(sure)
    outside = re.sub(r"\([^()]*\)", lambda found: "\0" * len(found[0]), text)
    places = [match.span() for match in _SPLIT.finditer(outside)]
    if not places:
        return (text,)
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(text)]
    parts = [clean(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    parts = with_forms([part for part in parts if part])
    families = [_family(part) for part in parts]
    strangers = families.count(None)
    is_row = len(parts) > 2 and strangers < len(parts) and _are_bare(parts)
    if len(set(families) - {None}) + strangers < len(families) or len(parts) < 2:
        return (text,)
    if strangers * 3 > len(parts) and not is_row:
        return (text,)
    return tuple(parts) if all(looks_like_name(part) for part in parts) else (text,)


def _are_bare(parts: Sequence[str]) -> bool:
    """True for several names of a word or two each, none of them a place or in legal form."""
    return not any(
        len(part.split()) > 2 or has_legal_form(part) or find_countries(part) or part.isdecimal()
        for part in parts
    )


def with_forms(parts: list[str]) -> list[str]:
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
