"""Take a server's answer for a page, or say in one sentence why it is none."""

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import urllib3.exceptions as worse

from scrapers.errors import FetchError
from scrapers.meter import SpentError
from scrapers.page import Page

# Headers by which a wall against robots shows that it stands in the way.
CHALLENGES = {
    "cf-mitigated": "challenge",
    "x-amzn-waf-action": "",
    "x-datadome": "",
    "x-vercel-mitigated": "",
}
CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s"';,]+)""", re.IGNORECASE)
PASSING = {408, 421, 425, 429}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, received to its end. `location` is set if it is a redirect."""

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes = b""
    location: str | None = None


def refusal(answer: Answer) -> FetchError | None:
    """The reason why an answer is no page, None if it is one."""
    status, url = answer.status, answer.url
    if _is_challenge(answer):
        return FetchError(
            f"{url} answers with a challenge for robots ({_named(status)}); "
            "open it in a browser and upload the saved page",
            transient=status >= 500 or status == 429,
        )
    if status in {200, 203}:
        return None
    if status in {404, 410}:
        return FetchError(
            f"{url} is not there any more ({_named(status)}); find the page's new address",
            transient=False,
        )
    if status in {401, 403, 407}:
        return FetchError(
            f"{url} refuses us ({_named(status)}): it asks for a log-in, or takes us for an "
            "unwanted robot; open it in a browser and upload the saved page",
            transient=False,
        )
    if status in PASSING or status >= 500:
        return FetchError(
            f"{url} cannot be had now ({_named(status)}); we try again {_when(answer)}",
            transient=True,
        )
    return FetchError(f"{url} answers without a page ({_named(status)})", transient=status < 400)


def as_page(url: str, answer: Answer) -> Page:
    """The page that an answer holds, as what was asked for at a URL."""
    headers = answer.headers
    media_type, _, parameters = headers.get("Content-Type", "").partition(";")
    charset = CHARSET.search(parameters)
    return Page(
        url=url,
        content=answer.content,
        media_type=media_type.strip().lower() or "text/html",
        charset=charset[1].lower() if charset else None,
        final_url=answer.url,
        etag=_printable(headers.get("ETag")),
        last_modified=_printable(headers.get("Last-Modified")),
        fetched_at=datetime.now(UTC),
    )


def explained(url: str, error: Exception) -> FetchError:
    """What went wrong on the way to a URL, as one sentence."""
    if isinstance(error, SpentError):
        return FetchError(f"{url} {error}", transient=error.is_about_time)
    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError(
                f"the certificate of {url} is not valid ({cause.verify_message})", transient=False
            )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return FetchError(f"{url} does not speak TLS that we can trust", transient=True)
    if any(isinstance(cause, TimeoutError | worse.TimeoutError) for cause in causes):
        return FetchError(f"{url} did not answer in time; we try again later", transient=True)
    if any(isinstance(cause, worse.DecodeError) for cause in causes):
        return FetchError(f"{url} sends a page that cannot be unpacked", transient=True)
    return FetchError(
        f"{url} broke off its answer ({type(causes[-1]).__name__}); we try again later",
        transient=True,
    )


def _causes(error: BaseException) -> list[BaseException]:
    """The error and those below it, outermost first; urllib3 wraps them as arguments."""
    found = [error]
    for _ in range(8):
        inner = getattr(error, "reason", None)
        candidates = (inner, *error.args[::-1], error.__cause__, error.__context__)
        below = next((one for one in candidates if isinstance(one, BaseException)), None)
        if below is None or below in found:
            break
        found.append(below)
        error = below
    return found


def _is_challenge(answer: Answer) -> bool:
    return answer.status != 200 and any(
        word in answer.headers.get(header, "") and header in answer.headers
        for header, word in CHALLENGES.items()
    )


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _when(answer: Answer) -> str:
    """When the server asks us to come back."""
    wish = answer.headers.get("Retry-After", "").strip()
    if wish.isdigit() and len(wish) < 8:
        return f"later, not before {int(wish)} s have passed as it asks"
    try:
        moment = parsedate_to_datetime(wish)
    except (TypeError, ValueError):
        return "later"
    if moment.tzinfo and moment > datetime.now(UTC):
        return f"later, not before {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC as it asks"
    return "later"


def _printable(value: str | None) -> str | None:
    """A header's value that can be sent back; a folded one holds line ends, and cannot."""
    return value if value and value.isprintable() else None
