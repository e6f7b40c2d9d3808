"""When a report is late, and which verified totals are withheld, on records entered one by one."""

import math
from dataclasses import replace

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.store.tables import DISCLOSED, MOVES, REPORTS, UNITS
from carbonpeak.topics.reporting import analysis, beside
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.words.speaker import Speaker
from tests import records
from tests.records import JIANGSU, ZHEJIANG


@pytest.fixture
def entered(store, tiny_folder):
    """Give what enters rows and returns the tables with them."""
    tables = Warehouse(tiny_folder, store=lambda: store.url)

    def made(*entries):
        for rows in entries:
            number = records.enter(store, rows)
        return Dataset(tables, WHOLE), number

    yield made
    tables.close()


def chosen(number, day="2026-06-30"):
    return ReportingChoices(number, day, 2025, "", "", "region", "submitted", "days", "")


@pytest.mark.parametrize(
    ("moment", "late", "days"),
    [
        # The last moment of 31 March in China, eight hours ahead of UTC, and the first after it.
        ("2026-03-31T15:59:59.999+00:00", 0, []),
        ("2026-03-31T16:00:00.000+00:00", 1, [1]),
        ("2026-04-30T16:00:00.000+00:00", 1, [31]),
    ],
)
def test_a_report_is_late_from_the_first_of_april_in_china(entered, moment, late, days):
    move = records.move("a1.2025", "draft", "submitted", "2026-03-31", JIANGSU, at=moment)
    data, number = entered(
        {
            UNITS: [records.unit("a1", JIANGSU, first=2025)],
            REPORTS: [records.report("a1", 2025, 1.0, JIANGSU)],
            MOVES: [move],
        }
    )
    row = analysis.of_year(data, chosen(number)).iloc[0]
    assert (row["submitted"], row["late"], row["overdue"]) == (1, late, 0)
    assert analysis.late(data, chosen(number))["days"].tolist() == days


def test_a_report_is_overdue_from_the_day_after_it_was_due(entered):
    data, number = entered({UNITS: [records.unit("a1", JIANGSU, first=2025)]})
    assert analysis.of_year(data, chosen(number, "2026-03-31"))["overdue"].sum() == 0
    assert analysis.of_year(data, chosen(number, "2026-04-01"))["overdue"].sum() == 1
    assert analysis.late(data, chosen(number, "2026-04-01"))["days"].tolist() == [1]


def verified(region, **amounts):
    """Return the entry by which reports of units are there and verified."""
    return {
        REPORTS: [records.report(one, 2025, co2_t, region) for one, co2_t in amounts.items()],
        MOVES: [
            records.move(f"{one}.2025", "draft", "verified", "2026-05-01", region)
            for one in amounts
        ],
    }


def cells(data, number):
    rows = analysis.verified(data, number, 2025)
    whole = rows[rows["sector_code"] == "all"].set_index("region_code")
    return whole["co2_t"].to_dict(), whole["is_withheld"].to_dict()


def test_a_sum_of_enough_companies_is_shown(entered):
    data, number = entered(verified(JIANGSU, a1=10.0, b1=20.0, c1=30.0, d1=40.0))
    assert cells(data, number) == (
        {JIANGSU: 100.0, "000000": 100.0},
        {JIANGSU: False, "000000": False},
    )


def test_two_companies_or_one_that_is_nearly_all_are_withheld(entered):
    data, number = entered(verified(JIANGSU, a1=10.0, b1=20.0))
    assert all(cells(data, number)[1].values())
    data, number = entered(verified(ZHEJIANG, c1=900.0, d1=10.0, e1=10.0, f1=10.0))
    assert cells(data, number)[1][ZHEJIANG]


def test_what_is_disclosed_hides_nobody_and_is_shown_itself(entered):
    open_to_all = [
        records._disclosed(f"{one}.2025", 1, 10.0, 10.0, JIANGSU) for one in ("a1", "b1", "c1")
    ]
    data, number = entered(verified(JIANGSU, a1=10.0, b1=10.0, c1=10.0), {DISCLOSED: open_to_all})
    assert cells(data, number)[0] == {JIANGSU: 30.0, "000000": 30.0}
    # A fourth that is not disclosed would follow by subtraction.
    data, number = entered(verified(JIANGSU, d1=7.0))
    assert all(cells(data, number)[1].values())
    # Two of like size are too few, however many have disclosed beside them.
    data, number = entered(verified(JIANGSU, e1=7.0))
    totals, is_withheld = cells(data, number)
    assert all(is_withheld.values())
    assert all(math.isnan(one) for one in totals.values())


def test_a_report_stands_beside_the_year_before_and_its_product_records(entered):
    data, number = entered(*records.entries())
    asked = replace(chosen(number), company="a")
    # 1100 t after 900 t, 1300 t of products; a2 has reported for the first time.
    assert beside.said(data, asked, "a1", Speaker("en")) == (
        "The report comes to 1,100 t CO₂; the year before 900 t (+22.2%); "
        "product records 1,300 t CO₂e (118.2% of the report); "
        "to be asked about: products above the report"
    )
    told = beside.said(data, asked, "a2", Speaker("zh"))
    assert told == "报告合计 200 吨 CO₂；无上年报告；无产品记录"
    assert beside.said(data, replace(asked, year=2023), "a1", Speaker("zh")) == ""
