"""Warning tiers after the energy-saving barometer, by two yardsticks, and movement between them."""

import math
from typing import Literal

from carbonpeak.indicators.progress import yearly_rate
from carbonpeak.thresholds import BEHIND, ON_SCHEDULE

Tier = Literal["on_schedule", "behind", "far_behind", "no_data", "no_target"]
Movement = Literal["better", "same", "worse", "unknown"]

# From bad to good; the tiers without a judgement have no place in the order.
ORDER: tuple[Tier, ...] = ("far_behind", "behind", "on_schedule")


def tier(ratio: float) -> Tier:
    """Return the tier of a ratio of achieved to due: 1 and more, 0.8 to 1, below 0.8.

    No data where the ratio is missing.
    """
    if math.isnan(ratio):
        return "no_data"
    if ratio >= ON_SCHEDULE:
        return "on_schedule"
    return "behind" if ratio >= BEHIND else "far_behind"


def annual_average_ratio(change: float, target: float) -> float:
    """Return this year's fall over the yearly rate of the path (``change`` negative for a fall)."""
    due = yearly_rate(target)
    return -change / due if due > 0 else math.nan


def schedule_ratio(progress: float, schedule: float) -> float:
    """Return progress over schedule; missing before the plan's first year has passed."""
    return progress / schedule if schedule > 0 else math.nan


def movement(before: Tier, now: Tier) -> Movement:
    """Return how a tier moved against the year before."""
    if before not in ORDER or now not in ORDER:
        return "unknown"
    step = ORDER.index(now) - ORDER.index(before)
    return "same" if step == 0 else "better" if step > 0 else "worse"
