"""Read a CSV file as text and hold it to its layout; every fault is said, not the first alone."""

import csv
import io
from pathlib import Path

import pandas as pd

from carbonpeak.data.reading import rules
from carbonpeak.data.reading.decode import decoded
from carbonpeak.data.reading.findings import Finding, ReadingError, what
from carbonpeak.data.reading.layout import Layout
from carbonpeak.data.text import Text

SEPARATORS = (";", "\t", "|", "，")
NAMES = {"\t": "tab"}


def read(file: Path, layout: Layout, name: str = "") -> pd.DataFrame:
    """Return the rows of a file that is as its layout says, all columns as text, empty as None.

    The index is the row as a spreadsheet counts it, the heading being row 1. ``name`` is what the
    file is called in sentences. ReadingError holds everything that is wrong.
    """
    called = name or file.name
    rows = _rows(decoded(file.read_bytes(), called), called, layout)
    findings = rules.findings(rows, layout, called)
    if findings:
        raise ReadingError(findings)
    return rows


def read_parquet(file: Path, layout: Layout, name: str = "") -> pd.DataFrame:
    """Return the rows of a Parquet file with the types it declares, held to the same rules."""
    called = name or file.name
    try:
        rows = pd.read_parquet(file)
    except (ValueError, OSError) as fault:
        why = str(fault).splitlines()[0]
        raise ReadingError([Finding(called, 0, "", what("file.archive", why=why))]) from fault
    missing = [column for column in layout.columns if column not in rows]
    if missing:
        raise ReadingError([Finding(called, 0, "", _of_missing(missing, [*rows.columns]))])
    texts = rows.astype(object).where(rows.notna(), None)
    texts = texts.map(str, na_action="ignore").set_axis(range(2, len(rows) + 2))
    findings = rules.findings(texts, layout, called)
    if findings:
        raise ReadingError(findings)
    return rows


def _rows(text: str, file: str, layout: Layout) -> pd.DataFrame:
    lines = _lines(text, file)
    heading = lines.pop(0)[1] if lines else []
    wrong = _of_heading(heading, file, layout)
    if wrong or not lines:
        raise ReadingError(wrong or [Finding(file, 0, "", what("file.rows"))])
    uneven = [
        Finding(file, row, "", what("row.cells", found=len(cells), expected=len(heading)))
        for row, cells in lines
        if len(cells) != len(heading)
    ]
    if uneven:
        raise ReadingError(uneven)
    frame = pd.DataFrame(
        [cells for _, cells in lines],
        columns=heading,
        index=[row for row, _ in lines],
        dtype=object,
    )
    return frame.where(frame != "", None)


def _lines(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Return the lines that hold anything, each with its number."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for row, cells in enumerate(reader, start=1):
            if cells:
                lines.append((row, cells))
    except csv.Error as fault:
        raise ReadingError(
            [Finding(file, len(lines) + 1, "", what("row.quotes", why=str(fault)))]
        ) from fault
    return lines


def _of_heading(heading: list[str], file: str, layout: Layout) -> list[Finding]:
    if not heading:
        return [Finding(file, 0, "", what("file.empty"))]
    missing = [column for column in layout.columns if column not in heading]
    if missing:
        return [Finding(file, 0, "", _of_missing(missing, heading))]
    twice = sorted({column for column in heading if heading.count(column) > 1})
    return (
        [Finding(file, 0, "", what("file.columns_twice", found=", ".join(twice)))] if twice else []
    )


def _of_missing(missing: list[str], heading: list[str]) -> Text:
    found = next((one for one in SEPARATORS if len(heading) == 1 and one in heading[0]), None)
    if found and set(missing) <= {cell.strip() for cell in heading[0].split(found)}:
        return what("file.separator", found=NAMES.get(found, found))
    return what("file.columns", missing=", ".join(missing), found=", ".join(heading))
