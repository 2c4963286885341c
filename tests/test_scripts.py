"""JSON is found in scripts, however they hold it."""

import json

import pytest

from scrapers.documents.scripts import values_of

VALUE = {"processors": [{"name": "Acme"}]}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(VALUE),
        f"window.__STATE__ = {json.dumps(VALUE)};",
        f"window.__STATE__ = JSON.parse({json.dumps(json.dumps(VALUE))});",
        f"self.__next_f.push({json.dumps([1, 'a:' + json.dumps(VALUE)])})",
    ],
)
def test_a_list_in_a_script_is_found(script):
    found = values_of(script)

    assert VALUE in found


@pytest.mark.parametrize("script", ["", "var a = 1", "x = [[[[", "= {" * 50, "[" * 100_000])
def test_what_is_no_json_gives_nothing(script):
    found = values_of(script)

    assert found == []
