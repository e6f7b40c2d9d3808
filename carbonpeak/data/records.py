"""The records of a store as tables of the warehouse: read once, and extended as entries come.

A row bears the ``number`` of the entry it came with, and no row is altered. Here each gets the
number of the entry that brought the next row of its key, ``until``: as of an entry ``$number``
those rows count with ``number <= $number and until > $number``, which is true for ever. Only a made
example is ever taken out: then all is read anew, and what was made of the rows before is forgotten.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa
import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine

from carbonpeak.data.catalogue import Field, FieldType, Table
from carbonpeak.data.faults import DataFault
from carbonpeak.data.scope import HELD, Scope
from carbonpeak.data.text import Text
from carbonpeak.store import opening
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.seals import REMOVED
from carbonpeak.store.tables import AUDIT, DISCLOSED, MOVES, RECORDS, REPORTS

PREFIX = "reporting_"
MOST_AT_ONCE = 50_000
NOT_SAID = Text("", "")
# The entry that ends a row which none has followed.
OPEN = 2**62
# What rows follow each other by, where it is not the whole key but the number.
UNTIL, OF_REVISION = "until", "revision_until"
FOLLOWED: Mapping[sa.Table, Mapping[str, tuple[str, ...]]] = {
    **{
        table: {UNTIL: ("report_id",), OF_REVISION: ("report_id", "revision")}
        for table in (REPORTS, MOVES)
    },
    DISCLOSED: {UNTIL: ("report_id",)},
}
# By the types of the store: those of the catalogue, of DuckDB and of Arrow.
KINDS: tuple[tuple[type, FieldType, str, pa.DataType], ...] = (
    (sa.Boolean, "boolean", "boolean", pa.bool_()),
    (sa.BigInteger, "integer", "bigint", pa.int64()),
    (sa.Integer, "integer", "integer", pa.int32()),
    (sa.Double, "number", "double", pa.float64()),
    (sa.Text, "string", "varchar", pa.string()),
)


class RecordsError(DataFault):
    """The store of records cannot be read; the message says why and what to do."""


def name_of(column: "sa.Column[object]") -> str:
    """Return what a column is called in statements: DuckDB keeps the word ``at`` for itself."""
    return "moment" if column.name == "at" else column.name


def declared(table: sa.Table) -> Table:
    """Return a table of the store as the catalogue declares one, with whose rows they are."""
    names = {column.name for column in table.columns}
    places = (("region", "region_code"), ("company", "company_id"))
    return Table(
        f"{PREFIX}{table.name}",
        NOT_SAID,
        tuple(
            Field(name_of(column), _kind(column)[1], "", NOT_SAID, not column.nullable)
            for column in table.columns
        ),
        tuple(column.name for column in table.primary_key),
        restricted=() if table is DISCLOSED else tuple(p for p in places if p[1] in names),
    )


def _kind(column: "sa.Column[object]") -> tuple[type, FieldType, str, pa.DataType]:
    return next(kind for kind in KINDS if isinstance(column.type, kind[0]))


def followed(table: sa.Table) -> Mapping[str, tuple[str, ...]]:
    """Return by what the rows of a table follow each other, for each column that says how long."""
    key = tuple(column.name for column in table.primary_key if column.name != "number")
    return FOLLOWED.get(table, {UNTIL: key})


def types(table: sa.Table) -> dict[str, str]:
    """Return the columns of a table in statements, with their types in SQL."""
    own = {name_of(column): _kind(column)[2] for column in table.columns}
    return {**own, **dict.fromkeys(followed(table), "bigint")}


TABLES: Mapping[str, Table] = {f"{PREFIX}{table.name}": declared(table) for table in RECORDS}
# Columns and types in SQL by the name of the table.
TYPES = {f"{PREFIX}{table.name}": types(table) for table in RECORDS}
STORED = {f"{PREFIX}{table.name}": table for table in RECORDS}


def named_in(sql: str) -> list[str]:
    """Return the tables of records that a statement may read."""
    lowered = sql.lower()
    return [name for name in TABLES if name in lowered] if PREFIX in lowered else []


def view(name: str, scope: Scope) -> str:
    """Return the select of the rows that a scope sees of a table of records."""
    table = TABLES[name]
    return scope.view(table) if table.restricted else f"select * from {HELD}{table.name}"


@dataclass(frozen=True)
class _Seen:
    """How far the audit was looked through: its last entry, and what that means for records."""

    head: int = 0
    newest: int = 0
    removal: int = 0


class Records:
    """What a store holds, within one process; any number of threads may ask."""

    def __init__(self, address: Callable[[], URL]) -> None:
        """Hold where the store is; it is looked at when records are asked for, never made."""
        self._address = address
        self._lock = threading.RLock()
        self._engine: Engine | None = None
        self._seen = _Seen()
        # Up to which entry the rows of each table lie in the warehouse, and since which removal.
        self._held: dict[str, int] = {}
        self._since = 0

    def newest(self) -> int:
        """Return the number of the last entry that changed records, 0 without any.

        RecordsError where there is a store that cannot be read.
        """
        return self._look().newest

    @property
    def removal(self) -> int:
        """The entry by which a made example was last taken out, as far as looked; 0 for none."""
        return self._seen.removal

    def provide(
        self, connection: duckdb.DuckDBPyConnection, names: Iterable[str], number: int | None
    ) -> None:
        """Have the rows of tables up to an entry (of all without one) in the warehouse.

        RecordsError as above.
        """
        with self._lock:
            if not self._lacks(names, number):
                return
            seen = self._look()
            if self._since != seen.removal:
                self._held, self._since = {}, seen.removal
            lacking = [name for name in names if self._held.get(name, -1) < seen.newest]
            if lacking:
                self._load(connection, lacking, seen.newest)

    def _lacks(self, names: Iterable[str], number: int | None) -> bool:
        if self._since != self._seen.removal or number is None:
            return True
        return any(self._held.get(name, -1) < number for name in names)

    def close(self) -> None:
        """Give the connections back."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
            self._engine = None

    def _look(self) -> _Seen:
        with self._lock, self._reading() as store:
            if store is not None:
                self._seen = _looked(store, self._seen)
            return self._seen

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """Give one state of the store, None where there is none that holds records."""
        try:
            engine = self._opened()
            if engine is None:
                yield None
                return
            with opening.reading(engine) as store:
                yield store
        except StoreFault as fault:
            raise RecordsError(Text(fault.said["zh"], fault.said["en"])) from fault

    def _opened(self) -> Engine | None:
        if self._engine is None:
            url = self._address()
            if not opening.is_made(url):
                return None
            engine = opening.connect(url)
            with opening.saying_faults(engine):
                # A store of an older step has an audit alone, a database of others nothing.
                if not sa.inspect(engine).has_table(DISCLOSED.name):
                    engine.dispose()
                    return None
            self._engine = engine
        return self._engine

    def _load(self, connection: duckdb.DuckDBPyConnection, names: Iterable[str], last: int) -> None:
        """Bring the rows over that came since; they are seen whole or not at all."""
        with self._reading() as store, connection.cursor() as cursor:
            cursor.begin()
            for name in names:
                held = self._held.get(name)
                _stage(cursor, name, _rows(store, STORED[name], held or 0, last) if store else ())
                _take_in(cursor, name, is_new=held is None)
            cursor.commit()
        self._held |= dict.fromkeys(names, last)


def _looked(store: Connection, seen: _Seen) -> _Seen:
    """Return how far the store has come; the audit is read from where it was left."""
    number = sa.select(sa.func.max(AUDIT.c.number))
    head = store.execute(number).scalar() or 0
    if head == seen.head:
        return seen
    removed = number.where(AUDIT.c.number > seen.head, AUDIT.c.action == REMOVED)
    removal = max(seen.removal, store.execute(removed).scalar() or 0)
    last = (
        store.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0 for table in RECORDS
    )
    return _Seen(head, max(removal, *last), removal)


def _stage(cursor: duckdb.DuckDBPyConnection, name: str, parts: Iterable[pa.Table]) -> None:
    """Lay rows where this cursor alone sees them."""
    columns = (name_of(column) for column in STORED[name].columns)
    typed = ", ".join(f"{column} {TYPES[name][column]}" for column in columns)
    cursor.execute(f"create or replace temp table staged ({typed})")
    for rows in parts:
        cursor.register("incoming", rows)
        cursor.execute("insert into staged from incoming")


def _take_in(cursor: duckdb.DuckDBPyConnection, name: str, is_new: bool) -> None:
    """Put staged rows beside those that are held, and say until when each counts."""
    ends = ", ".join(
        f"lead(number, 1, {OPEN}) over (partition by {', '.join(key)} order by number) as {until}"
        for until, key in followed(STORED[name]).items()
    )
    select = f"select *, {ends} from staged"
    if is_new:
        cursor.execute(f"create or replace table {HELD}{name} as {select}")
        return
    for until, key in followed(STORED[name]).items():
        alike = " and ".join(f"{HELD}{name}.{one} = next.{one}" for one in key)
        listed = ", ".join(key)
        cursor.execute(
            f"update {HELD}{name} set {until} = next.number "
            f"from (select {listed}, min(number) as number from staged group by {listed}) as next "
            f"where {alike} and {until} = {OPEN}"
        )
    cursor.execute(f"insert into {HELD}{name} {select}")


def _rows(store: Connection, table: sa.Table, after: int, last: int) -> Iterator[pa.Table]:
    """Give the rows of a table that came after an entry and up to another, part by part."""
    wanted = sa.select(table).where(table.c.number > after, table.c.number <= last)
    with closing(store.execute(wanted)) as found:
        # Past the rows of SQLAlchemy, which take as long to make as all the rest.
        while found.cursor is not None and (part := found.cursor.fetchmany(MOST_AT_ONCE)):
            columns = zip(table.columns, zip(*part, strict=True), strict=True)
            yield pa.table({column.name: _array(column, values) for column, values in columns})


def _array(column: "sa.Column[object]", values: tuple[object, ...]) -> pa.Array:
    """Return the values of a column; SQLite keeps what is true as 1."""
    kind = _kind(column)[3]
    return pa.array(values).cast(kind) if kind == pa.bool_() else pa.array(values, kind)
