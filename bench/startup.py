"""Starting `flask extract` on a small page against merely importing what it stands on, in turn.

    .venv/bin/python bench/startup.py [rounds]

The goal: 1.5 times `python -c "import flask, bs4, lxml, peewee"`, in CPU time.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
IMPORTS = [sys.executable, "-c", "import flask, bs4, lxml, peewee"]
PAGE = """<html lang=en><title>Sub-processors</title><h1>Sub-processors</h1>
<table><tr><th>Name<th>Purpose<th>Location
<tr><td>Amazon Web Services, Inc.<td>Hosting<td>Ireland<tr><td>Zendesk<td>Support<td>USA</table>
<p>We tell you of a new sub-processor 30 days in advance.</p>"""
ROUNDS = 11


def seconds(command: list[str]) -> float:
    """CPU time of a process, from its start to its end."""
    before = os.times()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    after = os.times()
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(PAGE, encoding="utf-8")
        extract = [sys.executable, "-m", "flask", "extract", str(page)]
        pairs = [(seconds(extract), seconds(IMPORTS)) for _ in range(rounds + 1)][1:]
    ratios = [own / other for own, other in pairs]
    print(f"flask extract {statistics.median(own for own, _ in pairs) * 1000:.0f} ms CPU")
    print(f"imports       {statistics.median(other for _, other in pairs) * 1000:.0f} ms CPU")
    print(
        f"ratio {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f} (goal 1.50)"
    )


if __name__ == "__main__":
    main()
