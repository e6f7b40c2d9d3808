"""Warning tiers by the rule of the energy-saving barometer, and movement between them.

Rose instead of falling is tier I, fell less than the schedule asks tier II, else tier III. The rule
is applied by two yardsticks: all years since the base year, and the last year alone.
"""

import math
from typing import Literal

from carbonpeak.indicators.progress import yearly_rate
from carbonpeak.thresholds import RATIO_TOLERANCE

Tier = Literal["on_schedule", "behind", "far_behind", "no_data", "no_target"]
Pace = Literal["ahead", "late", "rose", "no_data", "no_target"]
Movement = Literal["better", "same", "worse", "unknown"]

# From bad to good; the tiers without a judgement have no place in the order.
ORDER: tuple[Tier, ...] = ("far_behind", "behind", "on_schedule")

# The nation has no warning tier: the same rule in words.
PACES: dict[Tier, Pace] = {
    "on_schedule": "ahead",
    "behind": "late",
    "far_behind": "rose",
    "no_data": "no_data",
    "no_target": "no_target",
}


def tier(ratio: float) -> Tier:
    """Return the tier of the fall achieved over the fall due, negative for a rise.

    0 or less (rose, or did not fall) is far_behind, tier I; less than 1 is behind, tier II; else
    on_schedule, tier III. No data where the ratio is missing. What differs from a bound by less
    than RATIO_TOLERANCE lies on it.
    """
    if math.isnan(ratio):
        return "no_data"
    if ratio <= RATIO_TOLERANCE:
        return "far_behind"
    return "behind" if ratio < 1 - RATIO_TOLERANCE else "on_schedule"


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
