"""Tell whether a page prints day or month first: by its language, its dates, its address."""

from scrapers.patterns import late
from scrapers.places import find_countries

_MONTH_FIRST = frozenset({"en-US", "en-PH"})
_DAY_FIRST = frozenset(
    (
        *("de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "pl", "cs", "ro", "ru"),
        *("el", "tr", "en-GB", "en-IE", "en-AU", "en-NZ", "en-IN"),
    )
)
SHORT = late(r"(?<![\d.,/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[-.]\d)")
_BRITISH = late(r"\bData Protection Act (?:1998|2018)\b|\bregistered in (?:England|Scotland)\b")
_AMERICAN = late(r"\bCalifornia|\bUnited States\b")
_PLACE = 60
_EITHER_WAY = frozenset({"US", "CA", "PH", "EU"})  # what they print may be read both ways


def language_order(language: str | None) -> str | None:
    """Tell the order that a language (BCP 47) uses; None for one that uses both."""
    if not language:
        return None
    if language in _MONTH_FIRST:
        return "month"
    return "day" if language in _DAY_FIRST or language.split("-")[0] in _DAY_FIRST else None


def printed_order(texts: list[str]) -> str | None:
    """Tell the order of day and month from dates on the page that can be read one way only."""
    orders = {
        "day" if int(match[1]) > 12 else "month"
        for text in texts
        for match in SHORT.finditer(text)
        if match[2] == "/"
        and max(int(match[1]), int(match[3])) in range(13, 32)
        and len(match[4]) == 4
    }
    return orders.pop() if len(orders) == 1 else None


def placed_order(texts: list[str]) -> str | None:
    """Tell the order from the countries printed close before the dates, an address at the foot, or
    from a British law."""
    return _by_country(texts) or _by_law(texts)


def _by_law(texts: list[str]) -> str | None:
    is_british = any(_BRITISH.search(text) for text in texts)
    return "day" if is_british and not any(_AMERICAN.search(text) for text in texts) else None


def _by_country(texts: list[str]) -> str | None:
    places = {
        country
        for text in texts
        for match in SHORT.finditer(text)
        for country in find_countries(text[max(0, match.start() - _PLACE) : match.start()])[-1:]
    }
    return "day" if places and places.isdisjoint(_EITHER_WAY) else None
