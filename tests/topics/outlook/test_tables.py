"""The rows behind the figures of the Outlook: values in full precision, and why one is missing."""

import pytest

from carbonpeak.domain import official
from carbonpeak.topics.outlook import analysis_nowcast as nowcasts
from carbonpeak.topics.outlook import chances, nowcast, nowcast_inputs, per_gdp, projection, sharing
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, project
from carbonpeak.topics.outlook.analysis_sharing import RULES, shared_out
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.speaker import Speaker

EN, ZH = Speaker("en"), Speaker("zh")
CHOSEN = OutlookChoices()


def values(table, key):
    return [cell.value for cell in table.column(key).cells]


def cell(table, row_key, row, key):
    """Return the cell of a column in the row whose ``row_key`` holds a value."""
    return table.column(key).cells[values(table, row_key).index(row)]


def test_a_fan_holds_tonnes_whatever_unit_is_shown(data):
    result = project(data, ProjectionQuestion())
    for tell, unit, text in ((ZH, "亿吨", "98.7"), (EN, "Mt", "9,868")):
        table = projection.quantity(data, CHOSEN, tell).table
        known = cell(table, "year", 2022, "known")
        assert known.value == result.past["quantity"][2022]
        assert (known.text, table.column("known").unit) == (text, unit)
        median = cell(table, "year", 2030, "percentile_50")
        assert median.value == result.quantity[0.5][2030]
        assert cell(table, "year", 2030, "standing").value == "scenario"


def test_a_fan_says_which_kind_of_number_is_missing(data):
    table = projection.index(data, CHOSEN, EN).table
    assert cell(table, "year", 2030, "known").missing == "none"
    assert cell(table, "year", 2022, "percentile_5").missing == "known_year"
    assert table.column("known").unit == "2020 = 100"
    assert cell(table, "year", 2020, "known").value == 100


def test_the_bars_of_peaks_are_whole_shares_of_marked_years(data):
    result = project(data, ProjectionQuestion())
    table = chances.peak_years(data, CHOSEN, ZH).table
    assert values(table, "peak_year") == list(range(2022, 2031))
    assert sum(values(table, "share")) == pytest.approx(1)
    assert cell(table, "peak_year", 2030, "share").value == pytest.approx(
        result.peak_years[2030], rel=1e-12
    )
    marks = [one.marks for one in table.column("peak_year").cells]
    assert marks == [("and_before",), *[()] * 7, ("still_rising",)]


def test_a_scenario_has_its_rates_as_fractions(data):
    table = chances.scenarios(data, CHOSEN, ZH).table
    assert values(table, "scenario")[:2] == ["近五年趋势", "2013 年以来趋势"]
    result = project(data, ProjectionQuestion(scenario="plan15"))
    plan15 = "“十五五”目标降速（2026 年起）"
    change = cell(table, "scenario", plan15, "change")
    assert change.value == result.course["change"][2030]
    assert change.text.endswith("（2026 年起）")
    assert cell(table, "scenario", plan15, "change_from").value == 2026
    assert cell(table, "scenario", plan15, "peaks_in_time").value == result.peaks
    assert "change_from" not in [column.head.key for column in table.shown]


def test_a_share_that_rounds_to_nothing_keeps_its_value(data):
    question = ProjectionQuestion("co2", "trend5", "650000")
    result = project(data, question)
    peaks = chances.scenarios(data, OutlookChoices(question), EN).table.column("meets_target")
    assert peaks.cells[0].value == result.meets
    assert peaks.unit == "% of paths"


def test_the_methods_hold_fractions_and_codes(data):
    methods = nowcasts.methods(data)
    table = nowcast.table_of_methods(data, CHOSEN, EN).table
    assert values(table, "method")[:2] == ["By total energy", "By electricity"]
    assert values(table, "cumulative")[:3] == list(methods["cumulative"])
    assert values(table, "change_2023")[:3] == list(methods[2023])
    assert values(table, "outcome") == ["missed", "missed", "met", "missed"]
    assert values(table, "standing") == ["estimated", "estimated", "unverified", "unverified"]
    miss = table.column("miss")
    assert miss.cells[0].value == methods["miss"]["total_energy"]
    assert miss.cells[0].form.unit == "percentage points"


def test_the_points_of_a_method_whose_input_is_recalled_are_marked(data):
    table = nowcast.range_of_methods(data, CHOSEN, EN).table
    output = cell(table, "year", 2025, "output")
    assert output.value == pytest.approx(100 * (1 + nowcasts.methods(data)["cumulative"]["output"]))
    assert output.marks == ("unverified",)
    assert cell(table, "year", 2025, "electricity").marks == ()
    assert cell(table, "year", 2022, "output").missing == "not_applicable"
    last = official.official_index(data)[2022]
    assert cell(table, "year", 2022, "official").value == pytest.approx(last)


def test_the_unit_of_each_input_stands_in_a_column_of_files(data):
    table = nowcast_inputs.figure(data, CHOSEN, ZH).table
    level = cell(table, "input", "第二产业用电量（水平）", "unit")
    assert (level.value, table.column("unit").head.in_files) == ("亿千瓦时", True)
    assert cell(table, "input", "第二产业用电量（水平）", "value_2020").value == 51215
    steel = "钢铁：吨钢综合能耗"
    assert cell(table, "input", steel, "unit").value == "%"
    rise = cell(table, "input", steel, "value_2022")
    assert (rise.value, rise.text, rise.marks) == (1.7, "+1.7%", ("unverified",))
    assert cell(table, "input", steel, "value_2024").missing == "none"
    assert cell(table, "input", steel, "value_2020").missing == "unused"
    # No number of a column may be scaled, for its rows have no one unit.
    forms = {one.form for key in ("value_2020", "value_2021") for one in table.column(key).cells}
    assert all(form.times == form.per == 1 and not form.unit for form in forms)


def test_the_yearly_changes_beside_gdp_are_fractions(data):
    table = per_gdp.figure(data, CHOSEN, EN).table
    change = cell(table, "year", 2022, "co2_yearly_change")
    assert (change.value, change.text) == (pytest.approx(-0.008), "−0.8")
    assert table.column("co2_yearly_change").unit == "%"
    assert cell(table, "year", 2020, "energy_yearly_change").missing == "none"
    assert cell(table, "year", 2025, "co2_revised").marks == ("unverified",)


def test_what_is_asked_of_a_province_is_a_fraction_with_its_marks(data):
    chosen = OutlookChoices(goal="energy2025", rule="equal_share")
    shares = shared_out(data, "energy2025", "region").table
    table = sharing.ranking(data, chosen, EN).table
    assert [column.head.key for column in table.columns] == [
        "region",
        "change",
        "best",
        "given_equal_share",
        "rate_equal_share",
    ]
    fujian = cell(table, "region", "Fujian", "rate_equal_share")
    assert fujian.value == shares["rate_equal_share"]["350000"]
    assert (fujian.text, fujian.marks) == ("9.6% ▲", ("record",))
    assert (
        cell(table, "region", "Fujian", "given_equal_share").value
        == (shares["given_t_equal_share"]["350000"])
    )
    shandong = cell(table, "region", "Shandong", "region")
    assert (shandong.text, shandong.marks) == ("Shandong ※", ("doubtful",))
    nothing = cell(table, "region", "Tianjin", "rate_equal_share")
    assert (nothing.value, nothing.text) == (0.0, "not asked")


def test_a_unit_without_figures_says_its_kind_of_missing(data):
    table = sharing.table(data, OutlookChoices(goal="co2_2030"), ZH).table
    assert cell(table, "region", "吉林", "change").missing == "withheld"
    assert cell(table, "region", "西藏", "given_benchmark").missing == "no_data"
    assert cell(table, "region", "河北", "best").missing == "no_history"


@pytest.mark.parametrize("unit", ["region", "sector"])
def test_the_last_row_is_the_gap_in_tonnes(data, unit):
    found = shared_out(data, "co2_2025", unit)
    table = sharing.table(data, OutlookChoices(goal="co2_2025", unit=unit), EN).table
    for rule in RULES:
        *parts, left, total = values(table, f"given_{rule}")
        assert total == found.gap_t
        assert sum(part for part in parts if part is not None) + left == pytest.approx(total)
        assert table.column(f"rate_{rule}").cells[-2].missing == "none"
    assert table.column("given_benchmark").unit == "Mt"


def test_the_scenarios_of_a_doubtful_place_carry_its_mark_into_files(data):
    for code, marks in (("140000", ("doubtful",)), ("320000", ())):
        chosen = OutlookChoices(ProjectionQuestion(region_code=code))
        cells = chances.scenarios(data, chosen, EN).table.column("scenario").cells
        assert {cell.marks for cell in cells} == {marks}
