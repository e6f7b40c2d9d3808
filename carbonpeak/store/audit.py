"""Who did what, when and why: a chain in which each entry holds the hash of the one before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from carbonpeak.store.tables import AUDIT

# What the first entry holds in place of the hash of one before.
FIRST = "0" * 64
TOLD = ("number", "at", "who", "action", "subject", "why", "detail", "before_hash")


@dataclass(frozen=True)
class Chain:
    """How many entries hold together, the hash of the last of them, and the first that does not.

    Entries cut off at the end leave a chain that holds: who wants to see that keeps ``entries``
    and ``head`` elsewhere.
    """

    entries: int
    head: str
    broken_at: int | None


def append(
    connection: Connection,
    who: str,
    action: str,
    subject: str,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> str:
    """Add one entry within the transaction of what was done; return its hash."""
    return str(_added(connection, who, action, subject, why, detail)["hash"])


def numbered(
    connection: Connection,
    who: str,
    action: str,
    subject: str,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Add one entry as above; return its number, which the rows that came with it carry."""
    return int(str(_added(connection, who, action, subject, why, detail)["number"]))


def _added(
    connection: Connection,
    who: str,
    action: str,
    subject: str,
    why: str,
    detail: Mapping[str, Any] | None,
) -> dict[str, object]:
    number, before = _last(connection)
    entry: dict[str, object] = {
        "number": number + 1,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "who": who,
        "action": action,
        "subject": subject,
        "why": why,
        "detail": json.dumps(detail or {}, ensure_ascii=False, sort_keys=True),
        "before_hash": before,
    }
    entry["hash"] = hash_of(entry)
    connection.execute(insert(AUDIT).values(entry))
    return entry


def take_turn(connection: Connection) -> None:
    """Let nobody else write until this transaction ends; SQLite's writers do so by themselves."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("lock table audit in exclusive mode")


def _last(connection: Connection) -> tuple[int, str]:
    """Return number and hash of the last entry; nobody adds another until this is kept."""
    take_turn(connection)
    last = select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    return (int(row.number), str(row.hash)) if row else (0, FIRST)


def hash_of(entry: Mapping[Any, Any]) -> str:
    """Return SHA-256 of all an entry tells, with the hash of the one before (hexadecimal)."""
    told = json.dumps([entry[name] for name in TOLD], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()


def entries(connection: Connection) -> Iterable[RowMapping]:
    """Return all entries, the oldest first."""
    return connection.execute(select(AUDIT).order_by(AUDIT.c.number)).mappings()


def verify(connection: Connection) -> Chain:
    """Reckon the chain anew; it breaks at an entry that was altered, put in or left out."""
    number, head = 0, FIRST
    for entry in entries(connection):
        follows = entry["number"] == number + 1 and entry["before_hash"] == head
        if not follows or entry["hash"] != hash_of(entry):
            return Chain(number, head, number + 1)
        number, head = number + 1, str(entry["hash"])
    return Chain(number, head, None)
