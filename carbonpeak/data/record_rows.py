"""The rows of a store brought over into the warehouse, and what is reckoned of them there."""

from collections.abc import Iterable, Iterator
from contextlib import closing

import duckdb
import pyarrow as pa
import sqlalchemy as sa
from sqlalchemy import Connection

from carbonpeak.data.record_tables import (
    CARRIED,
    OPEN,
    STORED,
    TYPES,
    UNTIL,
    WITHIN,
    followed,
    kind_of,
    name_of,
)
from carbonpeak.data.scope import HELD

MOST_AT_ONCE = 50_000


def bring(
    store: Connection | None,
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    held: int | None,
    last: int,
) -> None:
    """Put the rows of a table that came after those held, up to an entry, beside them.

    ``held`` is up to which entry it is held; None: not at all. Without a store there are no rows.
    """
    _stage(cursor, name, _rows(store, STORED[name], held or 0, last) if store else ())
    _take_in(cursor, name, held)


def _stage(cursor: duckdb.DuckDBPyConnection, name: str, parts: Iterable[pa.Table]) -> None:
    """Lay rows where this cursor alone sees them."""
    columns = (name_of(column) for column in STORED[name].columns)
    typed = ", ".join(f"{column} {TYPES[name][column]}" for column in columns)
    cursor.execute(f"create or replace temp table staged ({typed})")
    for rows in parts:
        cursor.register("incoming", rows)
        cursor.execute("insert into staged from incoming")


def _take_in(cursor: duckdb.DuckDBPyConnection, name: str, held: int | None) -> None:
    """Put staged rows beside those that are held, and say until when each counts."""
    if held is None:
        # What still counts lies together, so that whoever asks for it passes over the rest unread.
        rows = f"{_reckoned(name, 'staged')} order by {UNTIL} desc, number"
        cursor.execute(f"create or replace table {HELD}{name} as {rows}")
        return
    for until, key in followed(STORED[name]).items():
        alike = " and ".join(f"{HELD}{name}.{one} = next.{one}" for one in key)
        listed = ", ".join(key)
        cursor.execute(
            f"update {HELD}{name} set {until} = next.number "
            f"from (select {listed}, min(number) as number from staged group by {listed}) as next "
            f"where {alike} and {until} = {OPEN}"
        )
    added = f"{_reckoned(name, _with_earlier(name))} qualify number > {held}"
    cursor.execute(f"insert into {HELD}{name} {added}")


def _reckoned(name: str, rows: str) -> str:
    """Return the select of rows with what is reckoned of them: until when, and how far so far."""
    table = STORED[name]
    ends = (
        f"lead(number, 1, {OPEN}) over (partition by {', '.join(key)} order by number) as {until}"
        for until, key in followed(table).items()
    )
    carried = [f"{sql} as {column}" for column, (_, sql) in CARRIED.get(table, {}).items()]
    select = f"select *, {', '.join((*ends, *carried))} from {rows}"
    within = f" window so_far as (partition by {', '.join(WITHIN)} order by number)"
    return select + (within if carried else "")


def _with_earlier(name: str) -> str:
    """Return the staged rows, beside the held ones that they carry on from."""
    if STORED[name] not in CARRIED:
        return "staged"
    own = ", ".join(name_of(column) for column in STORED[name].columns)
    held = f"select {own} from {HELD}{name} semi join staged using ({', '.join(WITHIN)})"
    return f"(from staged union all {held})"


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
    kind = kind_of(column)[3]
    return pa.array(values).cast(kind) if kind == pa.bool_() else pa.array(values, kind)
