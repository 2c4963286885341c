"""Tell a program, by a signed POST.

Settings: `url`, and `secret`, which both sides know (`signing.new_secret()` makes one).

The body is JSON in UTF-8:

    {"id": "…",                      the message; the same when it is sent again
     "kind": "news",                 or "test"
     "sent_by": "https://…",         the workspace
     "events": [
       {"id": "change-7",            the same wherever this piece of news is told
        "kind": "added",             or removed, renamed, amended, went-bad, healed, clauses
        "sentence": "…",             all of it in words
        "vendor": "…",
        "source": "https://…",       the page that was read
        "detected_at": "2026-06-10T09:00:00+00:00",
        "url": "https://…",          where to look at it in Onward
        and for a change
        "subprocessor": "…", "field": "purpose" or null,
        "before": "…", "after": "…",           as printed, or null
        "quote_before": "…", "quote": "…",     the sentence or row that proves it, or null
        "certainty": "stated" or "suggested",
        "severity": "none" to "high",
        "reasons": [{"rule": "ai-use", "level": "medium", "text": "…"}],
        "not_before": "…", "not_after": "…",   it happened between the two
        "deadline": "2026-06-24" or null, "deadline_note": "…" or null
        and for a source that went bad
        "problem": "…"}]}

The header `Onward-Signature` is `t=<seconds since 1970>,v1=<hex>`, where hex is the HMAC-SHA256 of
`<t>.<body>` by the secret. `Onward-Delivery` repeats the message's id. Answer 2xx
within ten seconds. A receiver checks both with `signing.verify`, and drops an id that it has seen.
"""

import json
import time
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from inventory.channels import ChannelError, Message, Settings
from inventory.channels.signing import new_secret as new_secret, sign
from scrapers.errors import FetchError
from scrapers.guard import Guard, GuardedAdapter
from scrapers.meter import SpentError, meter

SECRETS = ("secret",)
PATIENCE = 10.0  # seconds for the whole exchange
MOST_BYTES = 1_000_000  # of an answer that nobody reads
COME_BACK = {408, 425, 429}


def problems(settings: Settings) -> list[str]:
    """What is wrong with the settings, a sentence each."""
    found = _address_problems(str(settings.get("url") or ""))
    if len(str(settings.get("secret") or "")) < 16:
        found.append("the secret must have at least 16 characters")
    return found


def _address_problems(url: str) -> list[str]:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError if it is none
    except ValueError:
        return ["the address is malformed; give one such as https://example.org/hook"]
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ["the address must begin with https:// and name a host"]
    if "@" in parts.netloc:
        return ["the address holds a name or password; give it without them"]
    return []


def send(settings: Settings, message: Message) -> None:
    """POST a message. No redirect is followed: news must not wander off to another host."""
    wrong = problems(settings)
    if wrong:
        raise ChannelError(wrong[0], permanent=True)
    host = urlsplit(settings["url"]).hostname or ""
    adapter = GuardedAdapter(Guard(allow_private=bool(settings.get("allow_private"))))
    try:
        with meter.allow(seconds=PATIENCE, size=MOST_BYTES):
            response = adapter.send(_request(settings, message), stream=True, timeout=PATIENCE)
            response.close()
    except FetchError as error:
        raise ChannelError(str(error), permanent=not error.transient) from None
    except (requests.RequestException, HTTPError, SpentError, ValueError) as error:
        raise ChannelError(
            f"{host} did not take the message ({_reason(error)})", permanent=False
        ) from None
    finally:
        adapter.close()
    _judge(host, response.status_code)


def _request(settings: Settings, message: Message) -> requests.PreparedRequest:
    payload = {"id": message.id, **message.payload}
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "User-Agent": "Onward/0.1",
        "Content-Type": "application/json; charset=utf-8",
        "Onward-Delivery": message.id,
        "Onward-Signature": sign(settings["secret"], body, int(time.time())),
    }
    return requests.Request("POST", settings["url"], headers=headers, data=body).prepare()


def _judge(host: str, status: int) -> None:
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        raise ChannelError(
            f"{host} wants to send us elsewhere ({status}), which a webhook does not follow; "
            "give the address at the end",
            permanent=True,
        )
    permanent = 400 <= status < 500 and status not in COME_BACK
    raise ChannelError(f"{host} answered {status} to the message", permanent=permanent)


def _reason(error: Exception) -> str:
    """Why, without the address, which may hold a token."""
    text = repr(error)
    if isinstance(error, SpentError) or "Timeout" in text or "timed out" in text:
        return f"no answer within {PATIENCE:g} s"
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return "its certificate is not valid"
    return "it broke off the connection"
