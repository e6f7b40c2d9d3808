"""The queries held to the tables before anybody asks: each is prepared, none is run.

Tables are made without rows, by the columns and types of the catalogue, which is all a statement
can be wrong about; so no table is loaded and a summary costs nothing.
"""

from collections.abc import Mapping
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from carbonpeak.data import queries, record_tables, warehouse
from carbonpeak.data.catalogue import Catalogue
from carbonpeak.data.facility.declared import STAGED
from carbonpeak.data.faults import said
from carbonpeak.data.given import GIVEN
from carbonpeak.data.queries import FOLDER, Query, QueryFileError
from carbonpeak.data.text import Text

NAMES = "names.txt"
SUMMARIES = "summaries"
KEPT_ANSWERS = 4


def require(tables: Catalogue, folder: Path = FOLDER) -> None:
    """Hold every query, check and summary to its header and to the tables.

    QueryFileError says everything that does not fit, one line each.
    """
    read, faults = _read(folder)
    faults += _prepared(_columns(tables), tuple(read.items()))
    if faults:
        zh, en = (
            "\n".join(lines) for lines in zip(*((one.zh, one.en) for one in faults), strict=True)
        )
        raise QueryFileError(Text(zh, en))


def _read(folder: Path) -> tuple[dict[str, Query], list[Text]]:
    """Return the queries by their place below the folder, and what is wrong with the files."""
    listed = _listed(folder)
    there = {
        file.relative_to(folder).with_suffix("").as_posix(): file
        for file in sorted(folder.rglob("*.sql"))
    }
    faults = [said("query.gone", name=name) for name in sorted(listed - set(there))]
    faults += [said("query.extra", name=name) for name in sorted(set(there) - listed)]
    read: dict[str, Query] = {}
    for name in sorted(listed & set(there)):
        try:
            read[name] = queries.read(there[name])
        except QueryFileError as fault:
            faults.append(fault.text)
    return read, faults


def _listed(folder: Path) -> set[str]:
    try:
        names = (folder / NAMES).read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        names = []
    if not names:
        raise QueryFileError(said("query.none"))
    return set(names)


def _columns(tables: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return the tables by name with their columns as SQL makes them."""
    typed = {
        table.name: {one.name: warehouse.TYPES[one.type] for one in table.fields}
        for table in tables.tables
    }
    every = {**typed, **GIVEN, **STAGED, **record_tables.TYPES}
    return tuple(
        (name, ", ".join(f"{column} {kind}" for column, kind in types.items()))
        for name, types in every.items()
    )


@lru_cache(maxsize=KEPT_ANSWERS)
def _prepared(
    tables: tuple[tuple[str, str], ...], read: tuple[tuple[str, Query], ...]
) -> tuple[Text, ...]:
    """Return what does not fit; versions mostly have the same columns: the answer is kept."""
    with warehouse.locked(()) as connection:
        for name, columns in tables:
            connection.execute(f"create table {name} ({columns})")
        known = dict(read)
        try:
            order = _in_order(known)
        except CycleError as fault:
            return (said("query.circle", names=", ".join(fault.args[1])),)
        found = (_prepare(connection, name, known[name]) for name in order)
        return tuple(fault for fault in found if fault)


def _in_order(read: Mapping[str, Query]) -> list[str]:
    """Return the names, summaries before those that need them."""
    needs = {
        name: [f"{SUMMARIES}/{one}" for one in query.tables if f"{SUMMARIES}/{one}" in read]
        for name, query in read.items()
    }
    return list(TopologicalSorter(needs).static_order())


def _prepare(connection: duckdb.DuckDBPyConnection, name: str, query: Query) -> Text | None:
    """Return what is wrong with a statement on these tables; a summary is one of them from then."""
    try:
        nothing = {param.name: None for param in query.params}
        rows = connection.execute(f"describe {query.sql}", nothing).fetchall()
        if name.startswith(f"{SUMMARIES}/"):
            connection.execute(f"create view {query.name} as {query.sql}")
    except duckdb.Error as fault:
        return said("query.unfit", name=name, why=str(fault).strip().splitlines()[0])
    found = tuple(row[0] for row in rows)
    if found == query.columns():
        return None
    facts = {"found": ", ".join(found), "declared": ", ".join(query.columns())}
    return said("query.columns", name=name, **facts)
