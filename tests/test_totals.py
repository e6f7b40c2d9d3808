"""Totals of the shipped tables against those published, and constants against their documents."""

import pandas as pd
import pytest

from carbonpeak import thresholds
from carbonpeak.build import fuels
from carbonpeak.build.schema import STANDINGS
from carbonpeak.data import queries
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.indicators.intensity import intensity

BEIJING, TIANJIN, SICHUAN = "110000", "120000", "510000"


def rows(warehouse: Warehouse, name: str, **params: object) -> pd.DataFrame:
    return queries.run(warehouse, queries.shipped()[name], params)


@pytest.fixture(scope="module")
def nation(shipped: Warehouse) -> pd.DataFrame:
    return rows(shipped, "nation__yearly").set_index("year")


def change(levels: "pd.Series[float]") -> float:
    """Return the change from 2020 to 2022 in percent."""
    return float(100 * (levels[2022] / levels[2020] - 1))


def test_all_published_totals_are_there(shipped: Warehouse) -> None:
    counted = shipped.rows("select year, count(*) as n from co2_published_total group by year")
    assert counted.set_index("year")["n"].to_dict() == dict.fromkeys([*range(1997, 2020), 2022], 30)


@pytest.mark.parametrize("year", range(1997, 2020))
def test_the_leaves_add_up_to_the_published_totals(shipped: Warehouse, year: int) -> None:
    compared = rows(shipped, "validation__totals", year=year)
    assert len(compared) == 30
    assert compared["ours_co2_t"].tolist() == pytest.approx(
        compared["published_co2_t"].tolist(), rel=1e-9
    )


def test_the_reconstruction_meets_the_published_totals_of_2022(shipped: Warehouse) -> None:
    compared = rows(shipped, "validation__totals", year=2022)
    missed = compared.set_index("region_code")["difference_pct"]
    near = missed.drop([BEIJING, TIANJIN, SICHUAN])
    assert len(near) == 27
    assert near.abs().max() < 0.05
    assert missed[[BEIJING, TIANJIN, SICHUAN]].round(2).tolist() == [0.44, 0.55, 0.06]


def test_the_residual_of_anhui_closes_its_total(shipped: Warehouse) -> None:
    compared = rows(shipped, "validation__totals", year=2022).set_index("region_code")
    assert abs(compared["difference_pct"]["340000"]) < 1e-4


def test_real_value_added_grows_as_the_official_rates_chain(nation: pd.DataFrame) -> None:
    real = nation["value_added_real_cny"]
    assert real[2022] / real[2020] == pytest.approx(1.096 * 1.034, rel=1e-12)
    assert real[2021] / real[2020] == pytest.approx(1.096, rel=1e-12)
    assert round(change(real), 1) == 13.3


def test_the_rates_are_the_official_ones(shipped: Warehouse) -> None:
    growth = shipped.rows(
        "select year, value from official_statistics where standing = 'official' "
        "and indicator = 'industrial_value_added_all_real_growth' and year in (2021, 2022)"
    )
    assert growth.set_index("year")["value"].to_dict() == {2021: 9.6, 2022: 3.4}


def test_final_energy_intensity_falls_by_5_9_percent(nation: pd.DataFrame) -> None:
    level = intensity(nation["energy_tce"], nation["value_added_real_cny"])
    assert round(change(level), 1) == -5.9


def test_co2_per_value_added_falls_by_7_46_percent(nation: pd.DataFrame) -> None:
    level = intensity(nation["co2_t"], nation["value_added_real_cny"])
    assert round(change(level), 2) == -7.46


def test_years_without_a_source_have_no_value(nation: pd.DataFrame) -> None:
    assert nation.index.tolist() == list(range(1997, 2023))
    assert nation["energy_tce"].first_valid_index() == 2011
    assert nation["value_added_real_cny"].first_valid_index() == 2013
    assert nation[["co2_t", "co2_energy_t"]].notna().all(axis=None)


def test_standing_of_the_nations_years(nation: pd.DataFrame) -> None:
    co2, added = nation["co2_standing"], nation["value_added_standing"]
    assert set(co2.loc[:2019]) == {"published"}
    assert set(co2.loc[2020:]) == {"reconstructed"}
    assert set(added.loc[2013:2019]) == {"unverified"}
    assert set(added.loc[2020:]) == {"derived"}


def test_provinces_exceed_the_nation(shipped: Warehouse) -> None:
    compared = rows(shipped, "inventories__compared").set_index("year")
    assert round(compared["provinces_co2_t"][2019] / 1e6) == 10_864
    assert round(compared["nation_co2_t"][2019] / 1e6) == 9_795
    assert compared["nation_co2_t"].last_valid_index() == 2019


def test_sectors_add_up_to_the_industry_total(shipped: Warehouse) -> None:
    compared = shipped.rows(
        """
        with parts as (
            select region_code, year, sum(energy_tce) as tce
            from energy
            where sector_code not in ('AGR', 'CON', 'TRA', 'WRC', 'OTH', 'URB', 'RUR')
            group by region_code, year
        )
        select parts.tce, industry_totals.energy_tce as total
        from industry_totals left join parts using (region_code, year)
        where year >= 2011
        """
    )
    assert len(compared) == 30 * 12
    assert compared["tce"].tolist() == pytest.approx(compared["total"].tolist(), rel=1e-12)


def test_every_way_to_the_nations_energy_gives_the_same(
    shipped: Warehouse, nation: pd.DataFrame
) -> None:
    by_fuel = rows(shipped, "fuels__of_industry").groupby("year")
    by_region = rows(shipped, "regions__yearly").groupby("year")
    for year in (2011, 2020, 2022):
        assert by_fuel["energy_tce"].sum()[year] == pytest.approx(nation["energy_tce"][year])
        assert by_region["energy_tce"].sum()[year] == pytest.approx(nation["energy_tce"][year])
        assert by_fuel["co2_t"].sum()[year] == pytest.approx(nation["co2_t"][year])


def test_divisions_leave_out_exactly_shandong(shipped: Warehouse, nation: pd.DataFrame) -> None:
    by_sector = rows(shipped, "sectors__yearly").groupby("year")
    shandong = rows(shipped, "regions__yearly", region_code="370000").set_index("year")
    for column in ("energy_tce", "co2_energy_t"):
        parts = by_sector[column].sum() + shandong[column]
        assert parts[2022] == pytest.approx(nation[column][2022])


def test_every_province_with_energy_has_a_transformation(shipped: Warehouse) -> None:
    bad = shipped.rows(
        "select * from industry_totals "
        "where (energy_tce is null) <> (energy_with_transformation_tce is null)"
    )
    assert len(bad) == 0


def test_tibet_has_value_added_only(shipped: Warehouse) -> None:
    tibet = rows(shipped, "regions__yearly", region_code="540000")
    assert len(tibet) == 10
    assert tibet[["energy_tce", "co2_t"]].isna().all(axis=None)
    assert tibet["value_added_real_cny"].notna().all()


def test_withheld_provinces_have_no_total_in_that_year_only(shipped: Warehouse) -> None:
    yearly = rows(shipped, "regions__yearly")
    missing = yearly[yearly["co2_t"].isna() & yearly["co2_energy_t"].notna()]
    assert set(zip(missing["region_code"], missing["year"], strict=True)) == {
        ("220000", 2020),
        ("360000", 2022),
    }
    assert missing["co2_withheld"].all()


def test_the_years_with_process_emissions_only_are_the_named_ones(shipped: Warehouse) -> None:
    years = shipped.rows(
        "select region_code, year from industry_totals "
        "where co2_energy_t is null and co2_without_withheld_t is not null order by all"
    )
    hainan, ningxia = "460000", "640000"
    assert years.to_numpy().tolist() == [
        [hainan, 2002],
        [ningxia, 2000],
        [ningxia, 2001],
        [ningxia, 2002],
    ]


def test_electricity_is_at_its_calorific_value(shipped: Warehouse) -> None:
    factor = shipped.rows("select tce_per_unit from fuels where fuel_code = 'electricity'")
    # 0.1229 kg per kWh times 10^8 kWh is 12,290 t.
    assert factor["tce_per_unit"].tolist() == pytest.approx([12_290])
    assert fuels.NAMES["electricity"][3] == "10^8 kWh"


def test_the_energy_target_is_that_of_the_plan(shipped: Warehouse) -> None:
    wanted = 100 * thresholds.ENERGY_TARGET
    plan = shipped.rows("select * from targets where target_id = 'T001'").iloc[0]
    assert (plan["value"], plan["direction"], plan["standing"]) == (wanted, "decrease", "official")
    assert (plan["base_year"], plan["target_year"]) == (
        thresholds.BASE_YEAR,
        thresholds.TARGET_YEAR,
    )
    own = rows(shipped, "regional_targets__preferred").set_index(["region_code", "measure"])
    assert own["change_pct"][thresholds.NATION, "energy_per_value_added"] == -wanted


def test_the_co2_target_is_that_of_the_green_plan(shipped: Warehouse) -> None:
    found = shipped.rows(
        "select value, unit, standing from official_statistics "
        "where indicator = 'target_co2_per_industrial_value_added'"
    )
    assert found.to_numpy().tolist() == [
        [-100 * thresholds.CO2_TARGET, f"% vs {thresholds.BASE_YEAR}", "official"]
    ]


def test_the_region_not_split_is_the_marked_one(shipped: Warehouse) -> None:
    for table in ("co2", "energy"):
        marked = shipped.rows(
            f"select distinct region_code from {table} where flag = 'shandong_sector_split'"
        )
        assert marked["region_code"].tolist() == ["370000"]


def facts(warehouse: Warehouse, column: str) -> list[str]:
    """Return the shipped tables with this column."""
    return [
        table.name
        for table in warehouse.catalogue.tables
        if column in {field.name for field in table.fields}
    ]


def test_every_fact_names_a_known_source(shipped: Warehouse) -> None:
    known = set(shipped.rows("select source_id from sources")["source_id"])
    for table in facts(shipped, "source_id"):
        used = shipped.rows(f"select distinct source_id from {table}")["source_id"]
        assert set(used) <= known, table


def test_every_standing_is_one_of_the_seven(shipped: Warehouse) -> None:
    for table in facts(shipped, "standing"):
        used = shipped.rows(f"select distinct standing from {table}")["standing"]
        assert set(used) <= set(STANDINGS), table
