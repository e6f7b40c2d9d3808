"""What official statistics say of the years since 2020: intensity, yearly changes, results."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.thresholds import BASE_YEAR

OFFICIAL_INTENSITY = "energy_per_value_added_above_scale_industry"
# Where a year has several rows the lower number counts.
RANK = {"official": 0, "published": 1, "derived": 2, "estimated": 3, "unverified": 4}


def official_intensity(data: Dataset) -> pd.DataFrame:
    """Return the official points of the industrial energy intensity since 2020.

    Columns: year, index (2020 = 100), source_id. Only official rows count. The yearly figure of
    2021 gives the first point; cumulative figures give the others.
    """
    rows = _industrial_intensity(data)
    rows = rows[rows["standing"] == "official"]
    first = rows[rows["period"] == str(BASE_YEAR + 1)]
    spans = rows[rows["unit"] == f"% cumulative vs {BASE_YEAR}"]
    points = pd.concat([first, spans]).assign(index=lambda frame: 100 + frame["value"])
    return points[["year", "index", "source_id"]].sort_values("year", ignore_index=True)


def official_index(data: Dataset) -> "pd.Series[float]":
    """Return the official industrial energy intensity by year, from 2020 = 100."""
    points = official_intensity(data)
    return pd.Series([100.0, *points["index"]], index=[BASE_YEAR, *points["year"]])


def last_official_year(data: Dataset) -> int:
    """Return the last year with an official industrial energy intensity."""
    return int(official_index(data).index[-1])


def yearly_changes(data: Dataset, dataset: str, indicator: str, item: str) -> pd.DataFrame:
    """Return the yearly changes of a statistic since 2020, indexed by year.

    Columns: value (%), standing, source_id. Where a year has several rows the better standing
    counts, the final figure before a preliminary one; quarters, months and spans are no yearly
    changes.
    """
    rows = _series(data, dataset, indicator)
    rows = rows[(rows["item"] == item) & (rows["period"] == rows["year"].astype(str))]
    best = rows.assign(rank=rows["standing"].map(RANK)).sort_values(["year", "rank"])
    return best.drop_duplicates("year").set_index("year")[["value", "standing", "source_id"]]


def latest_month(data: Dataset) -> "pd.Series[Any]":
    """Return the last single month reported for the industrial energy intensity.

    ``period`` (year-month), ``value`` (% on the same month of the year before), ``standing``,
    ``source_id``.
    """
    rows = _industrial_intensity(data)
    months = rows[rows["period"].str.fullmatch(r"\d{4}-\d{2}")].sort_values("period")
    return months.iloc[-1]


def revised_co2_per_gdp(data: Dataset) -> float:
    """Return the official change of CO2 per GDP 2020-2025 on the revised metric, a fraction."""
    rows = data.ask("targets__results", indicator="CO2 per unit of GDP", base_year=BASE_YEAR)
    official = rows[rows["policy"].str.contains("revised metric")]
    return -float(official["value"].iloc[0]) / 100


def _industrial_intensity(data: Dataset) -> pd.DataFrame:
    return _series(data, "industrial_energy_intensity", OFFICIAL_INTENSITY)


def _series(data: Dataset, dataset: str, indicator: str) -> pd.DataFrame:
    return data.ask(
        "official__series", dataset=dataset, indicators=[indicator], first_year=BASE_YEAR + 1
    )
