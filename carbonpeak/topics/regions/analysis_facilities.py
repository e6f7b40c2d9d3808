"""Facility rows summed up, beside what the inventories hold: the whole of a place and its parts."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.facility.cells import TOTALS
from carbonpeak.data.facility.declared import CO2, ENERGY

MEASURE = {"energy": ENERGY, "co2": CO2}
# What sums are split by: the axis whose codes are told apart.
PARTS = {"region": "region_code", "sector": "sector_code", "fuel": "fuel_code"}


@dataclass(frozen=True, eq=False)
class Sums:
    """The whole of a place, and its parts by code, the largest first, those withheld last.

    Columns as in ``facility__beside``, and ``coverage``: the part of the inventory's amount.
    """

    whole: "pd.Series[Any]"
    parts: pd.DataFrame


@once_per_dataset
def years(data: Dataset) -> tuple[int, ...]:
    """Return the years of which there are facility rows, the last one first."""
    found = data.ask("facility__cells", year=None)["year"]
    return tuple(sorted({int(year) for year in found}, reverse=True))


@once_per_dataset
def sums(data: Dataset, measure: str, year: int, by: str, region_code: str) -> Sums | None:
    """Return what facilities add up to in a place ("" for all), None where it has none."""
    rows = data.ask("facility__beside", year=year)
    rows = rows[rows["measure"] == MEASURE[measure]]
    rows = rows.assign(coverage=rows["amount"].astype(float) / rows["inventory_amount"])
    place = TOTALS | ({"region_code": region_code} if region_code and by != "region" else {})
    wholes = rows[(rows[list(place)] == pd.Series(place)).all(axis=1)]
    if wholes.empty:
        return None
    axis = PARTS[by]
    beside = {name: code for name, code in place.items() if name != axis}
    is_beside = (rows[list(beside)] == pd.Series(beside)).all(axis=1)
    parts = rows[is_beside & (rows[axis] != TOTALS[axis])].set_index(axis)
    return Sums(wholes.iloc[0], parts.sort_values("amount", ascending=False))
