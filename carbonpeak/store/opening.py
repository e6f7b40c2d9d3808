"""The way to the store: SQLite in a file beside the reader's own data, or any by its address."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from carbonpeak.store.faults import StoreFault

ADDRESS = "CARBONPEAK_STORE"
KINDS = ("sqlite", "postgresql")
# How long a writer waits for another one before it is told that the store is busy.
WAIT_S = 30
# How often it looks whether its turn has come, where SQLite does not.
LOOK_S = 0.01


def address(own: Path) -> URL:
    """Return where the store is: ``CARBONPEAK_STORE``, else a file in the folder of own data.

    Raises:
        StoreFault: the address is not one of SQLite or PostgreSQL.
    """
    given = os.environ.get(ADDRESS)
    return _known(given) if given else URL.create("sqlite", database=str(own / "store.sqlite"))


def _known(given: str) -> URL:
    try:
        url = make_url(given.replace("postgres://", "postgresql://", 1))
        kind = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise _unknown() from None
    if kind not in KINDS or (kind == "sqlite" and url.database in (None, "", ":memory:")):
        raise _unknown()
    return url.set(drivername="postgresql+psycopg") if kind == "postgresql" else url


def _unknown() -> StoreFault:
    # The address itself may hold a password: it is not repeated.
    return StoreFault(
        f"{ADDRESS} 不是可用的存储地址。请写作 sqlite:////文件路径 或 postgresql://用户@主机/库名。",
        f"{ADDRESS} is no address of a store. Write sqlite:////path/of/file or "
        "postgresql://user@host/database.",
    )


def is_made(url: URL) -> bool:
    """Return whether there may be something to read: a file that is not there is no store yet."""
    return url.get_backend_name() != "sqlite" or Path(str(url.database)).is_file()


def open_store(url: URL) -> Engine:
    """Return the store, made or brought to this program's tables where it is behind.

    Raises:
        StoreFault: it cannot be reached, is no database, or is of a newer program.
    """
    # What makes and changes tables takes long to load: only who opens a store waits for it.
    from carbonpeak.store import migrating

    engine = connect(url)
    is_ready = False
    try:
        with saying_faults(engine):
            migrating.migrate(engine)
        is_ready = True
    finally:
        if not is_ready:
            engine.dispose()
    return engine


def connect(url: URL) -> Engine:
    """Return the way to a store as it is; nothing is made but the folder of its file."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": WAIT_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """Keep what was acknowledged through a loss of power; readers do not wait for a writer."""
    connection.isolation_level = None
    _keep_log(connection)
    for line in ("synchronous = full", "foreign_keys = on"):
        connection.execute(f"pragma {line}")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Keep a log of what is written beside the file; who makes a file with others waits for them.

    SQLite waits for all but this change.
    """
    last = time.monotonic() + WAIT_S
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(LOOK_S)
        else:
            return


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: one that first read and then writes could only fail.
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("begin" if reads else "begin immediate")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that is kept whole when the block ends, or not at all."""
    with saying_faults(engine), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give one state of the store, whatever others write meanwhile."""
    with saying_faults(engine), engine.connect() as plain:
        options: dict[str, Any] = {"reads": True}
        if engine.dialect.name == "postgresql":
            options["isolation_level"] = "REPEATABLE READ"
        yield plain.execution_options(**options)


@contextmanager
def saying_faults(engine: Engine) -> Iterator[None]:
    """Turn a store that cannot be reached, is locked or is no database into a sentence."""
    try:
        yield
    except DatabaseError as fault:
        # What a rule of the tables refuses is another kind, and no fault of the store.
        is_no_database = type(fault.orig) is sqlite3.DatabaseError
        if not isinstance(fault, OperationalError) and not is_no_database:
            raise
        raise _unreachable(engine, str(fault.orig)) from fault


def _unreachable(engine: Engine, reason: str) -> StoreFault:
    where = engine.url.render_as_string(hide_password=True)
    return StoreFault(
        f"无法使用存储 {where}（{reason}）。请检查地址、权限和服务是否运行。",
        f"The store {where} cannot be used ({reason}). See that its address and rights are right "
        "and that it runs.",
    )
