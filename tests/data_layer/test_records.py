"""Records as tables: read once, extended, as of any entry, for a scope; on both kinds of store."""

import pandas as pd
import pytest
from sqlalchemy import make_url

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.records import RecordsError
from carbonpeak.data.scope import WHOLE, Scope
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.store.opening import open_store, writing
from carbonpeak.store.tables import COMPANIES, MOVES, RECORDS, UNITS
from tests import records

NOW = "number <= $number and until > $number"
UNITS_NOW = f"select unit_id, name_en from reporting_units where {NOW} order by unit_id"


@pytest.fixture
def opened(tiny_folder):
    """Give what opens a store as tables beside the hand-made ones."""
    every = []

    def made(url):
        every.append(Warehouse(tiny_folder, store=lambda: make_url(url)))
        return every[-1]

    yield made
    for one in every:
        one.close()


def names(warehouse, number, scope=WHOLE):
    rows = warehouse.rows(UNITS_NOW, {"number": number}, scope=scope)
    return dict(zip(rows["unit_id"], rows["name_en"], strict=True))


def test_rows_are_those_of_the_store_as_it_was_after_any_entry(store, opened):
    last = records.fill(store)
    seen = opened(store.url)
    assert seen.records.newest() == last
    assert names(seen, 1)["d1"] == "plant d1"
    assert names(seen, last - 1)["d1"] == "plant d1"
    assert names(seen, last)["d1"] == "plant d one"
    assert names(seen, 0) == {}


def test_what_is_entered_later_is_seen_when_it_is_asked_for(store, opened):
    seen = opened(store.url)
    assert seen.records.newest() == 0
    records.enter(store, {UNITS: [records.unit("a1", records.JIANGSU)]})
    assert names(seen, 1) == {"a1": "plant a1"}
    renamed = records.unit("a1", records.JIANGSU, name_en="new")
    again = records.unit("a1", records.JIANGSU, name_en="newest")
    records.enter(store, {UNITS: [renamed]})
    records.enter(store, {UNITS: [again, records.unit("a2", records.JIANGSU)]})
    assert names(seen, 3) == {"a1": "newest", "a2": "plant a2"}
    assert names(seen, 2) == {"a1": "new"}
    assert names(seen, 1) == {"a1": "plant a1"}
    whole = "select number, until from reporting_units where unit_id = 'a1' order by number"
    assert seen.rows(whole, scope=WHOLE)["until"].tolist() == [2, 3, 2**62]


def reckoned(steps):
    """Return first submission and whether any revision is verified or disclosed after steps."""
    last = {step.revision: step.to_state for step in steps}
    came = [step.moment for step in steps if step.to_state == "submitted"]
    is_verified = any(state in ("verified", "disclosed") for state in last.values())
    return (
        min(came, default=None),
        is_verified,
        any(step.to_state == "disclosed" for step in steps),
    )


def test_each_step_says_how_far_its_report_has_come_also_where_it_is_read_later(store, opened):
    seen = opened(store.url)
    for rows in records.entries():
        # What comes with each entry is read before the next.
        names(seen, records.enter(store, rows))
        seen.rows("from reporting_moves", scope=WHOLE)
    wanted = "from reporting_moves order by report_id, number"
    found = seen.rows(wanted, scope=WHOLE)
    for _, steps in found.groupby("report_id"):
        before = []
        for step in steps.itertuples():
            before.append(step)
            came_at = step.came_at if isinstance(step.came_at, str) else None
            assert (came_at, step.is_verified, step.is_disclosed) == reckoned(before), step
    assert found["is_verified"].sum() > 3
    pd.testing.assert_frame_equal(found, opened(store.url).rows(wanted, scope=WHOLE))


def test_no_scope_learns_of_a_step_that_it_does_not_see(store, opened):
    step = records.move("a1.2025", "", "submitted", "2026-03-01", records.JIANGSU)
    records.enter(store, {MOVES: [step]})
    next_step = records.move("a1.2025", "submitted", "verified", "2026-03-02", records.SHANXI)
    records.enter(store, {MOVES: [next_step]})
    scope = Scope("restricted", frozenset({records.SHANXI}), None)
    row = opened(store.url).rows("from reporting_moves", scope=scope).iloc[0]
    assert row["came_at"] is None
    assert row["is_verified"]


def test_a_made_example_that_is_taken_out_is_gone_from_every_answer(store, opened):
    made = records.unit("m1", records.JIANGSU, is_made=True)
    records.enter(store, {UNITS: [made, records.unit("a1", records.JIANGSU)]})
    data = Dataset(opened(store.url), WHOLE)
    first = data.records_number()
    asked = {"number": first, "first_year": 2024, "last_year": 2025, "day": "2026-06-30"}
    before = data.ask("reporting__completeness", due="-03-31", **asked)
    assert before.groupby("year")["units"].sum().tolist() == [2, 2]
    with writing(store) as connection:
        records._enter(connection, {}, "example.remove", "anyone")
        for table in RECORDS:
            connection.execute(table.delete().where(table.c.is_made))
    assert data.records_number() == first + 1
    for number in (first, first + 1):
        after = data.ask("reporting__completeness", due="-03-31", **{**asked, "number": number})
        assert after.groupby("year")["units"].sum().tolist() == [1, 1]


def test_a_scope_sees_the_rows_of_its_places_and_companies(store, opened):
    last = records.fill(store)
    seen = opened(store.url)
    jiangsu = Scope("restricted", frozenset({"320000"}), None)
    assert set(names(seen, last, jiangsu)) == {"a1", "b1", "c1"}
    alpha = Scope("restricted", None, frozenset({"a"}))
    assert set(names(seen, last, alpha)) == {"a1", "a2"}
    assert names(seen, last, Scope()) == {}
    disclosed = "select unit_id from reporting_disclosed order by unit_id"
    assert seen.rows(disclosed)["unit_id"].tolist() == ["a1", "a2"]


def test_a_statement_that_comes_another_way_finds_no_table(store, opened):
    records.fill(store)
    seen = opened(store.url)
    names(seen, 1)
    with pytest.raises(Exception, match="does not exist"):
        seen._connection.sql("from reporting_units").fetchall()


def test_no_store_is_made_by_looking(tmp_path, opened):
    file = tmp_path / "own" / "store.sqlite"
    seen = opened(f"sqlite:///{file}")
    assert seen.records.newest() == 0
    assert names(seen, 0) == {}
    assert not file.parent.exists()
    # What is made afterwards is found.
    store = open_store(make_url(f"sqlite:///{file}"))
    records.enter(store, {COMPANIES: [records.company("Alpha", records.JIANGSU)]})
    store.dispose()
    assert seen.records.newest() == 1


def test_a_file_that_is_no_store_is_said(tmp_path, opened):
    file = tmp_path / "store.sqlite"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(RecordsError, match="cannot be used"):
        opened(f"sqlite:///{file}").records.newest()


def test_an_address_that_is_none_is_said(tiny_folder, monkeypatch):
    monkeypatch.setenv("CARBONPEAK_STORE", "mysql://somewhere")
    warehouse = Warehouse(tiny_folder)
    with pytest.raises(RecordsError, match="no address"):
        warehouse.records.newest()
    warehouse.close()
