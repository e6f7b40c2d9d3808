"""What it would take: a gap in tonnes shared out over regions or sectors by a rule.

Every rule here is one: each unit gives the same part of a base of its own, and the rules differ in
the base: all it emits, its own gap to the target, or its distance to a benchmark.
"""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from carbonpeak.indicators.progress import yearly_rate

RULES = ("equal_rate", "equal_share", "benchmark")


def gaps(
    now_t: "pd.Series[float]",
    base_t: "pd.Series[float]",
    growth: "pd.Series[float]",
    target: float,
) -> "pd.Series[float]":
    """Return how far each unit lies above its target at today's value added, tonnes.

    Args:
        now_t: energy or CO2 of the last year.
        base_t: the same in the base year.
        growth: value added of the last year over that of the base year.
        target: the fall of the intensity since the base year, positive fraction.
    """
    return now_t - base_t * growth * (1 - target)


def above_median_level(
    now_t: "pd.Series[float]", value_added: "pd.Series[float]"
) -> "pd.Series[float]":
    """Return what each unit would save at the median intensity, tonnes; below it: negative."""
    return now_t - (now_t / value_added).median() * value_added


def above_median_change(
    now_t: "pd.Series[float]", base_t: "pd.Series[float]", growth: "pd.Series[float]"
) -> "pd.Series[float]":
    """Return what each unit would save had it changed like the median one, tonnes."""
    at_base_intensity = base_t * growth
    return now_t - (now_t / at_base_intensity).median() * at_base_intensity


def shared(bases_t: "pd.Series[float]", gap_t: float) -> "tuple[pd.Series[float], float]":
    """Return what each unit gives and what no unit does; both together are the gap.

    Args:
        bases_t: what the rule asks a part of, tonnes; a base below zero gives nothing.
        gap_t: what is to be shared out, tonnes. Nothing is shared where it is not above zero.

    Returns:
        Reductions in tonnes, the same part of every base, and the rest of the gap once that part
        is the whole.
    """
    positive = bases_t.clip(lower=0.0)
    total = float(positive.sum())
    part = min(1.0, max(0.0, gap_t) / total) if total > 0 else 0.0
    given = positive * part
    return given, float(gap_t - given.sum()) if part in (0.0, 1.0) else 0.0


def rates_asked(
    given_t: "pd.Series[float]", now_t: "pd.Series[float]", years: int
) -> "pd.Series[float]":
    """Return the steady yearly fall of intensity that gives each unit's reduction in some years."""
    if years <= 0:
        raise ValueError("no year is left to close the gap in")
    parts = given_t / now_t
    return parts.map(lambda part: math.nan if part >= 1 else yearly_rate(part, years))


def best_fall(intensity: "pd.Series[float]", years: int, without: Sequence[int] = ()) -> float:
    """Return the best average yearly fall over ``years`` years in a row, positive for a fall.

    Args:
        intensity: by year, none skipped; missing where not known.
        years: how many changes in a row.
        without: years whose change is no real one; a span with such a change does not count.

    Returns:
        A fraction a year, missing where no span is known.
    """
    logs = pd.Series(np.log(intensity.astype(float).where(intensity > 0)), intensity.index)
    steps = logs.diff().mask(logs.index.isin(without))
    spans = steps.rolling(years, min_periods=years).mean()
    lowest = float(spans.min())
    return math.nan if math.isnan(lowest) else -math.expm1(lowest)
