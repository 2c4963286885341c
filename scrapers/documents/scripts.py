"""JSON inside scripts: documents of their own, assigned objects, and streamed page data."""

import json
import re
from collections.abc import Iterator

MAX_SCRIPT = 4_000_000  # characters; a longer script is a program
MAX_COMMAS = 300_000  # some five times the largest real one; what they part costs memory
MAX_VALUES = 40
DEEP = 20_000  # what it costs, in characters, to find that data nests too deeply
_ASSIGNED = re.compile(r"(?:=|\(|,|return)\s*(?=[\[{])")
_QUOTED = re.compile(r"""JSON\.parse\(\s*(?="|')""")
_STREAMED = re.compile(r"""__next_f\.push\(\s*(?=\[)""")
_PLAUSIBLE = re.compile(r"""[\[{]\s*["\[{\]}\d-]""")  # JSON may go on so; programs seldom do
_INSIDE = re.compile(r"""[\[{](?=["{\[])""")


def values_of(script: str) -> list[object]:
    """The objects and lists that a script holds as JSON, the largest parts first found."""
    text = script.strip()
    if len(text) > MAX_SCRIPT or text.count(",") > MAX_COMMAS:
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
    trials = _Trials(text)
    for match in _QUOTED.finditer(text):
        inner, _ = trials.decode(match.end())
        value = _loaded(inner) if isinstance(inner, str) else None
        if isinstance(value, dict | list):
            yield value
    if _STREAMED.search(text):
        yield from _streamed(trials)
        return
    yield from _outermost(trials, _ASSIGNED)


def _streamed(trials: "_Trials") -> Iterator[object]:
    """What a page's data stream spells out: JSON in strings, in pieces."""
    for match in _STREAMED.finditer(trials.text):
        chunk, _ = trials.decode(match.end())
        if isinstance(chunk, list):
            for piece in chunk:
                if isinstance(piece, str) and "rocessor" in piece.lower():
                    yield from _outermost(_Trials(piece), _INSIDE)


def _outermost(trials: "_Trials", start: re.Pattern[str]) -> Iterator[object]:
    """Objects and lists that begin where a pattern says, none inside another."""
    end = 0
    for match in start.finditer(trials.text):
        at = match.end() if start is _ASSIGNED else match.start()
        if at < end or not _PLAUSIBLE.match(trials.text, at):
            continue
        value, end = trials.decode(at)
        if isinstance(value, dict | list) and value:
            yield value


class _Trials:
    """Decodes JSON that may begin anywhere in a text, until what failed has cost too much."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._left = 4 * len(text)

    def decode(self, at: int) -> tuple[object, int]:
        """The value that begins at an offset, and where it ends; None and `at` if none does."""
        if self._left > 0:
            try:
                return _DECODER.raw_decode(self.text, at)
            except json.JSONDecodeError as error:  # which counts all lines up to its place
                self._left -= error.pos - at + error.pos // 200 + 20
            except (ValueError, RecursionError):
                self._left -= DEEP
        return None, at


def _loaded(text: str) -> object:
    if text[:1] not in "[{":
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


_DECODER = json.JSONDecoder(strict=False)
