"""The rows behind a figure as CSV, XLSX, Parquet and JSON, with the facts that must go along.

Numbers are numbers in full precision, their unit in the heading; the kind of missing and the marks
stand in columns of their own. What the screen prints is not read back.
"""

import csv as csv_module
import io
import json as json_module
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from carbonpeak.export.printable import SOFTWARE, PrintableFigure
from carbonpeak.export.rows.facts import facts
from carbonpeak.export.rows.plain import glyphs, guarded, one_line
from carbonpeak.figures.table import Cell, Column, Form, Value
from carbonpeak.words.speaker import Speaker

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
NARROWEST, WIDEST, ABOUT_WIDTH = 8, 48, 90
PERCENT = "%"


@dataclass(frozen=True)
class FileColumn:
    """One column of a file: its name for programs, its heading without and with unit, its values.

    ``form`` says how numbers are written.
    """

    key: str
    label: str
    heading: str
    values: tuple[Value, ...]
    form: Form | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The values as text, as wide as they will be shown."""
        form = self.form
        return tuple(
            "" if one is None else form.text(one) if form and not isinstance(one, str) else str(one)
            for one in self.values
        )


def file_columns(printable: PrintableFigure) -> tuple[FileColumn, ...]:
    """Return the columns of a figure's files: each column, its kinds of missing, its marks."""
    return tuple(
        found
        for column in printable.figure.table.columns
        for found in _file_columns(column, printable.tell)
    )


def shape(printable: PrintableFigure) -> tuple[int, int]:
    """Return how many rows and columns a printable figure's files hold, the header not counted."""
    return len(printable.figure.table), len(file_columns(printable))


def csv(printable: PrintableFigure) -> bytes:
    """Return the rows as UTF-8 with a byte-order mark and CRLF, as Excel and WPS want them.

    Two columns more say of every row which figure it is of: measure, place and period, and its id.
    """
    text = io.StringIO()
    writer = csv_module.writer(text)
    tell = printable.tell
    shown = file_columns(printable)
    said = (one_line(printable.figure.subtitle), printable.passport.id)
    told = [guarded(one) for one in said]
    writer.writerow([*_headings(shown), tell("sheet.subtitle"), tell("sheet.passport")])
    for row in zip(*(one.values for one in shown), strict=True):
        cells = (_written(value, one) for value, one in zip(row, shown, strict=True))
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
    shown = file_columns(printable)
    fields = [
        pa.field(heading, _arrow_type(one), metadata={"key": one.key, "unit": _unit(one)})
        for heading, one in zip(_headings(shown), shown, strict=True)
    ]
    values = [
        pa.array([_written(value, one) for value in one.values], field.type)
        for field, one in zip(fields, shown, strict=True)
    ]
    told = json_module.dumps(facts(printable, link), ensure_ascii=False)
    schema = pa.schema(fields, metadata={**printable.metadata, "Facts": told})
    content = io.BytesIO()
    pq.write_table(pa.table(values, schema=schema), content)
    return content.getvalue()


def json(printable: PrintableFigure, link: str = "") -> bytes:
    """Return the rows as JSON: facts, columns with key, heading and unit, rows by key."""
    shown = file_columns(printable)
    content = {
        "id": printable.passport.id,
        "facts": [{"name": what, "text": words} for what, words in facts(printable, link)],
        "columns": [{"key": one.key, "heading": one.heading, "unit": _unit(one)} for one in shown],
        "rows": [
            {one.key: _written(value, one) for value, one in zip(row, shown, strict=True)}
            for row in zip(*(one.values for one in shown), strict=True)
        ],
    }
    return (json_module.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _file_columns(column: Column, tell: Speaker) -> Iterator[FileColumn]:
    key, label = column.head.key, one_line(column.head.label)
    heading, forms = label, {cell.form for cell in column.cells if cell.form is not None}
    if column.unit and column.unit not in label:
        heading = tell("sheet.unit", column=label, unit=column.unit)
    values = tuple(_clean(cell.value) for cell in column.cells)
    yield FileColumn(key, label, heading, values, _common(forms))
    kinds = tuple((cell.missing and one_line(cell.text)) or None for cell in column.cells)
    if any(kinds):
        yield _words(f"{key}_missing", tell("sheet.missing", column=label), kinds)
    if column.is_marked:
        marks = tuple(_marks(cell, tell) for cell in column.cells)
        yield _words(f"{key}_marks", tell("sheet.marks", column=label), marks)


def _words(key: str, heading: str, values: tuple[str | None, ...]) -> FileColumn:
    return FileColumn(key, heading, heading, values)


def _common(forms: set[Form]) -> Form | None:
    """Return the form of a column: of several the one with most decimals, for one unit."""
    return max(forms, key=lambda form: form.digits) if forms else None


def _marks(cell: Cell, tell: Speaker) -> str | None:
    return tell.listed(tell(f"mark.{one}") for one in cell.marks) or None


def _clean(value: Value) -> Value:
    return one_line(value) if isinstance(value, str) else value


def _written(value: Value, column: FileColumn) -> Value:
    """Return a value as a file holds it: a number in the written unit of its column."""
    if value is None or isinstance(value, str) or column.form is None:
        return value
    written = column.form.written(value)
    return int(written) if _is_whole(column) else written


def _is_whole(column: FileColumn) -> bool:
    """Whether all numbers of a column are counts or years."""
    form = column.form
    if form is None or form.digits or form.times != form.per:
        return False
    return all(one is None or isinstance(one, int) for one in column.values)


def _unit(column: FileColumn) -> str:
    return column.form.unit if column.form else ""


def _headings(columns: Sequence[FileColumn]) -> list[str]:
    return [guarded(one.heading) for one in columns]


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else repr(value)


def _arrow_type(column: FileColumn) -> Any:
    if column.form is None:
        return pa.string()
    return pa.int64() if _is_whole(column) else pa.float64()


def _write_rows(book: Any, printable: PrintableFigure) -> None:
    sheet = book.add_worksheet(printable.tell("sheet.rows"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats: dict[str, Any] = {}
    for place, column in enumerate(file_columns(printable)):
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
    for row, (what, words) in enumerate(facts(printable, link)):
        sheet.write_string(row, 0, guarded(what), bold)
        sheet.write_string(row, 1, guarded(words), wrapped)


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
