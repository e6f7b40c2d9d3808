"""The rows that count: of each key the one that came last."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, select

# More values than this are not listed in a statement: all rows are read instead.
MOST_LISTED = 500


def newest(table: Table, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Return the statement that selects the newest row of each key.

    ``conditions`` are on columns that never change for a key.
    """
    by = [one for one in table.primary_key if one.name != "number"]
    place = func.row_number().over(partition_by=by, order_by=table.c.number.desc())
    inner = select(table, place.label("place")).where(*conditions).subquery()
    return select(*(inner.c[one.name] for one in table.c)).where(inner.c.place == 1)


def rows(
    connection: Connection, table: Table, *conditions: ColumnElement[bool]
) -> Sequence[RowMapping]:
    """Return the newest row of each key as above."""
    return connection.execute(newest(table, *conditions)).mappings().all()


def row(connection: Connection, table: Table, column: str, value: str) -> RowMapping | None:
    """Return the newest row with a value in a column of the key, None where there is none."""
    found = rows(connection, table, table.c[column] == value)
    return found[0] if found else None


def by(
    connection: Connection, table: Table, column: str, values: Collection[str]
) -> dict[str, RowMapping]:
    """Return the newest rows of a key of one column by it, for the values given."""
    wanted = frozenset(values)
    found = rows(connection, table, *among(table, column, wanted))
    return {str(one[column]): one for one in found if one[column] in wanted}


def among(table: Table, column: str, values: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """Give the condition that a column has one of these values; none where they are too many."""
    if len(values) <= MOST_LISTED:
        yield table.c[column].in_(sorted(values))
