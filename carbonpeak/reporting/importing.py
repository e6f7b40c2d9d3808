"""Files of many companies, units, accounts, reports or product records: all of it or nothing."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.text import Text
from carbonpeak.domain import months
from carbonpeak.incoming import check, foreign, template
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import PLACES, Finding
from carbonpeak.incoming.sheets import Book
from carbonpeak.reporting import accounts, companies, entering, people, product_records, units
from carbonpeak.reporting.accounts import Account
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.companies import Company
from carbonpeak.reporting.declared import KINDS, examples
from carbonpeak.reporting.deeds import Note, deed, keep, moment
from carbonpeak.reporting.entering import Entry, Rows, Shelf
from carbonpeak.reporting.faults import Fault, refused, said
from carbonpeak.reporting.product_records import ProductRecord
from carbonpeak.reporting.reference import Reference, reference
from carbonpeak.reporting.registering import Register
from carbonpeak.reporting.states import name as state_name
from carbonpeak.reporting.units import Unit
from carbonpeak.store.actors import Actor

REPORTS = "reports"
# Faults that are told of one file; whoever has more mends these first.
MOST_FAULTS = 1000
COLUMNS = ("file", "sheet", "row", "column", "value", "what")


@dataclass(frozen=True)
class FileFault:
    """What is wrong in a file: where, what was met, and the sentence with its remedy."""

    file: str
    sheet: str
    row: int
    column: str
    value: str
    what: Text

    @property
    def text(self) -> Text:
        """The whole sentence, beginning with the place."""
        facts = {"sheet": self.sheet, "row": self.row, "column": self.column}
        told = [words for name, words in PLACES.items() if facts[name]]
        zh, en = ("".join(getattr(one, lang) for one in told) for lang in ("zh", "en"))
        where = Text(f"{self.file}{zh.format(**facts)}", f"{self.file}{en.format(**facts)}")
        return Text(f"{where.zh}：{self.what.zh}", f"{where.en}: {self.what.en}")


@dataclass(frozen=True)
class Imported:
    """What became of a file: its faults; or how many rows and things were kept, by which entry.

    ``left`` are columns that were not read.
    """

    faults: tuple[FileFault, ...]
    rows: int = 0
    things: int = 0
    number: int = 0
    left: tuple[FileFault, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing was kept."""
        return bool(self.faults)


@dataclass(frozen=True)
class Order:
    """Who takes a file in, as which kind, and why."""

    actor: Actor
    kind: str
    file: str
    sha256: str
    why: str

    @property
    def told(self) -> str:
        """What the audit says of it."""
        return f"{self.file}: {self.why}" if self.why else self.file


def imported(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    file: Path,
    sheet: str | None = None,
    why: str = "",
) -> Imported:
    """Take a file in, all rows or none; ReportingError for an unknown kind or nobody.

    Whatever is wrong with the file is a fault with its place.
    """
    content = b"" if not file.is_file() else file.read_bytes()
    take = (lambda: foreign.apart(content)) if content else (lambda: foreign.taken_apart(file))
    return _imported(engine, actor, data, kind, (file.name, content, take), sheet, why)


def sent(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    name: str,
    content: bytes,
    sheet: str | None = None,
    why: str = "",
) -> Imported:
    """Take in the same from the content of a file that was sent."""
    given = (name, content, lambda: foreign.apart(content))
    return _imported(engine, actor, data, kind, given, sheet, why)


def template_of(data: Dataset, kind: str, form: str, chinese: bool) -> bytes:
    """Return a file to be filled in, as ``csv`` or ``xlsx``; ReportingError for another kind."""
    table = _table(kind)
    make = {"csv": template.csv, "xlsx": template.workbook}[form]
    return make(data, table, chinese, examples(kind))


def frame(faults: Sequence[FileFault], chinese: bool) -> pd.DataFrame:
    """Return faults as rows of a table, with words in one language."""
    cells = [
        (*(getattr(one, name) for name in COLUMNS[:-1]), one.what.zh if chinese else one.what.en)
        for one in faults
    ]
    return pd.DataFrame(cells, columns=list(COLUMNS))


Given = tuple[str, bytes, Callable[[], Book]]


def _imported(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    given: Given,
    sheet: str | None,
    why: str,
) -> Imported:
    name, content, take = given
    person, known = people.require_named(actor), reference(data)
    found = check.held(data, _table(kind), name, take, sheet, is_compared=False)
    left = tuple(_of_finding(one) for one in found.findings if one.severity == "warning")
    wrong = [one for one in found.findings if one.severity == "error"]
    if wrong:
        return Imported(tuple(map(_of_finding, wrong[:MOST_FAULTS])), left=left)
    lacking = _lacking(found)
    if lacking:
        return Imported(lacking, left=left)
    order = Order(person, kind, name, hashlib.sha256(content).hexdigest(), why.strip())
    kept = _reports if kind == REPORTS else _registered
    with deed(engine) as connection:
        return kept(connection, order, known, found, left)


def _table(kind: str) -> Any:
    if kind not in KINDS:
        raise refused("import_kind", value=kind, kinds=", ".join(KINDS))
    return KINDS[kind]


def _of_finding(one: Finding) -> FileFault:
    what = Text(f"{one.what.zh}{one.remedy.zh}", f"{one.what.en} {one.remedy.en}")
    return FileFault(one.file, one.sheet, one.row, one.column, one.value, what)


def _lacking(found: Incoming) -> tuple[FileFault, ...]:
    """Return the cells that are empty and must not be."""
    needed = [one.name for one in found.table.fields if one.required]
    empty = found.rows[needed].isna()
    wrong = (
        _at(found, int(str(row)), name, "", said("missing", column=_called(found, name)))
        for name in needed
        for row in empty.index[empty[name]]
    )
    return tuple(islice(wrong, MOST_FAULTS))


def _called(found: Incoming, name: str) -> str:
    """Return what the file calls a column."""
    read = found.head.read if found.head else ()
    return next((one.text for one in read if one.role.field == name), name)


def _at(found: Incoming, row: int, column: str, value: str, what: Text) -> FileFault:
    sheet = found.sheet.name if found.sheet else ""
    return FileFault(found.file, sheet, row, _called(found, column), value, what)


def _cells(found: Incoming) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each row by its place in the file; what is empty is left out."""
    names = [one.name for one in found.table.fields]
    columns = [found.rows[name].astype(object).where(found.rows[name].notna()) for name in names]
    for row, *cells in zip(found.rows.index, *columns, strict=True):
        yield (
            int(row),
            {k: v for k, v in zip(names, cells, strict=True) if v == v and v is not None},
        )


Kept = tuple[Register[Any], Callable[..., Any]]
REGISTERS: Mapping[str, Kept] = {
    "companies": (companies.REGISTER, Company),
    "units": (units.REGISTER, Unit),
    "accounts": (accounts.REGISTER, Account),
    "product_records": (product_records.REGISTER, ProductRecord),
}


def _registered(
    connection: Connection,
    order: Order,
    known: Reference,
    found: Incoming,
    left: tuple[FileFault, ...],
) -> Imported:
    register, make = REGISTERS[order.kind]
    rows, things = [], []
    for row, cells in _cells(found):
        rows.append(row)
        things.append(make(**cells))
    faults = register.faults(connection, order.actor, known, things)
    wrong = _placed(found, faults, lambda one: rows[one.place])
    if wrong:
        return Imported(wrong, left=left)
    number = register.put(connection, order.actor, things, order.told)
    return Imported((), len(rows), len(things), number, left)


def _placed(
    found: Incoming, faults: Iterator[Fault], row_of: Callable[[Fault], int]
) -> tuple[FileFault, ...]:
    told = (_at(found, row_of(one), one.column, one.value, one.text) for one in faults)
    return tuple(islice(told, MOST_FAULTS))


def _reports(
    connection: Connection,
    order: Order,
    known: Reference,
    found: Incoming,
    left: tuple[FileFault, ...],
) -> Imported:
    entries, rows, twofold = _entries(found)
    shelf = entering.shelf(connection, entries)
    faults = _faults(shelf, order.actor, known, entries, months.today())
    wrong = (*twofold, *_placed(found, faults, lambda one: rows[one.place][one.line]))
    if wrong:
        return Imported(wrong[:MOST_FAULTS], left=left)
    number = _keep(connection, order, known, shelf, entries)
    return Imported((), len(found.rows), len(entries), number, left)


def _faults(
    shelf: Shelf, actor: Actor, known: Reference, entries: Sequence[Entry], today: date
) -> Iterator[Fault]:
    """Give the faults of entries; in a file only drafts are written, others by their own form."""
    yield from entering.faults(shelf, actor, known, entries, today)
    for place, one in enumerate(entries):
        before = shelf.standing.get(one.report_id)
        if before is not None and before.state in entering.REVISING:
            text = said("import_revises", report=one.report_id, state=state_name(before.state))
            yield Fault(place, "unit_id", one.unit_id, text)


def _entries(found: Incoming) -> tuple[list[Entry], list[list[int]], list[FileFault]]:
    """Return the reports of a file, the rows of each, and units that stand in two sectors."""
    grouped: dict[tuple[str, int], list[tuple[int, dict[str, Any]]]] = {}
    sectors: dict[str, str] = {}
    twofold = []
    for row, cells in _cells(found):
        unit = str(cells["unit_id"])
        grouped.setdefault((unit, int(cells["year"])), []).append((row, cells))
        stated = str(cells.get("sector_code", sectors.get(unit, "")))
        first = sectors.setdefault(unit, stated) or stated
        if stated != first:
            text = said("two_sectors", unit=unit, one=first, other=stated)
            twofold.append(_at(found, row, "sector_code", stated, text))
    entries = [_entry(*key, [cells for _, cells in parts]) for key, parts in grouped.items()]
    return entries, [[row for row, _ in parts] for parts in grouped.values()], twofold


def _entry(unit: str, year: int, parts: Sequence[Mapping[str, Any]]) -> Entry:
    lines = tuple(
        Activity(
            one["kind"], one["activity"], float(one["quantity"]), one["unit"], one["factor_id"]
        )
        for one in parts
    )
    why = "; ".join(dict.fromkeys(str(one["why"]) for one in parts if "why" in one))
    sector = next((str(one["sector_code"]) for one in parts if "sector_code" in one), "")
    return Entry(unit, year, lines, why, sector)


def _keep(
    connection: Connection,
    order: Order,
    known: Reference,
    shelf: Shelf,
    entries: Sequence[Entry],
    at: datetime | None = None,
) -> int:
    rows, when = Rows(), moment(at)
    for one in entries:
        entering.put(rows, shelf, known, one, order.actor.name, when)
    detail = {"file": order.file, "sha256": order.sha256, "reports": len(entries)}
    note = Note("reports.import", order.file, order.why, detail | {"lines": len(rows.lines)})
    return keep(connection, order.actor, note, rows.by_table())
