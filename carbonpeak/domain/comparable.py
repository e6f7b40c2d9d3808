"""Divisions of industry in two years that can be compared: faulty cement is left out of both."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.thresholds import BASE_YEAR


@once_per_dataset
def cells(data: Dataset, year: int, first_year: int = BASE_YEAR) -> pd.DataFrame:
    """Return every division, province and year from the first to a year, as the query has them.

    In tce and t. Process CO2 of a province with a withheld cement cell in one of these years is
    left out in all of them.
    """
    return data.ask("sectors__by_province", first_year=first_year, last_year=year)


def sums(data: Dataset, year: int, first_year: int = BASE_YEAR) -> pd.DataFrame:
    """Return each division's sums over the provinces by year: energy_tce, co2_t, co2_energy_t."""
    columns = ["energy_tce", "co2_t", "co2_energy_t"]
    grouped = cells(data, year, first_year).groupby(["sector_code", "year"])
    return grouped[columns].sum(min_count=1).reset_index()


def without_cement(data: Dataset, year: int) -> dict[str, tuple[str, ...]]:
    """Return by division the provinces, by code, whose process CO2 is left out of its changes."""
    left_out = cells(data, year).query("is_cement_left_out")
    by_sector = left_out.groupby("sector_code")["region_code"].unique()
    return {str(code): tuple(sorted(regions)) for code, regions in by_sector.items()}
