"""The words of a menu and where they lead; no list is looked for in one, so that is all we take."""

from lxml import etree


def is_menu_only(element: etree._Element) -> bool:
    """Whether what stands in a region of links is no more than that: tables are read anywhere."""
    return element.find(".//table") is None


def menu_words(element: etree._Element) -> list[tuple[str, str | None]]:
    """Each stretch of text in an element, in page order, and the address that it links to."""
    found: list[tuple[str, str | None]] = []
    targets: list[str | None] = [None]
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            targets.append(part.get("href") if part.tag == "a" else targets[-1])
            text = part.text
        else:
            targets.pop()
            text = part.tail if part is not element else None
        if text and not text.isspace():
            found.append((text, targets[-1]))
    return found
