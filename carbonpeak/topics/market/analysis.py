"""Trade, benchmarks and exposure of the national carbon market, from rows of the tables."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import comparable

# The divisions that the market touches, by its sectors, in the order they are named.
SECTORS = ("power", "steel", "cement", "aluminium smelting")
MONTHS_OF_A_YEAR = 12


@once_per_dataset
def months(data: Dataset) -> pd.DataFrame:
    """Return trade by month with average prices (yuan/t), one row per month."""
    return data.ask("market__months").set_index("month")


@once_per_dataset
def last_average(data: Dataset) -> tuple[str, float]:
    """Return the last month with trade and its average price, yuan/t."""
    known = months(data)["average_cny_per_t"].dropna()
    return str(known.index[-1]), float(known.iloc[-1])


def change_on_year(data: Dataset) -> tuple[str, float, float] | None:
    """Return the last month, its average (yuan/t) and its change on the same month a year before.

    None where that month is not known.
    """
    month, average = last_average(data)
    before = f"{int(month[:4]) - 1}{month[4:]}"
    known = months(data)["average_cny_per_t"].dropna()
    return (month, average, average / float(known[before]) - 1) if before in known else None


@once_per_dataset
def years(data: Dataset) -> pd.DataFrame:
    """Return trade by year; ``is_whole`` where all twelve months are there."""
    rows = data.ask("market__years").set_index("year")
    return rows.assign(is_whole=rows["months"] == MONTHS_OF_A_YEAR)


def last_whole_year(data: Dataset) -> int | None:
    """Return the last year with all its months, None where there is none."""
    whole = years(data)
    found = whole.index[whole["is_whole"]]
    return int(found[-1]) if len(found) else None


def breaks(data: Dataset, series: str) -> pd.DataFrame:
    """Return the breaks of a series: date and the named fault in both languages."""
    rows = data.ask("market__breaks")
    return rows[rows["series"] == series].reset_index(drop=True)


@once_per_dataset
def benchmarks(data: Dataset) -> pd.DataFrame:
    """Return benchmarks by class, carrier and year, each with its change on the year before.

    ``change`` is a fraction; none across a change of what output is counted.
    """
    rows = data.ask("market__benchmarks")
    rows = rows[rows["kind"] == "benchmark"].reset_index(drop=True)
    before = rows.groupby(["unit_class", "carrier"]).shift()
    is_next = before["year"] == rows["year"] - 1
    is_same = before["output_basis"] == rows["output_basis"]
    change = rows["value"] / before["value"] - 1
    return rows.assign(change=change.where(is_next & is_same))


@once_per_dataset
def exposure(data: Dataset) -> pd.DataFrame:
    """Return CO2 (t) of the divisions the market touches by province, in the last year.

    Columns: each of SECTORS, ``covered_t``, ``industry_t`` (all divisions), ``share``,
    ``is_partial`` where cement process CO2 is left out. Provinces whose split is usable.
    """
    year = data.last_year
    cells = comparable.cells(data, year, year)
    sector = data.ask("sectors__all").set_index("sector_code")["carbon_market"]
    named = cells.assign(market=cells["sector_code"].map(sector))
    wide = named.pivot_table(
        index="region_code", columns="market", values="co2_t", aggfunc="sum", observed=True
    ).reindex(columns=list(SECTORS))
    whole = cells.groupby("region_code")["co2_t"].sum()
    partial = cells.groupby("region_code")["is_cement_left_out"].any()
    found = wide.fillna(0.0).assign(covered_t=wide.sum(axis=1), industry_t=whole)
    return found.assign(
        share=found["covered_t"] / found["industry_t"], is_partial=partial
    ).sort_values("covered_t", ascending=False)
