"""Sharing out on the real tables: parts and rest are the gap, gaps are those of the data."""

import pytest

from carbonpeak.thresholds import CO2_TARGET, PLAN15_CO2_TARGET
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, UNITS, shared_out

EVERY = [(goal, unit) for goal in GOALS for unit in UNITS]


@pytest.mark.parametrize(("goal", "unit"), EVERY)
def test_parts_and_rest_are_the_gap(data, goal, unit):
    found = shared_out(data, goal, unit)
    assert found.gap_t > 0
    for rule in RULES:
        given = found.table[f"given_t_{rule}"]
        assert given.sum() + found.left_t[rule] == pytest.approx(found.gap_t, rel=1e-9)
        assert (given.dropna() >= 0).all()


@pytest.mark.parametrize(("goal", "unit"), EVERY)
def test_the_rates_give_the_reductions_back(data, goal, unit):
    found = shared_out(data, goal, unit)
    known = found.table[found.table["missing"] == ""]
    for rule in RULES:
        kept = (1 - known[f"rate_{rule}"]) ** found.years_left
        assert (known["now_t"] * (1 - kept)).to_numpy() == pytest.approx(
            known[f"given_t_{rule}"].to_numpy(), rel=1e-9, abs=1e-3
        )
        assert (known[f"rate_{rule}"] > known["best"]).equals(known[f"is_record_{rule}"])
    equal = known["rate_equal_rate"]
    assert equal.min() == pytest.approx(equal.max()) == pytest.approx(found.rate)


def test_the_gap_of_energy_is_that_of_the_provinces(data):
    rows = data.ask("regions__yearly", region_code=None, first_year=2020).dropna(
        subset=["energy_tce"]
    )
    sums = rows.groupby("year")[["energy_tce", "value_added_real_cny"]].sum()
    level = sums["energy_tce"] / sums["value_added_real_cny"]
    gap = sums["energy_tce"][2022] - level[2020] * 0.865 * sums["value_added_real_cny"][2022]
    found = shared_out(data, "energy2025", "region")
    assert found.gap_t == pytest.approx(gap)
    assert found.gap_t / 1e4 == pytest.approx(21310, abs=1)
    assert found.years_left == 3


def test_own_gaps_of_divisions_add_up_to_the_gap_of_the_whole(data):
    found = shared_out(data, "co2_2025", "sector")
    table = found.table
    own = table["now_t"] - table["base_t"] * table["added"] / table["added_base"] * 0.82
    assert own.sum() == pytest.approx(found.gap_t)
    assert len(table) == 38


def test_the_goal_of_2030_chains_both_plans():
    measure, year, target = GOALS["co2_2030"]
    assert (measure, year) == ("co2", 2030)
    assert target == pytest.approx(1 - (1 - CO2_TARGET) * (1 - PLAN15_CO2_TARGET))
    assert target == pytest.approx(0.3194)


def test_units_without_figures_are_named_with_the_reason(data):
    missing = shared_out(data, "co2_2030", "region").table["missing"]
    assert missing[missing != ""].to_dict() == {
        "220000": "withheld",
        "360000": "withheld",
        "540000": "no_data",
    }
    energy = shared_out(data, "energy2025", "region").table["missing"]
    assert energy[energy != ""].to_dict() == {"540000": "no_data"}


def test_the_best_five_years_are_those_of_the_data(data):
    table = shared_out(data, "energy2025", "region").table
    rows = data.ask("regions__yearly", region_code="370000", first_year=2013).set_index("year")
    level = rows["energy_tce"] / rows["value_added_real_cny"]
    falls = [1 - (level[year + 5] / level[year]) ** 0.2 for year in range(2013, 2018)]
    assert table["best"]["370000"] == pytest.approx(max(falls))
    # Hebei's revision of 2018 lies in every span of five.
    assert table["best"].isna()["130000"]
    assert not table["is_record_equal_rate"]["130000"]


def test_a_revision_of_energy_counts_for_co2(data):
    marks = {
        goal: [
            int(shared_out(data, goal, "region").table[f"is_record_{rule}"].sum()) for rule in RULES
        ]
        for goal in ("co2_2025", "co2_2030")
    }
    assert marks == {"co2_2025": [3, 8, 5], "co2_2030": [2, 2, 5]}
    table = shared_out(data, "co2_2030", "region").table
    assert table["best"].isna()[["130000", "150000", "230000"]].all()
    assert table["left_out"]["230000"] == [2018, 2019]
    assert table["left_out"]["320000"] == []


def test_the_doubt_of_a_province_goes_with_it(data):
    table = shared_out(data, "energy2025", "region").table
    assert table["is_doubtful"][["140000", "370000"]].all()
    assert not table["is_doubtful"][["320000", "540000"]].any()


def test_a_division_that_hangs_on_one_province_is_doubtful(data):
    """CO2 of chemical fibres is Jiangsu's alone, that of power is everybody's."""
    doubtful = shared_out(data, "co2_2025", "sector").table["is_doubtful"]
    assert doubtful["28"]
    assert not doubtful["44"]


def test_cement_that_is_withheld_in_one_year_is_left_out_of_all(data):
    """CO2 of cement, glass and ceramics falls by 10.1% between comparable amounts, not by 12.4%."""
    row = shared_out(data, "co2_2025", "sector").table.loc["30"]
    assert round(row["now_t"] / row["base_t"] - 1, 3) == -0.101
