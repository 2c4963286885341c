"""What fuzzing begins with and what it found is read without breaking a promise."""

import pytest

from tests import fuzz


@pytest.mark.parametrize("data", list(fuzz.seeds()))
def test_what_fuzzing_begins_with_keeps_every_promise(data):
    fuzz.check(data)


@pytest.mark.parametrize(("name", "data"), list(fuzz.found_before()))
def test_what_fuzzing_found_stays_mended(name, data):
    fuzz.check(data)
