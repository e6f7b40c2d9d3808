"""The rows that count: of each key the one that came last."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, func, select

# More values than this are not listed in a statement: all rows are read instead.
MOST_LISTED = 500


def rows(
    connection: Connection, table: Table, column: str = "", values: Collection[str] = ()
) -> Sequence[RowMapping]:
    """Return the newest row of each key, of all or of those with some values in a column.

    The ``column`` is one that never changes for a key. Of more than ``MOST_LISTED`` values the
    rows of all keys come.
    """
    if not column or len(values) > MOST_LISTED:
        return connection.execute(_newest(table, "")).mappings().all()
    listed = {"listed": sorted(values)}
    return connection.execute(_newest(table, column), listed).mappings().all()


def row(connection: Connection, table: Table, column: str, value: str) -> RowMapping | None:
    """Return the newest row with a value in a column of the key, None where there is none."""
    found = rows(connection, table, column, (value,))
    return found[0] if found else None


def by(
    connection: Connection, table: Table, column: str, values: Collection[str]
) -> dict[str, RowMapping]:
    """Return the newest rows of a key of one column by it, for the values given."""
    wanted = frozenset(values)
    found = rows(connection, table, column, wanted)
    return {str(one[column]): one for one in found if one[column] in wanted}


@cache
def _newest(table: Table, column: str) -> Select[Any]:
    """Return the statement; to write it anew takes fifteen times as long as to ask it."""
    keys = [one for one in table.primary_key if one.name != "number"]
    place = func.row_number().over(partition_by=keys, order_by=table.c.number.desc())
    every = select(table, place.label("place"))
    if column:
        every = every.where(table.c[column].in_(bindparam("listed", expanding=True)))
    inner = every.subquery()
    return select(*(inner.c[one.name] for one in table.c)).where(inner.c.place == 1)
