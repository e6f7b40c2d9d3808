"""Reference answers in pandas for the queries of the page Peak."""

import pandas as pd

from benchmarks.frames import Frames, of


def peak__national_inventory(frames: Frames) -> pd.DataFrame:
    """Return industrial CO2 of the national inventory by year, with and without process CO2."""
    sectors, cells = frames["sectors"], frames["co2_nation"]
    cells = cells[cells["sector_code"].isin(sectors.loc[sectors["is_industry"], "sector_code"])]
    burnt = cells[cells["fuel_code"] != "process"]
    return pd.DataFrame(
        {
            "co2_t": cells.groupby("year")["co2_t"].sum(),
            "co2_energy_t": burnt.groupby("year")["co2_t"].sum(),
        }
    ).reset_index()


def peak__series(frames: Frames, region_code: str | None, sector_code: str | None) -> pd.DataFrame:
    """Return the series of one region or all, of one division or every one."""
    return of(of(frames["peak_series"], "region_code", region_code), "sector_code", sector_code)


REFERENCES = (peak__national_inventory, peak__series)
