"""What a server opens at its start, before the first reader: tables and records."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import make_url

from carbonpeak.data import catalogue, own_versions, owners
from carbonpeak.data.own_versions import Origin
from carbonpeak.screen import server
from carbonpeak.store.opening import ADDRESS, open_store
from tests import records
from tests.data_layer import own_importer

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


def test_drafts_of_sessions_that_ended_go_at_a_start(tiny_folder, tmp_path, monkeypatch):
    data = Path(shutil.copytree(tiny_folder, tmp_path / "data"))
    given = Origin("bureau", "test")
    lost = own_versions.accept(own_importer.changed(data, 1.01), given, data, data)
    owners.claim("a session", lost, data, is_session=True)
    os.utime(next((data / "own" / "owners" / lost).iterdir()), (0, 0))
    monkeypatch.setattr(catalogue, "DATA", data)
    server.warm()
    assert own_versions.listed(data) == {}
