import shutil
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from carbonpeak.store import migrating
from carbonpeak.store.opening import open_store
from carbonpeak.store.tables import METADATA
from tests.store import cluster

# A database with more entries than this is not cleared: it is dead rows from then on.
MOST_ENTRIES = 500


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


class Databases:
    """Databases of a cluster that each hold a store made just so, and are used more than once.

    To make a database takes a quarter of a second, hundreds of files of its own.
    """

    def __init__(self, address):
        """Make the store that all are copies of."""
        self._address = address
        made = open_store(fresh_database(address))
        self._made, self._step = made.url.database, migrating.step(made)
        made.dispose()
        self._free = []

    def take(self):
        """Return the address of one that nobody uses."""
        return self._free.pop() if self._free else fresh_database(self._address, self._made)

    def give_back(self, engine):
        """Take all rows out of one; it is used again if it is then as it was made."""
        if is_cleared(engine) and migrating.step(engine) == self._step:
            self._free.append(engine.url)


def is_cleared(engine):
    """Take all rows out of a store; return whether they were few and its triggers are on."""
    with engine.begin() as connection:
        entries = connection.exec_driver_sql("select count(*) from audit").scalar_one()
        # Triggers are off: the program itself takes nothing out.
        connection.exec_driver_sql("set local session_replication_role = replica")
        for table in METADATA.sorted_tables:
            connection.execute(table.delete())
        off = "select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'"
        return entries <= MOST_ENTRIES and not connection.exec_driver_sql(off).scalar_one()


@pytest.fixture(scope="session")
def databases(postgresql):
    return Databases(postgresql)


@pytest.fixture
def new_store(request, store_kind, tmp_path):
    """Give a function that opens a store that was made just so."""
    engines = []

    def made():
        if store_kind == "sqlite":
            url = sqlite_in(tmp_path)
            shutil.copyfile(request.getfixturevalue("made_file"), url.database)
        else:
            url = request.getfixturevalue("databases").take()
        engines.append(open_store(url))
        return engines[-1]

    yield made
    for engine in engines:
        if store_kind == "postgresql":
            request.getfixturevalue("databases").give_back(engine)
        engine.dispose()


@pytest.fixture
def store(new_store):
    return new_store()
