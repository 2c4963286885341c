"""`python app.py`, as `make run` starts it: one address, one code, one group of processes."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the product; give the process and what it says first."""
    environ = {**os.environ, "ONWARD_DATA": str(folder), "ONWARD_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environ, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        greeting = process.stdout.readline() + process.stdout.readline()
        yield process, greeting
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def members(group: int) -> list[str]:
    """The command lines of a group's living processes, as the kernel lists them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, own_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(own_group) == group and state != "Z":
                found.append((folder / "cmdline").read_text().replace("\0", " "))
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
    return found


def test_the_console_gives_an_address_and_a_code(tmp_path: Path) -> None:
    port = free_port()

    with (
        running(tmp_path / "data", port) as (_, greeting),
        urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer,
    ):
        page = answer.read().decode()

    assert f"http://127.0.0.1:{port}" in greeting
    assert re.search(r"set-up code \S+", greeting)
    assert "code" in page.lower()


def test_stopping_it_stops_the_worker_too(tmp_path: Path) -> None:
    with running(tmp_path / "data", free_port()) as (process, _):
        deadline = time.monotonic() + 10
        while (
            not any("worker" in line for line in members(process.pid))
            and time.monotonic() < deadline
        ):
            time.sleep(0.1)
        before = members(process.pid)
        process.send_signal(signal.SIGTERM)
        status = process.wait(timeout=20)

    assert any("worker" in line for line in before)
    assert status == 0
    assert members(process.pid) == []


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with running(tmp_path / "data", port) as (process, said):
            status = process.wait(timeout=20)

    assert status == 1
    assert said == (
        f"onward: port {port} of 127.0.0.1 cannot be used (Address already in use); "
        "stop what listens there or set ONWARD_PORT\n"
    )
