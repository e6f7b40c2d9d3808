from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from carbonpeak.store.opening import open_store
from tests.store import cluster


@pytest.fixture(scope="session")
def postgresql():
    with cluster.started() as address:
        yield address


def fresh_database(address):
    """Return the address of a new database of the cluster."""
    name = f"t{uuid4().hex}"
    whole = create_engine(address, isolation_level="AUTOCOMMIT")
    with whole.connect() as connection:
        connection.exec_driver_sql(f"create database {name}")
    whole.dispose()
    return make_url(address).set(database=name)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request, tmp_path):
    """Give a function that names a store that is not made yet; each test runs on both kinds."""
    if request.param == "sqlite":
        return lambda: make_url(f"sqlite:///{tmp_path}/{uuid4().hex}.sqlite")
    address = request.getfixturevalue("postgresql")
    return lambda: fresh_database(address)


@pytest.fixture
def new_store(new_url):
    engines = []

    def made():
        engines.append(open_store(new_url()))
        return engines[-1]

    yield made
    for engine in engines:
        engine.dispose()


@pytest.fixture
def store(new_store):
    return new_store()
