"""From an Excel workbook to its sheets of texts; nothing in it is calculated or looked up."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from carbonpeak.incoming.sheets import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_SHEETS,
    MOST_UNPACKED_BYTES,
    Book,
    Merged,
    Row,
    Sheet,
    Unreadable,
    text_of,
)

INSIDE = "xl/workbook"
SHEETS = "xl/worksheets/"
FORMULA = re.compile(rb"<f[ >/]")
# A sheet of another workbook, as formulas name it.
EXTERNAL = re.compile(r"\[[^\]]+\][^!]*!")
CHUNK_BYTES = 2**20
# What the library raises where a workbook is not as the standard says.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
)


def taken_apart(content: bytes) -> Book:
    """Return the sheets of a workbook, each cell by its value; Unreadable if there are none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_workbook(archive)
            has_formulas = _unpacked(archive)
        values = _opened(content, values=True)
        formulas = _formulas(content) if has_formulas else {}
        return Book("XLSX", [_sheet(one, formulas.get(one.title, {})) for one in _of(values)])
    except DAMAGED as fault:
        raise Unreadable(
            "file.damaged", str(fault).splitlines()[0] if str(fault) else ""
        ) from fault


def _require_workbook(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if any(one.flag_bits & 1 for one in archive.infolist()):
        raise Unreadable("file.locked")
    if not any(name.startswith(INSIDE) for name in names):
        raise Unreadable("file.packed")
    if any(name.endswith("workbook.bin") for name in names):
        raise Unreadable("file.old_workbook")


def _unpacked(archive: zipfile.ZipFile) -> bool:
    """Return whether a sheet has formulas; Unreadable where more is unpacked than may be.

    What the archive says of its sizes is not believed: it is unpacked once, and counted.
    """
    left, is_any = MOST_UNPACKED_BYTES, False
    for one in archive.infolist():
        with archive.open(one) as member:
            before = b""
            while chunk := member.read(CHUNK_BYTES):
                left -= len(chunk)
                if left < 0:
                    raise Unreadable("file.bomb")
                if one.filename.startswith(SHEETS) and not is_any:
                    is_any = FORMULA.search(before[-4:] + chunk) is not None
                before = chunk
    return is_any


def _opened(content: bytes, values: bool) -> "openpyxl.Workbook":
    with warnings.catch_warnings():
        # Of what it leaves out: charts, checks of entries, styles. None of it is a figure.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
    if len(book.worksheets) > MOST_SHEETS:
        raise Unreadable("file.sheets", str(len(book.worksheets)))
    return book


def _of(book: "openpyxl.Workbook") -> Iterator["openpyxl.worksheet.worksheet.Worksheet"]:
    """Return the sheets of a workbook that a reader sees."""
    left = MOST_CELLS
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            if sheet.max_column > MOST_COLUMNS:
                raise Unreadable("file.columns", str(sheet.max_column), sheet=sheet.title)
            left -= sheet.max_column * sheet.max_row
            if left < 0:
                raise Unreadable("file.cells", sheet=sheet.title)
            yield sheet


def _formulas(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Return the formulas of each sheet by row and column."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for sheet in _of(_opened(content, values=False)):
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
        found[sheet.title] = {(cell.row, cell.column): _written(cell.value) for cell in cells}
    return found


def _written(value: object) -> str:
    """Return a formula as it is written; one that fills several cells is an object of its own."""
    return str(getattr(value, "text", value) or "")


def _sheet(
    sheet: "openpyxl.worksheet.worksheet.Worksheet", formulas: dict[tuple[int, int], str]
) -> Sheet:
    rows: list[Row] = [[text_of(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    merged = [
        Merged(one.min_row, one.max_row, one.min_col, one.max_col)
        for one in sheet.merged_cells.ranges
    ]
    for one in merged:
        _fill(rows, one)
    reckoned = [
        (row, column, _how(rows[row - 1][column - 1], text))
        for (row, column), text in formulas.items()
    ]
    return Sheet(sheet.title, rows, merged, reckoned)


def _fill(rows: list[Row], one: Merged) -> None:
    text = rows[one.first_row - 1][one.first_column - 1]
    for row in rows[one.first_row - 1 : one.last_row]:
        row[one.first_column - 1 : one.last_column] = [text] * (
            one.last_column - one.first_column + 1
        )


def _how(value: str | None, formula: str) -> str:
    if EXTERNAL.search(formula):
        return "external"
    return "kept" if value is not None else "none"
