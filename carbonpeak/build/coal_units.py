"""Coal-fired units of an open database; its CO2 is a model of assumed load and heat rates."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "plants/plants_coal_units_gem_2024.csv.gz"
TABLE = declare(
    "coal_units",
    Text("燃煤机组（公开数据库）", "Coal-fired units of an open database"),
    Columns(
        "unit_id site_id region_code capacity_mw unit_status start_year technology coal_type "
        "is_captive load_factor_assumed co2_model_t standing source_id",
        optional="start_year",
    ),
    "unit_id",
    licence="CC BY 4.0 (Global Energy Monitor)",
    citation="Global Energy Monitor, Global Coal Plant Tracker, July 2024",
)
T_PER_MT = 1e6
# The one load that the database assumes for all units in China.
LOAD = 0.53


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per unit, without names of plants and owners: what is assumed speaks of no plant."""
    rows = raw.csv(FILE)
    loads = rows["capacity_factor_assumed"].astype(float)
    if not (loads == LOAD).all():
        raise BuildError(f"{FILE}: a load other than {LOAD}: say so where {LOAD} is named.")
    return pd.DataFrame(
        {
            "unit_id": rows["unit_id"],
            "site_id": rows["location_id"],
            "region_code": rows["province_code"],
            "capacity_mw": rows["capacity_mw"],
            "unit_status": rows["status"],
            "start_year": rows["start_year"].astype(float),
            "technology": rows["technology"],
            "coal_type": rows["coal_type"],
            "is_captive": rows["captive"].notna(),
            "load_factor_assumed": loads,
            "co2_model_t": rows["annual_co2_mt_estimate"].astype(float) * T_PER_MT,
            "standing": "published",
            "source_id": "gem-coal-2024",
        }
    )
