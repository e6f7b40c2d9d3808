"""Progress towards an intensity target by the official compounding rule.

Yearly changes chain, they never add: a fall by ``d`` leaves ``1 + d`` of the intensity. All rates
are fractions, falls negative; a target is the fall wanted, positive (0.135 for -13.5 %).
"""

import math
from collections.abc import Iterable

from carbonpeak.thresholds import PLAN_YEARS


def chain(changes: Iterable[float]) -> float:
    """Return the cumulative change of yearly changes: prod(1 + d) - 1."""
    return math.prod(1 + change for change in changes) - 1


def path(target: float, years: int = PLAN_YEARS) -> list[float]:
    """Return the intensity a steady fall would leave after 0, 1 ... ``years`` years, start = 1."""
    return [math.pow(1 - target, n / years) for n in range(years + 1)]


def due(target: float, years_elapsed: int, years: int = PLAN_YEARS) -> float:
    """Return the cumulative change a steady fall has made after some years, negative."""
    return math.pow(1 - target, years_elapsed / years) - 1


def yearly_rate(target: float, years: int = PLAN_YEARS) -> float:
    """Return the steady yearly fall that reaches the target, positive."""
    return 1 - math.pow(1 - target, 1 / years)


def progress(cumulative: float, target: float) -> float:
    """Return the share of the target reached, ln(1 + cumulative change) / ln(1 - target).

    Missing where nothing is left of the intensity or the target is no fall: neither has a share.
    """
    if cumulative <= -1 or target <= 0:
        return math.nan
    return math.log(1 + cumulative) / math.log(1 - target)


def schedule(years_elapsed: int, years: int = PLAN_YEARS) -> float:
    """Return the share of the plan's time that has passed."""
    return years_elapsed / years


def remainder(cumulative: float, target: float) -> float:
    """Return the further fall still needed, positive; negative once the target is passed."""
    return 1 - (1 - target) / (1 + cumulative)


def rate_needed(cumulative: float, target: float, years_left: int) -> float:
    """Return the steady yearly fall still needed over the years left; ValueError for none left."""
    if years_left <= 0:
        raise ValueError("no year is left to meet the target in")
    return 1 - math.pow((1 - target) / (1 + cumulative), 1 / years_left)


def average_change(cumulative: float, years_elapsed: int) -> float:
    """Return the steady yearly change that chains to a cumulative one; ValueError for no year."""
    if years_elapsed <= 0:
        raise ValueError("no year has passed")
    return math.pow(1 + cumulative, 1 / years_elapsed) - 1


def gap(intensity: float, path_intensity: float, value_added: float) -> float:
    """Return how much energy or CO2 lies above the path (below: negative).

    ``intensity`` and ``path_intensity`` in tonnes per unit of value added, ``value_added`` in that
    unit: the gap is in tonnes.
    """
    return (intensity - path_intensity) * value_added
