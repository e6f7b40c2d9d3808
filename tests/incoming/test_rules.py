"""The rules in SQL: each finds the fault it is for, and none finds fault with what stands."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build.schema import STANDINGS
from carbonpeak.data import queries
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.given import GIVEN
from carbonpeak.incoming import judging
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.rules import RULES
from tests.incoming.test_broken_files import incoming

YEARS = range(2012, 2023)


def divisions(data: Dataset, *rows: tuple[int, str, float]) -> list[Finding]:
    """Return the findings for energy of divisions, in tce."""
    head = "year,sector_code,energy_tce\n"
    text = head + "\n".join(f"{year},{code},{value!r}" for year, code, value in rows)
    return list(incoming(data, text.encode(), table="energy_division").findings)


def co2(data: Dataset, *rows: tuple[int, str, float]) -> list[Finding]:
    text = "year,region_code,co2_t\n" + "\n".join(f"{a},{b},{c!r}" for a, b, c in rows)
    return list(incoming(data, text.encode(), table="co2_published_total").findings)


def test_every_select_is_a_rule_and_every_rule_of_tables_a_select():
    assert set(queries.rules()) <= set(RULES)
    assert {one for one in RULES if "." not in one} == set(queries.rules())


@pytest.mark.parametrize(
    "name", ["value_added", "energy_division", "gdp", "co2_published_total", "regions", "targets"]
)
def test_what_stands_breaks_no_rule(data: Dataset, name: str):
    table = data.catalogue.table(name)
    found = incoming(data, (Path("data") / table.path).read_bytes(), f"{name}.csv", name)
    assert found.findings == ()
    assert len(found.rows) == table.row_count


def last(data: Dataset, code: str) -> float:
    rows = data.rows_of(judging.Wanted("energy_division", named=False))
    rows = rows[(rows["sector_code"] == code)].sort_values("year")
    return float(rows["energy_tce"].iloc[-1])


def year_after(data: Dataset) -> int:
    return int(data.rows_of(judging.Wanted("energy_division", named=False))["year"].max()) + 1


@pytest.mark.parametrize(
    ("factor", "rule"), [(1.01, ""), (10, "jump"), (0.1, "jump"), (2.5, "outlier")]
)
def test_a_slip_of_the_point_is_a_jump_and_a_strange_change_an_outlier(
    data: Dataset, factor: float, rule: str
):
    found = divisions(data, (year_after(data), "31", last(data, "31") * factor))
    assert [one.rule for one in found] == ([rule] if rule else [])
    if rule:
        assert (found[0].row, found[0].column) == (2, "energy_tce")
        assert str(year_after(data) - 1) in found[0].value
        # As a file has it, not 1e+07: whoever looks for the number there must find it.
        assert f"{last(data, '31') * factor:,.2f}".rstrip("0").rstrip(".") in found[0].value
        assert "e+" not in found[0].value
        assert "吨标准煤" in found[0].what.zh


def test_the_bound_of_a_jump_is_the_threshold(data: Dataset):
    base = last(data, "31")
    rules = [
        {one.rule for one in divisions(data, (year_after(data), "31", base * factor))}
        for factor in (2.999, 3.001)
    ]
    assert ["jump" in one for one in rules] == [False, True]


def energy(data: Dataset, *rows: str) -> list[tuple[str, int]]:
    """Return rules and rows of the findings for energy of one province, division and fuel."""
    text = "year,region_code,sector_code,fuel_code,quantity,energy_tce\n" + "\n".join(rows)
    found = incoming(data, text.encode(), table="energy").findings
    return [(one.rule, one.row) for one in found if one.rule == "below_zero"]


def test_below_zero_is_refused_also_where_one_number_of_a_source_is(data: Dataset):
    odd = "2015,330000,RUR,other_coking_products,-1,-11429"
    assert energy(data, odd) == []
    wrong = ("2023,130000,32,raw_coal,-5,-50000", "2023,130000,31,raw_coal,5,50000")
    assert energy(data, odd, *wrong) == [("below_zero", 3), ("below_zero", 3)]


def test_below_zero_is_nothing_strange_in_a_column_of_both_signs(data: Dataset):
    text = "year,region_code,flow_code,fuel_code,quantity,energy_tce\n"
    row = "2023,130000,coal_washing,cleaned_coal,-5,-45000"
    found = incoming(data, (text + row).encode(), table="energy_transformation").findings
    assert "below_zero" not in [one.rule for one in found]


def test_a_row_twice_names_the_first(data: Dataset):
    year, base = year_after(data), last(data, "31")
    found = divisions(data, (year, "31", base), (year, "31", base), (year, "32", last(data, "32")))
    assert [(one.rule, one.row, one.value) for one in found] == [("duplicate", 3, "2")]


def test_a_nation_that_is_not_its_regions_is_told_of(data: Dataset):
    rows = ((2024, "110000", 3e7), (2024, "120000", 1e8))
    for nation, is_told in ((1.3e8, False), (1.312e8, False), (1.32e8, True), (1.3e9, True)):
        found = co2(data, (2024, "000000", nation), *rows)
        assert [one.row for one in found if one.rule == "total"] == ([2] if is_told else [])


def test_regions_that_had_figures_the_year_before_are_asked_for(data: Dataset):
    found = co2(data, (2024, "110000", 3e7), (2024, "120000", 1e8), (2025, "110000", 3e7))
    told = [one.value for one in found if one.rule == "coverage"]
    assert "2025: 120000" in told


def test_where_all_but_a_few_regions_lack_those_few_are_named(data: Dataset):
    rows = data.rows_of(judging.Wanted("co2_published_total", named=False))
    after = int(rows["year"].max()) + 1
    [found] = [one for one in co2(data, (after, "130000", 3e8)) if one.rule == "coverage"]
    lacking = found.value.count(",") + 1
    assert lacking > judging.FEW
    assert found.what.zh.startswith(f"{after} 年除河北外的 {lacking} 个地区：")
    assert found.what.en.startswith(f"{after}: the {lacking} regions other than Hebei")


def test_a_standing_that_is_none_is_refused(data: Dataset):
    text = b"year,sector_code,energy_tce,standing\n2030,31,1,guess\n"
    found = incoming(data, text, table="energy_division").findings
    assert ("unknown_code", 2, "standing", "guess") in [
        (one.rule, one.row, one.column, one.value) for one in found
    ]


def test_standings_are_those_of_the_build():
    assert judging.STANDINGS == STANDINGS


def test_a_file_with_faults_of_reading_is_not_judged_further(data: Dataset):
    text = b"year,sector_code,energy_tce\n2203,31,y3\n"
    found = incoming(data, text, table="energy_division").findings
    assert [one.rule for one in found] == ["number.none"]


def test_rows_beside_the_tables_are_seen_by_one_statement_alone(data: Dataset):
    frame = pd.DataFrame(columns=list(GIVEN["given_cells"]))
    data._warehouse.rows("select * from given_cells", beside={"given_cells": frame})
    with pytest.raises(Exception, match="given_cells"):
        data._warehouse.rows("select * from given_cells")
