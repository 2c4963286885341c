"""Lists that a page holds as data: state objects in its scripts, JSON-LD, JSON documents."""

import re
from collections.abc import Iterator, Mapping, Sequence

from scrapers.documents.model import Data, Document
from scrapers.entry import Entry
from scrapers.fields import Field, is_strong, meaning
from scrapers.shapes.cells import Name
from scrapers.shapes.entries import Facts, make_entry
from scrapers.shapes.naming import clean, is_generic, looks_like_name
from scrapers.shapes.promises import promise_of

MAX_NODES = 200_000
MAX_RECORDS = 10_000  # some thirty times the longest real list
MAX_TEXT = 2_000
WRAPPERS = ("node", "attributes", "fields", "properties", "data", "item")
TEXT_KEYS = (
    *("name", "title", "label", "value", "text", "displayName", "en"),
    *("addressCountry", "country", "countryName", "code"),
)
CALLED = ("kind", "type", "sectionType", "title", "name", "heading", "label", "slug", "__typename")
MAX_CALLED = 60  # characters of what an object calls itself
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-.]+")
_TAGS = re.compile(r"<[^>]*>")
Record = Mapping[str, object]


def read_embedded(document: Document, language: str | None = None) -> tuple[Entry, ...]:
    """Entries of the largest list of sub-processors in a document's data."""
    best: tuple[Entry, ...] = ()
    left, steps = MAX_RECORDS, iter(range(MAX_NODES))
    about = promise_of(document.title or "") == "subprocessors"
    for block in document.blocks:
        if isinstance(block, Data):
            for records, is_named in _record_lists(block.value, steps):
                left -= len(records)
                found = _entries(records, language) if left > 0 and (is_named or about) else ()
                if len(found) > len(best):
                    best = found
    return best


def _record_lists(value: object, steps: Iterator[int]) -> Iterator[tuple[list[Record], bool]]:
    """Every list of objects, and whether a key above it names sub-processors, in so many steps."""
    stack: list[tuple[object, bool]] = [(value, False)]
    for _ in steps:
        if not stack:
            return
        part, is_named = stack.pop()
        if isinstance(part, dict):
            is_named = is_named or _calls_itself_list(part)
            for key, inner in reversed(part.items()):
                stack.append((inner, is_named or is_strong(_words(str(key)))))
        elif isinstance(part, list):
            records = [_unwrapped(inner) for inner in part if isinstance(inner, dict)]
            if records:
                yield records, is_named
            inside = (inner for inner in reversed(part) if isinstance(inner, dict | list))
            stack.extend((inner, is_named) for inner in inside)


def _calls_itself_list(part: Record) -> bool:
    """True for an object of a list's own that says in its kind or title what it lists."""
    if not any(isinstance(inner, list) for inner in part.values()):
        return False
    called = (part[key] for key in CALLED if key in part)
    return any(
        isinstance(words, str) and len(words) <= MAX_CALLED and is_strong(_words(words))
        for words in called
    )


def _unwrapped(record: Record) -> Record:
    """The object that a list's object holds the facts in."""
    for key in WRAPPERS:
        inner = record.get(key)
        if isinstance(inner, dict) and len(record) <= 3:
            return inner
    return record


def _words(key: str) -> str:
    return _CAMEL.sub(" ", key)


def _entries(records: Sequence[Record], language: str | None) -> tuple[Entry, ...]:
    found = [_entry(record, language) for record in records]
    entries = tuple(entry for entry in found if entry)
    return entries if len(entries) * 2 > len(records) else ()


def _entry(record: Record, language: str | None) -> Entry | None:
    texts: dict[Field, list[str]] = {}
    link = None
    for key, value in record.items():
        what = meaning(_words(key))
        text = _text(value)
        if what and text:
            texts.setdefault(what, []).append(text)
        if link is None and text.startswith(("http://", "https://")) and not _is_image(text):
            link = text
    names = texts.get("vendor", []) + texts.get("entity", []) + texts.get("service", [])
    printed = next((clean(name) for name in names if looks_like_name(clean(name))), "")
    if not printed or is_generic(printed) or not _says_why(texts):
        return None
    for field in ("location", "entity_location", "storage"):
        if field in texts and "location" not in texts:
            texts["location"] = texts[field]
    if "purpose" not in texts and "section" in texts:
        texts["purpose"] = texts["section"]
    facts = Facts(quote=printed, texts=texts, link=link, language=language)
    return make_entry(Name(printed), facts)


def _says_why(texts: Mapping[Field, Sequence[str]]) -> bool:
    return bool(
        {"purpose", "location", "entity_location", "storage", "data", "section"} & texts.keys()
    )


def _is_image(text: str) -> bool:
    return text.lower().split("?")[0].endswith((".png", ".svg", ".jpg", ".jpeg", ".webp", ".ico"))


def _text(value: object) -> str:
    """A value as text: the name of an object, the parts of a list."""
    if isinstance(value, str):
        return " ".join(_TAGS.sub(" ", value[:MAX_TEXT]).split())
    if isinstance(value, dict):
        inner = (value[key] for key in TEXT_KEYS if isinstance(value.get(key), str | dict))
        return _text(next(inner, ""))
    if isinstance(value, list):
        return ", ".join(
            filter(None, (_text(inner) for inner in value[:50] if not isinstance(inner, list)))
        )
    return ""
