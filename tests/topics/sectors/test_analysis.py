"""Where divisions and the plan's industries stand, on the real tables."""

import pytest

from carbonpeak.domain import comparable
from carbonpeak.domain.view import View
from carbonpeak.topics.sectors import analysis
from tests import shipped_facts as facts

ENERGY = View(year=2022)


@pytest.mark.parametrize("measure", ["energy", "co2"])
def test_contributions_add_up_to_the_change_of_the_whole(data, measure):
    table = analysis.judged(data, View(measure, year=2022))
    column = {"energy": "energy_tce", "co2": "co2_t"}[measure]
    whole = table[f"{column}_end"].sum() / table[f"{column}_start"].sum() - 1
    assert table[f"{measure}_contribution"].sum() == pytest.approx(whole, abs=1e-12)
    assert table[f"{measure}_share"].sum() == pytest.approx(1, abs=1e-12)


def test_a_plan_industry_is_the_sum_of_its_divisions(data):
    divisions = analysis.judged(data, ENERGY)
    plan = analysis.plan_industries(data, ENERGY)
    chemical = divisions.loc[["25", "26"]]
    assert plan["energy_tce"]["petrochemicals"] == pytest.approx(chemical["energy_tce"].sum())
    assert plan["energy_share"]["petrochemicals"] == pytest.approx(chemical["energy_share"].sum())
    assert plan["energy_contribution"]["petrochemicals"] == pytest.approx(
        chemical["energy_contribution"].sum()
    )
    assert plan["cumulative"]["steel"] == pytest.approx(divisions["cumulative"]["31"])
    assert plan["tier_schedule"]["petrochemicals"] == "no_data"


def test_cement_that_is_withheld_counts_in_neither_year_of_a_change(data):
    table = analysis.judged(data, View("co2", year=2022))
    sums = comparable.sums(data, 2022).pivot(index="sector_code", columns="year", values="co2_t")
    moved = sums[2022] - sums[2020]
    assert table["co2_change"]["30"] == pytest.approx(moved["30"] / sums[2020]["30"])
    assert table["co2_contribution"]["30"] == pytest.approx(moved["30"] / sums[2020].sum())
    assert table["co2_contribution"].sum() == pytest.approx(moved.sum() / sums[2020].sum())
    assert table["cumulative"]["30"] == pytest.approx(-0.155, abs=5e-4)
    # The amount of the year is all that is known of it.
    assert table["co2_t"]["30"] / 1e4 == pytest.approx(79881, abs=1)
    plan = analysis.plan_industries(data, View("co2", year=2022))
    assert plan["co2_change"]["building_materials"] == table["co2_change"]["30"]


def test_a_division_that_hangs_on_one_province_is_doubtful(data):
    table = analysis.judged(data, View("co2", year=2022))
    assert table["is_doubtful_co2"]["28"]
    assert not table["is_doubtful_energy"]["28"]
    assert set(table.index[table["is_doubtful_energy"]]) == {"08", "10", "29", "40", "45"}
    assert not analysis.plan_industries(data, ENERGY)["is_doubtful_energy"].any()


def test_a_division_without_growth_has_no_intensity(data):
    assert analysis.sector_intensity(data, ENERGY, "25").empty
    steel = analysis.sector_intensity(data, ENERGY, "31")
    assert steel[2022] / steel[2020] - 1 == pytest.approx(facts.STEEL_CHANGE, abs=5e-5)
