"""Write a URL in one way, or say in one sentence why it cannot be a page that is looked at."""

import ipaddress
from urllib.parse import urlsplit, urlunsplit

MAX_URL = 2_000
DEFAULT_PORTS = {"http": 80, "https": 443}


class RegisterError(Exception):
    """Something cannot be put into the register; the message is one sentence for a person."""


def clean_url(url: str, *, allow_private: bool = False) -> str:
    """Write a URL in one way, without its fragment. Raises RegisterError where it cannot be a
    page's."""
    url = url.strip()
    if not url:
        raise RegisterError("give the address of a page, such as https://example.com/subprocessors")
    if len(url) > MAX_URL:
        raise RegisterError(f"the URL has {len(url):,} characters; {MAX_URL:,} are allowed")
    if any(char.isspace() or not char.isprintable() for char in url):
        raise RegisterError(f"{url!r} is not a URL: it holds white space or control characters")
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise RegisterError(f"{url} is not a URL: {error}") from error
    if scheme not in DEFAULT_PORTS:
        raise RegisterError(f"{url} must begin with https:// or http://")
    if fault := _fault_of_host(parts.username is not None, host, allow_private):
        raise RegisterError(f"{_without_password(url)} {fault}")
    place = f"[{host}]" if ":" in host else host
    if port and port != DEFAULT_PORTS[scheme]:
        place = f"{place}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))


def _fault_of_host(has_user: bool, host: str, allow_private: bool) -> str | None:
    if has_user:
        return "holds a user name; Onward looks only at pages that anyone may see"
    if not host:
        return "names no host"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        is_name = host == "localhost" or "." in host.strip(".")
        is_private = host == "localhost" or host.endswith(".localhost")
        if not is_name and not allow_private:
            return f"names the host {host!r}, which is no address on the internet"
    else:
        is_private = not address.is_global
    if is_private and not allow_private:
        return "is not a public address, so it is not looked at; ONWARD_ALLOW_PRIVATE=1 lifts this"
    return None


def _without_password(url: str) -> str:
    """Never print a password back."""
    before, at, after = url.rpartition("@")
    return f"{before.partition('://')[0]}://…@{after}" if at else url
