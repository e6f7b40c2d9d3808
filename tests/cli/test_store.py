"""The command about the store."""

import pytest

from carbonpeak.cli import main
from carbonpeak.data.catalogue import ROOT
from carbonpeak.store import audit
from carbonpeak.store.opening import ADDRESS, address, open_store, writing

STEPS = ROOT / "carbonpeak" / "store" / "migrations" / "versions"


@pytest.fixture
def at(monkeypatch, tmp_path):
    def use(name):
        monkeypatch.setenv(ADDRESS, f"sqlite:///{tmp_path}/{name}.sqlite")

    return use


def enter(tmp_path):
    store = open_store(address(tmp_path))
    with writing(store) as connection:
        kept = audit.append(connection, "a", "submitted", "report 1")
    store.dispose()
    return kept


def test_a_store_goes_into_a_file_and_back(at, tmp_path, capsys):
    at("one")
    head = enter(tmp_path)
    file = str(tmp_path / "kept.jsonl")
    assert main(["store", "backup", file]) == 0
    at("two")
    assert main(["store", "restore", file]) == 0
    assert main(["store", "verify"]) == 0
    assert head in capsys.readouterr().out


def test_what_is_missing_is_said_in_the_language(at, tmp_path, capsys):
    at("none")
    assert main(["store", "verify", "--lang", "zh"]) == 1
    assert "尚无存储" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert main(["store", "restore"]) == 1
    assert "store restore FILE" in capsys.readouterr().err
    assert main(["store", "migrate"]) == 0
    last = max(one.name.split("_")[1] for one in STEPS.glob("step_*.py"))
    assert f"step {last}." in capsys.readouterr().out


def test_an_altered_audit_is_told_by_status_and_words(at, tmp_path, capsys):
    at("one")
    enter(tmp_path)
    store = open_store(address(tmp_path))
    with writing(store) as connection:
        connection.exec_driver_sql("drop trigger audit_no_update")
        connection.exec_driver_sql("update audit set who = 'b'")
    store.dispose()
    assert main(["store", "verify"]) == 1
    assert "breaks at entry 1" in capsys.readouterr().out
