"""Read a CSV of sources, however a spreadsheet saved it. Pure: bytes in, rows and faults out."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

COLUMNS = ("vendor", "url", "kind")
MAX_BYTES = 5_000_000
MAX_ROWS = 20_000
TEMPLATE = (
    "vendor,url,kind\n"
    "Acme Cloud,https://acme.example/legal/subprocessors,list\n"
    "Acme Cloud,https://acme.example/privacy,policy\n"
)
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file; `kind` is empty where the line does not say."""

    line: int
    vendor: str
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be used, and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


def read_sheet(data: bytes | str) -> tuple[list[Row], list[Fault]]:
    """Read every line below the header `vendor,url,kind`; blank lines do not count."""
    try:
        text = data if isinstance(data, str) else _decode(data)
    except ValueError as error:
        return [], [Fault(1, str(error))]
    lines = _lines(text)
    header = next(lines, None)
    if fault := _fault_of_header(header):
        return [], [fault]
    return _rows(lines)


def _rows(lines: Iterator[tuple[int, list[str]] | Fault]) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    for found in lines:
        if len(rows) == MAX_ROWS:
            return [], [Fault(rows[-1].line, f"more than {MAX_ROWS:,} lines; split the file")]
        row = found if isinstance(found, Fault) else _row(*found)
        (faults if isinstance(row, Fault) else rows).append(row)  # type: ignore[arg-type]
    if not rows and not faults:
        faults.append(Fault(2, "the file has a header and no lines below it"))
    return rows, faults


def _row(line: int, cells: list[str]) -> Row | Fault:
    if len(cells) > len(COLUMNS):
        return Fault(line, f"{len(cells)} columns where the header has {len(COLUMNS)}")
    vendor, url, kind = (*cells, "", "", "")[:3]
    if not vendor:
        return Fault(line, "no vendor name")
    if not url:
        return Fault(line, "no URL")
    return Row(line, vendor, url, kind.lower())


def _fault_of_header(header: tuple[int, list[str]] | Fault | None) -> Fault | None:
    if isinstance(header, Fault):
        return header
    wanted = ",".join(COLUMNS)
    if header is None:
        return Fault(1, f"the file is empty; its first line must be {wanted}")
    found = [cell.lower() for cell in header[1]]
    if found in (list(COLUMNS), list(COLUMNS[:2])):
        return None
    return Fault(header[0], f"the header must be {wanted}; found {','.join(found)[:100]!r}")


def _lines(text: str) -> Iterator[tuple[int, list[str]] | Fault]:
    """Give each line that is not blank, with its number and trimmed cells; stop at what is no
    CSV."""
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            trimmed = [" ".join(cell.split()) for cell in cells]
            while trimmed and not trimmed[-1]:
                trimmed.pop()
            if trimmed and not _names_separator(start, trimmed):
                yield start, trimmed
            start = reader.line_num + 1
    except csv.Error as error:
        yield Fault(start, f"cannot be read as CSV ({error}); look for a quotation mark too many")


def _separator(text: str) -> str:
    """Say what separates the columns: the one that the header holds, as Excel writes it where
    commas are decimal marks."""
    lines = (line for line in text.splitlines() if line.strip())
    first = next(lines, "")
    if first.lower().startswith("sep=") and len(first) > 4:
        return first[4] if first[4] in SEPARATORS else ","
    return max(SEPARATORS, key=first.count)


def _names_separator(line: int, cells: list[str]) -> bool:
    return line == 1 and cells[0].lower().startswith("sep=")


def _decode(data: bytes) -> str:
    """Decode what spreadsheets write: UTF-8 with or without BOM, UTF-16, or Windows-1252."""
    if len(data) > MAX_BYTES:
        raise ValueError(f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it")
    if data.startswith(b"PK\x03\x04"):
        raise ValueError("this is an Excel workbook, not a CSV file; save it as CSV first")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise ValueError("this is not a text file; save the sheet as CSV first")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x00" in data[:200]:
        return ("utf-16-le", "utf-16-be") if data[1:2] == b"\x00" else ("utf-16-be",)
    return ("utf-8-sig", "cp1252")
