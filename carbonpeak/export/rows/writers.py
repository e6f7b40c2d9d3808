"""The rows behind a figure as CSV, XLSX, Parquet and JSON, with the facts that must go along.

Numbers are numbers in full precision, their unit in the heading; the kind of missing and the marks
stand in columns of their own. What the screen prints is not read back.
"""

import csv as csv_module
import io
import json as json_module
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from carbonpeak.export.printable import SOFTWARE, PrintableFigure
from carbonpeak.export.rows.facts import facts
from carbonpeak.export.rows.file_columns import (
    FileColumn,
    for_people,
    for_programs,
    is_whole,
    unit_of,
    written,
)
from carbonpeak.export.rows.plain import glyphs, guarded, one_line
from carbonpeak.figures.table import Form, Value

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
NARROWEST, WIDEST, ABOUT_WIDTH = 8, 48, 90
PERCENT = "%"


def shape(printable: PrintableFigure) -> tuple[int, int]:
    """Return how many rows and columns CSV and XLSX hold, the header not counted."""
    return len(printable.figure.table), len(for_people(printable))


def csv(printable: PrintableFigure) -> bytes:
    """Return the rows as UTF-8 with a byte-order mark and CRLF, as Excel and WPS want them.

    Two columns more say of every row which figure it is of: measure, place and period, and its id.
    """
    text = io.StringIO()
    writer = csv_module.writer(text)
    tell = printable.tell
    shown = for_people(printable)
    said = (one_line(printable.figure.subtitle), printable.passport.id)
    told = [guarded(one) for one in said]
    writer.writerow([*_headings(shown), tell("sheet.subtitle"), tell("sheet.passport")])
    for row in zip(*(one.values for one in shown), strict=True):
        cells = (written(value, one) for value, one in zip(row, shown, strict=True))
        writer.writerow([*(_csv_cell(cell) for cell in cells), *told])
    return text.getvalue().encode("utf-8-sig")


def xlsx(printable: PrintableFigure, link: str = "") -> bytes:
    """Return a workbook: the rows, and a second sheet with everything that explains them."""
    content = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, {"in_memory": True, **safe}) as book:
        book.set_properties(
            {"title": guarded(printable.title), "created": DATED, "author": SOFTWARE}
        )
        _write_rows(book, printable)
        _write_about(book, printable, link)
    return content.getvalue()


def parquet(printable: PrintableFigure, link: str = "") -> bytes:
    """Return the rows as Parquet; the schema's metadata hold the same facts as the sheet."""
    shown = for_programs(printable)
    fields = [
        pa.field(heading, _arrow_type(one), metadata={"key": one.key, "unit": unit_of(one)})
        for heading, one in zip(_headings(shown), shown, strict=True)
    ]
    values = [
        pa.array([written(value, one) for value in one.values], field.type)
        for field, one in zip(fields, shown, strict=True)
    ]
    told = json_module.dumps(facts(printable, link), ensure_ascii=False)
    schema = pa.schema(fields, metadata={**printable.metadata, "Facts": told})
    content = io.BytesIO()
    pq.write_table(pa.table(values, schema=schema), content)
    return content.getvalue()


def json(printable: PrintableFigure, link: str = "") -> bytes:
    """Return the rows as JSON: facts, columns with key, heading and unit, rows by key."""
    shown = for_programs(printable)
    content = {
        "id": printable.passport.id,
        "facts": [{"name": what, "text": text} for what, text in facts(printable, link)],
        "columns": [
            {"key": one.key, "heading": one.heading, "unit": unit_of(one)} for one in shown
        ],
        "rows": [
            {one.key: written(value, one) for value, one in zip(row, shown, strict=True)}
            for row in zip(*(one.values for one in shown), strict=True)
        ],
    }
    return (json_module.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _headings(columns: Sequence[FileColumn]) -> list[str]:
    return [guarded(one.heading) for one in columns]


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else repr(value)


def _arrow_type(column: FileColumn) -> Any:
    if column.form is None:
        return pa.string()
    return pa.int64() if is_whole(column) else pa.float64()


def _write_rows(book: Any, printable: PrintableFigure) -> None:
    sheet = book.add_worksheet(printable.tell("sheet.rows"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats: dict[str, Any] = {}
    for place, column in enumerate(for_people(printable)):
        # Percent stands in the cells themselves, as it does on the screen.
        is_percent = column.form is not None and column.form.unit == PERCENT
        name = column.label if is_percent else column.heading
        sheet.write_string(0, place, guarded(name), head)
        shown = _number_format(column.form) if column.form else ""
        if shown and shown not in formats:
            formats[shown] = book.add_format({"num_format": shown})
        for row, value in enumerate(column.values, start=1):
            if isinstance(value, str):
                sheet.write_string(row, place, guarded(value))
            elif value is not None:
                sheet.write_number(row, place, _stored(value, column), formats.get(shown))
        sheet.set_column(place, place, _width(column))
    sheet.freeze_panes(1, 1)


def _write_about(book: Any, printable: PrintableFigure, link: str) -> None:
    sheet = book.add_worksheet(printable.tell("sheet.about"))
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28, bold)
    sheet.set_column(1, 1, ABOUT_WIDTH, wrapped)
    for row, (what, text) in enumerate(facts(printable, link)):
        sheet.write_string(row, 0, guarded(what), bold)
        sheet.write_string(row, 1, guarded(text), wrapped)


def _stored(value: float, column: FileColumn) -> float:
    """Return a number as a cell holds it: a percentage as its fraction, which Excel shows."""
    form = column.form
    if form is None or form.unit == PERCENT:
        return value
    return form.written(value)


def _number_format(form: Form) -> str:
    """Return the number format that shows a cell as it is printed."""
    part = "." + "0" * form.digits if form.digits else ""
    bare = "0" if form.is_year else f"#,##0{part}"
    shown = f"{bare}%" if form.unit == PERCENT else bare
    return f"+{shown};-{shown};{shown}" if form.sign else shown


def _width(column: FileColumn) -> float:
    """Return a width in characters that shows the longest cell, within bounds."""
    head = (glyphs(column.heading) + 1) // 2
    return min(max(NARROWEST, head, *(glyphs(one) + 2 for one in column.texts)), WIDEST)
