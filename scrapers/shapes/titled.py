"""Names on lines of their own over labelled bullets, which is how Markdown prints cards."""

from collections.abc import Iterator, Sequence

from scrapers.documents.model import Item, Line, Paragraph
from scrapers.entry import Entry
from scrapers.shapes.bullets import Bullet, take_apart
from scrapers.shapes.context import Context
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.headings import Placed, is_vendor
from scrapers.shapes.labels import is_labelled, lines_of, split_label
from scrapers.shapes.naming import is_sure

MAX_LINES = 4  # a name and the badges beside it
Titled = tuple[Bullet, list[Line], Context]


def read_titled(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of paragraphs that are names, each with the labelled items right below it."""
    titled = list(_titled(placed))
    named = [one for one in titled if is_vendor(one[0].name)]
    sure = [bullet for bullet, _, _ in named if is_sure(bullet.name)]
    names = {bullet.name for bullet, _, _ in named}
    if not named or len(named) * 2 < len(titled) or not (sure or len(names) > 1):
        return ()
    return tuple(
        entry
        for bullet, below, context in named
        for entry in entries_of(
            group_of(bullet.name, below, head=bullet.head, said=bullet.said),
            context.outside(names),
            language,
        )
    )


def _titled(placed: Sequence[Placed]) -> Iterator[Titled]:
    for at, (block, context) in enumerate(placed):
        if not isinstance(block, Paragraph) or block.region != "main":
            continue
        is_open = context.promise in ("subprocessors", "recipients")
        if not is_open or not 0 < len(block.lines) <= MAX_LINES or not _is_title(block.lines[0]):
            continue
        below = _items(placed, at)
        if below and split_label(below[0].text)[0] and is_labelled(below):
            yield take_apart((block.lines[0],)), [*block.lines[1:], *below], context


def _is_title(line: Line) -> bool:
    return line.text[-1:] not in ".:：" or all(run.bold for run in line.runs)


def _items(placed: Sequence[Placed], at: int) -> list[Line]:
    """The lines of the list right below a block."""
    found: list[Item] = []
    for block, _ in placed[at + 1 :]:
        if not isinstance(block, Item) or (found and block.list_id != found[0].list_id):
            break
        found.append(block)
    return lines_of(found)
