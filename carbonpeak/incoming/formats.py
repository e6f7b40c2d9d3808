"""From the bytes of a file to its sheets of texts; the format is found, not believed."""

import csv
import io
from collections import Counter

from carbonpeak.data.reading.decode import any_text
from carbonpeak.incoming.sheets import Book, Row, Sheet, Unreadable, require_few

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
ZIP, PARQUET, JSON = b"PK", b"PAR1", b"{"
BLANKS = b"\xef\xbb\xbf \t\r\n"
SEPARATORS = (",", ";", "\t")
# Lines that tell the separator.
SAMPLE_LINES = 200


def taken_apart(content: bytes) -> Book:
    """Return the sheets of a CSV, Parquet, XLSX or study file; Unreadable says why not."""
    # A process reads one file: it loads the parser of that format alone, for most take longer to
    # load than a file to read.
    if not content.strip():
        raise Unreadable("file.empty")
    if content.startswith(ZIP):
        from carbonpeak.incoming import workbook

        return workbook.taken_apart(content)
    if content.startswith(PARQUET):
        from carbonpeak.incoming import parquet_file

        return parquet_file.taken_apart(content)
    if content[:200].lstrip(BLANKS).startswith(JSON):
        from carbonpeak.incoming import study_files

        return study_files.taken_apart(content)
    require_text(content)
    return _of_text(content)


def require_text(content: bytes) -> None:
    """Raise Unreadable for the content, or its start, of a file that is known to be no text."""
    start = content[:200].lstrip(BLANKS)
    for mark, rule in OTHERS.items():
        if start.startswith(mark):
            raise Unreadable(rule)


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
            require_few(len(cells), count)
    except csv.Error as fault:
        raise Unreadable("row.quotes", str(fault), row=len(rows) + 1) from fault
    return rows
