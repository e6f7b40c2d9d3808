"""What a foreign file holds before anybody asks what it means: sheets of texts, and remarks."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

# Beyond these a file is refused. The cells are those of the largest table of ours, three times.
MOST_BYTES = 200 * 2**20
MOST_UNPACKED_BYTES = 400 * 2**20
MOST_SHEETS, MOST_COLUMNS, MOST_CELLS = 60, 400, 6_000_000

Row = list[str | None]


@dataclass(frozen=True)
class Merged:
    """Cells that the file shows as one, all filled with its text; places are counted from 1."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows as texts (row 1 is ``rows[0]``), what is merged, what was reckoned.

    ``formulas`` are the cells whose value is that of a formula, as row, column and how: ``kept``
    (its value is in the file), ``none`` (it is not), ``external`` (it comes from another workbook).
    """

    name: str
    rows: Sequence[Row]
    merged: Sequence[Merged] = ()
    formulas: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True)
class Book:
    """A file taken apart: its format, encoding and separator ("" where it has none), its sheets.

    ``is_ragged`` is whether the number of cells of a row says anything, as in a text file.
    """

    format: str
    sheets: Sequence[Sheet]
    encoding: str = ""
    separator: str = ""
    is_ragged: bool = field(default=False)


class Unreadable(Exception):
    """A file cannot be taken apart; ``rule`` says why, the others where and what was met."""

    def __init__(self, rule: str, value: str = "", row: int = 0, sheet: str = "") -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(rule)
        self.rule, self.value, self.row, self.sheet = rule, value, row, sheet


def require_few(columns: int, cells: int) -> None:
    """Raise Unreadable for a sheet of more columns or cells than a file may have."""
    if columns > MOST_COLUMNS:
        raise Unreadable("file.columns", str(columns))
    if cells > MOST_CELLS:
        raise Unreadable("file.cells")


def text_of(cell: object) -> str | None:
    """Return a value as a text that reads back as it: a whole number without a point."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def written(book: Book) -> dict[str, Any]:
    """Return a book as plain lists, as they go from one process to another."""
    return asdict(book)


def read(plain: dict[str, Any]) -> Book:
    """Return the book that was written."""
    sheets = [_sheet(one) for one in plain["sheets"]]
    return Book(**{**plain, "sheets": sheets})


def _sheet(plain: dict[str, Any]) -> Sheet:
    merged = [Merged(**one) for one in plain["merged"]]
    formulas = [(int(row), int(column), str(how)) for row, column, how in plain["formulas"]]
    return Sheet(plain["name"], plain["rows"], merged, formulas)
