"""Which divisions or plan industries are listed, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import View
from carbonpeak.figures.origin import QUANTITY
from carbonpeak.topics.sectors import analysis

SORTS = ("contribution", "energy", "co2", "change", "share", "intensity", "name")


@dataclass(frozen=True)
class Listing:
    """All divisions or the plan's industries, among which group, which ones (None: all), how."""

    group: str = "division"
    among: str = "all"
    chosen: tuple[str, ...] | None = None
    sort: str = "contribution"


def rows(data: Dataset, view: View, listing: Listing) -> pd.DataFrame:
    """Return what is listed with where it stands, in the order asked for."""
    if listing.group == "plan":
        return ordered(analysis.plan_industries(data, view), view, listing.sort)
    table = analysis.judged(data, view)
    return ordered(filtered(table, listing.among, listing.chosen), view, listing.sort)


def filtered(table: pd.DataFrame, among: str, chosen: Sequence[str] | None) -> pd.DataFrame:
    """Return the chosen divisions of a group.

    Energy-intensive ones, those of the carbon market, or those of a plan industry.
    """
    if chosen is not None:
        table = table[table.index.isin(chosen)]
    if among == "energy_intensive":
        return table[table["is_energy_intensive"]]
    if among == "carbon_market":
        return table[table["carbon_market"].notna()]
    return table if among == "all" else table[table["plan_industry_code"] == among]


def ordered(table: pd.DataFrame, view: View, sort: str) -> pd.DataFrame:
    """Return the rows in the order asked for, largest first (codes ascending), missing last."""
    if sort == "name":
        return table.sort_index()
    return table.sort_values(sort_column(view, sort), ascending=False, na_position="last")


def sort_column(view: View, sort: str) -> str:
    """Return the column that a sort looks at; what is sorted by name shows shares."""
    own = {one: f"{view.measure}_{one}" for one in ("change", "contribution")}
    columns = QUANTITY | own | {"intensity": "level"}
    return columns.get(sort, f"{view.measure}_share")
