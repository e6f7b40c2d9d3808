"""The series of the page Peak as the warehouse keeps them, made with pandas."""

import pandas as pd

KEY = ["region_code", "sector_code", "year"]
COLUMNS = ["co2_t", "co2_energy_t", "co2_withheld_cells"]
NATION, ALL = "000000", "all"


def series(cells: pd.DataFrame, totals: pd.DataFrame, divisions: "pd.Series[str]") -> pd.DataFrame:
    """Return CO2 by region, division and year, the totals and the nation with them.

    Args:
        cells: CO2 of industry by province, division and year, with is_split_usable.
        totals: the same by province and year, with co2_without_withheld_t.
        divisions: the code of every industrial division.
    """
    totals = totals[totals["co2_withheld_cells"].notna()]
    whole = totals.assign(co2_t=totals["co2_without_withheld_t"], sector_code=ALL)
    grid = _grid(cells[cells["is_split_usable"]], totals, divisions)
    parts = pd.concat([grid, whole])[[*KEY, *COLUMNS]]
    nation = parts.groupby(KEY[1:])[COLUMNS].sum().reset_index().assign(region_code=NATION)
    known = totals[totals["co2_energy_t"].notna()].set_index(KEY[::2]).index
    is_known = pd.MultiIndex.from_frame(parts[KEY[::2]]).isin(known)
    gapless = is_known & (parts["co2_withheld_cells"] == 0)
    shown = parts.assign(
        co2_t=parts["co2_t"].where(gapless), co2_energy_t=parts["co2_energy_t"].where(is_known)
    )
    return pd.concat([nation, shown], ignore_index=True)[[*KEY, *COLUMNS]]


def _grid(cells: pd.DataFrame, totals: pd.DataFrame, divisions: "pd.Series[str]") -> pd.DataFrame:
    """Return every division in every year of its province; one without a cell is zero."""
    years = totals.loc[totals["region_code"].isin(cells["region_code"]), KEY[::2]]
    grid = years.merge(divisions.rename("sector_code"), how="cross")
    return grid.merge(cells[[*KEY, *COLUMNS]], on=KEY, how="left").fillna(dict.fromkeys(COLUMNS, 0))
