"""The audit is only added to, and a change of any entry is seen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from carbonpeak.store import audit
from carbonpeak.store.opening import reading, writing
from carbonpeak.store.tables import AUDIT


def add(store, subject="report 1"):
    with writing(store) as connection:
        return audit.append(
            connection, "王芳", "submitted", subject, why="年度报告", detail={"year": 2025}
        )


def verified(store):
    with reading(store) as connection:
        return audit.verify(connection)


def test_an_empty_chain_holds(store):
    assert verified(store) == audit.Chain(0, audit.FIRST, None)


def test_each_entry_tells_who_what_why_and_follows_the_one_before(store):
    hashes = [add(store), add(store, "report 2")]
    with reading(store) as connection:
        first, second = audit.entries(connection)
    assert (first["who"], first["action"], first["why"]) == ("王芳", "submitted", "年度报告")
    assert (second["number"], second["before_hash"]) == (2, first["hash"])
    assert verified(store) == audit.Chain(2, hashes[-1], None)


@pytest.mark.parametrize("change", ["update audit set who = 'x'", "delete from audit"])
def test_what_was_entered_cannot_be_changed_or_deleted(store, change):
    add(store)
    with pytest.raises(DBAPIError, match="only added to"), writing(store) as connection:
        connection.execute(text(change))
    assert verified(store).entries == 1


def test_it_cannot_be_emptied_at_once(store):
    add(store)
    empties = "truncate audit" if store.dialect.name == "postgresql" else "delete from audit"
    with pytest.raises(DBAPIError, match="only added to"), writing(store) as connection:
        connection.execute(text(empties))
    assert verified(store).entries == 1


def without_triggers(store, change):
    """Change the audit as somebody with the rights of the database could."""
    sqlite = ("drop trigger audit_no_update", "drop trigger audit_no_delete")
    off = ("alter table audit disable trigger user",)
    with writing(store) as connection:
        for line in (*(sqlite if store.dialect.name == "sqlite" else off), change):
            connection.execute(text(line))


@pytest.mark.parametrize("column", audit.TOLD[1:])
def test_a_change_of_any_field_breaks_the_chain_there(store, column):
    for _ in range(3):
        add(store)
    without_triggers(store, f"update audit set {column} = 'x' where number = 2")
    assert verified(store).broken_at == 2


def test_an_entry_left_out_breaks_the_chain(store):
    for _ in range(3):
        add(store)
    without_triggers(store, "delete from audit where number = 2")
    assert (verified(store).entries, verified(store).broken_at) == (1, 2)


def left_off(store):
    with writing(store) as connection:
        audit.append(connection, "a", "submitted", "report 1")
        raise LookupError("left off")


def test_an_entry_is_kept_only_with_what_it_tells_of(store):
    with pytest.raises(LookupError, match="left off"):
        left_off(store)
    assert verified(store).entries == 0


def test_many_who_write_at_once_make_one_chain(store):
    with ThreadPoolExecutor(8) as threads:
        hashes = list(threads.map(lambda number: add(store, f"report {number}"), range(64)))
    with reading(store) as connection:
        kept = set(connection.execute(select(AUDIT.c.hash)).scalars())
    assert kept == set(hashes)
    assert (verified(store).entries, verified(store).broken_at) == (64, None)
