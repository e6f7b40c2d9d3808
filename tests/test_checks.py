"""The data tests: none finds fault with the shipped tables, each finds the fault it is for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build.schema import STANDINGS
from carbonpeak.data import queries
from carbonpeak.data.warehouse import Warehouse
from tests import tiny_data

CHECKS = queries.checks()


@contextmanager
def spoilt(folder: Path, **changes: tiny_data.Change) -> Iterator[Warehouse]:
    """Open a warehouse over the tiny tables with these spoilt."""
    warehouse = Warehouse(tiny_data.write(folder, **changes))
    yield warehouse
    warehouse.close()


def found(warehouse: Warehouse, name: str) -> list[dict[str, object]]:
    return queries.run(warehouse, CHECKS[name]).to_dict("records")


def setting(place: str, **values: object) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a change that sets values in the one row this condition picks."""

    def change(rows: pd.DataFrame) -> pd.DataFrame:
        picked = rows.query(place).index
        assert len(picked) == 1
        for column, value in values.items():
            rows.loc[picked, column] = value
        return rows

    return change


def without(place: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a change that drops the rows this condition picks."""
    return lambda rows: rows.drop(rows.query(place).index)


def at(year: int, region: str, sector: str, fuel: str) -> str:
    """Return the condition that picks one cell of an inventory."""
    return (
        f"year == {year} and region_code == '{region}' "
        f"and sector_code == '{sector}' and fuel_code == '{fuel}'"
    )


HEBEI_COKE_2019 = at(2019, "130000", "31", "coke")
HEBEI_COKE_2020 = at(2020, "130000", "31", "coke")
HEBEI_COKE_2022 = at(2022, "130000", "31", "coke")
WITHHELD = at(2022, "360000", "30", "process")

# Check: table to spoil, how, and what the check must say of the one bad row.
SPOILT = {
    "a leaf too large": (
        "leaves_miss_published_total",
        "co2",
        setting(HEBEI_COKE_2019, co2_t=200.000001),
        {"region_code": "130000", "year": 2019, "published_co2_t": 360},
    ),
    "a published total without leaves": (
        "leaves_miss_published_total",
        "co2",
        without("year == 2019 and region_code == '360000'"),
        {"region_code": "360000", "year": 2019, "published_co2_t": 100},
    ),
    "a reconstruction 0.65 % too high": (
        # 463 against 460.
        "reconstruction_misses_published_2022",
        "co2",
        setting(HEBEI_COKE_2022, co2_t=333),
        {"region_code": "130000", "ours_co2_t": 463, "published_co2_t": 460},
    ),
    "a reconstruction 0.65 % too low": (
        "reconstruction_misses_published_2022",
        "co2",
        setting(HEBEI_COKE_2022, co2_t=327),
        {"region_code": "130000", "ours_co2_t": 457},
    ),
    "a withheld cell the comparison cannot put back": (
        "reconstruction_misses_published_2022",
        "co2_apparent",
        without("component == 'cement_process_co2' and region_code == '360000' and year == 2022"),
        {"region_code": "360000", "ours_co2_t": 100, "published_co2_t": 120},
    ),
    "a province without reconstruction": (
        "reconstruction_misses_published_2022",
        "co2",
        without("year == 2022 and region_code == '370000'"),
        {"region_code": "370000", "published_co2_t": 1000},
    ),
    "trade that is of no kind": (
        "market_parts_miss_volume",
        "market_months",
        setting("month == '2023-07'", listed_volume_t=700_000),
        {"month": "2023-07", "volume_t": 2_000_000, "parts_t": 1_900_000},
    ),
    "a standing of the market nobody knows": (
        "unknown_in_market",
        "market_events",
        setting("date == '2023-12-31'", standing="rumour"),
        {"table_name": "market_events", "column_name": "standing", "code": "rumour"},
    ),
    "a source of the market nobody lists": (
        "unknown_in_market",
        "market_breaks",
        setting("series == 'price'", source_id="hearsay"),
        {"table_name": "market_breaks", "column_name": "source_id", "code": "hearsay"},
    ),
    "negative energy": (
        "negative_energy",
        "energy",
        setting(HEBEI_COKE_2020, energy_tce=-1),
        {"table_name": "energy", "year": 2020, "sector_code": "31", "energy_tce": -1},
    ),
    "negative quantity": (
        "negative_energy",
        "energy",
        setting(HEBEI_COKE_2020, quantity=-1),
        {"table_name": "energy", "energy_tce": 30_000},
    ),
    "negative energy of a division": (
        "negative_energy",
        "energy_division",
        setting("year == 2018", energy_tce=-5),
        {"table_name": "energy_division", "year": 2018, "sector_code": "30", "energy_tce": -5},
    ),
    "negative CO2": (
        "negative_co2",
        "co2",
        setting(HEBEI_COKE_2020, co2_t=-1),
        {"table_name": "co2", "part": "31 coke", "co2_t": -1},
    ),
    "negative CO2 of the nation": (
        "negative_co2",
        "co2_nation",
        setting("sector_code == '31'", co2_t=-2),
        {"table_name": "co2_nation", "region_code": "000000", "co2_t": -2},
    ),
    "a negative published total": (
        "negative_co2",
        "co2_published_total",
        setting("year == 2022 and region_code == '130000'", co2_t=-3),
        {"table_name": "co2_published_total", "part": "total", "co2_t": -3},
    ),
    "negative apparent CO2": (
        "negative_co2",
        "co2_apparent",
        setting("component == 'raw_coal'", co2_t=-4),
        {"table_name": "co2_apparent", "part": "raw_coal", "co2_t": -4},
    ),
    "a region nobody knows": (
        "orphan_region_sector_fuel",
        "co2_published_total",
        setting("year == 2022 and region_code == '130000'", region_code="130001"),
        {"table_name": "co2_published_total", "column_name": "region_code", "code": "130001"},
    ),
    "a sector nobody knows": (
        "orphan_region_sector_fuel",
        "energy",
        setting(HEBEI_COKE_2020, sector_code="99"),
        {"table_name": "energy", "column_name": "sector_code", "code": "99", "row_count": 1},
    ),
    "a fuel nobody knows": (
        "orphan_region_sector_fuel",
        "co2",
        setting(HEBEI_COKE_2020, fuel_code="peat"),
        {"table_name": "co2", "column_name": "fuel_code", "code": "peat"},
    ),
    "a plan industry nobody knows": (
        "orphan_region_sector_fuel",
        "sectors",
        setting("sector_code == '31'", plan_industry_code="iron"),
        {"table_name": "sectors", "column_name": "plan_industry_code", "code": "iron"},
    ),
    "a group of fuels the drivers do not know": (
        "driver_cells_miss_industry_total",
        "fuels",
        setting("fuel_code == 'natural_gas'", fuel_group="hydrogen"),
        {"region_code": "360000", "year": 2022, "cells_co2_t": 85, "industry_co2_t": 100},
    ),
    "energy the drivers lose": (
        "driver_cells_miss_industry_total",
        "energy",
        setting(HEBEI_COKE_2020, fuel_code="peat"),
        {"region_code": "130000", "year": 2020, "cells_tce": 16_000, "industry_tce": 46_000},
    ),
    "a withheld cell with a value": (
        "withheld_cell_with_value",
        "co2",
        setting(WITHHELD, co2_t=20),
        {"region_code": "360000", "co2_t": 20, "flag": "cement_implausible"},
    ),
    "an empty cell without a mark": (
        "withheld_cell_with_value",
        "co2",
        setting(HEBEI_COKE_2020, co2_t=None),
        {"region_code": "130000", "sector_code": "31"},
    ),
    "value added of zero": (
        "value_added_not_positive",
        "value_added",
        setting("year == 2022 and region_code == '540000'", value_added_real_cny=0),
        {"table_name": "value_added", "code": "540000", "year": 2022},
    ),
    "a negative deflator": (
        "value_added_not_positive",
        "value_added",
        setting("year == 2022 and region_code == '540000'", deflator_2020_1=-1),
        {"table_name": "value_added", "code": "540000"},
    ),
    "value added of a division below zero": (
        "value_added_not_positive",
        "value_added_division",
        setting("year == 2018", value_added_nominal_cny=-1),
        {"table_name": "value_added_division", "code": "30", "year": 2018},
    ),
    "coal equivalents off by a tenth of a millionth": (
        "tce_factor_disagrees",
        "energy",
        setting(HEBEI_COKE_2020, energy_tce=30_000.003),
        {"table_name": "energy", "part": "31", "expected_tce": 30_000},
    ),
    "coal equivalents of an output with the wrong sign": (
        "tce_factor_disagrees",
        "energy_transformation",
        setting("fuel_code == 'electricity' and quantity < 0", energy_tce=8_000),
        {"table_name": "energy_transformation", "part": "thermal_power", "expected_tce": -8_000},
    ),
    "energy of a fuel without a factor": (
        "tce_factor_disagrees",
        "energy",
        setting(HEBEI_COKE_2020, fuel_code="process"),
        {"table_name": "energy", "fuel_code": "process"},
    ),
    "energy of a division no table knows": (
        "sector_sum_misses_industry_total",
        "energy",
        setting(HEBEI_COKE_2020, sector_code="99"),
        {"region_code": "130000", "year": 2020, "expected_tce": 46_000, "industry_tce": 16_000},
    ),
    "CO2 of a division no table knows": (
        "sector_sum_misses_industry_total",
        "co2",
        setting(HEBEI_COKE_2019, sector_code="99"),
        {"region_code": "130000", "year": 2019, "expected_co2_t": 350, "industry_co2_t": 150},
    ),
    "a source without a Chinese name": (
        "source_without_chinese",
        "sources",
        setting("source_id == 'notice'", name_zh="Notice"),
        {"source_id": "notice", "name_zh": "Notice"},
    ),
    "a text of a register without Chinese": (
        "register_text_without_chinese",
        "targets",
        setting("target_id == 'T001'", policy="Plan of nobody"),
        {"table_name": "targets", "register_field": "policy", "text_en": "Plan of nobody"},
    ),
    "a later fact without Chinese": (
        "fact_text_without_chinese",
        "policy_facts",
        setting("item_id == 'N01'", item="fact of nobody"),
        {"table_name": "policy_facts", "register_field": "item", "text_en": "fact of nobody"},
    ),
    "a target linked to a series that no table holds": (
        "target_series_without_row",
        "target_series",
        setting("target_id == 'T001'", series_key="nothing"),
        {"target_id": "T001", "series_key": "nothing"},
    ),
    "a list of an unknown standing": (
        "unknown_in_green",
        "green_lists",
        setting("kind == 'green_park'", standing="hearsay"),
        {"table_name": "green_lists", "column_name": "standing", "code": "hearsay"},
    ),
    "a product's factor of an unknown standing": (
        "unknown_in_footprint",
        "product_factors",
        setting("item_id == '41122A'", standing="hearsay"),
        {"table_name": "product_factors", "column_name": "standing", "code": "hearsay"},
    ),
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_shipped_tables_have_no_such_fault(shipped: Warehouse, name: str) -> None:
    assert found(shipped, name) == []


@pytest.mark.parametrize("name", CHECKS)
def test_the_tiny_tables_have_no_such_fault(tiny: Warehouse, name: str) -> None:
    assert found(tiny, name) == []


@pytest.mark.parametrize(("name", "table", "change", "said"), SPOILT.values(), ids=SPOILT)
def test_the_fault_is_found_and_shown(
    tmp_path: Path, name: str, table: str, change: tiny_data.Change, said: dict[str, object]
) -> None:
    with spoilt(tmp_path / "data", **{table: change}) as warehouse:
        rows = found(warehouse, name)
    assert len(rows) == 1
    assert {column: rows[0][column] for column in said} == said


def test_every_check_has_a_spoilt_table() -> None:
    tried = {name for name, *_ in SPOILT.values()} | {"unknown_source", "unknown_standing"}
    assert tried == set(CHECKS)


def fact_tables(column: str) -> set[str]:
    """Return the declared tables with this column that hold facts."""
    return {
        table.name
        for table in tiny_data.DECLARED
        if column in {field.name for field in table.fields} and table.name != "sources"
    }


def first_row(column: str, value: str) -> tiny_data.Change:
    """Return a change that sets a value in the first row only."""
    return lambda rows: rows.assign(**{column: [value, *rows[column][1:]]})


def every_unknown(warehouse: Warehouse, name: str) -> list[dict[str, object]]:
    """Return what a check of all tables finds, with those that look at some tables alone."""
    names = (name, "unknown_in_market", "unknown_in_green", "unknown_in_footprint")
    return [row for one in names for row in found(warehouse, one)]


def test_unknown_sources_are_found_in_every_table(tmp_path: Path) -> None:
    tables = fact_tables("source_id")
    changes = dict.fromkeys(tables, first_row("source_id", "hearsay"))
    with spoilt(tmp_path / "data", **changes) as warehouse:
        rows = every_unknown(warehouse, "unknown_source")
    assert {row["table_name"] for row in rows} == tables
    codes = {(row.get("source_id", row.get("code")), row["row_count"]) for row in rows}
    assert codes == {("hearsay", 1)}


def test_a_source_dropped_from_the_table_of_sources_is_found(tmp_path: Path) -> None:
    with spoilt(tmp_path / "data", sources=without("source_id == 'nbs-gdp'")) as warehouse:
        rows = found(warehouse, "unknown_source")
    assert rows == [{"table_name": "gdp", "source_id": "nbs-gdp", "row_count": 3}]


def test_unknown_standings_are_found_in_every_table(tmp_path: Path) -> None:
    tables = fact_tables("standing")
    changes = dict.fromkeys(tables, first_row("standing", "seed"))
    with spoilt(tmp_path / "data", **changes) as warehouse:
        rows = every_unknown(warehouse, "unknown_standing")
    assert {row["table_name"] for row in rows} == tables
    codes = {(row.get("standing", row.get("code")), row["row_count"]) for row in rows}
    assert codes == {("seed", 1)}


def test_every_standing_of_the_product_is_known_to_the_check(tmp_path: Path) -> None:
    worded = [*STANDINGS, "Official", STANDINGS[0]]
    with spoilt(tmp_path / "data", value_added=lambda rows: rows.assign(standing=worded)) as tables:
        rows = found(tables, "unknown_standing")
    assert rows == [{"table_name": "value_added", "standing": "Official", "row_count": 1}]
