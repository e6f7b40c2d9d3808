"""Why a province's intensity may say little: prices in its value added, or a jump in its energy."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import View
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
