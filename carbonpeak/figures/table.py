"""The rows behind a figure: numbers in full precision, and beside each how it is shown.

The screen and the picture take the texts; files for people and programs take the values, with the
unit, the kind of missing and the marks in columns of their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from carbonpeak.words import numbers

Value = float | int | str | None


@dataclass(frozen=True)
class Form:
    """How a number is written: in which unit, with how many decimals.

    Attributes:
        unit: words of the written unit ("%", "万吨"), nothing for a pure number.
        times: what the value is multiplied by ...
        per: ... and divided by to be written in that unit.
        digits: decimals shown.
        sign: whether a rise gets a plus.
        suffix: what follows the number in a cell where the unit does not stand in the heading.
        is_year: whether it is a year, which has no thousands separator.
        is_share: whether it is a part of a whole: what only rounds to nothing says "<0.1%".
    """

    unit: str = ""
    times: float = 1.0
    per: float = 1.0
    digits: int = 0
    sign: bool = False
    suffix: str = ""
    is_year: bool = False
    is_share: bool = False

    def written(self, value: float) -> float:
        """Return a value in the written unit, whole, with the noise of the last bit taken off."""
        scaled = value * self.times / self.per
        return float(f"{scaled:.15g}")

    def text(self, value: float) -> str:
        """Return a value as it is shown."""
        if self.is_year:
            return str(int(value))
        if self.is_share:
            # Parts that add up to a whole but for the last bit are the whole.
            return numbers.share(self.written(value) / self.times, self.digits)
        return numbers.number(value * self.times / self.per, self.digits, self.sign) + self.suffix


YEAR = Form(is_year=True)


def percent_form(digits: int = 1, sign: bool = False) -> Form:
    """Return the form of a fraction that is shown as percent."""
    return Form("%", times=100, digits=digits, sign=sign, suffix="%")


def share_form(digits: int = 1) -> Form:
    """Return the form of a part of a whole, a fraction that is shown as percent."""
    return Form("%", times=100, digits=digits, suffix="%", is_share=True)


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        value: a number in the unit of calculation (fraction, tce, t), or a text or code; None where
            it is missing.
        text: what is shown.
        form: how the number is written, None for a text.
        missing: the kind of missing (``no_data`` ...), nothing where there is a value.
        marks: codes of what must be known of the value (``doubtful`` ...).
    """

    value: Value
    text: str
    form: Form | None = None
    missing: str = ""
    marks: tuple[str, ...] = ()


def words(text: str, value: Value = None, marks: Sequence[str] = ()) -> Cell:
    """Return a cell of words; ``value`` is the code or name where the words add something to it."""
    return Cell(text if value is None else value, text, marks=tuple(marks))


def number(value: float, form: Form, text: str = "", marks: Sequence[str] = ()) -> Cell:
    """Return a cell of a number; ``text`` where words or a mark say more than the number alone."""
    return Cell(value, text or form.text(value), form, marks=tuple(marks))


def missing(kind: str, text: str, form: Form | None = None) -> Cell:
    """Return a cell without a value: its kind of missing, in code and in words."""
    return Cell(None, text, form, missing=kind)


def known(value: float | None, form: Form, kind: str, text: str) -> Cell:
    """Return a number or, where there is none, why not: its kind and words."""
    if value is None or numbers.is_missing(value):
        return missing(kind, text, form)
    return number(float(value), form)


@dataclass(frozen=True)
class Head:
    """What a column is: its name for programs, and its heading for readers.

    ``unit`` where the heading names it already. A column ``in_files`` alone is not shown on screen.
    """

    key: str
    label: str
    unit: str = ""
    in_files: bool = False


@dataclass(frozen=True)
class Column:
    """One column of a table: what it is, and a cell for each row."""

    head: Head
    cells: tuple[Cell, ...]

    @cached_property
    def is_number(self) -> bool:
        """Whether it holds numbers, or would if any were known."""
        return any(cell.form is not None for cell in self.cells)

    @cached_property
    def unit(self) -> str:
        """The one written unit of its numbers; nothing where they have several or none."""
        units = {cell.form.unit for cell in self.cells if cell.form is not None}
        return self.head.unit or (units.pop() if len(units) == 1 else "")

    @property
    def is_marked(self) -> bool:
        """Whether something must be known of any value."""
        return any(cell.marks for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """Columns of one length."""

    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        """Refuse columns of different lengths or of one name."""
        if len({len(column.cells) for column in self.columns}) > 1:
            raise ValueError("the columns of a table are not of one length")
        keys = [column.head.key for column in self.columns]
        if len(set(keys)) < len(keys):
            raise ValueError(f"the columns of a table share a name: {keys}")

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[Head, Cell]]) -> "Table":
        """Return a table of rows that have the same heads, in the order of the first."""
        listed = list(rows)
        heads = list(listed[0]) if listed else []
        return cls(tuple(Column(head, tuple(row[head] for row in listed)) for head in heads))

    @classmethod
    def of_columns(cls, columns: Mapping[Head, Iterable[Cell]]) -> "Table":
        """Return a table of columns."""
        return cls(tuple(Column(head, tuple(cells)) for head, cells in columns.items()))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.columns[0].cells) if self.columns else 0

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that readers see on screen and paper."""
        return tuple(column for column in self.columns if not column.head.in_files)

    def column(self, key: str) -> Column:
        """Return a column by its name; KeyError where there is none."""
        for column in self.columns:
            if column.head.key == key:
                return column
        raise KeyError(key)

    def only(self, keys: Sequence[str]) -> "Table":
        """Return some of the columns, in the order given."""
        return Table(tuple(self.column(key) for key in keys))

    def texts(self) -> pd.DataFrame:
        """Return what is shown, a column for each heading."""
        return pd.DataFrame(
            {column.head.label: [cell.text for cell in column.cells] for column in self.shown}
        )

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells row by row."""
        yield from zip(*(column.cells for column in self.columns), strict=True)
