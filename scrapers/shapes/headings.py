"""Headings that name vendors, with what stands under them; paragraphs that begin with a name."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from scrapers.documents.model import Block, Heading, Paragraph, Table
from scrapers.entry import Entry
from scrapers.fields import plain
from scrapers.shapes.bullets import MIN_SURE, Bullet, announces, said_of, take_apart
from scrapers.shapes.context import Context
from scrapers.shapes.groups import entries_of, group_of
from scrapers.shapes.labels import describes, lines_of, shared_titles, split_label
from scrapers.shapes.naming import (
    clean,
    has_legal_form,
    is_generic,
    is_sure,
    is_sure_alone,
    known,
    looks_like_name,
)
from scrapers.shapes.strangers import is_short, serves

Placed = tuple[Block, Context]
MAX_BODY = 14  # blocks that one vendor's heading may have under it
_USUAL = frozenset(
    """
    about addendum agreement annex appendix certifications changes compliance contact contents
    definitions faq faqs introduction legal notes notice overview privacy purpose questions
    references resources schedule scope security
    summary support terms transfers updates version history kontakt anderungen inhalt ubersicht
    einleitung contacto cambios contatti modifiche modifications introduccion cookies status
    """.split()  # noqa: SIM905 - as in generic.py
)


def read_headings(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of headings that name vendors, the level of headings that names most of them."""
    best: tuple[Entry, ...] = ()
    for level in sorted({block.level for block, _ in placed if isinstance(block, Heading)}):
        found = _of_level(placed, level, language)
        if (len(found), _told(found)) > (len(best), _told(best)):
            best = found  # of brands over legal names, those that something is said of
    return best


def _told(entries: Sequence[Entry]) -> int:
    return sum(bool(entry.purpose or entry.locations or entry.data) for entry in entries)


def _of_level(placed: Sequence[Placed], level: int, language: str | None) -> tuple[Entry, ...]:
    heads = [
        (at, take_apart((block.line,)))
        for at, (block, context) in enumerate(placed)
        if isinstance(block, Heading) and block.level == level and not _asks(block)
        if _promises(placed, at)
    ]
    roles = tuple(_of_roles(placed, heads, language))
    found = _of_names(placed, heads, language)
    return roles if len(roles) > max(len(found), 1) else found


def _asks(heading: Heading) -> bool:
    return heading.line.text.endswith(("?", "？"))


def _of_names(
    placed: Sequence[Placed], heads: Sequence[tuple[int, Bullet]], language: str | None
) -> tuple[Entry, ...]:
    """Entries of headings that are the names themselves."""
    named = [(at, head) for at, head in heads if is_vendor(head.name)]
    sure = [
        at
        for at, head in named
        if is_sure(head.name) or describes(lines_of(_body(placed, at)), language)
    ]
    if len(named) > len(sure) >= MIN_SURE * len(named):
        sure = [at for at, head in named if at in sure or _is_told_of(head.name, placed, at)]
    if len(named) == len(heads) > 1 and announces(_lead_of(placed, heads[0][0])):
        sure = [at for at, _ in heads]
    if len(named) > 1 and all(at in sure or _serves(head.name, placed, at) for at, head in named):
        sure = [at for at, _ in named]
    if not sure or len(named) * 3 < len(heads) or len(sure) < 2 * MIN_SURE * len(named):
        return ()
    placed = _down_to_end(placed, [at for at, _ in named])
    titles = shared_titles([lines_of(_body(placed, at)) for at, _ in named])
    return tuple(
        entry for at, head in named for entry in _under(placed, at, head, language, titles=titles)
    )


def _down_to_end(placed: Sequence[Placed], heads: Sequence[int]) -> Sequence[Placed]:
    """The blocks down to where the last vendor's own text ends."""
    end = _end_of_card(placed, heads)
    if end is None:
        end = _end_of_last(placed, heads)
    return placed if end is None else placed[:end]


def _end_of_card(placed: Sequence[Placed], heads: Sequence[int]) -> int | None:
    """Where the last vendor's container ends, if each has one of its own."""
    boxes = [placed[at][0].containers for at in heads]
    depth = next((n for n, ids in enumerate(zip(*boxes, strict=False)) if len(set(ids)) > 1), None)
    if depth is None or len({ids[depth] for ids in boxes}) < len(boxes):
        return None
    own = boxes[-1][depth]
    behind = range(heads[-1] + 1, len(placed))
    return next((at for at in behind if own not in placed[at][0].containers), None)


def _end_of_last(placed: Sequence[Placed], heads: Sequence[int]) -> int | None:
    """Where the last vendor's own text ends: at a paragraph behind its labels, unless others have
    such a paragraph too."""
    ends = [_end_of_labels(_body(placed, at)) for at in heads]
    if len(heads) < 2 or ends[-1] is None or any(end is not None for end in ends[:-1]):
        return None
    return heads[-1] + 1 + ends[-1]


def _end_of_labels(body: Sequence[Block]) -> int | None:
    """The place of the paragraph that stands behind labels without being one."""
    told = False
    for at, block in enumerate(body):
        is_told = any(split_label(line.text)[0] for line in lines_of([block]))
        if told and not is_told and isinstance(block, Paragraph):
            return at
        told = told or is_told
    return None


def _is_told_of(name: str, placed: Sequence[Placed], at: int) -> bool:
    """True where the text under a heading says what the one in the heading does, by name."""
    return any(name in line.text for line in lines_of(_body(placed, at)))


def _serves(name: str, placed: Sequence[Placed], at: int) -> bool:
    """True where the first line under a heading says what the one in the heading does."""
    lines = lines_of(_body(placed, at))
    first = lines[0].text if lines else ""
    return is_short(name) and serves(first.removeprefix(name))


def _of_roles(
    placed: Sequence[Placed], heads: Sequence[tuple[int, Bullet]], language: str | None
) -> Iterator[Entry]:
    """Entries of headings that only say what for, with the vendor's name on the line below."""
    for at, head in heads:
        lines = lines_of(_body(placed, at))
        name = clean(lines[0].text) if lines and is_generic(head.name) else ""
        if name and len(name) < 80 and is_sure_alone(name):
            group = group_of(name, lines[1:], head=lines[0], said=head.name)
            yield from entries_of(group, placed[at][1], language)


def is_vendor(name: str) -> bool:
    """True for a heading that reads as a name, and not as a part that every page has."""
    words = plain(name).split()
    if not looks_like_name(name):
        return False
    return not set(words) & _USUAL or known(name) is not None or has_legal_form(name)


def _promises(placed: Sequence[Placed], at: int) -> bool:
    """True if what stands above a heading says that processors follow."""
    block, context = placed[at]
    above = replace(context, headings=context.headings[:-1], leads=_leads(placed, at))
    promises = above.promise in ("subprocessors", "recipients")
    return block.region == "main" and promises and above.is_about_subprocessors


def _lead_of(placed: Sequence[Placed], at: int) -> str:
    leads = _leads(placed, at)
    return leads[-1] if leads else ""


def _leads(placed: Sequence[Placed], at: int) -> tuple[str, ...]:
    """The paragraph above a heading, where it stands directly under the heading before."""
    if at == 0:
        return ()
    before, context = placed[at - 1]
    return (before.text,) if isinstance(before, Paragraph) and not context.leads else ()


def _under(
    placed: Sequence[Placed],
    at: int,
    head: Bullet,
    language: str | None,
    *,
    titles: Collection[str],
) -> Iterator[Entry]:
    """The entries of one heading and of what stands below it, down to the next heading."""
    _, context = placed[at]
    below = lines_of(_body(placed, at))
    group = group_of(head.name, below, head=head.head, said=head.said, titles=titles)
    yield from entries_of(group, _above(context), language)


def _body(placed: Sequence[Placed], at: int) -> list[Block]:
    """What stands under a heading, down to the next one or to what stands aside."""
    body: list[Block] = []
    region = placed[at][0].region
    for block, _ in placed[at + 1 : at + 1 + MAX_BODY]:
        if isinstance(block, Heading | Table) or block.region != region:
            break
        body.append(block)
    return body


def _above(context: Context) -> Context:
    """The context of a heading itself: that of what it names is one deeper."""
    return replace(context, headings=context.headings[:-1])


def read_paragraphs(placed: Sequence[Placed], language: str | None = None) -> tuple[Entry, ...]:
    """Entries of paragraphs that begin with a name in bold or as a link."""
    found: list[tuple[Bullet, Context]] = []
    for block, context in placed:
        if not isinstance(block, Paragraph) or block.region != "main" or not _is_marked(block):
            continue
        if context.promise in ("subprocessors", "recipients"):
            bullet = take_apart(block.lines)
            says = bullet.said or bullet.below
            if bullet.is_marked and says and is_vendor(bullet.name):
                found.append((bullet, context))
    sure = [bullet for bullet, _ in found if is_sure(bullet.name)]
    told = [bullet for bullet, _ in found if is_short(bullet.name) and serves(said_of(bullet))]
    is_list = len(sure) * 2 >= len(found) or len(told) == len(found) > 2
    if len(found) < 2 or not is_list:
        return ()
    return tuple(
        entry for bullet, context in found for entry in _of_bullet(bullet, context, language)
    )


def _is_marked(paragraph: Paragraph) -> bool:
    """True if a paragraph may begin with a name in bold or as a link."""
    return any(run.bold or run.href for run in paragraph.lines[0].runs[:2])


def _of_bullet(bullet: Bullet, context: Context, language: str | None) -> list[Entry]:
    group = group_of(bullet.name, bullet.below, head=bullet.head, said=bullet.said)
    return entries_of(group, context, language)
