"""Tables of footprints: units that are read or refused, values held to what was listed."""

import csv
from pathlib import Path

import pytest

from carbonpeak.build import footprint
from carbonpeak.build.footprint_units import parse
from carbonpeak.build.schema import BuildError
from carbonpeak.data.warehouse import Warehouse

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
FACTORS = SHARED / "policy" / "factors.csv"
needs_sources = pytest.mark.skipif(not FACTORS.exists(), reason="no source files here")
# Ten fuels of the two sets that have every parameter, by their rows in the source.
FUELS = ("F036", "F040", "F044", "F048", "F052", "F056", "F060", "F064", "F068", "F076")
PROVINCES = (
    "110000", "130000", "150000", "310000", "320000",
    "370000", "440000", "510000", "530000", "650000",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kg", "written", "dimension", "scale"),
    [
        ("7.4tCO2e / 公吨", 7400, "kg CO2e/t", "mass", 1000),
        ("229.51gCO2e / 千米", 0.22951, "kg CO2e/km", "distance", 1),
        ("0.935tCO2e / 兆瓦时", 935, "kg CO2e/MWh", "energy", 3600),
        ("1kgCO2/kWh", 1, "kg CO2/kWh", "energy", 3.6),
        ("2tCO2 per 1e4 Nm3", 2000, "kg CO2/10^4 Nm3", "gas", 10_000),
    ],
)
def test_a_unit_is_read(text: str, kg: float, written: str, dimension: str, scale: float) -> None:
    unit = parse(text, "row")
    assert unit.in_kg == pytest.approx(kg)
    assert (unit.written, unit.dimension, unit.scale) == (written, dimension, scale)


@pytest.mark.parametrize("text", ["kgCO2/ton", "kg/kWh", "CO2=1", "", "kgCO2e/kWh;1", "tce/t"])
def test_a_unit_that_cannot_be_read_stops_the_build_with_its_row(text: str) -> None:
    with pytest.raises(BuildError, match="X17: "):
        parse(text, "X17")


def test_a_value_that_is_not_the_one_listed_stops_the_build() -> None:
    listed, unit = parse("7.4tCO2e / 公吨", "P"), parse("kg CO2e/kg", "P")
    footprint._agree("P", 7.4, listed, unit)
    with pytest.raises(BuildError, match="P: 7.5 kg CO2e/kg"):
        footprint._agree("P", 7.5, listed, unit)
    with pytest.raises(BuildError):
        footprint._agree("P", 7.4, listed, parse("kg CO2e/km", "P"))


def test_the_annex_equals_the_yearly_table_in_thirty_provinces(shipped: Warehouse) -> None:
    rows = shipped.rows(
        """select annex.value, grid.co2_kg_per_kwh from grid_annex as annex
        join grid_factors as grid using (region_code, year)
        where grid_share = 'all' and region_code <> '000000'
        and indicator = 'grid_avg_co2_factor'"""
    )
    assert len(rows) == 30
    assert (rows["value"] == rows["co2_kg_per_kwh"]).all()


def test_all_rows_are_shipped_in_both_languages(shipped: Warehouse) -> None:
    counts = {
        "electricity_footprint": 21,
        "grid_annex": 40,
        "product_factors": 147,
        "vehicle_footprints": 180,
        "us_factors": 391,
    }
    for table, count in counts.items():
        rows = shipped.rows(f"select name_zh, name_en from {table}")
        assert len(rows) == count
        assert rows["name_zh"].str.contains("[\u4e00-\u9fff]").all()
        assert not rows["name_en"].str.contains("[\u4e00-\u9fff]").any()


@needs_sources
def test_ten_fuels_and_ten_provinces_are_as_in_the_sources(shipped: Warehouse) -> None:
    library = shipped.rows("select * from factor_library", asker=footprint.ANNEX.title).set_index(
        "factor_id"
    )
    with FACTORS.open(encoding="utf-8") as lines:
        raw = {row["id"]: row for row in csv.DictReader(lines)}
    for code in FUELS:
        assert raw[code]["unit"].startswith("tCO2 per")
        assert library["value"][code] == pytest.approx(1000 * float(raw[code]["value"]))
    with (SHARED / footprint.ANNEX_FILE).open(encoding="utf-8") as lines:
        annex = {row["province_code"]: float(row["value"]) for row in csv.DictReader(lines)}
    for code in PROVINCES:
        assert library["value"][f"GF2023-{code}-all"] == annex[code]
