"""Files of many reports: all of it or nothing, each fault with its place and what to do."""

import io

import openpyxl
import pytest
from sqlalchemy import select

from carbonpeak.reporting import declared, importing, moving, standing
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.moving import Step
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import AUDIT, LINES, REPORTS
from tests.reporting.filed import EDITOR, REPORT, brought, person, registered
from tests.reporting.test_moves import counts

HEAD = "unit_id,year,kind,activity,quantity,unit,factor_id,sector_code"
OIL = "u1,2025,fuel,燃料油,100,t,F056,"
POWER = "u1,2025,electricity,外购电力,2000,MWh,EF2023-average,36-37"


def taken(store, data, *lines, kind="reports", head=HEAD, who=EDITOR):
    content = "\n".join((head, *lines)).encode()
    return importing.sent(store, who, data, kind, "报告.csv", content, why="补报")


def test_rows_of_a_unit_and_year_are_one_report(store, data):
    registered(store, data)
    found = taken(store, data, OIL, POWER, OIL.replace("2025", "2024"))
    assert (found.faults, found.rows, found.things) == ((), 3, 2)
    with reading(store) as connection:
        reports = connection.execute(select(REPORTS).order_by(REPORTS.c.year)).mappings().all()
        lines = connection.execute(select(LINES)).mappings().all()
        entry = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc())).mappings().first()
    assert [row["co2_t"] for row in reports] == [pytest.approx(317.05), pytest.approx(1558.05)]
    assert {row["number"] for row in (*reports, *lines)} == {entry["number"]} == {found.number}
    assert (entry["action"], entry["subject"], entry["why"]) == (
        "reports.import",
        "报告.csv",
        "补报",
    )


# By what is wrong with the third row: the column and a part of the sentence.
WRONG = {
    "u9,2025,fuel,油,1,t,F056,": ("unit_id", "no unit “u9”"),
    "u1,2026,fuel,油,1,t,F056,": ("year", "2026 has not ended"),
    "u1,2022,fuel,油,1,t,F056,": ("year", "did not report in 2022"),
    "u1,2024,coal,油,1,t,F056,": ("kind", "no kind “coal”"),
    "u1,2024,fuel,油,-1,t,F056,": ("quantity", "-1 is no quantity"),
    "u1,2024,fuel,油,x,t,F056,": ("quantity", ""),
    "u1,2024,fuel,油,,t,F056,": ("quantity", "is empty"),
    "u1,2024,fuel,油,1,箱,F056,": ("unit", "“箱” is not known"),
    "u1,2024,fuel,油,1,kWh,F056,": ("unit", "measures something else"),
    "u1,2024,fuel,油,1,t,F999,": ("factor_id", "no factor “F999”"),
    "u1,2024,fuel,油,1,t,F056,31": ("sector_code", "two divisions"),
    "u1,2024,fuel,油,1,t,F056,99": ("sector_code", ""),
    "u1,2024,fuel,,1,t,F056,": ("activity", "is empty"),
}


@pytest.mark.parametrize("line", WRONG)
def test_one_wrong_row_keeps_all_out_and_is_named_with_its_place(store, data, line):
    registered(store, data)
    before = counts(store)
    found = taken(store, data, OIL, line)
    column, words = WRONG[line]
    assert (found.is_refused, found.rows, found.number) == (True, 0, 0)
    one = found.faults[0]
    assert (one.file, one.row, one.column) == ("报告.csv", 3, column)
    assert words in one.text.en
    assert one.text.zh.startswith("报告.csv，第 3 行")
    assert counts(store) == before


def test_a_unit_in_two_sectors_within_a_file_is_told(store, data):
    registered(store, data)
    found = taken(store, data, POWER, POWER.replace("2025", "2024").replace("36-37", "31"))
    assert any("two divisions (36-37 and 31)" in one.what.en for one in found.faults)


def test_what_was_submitted_is_no_matter_of_a_file(store, data):
    registered(store, data)
    draft = brought(store, data, "draft")
    assert not taken(store, data, OIL).faults
    with reading(store) as connection:
        seen = standing.of(connection, REPORT).number
    assert seen > draft.number
    moving.move(store, EDITOR, REPORT, Step("submitted", "x"), seen)
    found = taken(store, data, OIL)
    assert "cannot be changed" in found.faults[0].text.en


def test_what_is_disclosed_is_not_revised_by_a_file(store, data):
    registered(store, data)
    brought(store, data, "disclosed")
    found = taken(store, data, f"{OIL},更正", head=f"{HEAD},why")
    assert "not corrected by a file" in found.faults[0].text.en


def test_ten_thousand_reports_in_one_file(new_store, data):
    store = new_store()
    who = person("editor", regions=None)
    companies = "C1,厂,36-37,320000"
    head = "company_id,name_zh,sector_code,region_code"
    taken(store, data, companies, kind="companies", head=head, who=who)
    head = "unit_id,company_id,name_zh,sector_code,region_code,first_year"
    units = [f"U{one},C1,厂{one},36-37,320000,2020" for one in range(2500)]
    assert taken(store, data, *units, kind="units", head=head, who=who).things == 2500
    rows = [
        OIL.replace("u1,2025", f"U{one},{year}")
        for one in range(2500)
        for year in range(2022, 2026)
    ]
    assert taken(store, data, *rows, who=who).things == 10_000
    with reading(store) as connection:
        assert len(connection.execute(select(REPORTS.c.report_id)).all()) == 10_000


def test_nobody_and_another_region_take_nothing_in(store, data):
    registered(store, data)
    with pytest.raises(ReportingError):
        taken(store, data, OIL, who=None)
    stranger = person("editor", "孙丽", ("330000",))
    assert "no unit" in taken(store, data, OIL, who=stranger).faults[0].text.en
    assert taken(store, data, OIL, who=person("verifier")).is_refused
    with pytest.raises(ReportingError, match="no kind of file"):
        taken(store, data, OIL, kind="reports2")


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("kind", declared.KINDS)
def test_a_template_is_read_back_as_what_it_shows(data, kind, chinese):
    content = importing.template_of(data, kind, "csv", chinese)
    table = declared.KINDS[kind]
    take = lambda: importing.foreign.apart(content)  # noqa: E731
    found = importing.check.held(data, table, "t.csv", take, is_compared=False)
    assert [one.text.en for one in found.findings] == []
    assert len(found.rows) == len(declared.examples(kind))
    book = openpyxl.load_workbook(io.BytesIO(importing.template_of(data, kind, "xlsx", chinese)))
    assert len(book.worksheets) == 3
