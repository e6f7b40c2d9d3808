"""Twins of the queries of the page Drivers: its cells, and the input-output years."""

import pandas as pd

from benchmarks.frames import Frames, of


def drivers__cells(
    frames: Frames, region_code: str | None, sector_code: str | None, years: list[int] | None
) -> pd.DataFrame:
    """Return the cells of one or all provinces, divisions and years."""
    rows = of(frames["driver_cells"], "region_code", region_code)
    rows = of(rows, "sector_code", sector_code)
    return rows if years is None else rows[rows["year"].isin(years)]


def drivers__input_output_years(frames: Frames) -> pd.DataFrame:
    """Return the years with official energy and value added by division, with their divisions."""
    keys = ["sector_code", "year"]
    energy, output = (frames[name][keys] for name in ("energy_division", "value_added_division"))
    counted = energy.merge(output, on=keys).groupby("year").size()
    return counted.sort_index().rename("divisions").reset_index()


REFERENCES = (drivers__cells, drivers__input_output_years)
