"""Whether a name leads to an address that is called the same."""

from scrapers.fields import plain
from scrapers.patterns import late
from scrapers.shapes.passages import Sentence
from scrapers.shapes.proper import Name

ADDRESSED = late(r":\s*[(\[]?(?:https?://|www\.)")  # an address behind a colon
_LEAST_KEY = 4  # letters by which a name is told again in an address
_ADDRESS = late(r"[\s:–(\[-]{1,5}(?:https?://|www\.)(?P<host>[^\s/)]+)")


def is_at_home(name: Name, sentence: Sentence) -> bool:
    """Say whether a name leads to an address that is called the same, by link or in print."""
    key = plain(name.text).replace(" ", "")
    if len(key) < _LEAST_KEY:
        return False
    start, end = name.start + sentence.start, name.end + sentence.start
    links = [href for a, b, href in sentence.passage.links if a < end and start < b]
    printed = _ADDRESS.match(sentence.text, name.end)
    hosts = [*links, *([printed["host"]] if printed else [])]
    return any(key in _host_key(host) for host in hosts)


def _host_key(address: str) -> str:
    """The letters and digits of an address's host."""
    host = address.partition("://")[2] or address
    return "".join(char for char in host.split("/")[0].casefold() if char.isalnum())
