"""Which countries the GDPR protects: its own area, and those with an adequacy decision."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

ADEQUACY = Path(__file__).with_name("adequacy.toml")
Check = Literal["official", "title", "reprint", "report", "memory"]  # the data file explains them


@dataclass(frozen=True, slots=True)
class Decision:
    """An adequacy decision of the Commission. `scope` says whom it covers where that is not
    everybody, `certified` that it covers only companies on a list, `until` its last day, and
    `checked` and `scope_checked` what these facts were compared with."""

    country: str
    number: str
    adopted: date
    checked: Check
    scope_checked: Check
    oj: str | None = None
    scope: str | None = None
    certified: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Adequacy:
    """The facts as they stood on `checked_on`, by country code (ISO 3166-1 alpha-2)."""

    eea: frozenset[str]
    decisions: dict[str, Decision]
    checked_on: date
    source: str

    def is_inside(self, country: str) -> bool:
        """Whether the GDPR itself applies there; EU stands for the Union."""
        return country.upper() in self.eea

    def decision(self, country: str, day: date) -> Decision | None:
        """The decision that covers a country on a day."""
        found = self.decisions.get(country.upper())
        if found is None or day < found.adopted or (found.until and day > found.until):
            return None
        return found


@lru_cache(maxsize=1)
def load_adequacy() -> Adequacy:
    """Read the data file."""
    facts = tomllib.loads(ADEQUACY.read_text(encoding="utf-8"))
    decisions = [Decision(**table) for table in facts["decision"]]
    return Adequacy(
        eea=frozenset(facts["eea"]),
        decisions={decision.country: decision for decision in decisions},
        checked_on=facts["checked_on"],
        source=facts["source"],
    )
