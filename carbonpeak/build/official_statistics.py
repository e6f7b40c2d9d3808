"""Official statistics: intensities, energy, value added, output and CO2 as published."""

import re

import pandas as pd

from carbonpeak.build.notes import PUBLISHER_TERMS, readable
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault, standing
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "official_statistics",
    Text("官方及公开统计数据", "Official and public statistics"),
    Columns(
        "dataset indicator item period year value unit standing source_id note",
        optional="note",
    ),
    # The source belongs to the key: a preliminary and a final figure of one year both stay.
    "dataset indicator item period unit source_id",
    licence=NOTICE_TERMS,
    citation="National Bureau of Statistics, ministries and others, as cited row by row",
)

# File: data set, terms. The last two CO2 files come from research groups, not from the government.
DATASETS = {
    "01_industrial_energy_intensity": ("industrial_energy_intensity", NOTICE_TERMS),
    "02_gdp_energy_carbon_intensity": ("gdp_intensity", NOTICE_TERMS),
    "03_energy_consumption_mix": ("energy_mix", NOTICE_TERMS),
    "04_industrial_value_added": ("industrial_value_added", NOTICE_TERMS),
    "05_product_output": ("product_output", NOTICE_TERMS),
    "06e_electricity_by_sector": ("electricity_by_sector", NOTICE_TERMS),
    "07_co2_national": ("national_co2", PUBLISHER_TERMS),
    "07b_co2_crea_by_sector": ("co2_estimate_by_sector", PUBLISHER_TERMS),
    "08_unit_product_energy": ("unit_product_energy", NOTICE_TERMS),
}
# The source leaves the sector empty where the figure is the whole.
WHOLE = "total"
# 2021, 2021-2022, 2019Q1, 2008H1, 2026-08: a month has two digits, a last year four.
PERIOD = re.compile(r"(\d{4})(?:-(\d{4})|-\d{2}|Q[1-4]|H[12])?")


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per published figure of all data sets; no row of a file is left out."""
    parts = [_read(raw, f"official/{file}.csv", file, sources) for file in DATASETS]
    return pd.concat(parts, ignore_index=True)


def _read(raw: Raw, path: str, file: str, sources: SourceRegister) -> pd.DataFrame:
    dataset, terms = DATASETS[file]
    rows = raw.csv(path)
    return pd.DataFrame(
        {
            "dataset": dataset,
            "indicator": rows["indicator"],
            "item": [name or WHOLE for name in rows["sector"]],
            "period": rows["year"],
            "year": [last_year(period, path) for period in rows["year"]],
            "value": rows["value"],
            "unit": rows["unit"],
            "standing": [standing(status) for status in rows["status"]],
            "source_id": [sources.add(readable(text) or "", terms) for text in rows["source"]],
            "note": [readable(note) for note in rows["note"]],
        }
    )


def last_year(period: str, file: str) -> int:
    """Return the last year of a period as the source writes it; BuildError for any other form."""
    match = PERIOD.fullmatch(period)
    if match is None:
        raise fault("period", file=file, found=repr(period))
    return int(match.group(2) or match.group(1))
