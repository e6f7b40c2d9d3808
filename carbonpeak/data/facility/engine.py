"""A DuckDB of its own in which facility rows are read and summed up; it ends with the import.

It is not the warehouse: no reader's statement comes here, and what it holds is in no version.
It may use the memory below and a folder aside beyond that.
"""

import errno
import os
import re
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
# Numbers of ten million rows are seldom alike: to look for a dictionary takes half the time.
WRITTEN = (
    "format parquet, compression snappy, dictionary_size_limit 1000, "
    "string_dictionary_page_size_limit 100000"
)
SELECTS = FOLDER / "facility"
# In messages of DuckDB: about which row of a CSV file is not whole, and how; the number of a fault
# of the disk, no room on it for what memory cannot hold.
ROW = re.compile(r"CSV Error on Line: (\d+)")
ERRNO = re.compile(r'"errno":"(\d+)"')
CELLS = "Expected Number of Columns"
OFFLOADED = "failed to offload"


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
            # Small tables are joined to the rows of a file, never the other way: so these stream
            # by in their order. How many a CSV file has is not known beforehand.
            "disabled_optimizers": "join_order,build_side_probe_side",
        }
        self._connection = duckdb.connect(":memory:", config=settings)

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()

    def stage_csv(
        self,
        file: Path,
        columns: Mapping[str, int],
        width: int,
        above: int,
        sep: str,
        is_lenient: bool = False,
    ) -> None:
        """Take the rows of a CSV file in UTF-8 as texts: ``columns`` says in which place each is.

        ``width`` is how many columns its heading has, ``above`` how many rows end with it. They
        are read anew by each select: to write ten million texts aside takes far longer. Where
        ``is_lenient`` rows that are not whole are left out.
        """
        names = {f"c{place}": "varchar" for place in range(width)}
        with self._telling():
            rows = self._connection.read_csv(
                str(file), columns=names, skiprows=above, sep=sep, header=False, quotechar='"',
                auto_detect=False, escapechar='"', strict_mode=True, null_padding=False,
                ignore_errors=is_lenient,
            )  # fmt: skip
        texts = _texts({name: f"c{place}" for name, place in columns.items()})
        numbered = rows.project(f"{texts}, row_number() over () - 1 as line")
        numbered.create_view("facility_texts", replace=True)

    def stage_parquet(self, file: Path, columns: Mapping[str, str]) -> None:
        """Read a Parquet file into texts: ``columns`` says how each is called in it."""
        self._stage(self._connection.read_parquet(str(file)), columns)

    def stage_frame(self, rows: pd.DataFrame, columns: Mapping[str, Any]) -> None:
        """Take texts that were read already: ``columns`` says under which label each stands."""
        named = pd.DataFrame({name: rows[label] for name, label in columns.items()})
        self._stage(self._connection.from_df(named.astype("string")), {one: one for one in columns})

    def put(self, name: str, rows: pd.DataFrame) -> None:
        """Make a table of the import from a frame; categories become an enumeration.

        Texts that millions of rows take from it are then written in a fifth of the time.
        """
        types = STAGED[name]
        columns = ", ".join(
            one
            if isinstance(rows[one].dtype, pd.CategoricalDtype)
            else f"cast({one} as {kind}) as {one}"
            for one, kind in types.items()
        )
        self._connection.register("frame", rows[list(types)])
        self._connection.execute(f"create or replace table {name} as select {columns} from frame")
        self._connection.unregister("frame")

    def put_file(self, name: str, file: Path) -> None:
        """Make a table of the import from the Parquet file that was written of it."""
        self._connection.read_parquet(str(file)).create_view(name, replace=True)

    def make(self, name: str, select: str, **params: object) -> None:
        """Make a table of the import from a select of ``queries/facility``."""
        self._run(f"create or replace table {name} as {_sql(select)}", params)

    def make_file(self, name: str, select: str, file: Path, **params: object) -> None:
        """Write a select of ``queries/facility`` as Parquet, a table of the import from then on."""
        self._copy(_sql(select), file, params)
        self.put_file(name, file)

    def make_file_unplaced(self, name: str, select: str, file: Path, **params: object) -> None:
        """Do the same where no row is asked for its place, which takes a third of the time.

        ``line`` is then 0.
        """
        self._copy(f"select * exclude (line) from ({_sql(select)})", file, params)
        rows = self._connection.read_parquet(str(file))
        rows.project("*, 0::bigint as line").create_view(name, replace=True)

    def rows(self, select: str, **params: object) -> pd.DataFrame:
        """Return the rows of a select of ``queries/facility``."""
        return self._run(_sql(select), params).df()

    def count(self, name: str) -> int:
        """Return how many rows a table of the import has."""
        return int(self._run(f"select count(*) from {name}", {}).fetchall()[0][0])

    def write(self, name: str, file: Path) -> None:
        """Write a table of the import into a Parquet file."""
        self._connection.table(name).write_parquet(str(file), compression="snappy")

    def _copy(self, sql: str, file: Path, params: Mapping[str, object]) -> None:
        """Write the rows of a statement as they are kept."""
        self._run(f"copy ({sql}) to $file ({WRITTEN})", {**params, "file": str(file)})

    def _run(self, sql: str, params: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        """Run a statement; UnreadRows where the file that its rows come from cannot be read."""
        with self._telling():
            return self._connection.execute(sql, params)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Say what DuckDB met: UnreadRows of the file, OSError of the disk that it writes on."""
        try:
            yield
        except (duckdb.InvalidInputException, duckdb.DataError) as fault:
            raise _unread(str(fault)) from fault
        except duckdb.IOException as fault:
            if str(self.aside) not in str(fault):
                raise UnreadRows("file.unread", os.strerror(errno.ENOENT)) from fault
            raise _disk(str(fault)) from fault
        except duckdb.OutOfMemoryException as fault:
            if OFFLOADED not in str(fault):
                raise UnreadRows("file.too_much", "") from fault
            raise _disk(str(fault)) from fault

    def _stage(self, rows: duckdb.DuckDBPyRelation, columns: Mapping[str, str]) -> None:
        """Write the texts aside by their names; a column that the file has not is empty."""
        staged = self.aside / "texts.parquet"
        with self._telling():
            rows.project(_texts(columns)).write_parquet(str(staged), compression="lz4")
        numbered = self._connection.read_parquet(str(staged), file_row_number=True)
        named = numbered.project("* rename (file_row_number as line)")
        named.create_view("facility_texts", replace=True)


@contextmanager
def opened(aside: Path) -> Iterator[Engine]:
    """Give an engine for one import."""
    engine = Engine(aside)
    try:
        yield engine
    finally:
        engine.close()


def _sql(select: str) -> str:
    """Return the statement of a select of ``queries/facility``."""
    return queries.read(SELECTS / f"{select}.sql").sql


def _texts(columns: Mapping[str, str]) -> str:
    """Return the columns of ``facility_texts`` as a projection; one the file has not is empty."""
    return ", ".join(
        f'cast("{columns[one]}" as varchar) as {one}'
        if one in columns
        else f"null::varchar as {one}"
        for one in TEXTS
    )


def _unread(told: str) -> UnreadRows:
    """Return what DuckDB met in a file: it names the row of a CSV."""
    found = ROW.search(told)
    if found:
        rule = "row.cells" if CELLS in told else "row.quotes"
        return UnreadRows(rule, "", int(found[1]))
    return UnreadRows("file.damaged", told.partition("\n")[0])


def _disk(told: str) -> OSError:
    """Return what DuckDB met on the disk; without a number there was no room."""
    found = ERRNO.search(told)
    number = int(found[1]) if found else errno.ENOSPC
    return OSError(number, os.strerror(number))
