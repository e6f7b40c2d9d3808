"""What an entry of the audit says of the rows that came with it, so that they cannot be altered.

The chain holds the entries together; a seal in an entry holds its rows. A row that was altered, put
in or taken out behind the program's back is named by the number of its entry.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Boolean, Connection, Double, Table, select

from carbonpeak.store.tables import AUDIT, RECORDS

# In the detail of an entry: the seals by table, and whether its rows are those of a made example.
SEALS, MADE = "rows", "made"
# What the audit says where a made example is taken out, whole.
REMOVED = "example.remove"

Row = Mapping[Any, Any]


def told(added: Mapping[Table, Iterable[Row]]) -> dict[str, object]:
    """Return what the detail of an entry says of the rows that come with it; nothing of none."""
    kept = {table: list(rows) for table, rows in added.items()}
    sealed = {table.name: seal(table, rows) for table, rows in kept.items() if rows}
    made = {bool(row["is_made"]) for rows in kept.values() for row in rows}
    return {SEALS: sealed, MADE: True in made} if sealed else {}


def seal(table: Table, rows: Iterable[Row]) -> str:
    """Return the SHA-256 of rows of a table, in whatever order they come (hexadecimal)."""
    columns = [one for one in table.columns if one.name != "number"]
    lines = sorted(
        json.dumps([_plain(one, row.get(one.name)) for one in columns], ensure_ascii=False)
        for row in rows
    )
    return sha256("\n".join(lines).encode()).hexdigest()


def _plain(column: Any, value: Any) -> Any:
    """Return a value as both kinds of store give it back."""
    if value is None:
        return None
    if isinstance(column.type, Boolean):
        return bool(value)
    return float(value) if isinstance(column.type, Double) else value


def broken_at(connection: Connection) -> int | None:
    """Return the number of the first entry whose rows are not those it came with, None without."""
    expected, removed = _expected(connection)
    found = dict(_found(connection))
    wrong = [key for key, one in found.items() if expected.get(key, (None, False))[0] != one]
    # What was made may have been taken out by a later entry.
    wrong += [
        key
        for key, (_, is_made) in expected.items()
        if key not in found and not (is_made and key[0] < removed)
    ]
    return min((number for number, _ in wrong), default=None)


Key = tuple[int, str]


def _expected(connection: Connection) -> tuple[dict[Key, tuple[str, bool]], int]:
    """Return the seals by entry and table, and the last entry that took an example out."""
    expected: dict[Key, tuple[str, bool]] = {}
    removed = 0
    for number, action, detail in connection.execute(
        select(AUDIT.c.number, AUDIT.c.action, AUDIT.c.detail)
    ):
        said = json.loads(detail)
        for name, one in said.get(SEALS, {}).items():
            expected[int(number), name] = (one, bool(said[MADE]))
        removed = int(number) if action == REMOVED else removed
    return expected, removed


def _found(connection: Connection) -> Iterator[tuple[Key, str]]:
    """Give the seals of the rows that there are, by entry and table."""
    for table in RECORDS:
        rows = connection.execute(select(table).order_by(table.c.number)).mappings()
        for number, own in groupby(rows, key=lambda row: int(row["number"])):
            yield (number, table.name), seal(table, own)
