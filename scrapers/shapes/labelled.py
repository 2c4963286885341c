"""Names on lines of their own, each over the same labelled lines, in whatever elements."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrapers.documents.model import Block, Heading, Item, Line, Paragraph, Table, block_lines
from scrapers.entry import Entry
from scrapers.fields import Field, meaning
from scrapers.shapes.bullets import Bullet, take_apart
from scrapers.shapes.context import Context
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.headings import Placed, is_vendor
from scrapers.shapes.labels import TELLING, bold_ones, is_title, split_label
from scrapers.shapes.naming import is_sure
from scrapers.shapes.promises import promise_of

FEWEST = 2  # names, from which labels are those of a list
FEWEST_STRANGERS = 3  # names that nobody knows, where each has but one label


@dataclass(slots=True)
class _Told:
    """A line, what its label means, whether that stands alone, whether the line is a value."""

    line: Line
    block: Block
    context: Context
    label: Field | None = None
    is_alone: bool = False
    is_value: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    """A name and what is said below it."""

    head: Bullet
    context: Context
    below: tuple[Line, ...]
    labels: tuple[Field, ...]


def read_labelled(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of names on lines of their own with labelled lines right below each."""
    sections = list(_sections(placed))
    titles = _titles(sections)
    records = [record for lines in sections for record in _records(_told(lines, titles))]
    records = [record for record in records if is_vendor(record.head.name)]
    if not _are_list(records):
        return ()
    names = {record.head.name for record in records}
    return tuple(
        entry
        for record in records
        for entry in entries_of(
            group_of(
                record.head.name,
                record.below,
                head=record.head.head,
                said=record.head.said,
                titles=titles,
            ),
            record.context.outside(names),
            language,
        )
    )


def _sections(placed: Sequence[Placed]) -> Iterator[list[_Told]]:
    """The lines between tables, where the page says that processors follow."""
    lines: list[_Told] = []
    for block, context in placed:
        is_open = context.promise in ("subprocessors", "recipients")
        is_open = is_open and context.is_about_subprocessors and block.region == "main"
        if is_open and isinstance(block, Heading | Paragraph | Item):
            lines.extend(_Told(line, block, context) for line in block_lines(block))
        elif isinstance(block, Table) and lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _titles(sections: Sequence[Sequence[_Told]]) -> frozenset[str]:
    """Labels that stand alone on a line again and again."""
    counts = Counter(told.line.text for lines in sections for told in lines)
    found = frozenset(
        text
        for text, count in counts.items()
        if count >= FEWEST and is_title(text) and not _announces(text)
    )
    return bold_ones([told.line for lines in sections for told in lines], found)


def _announces(text: str) -> bool:
    """True for what stands above the whole list: "Current sub-processors:"."""
    return promise_of(text) == "subprocessors"


def _told(lines: Sequence[_Told], titles: frozenset[str]) -> Sequence[_Told]:
    """Lines with what each is: a label with its value, a label alone, a value, or neither."""
    waiting = False  # for the value of a label that stands alone
    label: Block | None = None  # where such a label stands
    values: Block | None = None  # a block of its own that holds nothing but its values
    for told in lines:
        text = told.line.text
        if waiting or told.block is values:
            values = None if told.block is label else told.block
            told.is_value, waiting = True, False
            continue
        has_colon = ":" in text or "：" in text
        what, value = split_label(text) if has_colon else (None, text)
        is_alone = text in titles or (
            bool(what) and not value and text[-1] in ":：" and not _announces(text)
        )
        if is_alone:
            told.label, told.is_alone, waiting = meaning(text.rstrip(" :：")) or what, True, True
            label = told.block
        elif what and value:
            told.label = what
    return lines


def _records(lines: Sequence[_Told]) -> Iterator[_Record]:
    """Each name with the lines down to where its labels end; none where something else than such
    labels stands above most names: they name what the lines further up tell of."""
    starts = [at for at in range(len(lines) - 1) if _may_be_name(lines, at)]
    behind = [at for at in starts if not at or _is_said(lines[at - 1])]
    if not starts or len(behind) * 2 < len(starts):
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        below = list(_below(lines[start + 1 : end]))
        yield _Record(
            take_apart((lines[start].line,)),
            _above(lines[start]),
            tuple(told.line for told in below),
            tuple(told.label for told in below if told.label),
        )


def _may_be_name(lines: Sequence[_Told], at: int) -> bool:
    """True for a line that is neither label nor value, with a label on the next one."""
    told, following = lines[at], lines[at + 1]
    return not told.is_value and not told.label and bool(following.label)


def _is_said(told: _Told) -> bool:
    return told.is_value or (told.label is not None and not told.is_alone)


def _below(lines: Sequence[_Told]) -> Iterator[_Told]:
    """Labelled lines and their values; a value goes on in its own block."""
    block: Block | None = None
    for told in lines:
        if not (_is_said(told) or told.is_alone) and told.block is not block:
            return
        block = told.block
        yield told


def _are_list(records: Sequence[_Record]) -> bool:
    """True for several names that the same labels tell of, in part names of companies for sure."""
    if len(records) < FEWEST:
        return False
    counts = Counter(label for record in records for label in set(record.labels))
    shared = {label for label, count in counts.items() if count * 3 >= len(records) * 2}
    if not shared & TELLING:
        return False
    sure = sum(is_sure(record.head.name) for record in records)
    return len(shared) > 1 or sure * 2 >= len(records) or len(records) >= FEWEST_STRANGERS


def _above(told: _Told) -> Context:
    """The context of a name: that of a heading begins with itself."""
    context = told.context
    is_heading = isinstance(told.block, Heading)
    return replace(context, headings=context.headings[:-1]) if is_heading else context
