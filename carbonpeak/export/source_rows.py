"""From a figure to its rows in the tables: which ones, of which source and document, how processed.

A figure is built from queries; the data know which ones were asked for it and with what. Their
headers name the tables, the parameters and the choices of the figure say which rows of these. Rows
of the sources that stand under the figure come first, then what was read beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from carbonpeak.data import lineage, record_tables
from carbonpeak.data.asked import Asked
from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.queries import Query
from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.domain import sectors
from carbonpeak.domain.addresses import addresses
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.source_focus import SECTOR, focus, focus_of_row
from carbonpeak.export.source_params import loosest, of_params
from carbonpeak.figures.page_spec import FigureSpec
from carbonpeak.topics import registry

SOURCE = "source_id"


@dataclass(frozen=True)
class TableRows:
    """Rows of one table: which, how many, and whether their sources stand under the figure."""

    table: Table
    wanted: Wanted
    count: int
    is_cited: bool


@dataclass(frozen=True)
class Step:
    """A query as it was asked for a figure, with the summaries it rests on."""

    asked: Asked
    queries: tuple[Query, ...]


@dataclass(frozen=True)
class SourceRows:
    """All rows that a figure rests on, and the queries between them and the figure."""

    tables: tuple[TableRows, ...]
    steps: tuple[Step, ...]

    @property
    def cited(self) -> tuple[TableRows, ...]:
        """The rows of the sources that stand under the figure."""
        return tuple(one for one in self.tables if one.is_cited)

    @property
    def count(self) -> int:
        """How many rows of tables there are."""
        return sum(one.count for one in self.tables)

    def of(self, name: str) -> TableRows:
        """Return the rows of one table; KeyError where the figure has none of it."""
        return {one.table.name: one for one in self.tables}[name]

    def searched(self, data: Dataset, search: str) -> "SourceRows":
        """Return those rows in which every word of a search stands."""
        wanted = ((one, replace(one.wanted, search=search)) for one in self.tables)
        return replace(self, tables=tuple(_counted(data, wanted)))


def find(
    data: Dataset, printable: PrintableFigure, row: int | None = None, is_whole: bool = False
) -> SourceRows:
    """Return the rows behind a figure, or behind one row of its table.

    They are those of the figure's places, divisions, years and sources; ``is_whole`` gives all that
    its queries read. ``data`` is of the version of the figure. IndexError for a row there is not.
    """
    given, spec = _given(data, printable)
    heard = data.behind(spec.build, given.typed_for(spec), printable.tell)
    narrow = () if is_whole else focus(data, given, spec)
    if row is not None:
        narrow = (*narrow, *focus_of_row(data, printable.figure, row))
    cited = () if is_whole else tuple(dict.fromkeys(printable.figure.source_ids))
    found = [
        one
        for table, asked in _read(data, heard).items()
        for one in _table_rows(data, table, (*loosest(asked), *narrow), cited)
    ]
    steps = tuple(Step(asked, lineage.steps(asked.name)) for asked in heard if _facts(data, asked))
    return SourceRows(tuple(sorted(found, key=lambda one: not one.is_cited)), steps)


def frame(data: Dataset, rows: TableRows, first: int = 0, most: int | None = None) -> pd.DataFrame:
    """Return rows as they stand in their table, with names of codes and their documents.

    To the columns of the table and ``..._name_zh``, ``..._name_en`` of its codes come ``document``
    (the citation) and ``address`` (of the first document with one, nothing where none has).
    """
    found, papers = data.rows_of(rows.wanted, first, most), documents(data)
    named = {name: found[SOURCE].map(papers[name]) for name in ("document", "address")}
    return found.assign(**named)


@once_per_dataset
def documents(data: Dataset) -> pd.DataFrame:
    """Return by source_id its names, ``document``, ``address``, ``addresses`` and ``licence``."""
    rows = data.ask("sources__all").rename(columns={"citation": "document"}).set_index(SOURCE)
    rows["addresses"] = ["\n".join(addresses(one)) for one in rows["document"]]
    rows["address"] = [one.partition("\n")[0] for one in rows["addresses"]]
    return rows


def _given(data: Dataset, printable: PrintableFigure) -> tuple[registry.Chosen, FigureSpec]:
    name, codes = printable.passport.figure, printable.passport.choices
    given = registry.chosen(data, registry.PAGE_OF[name], registry.raw(codes))
    return given, registry.FIGURES[name]


def _facts(data: Dataset, asked: Asked) -> list[tuple[Table, lineage.Read]]:
    """Return the tables of facts that a query reads: those whose rows have a source.

    Records of a store are none: what is shown of them are the rows themselves.
    """
    reads = [one for one in lineage.reads(asked.name) if one.table not in record_tables.TABLES]
    found = [(data.catalogue.table(one.table), one) for one in reads]
    return [(table, one) for table, one in found if _has(table, SOURCE) and table.name != "sources"]


def _read(data: Dataset, heard: Iterable[Asked]) -> dict[Table, list[tuple[Condition, ...]]]:
    """Return the tables that queries read, and by each what every query asks of its rows."""
    found: dict[Table, list[tuple[Condition, ...]]] = {}
    for asked in heard:
        for table, read in _facts(data, asked):
            conditions = of_params(data, table, asked)
            if read.of_industry and not any(one.column == SECTOR for one in conditions):
                conditions = (*conditions, Condition(SECTOR, sectors.codes(data)))
            found.setdefault(table, []).append(conditions)
    return found


def _table_rows(
    data: Dataset, table: Table, conditions: Sequence[Condition], cited: tuple[str, ...]
) -> Iterator[TableRows]:
    """Give the rows of a table, those of the sources under the figure alone where there are any."""
    own = (one for one in conditions if _has(table, one.column))
    read = Wanted(table.name, tuple(dict.fromkeys(own)))
    mine = replace(read, conditions=(*read.conditions, Condition(SOURCE, cited)))
    if cited and (count := data.count_of(mine)):
        yield TableRows(table, mine, count, is_cited=True)
    elif count := data.count_of(read):
        yield TableRows(table, read, count, is_cited=False)


def _counted(data: Dataset, listed: Iterable[tuple[TableRows, Wanted]]) -> Iterator[TableRows]:
    for one, wanted in listed:
        count = data.count_of(wanted)
        if count:
            yield replace(one, wanted=wanted, count=count)


def _has(table: Table, column: str) -> bool:
    return any(field.name == column for field in table.fields)
