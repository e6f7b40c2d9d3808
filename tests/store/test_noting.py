"""What is done elsewhere is in the audit where there is a store, and makes none."""

import pytest
from sqlalchemy import select

from carbonpeak.store import audit, noting
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import ADDRESS, address, open_store, reading
from carbonpeak.store.tables import AUDIT


def test_without_a_store_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv(ADDRESS, raising=False)
    assert not noting.note(tmp_path / "own", "王芳", "version.publish", "abc")
    assert not (tmp_path / "own").exists()


def test_with_a_store_it_is_an_entry_of_the_chain(store, monkeypatch, tmp_path):
    monkeypatch.setenv(ADDRESS, store.url.render_as_string(hide_password=False))
    told = {"version": "abc", "before": "shipped"}
    assert noting.note(tmp_path, "王芳", "version.publish", "abc", why="更新", detail=told)
    with reading(store) as connection:
        row = connection.execute(select(AUDIT)).mappings().one()
        assert audit.verify(connection).broken_at is None
    assert (row["who"], row["action"], row["why"]) == ("王芳", "version.publish", "更新")
    assert '"version": "abc"' in row["detail"]


def test_a_store_that_cannot_be_used_is_told(tmp_path, monkeypatch):
    monkeypatch.delenv(ADDRESS, raising=False)
    open_store(address(tmp_path)).dispose()
    (tmp_path / "store.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(StoreFault):
        noting.note(tmp_path, "王芳", "version.publish", "abc")
