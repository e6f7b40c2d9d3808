"""What a scenario assumes: yearly growth of value added and yearly change of an intensity.

All rates are fractions a year, falls negative.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpeak.indicators.progress import yearly_rate
from carbonpeak.thresholds import (
    MIN_CHANGES,
    PLAN15_CO2_TARGET,
    RATE_BOUND,
    TARGET_YEAR,
    TREND_YEARS,
)

SCENARIOS = ("trend5", "trend10", "plan", "plan15", "own")


@dataclass(frozen=True)
class Rates:
    """Yearly growth of value added and yearly change of the intensity, fractions."""

    growth: float
    change: float

    def __post_init__(self) -> None:
        """Refuse a rate that is no number, leaves nothing, or more than doubles in a year."""
        for words, rate in (("growth", self.growth), ("change", self.change)):
            if not math.isfinite(rate) or not -1 < rate <= RATE_BOUND:
                raise ValueError(
                    f"a yearly {words} of {100 * rate:g} % is out of bounds: "
                    f"more than -100 % and at most {100 * RATE_BOUND:g} %"
                )


def log_changes(
    value_added: "pd.Series[float]",
    intensity: "pd.Series[float]",
    without: Sequence[int] = (),
) -> pd.DataFrame:
    """Return the yearly log changes of value added and intensity, in pairs.

    Args:
        value_added: by year, in any one unit.
        intensity: by year; missing where not known.
        without: years whose change is no real one (a revision of the data).

    Returns:
        One row per year whose own and last year's figures are known: ``growth``, ``change``.
        ValueError for a figure that is not above zero, or fewer than MIN_CHANGES changes.
    """
    both = pd.DataFrame({"growth": value_added, "change": intensity}).dropna().sort_index()
    if not (both > 0).all().all():
        raise ValueError("value added and intensity must be above zero in every year")
    logs = pd.DataFrame(np.log(both.astype(float)), both.index, both.columns)
    follows = pd.Series(both.index, both.index).diff() == 1
    known: pd.DataFrame = logs.diff()[follows & ~both.index.isin(without)]
    if len(known) < MIN_CHANGES:
        raise ValueError(
            f"only {len(known)} yearly changes are known, at least {MIN_CHANGES} are needed"
        )
    return known


def mean_rates(past: pd.DataFrame) -> Rates:
    """Return the steady yearly rates that chain to the past log changes."""
    mean = past.mean()
    return Rates(math.expm1(mean["growth"]), math.expm1(mean["change"]))


def course(
    past: pd.DataFrame,
    scenario: str,
    years: Sequence[int],
    target: float,
    own: Rates | None = None,
    known_growth: Mapping[int, float] | None = None,
) -> pd.DataFrame:
    """Return what a scenario assumes for each year.

    Args:
        past: past changes, from ``log_changes``.
        scenario: one of SCENARIOS; ValueError for any other.
        years: the years ahead, in order.
        target: the plan's fall of the intensity 2020-2025, positive, for the scenario "plan".
        own: the reader's rates, wanted by the scenario "own" alone.
        known_growth: growth of value added that is published for some of the years; it is taken
            as it is, whatever the scenario.

    Returns:
        One row per year: ``growth`` and ``change``, and ``is_given`` where growth is published.
    """
    if scenario not in SCENARIOS:
        raise ValueError(f"scenario {scenario!r} is not known")
    trend = mean_rates(past.tail(TREND_YEARS))
    known = known_growth or {}
    rows = {}
    for year in years:
        rates = _rates(trend, past, scenario, year, target, own)
        rows[year] = {
            "growth": known.get(year, rates.growth),
            "change": rates.change,
            "is_given": year in known,
        }
    return pd.DataFrame.from_dict(rows, orient="index")


def _rates(
    trend: Rates, past: pd.DataFrame, scenario: str, year: int, target: float, own: Rates | None
) -> Rates:
    if scenario == "own":
        if own is None:
            raise ValueError("the reader's own scenario needs two rates")
        return own
    if scenario == "trend10":
        return mean_rates(past)
    if scenario == "plan":
        return Rates(trend.growth, -yearly_rate(target))
    if scenario == "plan15" and year > TARGET_YEAR:
        return Rates(trend.growth, -yearly_rate(PLAN15_CO2_TARGET))
    return trend
