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
def new_url(request, tmp_path):
    """Give a function that names a store that is not made yet; each test runs on both kinds."""
    if request.param == "sqlite":
        return lambda: make_url(f"sqlite:///{tmp_path}/{uuid4().hex}.sqlite")
    address = request.getfixturevalue("postgresql")
    return lambda: fresh_database(address)


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


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store(request, tmp_path):
    """Give a function that opens a store that was made just so; each test runs on both kinds."""
    engines = []

    def made():
        if request.param == "sqlite":
            file = tmp_path / f"{uuid4().hex}.sqlite"
            shutil.copyfile(request.getfixturevalue("made_file"), file)
            url = make_url(f"sqlite:///{file}")
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
