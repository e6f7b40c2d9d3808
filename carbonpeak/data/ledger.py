"""What differs between two versions of the tables: rows added, changed and removed, by key."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset

KINDS = ("added", "changed", "removed")
COUNTED = ["table", *KINDS]
TYPES = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
CELLS = ["table", "row", "kind", "column", "before", "after"]


def counts(before: Dataset, after: Dataset) -> pd.DataFrame:
    """Return how many rows of each table that differs were added, changed and removed.

    Columns ``table``, ``added``, ``changed``, ``removed``; a table of one version alone has all
    its rows added or removed.
    """
    found = []
    for name in _different(before, after):
        tally = _tally(before, after, name)
        found.append([name, *(int(tally.get(kind, 0)) for kind in KINDS)])
    return pd.DataFrame(found, columns=COUNTED)


def cells(before: Dataset, after: Dataset, name: str) -> pd.DataFrame:
    """Return what differs in a table, one row for each cell; KeyError where neither has it.

    Columns ``table``, ``row`` (its key in words), ``kind``, ``column``, ``before``, ``after`` as
    texts; a row that was added or removed has one line, without a column.
    """
    rows = _kinds(before, after, name)
    columns = _columns(_table(before, after, name))
    lines = [line for row in rows.to_dict("records") for line in _lines(name, row, columns)]
    return pd.DataFrame(lines, columns=CELLS)


def _lines(name: str, row: Mapping[Any, Any], columns: list[str]) -> list[list[object]]:
    head = [name, row["row"], row["kind"]]
    if row["kind"] != "changed":
        return [[*head, None, None, None]]
    return [
        [*head, one, row[f"before_{one}"], row[f"after_{one}"]]
        for one in columns
        if row[f"is_other_{one}"]
    ]


def _different(before: Dataset, after: Dataset) -> list[str]:
    """Return the tables whose content is not the same, in the order of the catalogue."""
    old, new = (
        {table.name: table.sha256 for table in one.catalogue.tables} for one in (before, after)
    )
    return [name for name in {**new, **old} if old.get(name) != new.get(name)]


def _table(before: Dataset, after: Dataset, name: str) -> Table:
    try:
        return after.catalogue.table(name)
    except KeyError:
        return before.catalogue.table(name)


def _columns(table: Table) -> list[str]:
    return [field.name for field in table.fields if field.name not in table.key]


def _tally(before: Dataset, after: Dataset, name: str) -> dict[str, int]:
    """Return how many rows differ, by kind; nothing is put into words for it."""
    table = _table(before, after, name)
    # By its place: a table may have a column of that name.
    sql = f"select {_kind(table)} as kind, count(*) {_differing(table)} group by 1"
    return {str(kind): int(count) for kind, count in _asked(before, after, table, sql).to_numpy()}


def _kinds(before: Dataset, after: Dataset, name: str) -> pd.DataFrame:
    """Return the rows that differ with their key, kind, and every column before and after."""
    table = _table(before, after, name)
    return _asked(before, after, table, _sql(table))


def _asked(before: Dataset, after: Dataset, table: Table, sql: str) -> pd.DataFrame:
    with duckdb.connect(":memory:") as connection:
        for side, data in (("before", before), ("after", after)):
            connection.register(f"rows_{side}", _rows(data, table))
        return connection.execute(sql).df()


def _rows(data: Dataset, table: Table) -> pa.Table:
    """Return the rows of a table; none where a version has no such table, nulls for no column."""
    try:
        found = data.all_of(table.name)
    except KeyError:
        found = pa.table({})
    return pa.table(
        {
            field.name: found[field.name]
            if field.name in found.column_names
            else pa.nulls(len(found), TYPES[field.type])
            for field in table.fields
        }
    )


def _sql(table: Table) -> str:
    """Return the select of the rows that differ; every name in it comes from the catalogue."""
    columns = _columns(table)
    key = " || ' · ' || ".join(f"cast(coalesce(a.{one}, b.{one}) as varchar)" for one in table.key)
    sides = [
        f"cast({side}.{one} as varchar) as {name}_{one}"
        for one in columns
        for side, name in (("b", "before"), ("a", "after"))
    ]
    other = [f"b.{one} is distinct from a.{one} as is_other_{one}" for one in columns]
    selected = ", ".join([f"{key} as row", f"{_kind(table)} as kind", *sides, *other])
    return f"select {selected} {_differing(table)} order by 1"


def _kind(table: Table) -> str:
    """Return the SQL that says whether a row that differs was added, removed or changed."""
    first = table.key[0]
    return (
        f"case when b.{first} is null then 'added' "
        f"when a.{first} is null then 'removed' else 'changed' end"
    )


def _differing(table: Table) -> str:
    """Return the rest of a select of the rows that differ, before (b) beside after (a)."""
    first = table.key[0]
    same = " and ".join(f"b.{one} = a.{one}" for one in table.key)
    differs = " or ".join(
        [
            f"a.{first} is null or b.{first} is null",
            *(f"b.{one} is distinct from a.{one}" for one in _columns(table)),
        ]
    )
    return f"from rows_before b full join rows_after a on {same} where {differs}"
