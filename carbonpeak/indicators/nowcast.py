"""Nowcast of an energy intensity from growth rates, by several methods; how far each one misses.

Rates are fractions. Yearly changes chain, they never add.
"""

from typing import Literal

import pandas as pd

from carbonpeak.indicators.intensity import change_from_growth

Verdict = Literal["all", "some", "none"]


def intensity_changes(
    energy_growth: "pd.Series[float]", value_added_growth: "pd.Series[float]"
) -> "pd.Series[float]":
    """Return the yearly change of energy per value added, by year, from two growth rates."""
    added = value_added_growth.reindex(energy_growth.index)
    changes = [change_from_growth(*rates) for rates in zip(energy_growth, added, strict=True)]
    return pd.Series(changes, index=energy_growth.index, dtype=float)


def growth_of_levels(levels: "pd.Series[float]") -> "pd.Series[float]":
    """Return the growth on the year before of levels by year; the first year has none.

    A level that is not above zero gives a missing growth.
    """
    before = levels.where(levels > 0).shift()
    return (levels / before - 1).iloc[1:]


def growth_of_parts(
    energy_tce: "pd.Series[float]", growth: pd.DataFrame, otherwise: "pd.Series[float]"
) -> pd.DataFrame:
    """Return how a sum grows whose parts grow each at their own rate.

    Args:
        energy_tce: energy of every part in the year before the first, tce.
        growth: growth of energy, one row per part, one column per year; missing where not known.
        otherwise: by year, the growth of a part whose own is not known.

    Returns:
        One row per year: ``growth`` of the sum, and ``covered``, the share of the energy of the
        year before in parts whose own growth is known. ValueError where there is no energy.
    """
    if not energy_tce.sum() > 0:
        raise ValueError("the parts have no energy to weigh them by")
    rows, weights = {}, energy_tce.astype(float)
    for year, default in otherwise.items():
        own = growth[year].reindex(weights.index)
        after = weights * (1 + own.fillna(float(default)))
        covered = weights[own.notna()].sum() / weights.sum()
        rows[year] = {"growth": after.sum() / weights.sum() - 1, "covered": covered}
        weights = after
    return pd.DataFrame.from_dict(rows, orient="index")


def chained(start: float, changes: "pd.Series[float]") -> "pd.Series[float]":
    """Return the cumulative change by year, from a cumulative change ``start`` before the first."""
    return (1 + start) * (1 + changes).cumprod() - 1


def corrected(
    cumulative: float, hindcast: float, official: float, years_behind: int, years_ahead: int
) -> float:
    """Return a nowcast as it would be if the method went on missing at its past yearly rate.

    Args:
        cumulative: the nowcast of the whole period.
        hindcast: what the method gives for the years with an official figure.
        official: that official figure.
        years_behind: how many years the hindcast spans.
        years_ahead: how many years the method was used for beyond them.
    """
    yearly = ((1 + official) / (1 + hindcast)) ** (1 / years_behind)
    return float((1 + cumulative) * yearly**years_ahead - 1)


def verdict(cumulatives: "pd.Series[float]", target: float) -> Verdict:
    """Return whether all, some or none of the methods reach a fall of ``target`` (positive)."""
    met = cumulatives <= -target
    if met.all():
        return "all"
    return "some" if met.any() else "none"
