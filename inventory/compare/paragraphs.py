"""What differs between two texts, paragraph by paragraph. Pure, and bounded in time for any
text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

MOST = 50_000  # paragraphs of either text that are compared
SMALL = 60  # paragraphs on either side that are aligned one by one
BUDGET = 200  # gaps that are aligned so; what differs beyond is set side by side whole

Lines = Sequence[str]
Anchor = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that were replaced by others: either side may be empty. `after_same` counts the
    equal paragraphs that stand before them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    after_same: int


def paragraphs(text: str) -> list[str]:
    """The lines of a text that are not blank, white space folded."""
    return [folded for line in text.splitlines() if (folded := " ".join(line.split()))]


def differing_passages(before: Lines, after: Lines) -> list[Passage]:
    """The passages in which two texts differ, in their order.

    Paragraphs that stand once in both are taken as fixed points where their order allows, as in
    patience diff; `difflib` aligns what is left between them where that is little. So the time
    grows with the length of the texts, times its logarithm.
    """
    before, after = before[:MOST], after[:MOST]
    found: list[Passage] = []
    same, budget = 0, BUDGET
    for (a1, b1), (a2, b2) in pairwise(_anchors(before, after)):
        gap = before[a1 + 1 : a2], after[b1 + 1 : b2]
        if any(gap):
            is_small = max(map(len, gap)) <= SMALL and budget > 0
            budget -= is_small
            for passage in _aligned(*gap) if is_small else _ends_off(*gap):
                same += passage.after_same
                if passage.before or passage.after:
                    found.append(Passage(passage.before, passage.after, same))
                    same = 0
        same += 1
    return found


def _anchors(before: Lines, after: Lines) -> list[Anchor]:
    """The places of paragraphs taken to be the same, with one before and one behind both texts."""
    once = {line for line, count in Counter(before).items() if count == 1}
    once &= {line for line, count in Counter(after).items() if count == 1}
    places = {line: at for at, line in enumerate(after) if line in once}
    pairs = [(at, places[line]) for at, line in enumerate(before) if line in once]
    return [(-1, -1), *_rising(pairs), (len(before), len(after))]


def _rising(pairs: Sequence[Anchor]) -> list[Anchor]:
    """The longest run of pairs whose places rise on both sides."""
    tops: list[int] = []
    top_of: list[int] = []
    earlier: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        depth = bisect_left(tops, place)
        earlier.append(top_of[depth - 1] if depth else None)
        tops[depth : depth + 1] = [place]
        top_of[depth : depth + 1] = [number]
    run: list[Anchor] = []
    at = top_of[-1] if top_of else None
    while at is not None:
        run.append(pairs[at])
        at = earlier[at]
    return run[::-1]


def _aligned(before: Lines, after: Lines) -> Iterator[Passage]:
    """Short passages, aligned by difflib; equal paragraphs come as passages of nothing."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for step, a1, a2, b1, b2 in matcher.get_opcodes():
        if step == "equal":
            yield Passage((), (), a2 - a1)
        else:
            yield Passage(tuple(before[a1:a2]), tuple(after[b1:b2]), 0)


def _ends_off(before: Lines, after: Lines) -> Iterator[Passage]:
    """A long passage, without the equal paragraphs at its ends."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    yield Passage(
        tuple(before[head : len(before) - tail]), tuple(after[head : len(after) - tail]), head
    )
    yield Passage((), (), tail)
