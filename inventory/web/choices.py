"""What a form lets people choose from."""

from collections.abc import Iterable
from typing import Any

from wtforms.fields.choices import SelectChoice


def choices(pairs: Iterable[tuple[Any, str]]) -> list[SelectChoice]:
    """The choices of a field, each a value and what people read."""
    return [SelectChoice(str(value), label) for value, label in pairs]
