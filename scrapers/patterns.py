"""Regular expressions that are compiled when first used: most pages ask for few of them."""

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern until one of its methods is asked for, which is kept then."""

    def __init__(self, text: str, flags: int) -> None:
        self._how = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._how), name)  # which keeps what it compiled
        setattr(self, name, found)
        return found


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that costs nothing until it is used."""
    return cast("re.Pattern[str]", _Late(text, flags))
