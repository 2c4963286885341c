"""Whether a sentence names services only because people sign in with their accounts there."""

import re

from scrapers.patterns import late
from scrapers.shapes.familiar import account_providers
from scrapers.shapes.proper import Name

_SIGN_IN = late(
    r"\b(?:log|sign)(?:s|ged|ging)?[ -]?(?:in|on|up)\b|\blog-?ins?\b"
    r"|\byour (?:\w+ ){0,5}accounts?\b"
    r"|\bconnect(?:ing)? your\b|\blink(?:ing)? your\b"
    r"|\banmeld\w*|\beinlogg\w*|\b(?:ihr|dein)\w* (?:\w+-?)?konto\b"
    r"|\binscri(?:t|ption|re|ts|vez)\b|\bconnexion\b|\bvous connecte\w*|\bv(?:otre|os) comptes?\b"
    r"|\biniciar? sesión|\b(?:su|tu|seu|sua) (?:cuenta|conta)\b|\bregistrarse\b|\biniciar sessão"
    r"|\baccedere\b|\b(?:tuo|suo|vostro) (?:account|profilo)\b"
    r"|\binlogg\w*|\blogga in|\blogge? (?:ind|inn)\b|\b(?:uw|je|ditt|dit|din) (?:account|konto)\b",
    re.IGNORECASE,
)


def is_sign_in(names: list[Name], text: str) -> bool:
    """Say whether all names are such as people have accounts with, and the text speaks of those."""
    if not all(name.text.casefold() in account_providers() for name in names):
        return False
    return bool(_SIGN_IN.search(text))
