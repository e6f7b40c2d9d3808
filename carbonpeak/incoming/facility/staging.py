"""A file of facility rows as a table of texts: CSV and Parquet by DuckDB, others taken apart."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from carbonpeak.data.facility.declared import OUTPUT, ROWS, VALUE_ADDED
from carbonpeak.data.facility.engine import Engine
from carbonpeak.data.text import Text
from carbonpeak.data.units import UnitError
from carbonpeak.domain.codes import plain
from carbonpeak.incoming import columns, field_units, foreign
from carbonpeak.incoming.columns import UNIT, UNIT_FIELD, Role
from carbonpeak.incoming.facility import csv_text
from carbonpeak.incoming.facility.csv_text import CsvText, Sample
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.formats import PARQUET, ZIP
from carbonpeak.incoming.headings import Head, found_in
from carbonpeak.incoming.sheets import Sheet, Unreadable

# Size in bytes, and when it was written last, in ns.
Stamp = tuple[int, int]
# Other names of the columns of a facility row.
NAMES: Mapping[str, tuple[str, ...]] = {
    "facility_id": (
        "设施编号",
        "设施",
        "装置编号",
        "机组编号",
        "unit id",
        "facility id",
        "unit name",
    ),
    "company_id": (
        "企业",
        "企业名称",
        "企业代码",
        "统一社会信用代码",
        "单位名称",
        "company",
        "enterprise",
    ),
    "month": ("月", "月份", "month"),
    "quantity": ("消费量", "实物量", "数量", "quantity", "amount"),
    OUTPUT: ("产值", "总产值", "工业总产值", "output"),
}


@dataclass
class Staged:
    """What was staged: the file, its heading, in which row of it the first one below stands.

    ``text`` is what a CSV file is read from, None for any other.
    """

    file: str
    sheet: str
    head: Head
    factors: dict[str, float] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    text: CsvText | None = None

    @property
    def is_refused(self) -> bool:
        """Whether anything found so far is an error."""
        return any(one.severity == "error" for one in self.findings)

    def finding(
        self, rule: str, value: str = "", row: int = 0, column: str = "", named: Text | None = None
    ) -> Finding:
        """Return a breach of a rule in this file; ``named`` is what was met in words of ours."""
        return Finding(self.file, rule, value, self.sheet, row, column, named)

    def of_text(self, row: Mapping[Any, Any]) -> Finding:
        """Return the finding of a row of ``faulty_texts``."""
        said = [row["code_text"], row["name_text"]]
        return self._counted(row, " / ".join(str(one) for one in said if not pd.isna(one)))

    def of_row(self, row: Mapping[Any, Any]) -> Finding:
        """Return the finding of a row of ``broken_rows``."""
        return self._counted(row, "")

    def of_unit(self, row: Mapping[Any, Any]) -> Finding:
        """Return the finding of a row of ``faulty_units``."""
        value = "" if pd.isna(row["unit"]) else f"{row['unit']}, {row['fuel_code']}"
        return self._counted({**row, "column_name": UNIT}, value)

    def placed(self, found: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return findings by the rows of the file: empty ones were not counted."""
        if self.text is None:
            return tuple(found)
        rows = csv_text.places(self.text, self.head.first, self._lines(found), self.width)
        return self._moved(found, rows)

    def around(self, found: Sequence[Finding], whole_count: int) -> tuple[Finding, ...]:
        """Return what is wrong with the rows of a CSV file of which those not whole were left out.

        ``found`` is said of the others, which were ``whole_count``. Where the walk through the file
        finds other ones whole, as behind a quote that is open, nothing can be said of them.
        """
        if self.text is None:
            raise ValueError("only a text has rows that are not whole")
        walk = csv_text.walked(self.text, self.head.first, self._lines(found), self.width)
        torn = [
            self.finding("row.cells", self.counted(f"{cells} / {self.width}", len(rows)), rows[0])
            for cells, rows in walk.torn.items()
        ]
        if walk.open_row:
            return (*torn, self.finding("row.quotes", "", walk.open_row))
        is_same = walk.whole_count == whole_count
        return (*torn, *(self._moved(found, walk.places) if is_same else ()))

    @property
    def width(self) -> int:
        """How many cells the heading of a CSV file has."""
        return len(self.text.first_rows[self.head.row - 1]) if self.text else 0

    def _lines(self, found: Sequence[Finding]) -> list[int]:
        return [one.row - self.head.first for one in found if one.row >= self.head.first]

    def _moved(self, found: Sequence[Finding], rows: Mapping[int, int]) -> tuple[Finding, ...]:
        first = self.head.first
        return tuple(replace(one, row=rows.get(one.row - first, one.row)) for one in found)

    def counted(self, value: str, count: int) -> str:
        """Return what was met and in how many rows, if in several."""
        more = f" ×{count:,}" if count > 1 else ""
        return f"{value}{more}".strip()

    def units(self, stated: Sequence[str | None]) -> list[str | None]:
        """Return the units that rows state."""
        return list(stated)

    def _counted(self, row: Mapping[Any, Any], value: str) -> Finding:
        """Return a finding at the first of its rows, with how many there are."""
        line = int(row["first_lines"][0]) + self.head.first
        told = self.counted(value, int(row["row_count"]))
        return self.finding(row["rule"], told, line, self._text(row["column_name"]))

    def _text(self, column: str) -> str:
        """Return what the file calls a column."""
        found = (one.text for one in self.head.read if one.role.field == column)
        return next(found, column)


def staged(engine: Engine, file: Path, sheet: str | None = None) -> Staged:
    """Read a file into the texts of an engine; Unreadable, UnreadRows say why it cannot be."""
    start = csv_text.start_of(file)
    if start.startswith(ZIP):
        return _of_workbook(engine, file, sheet)
    if start.startswith(PARQUET):
        return _of_parquet(engine, file)
    if not start.strip():
        raise Unreadable("file.empty")
    return _of_csv(engine, file)


def stamp(file: Path) -> Stamp:
    """Return the size of a file and when it was written last; Unreadable without a file."""
    try:
        found = file.stat()
    except OSError as fault:
        raise Unreadable("file.unread", fault.strerror or "") from fault
    return found.st_size, found.st_mtime_ns


@contextmanager
def checksum(file: Path) -> Iterator[Callable[[], str]]:
    """Reckon the SHA-256 of a file beside what else is done with it; what is given returns it.

    Unreadable where it is not the same file any more then: it is read several times, and rows of
    two states of it would go under the checksum of one.
    """
    before = stamp(file)
    with ThreadPoolExecutor(1) as beside:
        reckoned = beside.submit(_digest, file)

        def of_the_same() -> str:
            found = reckoned.result()
            if stamp(file) != before:
                raise Unreadable("file.changed")
            return found

        yield of_the_same


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as given:
            return hashlib.file_digest(given, "sha256").hexdigest()
    except OSError as fault:
        raise Unreadable("file.unread", fault.strerror or "") from fault


def roles() -> dict[str, Role]:
    """Return what a column is by every plain name it may have."""
    named = {plain(text, {}): Role(name) for name, texts in NAMES.items() for text in texts}
    return {**columns.roles(ROWS), **named}


def _of_csv(engine: Engine, file: Path) -> Staged:
    text = csv_text.opened(file, engine.aside)
    head = _head(text.first_rows, "")
    text = csv_text.on_one_line(text, head.first - 1, engine.aside)
    made = _checked(Staged(file.name, "", head, text=text))
    if not made.is_refused:
        read_csv(engine, made)
    return made


def read_csv(engine: Engine, made: Staged, is_lenient: bool = False) -> None:
    """Have the rows of a CSV file read; ``is_lenient`` leaves those out that are not whole."""
    if made.text is None:
        raise ValueError("only a text has rows that are not whole")
    _stage(engine, made, made.text, made.head.first - 1, is_lenient)


def read_sample(engine: Engine, made: Staged, sample: Sample) -> bool:
    """Have a part of the rows of a large CSV file read; return whether it is one."""
    part = csv_text.sampled(made.text, sample, engine.aside) if made.text else None
    if part is None:
        return False
    _stage(engine, made, part, 0, is_lenient=True)
    return True


def _stage(engine: Engine, made: Staged, text: CsvText, above: int, is_lenient: bool) -> None:
    """Have the rows of a text read that stand below ``above`` rows, by the heading of a file."""
    shape = (_places(made.head), made.width, above, text.separator)
    engine.stage_csv(text.file, *shape, is_lenient=is_lenient)


def _of_parquet(engine: Engine, file: Path) -> Staged:
    try:
        names = list(pq.read_schema(file).names)
    except (OSError, ValueError) as fault:
        raise Unreadable("file.damaged", str(fault).splitlines()[0]) from fault
    made = _checked(Staged(file.name, "", _head([names], "")))
    if not made.is_refused:
        engine.stage_parquet(file, {one: names[place] for one, place in _places(made.head).items()})
    return made


def _of_workbook(engine: Engine, file: Path, asked: str | None) -> Staged:
    """Take the only sheet, the one asked for, or the only one with a heading of these rows."""
    book = foreign.taken_apart(file)
    named = [one for one in book.sheets if asked in (None, one.name)]
    if not named:
        raise Unreadable("sheet.unknown", asked or "")
    fit = [(one, head) for one in named if (head := found_in(one, roles()))]
    if len(fit) != 1:
        names = ", ".join(one.name for one, _ in fit)
        raise Unreadable("sheet.several", names) if fit else Unreadable("heading.none", ROWS.name)
    sheet, head = fit[0]
    made = _checked(Staged(file.name, sheet.name, head))
    made.findings += [
        made.finding("cell.formula", "", row, str(column))
        for row, column, how in sheet.formulas
        if how != "kept" and row >= head.first
    ]
    if not made.is_refused:
        engine.stage_frame(pd.DataFrame(sheet.rows[head.first - 1 :], dtype=object), _places(head))
    return made


def _head(rows: list[list[str]], name: str) -> Head:
    cells = [[cell or None for cell in row] for row in rows]
    head = found_in(Sheet(name, cells), roles())
    if head is None:
        raise Unreadable("heading.none", ROWS.name)
    return head


def _places(head: Head) -> dict[str, int]:
    """Return in which place each text of a row stands."""
    called = {"name": "_name", "value": "", "unit": ""}
    return {
        one.role.field.replace("_code", "_name")
        if one.role.part == "name"
        else one.role.field: one.place
        for one in head.read
        if one.role.part in called
    }


def _checked(made: Staged) -> Staged:
    """Note columns that are missing, stand twice or say no unit; reckon the factors of others."""
    made.findings += [
        made.finding("heading.twice", one, made.head.row, one) for one in made.head.twice
    ]
    made.findings += [
        made.finding("heading.unknown", text, made.head.row, text) for _, text in made.head.others
    ]
    lacking = [one for one in ROWS.fields if one.required and one.name not in made.head.fields]
    if UNIT not in {one.role.field for one in made.head.read}:
        lacking.append(UNIT_FIELD)
    if lacking:
        names = ", ".join(one.name for one in lacking)
        named = columns.listed(lacking)
        made.findings.append(made.finding("heading.missing", names, made.head.row, named=named))
    for name in (OUTPUT, VALUE_ADDED):
        made.factors[name] = _factor(made, name)
    return made


def _factor(made: Staged, name: str) -> float:
    heading = next((one for one in made.head.read if one.role.field == name), None)
    if heading is None or heading.text.strip() == name:
        return 1.0
    declared = {one.name: one for one in ROWS.fields}[name]
    if not heading.unit:
        made.findings.append(made.finding("unit.none", "元", made.head.row, heading.text))
        return 1.0
    try:
        return field_units.factor(declared, heading.unit)
    except UnitError as fault:
        rule = "unit.unknown" if fault.reason == "unknown" else "unit.other"
        made.findings.append(made.finding(rule, heading.unit, made.head.row, heading.text))
        return 1.0
