"""Columns headed by places, with a mark where a vendor is there."""

import re
from collections.abc import Mapping, Sequence

from scrapers.documents.model import Cell
from scrapers.patterns import late
from scrapers.places import find_countries

LONGEST_MARK = 5  # characters
LONGEST_PLACE = 40
MIN_COLUMNS = 2
Row = Sequence[Cell]
_YES = late(r"(?:yes|ja|oui|s[iíì]|sim|x|[✓✔☑✅√●•■◉⬤])\W*$", re.IGNORECASE)
_NO = late(r"(?:no|nein|non|n[aã]o|nee|nej|[✗✘☐○◯–—-]+)\W*$|$", re.IGNORECASE)


def marked_places(titles: Row, rows: Sequence[Row], language: str | None) -> dict[int, Cell]:
    """The columns that only mark where vendors are, each with the cell that names the place."""
    if not rows:
        return {}
    bare = [at for at, cell in enumerate(rows[-1]) if len(cell.text) <= LONGEST_MARK]
    if len(bare) < MIN_COLUMNS:
        return {}
    found = {at: titles[at] for at in bare if _is_place(titles[at].text, language)}
    found = {at: title for at, title in found.items() if _is_marked([row[at] for row in rows])}
    return found if len(found) >= MIN_COLUMNS else {}


def with_places(rows: Sequence[Row], places: Mapping[int, Cell]) -> Sequence[Row]:
    """Rows with the places themselves where they mark them."""
    if not places:
        return rows
    return [
        tuple(_named(cell, places[at]) if at in places else cell for at, cell in enumerate(row))
        for row in rows
    ]


def _named(cell: Cell, place: Cell) -> Cell:
    return Cell(place.lines if _YES.match(cell.text) else ())


def _is_place(title: str, language: str | None) -> bool:
    return 0 < len(title) <= LONGEST_PLACE and bool(find_countries(title, language))


def _is_marked(cells: Sequence[Cell]) -> bool:
    """True for nothing but marks, one of them at least that says yes."""
    texts = [cell.text for cell in cells]
    return any(map(_YES.match, texts)) and all(_YES.match(t) or _NO.match(t) for t in texts)
