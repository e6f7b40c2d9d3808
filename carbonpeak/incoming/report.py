"""What was found in a file as a workbook: the findings, and the file's own cells with marks."""

import io
from collections import defaultdict
from typing import Any

import pandas as pd
import xlsxwriter

from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import Finding, rows
from carbonpeak.incoming.sheets import Row, Sheet
from carbonpeak.incoming.words import WORDS

# Of a larger sheet the report holds the rows with findings alone.
MOST_CELLS = 200_000
COLOURS = {"error": "#F4C7C3", "warning": "#FCE8B2"}
WIDTHS = {"what": 60, "remedy": 60, "file": 24, "value": 24, "column": 24}
MOST_ABOVE = 40
Cell = tuple[int, int]


def workbook(incoming: Incoming, chinese: bool) -> bytes:
    """Return an XLSX file: findings, rows with the cells at fault marked, what was read as what."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        _findings(book, incoming, chinese)
        if incoming.sheet is not None:
            _rows(book, incoming, incoming.sheet, chinese)
        _read_as(book, incoming, chinese)
    return content.getvalue()


def _say(key: str, chinese: bool) -> str:
    return WORDS[key].zh if chinese else WORDS[key].en


def _findings(book: Any, incoming: Incoming, chinese: bool) -> None:
    found = rows(incoming.findings, chinese)
    sheet = book.add_worksheet(_say("report.findings", chinese))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, name in enumerate(found.columns):
        sheet.write_string(0, place, _say(f"column.{name}", chinese), bold)
        sheet.set_column(place, place, WIDTHS.get(str(name), 10), wrapped)
    if found.empty:
        sheet.write_string(1, 0, _say("report.none", chinese))
    for line, cells in enumerate(found.itertuples(index=False), start=1):
        severity = _say(f"severity.{cells[0]}", chinese)
        for place, cell in enumerate((severity, *cells[1:])):
            _write(sheet, line, place, cell)
    sheet.freeze_panes(1, 0)


def _write(sheet: Any, line: int, place: int, cell: object) -> None:
    if isinstance(cell, int):
        sheet.write_number(line, place, cell)
    else:
        sheet.write_string(line, place, str(cell))


def _rows(book: Any, incoming: Incoming, source: Sheet, chinese: bool) -> None:
    """Write the rows as they stand in the file, each with its number, those at fault marked."""
    sheet = book.add_worksheet(_say("report.rows", chinese))
    marks = {name: book.add_format({"bg_color": colour}) for name, colour in COLOURS.items()}
    found = _by_cell(incoming)
    lines = _lines(source, {row for row, _ in found})
    sheet.write_string(0, 0, _say("column.row", chinese))
    for line, number in enumerate(lines, start=1):
        sheet.write_number(line, 0, number)
        _line(sheet, line, number, source.rows[number - 1], found, marks, chinese)
    sheet.freeze_panes(1, 1)


def _by_cell(incoming: Incoming) -> dict[Cell, list[Finding]]:
    """Return the findings by row and place of the column; a whole row is its first cell."""
    heading = incoming.sheet.rows[incoming.head.row - 1] if incoming.sheet and incoming.head else []
    places = {text: place for place, text in enumerate(heading) if text}
    if incoming.head:
        places |= {one.text: one.place for one in incoming.head.read}
    found: dict[Cell, list[Finding]] = defaultdict(list)
    for one in incoming.findings:
        row = one.row or (incoming.head.row if incoming.head else 1)
        found[row, places.get(one.column, 0)].append(one)
    return found


def _lines(source: Sheet, wrong: set[int]) -> list[int]:
    """Return the numbers of the rows that are written."""
    cells = sum(len(row) for row in source.rows)
    if cells <= MOST_CELLS:
        return list(range(1, len(source.rows) + 1))
    above = range(1, MOST_ABOVE + 1)
    return sorted({*above, *wrong} & set(range(1, len(source.rows) + 1)))


def _line(
    sheet: Any,
    line: int,
    number: int,
    row: Row,
    found: dict[Cell, list[Finding]],
    marks: dict[str, Any],
    chinese: bool,
) -> None:
    width = max(len(row), 1)
    for place, text in enumerate([*row, *[None] * (width - len(row))]):
        here = found.get((number, place), [])
        if not here:
            sheet.write_string(line, place + 1, text or "")
            continue
        worst = min(one.severity for one in here)
        sheet.write_string(line, place + 1, text or "", marks[worst])
        sheet.write_comment(line, place + 1, _note(here, chinese), {"x_scale": 2, "y_scale": 1.5})


def _note(here: list[Finding], chinese: bool) -> str:
    said = [(one.what, one.remedy) for one in here]
    if chinese:
        return "\n".join(f"{what.zh}{remedy.zh}" for what, remedy in said)
    return "\n".join(f"{what.en} {remedy.en}" for what, remedy in said)


def _read_as(book: Any, incoming: Incoming, chinese: bool) -> None:
    sheet = book.add_worksheet(_say("report.read_as", chinese))
    sheet.set_column(0, 0, 100)
    for line, text in enumerate(incoming.read_as):
        sheet.write_string(line, 0, text.zh if chinese else text.en)


def frame(incoming: Incoming, chinese: bool) -> pd.DataFrame:
    """Return the findings as rows, with words in one language."""
    return rows(incoming.findings, chinese)
