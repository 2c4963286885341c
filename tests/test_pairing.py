"""Which row of the old list is which of the new one."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from inventory.compare.pairing import pair_entries
from inventory.diff import compare
from scrapers.entry import Entry

SYLLABLES = ("bo", "re", "lum", "fin", "ka", "tor", "wex", "mi", "dra", "sul", "pho", "gy")
DOINGS = ("hosting", "mail", "chat", "fraud checks", "analytics", "search", "signing", "video")


def row(name: str, purpose: str | None = None, **fields) -> Entry:
    return Entry(vendor=name, entity=name, quote=f"{name} {purpose}", purpose=purpose, **fields)


def told(old, new):
    return sorted((d.kind, d.vendor, d.field) for d in compare(old, new) if not d.is_minor)


def random_list(rng: Random, size: int) -> list[Entry]:
    names: dict[str, None] = {}
    while len(names) < size:
        names["".join(rng.choices(SYLLABLES, k=4)).title()] = None
    return [
        row(name, f"{rng.choice(DOINGS)} for {name}'s part", locations=(rng.choice(DOINGS),))
        for name in names
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(6, 60))
def test_random_edits_are_told_exactly(seed, size):
    rng = Random(seed)
    old = random_list(rng, size)
    gone, moved, reworded, spare = rng.sample(range(size), 4)
    stranger = row("Zzyxqor", "quite another thing")
    new = list(old)
    new[moved] = replace(old[moved], locations=("Atlantis",))
    new[reworded] = replace(old[reworded], purpose="quantum juggling of llamas")
    new[spare] = replace(old[spare], quote="styled otherwise")
    new = [*(e for i, e in enumerate(new) if i != gone), stranger]
    rng.shuffle(new)

    assert told(old, new) == sorted(
        [
            ("removed", old[gone].vendor, None),
            ("added", "Zzyxqor", None),
            ("amended", old[moved].vendor, "locations"),
            ("amended", old[reworded].vendor, "purpose"),
        ]
    )


def test_pairs_come_in_the_order_of_the_new_list():
    old = [row("Acme", "mail"), row("Bolt", "chat"), row("Cask", "search")]
    new = [old[2], replace(old[0], purpose="post"), row("Dray", "video")]

    pairing = pair_entries(old, new)

    assert pairing.pairs == ((old[2], new[0]), (old[0], new[1]))
    assert pairing.removed == (old[1],)
    assert pairing.added == (new[2],)


def test_rows_of_one_vendor_pair_with_those_most_alike():
    old = [row("Acme", "mail and post", section="A"), row("Acme", "video calls", section="B")]
    new = [
        row("Acme", "video calls and recordings", section="C"),
        row("Acme", "mail, post", section="B"),
    ]

    pairing = pair_entries(old, new)

    assert pairing.pairs == ((old[1], new[0]), (old[0], new[1]))


@pytest.mark.parametrize("size", [3, 70])
def test_many_rows_of_one_vendor_that_all_changed_pair_up(size):
    old = [row("Acme", f"service {n} of acme") for n in range(size)]
    new = [replace(e, purpose=f"{e.purpose}, hosted") for e in reversed(old)]

    assert len(pair_entries(old, new).pairs) == size


def test_an_empty_list_pairs_with_nothing():
    old = [row("Acme", "mail")]

    assert pair_entries(old, []).removed == tuple(old)
    assert pair_entries([], old).added == tuple(old)
    assert pair_entries([], []).pairs == ()


def test_a_place_in_brackets_makes_no_two_companies_one():
    old = [row("Acme", "mail")]
    old = [replace(old[0], entity="Acme (UK)")]
    new = [replace(row("Bolt", "mail"), entity="Bolt (UK)")]

    assert told(old, new) == [("added", "Bolt", None), ("removed", "Acme", None)]


def test_the_same_words_as_purpose_make_no_two_companies_one():
    assert told([row("Acme", "web analytics")], [row("Bolt", "web analytics")]) == [
        ("added", "Bolt", None),
        ("removed", "Acme", None),
    ]


def test_a_link_that_several_share_tells_nothing():
    link = "https://maker.example/privacy"
    old = [row("Acme", "mail", link=link), row("Bolt", "mail", link=link)]
    new = [row("Cask", "mail", link=link), old[1]]

    assert told(old, new) == [("added", "Cask", None), ("removed", "Acme", None)]


def test_a_parents_name_before_the_old_one_is_another_name_of_the_same_company():
    old = [row("Larkfield", "Keeps log files", locations=("Norway",)), row("Brightpost", "Mail")]
    parent = [row("Corvane Larkfield", "Keeps log files", locations=("Norway",)), old[1]]
    another = [row("Corvane Larkfield", "Video calls", locations=("Peru",)), old[1]]

    assert told(old, parent) == [("renamed", "Corvane Larkfield", None)]
    assert told(parent, old) == [("renamed", "Larkfield", None)]
    assert [kind for kind, *_ in told(old, another)] == ["added", "removed"]
