"""A CSV is taken over whole, or not at all and with a reason for each line at fault."""

import time

import pytest

from inventory.intake.bulk import import_csv
from inventory.intake.register import add_source, add_vendor
from inventory.models import AuditEvent, Source, Vendor

HEADER = "vendor,url,kind\n"

pytestmark = pytest.mark.usefixtures("workspace")


def sources() -> list[tuple[str, str, str]]:
    query = Source.select(Vendor.name, Source.url, Source.kind).join(Vendor).order_by(Source.id)
    return list(query.tuples())


def test_every_line_becomes_a_source() -> None:
    report = import_csv(
        HEADER
        + "Quillmark,https://quillmark.example/list,list\n"
        + "Quillmark Inc.,https://quillmark.example/privacy,policy\n"
        + "Tarnwell,https://tarnwell.example,\n"
    )

    assert str(report) == "Imported 3 sources of 2 vendors."
    assert len(report.added) == 3
    assert sources() == [
        ("Quillmark", "https://quillmark.example/list", "list"),
        ("Quillmark", "https://quillmark.example/privacy", "policy"),
        ("Tarnwell", "https://tarnwell.example/", "list"),
    ]
    assert Vendor.select().where(Vendor.is_ours).count() == 2
    assert AuditEvent.get(action="CSV imported").detail == str(report)


def test_a_file_can_be_imported_again() -> None:
    add_source(add_vendor("Quillmark"), "https://quillmark.example/list")

    report = import_csv(
        HEADER + "Quillmark,https://quillmark.example/list,list\nTarnwell,https://t.example/,list\n"
    )

    assert str(report) == "Imported 1 source of 1 vendor; 1 was watched already."
    assert len(sources()) == 2


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("Tarnwell,not-a-url,list\n", "line 2: not-a-url must begin with https:// or http://"),
        ("Tarnwell,file:///etc/passwd,list\n", "line 2: file:///etc/passwd must begin with"),
        ("Tarnwell,http://169.254.169.254/,list\n", "line 2: http://169.254.169.254/ is not a pub"),
        ("Tarnwell,https://t.example/,page\n", "line 2: kind 'page' is not list, policy or dpa"),
        (
            "Tarnwell,https://t.example/,list\nTarnwell,https://T.example,list\n",
            "line 3: the same URL as line 2",
        ),
        (
            "Tarnwell,https://quillmark.example/list,list\n",
            "line 2: https://quillmark.example/list is already watched for Quillmark",
        ),
        ("-,https://t.example/,list\nInc.," + "x\n", "line 3: x must begin with"),
    ],
)
def test_a_line_at_fault_keeps_the_whole_file_out(lines: str, fault: str) -> None:
    add_source(add_vendor("Quillmark"), "https://quillmark.example/list")

    report = import_csv(
        HEADER + "Larkhill,https://larkhill.example/,list\n".replace("2", "") + lines
    )

    line = int(fault.split(":")[0].removeprefix("line ")) + 1
    assert not report.is_saved
    assert any(str(one).startswith(f"line {line}:") for one in report.faults)
    assert fault.split(": ", 1)[1].replace("line 2", "line 3") in str(report.faults[-1])
    assert len(sources()) == 1


def test_a_wrong_header_is_one_sentence() -> None:
    report = import_csv("name,link\nTarnwell,https://t.example/\n")

    assert str(report) == "Nothing was imported, because 1 line is at fault."
    assert [str(fault) for fault in report.faults] == [
        "line 1: the header must be vendor,url,kind; found 'name,link'"
    ]


def test_of_many_faults_twenty_are_shown_and_the_rest_counted() -> None:
    report = import_csv(HEADER + "Tarnwell,nowhere,list\n" * 10_000)

    assert str(report) == "Nothing was imported, because 10,000 lines are at fault."
    assert (len(report.faults), report.more_faults) == (20, 9_980)
    assert sources() == []


def test_ten_thousand_lines_are_taken_over_in_seconds() -> None:
    lines = "".join(f"Vendor {n // 4},https://v{n}.example/list,list\n" for n in range(10_000))
    began = time.monotonic()

    report = import_csv(HEADER + lines)

    assert str(report) == "Imported 10,000 sources of 2,500 vendors."
    assert time.monotonic() - began < 30
