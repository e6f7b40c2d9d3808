"""The warehouse: an in-memory DuckDB with the tables of the catalogue, typed, checked and locked.

A table is loaded and checked when a statement first needs it, and kept; the sums that every page
needs are tables too: the selects in ``queries/summaries``. ``load_all`` loads the rest.

Files and network are closed to SQL and the configuration is locked from the start. So the files
are read by a second DuckDB, whose only SQL is written here and which may open the declared files
and no others; their rows come over as Arrow. To let the first DuckDB open the declared files
(``allowed_paths``) would save that copy, about a tenth of a second for all tables, but then any
statement could read them, unchecked, by their paths.

Each call gets a cursor of its own, because one connection shared by threads mixes up answers.
"""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa
from cachetools import LRUCache
from sqlalchemy import URL

from carbonpeak.data import catalogue, places, publishing, record_tables
from carbonpeak.data.catalogue import Catalogue, CatalogueError, Field, Table, Text
from carbonpeak.data.faults import DataFault, said
from carbonpeak.data.records import Records
from carbonpeak.data.scope import HELD, PUBLIC, Scope

SUMMARIES = catalogue.ROOT / "queries" / "summaries"
TYPES = {"string": "varchar", "integer": "integer", "number": "double", "boolean": "boolean"}
NO_TABLE = re.compile(r"Catalog Error: Table with name (\w+) does not exist!")
CSV_DIALECT = "header = true, delim = ',', quote = '\"', escape = '\"'"
Made = TypeVar("Made")
STATEMENT = said("asker.statement")
# A query of ours takes milliseconds; one that runs this long is a mistake and is ended.
TIME_LIMIT_S = 20.0
# Tables that were found faultless, by all that is declared of them, the checksum of their rows with
# it: of two versions most tables are the same, and what holds once holds.
_FAULTLESS: LRUCache[Table, bool] = LRUCache(1_000)
_NOTING = threading.Lock()
# Figures are made of hundreds of rows, cell by cell: words that are Python's own are handed out at
# once, while each one of an Arrow array is made anew. A fifth of the time of all figures.
pd.set_option("mode.string_storage", "python")


class WarehouseError(DataFault):
    """A table cannot be had or a query ran too long; the message says which and what to do.

    ``table`` is the name of the table or summary, None where it is not about one.
    """

    def __init__(self, words: Text, table: str | None = None) -> None:
        """Keep the sentence and the table it is about."""
        super().__init__(words)
        self.table = table


class Warehouse:
    """All tables of a data folder, ready to be asked."""

    def __init__(
        self,
        data: Path = catalogue.DATA,
        summaries: Path = SUMMARIES,
        store: Callable[[], URL] | None = None,
    ) -> None:
        """Read the catalogue and hold every file to its checksum.

        ``store`` gives the address of the records, else it is the one that goes with the folder.
        CatalogueError or WarehouseError says what is wrong.
        """
        self.records = Records(store or partial(places.store, data))
        self.folder = data
        folder, self.catalogue, altered = _opened(data)
        self._files = {_kept_as(one): (one, folder / one.path) for one in self.catalogue.tables}
        self._restricted = [one for one in self.catalogue.tables if one.restricted]
        self._summaries = {file.stem: file for file in sorted(summaries.glob("*.sql"))}
        self._loaded: set[str] = set()
        self._loading = threading.RLock()
        self._asked = threading.Condition()
        self._asking = 0
        self._reader = locked(file for _, file in self._files.values())
        self._connection = locked(())
        for table in altered:
            # Loaded, a table at fault says which of its rows are wrong, if any are.
            self._provide(_kept_as(table), ())

    def load_all(self) -> None:
        """Load and check every table and make every summary; WarehouseError says what is wrong."""
        self._load_each((*self._files, *self._summaries))

    def load_changed(self, tables: Iterable[str]) -> None:
        """Load and check some tables and what is summed up from them, as above; the rest held."""
        changed = set(tables)
        reading = {name: file.read_text(encoding="utf-8") for name, file in self._summaries.items()}
        while more := {
            name
            for name, sql in reading.items()
            if name not in changed and any(one in sql for one in changed)
        }:
            changed |= more
        named = (*self._files, *self._summaries)
        self._load_each(one for one in named if one.removeprefix(HELD) in changed)

    def load_records(self) -> None:
        """Read all rows of the records that are there by now; RecordsError where they cannot be."""
        with self._cursor():
            self.records.provide(self._connection, record_tables.TABLES, None)

    def rows(
        self,
        sql: str,
        params: dict[str, Any] | None = None,
        asker: Text = STATEMENT,
        beside: Mapping[str, pd.DataFrame] | None = None,
        scope: Scope = PUBLIC,
    ) -> pd.DataFrame:
        """Return the rows of one select with its ``$name`` parameters; tables are loaded first.

        Of restricted tables it sees what the ``scope`` lets be seen.

        ``beside`` are frames that this statement alone sees as tables, by their names.
        WarehouseError where a table cannot be had, naming the ``asker``, or after 20 s.
        """
        with self._cursor() as cursor:
            for name, frame in (beside or {}).items():
                # To make a frame known takes as long as many a statement.
                if name in sql:
                    cursor.register(name, frame)
            self._let_see(cursor, sql, scope, asker, params)
            try:
                return self._with_tables(lambda: _rows(cursor, sql, params or {}), (asker,))
            except duckdb.BinderException as fault:
                raise WarehouseError(
                    said("statement.unfit", **_named(asker), why=_first_line(fault))
                ) from fault

    def whole(self, table: str, scope: Scope = PUBLIC) -> pa.Table:
        """Return all rows of a table that a scope sees, in no order, without an object for each.

        WarehouseError where it cannot be had.
        """
        with self._cursor() as cursor:
            sql = f"from {table}"
            self._let_see(cursor, sql, scope, STATEMENT)
            return self._with_tables(lambda: cursor.sql(sql).to_arrow_table(), (STATEMENT,))

    def close(self) -> None:
        """Give the memory back, once all that is being loaded or asked is there."""
        with self._asked:
            # DuckDB refuses to close what a thread asks; who asks from now on finds it closed.
            self._asked.wait_for(lambda: not self._asking)
            self.records.close()
            self._reader.close()
            self._connection.close()

    def _load_each(self, names: Iterable[str]) -> None:
        with self._cursor():
            for name in names:
                self._provide(name, ())

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor of its own; what holds one is waited for before all is closed."""
        with self._asked:
            self._asking += 1
        try:
            with self._connection.cursor() as cursor:
                yield cursor
        finally:
            with self._asked:
                self._asking -= 1
                self._asked.notify_all()

    def _let_see(
        self,
        cursor: duckdb.DuckDBPyConnection,
        sql: str,
        scope: Scope,
        asker: Text,
        params: dict[str, Any] | None = None,
    ) -> None:
        """Let a cursor see, under the names of restricted tables, the rows of a scope.

        There is no such name but for this cursor: a statement that comes another way finds none.
        """
        for table in self._restricted:
            if table.name in sql.lower():
                self._provide(f"{HELD}{table.name}", (asker,))
                cursor.execute(f"create temp view {table.name} as {scope.view(table)}")
        if names := record_tables.named_in(sql):
            self.records.provide(self._connection, names, (params or {}).get("number"))
            for name in names:
                cursor.execute(f"create temp view {name} as {record_tables.view(name, scope)}")

    def _with_tables(self, ask: Callable[[], Made], askers: tuple[Text, ...]) -> Made:
        """Return what ``ask`` returns, once the tables that DuckDB does not find are loaded.

        DuckDB itself says what is missing, so nothing is looked up where all tables are there. Its
        ``get_table_names`` cannot tell beforehand: it fails on a join ``using`` a column.
        """
        provided: set[str] = set()
        while True:
            try:
                return ask()
            except duckdb.CatalogException as fault:
                missing = NO_TABLE.match(str(fault))
                if missing is None or missing[1] in provided:
                    raise
                provided.add(missing[1])
            self._provide(missing[1].lower(), askers)

    def _provide(self, name: str, askers: tuple[Text, ...]) -> None:
        """Load a table or make a summary if none has; ``askers`` are what needs it, the last next.

        One lock around it all, held again for what a summary needs: each is loaded once.
        """
        with self._loading:
            if name in self._loaded:
                return
            if name in self._files:
                _load(self._reader, self._connection, *self._files[name])
            elif name in self._summaries and _summary(name) not in askers:
                self._summarise(name, askers)
            else:
                raise WarehouseError(said("table.lacking", table=name, **_named(askers[-1])), name)
            self._loaded.add(name)

    def _summarise(self, name: str, askers: tuple[Text, ...]) -> None:
        try:
            sql = f"create table {name} as {select_in(self._summaries[name])}"
            with self._connection.cursor() as cursor:
                self._with_tables(lambda: cursor.execute(sql), (*askers, _summary(name)))
        except (duckdb.Error, ValueError, OSError) as fault:
            why = str(fault).strip().splitlines()[0]
            raise WarehouseError(said("summary.unfit", name=name, why=why), name) from fault


def _kept_as(table: Table) -> str:
    """Return the name under which a table lies; nobody asks a restricted one by its own."""
    return f"{HELD}{table.name}" if table.restricted else table.name


def select_in(file: Path) -> str:
    """Return the text of a file that holds one select and nothing else; ValueError otherwise."""
    text = file.read_text(encoding="utf-8")
    if not _is_one_select(text):
        raise ValueError("a query file holds one select and nothing else")
    return text


@lru_cache(maxsize=1_000)
def _is_one_select(text: str) -> bool:
    statements = duckdb.extract_statements(text)
    return len(statements) == 1 and statements[0].type == duckdb.StatementType.SELECT


def locked(files: Iterable[Path]) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB that may open these files and nothing else, for good."""
    connection = duckdb.connect(":memory:")
    connection.execute("set allowed_paths = $files", {"files": [str(file) for file in files]})
    connection.execute("set enable_external_access = false")
    # A sum in another order differs in its last bit: one thread adds up in one order, so that the
    # same tables give the same bytes on every machine.
    connection.execute("set threads = 1")
    connection.execute("set lock_configuration = true")
    return connection


def _opened(data: Path) -> tuple[Path, Catalogue, list[Table]]:
    """Return folder, catalogue and the tables whose files are not the declared ones.

    Read again where a build took the place of what was being read.
    """
    while True:
        mark = publishing.mark(data)
        folder = mark[0]
        try:
            found = catalogue.load(folder)
            altered = [one for one in found.tables if not catalogue.is_declared(one, folder)]
        except CatalogueError:
            if publishing.mark(data) == mark:
                raise
            continue
        if not altered or publishing.mark(data) == mark:
            return folder, found, altered


def _rows(cursor: duckdb.DuckDBPyConnection, sql: str, params: dict[str, Any]) -> pd.DataFrame:
    timer = threading.Timer(TIME_LIMIT_S, cursor.interrupt)
    timer.start()
    try:
        return cursor.execute(sql, params).df()
    except duckdb.InterruptException:
        raise WarehouseError(said("statement.slow", limit_s=TIME_LIMIT_S)) from None
    finally:
        timer.cancel()


def _named(asker: Text) -> dict[str, str]:
    return {"asker": asker.en, "asker_zh": asker.zh}


def _summary(name: str) -> Text:
    return said("asker.summary", name=name)


def _first_line(fault: duckdb.Error) -> str:
    return str(fault).strip().splitlines()[0]


def _load(
    reader: duckdb.DuckDBPyConnection,
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    file: Path,
) -> None:
    """Bring a table over from its file; it is there for others once it is found faultless."""
    is_known = _is_known(table, file)
    rows = _read(reader, table, file, is_known)
    # What is not committed when the cursor closes was never there.
    with connection.cursor() as cursor:
        cursor.register("incoming", rows)
        cursor.begin()
        cursor.execute(f"create table {_kept_as(table)} as from incoming")
        if not is_known:
            _check(cursor, table)
        # After the rows are read: they are of the file that is declared, and of no other.
        if catalogue.checksum(file) != table.sha256:
            raise WarehouseError(said("table.altered", file=table.path), table.name)
        cursor.commit()
    with _NOTING:
        _FAULTLESS[table] = True


def _is_known(table: Table, file: Path) -> bool:
    """Return whether the rows of a file, as they are declared, were found faultless before."""
    with _NOTING:
        is_known = table in _FAULTLESS
    return is_known and file.is_file() and catalogue.checksum(file) == table.sha256


def _read(reader: duckdb.DuckDBPyConnection, table: Table, file: Path, is_known: bool) -> pa.Table:
    if not file.is_file():
        raise WarehouseError(said("table.missing", file=table.path), table.name)
    try:
        return reader.sql(_select(reader, table, file, is_known)).to_arrow_table()
    except duckdb.Error as fault:
        why = _first_line(fault).replace(str(file), table.path)
        raise WarehouseError(
            said("table.unreadable", file=table.path, why=why), table.name
        ) from fault


def _select(reader: duckdb.DuckDBPyConnection, table: Table, file: Path, is_known: bool) -> str:
    """Return the select of the typed rows of a file that has the columns and types declared."""
    reader.execute("set variable file = $file", {"file": str(file)})
    rows = "read_parquet(getvariable('file'))"
    if table.format == "csv":
        # The names come from the file, to be held against the declared ones below.
        rows = f"read_csv(getvariable('file'), all_varchar = true, {CSV_DIALECT})"
    if not is_known:
        _require_types(reader, rows, table)
    casts = ", ".join(
        f"cast({field.name} as {TYPES[field.type]}) as {field.name}" for field in table.fields
    )
    return f"select {casts} from {rows}"


def _require_types(reader: duckdb.DuckDBPyConnection, rows: str, table: Table) -> None:
    found = [row[0] for row in reader.execute(f"describe select * from {rows}").fetchall()]
    expected = [field.name for field in table.fields]
    if found != expected:
        raise WarehouseError(
            said("table.columns", file=table.path, found=found, expected=expected), table.name
        )
    wrong = {field.name: _is_wrong(field) for field in table.fields}
    _refuse_any(reader, rows, wrong, table, "table.is_not")


def _is_wrong(field: Field) -> str:
    """Return the SQL for a cell that is filled and not of its type; no fraction is an integer."""
    value = f"try_cast({field.name} as {TYPES[field.type]})"
    wrong = f"{value} is null"
    if field.type == "integer":
        wrong += f" or try_cast({field.name} as double) <> {value}"
    if field.type == "number":
        wrong += f" or not isfinite({value})"
    return f"{field.name} is not null and ({wrong})"


def _check(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    empty = {field.name: f"{field.name} is null" for field in table.fields if field.required}
    _refuse_any(connection, _kept_as(table), empty, table, "table.empty")
    key = ", ".join(table.key)
    counted = f"select count(*), count(distinct hash({key})) from {_kept_as(table)}"
    [(count, hashes)] = connection.execute(counted).fetchall()
    # As many hashes as rows: no key is repeated. This takes half the time of looking for them.
    if hashes < count:
        repeated = (
            f"select * from {_kept_as(table)} "
            f"qualify count(*) over (partition by {key}) > 1 order by {key} limit 3"
        )
        _refuse(connection.execute(repeated).df(), table, key, "table.not_unique")
    if count != table.row_count:
        facts = {"found": count, "expected": table.row_count}
        raise WarehouseError(said("table.rows", file=table.path, **facts), table.name)


def _refuse_any(
    connection: duckdb.DuckDBPyConnection,
    rows: str,
    faults: dict[str, str],
    table: Table,
    key: str,
) -> None:
    """WarehouseError for the first column with rows at fault; one look is enough if there is none.

    ``faults`` gives by column the SQL of a row at fault; ``key`` is the sentence that says it.
    """
    anywhere = " or ".join(f"({condition})" for condition in faults.values())
    if not connection.execute(f"select 1 from {rows} where {anywhere} limit 1").fetchall():
        return
    for column, condition in faults.items():
        sql = f"select * from {rows} where {condition} limit 3"
        _refuse(connection.execute(sql).df(), table, column, key)


def _refuse(bad: pd.DataFrame, table: Table, column: str, key: str) -> None:
    if len(bad):
        types = {field.name: field.type for field in table.fields}
        facts = {
            "column": column,
            "type": types.get(column, ""),
            "rows": bad.to_string(index=False),
        }
        raise WarehouseError(said(key, file=table.path, **facts), table.name)
