"""Reading 10 MB of what is hardest to read: CPU seconds and memory, each in a process of its own.

    .venv/bin/python bench/bounds.py [SHAPE ...]

The goal: 2 seconds and 200 MB, whatever the bytes are.
"""

import resource
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.shapes import SHAPES

SIZE = 10_000_000
SECONDS, MEGABYTES = 2.0, 200


def measure(paths: list[str]) -> None:
    """Read pages here, compare them if there are several, and print what it took."""
    from inventory.diff import compare_readings
    from scrapers.page import Page
    from scrapers.read import read

    read(Page("warm.html", b"<h1>Sub-processors</h1><p>We use Stripe to process payments."))
    started = process_time()
    readings = [read(Page.from_file(path)) for path in paths]
    for old, new in pairwise(readings):
        compare_readings(old, new)
    worker = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = process_time() - started + worker.ru_utime + worker.ru_stime
    peak = own_peak() + worker.ru_maxrss
    reading = readings[-1]
    print(f"{seconds} {peak / 1000} {len(reading.entries)} {reading.problem or reading.kind}")


def own_peak() -> int:
    """Kilobytes; what getrusage says of a process counts what started it."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def in_process(*paths: Path) -> tuple[float, float, str]:
    """Seconds, megabytes and what came of it, of a process that reads these pages."""
    command = [sys.executable, __file__, "--read", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        return 0, 0, f"FAILED: {done.stderr.strip().splitlines()[-1:]}"
    seconds, megabytes, said = done.stdout.strip().split(" ", 2)
    return float(seconds), float(megabytes), said


def main() -> None:
    wanted = sys.argv[1:] or list(SHAPES)
    print(
        f"{'shape':22} {'seconds':>7} {'MB':>5} {'twice, compared':>15}  entries, problem or kind"
    )
    with TemporaryDirectory() as folder:
        for name in wanted:
            suffix, make = SHAPES[name]
            path = Path(folder) / f"page{suffix}"
            path.write_bytes(make(SIZE))
            seconds, megabytes, said = in_process(path)
            twice, _, _ = in_process(path, path)
            mark = " <-" if seconds > SECONDS or megabytes > MEGABYTES else ""
            print(f"{name:22} {seconds:7.2f} {megabytes:5.0f} {twice:15.2f}  {said[:70]}{mark}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        measure(sys.argv[2:])
    else:
        main()
