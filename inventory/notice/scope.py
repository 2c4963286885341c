"""Say whom a clause holds for, and what not objecting means. Pure: words of a clause in, sentences
out."""

from collections.abc import Iterator, Sequence

SILENCE = {
    "consent": "Who does not object is taken to consent.",
    "refusal": "Not objecting is not taken for consent.",
}
ONLY_FOR = {
    "subscribers": "those who subscribed to notices",
    "plans": "customers of some plans",
    "places": "customers in some places",
    "contract": "customers with a signed agreement",
    "material": "material changes",
}


def scope_told(silence: str | None, conditions: Sequence[str]) -> Iterator[str]:
    """Sentences on what a clause says of its scope; none on what it does not say."""
    if only := [ONLY_FOR[one] for one in conditions if one in ONLY_FOR]:
        yield f"The clause holds for {' and '.join(only)} only."
    if "emergency" in conditions:
        yield "The clause excepts emergencies."
    if silence:
        yield SILENCE[silence]
