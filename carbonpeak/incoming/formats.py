"""From the bytes of a file to its sheets of texts; the format is found, not believed."""

import csv
import io
from collections import Counter

import pyarrow as pa
import pyarrow.parquet as pq

from carbonpeak.data.reading.decode import any_text
from carbonpeak.incoming import study_files, workbook
from carbonpeak.incoming.sheets import MOST_CELLS, MOST_COLUMNS, Book, Row, Sheet, Unreadable

# What other formats begin with, and what they are.
OTHERS = {
    b"\xd0\xcf\x11\xe0": "file.old_workbook",
    b"%PDF": "file.format",
    b"\x89PNG": "file.format",
    b"\x1f\x8b": "file.packed",
    b"Rar!": "file.packed",
    b"7z\xbc\xaf": "file.packed",
    b"<": "file.page",
}
ZIP, PARQUET = b"PK", b"PAR1"
SEPARATORS = (",", ";", "\t")
# Lines that tell the separator.
SAMPLE_LINES = 200


def taken_apart(content: bytes) -> Book:
    """Return the sheets of a CSV, Parquet, XLSX or study file; Unreadable says why not."""
    if not content.strip():
        raise Unreadable("file.empty")
    if content.startswith(ZIP):
        return workbook.taken_apart(content)
    if content.startswith(PARQUET):
        return _of_parquet(content)
    if study_files.is_study(content):
        return study_files.taken_apart(content)
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, rule in OTHERS.items():
        if start.startswith(mark):
            raise Unreadable(rule)
    return _of_text(content)


def _of_text(content: bytes) -> Book:
    found = any_text(content)
    if found is None or "\x00" in found[0]:
        raise Unreadable("file.encoding")
    text, encoding = found
    separator = _separator(text)
    sheet = Sheet("", _rows(text, separator))
    return Book("CSV", [sheet], encoding, separator, is_ragged=True)


def _separator(text: str) -> str:
    """Return what parts the cells: what gives most lines one and the same number of several."""
    sample = "\n".join(text.splitlines()[:SAMPLE_LINES])
    return max(SEPARATORS, key=lambda one: _parted(sample, one))


def _parted(sample: str, separator: str) -> int:
    """Return how many cells stand in lines of the commonest number of cells, if that is several."""
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        counts = Counter(len(cells) for cells in lines if len(cells) > 1)
    except csv.Error:
        return 0
    return max((width * lines for width, lines in counts.items()), default=0)


def _rows(text: str, separator: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    count = 0
    try:
        for cells in reader:
            # A cell with line breaks takes several lines: the place is that of a spreadsheet.
            rows.append([cell or None for cell in cells])
            count += len(cells)
            _require_few(len(cells), count)
    except csv.Error as fault:
        raise Unreadable("row.quotes", str(fault), row=len(rows) + 1) from fault
    return rows


def _require_few(columns: int, cells: int) -> None:
    if columns > MOST_COLUMNS:
        raise Unreadable("file.columns", str(columns))
    if cells > MOST_CELLS:
        raise Unreadable("file.cells")


def _of_parquet(content: bytes) -> Book:
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        shape = file.metadata
        _require_few(shape.num_columns, shape.num_columns * shape.num_rows)
        frame = file.read()
    except (pa.ArrowException, OSError, ValueError) as fault:
        raise Unreadable("file.damaged", str(fault).splitlines()[0]) from fault
    columns = [[_text(cell) for cell in column.to_pylist()] for column in frame.columns]
    rows: list[Row] = [list(frame.column_names)]
    rows += [list(cells) for cells in zip(*columns, strict=True)]
    return Book("Parquet", [Sheet("", rows)])


def _text(cell: object) -> str | None:
    return workbook.text_of(cell)
