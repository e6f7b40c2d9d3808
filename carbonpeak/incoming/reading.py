"""From a sheet to typed rows of a table: each column by what it holds, every fault in its place."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.reading.numbers import NUMBER
from carbonpeak.data.text import Text
from carbonpeak.data.units import UnitError
from carbonpeak.incoming import columns, field_units, known, numbers
from carbonpeak.incoming.columns import UNIT, Heading, Role
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.headings import Head
from carbonpeak.incoming.sheets import Book, Row, Sheet
from carbonpeak.incoming.words import said
from carbonpeak.words import both

NOTE = re.compile(
    r"\s*(?:注|备注|说明|附注|(?:资料|数据)?来源|notes?|sources?|remarks?)\s*\d*\s*[:：].*",
    re.I | re.S,
)
EXCEL_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!")
# A day as people write it: 2026-08-03, 2026/8/3, 2026.8.3, 2026年8月3日, 20260803.
DATE = re.compile(
    r"([0-9]{4})(?:[-/.年]|(?=[0-9]{4}$))([0-9]{1,2})(?:[-/.月]|(?=[0-9]{2}$))([0-9]{1,2})日?"
    r"(?:[ T]00:00:00)?",
    re.ASCII,
)
DTYPES = {"string": "object", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
Cells = "pd.Series[Any]"


@dataclass
class Reading:
    """One sheet being read: what is found and remarked on the way."""

    data: Dataset
    table: Table
    file: str
    book: Book
    sheet: Sheet
    head: Head
    findings: list[Finding] = field(default_factory=list)
    remarks: Counter[tuple[str, str]] = field(default_factory=Counter)
    read_as: list[Text] = field(default_factory=list)

    def fault(
        self, rule: str, value: str = "", row: int = 0, column: str = "", named: Text | None = None
    ) -> None:
        """Note a breach of a rule, what was met in words of ours if it is ``named``."""
        self.findings.append(Finding(self.file, rule, value, self.sheet.name, row, column, named))

    def heading(self, field_name: str, part: str = "value") -> Heading | None:
        """Return the column that holds a field, or the names of its codes, None without one."""
        wanted = (field_name, part)
        found = (one for one in self.head.read if (one.role.field, one.role.part) == wanted)
        return next(found, None)

    def column_text(self, field_name: str) -> str:
        """Return what the file calls the column of a field."""
        found = self.heading(field_name) or self.heading(field_name, "name")
        return found.text if found else field_name


def rows(reading: Reading) -> pd.DataFrame:
    """Return the typed rows of a sheet, all columns of the table; the index is its row."""
    texts = _texts(reading)
    _of_cells(reading, texts)
    columns = {one.name: _column(reading, one, texts) for one in reading.table.fields}
    _say(reading, len(texts))
    return pd.DataFrame(columns, index=texts.index)


def _texts(reading: Reading) -> pd.DataFrame:
    """Return the rows below the heading that hold anything, by place of column."""
    sheet, head = reading.sheet, reading.head
    width = max((len(row) for row in sheet.rows), default=0)
    heading = sheet.rows[head.row - 1]
    known = columns.roles(reading.table)
    of_heading = _roles(heading, known)
    kept: dict[int, Row] = {}
    for number, row in enumerate(sheet.rows[head.first - 1 :], start=head.first):
        first = next((cell for cell in row if cell and cell.strip()), None)
        if first is None:
            continue
        if NOTE.fullmatch(first):
            reading.read_as.append(said("read.notes", row=number))
            break
        roles = _roles(row, known)
        if row == heading or (roles and roles == of_heading):
            reading.remarks["again", ""] += 1
            continue
        if roles:
            reading.fault("row.heading", " / ".join(cell for cell in row if cell), number)
            break
        _of_row(reading, number, row, heading)
        kept[number] = [*row, *[None] * (width - len(row))]
    return pd.DataFrame(list(kept.values()), index=list(kept), columns=range(width), dtype=object)


def _roles(row: Row, known: Mapping[str, Role]) -> list[Role | None]:
    """Return what each cell of a row names if the row is a heading, else nothing.

    That is one whose first text and another name columns, and of which no cell is a number.
    """
    texts = [cell for cell in row if cell and cell.strip()]
    if not texts or columns.heading(texts[0], known) is None:
        return []
    found = [columns.heading(cell, known) if cell else None for cell in row]
    is_heading = sum(one is not None for one in found) > 1
    if not is_heading or any(NUMBER.fullmatch(cell.strip()) for cell in texts):
        return []
    return [one[0] if one else None for one in found]


def _of_row(reading: Reading, number: int, row: Row, heading: Row) -> None:
    """Note cells that are too few or too many for the heading."""
    if reading.book.is_ragged and len(row) != len(heading):
        if len(row) < len(heading) or any(row[len(heading) :]):
            reading.fault("row.cells", f"{len(row)} / {len(heading)}", number)
        return
    named = {one.place for one in reading.head.read} | {one for one, _ in reading.head.others}
    beyond = (text for place, text in enumerate(row) if text and place not in named)
    text = next(beyond, None)
    is_told = text is None or len(reading.head.read) == 0
    if not is_told and not _is_merged_over(reading.sheet, number):
        reading.fault("row.beyond", str(text), number)


def _is_merged_over(sheet: Sheet, row: int) -> bool:
    """Return whether a row is one text over several columns: a caption within the table."""
    return any(
        one.first_row <= row <= one.last_row and one.last_column > one.first_column
        for one in sheet.merged
    )


def _of_cells(reading: Reading, texts: pd.DataFrame) -> None:
    """Note what is wrong with cells whatever they are to hold: formulas, merged ones, errors."""
    read = {one.place: one for one in reading.head.read}
    for row, column, how in reading.sheet.formulas:
        heading = read.get(column - 1)
        if heading is None or row not in texts.index:
            continue
        if how == "kept":
            reading.remarks["formulas", ""] += 1
        else:
            rule = "cell.external" if how == "external" else "cell.formula"
            reading.fault(rule, "", row, heading.text)
    _merged(reading, read, texts)
    for place, heading in read.items():
        wrong = texts[place].isin(EXCEL_ERRORS)
        for row in texts.index[wrong]:
            reading.fault("cell.error", str(texts.at[row, place]), int(row), heading.text)
            texts.at[row, place] = None


def _merged(reading: Reading, read: dict[int, Heading], texts: pd.DataFrame) -> None:
    measured = {one.name for one in reading.table.fields if one.unit and one.type != "string"}
    for one in reading.sheet.merged:
        if one.first_row not in texts.index:
            continue
        reading.remarks["merged", ""] += 1
        for place in range(one.first_column - 1, one.last_column):
            heading = read.get(place)
            value = str(texts.at[one.first_row, place] or "")
            if heading and heading.role.field in measured and not numbers.is_missing(value):
                reading.fault("cell.merged", value, one.first_row, heading.text)
                break


def _column(reading: Reading, one: Field, texts: pd.DataFrame) -> "pd.Series[Any]":
    """Return one column of the table in its type."""
    if reading.heading(one.name) is None and reading.heading(one.name, "name") is None:
        value = _default(reading, one)
        return pd.Series(value, index=texts.index, dtype=DTYPES[one.type])
    codes = known.of_column(reading.data, reading.table, one.name)
    if codes is not None:
        return _coded(reading, one, texts, codes)
    heading = reading.heading(one.name)
    if heading is None:
        raise KeyError(one.name)
    cells = texts[heading.place]
    if one.name == "date":
        return _object(_each(reading, heading, cells, _date))
    if one.type == "string":
        return _object(cells.map(_stripped))
    if one.type == "boolean":
        return _each(reading, heading, cells, _truth).astype("boolean")
    if one.name == "year" or one.name.endswith("_year"):
        return _each(reading, heading, cells, _year).astype("Int64")
    return _numbers(reading, one, heading, texts)


def _default(reading: Reading, one: Field) -> Any:
    value = known.DEFAULTS.get(one.name)
    if value is not None:
        reading.read_as.append(_taken_for(one, value))
    return pd.NA if value is None and one.type != "string" else value


def _taken_for(one: Field, value: str) -> Text:
    """Return in words what rows are taken for that do not say it."""
    taken = both(f"standing.{value}") if one.name == "standing" else said("read.own_source")
    return said("read.default", field=Text(columns.heads_of(one)[0], one.name), value=taken)


def _stripped(text: Any) -> Any:
    if text is None or numbers.is_missing(text):
        return None
    return text.strip()


@dataclass(frozen=True)
class Judged:
    """What one text of a column gives: a value, or the rule it breaks; and remarks."""

    value: Any = None
    fault: str = ""
    remarks: tuple[str, ...] = ()


def _each(
    reading: Reading, heading: Heading, cells: "pd.Series[Any]", judge: Callable[[str], Judged]
) -> "pd.Series[Any]":
    """Return the values of a column; each text is judged once, each fault noted where it stands."""
    counts = cells.value_counts()
    judged = {text: judge(text) for text in counts.index}
    for text, one in judged.items():
        for remark in one.remarks:
            reading.remarks[remark, ""] += int(counts[text])
    wrong = {text: one.fault for text, one in judged.items() if one.fault}
    for row, text in cells[cells.isin(list(wrong))].items():
        reading.fault(wrong[text], text, int(str(row)), heading.text)
    values = {text: one.value for text, one in judged.items()}
    return cells.map(lambda text: values.get(text, pd.NA) if text is not None else pd.NA).map(
        lambda value: pd.NA if value is None else value
    )


def _truth(text: str) -> Judged:
    value = numbers.truth_of(text)
    return Judged(value, "" if value is not None or numbers.is_missing(text) else "cell.type")


def _year(text: str) -> Judged:
    if numbers.is_missing(text):
        return Judged()
    year = numbers.year_of(text)
    if year is None:
        return Judged(fault="cell.year")
    return Judged(year, remarks=() if numbers.is_year_plain(text) else ("year",))


def _date(text: str) -> Judged:
    if numbers.is_missing(text):
        return Judged()
    found = DATE.fullmatch(text.strip())
    try:
        day = date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        day = None
    return Judged(fault="cell.date") if day is None else Judged(day.isoformat())


def _coded(
    reading: Reading, one: Field, texts: pd.DataFrame, codes: known.Codes
) -> "pd.Series[Any]":
    """Return the codes of a column, from codes or names; where both stand they must agree."""
    found = {
        part: _each(reading, heading, texts[heading.place], lambda text: _code(codes, text))
        for part in ("value", "name")
        if (heading := reading.heading(one.name, part))
    }
    if len(found) == 1:
        return _object(next(iter(found.values())))
    value, name = found["value"].map(_none), found["name"].map(_none)
    both = value.notna() & name.notna() & (value != name)
    places = [reading.heading(one.name, part) for part in ("value", "name")]
    for row in texts.index[both]:
        said_as = " / ".join(str(texts.at[row, place.place]) for place in places if place)
        reading.fault("cell.code_name", said_as, int(row), reading.column_text(one.name))
    return _object(value.where(value.notna(), name))


def _code(codes: known.Codes, text: str) -> Judged:
    if numbers.is_missing(text):
        return Judged()
    code = codes.code(text)
    return Judged(fault="cell.code") if code is None else Judged(code)


def _object(cells: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return texts, None where there is none."""
    texts = cells.astype(object)
    return texts.where(texts.notna(), None)


def _none(value: Any) -> Any:
    return None if pd.isna(value) else value


def _numbers(
    reading: Reading, one: Field, heading: Heading, texts: pd.DataFrame
) -> "pd.Series[Any]":
    has_commas = reading.book.separator not in ("", ",")
    is_percent = one.unit.startswith("%")

    def judge(text: str) -> Judged:
        read = numbers.read(text, has_commas, is_percent)
        whole = one.type != "integer" or read.number is None or read.number.is_integer()
        return Judged(read.number, read.fault if whole else "cell.whole", read.remarks)

    cells = _each(reading, heading, texts[heading.place], judge).astype("Float64")
    factors = _factors(reading, one, heading, texts)
    # A decimal times a power of ten is a decimal again: a double carries fifteen digits of it.
    scaled = cells if _is_one(factors) else (cells * factors).map(_to_digits).astype("Float64")
    made: pd.Series[Any] = scaled.round().astype("Int64") if one.type == "integer" else scaled
    return made


def _is_one(factors: Any) -> bool:
    return isinstance(factors, float) and factors == 1.0


def _to_digits(value: Any) -> Any:
    return value if pd.isna(value) else float(f"{value:.15g}")


def _factors(reading: Reading, one: Field, heading: Heading, texts: pd.DataFrame) -> Any:
    """Return how many of the column's unit one of the file's is: one number, or one a row."""
    if not field_units.is_measured(one):
        return 1.0
    column = reading.heading(UNIT, "unit")
    if heading.unit:
        return _factor(reading, one, heading, heading.unit, 0)
    if heading.text.strip() == one.name:
        return 1.0
    if column is None:
        reading.fault("unit.none", field_units.written(one, True), 0, heading.text)
        return 1.0
    stated = texts[column.place]
    firsts = {text: int(str(row)) for row, text in stated[::-1].dropna().items()}
    factors = {
        text: _factor(reading, one, replace(heading, text=column.text), text, row)
        for text, row in firsts.items()
    }
    for row in texts.index[stated.isna() & texts[heading.place].notna()]:
        reading.fault("unit.none", field_units.written(one, True), int(row), column.text)
    return stated.map(lambda text: factors.get(text, 1.0)).astype("Float64")


def _factor(reading: Reading, one: Field, heading: Heading, stated: str, row: int) -> float:
    try:
        factor = field_units.factor(one, stated)
    except UnitError as fault:
        rule = "unit.unknown" if fault.reason == "unknown" else "unit.other"
        reading.fault(rule, stated, row or reading.head.row, heading.text)
        return 1.0
    facts = {"text": heading.text, "unit": stated, "factor": factor, "target": one.unit}
    if factor != 1.0:
        reading.read_as.append(said("read.unit", **facts))
    return factor


def _say(reading: Reading, count: int) -> None:
    """Put into words what the file was read as, before what was found on the way."""
    book, head = reading.book, reading.head
    told = [said("read.format", format=book.format)]
    if book.encoding:
        separator = said(f"separator.{book.separator}")
        told.append(said("read.encoding", encoding=book.encoding, separator=separator))
    if reading.sheet.name:
        told.append(said("read.sheet", sheet=reading.sheet.name))
    told.append(said("read.heading", row=head.row, first=head.first, count=count))
    told += [said("read.column", text=one.text, field=one.role.field) for one in _renamed(head)]
    remarks = [said(f"read.{key}", count=count) for (key, _), count in reading.remarks.items()]
    reading.read_as[:0] = [*told, *remarks]


def _renamed(head: Head) -> Iterable[Heading]:
    return (one for one in head.read if one.text != one.role.field)
