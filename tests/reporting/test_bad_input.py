"""What is refused: a sentence in both languages that names it and says what to do; nothing lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from carbonpeak.reporting import (
    accounts,
    checks,
    companies,
    fields,
    looking,
    moving,
    people,
    product_records,
    reports,
    units,
)
from carbonpeak.reporting.accounts import Account
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.moving import Step
from carbonpeak.reporting.product_records import ProductRecord
from carbonpeak.store.opening import address, open_store, reading
from carbonpeak.store.tables import COMPANIES, FINDINGS, PRODUCT_RECORDS
from tests.reporting.filed import (
    ALONE,
    CHIEF,
    COMPANY,
    EDITOR,
    MONDAY,
    OIL,
    POWER,
    REPORT,
    STEEL,
    UNIT,
    VERIFIER,
    ZHEJIANG,
    brought,
    entered,
    entry,
    person,
    registered,
)
from tests.reporting.test_moves import counts

CAR = ProductRecord("r1", "u1", 2025, "轿车", 1000.0, "vehicle", 900.0)


def change(thing, **fields):
    return replace(thing, **fields)


# A deed, and a part of what is said of it.
REFUSED = {
    "no id": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, company_id="")), "cannot be an id"),
    "an id that is no code": (lambda s, d: units.register(s, EDITOR, d, change(UNIT, unit_id="一 厂")), "cannot be an id"),
    "no name": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, name_zh=" ")), "name_zh is empty"),
    "a long name": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, name_zh="厂" * 201)), "more than 200"),
    "signs that are none": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, name_zh="厂\x00")), "cannot be shown"),
    "no such region": (lambda s, d: companies.register(s, CHIEF, d, change(COMPANY, region_code="999999")), "no region “999999”"),
    "the nation": (lambda s, d: companies.register(s, CHIEF, d, change(COMPANY, region_code="000000")), "no region"),
    "no such division": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, sector_code="99")), "no division “99”"),
    "a wrong credit code": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, credit_code="91320000123456789X")), "credit code"),
    "a region out of scope": (lambda s, d: companies.register(s, EDITOR, d, change(COMPANY, company_id="c2", region_code=ZHEJIANG)), "330000"),
    "no right": (lambda s, d: companies.register(s, VERIFIER, d, COMPANY), "register"),
    "no name of a person": (lambda s, d: companies.register(s, ALONE, d, COMPANY), "No name is given"),
    "a unit without company": (lambda s, d: units.register(s, CHIEF, d, change(UNIT, unit_id="u2", company_id="c9")), "has no company"),
    "a unit in two sectors": (lambda s, d: units.register(s, EDITOR, d, change(UNIT, sector_code=STEEL)), "two divisions"),
    "a unit that moves": (lambda s, d: units.register(s, CHIEF, d, change(UNIT, region_code=ZHEJIANG)), "cannot move"),
    "a unit of another company": (lambda s, d: (companies.register(s, CHIEF, d, change(COMPANY, company_id="c2")), units.register(s, CHIEF, d, change(UNIT, company_id="c2"))), "is of the company c1"),
    "years without a report": (lambda s, d: units.register(s, EDITOR, d, change(UNIT, last_year=2024)), "report of 2025"),
    "a last year before the first": (lambda s, d: units.register(s, EDITOR, d, change(UNIT, unit_id="u2", last_year=2000)), "before the first"),
    "a first year of long ago": (lambda s, d: units.register(s, EDITOR, d, change(UNIT, unit_id="u2", first_year=20)), "first year"),
    "an account without company": (lambda s, d: accounts.register(s, EDITOR, d, Account("a1", "c9", "王芳")), "has no company"),
    "an account without holder": (lambda s, d: accounts.register(s, EDITOR, d, Account("a1", "c1", "")), "holder is empty"),
    "a year that has not ended": (lambda s, d: reports.enter(s, EDITOR, d, entry(year=2026)), "2026 has not ended"),
    "a year before the unit reported": (lambda s, d: reports.enter(s, EDITOR, d, entry(year=2022)), "did not report in 2022"),
    "a unit that there is not": (lambda s, d: reports.enter(s, EDITOR, d, entry(unit="u9")), "no unit “u9”"),
    "a unit out of scope": (lambda s, d: reports.enter(s, person("editor", "孙丽", (ZHEJIANG,)), d, entry(year=2024)), "no unit “u1”"),
    "another division than the unit's": (lambda s, d: reports.enter(s, EDITOR, d, change(entry(year=2024), sector_code=STEEL)), "two divisions"),
    "no activity": (lambda s, d: reports.enter(s, EDITOR, d, change(entry(year=2024), activities=())), "no activity"),
    "too many": (lambda s, d: reports.enter(s, EDITOR, d, entry(*[OIL] * 501, year=2024)), "501 lines"),
    "an unknown factor": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, factor_id="F999"), year=2024)), "no factor “F999”"),
    "another dimension": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, unit="kWh"), year=2024)), "measures something else"),
    "an unknown unit": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, unit="箱"), year=2024)), "is not known"),
    "a negative quantity": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, quantity=-1.0), year=2024)), "-1 is no quantity"),
    "an endless quantity": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, quantity=float("inf")), year=2024)), "no quantity"),
    "no number": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, quantity=float("nan")), year=2024)), "no quantity"),
    "an unknown kind": (lambda s, d: reports.enter(s, EDITOR, d, entry(change(OIL, kind="coal"), year=2024)), "no kind"),
    "a submitted report changed": (lambda s, d: reports.enter(s, EDITOR, d, entry(), looking.number_of(s, EDITOR, REPORT)), "cannot be changed"),
    "a company with submitted reports": (lambda s, d: companies.remove(s, EDITOR, "c1", "停产"), "1 submitted reports"),
    "a removal without reason": (lambda s, d: companies.remove(s, EDITOR, "c1", " "), "No reason"),
    "a company that there is not": (lambda s, d: companies.remove(s, EDITOR, "c9", "停产"), "no company"),
    "a record of a unit that there is not": (lambda s, d: product_records.enter(s, EDITOR, d, change(CAR, unit_id="u9")), "no unit"),
    "a record of a year to come": (lambda s, d: product_records.enter(s, EDITOR, d, change(CAR, year=2026)), "has not ended"),
    "a negative record": (lambda s, d: product_records.enter(s, EDITOR, d, change(CAR, quantity=-5.0)), "no number of nought"),
    "a record in no unit": (lambda s, d: product_records.enter(s, EDITOR, d, change(CAR, quantity_unit="箱")), "is not known"),
    "a record withdrawn that is not there": (lambda s, d: product_records.withdraw(s, EDITOR, "r9", "重复"), "no product record"),
    "no such state": (lambda s, d: moving.move(s, EDITOR, REPORT, Step("burnt"), 1), "no state “burnt”"),
    "no such report": (lambda s, d: moving.move(s, EDITOR, "u1.2019", Step("submitted"), 1), "no report"),
}  # fmt: skip


@pytest.fixture(scope="module")
def submitted(data, tmp_path_factory):
    """Give a store with one submitted report, on which everything is refused."""
    engine = open_store(address(tmp_path_factory.mktemp("bad")))
    registered(engine, data)
    brought(engine, data, "submitted")
    yield engine
    engine.dispose()


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_words(submitted, data, what):
    deed, words = REFUSED[what]
    before = counts(submitted)
    with pytest.raises(ReportingError) as fault:
        deed(submitted, data)
    assert words in fault.value.text.en
    assert any("\u4e00" <= one <= "\u9fff" for one in fault.value.text.zh)
    if what != "a unit of another company":
        assert counts(submitted) == before


def test_a_company_with_disclosed_reports_stays(store, data):
    registered(store, data)
    brought(store, data, "disclosed")
    with pytest.raises(ReportingError, match="1 disclosed reports"):
        companies.remove(store, EDITOR, "c1", "停产")


def test_a_company_is_removed_and_registered_again(store, data):
    registered(store, data)
    draft = brought(store, data, "draft")
    companies.remove(store, EDITOR, "c1", "停产")
    for deed in (
        lambda: reports.enter(store, EDITOR, data, entry(OIL), draft.number),
        lambda: units.register(store, EDITOR, data, replace(UNIT, unit_id="u2")),
    ):
        with pytest.raises(ReportingError, match="was removed"):
            deed()
    companies.register(store, EDITOR, data, COMPANY)
    assert reports.enter(store, EDITOR, data, entry(OIL), draft.number).revision == 1


def test_a_credit_code_is_checked_by_its_last_sign():
    # A public example of the standard's check.
    assert fields.is_credit_code("91350100M000100Y43")
    assert not fields.is_credit_code("91350100M000100Y44")
    assert not fields.is_credit_code("91350100M000100Y4")
    assert not fields.is_credit_code("91350100M000100I43")


def test_a_name_that_is_typed_counts_only_where_no_log_in_says_it():
    assert people.named(ALONE, " 王芳 ").name == "王芳"
    assert people.named(EDITOR, "李强").name == "王芳"
    assert people.named(None, "李强") is None


def test_a_finding_is_settled_before_a_report_is_verified(store, data):
    registered(store, data)
    found = brought(store, data, "corrected")
    for settled, words in (
        ({}, "still open"),
        ({2: None}, "no finding 2"),
        ({1: 0.0}, "no positive number"),
        ({1: float("nan")}, "no positive number"),
    ):
        step = Step("verified", "x", settled=settled)
        with pytest.raises(ReportingError, match=words):
            moving.move(store, VERIFIER, REPORT, step, found.number, MONDAY)
    step = Step("verified", settled={1: 5.0})
    with pytest.raises(ReportingError, match="No reason"):
        moving.move(store, VERIFIER, REPORT, step, found.number, MONDAY)
    done = moving.move(store, VERIFIER, REPORT, Step("verified", settled={1: None}), found.number)
    assert done.state == "verified"
    with reading(store) as connection:
        rows = connection.execute(select(FINDINGS).order_by(FINDINGS.c.number)).mappings().all()
    assert [(row["outcome"], row["revision"]) for row in rows] == [("open", 1), ("closed", 2)]


@pytest.mark.parametrize("findings", [(), ("",), ("x" * 201,)])
def test_findings_have_words(store, data, findings):
    registered(store, data)
    found = brought(store, data, "document_review")
    step = Step("findings_open", findings=findings)
    with pytest.raises(ReportingError):
        moving.move(store, VERIFIER, REPORT, step, found.number, MONDAY)


def test_an_appeal_has_seven_working_days(store, data):
    registered(store, data)
    # Told on Monday 2 March: the seventh working day after is Wednesday 11 March.
    found = brought(store, data, "verified")
    step = Step("appealed", "因子有误")
    late = datetime(2026, 3, 11, 16, 30, tzinfo=UTC)
    with pytest.raises(ReportingError) as fault:
        moving.move(store, EDITOR, REPORT, step, found.number, late)
    assert "2026-03-11" in fault.value.text.en
    assert "未计节假日" in fault.value.text.zh
    with pytest.raises(ReportingError, match="No reason"):
        moving.move(store, EDITOR, REPORT, Step("appealed"), found.number, MONDAY)
    in_time = late - timedelta(hours=1)
    assert moving.move(store, EDITOR, REPORT, step, found.number, in_time).state == "appealed"


def test_product_records_above_the_report_have_to_be_explained(store, data):
    registered(store, data)
    found = entered(store, data)
    # 1,558.05 t; ten per cent more is 1,713.9 t.
    product_records.enter(store, EDITOR, data, replace(CAR, quantity=1904.0))
    assert checks.seen(store, EDITOR, REPORT) == ()
    product_records.enter(store, EDITOR, data, replace(CAR, quantity=1905.0))
    (remark,) = checks.seen(store, EDITOR, REPORT)
    assert (remark.rule, "1,714" in remark.text.en) == ("products", True)
    with pytest.raises(ReportingError, match="Give a reason"):
        moving.move(store, EDITOR, REPORT, Step("submitted"), found.number)
    product_records.withdraw(store, EDITOR, "r1", "重复")
    assert checks.seen(store, EDITOR, REPORT) == ()
    with reading(store) as connection:
        rows = connection.execute(select(PRODUCT_RECORDS.c.is_withdrawn)).scalars().all()
    assert sorted(rows) == [False, False, True]
    assert moving.move(store, EDITOR, REPORT, Step("submitted"), found.number).state == "submitted"


@pytest.mark.parametrize(
    ("tonnes", "rule"), [(129.9, None), (130.1, "rise"), (70.1, None), (69.9, "fall")]
)
def test_a_leap_against_the_year_before_has_to_be_explained(store, data, tonnes, rule):
    registered(store, data)
    before = reports.enter(store, EDITOR, data, entry(OIL, year=2024))
    moving.move(store, EDITOR, before.report_id, Step("submitted", "首次"), before.number)
    reports.enter(store, EDITOR, data, entry(replace(OIL, quantity=tonnes)))
    assert [one.rule for one in checks.seen(store, EDITOR, REPORT)] == ([rule] if rule else [])


def test_emissions_are_quantity_times_factor_in_any_unit_that_fits(store, data):
    registered(store, data)
    kilograms = Activity("fuel", "燃料油", 100_000.0, "千克", "F056")
    ten_thousand = replace(POWER, quantity=200.0, unit="万千瓦时")
    found = reports.enter(store, EDITOR, data, entry(kilograms, ten_thousand))
    shown = looking.report(store, EDITOR, REPORT)
    assert found.co2_t == pytest.approx(317.05 + 1241.0)
    assert [row["co2_t"] for row in shown.lines] == [pytest.approx(317.05), pytest.approx(1241.0)]
    assert shown.lines[0]["factor"] == 3170.5
    assert shown.following == ("submitted",)


def test_a_draft_saved_with_fewer_lines_has_those_alone(store, data):
    registered(store, data)
    found = brought(store, data, "draft")
    again = reports.enter(store, EDITOR, data, entry(OIL), found.number)
    shown = looking.report(store, EDITOR, REPORT)
    assert (again.revision, again.co2_t) == (1, pytest.approx(317.05))
    assert [row["activity"] for row in shown.lines] == ["燃料油"]


def test_what_another_person_may_not_see_is_in_no_list(store, data):
    registered(store, data)
    brought(store, data, "draft")
    stranger = person("verifier", "孙丽", (ZHEJIANG,))
    assert looking.reports(store, stranger) == []
    assert looking.number_of(store, stranger, REPORT) is None
    assert [one.standing.report_id for one in looking.reports(store, EDITOR)] == [REPORT]
    with pytest.raises(ReportingError, match="no report"):
        looking.report(store, stranger, REPORT)


def test_a_removed_company_keeps_its_rows(store, data):
    registered(store, data)
    companies.remove(store, EDITOR, "c1", "停产")
    with reading(store) as connection:
        rows = connection.execute(select(COMPANIES).order_by(COMPANIES.c.number)).mappings().all()
    assert [row["is_removed"] for row in rows] == [False, True]
