"""Files as they come: by name and content, for one table or for as many as they name."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.faults import DataFault
from carbonpeak.incoming import check, foreign
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.sheets import Book, Unreadable
from carbonpeak.incoming.words import said

# In place of a table's name: each file, or each of its sheets, says itself which it is for.
EVERY = "all"
ENDINGS = (".csv", ".txt", ".tsv", ".parquet", ".xlsx", ".xlsm", ".xls", ".xlsb")


@dataclass(frozen=True)
class Sent:
    """A file by name and content; ``fault`` says why it has none."""

    name: str
    content: bytes = b""
    fault: str = ""

    @property
    def sha256(self) -> str:
        """The checksum of the content, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    def taken_apart(self) -> Book:
        """Return the sheets; Unreadable says why there are none."""
        if self.fault:
            raise Unreadable("file.unread", self.fault)
        return foreign.apart(self.content)


def from_disk(places: Iterable[Path]) -> list[Sent]:
    """Return the files at some places, those of a folder one by one; DataFault for an empty one."""
    return [_read(file) for place in places for file in _files(place)]


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    found = [one for one in sorted(place.iterdir()) if one.suffix.lower() in ENDINGS]
    # A workbook that is open elsewhere has such a shadow beside it.
    kept = [one for one in found if not one.name.startswith(("~$", "."))]
    if not kept:
        raise DataFault(said("import.nothing"))
    return kept


def _read(file: Path) -> Sent:
    try:
        return Sent(file.name, foreign.content_of(file))
    except Unreadable as fault:
        return Sent(file.name, fault=fault.value or fault.rule)


def checked(
    data: Dataset, table: str, files: Sequence[Sent], sheet: str | None = None
) -> list[Incoming]:
    """Return what files hold for a table, or with EVERY for the tables that they name.

    Rows of one key in two of them are found too. QueryError for a table that there is not.
    """
    found = [one for file in files for one in _of_file(data, table, file, sheet)]
    return _apart_from_each_other(found)


def _of_file(data: Dataset, table: str, file: Sent, sheet: str | None) -> Iterator[Incoming]:
    if table != EVERY:
        yield check.held(
            data, check.declared_table(data, table), file.name, file.taken_apart, sheet
        )
        return
    try:
        book = file.taken_apart()
    except Unreadable as fault:
        yield _unread(data, file, Finding(file.name, fault.rule, fault.value, fault.sheet))
        return
    named = list(_named(check.importable(data), file.name, book))
    read = {of_sheet for _, of_sheet in named}
    rest = [] if None in read else check.left(book, read)
    for place, (one, of_sheet) in enumerate(named):
        found = check.held(data, one, file.name, partial(_same, book), of_sheet)
        yield found if place or not rest else found.without(rest)
    if not named:
        yield _unread(data, file, Finding(file.name, "table.unnamed"))


def _same(book: Book) -> Book:
    return book


def _unread(data: Dataset, file: Sent, finding: Finding) -> Incoming:
    table = check.importable(data)[0]
    return Incoming(table, file.name, pd.DataFrame(columns=list(table.key)), (finding,))


def _named(tables: Sequence[Table], file: str, book: Book) -> Iterator[tuple[Table, str | None]]:
    """Return the tables that a file is for, each with its sheet: by its name, or by its sheets'."""
    of_file = [one for one in tables if _begins(file, one.name)]
    if of_file:
        yield max(of_file, key=lambda one: len(one.name)), None
        return
    by_name = {name: one for one in tables for name in (one.name, one.title.zh, one.title.en)}
    for sheet in book.sheets:
        if sheet.name in by_name:
            yield by_name[sheet.name], sheet.name


def _begins(file: str, table: str) -> bool:
    return re.match(rf"{re.escape(table)}(?![0-9A-Za-z_])", file) is not None


def _apart_from_each_other(found: Sequence[Incoming]) -> list[Incoming]:
    """Return the same with an error for each row whose key a file before it has."""
    seen: dict[tuple[object, ...], str] = {}
    made = []
    for place, one in enumerate(found):
        keys = [] if one.is_refused else _keys(one)
        twice = [(row, seen[key]) for row, key in keys if key in seen]
        more = [_in_other_file(one, row, other) for row, other in twice]
        made.append(one.with_findings(more))
        # Within a file the rule for duplicates holds.
        seen.update({key: _called(found[place]) for _, key in keys})
    return made


def _keys(one: Incoming) -> list[tuple[int, tuple[object, ...]]]:
    keys = one.rows[list(one.table.key)].itertuples(name=None)
    return [(int(row), (one.table.name, *key)) for row, *key in keys]


def _called(one: Incoming) -> str:
    return f"{one.file} / {one.sheet.name}" if one.sheet and one.sheet.name else one.file


def _in_other_file(one: Incoming, row: int, other: str) -> Finding:
    sheet = one.sheet.name if one.sheet else ""
    return Finding(one.file, "row.other_file", other, sheet, row)
