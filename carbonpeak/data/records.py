"""The records of a store as tables of the warehouse: read once, and extended as entries come.

No row is altered, so what was read stays true. Only a made example is ever taken out: then all is
read anew, and what was made of the rows before is forgotten.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine

from carbonpeak.data import record_rows
from carbonpeak.data.faults import DataFault
from carbonpeak.data.text import Text
from carbonpeak.store import opening
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.seals import REMOVED
from carbonpeak.store.tables import AUDIT, DISCLOSED, RECORDS


class RecordsError(DataFault):
    """The store of records cannot be read; the message says why and what to do."""


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
                record_rows.bring(store, cursor, name, self._held.get(name), last)
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
