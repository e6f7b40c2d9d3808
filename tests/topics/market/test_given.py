"""Units as readers give them: the worked examples through a file, a sentence for each fault."""

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from carbonpeak.data.reading.findings import ReadingError
from carbonpeak.indicators.allocation import INDUSTRY_METHODS
from carbonpeak.topics.market import given
from carbonpeak.topics.market.analysis_allocation import frame, positions
from carbonpeak.topics.market.choices import Unit
from carbonpeak.topics.market.given import UnitsError, read, reckoned

HEAD = (
    "unit_id,line,vintage,unit_class,output,output_unit,heat_gj,load_factor,emissions_t,"
    "intensity,balance,cf4_t,c2f6_t\n"
)
COAL = "a,power,2024,coal_above_300,3000000,MWh,1000000,0.55,2650000,,,,\n"
CLINKER = "b,clinker,2025,,1200000,t,,,1000000,,0.86,,\n"
PRICE = 80.0


def units(*lines: str) -> pd.DataFrame:
    rows = pd.read_csv(io.StringIO(HEAD + "".join(lines)), dtype=str)
    return rows.where(rows.notna(), None).set_axis(range(2, len(rows) + 2))


def said(data, price: float, *lines: str) -> tuple[str, str]:
    with pytest.raises(UnitsError) as caught:
        reckoned(data, units(*lines), price)
    return caught.value.text.zh, caught.value.text.en


def test_a_file_of_units_is_reckoned_to_the_tonne(data, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    aluminium = "c,aluminium,2024,,10000,t,,,5000,,,2,0.1\n"
    by_intensity = "d,clinker,2025,,1200000,t,,,,0.75,0.86,,\n"
    file.write_text(HEAD + COAL + CLINKER + aluminium + by_intensity, encoding="utf-8")
    found = reckoned(data, read(file), PRICE).set_index("unit_id")
    assert found["allowances_t"].round().tolist() == [2_659_695, 1_004_651, 19_370, 917_267]
    assert found["surplus_t"].round().tolist() == [9_695, 4_651, 0, 17_267]
    assert found.loc["a", "worth_cny"] == pytest.approx(80 * found.loc["a", "due_t"])
    assert set(found["standing"]) == {"scenario"}


def test_a_line_without_balance_value_is_kept_and_says_why(data) -> None:
    row = reckoned(data, units("b,clinker,2025,,1200000,t,,,1000000,,,,\n"), PRICE).iloc[0]
    assert np.isnan(row["allowances_t"])
    assert row["missing"] == "no_balance"
    assert row["intensity"] == pytest.approx(0.833333, abs=5e-7)


@pytest.mark.parametrize(
    ("old", "new", "field", "zh", "en"),
    [
        (COAL, COAL.replace("0.55", "1.01"), "load_factor", "应在 0 至 1 之间", "between 0 and 1"),
        (COAL, COAL.replace("0.55", "-0.1"), "load_factor", "应在 0 至 1 之间", "between 0 and 1"),
        (COAL, COAL.replace("0.55", ""), "load_factor", "缺负荷率", "needs its load factor"),
        (COAL, COAL.replace("3000000", "0"), "output", "应大于 0", "must be above 0"),
        (COAL, COAL.replace("2650000", "-1"), "emissions_t", "为负", "negative"),
        (COAL, COAL.replace("2650000", ""), "emissions_t", "缺经核查排放量", "no emissions"),
        (COAL, COAL.replace("MWh", "10^4 kWh"), "output_unit", "请换算", "convert it"),
        (COAL, COAL.replace("2024", "2022"), "vintage", "可用的年度：2023", "give one of 2023"),
        (COAL, COAL.replace("_above_300", "_to_600"), "unit_class", "没有基准值", "no benchmark"),
        (COAL, COAL.replace("coal_above_300", ""), "unit_class", "缺类别", "needs its class"),
        (COAL, COAL.replace("power", "wind"), "line", "不是机组", "no kind of unit"),
        (CLINKER, CLINKER.replace("2025", "2026"), "vintage", "2024, 2025", "2024, 2025"),
        (CLINKER, CLINKER.replace("0.86", "0"), "balance", "应大于 0", "must be above 0"),
        (CLINKER, "b,clinker,2025,,,t,,,,0.8,0.86,,\n", "output", "没有产量", "without its output"),
        (CLINKER, "b,clinker,2025,,5,t,,,4,0.8,0.86,,\n", "intensity", "只能给一个", "one of them"),
        (CLINKER, CLINKER.replace(",,\n", ",1,\n"), "cf4_t", "只有铝冶炼", "aluminium alone"),
        (CLINKER, CLINKER.replace("1200000", "inf"), "output", "有限的数", "no finite number"),
    ],
)  # fmt: skip
def test_each_fault_has_a_sentence_with_row_field_and_remedy(
    data, old: str, new: str, field: str, zh: str, en: str
) -> None:
    reckoned(data, units(COAL, CLINKER), PRICE)
    lines = [line if line != old else new for line in (COAL, CLINKER)]
    row = 2 + (old == CLINKER)
    chinese, english = said(data, PRICE, *lines)
    assert chinese.startswith(f"第 {row} 行，{field}：")
    assert zh in chinese
    assert english.startswith(f"Row {row}, {field}: ")
    assert en in english


@pytest.mark.parametrize("price", [0, -5, float("nan"), float("inf")])
def test_a_price_of_nothing_is_refused(data, price: float) -> None:
    chinese, english = said(data, price, COAL)
    assert "应大于 0" in chinese
    assert english.startswith("price: ")


def test_all_faults_are_said_in_the_order_of_rows(data) -> None:
    _, english = said(data, PRICE, COAL.replace("0.55", "2"), CLINKER.replace("0.86", "-1"), COAL)
    rows = [line.split(",")[0] for line in english.splitlines()]
    assert rows == ["Row 2", "Row 3"]


def test_many_faults_are_counted_not_all_printed(data) -> None:
    _, english = said(data, PRICE, *[COAL.replace("0.55", "2")] * 50)
    assert len(english.splitlines()) == given.MOST_SENTENCES + 1
    assert english.endswith("10 more.")


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ((COAL, COAL), "a"),
        ((COAL.replace("0.55", "55%"),), "55%"),
        ((COAL.replace("a,power", ",power"),), "unit_id"),
    ],
)
def test_a_file_with_ids_twice_or_numbers_that_are_none_is_refused(
    tmp_path: Path, lines: tuple[str, ...], what: str
) -> None:
    file = tmp_path / "units.csv"
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    with pytest.raises(ReadingError, match=what):
        read(file)


def test_the_years_of_the_three_industries_are_those_of_the_rules(shipped) -> None:
    rows = shipped.rows("select period, scope from market_rules where item = 'allowance'")
    assert set(rows["period"]) == {str(year) for year in INDUSTRY_METHODS}


def test_one_unit_and_the_same_in_a_file_are_reckoned_alike(data) -> None:
    unit = Unit("power", 2024, "coal_above_300", 3e6, 1e6, 0.55, 2_650_000.0, 0.0, 0.0, None)
    alone = positions(data, frame([unit])).iloc[0]
    filed = reckoned(data, units(COAL), PRICE).iloc[0]
    assert alone["allowances_t"] == filed["allowances_t"]
