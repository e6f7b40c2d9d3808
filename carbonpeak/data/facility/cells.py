"""Cells as they may be shown: amounts without what is withheld, CO2 by factors of the library."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from carbonpeak.data.facility.declared import (
    ALL,
    CO2,
    ENERGY,
    NO_FACTOR,
    SOURCE,
    STANDING,
    SUPPRESSED,
)
from carbonpeak.data.facility.suppression import Cells, Truths, hidden
from carbonpeak.thresholds import NATION

KEY = ["measure", "year", "region_code", "sector_code", "fuel_code"]
AXES = ("region_code", "sector_code", "fuel_code")
TOTALS = {"region_code": NATION, "sector_code": ALL, "fuel_code": ALL}
COLUMNS = [*KEY, "amount", "enterprise_count", "missing", "standing", "source_id"]
GJ_PER_TCE = 29.3076
KG_PER_T = 1000.0


def shown(
    cells: pd.DataFrame, factors: Mapping[str, float], hidden_before: pd.DataFrame
) -> pd.DataFrame:
    """Return the rows of the table ``facility_cells``: no amount or count where a cell is withheld.

    ``cells`` are rows of the select ``cells``, ``factors`` kg CO2 a GJ by fuel, ``hidden_before``
    the keys of cells that an earlier release withholds.
    """
    withheld = cells.assign(is_hidden=_hidden(cells, hidden_before))
    kept = withheld[["amount", "enterprise_count"]].astype("Float64")
    kept = kept.mask(withheld["is_hidden"])
    missing = withheld["is_hidden"].map({True: SUPPRESSED, False: None})
    rows = cells[KEY].assign(**kept, missing=missing)
    both = pd.concat([rows, _co2(rows, factors)], ignore_index=True)
    both["enterprise_count"] = both["enterprise_count"].astype("Int64")
    return both.assign(standing=STANDING, source_id=SOURCE)[COLUMNS].sort_values(
        KEY, ignore_index=True
    )


def _hidden(cells: pd.DataFrame, before: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are withheld; each measure and year is a table of its own."""
    was = cells[KEY].merge(before[KEY].drop_duplicates().assign(was=True), how="left")["was"]
    was_hidden = was.notna().to_numpy()
    found = pd.Series(False, index=cells.index)
    for _, rows in cells.assign(was=was_hidden).groupby(["measure", "year"]):
        found.loc[rows.index] = _of_table(rows)
    return found


def _of_table(rows: pd.DataFrame) -> Truths:
    """Return which rows of one table with its totals are withheld; absent cells have no row."""
    axes = [axis for axis in AXES if rows[axis].nunique() > 1 or axis != "fuel_code"]
    codes = [_codes(rows, axis) for axis in axes]
    places = tuple(
        pd.Index(known).get_indexer(pd.Index(rows[axis]))
        for axis, known in zip(axes, codes, strict=True)
    )
    shape = tuple(len(known) for known in codes)
    size, largest, count = np.zeros(shape), np.zeros(shape), np.zeros(shape, dtype=np.int64)
    was = np.zeros(shape, dtype=bool)
    for array, name in (
        (size, "size"),
        (largest, "largest"),
        (count, "enterprise_count"),
        (was, "was"),
    ):
        array[places] = rows[name]
    found: Truths = hidden(Cells(size, largest, count), was)[places]
    return found


def _codes(rows: pd.DataFrame, axis: str) -> list[str]:
    """Return the codes of an axis, its total last."""
    return [*sorted(set(rows[axis]) - {TOTALS[axis]}), TOTALS[axis]]


def _co2(rows: pd.DataFrame, factors: Mapping[str, float]) -> pd.DataFrame:
    """Return CO2 by fuel, and of all fuels where none of them is withheld.

    CO2 is energy times a known factor: where one is withheld the other is. A total of CO2 beside
    that of energy would be a second equation for the same fuels, so it is shown only where all of
    them are: then it says nothing that they do not.
    """
    energy = rows[rows["measure"] == ENERGY]
    fuels = energy[energy["fuel_code"] != ALL]
    factor = fuels["fuel_code"].map(dict(factors)).astype("Float64")
    made = fuels.assign(measure=CO2, amount=fuels["amount"] * factor * GJ_PER_TCE / KG_PER_T)
    made["missing"] = made["missing"].where(made["missing"].notna() | factor.notna(), NO_FACTOR)
    made["enterprise_count"] = made["enterprise_count"].where(made["missing"].isna())
    return pd.concat([made, _of_all_fuels(made, energy)], ignore_index=True)


def _of_all_fuels(made: pd.DataFrame, energy: pd.DataFrame) -> pd.DataFrame:
    """Return the sums over fuels that have a factor, withheld wherever one of the fuels is."""
    key = KEY[1:4]
    is_hidden = (made["missing"] == SUPPRESSED).groupby([made[one] for one in key]).any()
    amount = made.groupby(key)["amount"].sum(min_count=1)
    totals = energy[energy["fuel_code"] == ALL].set_index(key)
    withheld = is_hidden.reindex(totals.index, fill_value=False) | (totals["missing"] == SUPPRESSED)
    sums = amount.reindex(totals.index).mask(withheld)
    reason = sums.isna().map({True: NO_FACTOR, False: None}).mask(withheld, SUPPRESSED)
    counts = totals["enterprise_count"].mask(sums.isna())
    changed = totals.assign(measure=CO2, amount=sums, missing=reason, enterprise_count=counts)
    return changed.reset_index()
