"""Energy and CO2 per GDP since 2020, every definition a series of its own."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.official import yearly_changes
from carbonpeak.indicators.nowcast import chained
from carbonpeak.thresholds import BASE_YEAR

# From this year on energy per GDP leaves out energy used as raw material and non-fossil energy.
NEW_DEFINITION = 2023
SERIES = ("energy_old", "energy_new", "co2_yearly", "co2_cumulative", "co2_revised")


@once_per_dataset
def lines(data: Dataset) -> dict[str, pd.DataFrame]:
    """Return by series, by year: ``index`` (2020 = 100), ``standing``, ``source_id``.

    ``energy_old`` and ``co2_yearly`` chain the published yearly changes; the others are cumulative
    changes as published.
    """
    energy = yearly_changes(data, "gdp_intensity", "energy_per_gdp", "total")
    carbon = yearly_changes(data, "gdp_intensity", "co2_per_gdp", "total")
    return {
        "energy_old": _chained(energy.loc[: NEW_DEFINITION - 1]),
        "energy_new": _cumulative(data, "energy_per_gdp_cumulative"),
        "co2_yearly": _chained(carbon),
        "co2_cumulative": _cumulative(data, "co2_per_gdp_cumulative"),
        "co2_revised": _revised(data),
    }


@once_per_dataset
def yearly(data: Dataset) -> dict[str, pd.DataFrame]:
    """Return the published yearly changes (%) of energy and CO2 per GDP by year."""
    return {
        measure: yearly_changes(data, "gdp_intensity", indicator, "total")
        for measure, indicator in (("energy", "energy_per_gdp"), ("co2", "co2_per_gdp"))
    }


def chained_since_break(data: Dataset) -> float:
    """Return the change of energy per GDP by its new definition over its years, a fraction."""
    rows = yearly(data)["energy"].loc[NEW_DEFINITION:]
    return float(chained(0.0, rows["value"].astype(float) / 100).iloc[-1])


def society_change(data: Dataset) -> float:
    """Return the change of CO2 per GDP since 2020 by its yearly figures, a fraction."""
    return float(lines(data)["co2_yearly"]["index"].iloc[-1]) / 100 - 1


def _chained(rows: pd.DataFrame) -> pd.DataFrame:
    changes = chained(0.0, rows["value"].astype(float) / 100)
    points = rows.assign(index=100 * (1 + changes))[["index", "standing", "source_id"]]
    start = points.iloc[:1].assign(index=100.0).set_axis([BASE_YEAR])
    return pd.concat([start, points])


def _cumulative(data: Dataset, indicator: str) -> pd.DataFrame:
    rows = data.ask(
        "official__series",
        dataset="gdp_intensity",
        indicators=[indicator],
        first_year=BASE_YEAR + 1,
    )
    own = rows[rows["unit"] == f"% cumulative vs {BASE_YEAR}"].set_index("year")
    return own.assign(index=100 + own["value"].astype(float))[["index", "standing", "source_id"]]


def _revised(data: Dataset) -> pd.DataFrame:
    rows = data.ask("targets__results", indicator="CO2 per unit of GDP", base_year=BASE_YEAR)
    own = rows[rows["policy"].str.contains("revised metric")].set_index("target_year")
    return own.assign(index=100 - own["value"].astype(float))[["index", "standing", "source_id"]]
