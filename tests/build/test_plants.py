"""Plants and coal units: counted as their databases count, without names of plants."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import coal_units, independent_sectors, official_tiers, plants
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.warehouse import Warehouse
from tests.build.tiny_sources import edit


def built(folder: Path, module) -> pd.DataFrame:
    return shaped(module.build(Raw(folder), SourceRegister()), module.TABLE)


def test_a_steel_plant_has_a_row_for_each_status_and_furnace(sources_folder: Path) -> None:
    rows = built(sources_folder, plants)
    steel = rows[rows["dataset"] == "steel"].set_index(["plant_id", "item", "unit_status"])
    assert steel.loc[("P1", "crude_steel", "operating pre-retirement"), "capacity"] == 400
    assert pd.isna(steel.loc[("P2", "crude_steel", "operating"), "capacity"])
    # A furnace of nothing is none.
    assert set(steel.xs("electric_furnace", level="item").index) == {
        ("P1", "construction"),
        ("P2", "operating"),
    }


def test_stations_of_one_site_are_numbered(sources_folder: Path) -> None:
    rows = built(sources_folder, plants)
    power = rows[rows["dataset"] == "power"].set_index("plant_id")
    assert power.loc[["7-1", "7-2"], "capacity"].tolist() == [50, 60]
    assert power.loc["8-1", ["item", "unit_status"]].tolist() == ["gas", "operational"]
    assert pd.isna(power.loc["8-1", "region_code"])
    assert power.loc["9-1", "item"] == "other"


def test_counts_that_differ_from_those_beside_them_are_refused(sources_folder: Path) -> None:
    edit(sources_folder, plants.COUNTED, "340000,Anhui,2021,2", "340000,Anhui,2021,3")
    with pytest.raises(BuildError, match="clinker.*not the 2 rows"):
        built(sources_folder, plants)


def test_units_come_without_names(sources_folder: Path) -> None:
    rows = built(sources_folder, coal_units)
    assert rows["co2_model_t"].tolist() == [2_900_000, 17_100_000]
    assert rows["is_captive"].tolist() == [False, True]
    assert not rows.astype(str).apply(lambda column: column.str.contains("Secret")).any().any()


def test_another_load_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, coal_units.FILE, "bituminous,,0.53", "bituminous,,0.55")
    with pytest.raises(BuildError, match=r"a load other than 0\.53"):
        built(sources_folder, coal_units)


def test_years_that_repeat_the_one_before_are_marked(sources_folder: Path) -> None:
    rows = built(sources_folder, independent_sectors).set_index(["item", "year"])
    assert rows.loc[("fluorinated_gases", 2025), "flag"] == "repeats_year_before"
    assert pd.isna(rows.loc[("power", 2024), "flag"])
    assert rows.loc[("power", 2024), "co2e_t"] == 6_643.5e6


def test_a_note_that_no_row_bears_out_is_refused(sources_folder: Path) -> None:
    edit(
        sources_folder,
        independent_sectors.FILE,
        "2025,fluorinated-gases,570.7",
        "2025,fluorinated-gases,571",
    )
    with pytest.raises(BuildError, match="no row repeats the year before"):
        built(sources_folder, independent_sectors)


def test_official_tiers_are_official(sources_folder: Path) -> None:
    rows = built(sources_folder, official_tiers)
    assert rows[["period", "measure", "tier", "standing"]].to_numpy().tolist() == [
        ["2021H1", "energy_per_gdp", 2, "official"],
        ["2021H1", "total_energy", 3, "official"],
    ]


def test_the_shipped_units_are_those_of_the_database(shipped: Warehouse) -> None:
    rows = shipped.rows("select * from coal_units where unit_status = 'operating'")
    assert len(rows) == 3_168
    assert rows["capacity_mw"].sum() == pytest.approx(1_147_231)
    assert rows["site_id"].nunique() == 1_156
    assert set(rows["load_factor_assumed"]) == {0.53}
