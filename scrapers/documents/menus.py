"""The words of a menu and where they lead; no list is looked for in one, so that is all we take."""

from lxml import etree


def is_menu_only(element: etree._Element) -> bool:
    """Whether what stands in a region of links is no more than that: tables are read anywhere."""
    return element.find(".//table") is None


def menu_words(element: etree._Element) -> list[tuple[str, str | None]]:
    """Each stretch of text in an element, in page order, and the address that it links to."""
    found: list[tuple[str, str | None]] = []
    _collect(element, None, found)
    return found


def _collect(
    element: etree._Element, target: str | None, found: list[tuple[str, str | None]]
) -> None:
    inside = element.get("href") if element.tag == "a" else target
    if (text := element.text) and not text.isspace():
        found.append((text, inside))
    for child in element:
        _collect(child, inside, found)
        if (text := child.tail) and not text.isspace():
            found.append((text, inside))
