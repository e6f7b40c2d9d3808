"""The cells of a foreign workbook and the texts of a foreign archive, within budgets.

Runs in the process of ``foreign`` alone: what a parser raises is not caught here.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from carbonpeak.export.foreign_ids import MAX_BYTES, Budget, Refused
from carbonpeak.thresholds import MOST_STUDY_ROWS

# Sheets and columns that are looked at; a study has two of each kind and fewer than twenty.
MOST_SHEETS, MOST_COLUMNS = 10, 40
# A row more than a study may have, and its heading, so that too many are seen to be too many.
MOST_LINES = MOST_STUDY_ROWS + 2


def workbook(data: bytes) -> dict[str, Any]:
    """Return the cells of each sheet by its name, and the places of formulas; or Refused."""
    # An archive is read without what reads workbooks.
    import openpyxl

    _weigh(data)
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False)
    sheets: dict[str, Any] = {}
    formulas: list[tuple[str, str]] = []
    for sheet in book.worksheets[:MOST_SHEETS]:
        sheets[sheet.title] = list(_lines(sheet, formulas))
    return {"sheets": sheets, "formulas": formulas}


def _lines(sheet: Any, formulas: list[tuple[str, str]]) -> Iterator[list[Any]]:
    for line in sheet.iter_rows(max_row=MOST_LINES, max_col=MOST_COLUMNS):
        formulas += [(sheet.title, one.coordinate) for one in line if _is_formula(one)]
        yield [_plain(cell.value) for cell in line]


def _is_formula(cell: Any) -> bool:
    return getattr(cell, "data_type", "") == "f"


def _plain(value: Any) -> Any:
    """Return a cell as JSON can hold it; a date is its text, and so no number."""
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _weigh(data: bytes) -> None:
    """Refuse an archive that unpacks to more than the budget, before anything is parsed."""
    budget = Budget()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        budget.take(members=len(archive.namelist()))
        for name in archive.namelist():
            with archive.open(name) as member:
                _pour(member, budget)


def _pour(member: Any, budget: Budget) -> None:
    while piece := member.read(2**16):
        budget.take(unpacked=len(piece))


def members(data: bytes) -> dict[str, str]:
    """Return the JSON texts of an archive by their names; Refused where it is too large."""
    budget = Budget()
    texts: dict[str, str] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        budget.take(members=len(archive.namelist()))
        for name in (one for one in archive.namelist() if one.endswith(".json")):
            with archive.open(name) as member:
                content = member.read(min(budget.unpacked, MAX_BYTES) + 1)
            budget.take(unpacked=len(content))
            if len(content) > MAX_BYTES:
                raise Refused("too_large")
            texts[name] = content.decode("utf-8")
    return texts
