"""Gross domestic product, secondary value added and population by province, in one vintage only."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import NAMED, NBS_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "gdp",
    Text(
        "分省地区生产总值与人口（2011—2022）",
        "Gross domestic product and population by province, 2011-2022",
    ),
    Columns(
        "year region_code gdp_nominal_cny gdp_index_previous_year_100 "
        "secondary_value_added_nominal_cny population standing source_id"
    ),
    "year region_code",
    format="csv",
    licence=NBS_TERMS,
    citation=NAMED["nbs-gdp"][2],
)

# The old vintage stands in the same file under another name; it is never mixed in.
UNITS = {
    "gdp_nominal": ("gdp_nominal_cny", 1e8),
    "gdp_real_index_prev_year_100": ("gdp_index_previous_year_100", 1.0),
    "secondary_va_nominal": ("secondary_value_added_nominal_cny", 1e8),
    "population_yearend": ("population", 1e4),
}


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year and province, revised vintage after the fifth economic census."""
    rows = raw.csv("nbs/gdp_by_province.csv")
    rows = rows[rows["indicator"].isin(UNITS)]
    scale = (
        rows["indicator"].map({name: factor for name, (_, factor) in UNITS.items()}).astype(float)
    )
    rows = rows.assign(
        year=rows["year"].astype(int),
        region_code=rows["province_code"],
        scaled=rows["value"].astype(float) * scale,
    )
    wide = rows.pivot(index=["year", "region_code"], columns="indicator", values="scaled")
    wide = wide.rename(columns={name: column for name, (column, _) in UNITS.items()})
    return wide.reset_index().assign(standing="published", source_id="nbs-gdp")
