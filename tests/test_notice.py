"""Clauses on notice and objection are read exactly, and others are left alone."""

import time
from pathlib import Path

import pytest

from scrapers.documents.text import text_document
from scrapers.notice import find_notice_terms

Terms = list[tuple[str, int, str, str, str | None, tuple[str, ...]]]


def clauses() -> list[tuple[str, Terms]]:
    """Read the clauses and, below each, what it says."""
    found: list[tuple[str, Terms]] = []
    lines = Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("    ") and line.strip() != "nothing":
            kind, period, unit, trigger, *more = line.split()
            silence = more.pop(0) if more and more[0] in ("consent", "refusal") else None
            found[-1][1].append((kind, int(period), unit, trigger, silence, tuple(more)))
        elif line and not line.startswith(("#", "    ")):
            found.append((line, []))
    return found


def test_there_are_at_least_a_hundred_clauses():
    assert len(clauses()) >= 100


@pytest.mark.parametrize(("text", "terms"), clauses())
def test_a_clause_gives_its_terms(text, terms):
    found = find_notice_terms(text_document(text))

    assert [
        (term.kind, term.period, term.unit, term.trigger or "-", term.silence, term.conditions)
        for term in found
    ] == terms
    assert all(term.quote in text for term in found)


def test_a_clause_that_is_repeated_counts_once():
    text = "We notify you of changes 30 days in advance.\n"
    text += "Again: we inform of changes 30 days in advance."

    terms = find_notice_terms(text_document(text))

    assert len(terms) == 1
    assert terms[0].quote == "We notify you of changes 30 days in advance."


@pytest.mark.parametrize("piece", ["30 days ", "notice ", ",", "A", "(", "object ", "(30) ", ". A"])
def test_hostile_text_is_read_in_linear_time(piece):
    document = text_document(piece * (10_000_000 // len(piece)))
    started = time.process_time()

    find_notice_terms(document)

    assert time.process_time() - started < 2
