"""The way in: a table and a file, and what the file holds for it, or all that is wrong with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from carbonpeak.data import queries
from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.faults import said
from carbonpeak.data.queries import QueryError
from carbonpeak.data.text import Text
from carbonpeak.incoming import columns, factor_units, foreign, judging, reading
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.headings import Head, found_in
from carbonpeak.incoming.known import DEFAULTS, SUMMED
from carbonpeak.incoming.reading import Reading
from carbonpeak.incoming.sheets import Book, Sheet, Unreadable
from carbonpeak.incoming.words import WORDS
from carbonpeak.incoming.words import said as said_of_file
from carbonpeak.words import LANGS

# Sheets of a template that explain it.
OURS = frozenset(
    getattr(WORDS[f"template.{one}"], lang) for one in ("columns", "codes") for lang in LANGS
)


@dataclass(frozen=True)
class Incoming:
    """A file for a table: its typed rows, what was found, what was read as what.

    ``rows`` has all columns of the table in their types and units, none where the file cannot be
    read; its index is the row of the sheet. ``sheet`` is what stood there, None without;
    ``unread`` are other sheets of the file that nobody asked for by name. ``is_judged`` where the
    rules that compare rows were held to them, which waits until every cell can be read.
    """

    table: Table
    file: str
    rows: pd.DataFrame
    findings: tuple[Finding, ...]
    read_as: tuple[Text, ...] = ()
    sheet: Sheet | None = None
    head: Head | None = None
    unread: tuple[str, ...] = ()
    is_judged: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether anything found is an error."""
        return any(one.severity == "error" for one in self.findings)

    def with_findings(self, more: Sequence[Finding]) -> "Incoming":
        """Return the same with findings that only other files show."""
        return replace(self, findings=(*self.findings, *more)) if more else self

    def without(self, sheets: Iterable[str]) -> "Incoming":
        """Return the same with sheets of the file that were not read."""
        names = tuple(sheets)
        told = (said_of_file("read.unread", sheets=", ".join(names)),) if names else ()
        return replace(self, unread=names, read_as=(*self.read_as, *told))


def checked(data: Dataset, table: str, file: Path, sheet: str | None = None) -> Incoming:
    """Return what a file holds for a table, held to every rule; nothing is kept of it.

    Whatever is wrong with the file is a finding. QueryError for a table that there is not.
    """
    return held(
        data, declared_table(data, table), file.name, lambda: foreign.taken_apart(file), sheet
    )


def held(
    data: Dataset,
    table: Table,
    name: str,
    take: Callable[[], Book],
    sheet: str | None = None,
    is_compared: bool = True,
) -> Incoming:
    """Return the same of a file called ``name``; ``take`` takes it apart or is Unreadable.

    Rows of a table that the catalogue does not have are not compared with any that stand.
    """
    try:
        book = take()
        found = _chosen(book, table, sheet)
    except Unreadable as fault:
        finding = Finding(name, fault.rule, fault.value, fault.sheet, fault.row)
        return Incoming(table, name, _none(table), (finding,))
    read = _judged(Reading(data, table, name, book, *found), is_compared)
    return read if sheet else read.without(left(book, {found[0].name}))


def left(book: Book, read: Iterable[str | None]) -> list[str]:
    """Return the sheets of a file that hold something and are not read, but for those of ours."""
    known = {*read, *OURS}
    return [one.name for one in book.sheets if one.rows and one.name not in known]


def importable(data: Dataset) -> tuple[Table, ...]:
    """Return the tables that files can be for."""
    return tuple(one for one in data.catalogue.tables if one.name not in SUMMED)


def declared_table(data: Dataset, name: str) -> Table:
    """Return a table that files can be for; QueryError with near names where there is none."""
    if name in SUMMED:
        raise QueryError(said("own.summed", name=name))
    known = {one.name: one for one in importable(data)}
    if name not in known:
        raise QueryError(queries.unknown("table", name, list(known)))
    return known[name]


def _none(table: Table) -> pd.DataFrame:
    return pd.DataFrame(columns=[one.name for one in table.fields])


def _chosen(book: Book, table: Table, asked: str | None) -> tuple[Sheet, Head]:
    """Return the sheet to read and its heading: the one asked for, or the only one that fits."""
    named = [one for one in book.sheets if asked is None or one.name == asked]
    if not named:
        raise Unreadable("sheet.unknown", asked or "")
    known = columns.roles(table)
    heads = [(one, head) for one in named if (head := found_in(one, known))]
    most = max((len(head.fields) for _, head in heads), default=0)
    best = [(one, head) for one, head in heads if len(head.fields) == most]
    if not best:
        raise Unreadable("heading.none", table.name)
    if len(best) > 1:
        raise Unreadable("sheet.several", ", ".join(one.name for one, _ in best))
    return best[0]


def _judged(read: Reading, is_compared: bool) -> Incoming:
    """Return the rows of a sheet with all findings; rules that compare wait until all is read."""
    _of_heading(read)
    frame, is_judged = _none(read.table), False
    if not any(one.severity == "error" for one in read.findings):
        frame = reading.rows(read)
        if read.table.name == factor_units.TABLE:
            frame = factor_units.in_kilograms(read, frame)
        if frame.empty:
            read.fault("rows.none")
        elif is_compared and not any(one.severity == "error" for one in read.findings):
            read.findings += judging.findings(read, frame)
            is_judged = True
    return Incoming(
        read.table,
        read.file,
        frame,
        tuple(read.findings),
        tuple(read.read_as),
        read.sheet,
        read.head,
        is_judged=is_judged,
    )


def _of_heading(read: Reading) -> None:
    for text in read.head.twice:
        read.fault("heading.twice", text, read.head.row, text)
    missing = [
        one
        for one in read.table.fields
        if one.required and one.name not in read.head.fields and one.name not in DEFAULTS
    ]
    if missing:
        names = ", ".join(one.name for one in missing)
        read.fault("heading.missing", names, read.head.row, named=columns.listed(missing))
    for _, text in read.head.others:
        read.fault("heading.unknown", text, read.head.row, text)
