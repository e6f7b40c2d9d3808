"""Why a change may say little: prices in value added, a jump in energy, one province alone."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import comparable
from carbonpeak.domain.view import View
from carbonpeak.indicators.dependence import hangs_on
from carbonpeak.thresholds import BASE_YEAR, JUMP_SHARE, PRICE_GAP


@once_per_dataset
def of_regions(data: Dataset, view: View, base_year: int = BASE_YEAR) -> pd.DataFrame:
    """Return one row per region with known value added.

    Columns: ``value_added_growth`` and ``gdp_growth`` (fractions since the base year), ``is_price``
    where they lie further apart than PRICE_GAP; the largest move of one division (``sector_code``,
    ``jump_year``, ``jump_share``), ``is_jump`` where it exceeds JUMP_SHARE and the view measures
    energy; ``is_doubtful`` where either holds.
    """
    growth = data.ask("regions__growth", base_year=base_year, year=view.year).set_index(
        "region_code"
    )
    jumps = data.ask("regions__jumps", base_year=base_year, year=view.year).set_index("region_code")
    table = growth.join(jumps)
    apart = (table["value_added_growth"] - table["gdp_growth"]).abs()
    is_price = apart > PRICE_GAP
    is_jump = (table["jump_share"].abs() > JUMP_SHARE) & (view.measure == "energy")
    return table.assign(is_price=is_price, is_jump=is_jump, is_doubtful=is_price | is_jump)


@once_per_dataset
def of_divisions(data: Dataset, column: str, year: int, by: str = "sector") -> pd.DataFrame:
    """Return the divisions whose change since 2020 hangs on one province, one row per code.

    Args:
        data: the tables.
        column: ``energy_tce`` or ``co2_t``.
        year: the year up to which the change goes.
        by: ``sector`` for divisions, ``plan`` for the plan's industries.

    Returns:
        Indexed by code: ``region_code``, and its amounts ``start_t`` and ``end_t`` (tce or t) in
        2020 and in the year; ``change`` of the sum and ``change_without`` it, as fractions.
    """
    rows = comparable.cells(data, year)
    if by == "plan":
        plan = data.ask("sectors__all").set_index("sector_code")["plan_industry_code"]
        rows = rows.assign(sector_code=rows["sector_code"].map(plan))
    cells = rows.dropna(subset=["sector_code"]).pivot_table(
        index=["sector_code", "region_code"], columns="year", values=column, aggfunc="sum"
    )
    sums = cells.reindex(columns=[BASE_YEAR, year]).fillna(0.0).groupby(level="sector_code")
    found = (_hanging(own.droplevel("sector_code"), year) | {"code": code} for code, own in sums)
    columns = ["code", "region_code", "start_t", "end_t", "change", "change_without"]
    table = pd.DataFrame(found, columns=columns).dropna(subset=["region_code"])
    return table.set_index("code")


def _hanging(own: pd.DataFrame, year: int) -> dict[str, object]:
    """Return the province on which the change of one sum hangs with its amounts, {} for none."""
    start, end = own[BASE_YEAR], own[year]
    part = hangs_on(start, end)
    if part is None:
        return {}
    without = (end.sum() - end[part]) / (start.sum() - start[part]) - 1
    return {
        "region_code": part,
        "start_t": start[part],
        "end_t": end[part],
        "change": end.sum() / start.sum() - 1,
        "change_without": without,
    }


def change_without_largest_jump(data: Dataset, energy: "pd.Series[float]", view: View) -> float:
    """Return how much of a sum of energy (tce, by year) is left to change without one cell.

    The cell is the division and province that moved most, in tonnes, since 2020; the result is the
    ratio of the sum without it in the view's year to the same in 2020.
    """
    cell = largest_cell(data, view)
    return float((energy[view.year] - cell["last_tce"]) / (energy[BASE_YEAR] - cell["base_tce"]))


@once_per_dataset
def largest_cell(data: Dataset, view: View) -> "pd.Series[float]":
    """Return the largest move, in tonnes, among the provinces whose energy jumps."""
    table = of_regions(data, view)
    jumped = table[table["is_jump"]]
    moved = (jumped["last_tce"] - jumped["base_tce"]).abs()
    return jumped.loc[moved.sort_values().index[-1:]].iloc[0]
