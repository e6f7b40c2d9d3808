"""A DuckDB of its own in which facility rows are read and summed up; it ends with the import.

It is not the warehouse: no reader's statement comes here, and what it holds is in no version.
It may use the memory below and a folder aside beyond that.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from carbonpeak.data import queries
from carbonpeak.data.facility.declared import STAGED, TEXTS
from carbonpeak.data.queries import FOLDER

# Four GB for the whole process; the rest is Python's and what comes and goes beside tables.
MEMORY = "2500MB"
THREADS = 2
SELECTS = FOLDER / "facility"


class UnreadRows(Exception):
    """The file is no table of texts throughout: what was met, and its row where that is known."""

    def __init__(self, rule: str, value: str, row: int = 0) -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(rule)
        self.rule, self.value, self.row = rule, value, row


class Engine:
    """The tables of one import."""

    def __init__(self, aside: Path) -> None:
        """Open it; ``aside`` is a folder for what does not fit into memory."""
        self.aside = aside
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": THREADS,
            "memory_limit": MEMORY,
            "temp_directory": str(aside),
        }
        self._connection = duckdb.connect(":memory:", config=settings)

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()

    def stage_csv(
        self, file: Path, columns: Mapping[str, int], width: int, above: int, sep: str
    ) -> None:
        """Read a CSV file in UTF-8 into texts: ``columns`` says in which place each stands.

        ``width`` is how many columns its heading has, ``above`` how many lines end with it.
        UnreadRows where a line is no row of it.
        """
        names = {f"c{place}": "varchar" for place in range(width)}
        rows = self._connection.read_csv(
            str(file), columns=names, skiprows=above, sep=sep, header=False, quotechar='"',
            auto_detect=False, escapechar='"', strict_mode=True, null_padding=False,
        )  # fmt: skip
        self._stage(rows, {name: f"c{place}" for name, place in columns.items()})

    def stage_parquet(self, file: Path, columns: Mapping[str, str]) -> None:
        """Read a Parquet file into texts: ``columns`` says how each is called in it."""
        self._stage(self._connection.read_parquet(str(file)), columns)

    def stage_frame(self, rows: pd.DataFrame, columns: Mapping[str, Any]) -> None:
        """Take texts that were read already: ``columns`` says under which label each stands."""
        named = pd.DataFrame({name: rows[label] for name, label in columns.items()})
        self._stage(self._connection.from_df(named.astype("string")), {one: one for one in columns})

    def put(self, name: str, rows: pd.DataFrame) -> None:
        """Make a table of the import from a frame."""
        types = STAGED[name]
        columns = ", ".join(f"cast({one} as {kind}) as {one}" for one, kind in types.items())
        self._connection.register("frame", rows[list(types)])
        self._connection.execute(f"create or replace table {name} as select {columns} from frame")
        self._connection.unregister("frame")

    def put_file(self, name: str, file: Path) -> None:
        """Make a table of the import from the Parquet file that was written of it."""
        self._connection.read_parquet(str(file)).create_view(name, replace=True)

    def make(self, name: str, select: str, **params: object) -> None:
        """Make a table of the import from a select of ``queries/facility``."""
        sql = f"create or replace table {name} as {queries.read(SELECTS / f'{select}.sql').sql}"
        self._connection.execute(sql, params)

    def make_file(self, name: str, select: str, file: Path, **params: object) -> None:
        """Write a select of ``queries/facility`` as Parquet, a table of the import from then on."""
        rows = self._connection.sql(queries.read(SELECTS / f"{select}.sql").sql, params=params)
        rows.write_parquet(str(file), compression="snappy")
        self.put_file(name, file)

    def rows(self, select: str, **params: object) -> pd.DataFrame:
        """Return the rows of a select of ``queries/facility``."""
        sql = queries.read(SELECTS / f"{select}.sql").sql
        return self._connection.execute(sql, params).df()

    def count(self, name: str) -> int:
        """Return how many rows a table of the import has."""
        return int(self._connection.table(name).aggregate("count(*)").fetchall()[0][0])

    def drop(self, name: str) -> None:
        """Give the memory of a table back."""
        self._connection.execute(f"drop table {name}")

    def write(self, name: str, file: Path) -> None:
        """Write a table of the import into a Parquet file."""
        self._connection.table(name).write_parquet(str(file), compression="snappy")

    def _stage(self, rows: duckdb.DuckDBPyRelation, columns: Mapping[str, str]) -> None:
        """Write the texts aside by their names; a column that the file has not is empty."""
        texts = ", ".join(
            f'cast("{columns[one]}" as varchar) as {one}'
            if one in columns
            else f"null::varchar as {one}"
            for one in TEXTS
        )
        staged = self.aside / "texts.parquet"
        try:
            rows.project(texts).write_parquet(str(staged), compression="lz4")
        except duckdb.Error as fault:
            raise _unread(fault) from fault
        view = self._connection.read_parquet(str(staged), file_row_number=True)
        view.project("* rename (file_row_number as line)").create_view("facility_texts")


@contextmanager
def opened(aside: Path) -> Iterator[Engine]:
    """Give an engine for one import."""
    engine = Engine(aside)
    try:
        yield engine
    finally:
        engine.close()


def _unread(fault: duckdb.Error) -> UnreadRows:
    """Return what DuckDB met in a file: it names the line of a CSV."""
    lines = str(fault).splitlines()
    named = [one for one in lines if "Line:" in one]
    digits = "".join(one for one in (named[0].split("Line:")[1] if named else "") if one.isdigit())
    return UnreadRows("row.cells" if named else "file.damaged", lines[0], int(digits or 0))
