"""What a server opens at its start, before the first reader: tables and records."""

import pytest
from sqlalchemy import make_url

from carbonpeak.screen import server
from carbonpeak.store.opening import ADDRESS, open_store
from tests import records

COUNT = "select count(*) from held__reporting_moves"


@pytest.fixture
def store_url(tmp_path, monkeypatch):
    url = make_url(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(ADDRESS, url.render_as_string(hide_password=False))
    server.close()
    yield url
    server.close()


def test_tables_and_records_are_there_before_anybody_asks(store_url):
    engine = open_store(store_url)
    last = records.fill(engine)
    engine.dispose()
    server.warm()
    assert server.is_loaded()
    (tables,) = server._TABLES.values()
    ((count,),) = tables._connection.sql(COUNT).fetchall()
    assert count == sum(len(rows.get(records.MOVES, ())) for rows in records.entries())
    assert tables.records.newest() == last


def test_records_that_cannot_be_read_keep_no_table_back(store_url, tmp_path):
    (tmp_path / "store.sqlite").write_bytes(b"no database" * 100)
    server.warm()
    assert server.is_loaded()
