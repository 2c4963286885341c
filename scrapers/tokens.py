"""Tell whether two answers are one page with other tokens in it: cheap, for it is asked often."""

import re

# Attributes that no reader looks at and that servers fill anew at each answer.
NONCE = rb"nonce|data-nonce|data-csrf|data-csrf-token|data-token|data-cfemail|data-request-id"
TOKEN = rb"csrf|xsrf|token|nonce|authenticity|antiforgery|request-?id|session|sentry-trace|baggage"
ANYWHERE = re.compile(rb"""(\s(?:%s))=(?:"[^"'<>]*"|'[^"'<>]*')""" % NONCE, re.IGNORECASE)
META = re.compile(rb"""(\scontent)=(?:"[^"'<>]*"|'[^"'<>]*')""", re.IGNORECASE)
INPUT = re.compile(rb"""(\svalue)=(?:"[^"'<>]*"|'[^"'<>]*')""", re.IGNORECASE)
IS_META = re.compile(rb"""meta\s[^>]*\bname=["']?[\w:.-]*(?:%s)""" % TOKEN, re.IGNORECASE)
IS_INPUT = re.compile(rb"""input\s[^>]*\btype=["']?hidden\b""", re.IGNORECASE)
MOST = 200  # tags that differ: beyond that another page is likelier


def differ_in_tokens(old: bytes, new: bytes) -> bool:
    """True if both are the same HTML but for values of attributes that never show.

    False proves nothing: it says that the page has to be read.
    """
    before, after = old.split(b"<"), new.split(b"<")
    if len(before) != len(after) or before[0] != after[0]:
        return False
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return len(changed) <= MOST and all(_masked(one) == _masked(other) for one, other in changed)


def _masked(piece: bytes) -> bytes:
    """A tag and the text after it, without the values of such attributes."""
    tag, end, text = piece.partition(b">")
    tag = ANYWHERE.sub(rb"\1", tag)
    if IS_META.match(tag):
        tag = META.sub(rb"\1", tag)
    elif IS_INPUT.match(tag):
        tag = INPUT.sub(rb"\1", tag)
    return tag + end + text
