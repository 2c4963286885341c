"""One line of a list, in the vendor's own words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Condition = Literal["stated", "example", "customer-chosen"]
Status = Literal["current", "announced", "former"]
Certainty = Literal["stated", "suggested"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A company that a page names as a recipient of data. What the page does not give is None or
    empty, never a guess.

    `vendor` is the commonly used name, `entity` the name as printed without address or description.
    `countries` are ISO 3166-1 alpha-2 codes, `EU` for the Union. `data_categories` are Fides keys.
    `quote` stands verbatim on the page once white space is folded; for a table row it is the row's
    cells joined by one blank. `service` is the product where the page tells it apart from the
    company, `notes` what the page says beside the known fields, `entity_location` the place of
    establishment and `storage_location` the place of storage, where the page tells them apart from
    the place of processing.
    """

    vendor: str
    entity: str
    quote: str
    role: str = "sub-processor"
    condition: Condition = "stated"
    purpose: str | None = None
    locations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    entity_location: tuple[str, ...] = ()
    storage_location: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    data_categories: tuple[str, ...] = ()
    transfer: str | None = None
    link: str | None = None
    section: str | None = None
    service: str | None = None
    notes: str | None = None
    status: Status = "current"
    effective_on: date | None = None
    certainty: Certainty = "stated"
