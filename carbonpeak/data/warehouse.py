"""The warehouse: an in-memory DuckDB with every table of the catalogue, typed, checked and locked.

After loading, files and network are closed to SQL and the configuration is locked; each call gets a
cursor of its own, because one connection shared by threads mixes up answers. Sums that every page
needs anew are kept as tables too: the selects in ``queries/summaries``, run once after loading, in
the order of their names.
"""

import threading
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from carbonpeak.data import catalogue
from carbonpeak.data.catalogue import Catalogue, Field, Table

SUMMARIES = catalogue.ROOT / "queries" / "summaries"
TYPES = {"string": "varchar", "integer": "integer", "number": "double", "boolean": "boolean"}
CSV_DIALECT = "header = true, delim = ',', quote = '\"', escape = '\"'"
# A query of ours takes milliseconds; one that runs this long is a mistake and is ended.
TIME_LIMIT_S = 20.0


class WarehouseError(Exception):
    """A table cannot be loaded or a query ran too long; the message names file, column, rows."""


class Warehouse:
    """All tables of a data folder, ready to be asked."""

    def __init__(self, data: Path = catalogue.DATA, summaries: Path = SUMMARIES) -> None:
        """Load and check every table; CatalogueError or WarehouseError says what is wrong."""
        self.catalogue: Catalogue = catalogue.load(data)
        self._connection = duckdb.connect(":memory:")
        for table in self.catalogue.tables:
            _load(self._connection, table, data / table.path)
        for file in sorted(summaries.glob("*.sql")):
            self._connection.execute(
                f"create table {file.stem} as {file.read_text(encoding='utf-8')}"
            )
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def rows(self, sql: str, params: dict[str, Any] | None = None) -> pd.DataFrame:
        """Return the rows of one select with its ``$name`` parameters; an error after 20 s."""
        with self._connection.cursor() as cursor:
            timer = threading.Timer(TIME_LIMIT_S, cursor.interrupt)
            timer.start()
            try:
                return cursor.execute(sql, params or {}).df()
            except duckdb.InterruptException:
                raise WarehouseError(
                    f"The query ran longer than {TIME_LIMIT_S:.0f} s and was ended."
                ) from None
            finally:
                timer.cancel()

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()


def _load(connection: duckdb.DuckDBPyConnection, table: Table, file: Path) -> None:
    if not file.is_file():
        raise WarehouseError(
            f"{file}: the table file is missing. Restore it from the repository or run `make data`."
        )
    try:
        connection.execute(
            f"create table {table.name} as {_select(connection, table, file)}", {"file": str(file)}
        )
    except duckdb.Error as fault:
        first_line = str(fault).strip().splitlines()[0]
        raise WarehouseError(
            f"{file}: cannot be read as declared ({first_line}). Run `make data`."
        ) from fault
    _check(connection, table, file)


def _select(connection: duckdb.DuckDBPyConnection, table: Table, file: Path) -> str:
    if table.format == "csv":
        # The names come from the file, to be held against the declared ones below.
        reader = f"read_csv($file, all_varchar = true, {CSV_DIALECT})"
    else:
        reader = "read_parquet($file)"
    found = [
        row[0]
        for row in connection.execute(
            f"describe select * from {reader}", {"file": str(file)}
        ).fetchall()
    ]
    expected = [field.name for field in table.fields]
    if found != expected:
        raise WarehouseError(f"{file}: columns {found} instead of {expected}. Run `make data`.")
    _check_types(connection, table, file, reader)
    casts = ", ".join(
        f"cast({field.name} as {TYPES[field.type]}) as {field.name}" for field in table.fields
    )
    return f"select {casts} from {reader}"


def _check_types(
    connection: duckdb.DuckDBPyConnection, table: Table, file: Path, reader: str
) -> None:
    wrong = {field.name: (_is_wrong(field), f"is not {field.type}") for field in table.fields}
    _refuse_any(connection, reader, wrong, file, {"file": str(file)})


def _is_wrong(field: Field) -> str:
    """Return the SQL for a cell that is filled and not of its type; no fraction is an integer."""
    value = f"try_cast({field.name} as {TYPES[field.type]})"
    wrong = f"{value} is null"
    if field.type == "integer":
        wrong += f" or try_cast({field.name} as double) <> {value}"
    if field.type == "number":
        wrong += f" or not isfinite({value})"
    return f"{field.name} is not null and ({wrong})"


def _check(connection: duckdb.DuckDBPyConnection, table: Table, file: Path) -> None:
    empty = {
        field.name: (f"{field.name} is null", "is empty")
        for field in table.fields
        if field.required
    }
    _refuse_any(connection, table.name, empty, file, {})
    key = ", ".join(table.key)
    repeated = (
        f"select * from {table.name} "
        f"qualify count(*) over (partition by {key}) > 1 order by {key} limit 3"
    )
    _refuse(connection.execute(repeated).df(), file, key, "is not unique")
    count = connection.table(table.name).shape[0]
    if count != table.row_count:
        raise WarehouseError(
            f"{file}: {count} rows instead of {table.row_count}; "
            "the file is cut short or was edited. Run `make data`."
        )


def _refuse_any(
    connection: duckdb.DuckDBPyConnection,
    rows: str,
    faults: dict[str, tuple[str, str]],
    file: Path,
    params: dict[str, str],
) -> None:
    """WarehouseError for the first column with rows at fault; one look is enough if there is none.

    ``faults`` gives by column the SQL of a row at fault and the words for it.
    """
    anywhere = " or ".join(f"({condition})" for condition, _ in faults.values())
    if not connection.execute(f"select 1 from {rows} where {anywhere} limit 1", params).fetchall():
        return
    for column, (condition, why) in faults.items():
        sql = f"select * from {rows} where {condition} limit 3"
        _refuse(connection.execute(sql, params).df(), file, column, why)


def _refuse(bad: pd.DataFrame, file: Path, column: str, why: str) -> None:
    if len(bad):
        raise WarehouseError(
            f"{file}, column {column}: {why}. First rows:\n{bad.to_string(index=False)}"
        )
