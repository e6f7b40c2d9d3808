"""What is disclosed: first and final emissions, why they differ; it stays until replaced."""

import pytest

from carbonpeak.reporting import disclosing, moving, reports
from carbonpeak.reporting.moving import Step
from carbonpeak.store.opening import reading
from tests.reporting.filed import (
    CHIEF,
    EDITOR,
    MONDAY,
    OIL,
    OIL_T,
    POWER_T,
    REPORT,
    VERIFIER,
    brought,
    entry,
    registered,
)


def public(store):
    with reading(store) as connection:
        return list(disclosing.public(connection))


def test_nothing_is_public_before_it_is_disclosed(store, data):
    registered(store, data)
    brought(store, data, "verified")
    assert public(store) == []


def test_a_report_without_findings_is_public_as_it_was_entered(store, data):
    registered(store, data)
    brought(store, data, "disclosed")
    (row,) = public(store)
    assert row.pop("number") > 0
    assert row == {
        "report_id": REPORT,
        "revision": 1,
        "unit_id": "u1",
        "company_zh": "甲厂",
        "company_en": "Works A",
        "unit_zh": "甲厂一车间",
        "unit_en": "Works A, shop 1",
        "sector_code": "36-37",
        "year": 2025,
        "co2_t": pytest.approx(OIL_T + POWER_T),
        "first_co2_t": pytest.approx(OIL_T + POWER_T),
        "why": "",
        "at": "2026-03-02T02:00:00.000+00:00",
        "company_id": "c1",
        "region_code": "320000",
        "is_made": False,
    }


def test_a_finding_that_is_not_mended_enlarges_the_total_by_its_estimate(store, data):
    registered(store, data)
    found = brought(store, data, "findings_open")
    step = Step("verified", "按上年电量估算", settled={1: 40.0})
    done = moving.move(store, VERIFIER, REPORT, step, found.number, MONDAY)
    moving.move(store, CHIEF, REPORT, Step("disclosed"), done.number, MONDAY)
    (row,) = public(store)
    assert row["first_co2_t"] == pytest.approx(OIL_T + POWER_T)
    assert row["co2_t"] == pytest.approx(OIL_T + POWER_T + 40.0)
    assert row["why"] == "按上年电量估算"


def test_a_revision_leaves_what_is_public_until_it_is_disclosed_itself(store, data):
    registered(store, data)
    found = brought(store, data, "disclosed")
    (first,) = public(store)
    found = reports.enter(store, EDITOR, data, entry(OIL, why="误计电力"), found.number, MONDAY)
    assert (found.state, found.revision) == ("draft", 2)
    for who, step in (
        (EDITOR, Step("submitted", "已核对")),
        (VERIFIER, Step("document_review")),
        (VERIFIER, Step("verified")),
    ):
        found = moving.move(store, who, REPORT, step, found.number, MONDAY)
        assert public(store) == [first]
    moving.move(store, CHIEF, REPORT, Step("disclosed"), found.number, MONDAY)
    (row,) = public(store)
    assert (row["revision"], row["why"]) == (2, "误计电力")
    assert row["co2_t"] == pytest.approx(OIL_T)
    assert row["first_co2_t"] == pytest.approx(OIL_T + POWER_T)
