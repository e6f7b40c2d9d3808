"""The cells a change is taken apart by, as dense arrays: province, division, fuels, year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import BASES
from carbonpeak.indicators.decomposition import Array

Mask = NDArray[np.bool_]
Places = tuple[NDArray[np.intp], ...]

# The columns of fuels and of the CO2 each emits; the last emits none where it is used.
FUELS = {
    "coal_tce": "coal_co2_t",
    "oil_tce": "oil_co2_t",
    "gas_tce": "gas_co2_t",
    "no_co2_tce": None,
}
# The division of a province whose split by sector is not usable.
UNSPLIT = "all"


@dataclass(frozen=True, eq=False)
class Cells:
    """What the inventories hold by province, division and year.

    The axes are ``regions``, ``sectors``, FUELS (in ``fuel_tce`` and ``co2_t``) and ``years``. What
    the inventories do not list is 0. ``added_cny`` is the real value added of the provinces (CNY
    of 2020, province by year), ``whole_added_cny`` the sum of all in the inventory.
    """

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    years: tuple[int, ...]
    whole_added_cny: Array
    added_cny: Array
    energy_tce: Array
    fuel_tce: Array
    co2_t: Array
    process_co2_t: Array
    withheld_cells: Array

    @property
    def is_withheld(self) -> Mask:
        """Whether a province has a withheld cement cell in any of the years."""
        mask: Mask = self.withheld_cells.sum(axis=(1, 2)) > 0
        return mask


def known_years(data: Dataset, region_code: str = "") -> tuple[int, ...]:
    """Return the years in which every province of the inventories has its value added.

    Of one province also those that follow, of which it has figures of its own.
    """
    later = range(data.last_year + 1, data.last_year_of(region_code) + 1)
    return (*_common_years(data), *later)


@once_per_dataset
def _common_years(data: Dataset) -> tuple[int, ...]:
    rows = data.ask("regions__yearly", region_code=None, first_year=None)
    covered = rows[rows["energy_tce"].notna() & (rows["year"] <= data.last_year)]
    is_known = covered["value_added_real_cny"].notna().groupby(covered["year"]).all()
    return tuple(int(year) for year in is_known.index[is_known])


@once_per_dataset
def load(data: Dataset, basis: str, years: tuple[int, ...], region_code: str = "") -> Cells:
    """Return all cells of these years, or those of one province.

    Energy is final or, as the basis says, with conversion.
    """
    place = region_code or None
    rows = data.ask("drivers__cells", region_code=place, sector_code=None, years=list(years))
    added = _added(data, years, place)
    axes = {
        "region_code": tuple(sorted(set(rows["region_code"]))),
        "sector_code": tuple(sorted(set(rows["sector_code"]))),
        "year": tuple(years),
    }
    shape = tuple(len(codes) for codes in axes.values())
    dense = partial(_dense, rows, _places(rows, axes), shape)
    return Cells(
        regions=axes["region_code"],
        sectors=axes["sector_code"],
        years=axes["year"],
        whole_added_cny=added.sum(axis=0).to_numpy(),
        added_cny=added.loc[list(axes["region_code"])].to_numpy(),
        energy_tce=dense(BASES["energy"].get(basis, "energy_tce")),
        fuel_tce=np.stack([dense(column) for column in FUELS], axis=2),
        co2_t=np.stack([dense(column) for column in FUELS.values()], axis=2),
        process_co2_t=dense("process_co2_t"),
        withheld_cells=dense("co2_withheld"),
    )


def _added(data: Dataset, years: tuple[int, ...], place: str | None) -> pd.DataFrame:
    """Return real value added of the provinces in the inventory, one column per year."""
    rows = data.ask("regions__yearly", region_code=place, first_year=min(years))
    rows = rows[rows["year"].isin(years) & rows["energy_tce"].notna()]
    wide = rows.pivot(index="region_code", columns="year", values="value_added_real_cny")
    return wide[list(years)]


def _places(rows: pd.DataFrame, axes: Mapping[str, tuple[Any, ...]]) -> Places:
    """Return where each row stands on every axis."""
    return tuple(pd.Index(codes).get_indexer(rows[name]) for name, codes in axes.items())


def _dense(rows: pd.DataFrame, places: Places, shape: tuple[int, ...], column: str | None) -> Array:
    """Return a column as an array over province, division and year; 0 where there is nothing."""
    filled: Array = np.zeros(shape)
    if column is not None:
        filled[places] = np.nan_to_num(rows[column].to_numpy(dtype=float))
    return filled
