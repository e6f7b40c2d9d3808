"""Operating coal units of an open database beside the benchmarks: how much lies above them."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.indicators.allocation import load_correction
from carbonpeak.thresholds import LARGE_UNIT_MW

# Benchmarks of other years count power supplied: the database's capacity is that of generation.
GENERATED = "generated"


@once_per_dataset
def units(data: Dataset, capacity_mw: float = LARGE_UNIT_MW) -> pd.DataFrame:
    """Return MW and number of units by province, class, technology and modelled t/MWh."""
    return data.ask("coal_units__intensity", capacity_mw=capacity_mw)


@once_per_dataset
def benchmarks(data: Dataset) -> pd.DataFrame:
    """Return the benchmarks of power generated, t/MWh, by year (rows) and class (columns)."""
    rows = data.ask("market__benchmarks")
    own = rows[
        (rows["carrier"] == "electricity")
        & (rows["kind"] == "benchmark")
        & (rows["output_basis"] == GENERATED)
    ]
    return own.pivot(index="year", columns="unit_class", values="value")


@once_per_dataset
def final_years(data: Dataset) -> tuple[int, ...]:
    """Return the years whose benchmarks of power generated are no draft."""
    rows = data.ask("market__benchmarks")
    final = set(rows.loc[rows["rule_status"] == "final", "year"])
    return tuple(int(year) for year in benchmarks(data).index if year in final)


@once_per_dataset
def held(data: Dataset, year: int, capacity_mw: float = LARGE_UNIT_MW) -> pd.DataFrame:
    """Return the units with the benchmark of their class in a year and whether they lie above it.

    Units of a class without a benchmark are left out; ``without`` says how many there are.
    ``is_above`` against the benchmark itself, ``is_above_corrected`` against what the rule makes of
    it at the load that the database assumes.
    """
    rows = units(data, capacity_mw)
    of_year = benchmarks(data).loc[[year]].iloc[0].dropna()
    rows = rows[rows["unit_class"].isin(of_year.index)].reset_index(drop=True)
    benchmark = rows["unit_class"].map(of_year)
    is_draft = year not in final_years(data)
    factor = load_correction(rows["load_factor_assumed"].astype(float), True, is_draft)
    return rows.assign(
        benchmark=benchmark,
        correction=factor,
        is_above=rows["intensity_t_per_mwh"] > benchmark,
        is_above_corrected=rows["intensity_t_per_mwh"] > benchmark * factor,
    )


def without(data: Dataset, year: int) -> float:
    """Return the MW of units whose class has no benchmark in a year."""
    every, own = units(data)["capacity_mw"].sum(), held(data, year)["capacity_mw"].sum()
    return float(every - own)


def share_above(rows: pd.DataFrame, column: str = "is_above", amount: str = "capacity_mw") -> float:
    """Return the share of capacity, or another amount, above its benchmark, a fraction."""
    return float(rows.loc[rows[column], amount].sum() / rows[amount].sum())


def mean_intensity(rows: pd.DataFrame) -> float:
    """Return the mean intensity of units, t/MWh, weighed by capacity."""
    weighed = (rows["intensity_t_per_mwh"] * rows["capacity_mw"]).sum()
    return float(weighed / rows["capacity_mw"].sum())


def shares(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return units, MW, mean intensity (t/MWh, weighed by MW) and share above, by some columns."""
    found = [{**dict(zip(by, key, strict=True)), **_summed(part)} for key, part in rows.groupby(by)]
    return pd.DataFrame(found)


def _summed(part: pd.DataFrame) -> dict[str, float]:
    capacity = float(part["capacity_mw"].sum())
    return {
        "unit_count": int(part["unit_count"].sum()),
        "capacity_mw": capacity,
        "intensity": mean_intensity(part),
        "share_above": share_above(part),
        "share_corrected": share_above(part, "is_above_corrected"),
    }
