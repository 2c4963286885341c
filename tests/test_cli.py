"""The commands as other programs call them: JSON Lines, one sentence on bad input, a status."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.servers import Answer, pages, serving

ROOT = Path(__file__).parent.parent
TABLE = """<html lang="en"><h1>Sub-processors</h1><p>We engage these sub-processors.</p><table>
<tr><th>Name</th><th>Purpose</th><th>Location</th></tr>
<tr><td>Amazon Web Services</td><td>Hosting</td><td>Ireland</td></tr>
<tr><td>Zendesk</td><td>Support</td><td>United States</td></tr>{more}</table></html>"""


class Flask:
    """`flask` in a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.environ = {**os.environ, "ONWARD_DATA": str(folder), "ONWARD_ALLOW_PRIVATE": "1"}

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flask", "--app", str(ROOT / "app.py"), *arguments]
        return subprocess.run(
            command, env=self.environ, cwd=ROOT, capture_output=True, text=True, timeout=60
        )


@pytest.fixture
def flask(tmp_path: Path) -> Flask:
    return Flask(tmp_path / "data")


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_extract_prints_one_object_a_page_and_needs_no_database(
    flask: Flask, tmp_path: Path
) -> None:
    page = tmp_path / "list.html"
    page.write_text(TABLE.format(more=""))

    done = flask("extract", str(page), str(page))

    assert done.returncode == 0
    assert [[entry["vendor"] for entry in line["entries"]] for line in lines(done)] == [  # type: ignore[attr-defined]
        ["Amazon Web Services", "Zendesk"],
        ["Amazon Web Services", "Zendesk"],
    ]
    assert not (tmp_path / "data").exists()


def test_extract_says_why_only_when_asked(flask: Flask, tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    page.write_text(TABLE.format(more=""))

    (plain,), (explained,) = (
        lines(flask("extract", *options, str(page))) for options in ((), ("--explain",))
    )

    reasons = {key: explained.pop(key) for key in ("whole", "explained", "left_out")}
    assert explained == plain
    assert [why["shape"] for why in reasons["explained"]] == ["table", "table"]  # type: ignore[attr-defined]


def test_extract_goes_on_after_a_page_it_cannot_open(flask: Flask, tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    page.write_text(TABLE.format(more=""))

    done = flask("extract", "nowhere.html", str(page))

    assert done.returncode == 1
    assert len(lines(done)) == 1
    assert done.stderr == "onward: nowhere.html cannot be opened: No such file or directory\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "list.html is empty: look at the address in a browser."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "list.html is a PNG file, no text:"),
        (bytes(range(256)) * 20, "list.html is no text but a file of another kind:"),
    ],
)
def test_bytes_that_are_no_page_are_one_sentence_and_a_failure(
    flask: Flask, tmp_path: Path, content: bytes, sentence: str
) -> None:
    page = tmp_path / "list.html"
    page.write_bytes(content)

    done = flask("extract", str(page))

    (line,) = lines(done)
    assert done.returncode == 1
    assert done.stderr.startswith(f"onward: {sentence}")
    assert done.stderr == f"onward: {line['problem']}\n"


def test_a_file_of_fifty_megabytes_is_not_read(flask: Flask, tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    with page.open("wb") as file:
        file.truncate(50_000_000)

    done = flask("extract", str(page))

    assert done.returncode == 1
    assert done.stderr == f"onward: {page} has 50 MB; at most 10 MB are read\n"


def test_a_setting_that_makes_no_sense_is_one_sentence(flask: Flask) -> None:
    flask.environ["ONWARD_PORT"] = "http"

    done = flask("changes")

    assert done.returncode == 2
    assert done.stderr == "onward: ONWARD_PORT must be a number from 1 to 65535, not 'http'\n"


def test_checking_an_empty_register_says_so(flask: Flask) -> None:
    done = flask("check")

    assert done.returncode == 0
    assert done.stderr == "onward: no source is watched; `flask add` makes one\n"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "http://169.254.169.254/"]
)
def test_extract_refuses_an_address_it_must_not_open(flask: Flask, url: str) -> None:
    del flask.environ["ONWARD_ALLOW_PRIVATE"]

    done = flask("extract", url)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("onward: ")
    assert "Traceback" not in done.stderr


def test_compare_prints_one_object_a_pair(flask: Flask, tmp_path: Path) -> None:
    old, new = tmp_path / "old.html", tmp_path / "new.html"
    old.write_text(TABLE.format(more=""))
    new.write_text(TABLE.format(more="<tr><td>Stripe</td><td>Payments</td><td>Ireland</td></tr>"))

    [line] = lines(flask("compare", str(old), str(new)))

    assert line["readable"] is True
    assert [(change["type"], change["vendor"]) for change in line["changes"]] == [
        ("added", "Stripe")
    ]  # type: ignore[attr-defined]


def test_compare_wants_two_pages(flask: Flask) -> None:
    done = flask("compare", "one.html")

    assert done.returncode == 2
    assert done.stderr == "onward: compare needs at least two pages, the older one first\n"


def test_add_check_and_changes_tell_the_whole_story(flask: Flask) -> None:
    body = {"page": TABLE.format(more="")}
    with serving(lambda request: pages(list=Answer(body["page"].encode()))(request)) as server:
        added = flask("add", "Acme", f"{server.url}/list")
        first = flask("check", "--json")
        body["page"] = TABLE.format(
            more="<tr><td>Stripe</td><td>Payments</td><td>Ireland</td></tr>"
        )
        second = flask("check", "Acme", "--json")

    told = lines(flask("changes", "--json"))

    assert (added.returncode, first.returncode, second.returncode) == (0, 0, 0)
    assert [line["outcome"] for line in lines(first) + lines(second)] == ["baseline", "changed"]
    assert [(line["vendor"], line["kind"], line["subprocessor"]) for line in told] == [
        ("Acme", "added", "Stripe")
    ]


def test_reread_says_where_history_deviates_from_the_stored_pages(
    flask: Flask, tmp_path: Path
) -> None:
    with serving(pages(list=TABLE.format(more=""))) as server:
        flask("add", "Acme", f"{server.url}/list")
        flask("check")
    agreed = flask("reread", "--all", "--dry-run", "--json")
    with closing(sqlite3.connect(tmp_path / "data/onward.db")) as register, register:
        register.execute("UPDATE engagement SET closed_at = first_seen_at WHERE entity = 'Zendesk'")

    done = flask("reread", "Acme", "--all", "--dry-run", "--json")

    assert (agreed.returncode, agreed.stdout) == (0, "")
    assert [(line["vendor"], line["what"], line["subprocessor"]) for line in lines(done)] == [
        ("Acme", "listed", "Zendesk")
    ]


def test_a_source_that_cannot_be_read_is_said_in_the_exit_status(flask: Flask) -> None:
    with serving(pages()) as server:
        flask("add", "Acme", f"{server.url}/gone")
        done = flask("check")

    assert done.returncode == 1
    assert "unreachable" in done.stdout
    assert "404" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "Nobody"), "no vendor is known as 'Nobody'"),
        (("reread", "Nobody"), "no vendor is known as 'Nobody'"),
        (("add", "Acme", "not an address"), "address"),
        (("add", "Acme", "file:///etc/passwd"), "http"),
        (("add", "", "https://acme.example/list"), "give the vendor's name"),
    ],
)
def test_bad_input_is_one_sentence(flask: Flask, arguments: tuple[str, ...], sentence: str) -> None:
    done = flask(*arguments)

    assert done.returncode == 1
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_setting_that_cannot_be_used_is_one_sentence(flask: Flask, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    done = flask("check")

    assert done.returncode == 2
    assert "ONWARD_DATA" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_and_setting_is_in_the_readme(flask: Flask) -> None:
    readme = (ROOT / "README.md").read_text()
    listed = flask("--help").stdout.split("Commands:")[1].splitlines()
    flasks_own = {"routes", "run", "shell"}
    commands = {line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "}
    settings = set(re.findall(r"ONWARD_[A-Z_]+", (ROOT / "inventory/settings.py").read_text()))

    assert len(commands - flasks_own) >= 7
    assert {name for name in commands - flasks_own if f"flask {name}" not in readme} == set()
    assert {name for name in settings - {"ONWARD_"} if name not in readme} == set()


def test_a_page_cannot_steer_the_terminal(flask: Flask) -> None:
    body = {"page": TABLE.format(more="")}
    hostile = "<tr><td>Zen\u2066dit&#27;[2J Ltd</td><td>Support</td><td>Ireland</td></tr>"
    with serving(lambda request: pages(list=body["page"])(request)) as server:
        flask("add", "Acme", f"{server.url}/list")
        flask("check")
        body["page"] = TABLE.format(more=hostile)
        flask("check")

    said = flask("changes").stdout

    assert "added" in said
    assert "\x1b" not in said
    assert "\u2066" not in said
