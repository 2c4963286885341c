"""A page reads the same in every process: what differs by chance would be a false alarm.

Sets come in another order in each process, by a seed that Python takes from the environment.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READ_ALL = """
import sys
from pathlib import Path
from scrapers.page import Page
from scrapers.read import read
for path in sorted(Path("tests/pages").rglob("*.*")):
    if path.suffix != ".json":
        print(path, read(Page.from_file(path)))
"""
COMPLETE = """
from scrapers.entry import Entry
from scrapers.shapes.joining import join_prose
brand = Entry("Kestrelmail", "Kestrelmail", "Kestrelmail sends mail.", role="email")
owner = Entry("Ostler", "Ostler Ltd", "Ostler takes payments.", role="payment")
print(join_prose([Entry("Kestrelmail", "Ostler Ltd", "Kestrelmail Ostler Ltd")], [brand, owner]))
"""


def printed(script: str, seed: str) -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", script], env=env, cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("script", [READ_ALL, COMPLETE], ids=["pages", "names"])
def test_what_is_read_does_not_hang_on_the_order_of_sets(script: str) -> None:
    first, *others = [printed(script, seed) for seed in "012345"[: 6 if script == COMPLETE else 3]]

    assert all(other == first for other in others)
