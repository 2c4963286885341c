"""Tabs whose panels are not in the page: what they hold comes by script when they are chosen."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

MAX_TABS = 100  # a page with more is no page with a list in tabs
NEAR = 8  # elements around a tab among which the list of tabs is


def find_unseen_tabs(root: etree._Element) -> tuple[str, ...]:
    """The names of tabs without a panel, beside tabs that have one."""
    groups: dict[etree._Element | None, list[etree._Element]] = {}
    tabs = [element for element in root.iter() if element.get("role") == "tab"]
    for tab in tabs[:MAX_TABS]:
        groups.setdefault(_list_of(tab), []).append(tab)
    filled = set(_filled(root, {tab.get("aria-controls") or "" for tab in tabs}))
    unseen: list[str] = []
    for group in groups.values():
        seen = [tab for tab in group if tab.get("aria-controls") in filled]
        if seen:
            unseen.extend(_text(tab) for tab in group if tab not in seen)
    return tuple(filter(None, unseen))


def _list_of(tab: etree._Element) -> etree._Element | None:
    """The element that holds a tab and its neighbours."""
    for around in islice(tab.iterancestors(), NEAR):
        if around.get("role") == "tablist":
            return around
    return tab.getparent()


def _filled(root: etree._Element, names: set[str]) -> Iterator[str]:
    """Which of these names belong to elements that hold any text."""
    left = set(names)
    for element in root.iter():
        name = element.get("id")
        if name in left:
            left.discard(name)
            if _text(element):
                yield name


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
