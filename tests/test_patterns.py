"""A late pattern is as good as one that was compiled at once."""

import re

from scrapers.patterns import late


def test_a_late_pattern_finds_what_the_pattern_finds():
    pattern = late(r"a(b)", re.IGNORECASE)

    assert pattern.search("xAB")[1] == "B"
    assert pattern.findall("ab aB") == ["b", "B"]
    assert pattern.sub("-", "ab c") == "- c"
    assert pattern.pattern == r"a(b)"


def test_nothing_is_compiled_before_it_is_used(monkeypatch):
    compiled = []
    monkeypatch.setattr("scrapers.patterns.re.compile", lambda *how: compiled.append(how))

    late("never (")

    assert compiled == []
