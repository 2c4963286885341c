"""JSON inside scripts: documents of their own, assigned objects, and streamed page data."""

import json
import re
from collections.abc import Iterator

MAX_SCRIPT = 4_000_000  # characters; a longer script is a program
MAX_VALUES = 40
_ASSIGNED = re.compile(r"(?:=|\(|,|return)\s*(?=[\[{])")
_QUOTED = re.compile(r"""JSON\.parse\(\s*(?="|')""")
_STREAMED = re.compile(r"""__next_f\.push\(\s*(?=\[)""")
_INSIDE = re.compile(r"""[\[{](?=["{\[])""")


def values_of(script: str) -> list[object]:
    """The objects and lists that a script holds as JSON, the largest parts first found."""
    text = script.strip()
    if len(text) > MAX_SCRIPT:
        return []
    whole = _loaded(text)
    if isinstance(whole, dict | list):
        return [whole]
    found: list[object] = []
    for value in _parts(text):
        found.append(value)
        if len(found) >= MAX_VALUES:
            break
    return found


def _parts(text: str) -> Iterator[object]:
    for match in _QUOTED.finditer(text):
        inner = _decoded(text, match.end())
        value = _loaded(inner) if isinstance(inner, str) else None
        if isinstance(value, dict | list):
            yield value
    if _STREAMED.search(text):
        yield from _streamed(text)
        return
    yield from _outermost(text, _ASSIGNED)


def _streamed(text: str) -> Iterator[object]:
    """What a page's data stream spells out: JSON in strings, in pieces."""
    for match in _STREAMED.finditer(text):
        chunk = _decoded(text, match.end())
        if isinstance(chunk, list):
            for piece in chunk:
                if isinstance(piece, str) and "rocessor" in piece:
                    yield from _outermost(piece, _INSIDE)


def _outermost(text: str, start: re.Pattern[str]) -> Iterator[object]:
    """Objects and lists that begin where a pattern says, none inside another."""
    end = 0
    for match in start.finditer(text):
        at = match.end() if start is _ASSIGNED else match.start()
        if at < end:
            continue
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict | list) and value:
            yield value


def _decoded(text: str, at: int) -> object:
    try:
        return _DECODER.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _loaded(text: str) -> object:
    if text[:1] not in "[{":
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


_DECODER = json.JSONDecoder(strict=False)
