"""The address of a store, its making, and what is said where it cannot be used."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import make_url, text

from carbonpeak.store import migrating
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import ADDRESS, address, is_made, open_store, writing


def test_without_an_address_it_lies_beside_own_data_and_is_not_made_by_looking(
    tmp_path, monkeypatch
):
    monkeypatch.delenv(ADDRESS, raising=False)
    url = address(tmp_path / "own")
    assert url.database == str(tmp_path / "own" / "store.sqlite")
    assert not is_made(url)
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    "given", ["nonsense", "mysql://a:secret@b/c", "sqlite://", "postgresql://a:secret@b:x/c"]
)
def test_another_address_is_refused_in_words_without_its_password(given, tmp_path, monkeypatch):
    monkeypatch.setenv(ADDRESS, given)
    with pytest.raises(StoreFault, match=r"no address of a store") as fault:
        address(tmp_path)
    assert "secret" not in "".join(fault.value.said.values())


def test_postgresql_is_read_by_one_driver(tmp_path, monkeypatch):
    for given in ("postgres://a@b/c", "postgresql://a@b/c"):
        monkeypatch.setenv(ADDRESS, given)
        assert address(tmp_path).drivername == "postgresql+psycopg"


def test_a_store_that_does_not_answer_is_said_without_its_password():
    url = make_url("postgresql+psycopg://a:secret@127.0.0.1:1/c")
    with pytest.raises(StoreFault, match="cannot be used") as fault:
        open_store(url)
    assert "secret" not in "".join(fault.value.said.values())


def test_a_file_that_is_no_database_is_said_and_left(tmp_path):
    file = tmp_path / "store.sqlite"
    file.write_text("a letter, not a database " * 100)
    with pytest.raises(StoreFault, match="cannot be used"):
        open_store(make_url(f"sqlite:///{file}"))
    assert file.read_text().startswith("a letter")


def test_several_that_start_at_once_make_one_store(new_url):
    url = new_url()
    with ThreadPoolExecutor(4) as threads:
        engines = list(threads.map(lambda _: open_store(url), range(4)))
    assert {migrating.step(engine) for engine in engines} == {"0003"}
    for engine in engines:
        engine.dispose()


def test_who_makes_a_store_waits_for_who_writes_into_its_file(tmp_path):
    file = tmp_path / "store.sqlite"
    with closing(sqlite3.connect(file)) as other, ThreadPoolExecutor(1) as thread:
        other.execute("create table another (number integer)")
        other.execute("insert into another values (1)")
        opening = thread.submit(open_store, make_url(f"sqlite:///{file}"))
        with pytest.raises(TimeoutError):
            opening.result(0.5)
        other.commit()
        engine = opening.result()
    assert migrating.step(engine) == "0003"
    engine.dispose()


def test_a_store_of_a_newer_program_is_refused(store):
    with writing(store) as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreFault, match="newer program"):
        open_store(store.url)
