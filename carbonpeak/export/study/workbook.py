"""A study as a workbook of two sheets, written and read; nothing in it is ever calculated."""

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

import xlsxwriter

from carbonpeak.domain.study import Record, Study
from carbonpeak.domain.study_json import SCHEMA, VERSION, refuse, shown, study_of
from carbonpeak.export.recognise import Tick, told_of
from carbonpeak.figures.study_cells import COLUMNS, Cells, cells_of, head_words, rows_of
from carbonpeak.words import Lang, say

HEAD, ROWS = "study", "rows"
# One line below the heading: the first row of the table, as a spreadsheet counts.
FIRST_ROW = 2
LISTS = ("company_ids", "product_ids", "potentials", "standards", "preceding")
# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
WIDTHS = {"name": 28, "factor_name": 28, "factor_source": 50, "note": 40}


def write(study: Study, lang: Lang) -> bytes:
    """Return a study as XLSX; its rows under headings of the language."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": DATED, "title": study.product})
        _write_head(book.add_worksheet(HEAD), study, lang)
        _write_rows(book.add_worksheet(ROWS), study, lang)
    return content.getvalue()


def read(data: bytes, tick: Tick) -> Study:
    """Return the study of a workbook; StudyFileError or RecogniseError says why there is none."""
    told = json.loads(told_of("workbook", data, tick))
    sheets: Mapping[str, list[list[Any]]] = told["sheets"]
    for sheet, cell in told["formulas"]:
        raise refuse("sheet_formula", sheet=shown(sheet), cell=cell)
    lacking = [name for name in (HEAD, ROWS) if not sheets.get(name)]
    if lacking:
        raise refuse("sheet_lacking", names=", ".join(lacking))
    given = {str(line[0]): line[2] for line in sheets[HEAD] if len(line) > 2 and line[0]}
    _check(given)
    heads = [str(head) if head is not None else "" for head in sheets[ROWS][0]]
    # Marks of no column: blank cells to the right of the table.
    while heads and not heads[-1]:
        heads.pop()
    rows = rows_of(Cells(heads, sheets[ROWS][1:], FIRST_ROW))
    study = study_of(_fields(given) | {"rows": []})
    return Study(**{**vars(study), "rows": rows})


def _check(given: Mapping[str, Any]) -> None:
    if given.get("schema") != SCHEMA:
        raise refuse("file_schema", schema=SCHEMA)
    if given.get("version") != VERSION:
        raise refuse("file_version", given=shown(given.get("version")), version=VERSION)


def _fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a study and of its record as a file of JSON has them."""
    of_record = {one.name for one in fields(Record)}
    named = {name: _typed(name, value) for name, value in given.items()}
    record = {name: named.pop(name) for name in list(named) if name in of_record}
    return {name: named[name] for name in named if name not in ("schema", "version")} | {
        "record": record
    }


def _typed(name: str, value: Any) -> Any:
    """Return a cell as the field has it: lists in one cell, texts that look like numbers."""
    if name in LISTS:
        return [one.strip() for one in str(value or "").split("\n") if one.strip()]
    if name in ("first_year", "last_year") and isinstance(value, float) and value.is_integer():
        return int(value)
    if name in _TEXTS:
        return "" if value is None else str(value)
    return value


_TEXTS = {one.name for kind in (Study, Record) for one in fields(kind) if one.type is str}


def _write_head(sheet: Any, study: Study, lang: Lang) -> None:
    """Write the fields of the study: code, words, value."""
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 2, 40)
    whole = asdict(study)
    record = whole.pop("record")
    whole.pop("rows")
    said = {"schema": SCHEMA, "version": VERSION, **whole, **record}
    for place, (name, value) in enumerate(said.items()):
        sheet.write_string(place, 0, name)
        sheet.write_string(place, 1, say(f"study.field.{name}", lang))
        _write(sheet, place, 2, "\n".join(value) if isinstance(value, tuple) else value)


def _write_rows(sheet: Any, study: Study, lang: Lang) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS.get(column, 14))
        sheet.write_string(0, place, head_words(column, lang))
    sheet.freeze_panes(1, 0)
    for line, cells in enumerate(cells_of(study.rows, lang), start=1):
        for place, value in enumerate(cells):
            _write(sheet, line, place, value)


def _write(sheet: Any, line: int, place: int, value: Any) -> None:
    """Write a text as a text whatever it begins with, a number as a number, nothing for nothing."""
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif value:
        sheet.write_string(line, place, value)
