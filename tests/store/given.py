import shutil
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from carbonpeak.store.opening import open_store
from tests.store import cluster


@pytest.fixture(scope="session")
def postgresql():
    with cluster.started() as address:
        yield address


def fresh_database(address, like="template1"):
    """Return the address of a new database of the cluster, a copy of another one."""
    name = f"t{uuid4().hex}"
    whole = create_engine(address, isolation_level="AUTOCOMMIT")
    with whole.connect() as connection:
        connection.exec_driver_sql(f"create database {name} template {like}")
    whole.dispose()
    return make_url(address).set(database=name)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_kind(request):
    """Each test runs on both kinds of store."""
    return request.param


@pytest.fixture
def new_url(request, store_kind, tmp_path):
    """Give a function that names a store that is not made yet."""
    if store_kind == "sqlite":
        return lambda: sqlite_in(tmp_path)
    address = request.getfixturevalue("postgresql")
    return lambda: fresh_database(address)


def sqlite_in(folder):
    """Return the address of a new file in a folder."""
    return make_url(f"sqlite:///{folder}/{uuid4().hex}.sqlite")


@pytest.fixture(scope="session")
def made_file(tmp_path_factory):
    """A store that was made and holds nothing: to copy it takes less than to make another."""
    file = tmp_path_factory.mktemp("store") / "made.sqlite"
    open_store(make_url(f"sqlite:///{file}")).dispose()
    return file


@pytest.fixture(scope="session")
def made_database(postgresql):
    """Such a store in the cluster, by its name there."""
    url = fresh_database(postgresql)
    open_store(url).dispose()
    return url.database


@pytest.fixture
def new_store(request, store_kind, tmp_path):
    """Give a function that opens a store that was made just so."""
    engines = []

    def made():
        if store_kind == "sqlite":
            url = sqlite_in(tmp_path)
            shutil.copyfile(request.getfixturevalue("made_file"), url.database)
        else:
            address = request.getfixturevalue("postgresql")
            url = fresh_database(address, request.getfixturevalue("made_database"))
        engines.append(open_store(url))
        return engines[-1]

    yield made
    for engine in engines:
        engine.dispose()


@pytest.fixture
def store(new_store):
    return new_store()
