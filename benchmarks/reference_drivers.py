"""The twin of the query that asks for the cells of the page Drivers."""

import pandas as pd

from benchmarks.frames import Frames, of


def drivers__cells(
    frames: Frames, region_code: str | None, sector_code: str | None, years: list[int] | None
) -> pd.DataFrame:
    """Return the cells of one or all provinces, divisions and years."""
    rows = of(frames["driver_cells"], "region_code", region_code)
    rows = of(rows, "sector_code", sector_code)
    return rows if years is None else rows[rows["year"].isin(years)]


TWINS = (drivers__cells,)
