"""CSV files of sources: whatever a spreadsheet saves is read, whatever is wrong has its line."""

import pytest
from hypothesis import given, strategies as st

from inventory.intake.sheet import MAX_BYTES, TEMPLATE, Fault, Row, read_sheet

LINES = "vendor,url,kind\r\nÄcme,https://acme.example/,policy\r\n"
ROW = Row(2, "Äcme", "https://acme.example/", "policy")


@pytest.mark.parametrize(
    "data",
    [
        LINES,
        LINES.encode(),
        LINES.encode("utf-8-sig"),
        LINES.encode("utf-16"),
        LINES.encode("utf-16-le"),
        LINES.encode("utf-16-be"),
        LINES.encode("cp1252"),
        LINES.replace("\r\n", "\r").encode(),
        LINES.replace("\r\n", "\n").encode(),
        LINES.replace(",", ";").encode(),
        LINES.replace(",", "\t").encode("utf-16"),
        LINES.replace("vendor,url,kind", "Vendor, URL ,Kind").encode(),
        LINES.replace("Äcme", '"Äcme"').encode(),
        LINES.replace("\r\n", ",,\r\n").encode(),
        LINES.encode() + b"\r\n\r\n",
    ],
)
def test_a_file_reads_alike_however_a_spreadsheet_saved_it(data: bytes | str) -> None:
    rows, faults = read_sheet(data)

    assert faults == []
    assert rows == [ROW]


def test_a_line_that_names_the_separator_is_no_header() -> None:
    rows, faults = read_sheet("sep=;\r\nvendor;url;kind\r\nAcme;https://a.example/x,y;list\r\n")

    assert faults == []
    assert rows == [Row(3, "Acme", "https://a.example/x,y", "list")]


def test_the_kind_may_be_left_out() -> None:
    rows, faults = read_sheet("vendor,url\nAcme,https://acme.example/\n")

    assert faults == []
    assert rows == [Row(2, "Acme", "https://acme.example/", "")]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"", 1, "the file is empty"),
        (b"\n \n", 1, "the file is empty"),
        (b"name,link\nAcme,https://acme.example/\n", 1, "found 'name,link'"),
        (b"Acme,https://acme.example/\n", 1, "the header must be vendor,url,kind"),
        (b"vendor,url,kind,owner\n", 1, "the header must be vendor,url,kind"),
        (b"vendor,url,kind\n", 2, "no lines below"),
        (b"PK\x03\x04\x14\x00\x06\x00", 1, "Excel workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", 1, "not a text file"),
        (b"vendor,url,kind\n" + b"x" * MAX_BYTES, 1, "larger than 5 MB"),
        (b"vendor,url,kind\n,https://acme.example/,list\n", 2, "no vendor name"),
        (b"vendor,url,kind\n\nAcme,,list\n", 3, "no URL"),
        (b"vendor,url,kind\nAcme,https://a.example/,list,me\n", 2, "4 columns"),
        (b'vendor,url,kind\nAcme,"https://a.example/,list\n', 2, "cannot be read as CSV"),
    ],
)
def test_each_fault_has_its_line_and_reason(data: bytes, line: int, reason: str) -> None:
    _, faults = read_sheet(data)

    assert [fault.line for fault in faults] == [line]
    assert reason in faults[0].reason
    assert str(faults[0]).startswith(f"line {line}: ")


def test_a_file_of_too_many_lines_is_one_sentence() -> None:
    lines = "".join(f"V{n},https://v{n}.example/,list\n" for n in range(20_001))

    rows, faults = read_sheet("vendor,url,kind\n" + lines)

    assert rows == []
    assert [fault.reason for fault in faults] == ["more than 20,000 lines; split the file"]


def test_the_template_is_a_file_that_can_be_imported() -> None:
    rows, faults = read_sheet(TEMPLATE)

    assert faults == []
    assert [row.kind for row in rows] == ["list", "policy"]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    rows, faults = read_sheet(b"vendor,url,kind\n" + data)

    assert rows or faults
    assert all(isinstance(fault, Fault) for fault in faults)
