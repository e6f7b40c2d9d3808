"""The same tables give the same bytes, however many threads the machine has."""

from collections.abc import Iterator

import duckdb
import pytest

from carbonpeak.data import queries, warehouse
from carbonpeak.data.warehouse import Warehouse
from tests.data_layer.test_queries import PARAMS, READ
from tests.of_all import of_all

THREADS = (2, 8)


def connected(threads: int) -> object:
    """Return a way to connect as on a machine with this many processors."""
    real = duckdb.connect

    def connect(place: str) -> duckdb.DuckDBPyConnection:
        connection = real(place)
        connection.execute(f"set threads = {threads}")
        return connection

    return connect


@pytest.fixture(scope="module")
def machines() -> Iterator[list[Warehouse]]:
    """The shipped tables on machines with few and many processors."""
    with pytest.MonkeyPatch.context() as patched:
        found = []
        for threads in THREADS:
            patched.setattr(warehouse.duckdb, "connect", connected(threads))
            found.append(Warehouse())
    yield found
    for one in found:
        one.close()


@of_all("name", sorted(READ))
def test_an_answer_is_the_same_to_the_last_bit(machines: list[Warehouse], name: str) -> None:
    few, many = (queries.run(one, READ[name], PARAMS.get(name)) for one in machines)
    assert few.equals(many)
    assert queries.run(machines[1], READ[name], PARAMS.get(name)).equals(many)


def test_one_thread_adds_up(tiny: Warehouse) -> None:
    setting = tiny.rows("select current_setting('threads') as threads")
    assert setting["threads"].tolist() == [1]
