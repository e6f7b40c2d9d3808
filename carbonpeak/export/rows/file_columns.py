"""The columns of a figure's files: values, why they are missing, and what must be known of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.plain import one_line
from carbonpeak.figures.table import Cell, Column, Form, Value, words
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT


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


def for_people(printable: PrintableFigure) -> tuple[FileColumn, ...]:
    """Return the columns of CSV and XLSX: numbers with why they are missing, words as shown."""
    return tuple(
        found
        for column in printable.figure.table.columns
        for found in _file_columns(column if column.is_number else _worded(column), printable.tell)
    )


def for_programs(printable: PrintableFigure) -> tuple[FileColumn, ...]:
    """Return the columns of Parquet and JSON: numbers and codes, with why they are missing."""
    return tuple(
        found
        for column in printable.figure.table.columns
        for found in _file_columns(column, printable.tell)
    )


def _worded(column: Column) -> Column:
    """Return a column of words as they are shown, without the sign of a mark of its own column."""
    cells = (
        words(cell.text.removesuffix(DOUBT).strip(), marks=cell.marks) for cell in column.cells
    )
    return Column(column.head, tuple(cells))


def _file_columns(column: Column, tell: Speaker) -> Iterator[FileColumn]:
    key, label = column.head.key, one_line(column.head.label)
    heading, forms = label, {cell.form for cell in column.cells if cell.form is not None}
    if column.unit and not _names(label, column.unit):
        heading = tell("sheet.unit", column=label, unit=column.unit)
    values = tuple(_clean(cell.value) for cell in column.cells)
    yield FileColumn(key, label, heading, values, _common(forms))
    kinds = tuple((cell.missing and one_line(cell.text)) or None for cell in column.cells)
    if any(kinds):
        yield _words(f"{key}_missing", tell("sheet.missing", column=label), kinds)
    if column.is_marked:
        marks = tuple(_marks(cell, tell) for cell in column.cells)
        yield _words(f"{key}_marks", tell("sheet.marks", column=label), marks)


def _names(label: str, unit: str) -> bool:
    """Return whether a label names a unit, not only its letters: "t" is no part of "estimated"."""
    return re.search(rf"(?<![A-Za-z]){re.escape(unit)}(?![A-Za-z])", label) is not None


def _words(key: str, heading: str, values: tuple[str | None, ...]) -> FileColumn:
    return FileColumn(key, heading, heading, values)


def _common(forms: set[Form]) -> Form | None:
    """Return the form of a column: of several the one with most decimals, for one unit."""
    return max(forms, key=lambda form: form.digits) if forms else None


def _marks(cell: Cell, tell: Speaker) -> str | None:
    return tell.listed(tell(f"mark.{one}") for one in cell.marks) or None


def _clean(value: Value) -> Value:
    return one_line(value) if isinstance(value, str) else value


def written(value: Value, column: FileColumn) -> Value:
    """Return a value as a file holds it: a number in the written unit of its column."""
    if value is None or isinstance(value, str) or column.form is None:
        return value
    number = column.form.written(value)
    return int(number) if is_whole(column) else number


def is_whole(column: FileColumn) -> bool:
    """Whether all numbers of a column are counts or years."""
    form = column.form
    if form is None or form.digits or form.times != form.per:
        return False
    return all(one is None or isinstance(one, int) for one in column.values)


def unit_of(column: FileColumn) -> str:
    """Return the written unit of a column's numbers, nothing where it has none."""
    return column.form.unit if column.form else ""
