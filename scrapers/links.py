"""Addresses as pages print them: many are none, and Python raises on some of those."""

from urllib.parse import SplitResult, urljoin, urlsplit

NOWHERE = SplitResult("", "", "", "", "")


def split_link(link: str | None) -> SplitResult:
    """The parts of an address; empty ones of what is none, such as `http://[`."""
    try:
        parts = urlsplit(link or "")
        _ = parts.hostname, parts.port  # these are looked at only when asked for
    except ValueError:
        return NOWHERE
    return parts


def join_link(base: str, link: str) -> str | None:
    """An address made absolute, None where it is none."""
    try:
        return urljoin(base, link)
    except ValueError:
        return None
