"""How things come onto the register: all of them held to the rules, then kept in one deed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine, Table

from carbonpeak.data.dataset import Dataset
from carbonpeak.reporting import people
from carbonpeak.reporting.deeds import Note, Row, deed, keep
from carbonpeak.reporting.faults import Fault, ReportingError
from carbonpeak.reporting.reference import Reference, reference
from carbonpeak.store.actors import Actor

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Register(Generic[Thing]):
    """What is wrong with things of a kind, and how they are kept where nothing is."""

    faults: Callable[[Connection, Actor, Reference, Sequence[Thing]], Iterator[Fault]]
    put: Callable[[Connection, Actor, Sequence[Thing], str], int]


@dataclass(frozen=True)
class Filing:
    """Where things of a kind lie: their table, its key, what the audit calls the deed and them."""

    table: Table
    key: str
    action: str
    plural: str


def kept(
    connection: Connection, actor: Actor, filing: Filing, rows: Sequence[Row], why: str
) -> int:
    """Keep rows of a kind in one entry, which names the one or counts them; return its number."""
    count = len(rows)
    subject = str(rows[0][filing.key]) if count == 1 else f"{count} {filing.plural}"
    note = Note(filing.action, subject, why, {filing.plural: count})
    return keep(connection, actor, note, {filing.table: rows})


def register(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: Register[Thing],
    things: Sequence[Thing],
    why: str,
) -> int:
    """Keep all things in one deed; ReportingError says the first fault, and then none is kept."""
    person = people.require_named(actor)
    with deed(engine) as connection:
        first = next(kind.faults(connection, person, reference(data), things), None)
        if first is not None:
            raise ReportingError(first.text)
        return kind.put(connection, person, things, why)
