"""Where nation, provinces and sectors stand, and what is doubtful, on the real tables."""

import pytest

from carbonpeak.domain import doubts, nation, official
from carbonpeak.domain.view import View
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.topics.sectors import analysis as sectors


def test_the_official_points_are_the_official_figures(data):
    index = official.official_index(data)
    assert index.to_dict() == pytest.approx({2020: 100.0, 2021: 94.4, 2022: 93.2})


def test_the_last_month_is_one_month_with_its_source(data):
    month = official.latest_month(data)
    assert (month["period"], month["value"]) == ("2026-08", -7.2)
    assert month["source_id"]


def test_a_yearly_change_takes_the_final_figure_before_the_preliminary(data):
    rows = official.yearly_changes(
        data, "industrial_energy_intensity", official.OFFICIAL_INTENSITY, "total"
    )
    assert rows["value"][2021] == -5.6
    assert rows["standing"][2021] == "official"
    assert rows["standing"][2022] == "estimated"
    assert set(rows.index) == {2021, 2022}


@pytest.mark.parametrize(
    ("measure", "basis", "change"),
    [
        ("energy", "final", -0.0591),
        ("energy", "with_transformation", -0.0317),
        ("co2", "total", -0.0746),
        ("co2", "energy_related", -0.0604),
    ],
)
def test_the_estimate_of_the_nation_by_basis(data, measure, basis, change):
    index = nation.yearly(data, measure, basis)["index"]
    assert index[2022] / 100 - 1 == pytest.approx(change, abs=5e-5)


def test_what_single_faults_do_to_the_nation(data):
    assert nation.co2_change_without_faulty_cement(data, 2022) == pytest.approx(-0.0720, abs=5e-4)
    jumpless = nation.energy_change_without_largest_jump(data, 2022)
    assert jumpless == pytest.approx(-0.0750, abs=5e-4)
    cell = doubts.largest_cell(data, View())
    assert (cell.name, cell["sector_code"], cell["jump_year"]) == ("370000", "25", 2022)


def test_prices_make_a_province_doubtful_whatever_is_measured(data):
    for measure in ("energy", "co2"):
        table = doubts.of_regions(data, View(measure))
        apart = (table["value_added_growth"] - table["gdp_growth"]).abs()
        assert set(table.index[apart > PRICE_GAP]) == set(table.index[table["is_price"]])
        assert {"140000", "150000", "650000", "410000"} <= set(table.index[table["is_doubtful"]])
        assert not table["is_price"]["320000"]


def test_a_jump_of_one_division_makes_energy_doubtful_but_not_co2(data):
    energy, co2 = (doubts.of_regions(data, View(measure)) for measure in ("energy", "co2"))
    assert energy["is_jump"]["370000"]
    assert energy["jump_share"]["370000"] > JUMP_SHARE
    assert not co2["is_jump"].any()
    assert not co2["is_doubtful"]["370000"]


def test_the_gap_of_a_province_is_its_energy_above_the_path(data):
    table = regions.judged(data, View())
    shandong = table.loc["370000"]
    on_path = shandong["quantity"] / (1 + shandong["cumulative"]) * (1 - 0.135) ** (2 / 5)
    assert shandong["gap_t"] == pytest.approx(shandong["quantity"] - on_path, rel=1e-9)
    assert shandong["gap_t"] / 1e4 == pytest.approx(3436.7, abs=0.1)


def test_missing_has_kinds(data):
    table = regions.judged(data, View("co2"))
    assert table["missing"]["540000"] == "no_data"
    assert table["missing"]["360000"] == "withheld"
    assert table["tier_schedule"]["360000"] == "no_data"
    assert regions.judged(data, View("co2", "energy_related"))["missing"]["360000"] == "no_data"


def test_an_own_target_judges_only_where_there_is_one(data):
    table = regions.judged(data, View(target="own"))
    judged = set(table.index[table["tier_schedule"] != "no_target"])
    assert judged == {"150000", "310000", "320000", "330000", "500000"}
    assert table["target"]["320000"] == pytest.approx(0.17)


@pytest.mark.parametrize("measure", ["energy", "co2"])
def test_contributions_add_up_to_the_change_of_the_whole(data, measure):
    table = sectors.judged(data, View(measure))
    column = {"energy": "energy_tce", "co2": "co2_t"}[measure]
    whole = table[column].sum() / table[f"{column}_base"].sum() - 1
    assert table[f"{measure}_contribution"].sum() == pytest.approx(whole, abs=1e-12)
    assert table[f"{measure}_share"].sum() == pytest.approx(1, abs=1e-12)


def test_a_plan_industry_is_the_sum_of_its_divisions(data):
    divisions = sectors.judged(data, View())
    plan = sectors.plan_industries(divisions)
    chemical = divisions.loc[["25", "26"]]
    assert plan["energy_tce"]["petrochemicals"] == pytest.approx(chemical["energy_tce"].sum())
    assert plan["energy_share"]["petrochemicals"] == pytest.approx(chemical["energy_share"].sum())
    assert plan["energy_contribution"]["petrochemicals"] == pytest.approx(
        chemical["energy_contribution"].sum()
    )
    assert plan["cumulative"]["steel"] == pytest.approx(divisions["cumulative"]["31"])
    assert plan["tier_schedule"]["petrochemicals"] == "no_data"


def test_a_division_without_growth_has_no_intensity(data):
    assert sectors.sector_intensity(data, View(), "25").empty
    steel = sectors.sector_intensity(data, View(), "31")
    assert steel[2022] / steel[2020] - 1 == pytest.approx(-0.0242, abs=5e-5)
