"""A file of many things: its rows as cells, and what is wrong in it with its place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pandas as pd

from carbonpeak.data.text import Text
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import PLACES, Finding
from carbonpeak.reporting.faults import Fault, said
from carbonpeak.store.actors import Actor

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


def frame(faults: Sequence[FileFault], chinese: bool) -> pd.DataFrame:
    """Return faults as rows of a table, with words in one language."""
    cells = [
        (*(getattr(one, name) for name in COLUMNS[:-1]), one.what.zh if chinese else one.what.en)
        for one in faults
    ]
    return pd.DataFrame(cells, columns=list(COLUMNS))


def of_finding(one: Finding) -> FileFault:
    """Return what the reader of files found as a fault with its remedy."""
    what = Text(f"{one.what.zh}{one.remedy.zh}", f"{one.what.en} {one.remedy.en}")
    return FileFault(one.file, one.sheet, one.row, one.column, one.value, what)


def lacking(found: Incoming) -> tuple[FileFault, ...]:
    """Return the cells that are empty and must not be."""
    needed = [one.name for one in found.table.fields if one.required]
    empty = found.rows[needed].isna()
    wrong = (
        at(found, int(str(row)), name, "", said("missing", column=_called(found, name)))
        for name in needed
        for row in empty.index[empty[name]]
    )
    return tuple(islice(wrong, MOST_FAULTS))


def _called(found: Incoming, name: str) -> str:
    """Return what the file calls a column."""
    read = found.head.read if found.head else ()
    return next((one.text for one in read if one.role.field == name), name)


def at(found: Incoming, row: int, column: str, value: str, what: Text) -> FileFault:
    """Return a fault of a cell of a file."""
    sheet = found.sheet.name if found.sheet else ""
    return FileFault(found.file, sheet, row, _called(found, column), value, what)


def rows_of(found: Incoming) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each row by its place in the file; what is empty is left out."""
    names = [one.name for one in found.table.fields]
    columns = [found.rows[name].astype(object).where(found.rows[name].notna()) for name in names]
    for row, *cells in zip(found.rows.index, *columns, strict=True):
        yield (
            int(row),
            {k: v for k, v in zip(names, cells, strict=True) if v == v and v is not None},
        )


def placed(
    found: Incoming, faults: Iterator[Fault], row_of: Callable[[Fault], int]
) -> tuple[FileFault, ...]:
    """Return faults of things where they stand in the file, MOST_FAULTS at most."""
    told = (at(found, row_of(one), one.column, one.value, one.text) for one in faults)
    return tuple(islice(told, MOST_FAULTS))
