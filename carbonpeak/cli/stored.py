"""The store of a command: where it is, opened and given back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine

from carbonpeak.data.catalogue import DATA
from carbonpeak.data.own_versions import OWN
from carbonpeak.store import opening


def own() -> Path:
    """Return the folder of own data, beside which the store of this machine lies."""
    return DATA / OWN


def place() -> URL:
    """Return where the store is; StoreFault where what is set is no address."""
    return opening.address(own())


def is_made() -> bool:
    """Return whether there is a store."""
    return opening.is_made(place())


@contextmanager
def closed(engine: Engine) -> Iterator[Engine]:
    """Give a store and leave no connection to it open."""
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def opened() -> Iterator[Engine]:
    """Give the store, made and brought to the newest step where it is not; StoreFault."""
    with closed(opening.open_store(place())) as engine:
        yield engine
