"""Where each region or sector stands, one row per code: both yardsticks and the year before."""

import math
from typing import Any

import pandas as pd

from carbonpeak.indicators import progress as rules
from carbonpeak.indicators.tiers import (
    Tier,
    annual_average_ratio,
    movement,
    schedule_ratio,
    tier,
)
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR


def assess(intensities: pd.DataFrame, targets: "pd.Series[float]", year: int) -> pd.DataFrame:
    """Return where each code stands in ``year``.

    Args:
        intensities: one row per code, one column per year from BASE_YEAR to ``year``; missing where
            unknown.
        targets: the fall wanted by TARGET_YEAR per code, a fraction; missing where there is none.
        year: the year to judge, after BASE_YEAR.

    Returns:
        One row per code: ``cumulative`` and ``change`` (fractions, falls negative), what the path
        asks of each (``due``, ``due_in_year``, negative), ``progress``, ``schedule``, ``remainder``
        and ``rate_needed`` (fractions, positive), ``tier_schedule``, ``tier_annual`` and their
        ``movement_schedule``, ``movement_annual`` against the year before. Missing where it cannot
        be calculated.
    """
    rows = [_stand(intensities.loc[code], float(targets[code]), year) for code in intensities.index]
    return pd.DataFrame(rows, index=intensities.index)


def _stand(series: "pd.Series[Any]", target: float, year: int) -> dict[str, Any]:
    now, before = _judge(series, target, year), _judge(series, target, year - 1)
    cumulative = now["cumulative"]
    known = not math.isnan(now["progress"])
    left = TARGET_YEAR - year
    return now | {
        "remainder": rules.remainder(cumulative, target) if known else math.nan,
        "rate_needed": rules.rate_needed(cumulative, target, left)
        if known and left > 0
        else math.nan,
        "movement_schedule": movement(before["tier_schedule"], now["tier_schedule"]),
        "movement_annual": movement(before["tier_annual"], now["tier_annual"]),
    }


def _judge(series: "pd.Series[Any]", target: float, year: int) -> dict[str, Any]:
    cumulative = _ratio(series, year, BASE_YEAR)
    change = _ratio(series, year, year - 1)
    schedule = rules.schedule(year - BASE_YEAR)
    reached = math.nan if math.isnan(cumulative + target) else rules.progress(cumulative, target)
    return {
        "cumulative": cumulative,
        "change": change,
        "due": rules.due(target, year - BASE_YEAR),
        "due_in_year": rules.due(target, 1),
        "progress": reached,
        "schedule": schedule,
        "tier_schedule": _tier(schedule_ratio(reached, schedule), target),
        "tier_annual": _tier(
            math.nan if math.isnan(target) else annual_average_ratio(change, target), target
        ),
    }


def _ratio(series: "pd.Series[Any]", year: int, base: int) -> float:
    if year not in series.index or base not in series.index or year <= BASE_YEAR:
        return math.nan
    start = float(series[base])
    return float(series[year]) / start - 1 if start > 0 else math.nan


def _tier(ratio: float, target: float) -> Tier:
    return "no_target" if math.isnan(target) else tier(ratio)
