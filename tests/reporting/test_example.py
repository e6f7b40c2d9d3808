"""The made example: of the sizes wanted, marked throughout, alike each time, taken out whole."""

import json

import pytest
from sqlalchemy import func, select

from carbonpeak.reporting import companies, example, moving, standing, states, units
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.moving import Step
from carbonpeak.reporting.units import Unit
from carbonpeak.store import audit
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import AUDIT, DISCLOSED, MOVES, RECORDS, REPORTS
from tests.reporting.filed import CHIEF, COMPANY, EDITOR, UNIT, brought, person, registered


def rows_of(store, table):
    ordered = select(table).order_by(*table.primary_key)
    with reading(store) as connection:
        return [dict(row) for row in connection.execute(ordered).mappings()]


def counts(store):
    with reading(store) as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in RECORDS
        }


def test_it_is_whole_marked_and_in_every_state(store, data):
    assert not example.is_loaded(store)
    loaded = example.load(store, CHIEF, data)
    found = counts(store)
    assert example.is_loaded(store)
    assert loaded == sum(found.values())
    sizes = {name: found[name] for name in ("companies", "units", "accounts", "product_records")}
    assert sizes == {"companies": 30, "units": 70, "accounts": 150, "product_records": 220}
    for table in RECORDS:
        for row in rows_of(store, table):
            assert row["is_made"], table.name
            assert row.get("company_id", "made-").startswith("made-")
    named = [*rows_of(store, RECORDS[0]), *rows_of(store, RECORDS[1])]
    assert all("示例" in row["name_zh"] and "Example" in row["name_en"] for row in named)
    assert {row["credit_code"] for row in rows_of(store, RECORDS[0])} == {""}
    ids = {row["report_id"] for row in rows_of(store, REPORTS)}
    with reading(store) as connection:
        now = standing.of_all(connection, ids).values()
        assert audit.verify(connection).broken_at is None
    assert {one.state for one in now} == set(states.STATES)
    # Some did not report at all.
    assert len(ids) < 3 * 70


def test_its_steps_are_allowed_ones_and_its_totals_those_of_its_lines(store, data):
    example.load(store, CHIEF, data)
    last = {}
    for row in sorted(rows_of(store, MOVES), key=lambda one: one["number"]):
        assert states.move(row["from_state"], row["to_state"]) is not None
        assert last.get(row["report_id"], "") == row["from_state"]
        last[row["report_id"]] = row["to_state"]
    lines = rows_of(store, RECORDS[4])
    for report in rows_of(store, REPORTS):
        mine = [one for one in lines if one["number"] == report["number"]]
        mine = [one for one in mine if one["report_id"] == report["report_id"]]
        whole = sum(one["quantity"] * one["factor"] for one in mine if one["unit"] == "t") / 1000
        assert len(mine) == 4
        assert report["co2_t"] == pytest.approx(sum(one["co2_t"] for one in mine))
        assert 0 < whole < report["co2_t"]
    differing = [one for one in rows_of(store, DISCLOSED) if one["co2_t"] != one["first_co2_t"]]
    assert differing
    assert all(one["why"] for one in differing)


def test_it_is_taken_out_whole_and_nothing_else_is(store, data):
    registered(store, data)
    brought(store, data, "disclosed")
    before = {table.name: rows_of(store, table) for table in RECORDS}
    entries = len(rows_of(store, AUDIT))
    loaded = example.load(store, CHIEF, data)
    assert example.remove(store, CHIEF) == loaded
    assert {table.name: rows_of(store, table) for table in RECORDS} == before
    log = rows_of(store, AUDIT)
    assert {row["action"] for row in log[entries:-1]} == {"example.load"}
    last = max(log, key=lambda row: row["number"])
    assert (last["action"], last["who"]) == ("example.remove", CHIEF.name)
    assert sum(json.loads(last["detail"]).values()) == loaded
    with reading(store) as connection:
        assert audit.verify(connection).broken_at is None


def test_it_is_the_same_when_it_is_loaded_again(store, data):
    def told():
        # But for the entries that they came with.
        return [
            [{key: value for key, value in row.items() if key != "number"} for row in found]
            for found in (rows_of(store, table) for table in RECORDS)
        ]

    example.load(store, CHIEF, data)
    first = told()
    example.remove(store, CHIEF)
    example.load(store, CHIEF, data)
    assert told() == first


def test_it_is_loaded_once_and_by_administrators_of_all(store, data):
    narrow = person("administrator", "孙丽", ("320000",))
    for who in (EDITOR, narrow, None):
        for deed in (example.load, lambda *given: example.remove(*given[:2])):
            with pytest.raises(ReportingError):
                deed(store, who, data)
    with pytest.raises(ReportingError, match="no made example"):
        example.remove(store, CHIEF)
    example.load(store, CHIEF, data)
    with pytest.raises(ReportingError, match="loaded already"):
        example.load(store, CHIEF, data)


def test_what_is_done_with_it_is_made_too_and_its_ids_are_kept_for_it(store, data):
    example.load(store, CHIEF, data)
    with reading(store) as connection:
        ids = {row["report_id"] for row in rows_of(store, REPORTS)}
        found = standing.of_all(connection, ids).values()
    sent = next(one for one in found if one.state == "submitted")
    verifier = person("verifier", CHIEF.name, None)
    moving.move(store, verifier, sent.report_id, Step("document_review"), sent.number)
    assert max(rows_of(store, MOVES), key=lambda row: row["number"])["is_made"]
    made = Unit("u7", "made-01", "分厂", "36-37", "320000", 2024)
    units.register(store, person("editor", regions=None), data, made)
    assert max(rows_of(store, RECORDS[1]), key=lambda row: row["number"])["is_made"]
    for one in (companies.Company("made-99", "厂", "36-37", "320000"),):
        with pytest.raises(ReportingError, match="kept for the made example"):
            companies.register(store, EDITOR, data, one)
    companies.register(store, EDITOR, data, COMPANY)
    units.register(store, EDITOR, data, UNIT)
    example.remove(store, CHIEF)
    assert counts(store) == {**dict.fromkeys(counts(store), 0), "companies": 1, "units": 1}
