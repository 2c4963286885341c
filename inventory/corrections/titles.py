"""What people say that the titles on a source's page mean, and what would be read then."""

from collections.abc import Mapping
from datetime import datetime

from inventory.corrections.fixes import Righted, set_right
from inventory.corrections.keeping import CorrectionError, begin, end, keep, note_down
from inventory.corrections.told import present, text_of, told_of
from inventory.models import Correction, Source, User
from inventory.snapshots import page_of
from scrapers.fields import title_key
from scrapers.meanings import Meaning
from scrapers.quotes import FoldedText
from scrapers.read import read

LONGEST_TITLE = 2_000
MEANINGS: tuple[str, ...] = (
    *("vendor", "entity", "service", "purpose", "location", "storage", "data"),
    *("entity_location", "transfer", "link", "section", "status", "effective", "notes"),
)


def tell_titles(
    source: Source, meanings: Mapping[str, str | None], user: User, note: str = ""
) -> int:
    """Keep what titles mean, by their printed words; return how many were altered."""
    said = {one.title: one.field for one in told_of(source).meanings}
    wanted = {title_key(title): (title, what) for title, what in meanings.items()}
    altered = {
        key: said.get(key, "") for key, (_, what) in wanted.items() if said.get(key, "") != what
    }
    if not altered:
        return 0
    _check_titles(meanings)

    same = (Correction.source == source) & (Correction.about == "title")
    same &= Correction.withdrawn_at.is_null()

    def write(at: datetime) -> None:
        for key, before in altered.items():
            title, what = wanted[key]
            end(same & (Correction.name == key), user, at)
            told = {"name": key, "quote": title, "before": before or None, "value": what}
            begin(source, user, at, about="title", note=note, **told)
            note_down(user, "title explained", source, f"“{title}” means {what or 'nothing'}")

    keep(source, user, write, note)
    return len(altered)


def reading_with(
    source: Source, meanings: Mapping[str, str | None]
) -> tuple[Righted, Righted] | None:
    """What is read of a source now, and what would be if titles meant this. Stores nothing."""
    now = present(source)
    if now is None:
        return None
    _check_titles(meanings)
    wanted = {one.title: one for one in now.told.meanings}
    for title, what in meanings.items():
        key = title_key(title)
        wanted[key] = Meaning(key, what)  # type: ignore[arg-type]  # one of MEANINGS
    page = page_of(now.row.snapshot, source)
    would = read(page, tuple(wanted.values()))
    text = FoldedText(text_of(now.row, source)) if now.told.adds else FoldedText("")
    return now.found, set_right(would, now.told.fixes, text.__contains__)


def _check_titles(meanings: Mapping[str, str | None]) -> None:
    for title, what in meanings.items():
        if not title_key(title) or len(title) > LONGEST_TITLE:
            raise CorrectionError("a title without words cannot be told again on the next page")
        if what is not None and what not in MEANINGS:
            raise CorrectionError(f"a title does not mean {what[:80]!r}; choose from the list")
