"""Where the nation stands, and what is doubtful, on the real tables and on hand-made rows."""

import pytest

from carbonpeak.domain import comparable, doubts, nation, official, sectors
from carbonpeak.domain.view import View
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from tests import shipped_facts as facts
from tests.altered_data import AlteredData


def test_the_official_points_are_the_official_figures(data):
    index = official.official_index(data)
    assert index.to_dict() == pytest.approx(facts.ENERGY_INDEX)


def test_the_last_month_is_one_month_with_its_source(data):
    month = official.latest_month(data)
    assert (month["period"], month["value"]) == facts.LAST_MONTH
    assert month["source_id"]


def test_a_yearly_change_takes_the_final_figure_before_the_preliminary(data):
    rows = official.yearly_changes(
        data, "industrial_energy_intensity", official.OFFICIAL_INTENSITY, "total"
    )
    assert rows["value"][2021] == -5.6
    assert rows["standing"][2021] == "official"
    assert rows["standing"][2022] == "estimated"
    assert set(rows.index) == {2021, 2022}


def test_the_estimate_of_the_nation_by_basis(data):
    found = {
        (measure, basis): nation.yearly(data, measure, basis)["index"][2022] / 100 - 1
        for measure, basis in facts.INTENSITY_CHANGE
    }
    assert found == pytest.approx(facts.INTENSITY_CHANGE, abs=5e-5)


def test_what_single_faults_do_to_the_nation(data):
    cementless = nation.co2_change_without_faulty_cement(data, 2022)
    assert cementless == pytest.approx(facts.CHANGE_WITHOUT_FAULTY_CEMENT, abs=5e-4)
    jumpless = nation.energy_change_without_largest_jump(data, 2022)
    assert jumpless == pytest.approx(facts.CHANGE_WITHOUT_LARGEST_JUMP, abs=5e-4)
    cell = doubts.largest_cell(data, View(year=2022))
    assert (cell.name, cell["sector_code"], cell["jump_year"]) == ("370000", "25", 2022)


def test_prices_make_a_province_doubtful_whatever_is_measured(data):
    for measure in ("energy", "co2"):
        table = doubts.of_regions(data, View(measure, year=2022))
        apart = (table["value_added_growth"] - table["gdp_growth"]).abs()
        assert set(table.index[apart > PRICE_GAP]) == set(table.index[table["is_price"]])
        assert {"140000", "150000", "650000", "410000"} <= set(table.index[table["is_doubtful"]])
        assert not table["is_price"]["320000"]


def test_a_jump_of_one_division_makes_energy_doubtful_but_not_co2(data):
    energy, co2 = (
        doubts.of_regions(data, View(measure, year=2022)) for measure in ("energy", "co2")
    )
    assert energy["is_jump"]["370000"]
    assert energy["jump_share"]["370000"] > JUMP_SHARE
    assert not co2["is_jump"].any()
    assert not co2["is_doubtful"]["370000"]


JIANGSU = "320000"


def with_row(data, query, **values):
    """Return the same tables with some values of one province in the answers to one query."""

    def change(name, rows):
        if name == query:
            for column, value in values.items():
                rows.loc[rows["region_code"] == JIANGSU, column] = value
        return rows

    return AlteredData(data, change)


@pytest.mark.parametrize(
    ("added", "product", "is_price"),
    [
        (0.2001, 0.10, True),
        (0.1999, 0.10, False),
        (0.10, 0.2001, True),
        (0.10, 0.1999, False),
        (None, 0.10, False),
    ],
)
def test_growth_further_apart_than_ten_points_is_doubtful(data, added, product, is_price):
    altered = with_row(data, "regions__growth", value_added_growth=added, gdp_growth=product)
    for measure in ("energy", "co2"):
        row = doubts.of_regions(altered, View(measure, year=2022)).loc[JIANGSU]
        assert (row["is_price"], row["is_doubtful"]) == (is_price, is_price)


@pytest.mark.parametrize(
    ("share", "is_jump"), [(0.1001, True), (0.0999, False), (-0.1001, True), (-0.0999, False)]
)
def test_a_move_of_more_than_a_tenth_is_a_jump_up_or_down(data, share, is_jump):
    altered = with_row(data, "regions__jumps", jump_share=share)
    row = doubts.of_regions(altered, View("energy", year=2022)).loc[JIANGSU]
    assert (row["is_jump"], row["is_doubtful"]) == (is_jump, is_jump)
    assert not doubts.of_regions(altered, View("co2", year=2022)).loc[JIANGSU, "is_jump"]


def test_the_thresholds_of_doubt_are_those_of_the_notes():
    assert (PRICE_GAP, JUMP_SHARE) == (0.10, 0.10)


def test_a_division_that_hangs_on_one_province_is_doubtful_with_its_amounts(data):
    carbon = doubts.of_divisions(data, "co2_t", 2022)
    fibres = carbon.loc["28"]
    assert fibres["region_code"] == JIANGSU
    ends = fibres["start_t"], fibres["end_t"]
    assert ends == pytest.approx(facts.FIBRES_IN_JIANGSU_T, abs=1)
    assert fibres["change"] == pytest.approx(facts.FIBRES_CHANGE, abs=5e-4)
    assert fibres["change_without"] == pytest.approx(facts.FIBRES_CHANGE_WITHOUT, abs=5e-4)
    assert not {"31", "30", "44", "26"} & set(carbon.index)
    energy = doubts.of_divisions(data, "energy_tce", 2022)
    assert energy["region_code"][["40", "45", "29"]].to_dict() == {
        "40": "340000",
        "45": "340000",
        "29": "410000",
    }
    assert doubts.of_divisions(data, "co2_t", 2021)["region_code"]["29"] == "630000"


def test_a_plan_industry_is_doubtful_by_the_sum_of_its_divisions(data):
    plan = doubts.of_divisions(data, "energy_tce", 2021, "plan")
    assert plan["region_code"].to_dict() == {"building_materials": "530000"}
    assert doubts.of_divisions(data, "co2_t", 2022, "plan").empty


def test_faulty_cement_is_left_out_of_all_years_that_are_compared(data):
    assert comparable.without_cement(data, 2022) == {"30": ("220000", "360000")}
    assert comparable.without_cement(data, 2021) == {"30": ("220000",)}
    sums = comparable.sums(data, 2022).pivot(index="sector_code", columns="year", values="co2_t")
    change = sums.loc["30", 2022] / sums.loc["30", 2020] - 1
    assert change == pytest.approx(facts.CEMENT_CHANGE, abs=5e-5)
    whole = sums[2022].sum() / sums[2020].sum() - 1
    assert whole == pytest.approx(facts.CO2_CHANGE, abs=5e-5)


def test_the_sums_of_divisions_leave_out_who_has_no_split_or_inventory(data):
    found = sectors.coverage(data)
    assert (found.unsplit, found.uncovered) == (("370000",), ("540000",))
    assert (len(found.counted), len(found.covered)) == (29, 30)


def test_faulty_cement_names_its_provinces(data):
    assert nation.faulty_cement(data) == ("220000", "360000")


def test_the_last_official_year_is_that_of_the_last_point(data):
    assert official.last_official_year(data) == 2022
