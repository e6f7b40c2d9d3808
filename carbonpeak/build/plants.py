"""Plants of open databases by province: steel, cement, power; never a list of emission units."""

from typing import Any

import pandas as pd

from carbonpeak.build import coal_units
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare, standing
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

STEEL = "plants/plants_steel_gem_2025.csv"
CEMENT = "plants/plants_cement_sfi_2021.csv"
POWER = "plants/plants_power_wri_china.csv.gz"
COUNTED = "plants/plants_by_province.csv"
TABLE = declare(
    "plants",
    Text("工厂与电厂（公开数据库）", "Plants of open databases"),
    Columns(
        "dataset plant_id item unit_status region_code capacity unit standing source_id",
        optional="region_code capacity",
    ),
    "dataset plant_id item unit_status",
    licence="CC BY 4.0",
    citation="Global Energy Monitor; Spatial Finance Initiative; World Resources Institute",
)
# A steel plant has a row for each status; its capacities lie side by side.
STEEL_ITEMS = {"crude_steel_kt": "crude_steel", "eaf_kt": "electric_furnace"}
CEMENT_ITEMS = {"Integrated": "clinker", "Grinding": "grinding"}
# Fuels with which nobody counts apart are others; the small gases of mines and waste too.
POWER_ITEMS = {
    "Coal": "coal",
    "Hydro": "hydro",
    "Natural Gas": "gas",
    "LNG": "gas",
    "Nuclear": "nuclear",
    "Wind": "wind",
    "Solar": "solar",
}
RUNNING = ("operating", "operating pre-retirement")


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per plant, what it makes, and status; BuildError where counts by province differ."""
    rows = pd.concat([_steel(raw), _cement(raw), _power(raw)], ignore_index=True)
    _compare(raw, rows)
    return rows


def _steel(raw: Raw) -> pd.DataFrame:
    rows = raw.csv(STEEL)
    parts = [_rows(rows, "steel", item, column) for column, item in STEEL_ITEMS.items()]
    # A plant without a furnace of this kind has none; every plant counts as a maker of steel.
    furnaces = parts[1].dropna(subset=["capacity"])
    return pd.concat([parts[0], furnaces[furnaces["capacity"] > 0]], ignore_index=True).assign(
        unit="kt a year", source_id="gem-steel-2025"
    )


def _cement(raw: Raw) -> pd.DataFrame:
    rows = raw.csv(CEMENT)
    item = rows["plant_type"].map(CEMENT_ITEMS).fillna("unknown")
    return _rows(rows, "cement", item, "capacity_mt_per_year").assign(
        unit="Mt a year", source_id="sfi-cement-2021"
    )


def _power(raw: Raw) -> pd.DataFrame:
    rows = raw.csv(POWER)
    item = rows["fuel"].map(POWER_ITEMS).fillna("other")
    # A site stands there once for each of its stations: they are numbered.
    station = rows.groupby("plant_id").cumcount().add(1).astype(str)
    rows = rows.assign(
        status=rows["status"].fillna("not stated"), plant_id=rows["plant_id"] + "-" + station
    )
    return _rows(rows, "power", item, "capacity_mw").assign(unit="MW", source_id="wri-power-2021")


def _rows(rows: pd.DataFrame, dataset: str, item: Any, column: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "dataset": dataset,
            "plant_id": rows["plant_id"],
            "item": item,
            "unit_status": rows["status"].str.lower(),
            "region_code": rows["province_code"],
            "capacity": rows[column].astype(float),
            "standing": [standing(one) for one in rows["standing"]],
        }
    )


def _compare(raw: Raw, rows: pd.DataFrame) -> None:
    """Hold our counts to those that come with the files, where both count the same plants."""
    counted = raw.csv(COUNTED)
    running = rows[rows["unit_status"].isin(RUNNING)]
    units = raw.csv(coal_units.FILE)
    ours = {
        ("steel", "operating plants, crude steel"): _plants(running, "crude_steel"),
        ("steel", "operating plants with an electric furnace, EAF steel"): _plants(
            running, "electric_furnace"
        ),
        ("cement", "operating integrated (clinker) plants"): _plants(running, "clinker"),
        ("cement", "operating grinding plants"): _plants(running, "grinding"),
        ("power (coal units)", "operating units"): int((units["status"] == "operating").sum()),
    }
    for (sector, subset), own in ours.items():
        theirs = counted[(counted["sector"] == sector) & (counted["subset"] == subset)]
        if int(theirs["units"].astype(int).sum()) != own:
            raise BuildError(
                f"{COUNTED}: {sector}, {subset}: not the {own} rows of the file itself."
            )


def _plants(rows: pd.DataFrame, item: str) -> int:
    return int(rows.loc[rows["item"] == item, "plant_id"].nunique())
