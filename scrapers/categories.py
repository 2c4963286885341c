"""Which kinds of personal data a phrase means, by the Fides taxonomy's keys."""


def find_categories(phrase: str) -> tuple[str, ...]:
    """Give the keys that a printed phrase means; none for a phrase we do not know."""
    return ()  # until the lexicon lands: an unknown phrase stays as printed
