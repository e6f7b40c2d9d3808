"""Greenhouse gases by sector of an independent estimate, its own sectors, to the last year."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare, standing
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "monthly/co2_climate_trace_china_sector_2015_2025.csv"
TABLE = declare(
    "independent_sectors",
    Text("分行业温室气体排放独立估算", "Greenhouse gases by sector, an independent estimate"),
    Columns("item year co2e_t flag standing source_id", optional="flag"),
    "item year",
    format="csv",
    licence="CC BY 4.0 (Climate TRACE)",
    citation="Climate TRACE v5.7.0 (May 2026)",
)
T_PER_MT = 1e6
REPEATS = "repeats_year_before"
# The note of the file on rows of its last year, some of which are those of the year before.
NOTE = "2025 partly repeats 2024 in some sectors"


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per sector and year; marked where a year partly repeats the one before."""
    rows = raw.csv(FILE)
    marked = rows["note"] == NOTE
    _require_repeats(rows, marked)
    return pd.DataFrame(
        {
            "item": rows["sector"].str.replace("-", "_"),
            "year": rows["year"],
            "co2e_t": rows["value_mt_co2e"].astype(float) * T_PER_MT,
            "flag": marked.map({True: REPEATS, False: None}),
            "standing": [standing(one) for one in rows["standing"]],
            "source_id": "climate-trace",
        }
    )


def _require_repeats(rows: pd.DataFrame, marked: "pd.Series[bool]") -> None:
    """Refuse a file whose marked rows all differ from the year before: its note is out of date."""
    years = rows.assign(year=rows["year"].astype(int))
    before = years.assign(year=years["year"] + 1)
    pairs = years[marked].merge(before, on=["sector", "year"], suffixes=("", "_before"))
    if not (pairs["value_mt_co2e"] == pairs["value_mt_co2e_before"]).any():
        raise BuildError(f"{FILE}: no row repeats the year before, as its notes say. Look at them.")
