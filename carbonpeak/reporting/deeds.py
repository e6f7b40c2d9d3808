"""One deed: one transaction, one entry of the audit, rows with its number."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert

from carbonpeak.store import audit, seals
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import writing

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Note:
    """What an entry of the audit tells of a deed."""

    action: str
    subject: str
    why: str = ""
    detail: Mapping[str, Any] | None = None


@contextmanager
def deed(engine: Engine) -> Iterator[Connection]:
    """Give a transaction in which nobody else writes: what it reads is so until it ends."""
    with writing(engine) as connection:
        audit.take_turn(connection)
        yield connection


def keep(
    connection: Connection, actor: Actor, note: Note, added: Mapping[Table, Iterable[Row]]
) -> int:
    """Add an entry, sealed over the rows that come with it, and the rows; return its number."""
    coming = {table: list(rows) for table, rows in added.items()}
    detail = {**(note.detail or {}), **seals.told(coming)}
    number = audit.numbered(
        connection, actor.name, note.action, note.subject, why=note.why, detail=detail
    )
    for table, rows in coming.items():
        numbered = [{**row, "number": number} for row in rows]
        if numbered:
            connection.execute(insert(table), numbered)
    return number


def now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


def moment(at: datetime | None) -> str:
    """Return a moment, or that it is now, as the store keeps it."""
    return (at or now()).astimezone(UTC).isoformat(timespec="milliseconds")
