"""Where divisions and the plan's industries stand, on the real tables."""

import pytest

from carbonpeak.domain.view import View
from carbonpeak.topics.sectors import analysis

ENERGY = View(year=2022)


@pytest.mark.parametrize("measure", ["energy", "co2"])
def test_contributions_add_up_to_the_change_of_the_whole(data, measure):
    table = analysis.judged(data, View(measure, year=2022))
    column = {"energy": "energy_tce", "co2": "co2_t"}[measure]
    whole = table[column].sum() / table[f"{column}_base"].sum() - 1
    assert table[f"{measure}_contribution"].sum() == pytest.approx(whole, abs=1e-12)
    assert table[f"{measure}_share"].sum() == pytest.approx(1, abs=1e-12)


def test_a_plan_industry_is_the_sum_of_its_divisions(data):
    divisions = analysis.judged(data, ENERGY)
    plan = analysis.plan_industries(divisions)
    chemical = divisions.loc[["25", "26"]]
    assert plan["energy_tce"]["petrochemicals"] == pytest.approx(chemical["energy_tce"].sum())
    assert plan["energy_share"]["petrochemicals"] == pytest.approx(chemical["energy_share"].sum())
    assert plan["energy_contribution"]["petrochemicals"] == pytest.approx(
        chemical["energy_contribution"].sum()
    )
    assert plan["cumulative"]["steel"] == pytest.approx(divisions["cumulative"]["31"])
    assert plan["tier_schedule"]["petrochemicals"] == "no_data"


def test_a_division_without_growth_has_no_intensity(data):
    assert analysis.sector_intensity(data, ENERGY, "25").empty
    steel = analysis.sector_intensity(data, ENERGY, "31")
    assert steel[2022] / steel[2020] - 1 == pytest.approx(-0.0242, abs=5e-5)
