"""A backup holds all of a store and goes back into either kind, whole or not at all."""

import json
from hashlib import sha256

import pytest
from sqlalchemy import make_url

from carbonpeak.store import audit
from carbonpeak.store.backup import backup, restore
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import open_store, reading, writing
from tests.store.given import fresh_database

ODD = 'Ü\u2028"\n汽车'


@pytest.fixture
def filled(store):
    for number in range(3):
        with writing(store) as connection:
            audit.append(connection, ODD, "submitted", f"report {number}")
    return store


def rows(store):
    with reading(store) as connection:
        return [dict(row) for row in audit.entries(connection)]


def test_what_was_backed_up_comes_back(filled, new_store, tmp_path):
    file = tmp_path / "store.jsonl"
    assert backup(filled, file) == 3
    other = new_store()
    assert restore(other, file) == 3
    assert rows(other) == rows(filled)


def test_a_backup_of_one_kind_goes_into_the_other(filled, tmp_path, postgresql):
    file = tmp_path / "store.jsonl"
    backup(filled, file)
    is_sqlite = filled.dialect.name == "sqlite"
    other_file = make_url(f"sqlite:///{tmp_path}/other.sqlite")
    other = open_store(fresh_database(postgresql) if is_sqlite else other_file)
    restore(other, file)
    assert rows(other) == rows(filled)
    other.dispose()


def test_nothing_is_overwritten(filled, tmp_path):
    file = tmp_path / "store.jsonl"
    backup(filled, file)
    with pytest.raises(StoreFault, match="is there already"):
        backup(filled, file)
    with pytest.raises(StoreFault, match="holds records"):
        restore(filled, file)
    assert len(rows(filled)) == 3


def test_a_file_cut_off_or_altered_is_refused(filled, new_store, tmp_path):
    file = tmp_path / "store.jsonl"
    backup(filled, file)
    whole = file.read_text()
    other = new_store()
    for damaged in ("", whole[:-20], whole.replace("report 1", "report 9"), "[1]\n"):
        file.write_text(damaged)
        with pytest.raises(StoreFault, match="no whole backup"):
            restore(other, file)
    assert rows(other) == []


def test_a_broken_audit_is_not_restored(filled, new_store, tmp_path):
    file = tmp_path / "store.jsonl"
    backup(filled, file)
    lines = file.read_text().replace("report 1", "report 9").splitlines(keepends=True)[:-1]
    seal = json.dumps({"sha256": sha256("".join(lines).encode()).hexdigest()})
    file.write_text("".join(lines) + seal + "\n")
    other = new_store()
    with pytest.raises(StoreFault, match="does not hold together"):
        restore(other, file)
    assert rows(other) == []
